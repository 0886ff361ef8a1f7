package vn.monitoring.indicator.unit;

import java.util.List;
import java.util.regex.Pattern;
import vn.monitoring.kit.text.Vietnamese;

/// Brings the names that one agency goes by to one key: case, dashes, spacing, the placement of tone marks, the usual
/// abbreviations and the name of the place do not matter.
final class AgencyNames {

    private record Spelling(Pattern full, String abbreviated) {}

    private static final List<Spelling> ABBREVIATIONS = List.of(
            spelling("hội đồng nhân dân", "hđnd"),
            spelling("ủy ban nhân dân", "ubnd"),
            spelling("(?:ủy ban )?mặt trận tổ quốc(?: việt nam)?", "mttq"),
            spelling("(?:ủy ban |ub)mttq(?: việt nam| vn)?", "mttq"),
            spelling("phục vụ hành chính công", "hành chính công"),
            spelling("ban chấp hành đảng bộ", "đảng ủy"),
            spelling("văn hóa và xã hội", "văn hóa xã hội"));

    /// Positions that lead an agency: "Trưởng phòng Kinh tế" is the office of Kinh tế.
    private static final Pattern POSITION = Pattern.compile(
            "^(?:đồng chí )?(?:phó )?(?:trưởng|giám đốc|chủ tịch|chánh|bí thư|chủ nhiệm|trạm trưởng|hiệu trưởng|thủ trưởng)\\s+(?=\\p{L})");

    private static final Pattern PLACE =
            Pattern.compile("(?:^| )(?:của |trực thuộc )?(?:phường|xã(?! hội)|đặc khu|thị trấn)(?= |$)");
    private static final Pattern FILLER = Pattern.compile("(?<= |^)(?:và|các|của|cơ quan)(?= |$)");

    private AgencyNames() {}

    private static Spelling spelling(String pattern, String replacement) {
        return new Spelling(Pattern.compile("(?<!\\p{L})" + pattern + "(?!\\p{L})"), replacement);
    }

    /// @param placeName the commune's own name without its type, `Kinh Môn`
    static String key(String name, String placeName) {
        String folded = Vietnamese.fold(name);
        for (Spelling spelling : ABBREVIATIONS) {
            folded = spelling.full().matcher(folded).replaceAll(spelling.abbreviated());
        }
        String place = Vietnamese.fold(placeName);
        if (!place.isEmpty()) {
            folded = folded.replace(" " + place, "");
        }
        folded = PLACE.matcher(folded).replaceAll(" ");
        folded = FILLER.matcher(folded).replaceAll("");
        return folded.replace(" ", "");
    }

    /// The agency that a position leads: without the position's words, or the text as it is.
    static String withoutPosition(String text) {
        return POSITION.matcher(Vietnamese.fold(text)).replaceFirst("");
    }

    static boolean isPosition(String text) {
        return POSITION.matcher(Vietnamese.fold(text)).find();
    }

    /// A commune's or province's name without its type: `Phường Kinh Môn` is in `Kinh Môn`.
    static String placeOf(String unitName) {
        return Vietnamese.clean(unitName)
                .replaceFirst("(?iu)^(?:phường|xã|đặc khu|thị trấn|tỉnh|thành phố|tp\\.?)\\s+", "");
    }
}
