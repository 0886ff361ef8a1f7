package vn.monitoring.kit.sheet;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import vn.monitoring.kit.text.Text;

/// Words that scanning and typing get wrong in plans, and words that one sheet spells in two ways. The text is
/// left as it is printed; the finding says what was probably meant.
final class Wording {

    private record Misprint(SheetFinding type, Pattern printed, String meant) {}

    private static final List<Misprint> MISPRINTS = List.of(
            new Misprint(SheetFinding.OCR, word("nhệm(?= vụ)"), "nhiệm"),
            new Misprint(SheetFinding.OCR, word("nơi nhân(?=:|$)"), "nơi nhận"),
            new Misprint(SheetFinding.OCR, word("(?<!kế )hoạch ban hành"), "kế hoạch ban hành"),
            new Misprint(SheetFinding.ABBREV_OCR, word("quy trình lỗi"), "quy trình lõi"),
            new Misprint(SheetFinding.ABBREV_OCR, word("cá cơ quan"), "các cơ quan"),
            new Misprint(SheetFinding.ABBREV_OCR, Pattern.compile("(?<!\\p{L})CDS(?!\\p{L})"), "CĐS"),
            new Misprint(SheetFinding.ABBREV_OCR, Pattern.compile("(?<!\\p{L})ĐS(?!\\p{L})"), "CĐS"));

    private static final Pattern EVERY = word("(hằng|hàng) (ngày|tuần|tháng|quý|năm)");

    private Wording() {}

    static List<Finding> misprints(String place, String text) {
        var findings = new ArrayList<Finding>();
        for (var misprint : MISPRINTS) {
            var matcher = misprint.printed().matcher(text);
            if (matcher.find()) {
                findings.add(new Finding(
                        misprint.type().name(), place, matcher.group(), meant(misprint.type(), misprint.meant())));
            }
        }
        return findings;
    }

    /// One finding for each phrase that the cells spell in two ways, at the first cell of the second spelling.
    static List<Finding> variants(List<TableCell> cells) {
        Map<String, Map<String, String>> places = new TreeMap<>();
        for (var cell : cells) {
            EVERY.matcher(cell.text().toLowerCase(Locale.ROOT))
                    .results()
                    .forEach(match -> places.computeIfAbsent(match.group(2), unit -> new LinkedHashMap<>())
                            .putIfAbsent(match.group(), cell.place()));
        }
        return places.values().stream()
                .filter(spellings -> spellings.size() > 1)
                .map(spellings -> Finding.of(
                        SheetFinding.SPELLING_VARIANT,
                        List.copyOf(spellings.values()).getLast(),
                        String.join(" / ", spellings.keySet())))
                .toList();
    }

    private static Text meant(SheetFinding type, String meant) {
        return new Text(
                type.message().vi() + " Có thể là «" + meant + "».",
                type.message().en() + " Probably «" + meant + "».");
    }

    private static Pattern word(String expression) {
        return Pattern.compile(
                "(?<!\\p{L})" + expression + "(?!\\p{L})", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }
}
