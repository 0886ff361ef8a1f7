package vn.monitoring.report.document;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.monitoring.report.document.OfficialDocument.Layout;

/// What stands around a document's body, in the words of its layout (Decree 30/2020/NĐ-CP, appendix I; for the Party
/// Guidance 36-HD/VPTW).
///
/// @param superior in lines, none where there is no authority above
/// @param authority in lines, broken before the name of the place
/// @param state the line at the top right
/// @param motto under it; null in the Party's layout
/// @param number `Số: 12/BC-UBND`
/// @param recipients each with its dash and its mark at the end, the registry's copy last
record Frame(
        List<String> superior,
        List<String> authority,
        String state,
        @Nullable String motto,
        String number,
        String placeAndDay,
        List<String> recipients) {

    static final String DRAFT = "DỰ THẢO";
    static final String RECIPIENTS = "Nơi nhận:";
    static final String SIGNED = "(Đã ký số)";
    static final String ANNEX = "PHỤ LỤC";
    static final String CHECK = "Văn bản điện tử đã ký số. Kiểm tra văn bản tại:";
    static final String NOW = "Kỳ này";
    static final String BEFORE = "Kỳ trước";

    private static final int LONGEST_LINE = 22;
    private static final Pattern PLACE = Pattern.compile(" (?=(PHƯỜNG|XÃ|ĐẶC KHU|TỈNH|THÀNH PHỐ) )");

    static Frame of(OfficialDocument document) {
        boolean party = document.layout() == Layout.PARTY;
        return new Frame(
                superior(document.superior()),
                lines(document.authority()),
                party ? "ĐẢNG CỘNG SẢN VIỆT NAM" : "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
                party ? null : "Độc lập - Tự do - Hạnh phúc",
                (party ? "Số " : "Số: ") + document.notation(),
                document.place() + ", " + day(document.issuedOn()),
                recipients(document.recipients(), party ? "Lưu Văn phòng" : "Lưu: VT"));
    }

    /// `PHỤ LỤC II`; without a numeral when there is only one.
    static String annexNumber(int index, int annexes) {
        return annexes == 1 ? ANNEX : ANNEX + " " + roman(index + 1);
    }

    /// `(Kèm theo Báo cáo số 12/BC-UBND ngày 18 tháng 9 năm 2026 của Ủy ban …)`, as annexes say under their title.
    static String belongsTo(OfficialDocument document) {
        String kind = document.kind().charAt(0) + document.kind().substring(1).toLowerCase(Locale.forLanguageTag("vi"));
        return "(Kèm theo %s số %s %s)".formatted(kind, document.notation(), day(document.issuedOn()));
    }

    /// Below 10 and for January and February with a zero, so that nobody adds a digit (Decree 30, appendix I).
    private static String day(@Nullable LocalDate day) {
        return day == null
                ? "ngày %s tháng %s năm %s".formatted(OfficialDocument.GAP, OfficialDocument.GAP, OfficialDocument.GAP)
                : "ngày %02d tháng %s năm %d"
                        .formatted(
                                day.getDayOfMonth(),
                                day.getMonthValue() < 3 ? "0" + day.getMonthValue() : day.getMonthValue(),
                                day.getYear());
    }

    private static List<String> superior(@Nullable String superior) {
        return superior == null ? List.of() : lines(superior);
    }

    private static List<String> lines(String authority) {
        return authority.length() <= LONGEST_LINE ? List.of(authority) : List.of(PLACE.split(authority, 2));
    }

    private static List<String> recipients(List<String> named, String copy) {
        List<String> lines = new ArrayList<>();
        for (String recipient : named) {
            String bare = recipient.strip().replaceAll("^-\\s*|[;.]$", "");
            if (!bare.isEmpty() && !bare.startsWith("Lưu")) {
                lines.add("- " + bare + ";");
            }
        }
        String last = named.stream()
                .map(recipient -> recipient.strip().replaceAll("^-\\s*|[;.]$", ""))
                .filter(recipient -> recipient.startsWith("Lưu"))
                .findFirst()
                .orElse(copy);
        lines.add("- " + last + ".");
        return List.copyOf(lines);
    }

    private static String roman(int number) {
        String[] tens = {"", "X", "XX", "XXX", "XL", "L", "LX", "LXX", "LXXX", "XC"};
        String[] ones = {"", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"};
        return tens[number / 10 % 10] + ones[number % 10];
    }
}
