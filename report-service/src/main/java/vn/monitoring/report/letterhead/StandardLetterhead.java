package vn.monitoring.report.letterhead;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import vn.monitoring.report.document.OfficialDocument.Layout;

/// The letterhead that a unit has as long as it sets none: by its level, by its kind and by the layout.
///
/// Government offices after Decree 30/2020/NĐ-CP, Annex I: a people's committee names no superior, its offices name the
/// committee. Party committees after the Party's guidance on documents: the Party organisation of the level above.
final class StandardLetterhead {

    private static final Locale VIETNAMESE = Locale.of("vi", "VN");

    private StandardLetterhead() {}

    static Letterhead of(Office office, Layout layout) {
        return switch (layout) {
            case GOVERNMENT -> government(office);
            case PARTY -> party(office);
        };
    }

    /// How the unit is named where a document is addressed to it.
    static String addressed(Office office, Layout layout) {
        return switch (layout) {
            case GOVERNMENT ->
                office.isProvince() || office.isCommune() ? "Ủy ban nhân dân " + lower(office.name()) : office.name();
            case PARTY ->
                office.isProvince()
                        ? committeeOfProvince(office)
                        : office.isCommune() ? "Đảng ủy " + lower(office.name()) : office.name();
        };
    }

    private static Letterhead government(Office office) {
        List<String> recipients = List.of("Lưu: VT.");
        if (office.isProvince() || office.isCommune()) {
            return new Letterhead(
                    null,
                    upper(addressed(office, Layout.GOVERNMENT)),
                    "BC-UBND",
                    office.placeName(),
                    "TM. ỦY BAN NHÂN DÂN",
                    "CHỦ TỊCH",
                    recipients);
        }
        return new Letterhead(
                superior(office, Layout.GOVERNMENT),
                upper(office.name()),
                "BC-" + office.shortCode(),
                office.placeName(),
                null,
                headOf(office.agencyType()),
                recipients);
    }

    private static Letterhead party(Office office) {
        if (office.isProvince()) {
            return new Letterhead(
                    null,
                    upper(committeeOfProvince(office)),
                    "BC/TU",
                    office.placeName(),
                    "T/M BAN THƯỜNG VỤ",
                    "BÍ THƯ",
                    List.of("Lưu Văn phòng " + committeeOfProvince(office) + "."));
        }
        if (office.isCommune()) {
            Office province = office.above();
            return new Letterhead(
                    province == null ? null : "ĐẢNG BỘ " + upper(province.name()),
                    upper("Đảng ủy " + office.name()),
                    "BC/ĐU",
                    office.placeName(),
                    "T/M BAN THƯỜNG VỤ",
                    "BÍ THƯ",
                    List.of("Lưu Văn phòng Đảng ủy."));
        }
        return new Letterhead(
                superior(office, Layout.PARTY),
                upper(office.name()),
                "BC/" + office.shortCode(),
                office.placeName(),
                null,
                headOf(office.agencyType()),
                List.of("Lưu Văn phòng Đảng ủy."));
    }

    /// `Thành ủy Hải Phòng`, `Tỉnh ủy Bắc Ninh`.
    private static String committeeOfProvince(Office province) {
        return (province.name().startsWith("Thành phố ") ? "Thành ủy " : "Tỉnh ủy ") + province.placeName();
    }

    private static @Nullable String superior(Office office, Layout layout) {
        Office above = office.above();
        return above == null ? null : upper(addressed(above, layout));
    }

    private static String headOf(@Nullable String agencyType) {
        return switch (agencyType == null ? "" : agencyType) {
            case "VHXH", "KT" -> "TRƯỞNG PHÒNG";
            case "VP", "VPDU" -> "CHÁNH VĂN PHÒNG";
            case "HCC", "TTVH", "TTDVSNC" -> "GIÁM ĐỐC";
            case "CA" -> "TRƯỞNG CÔNG AN";
            case "BXDD" -> "TRƯỞNG BAN";
            case "UBKT" -> "CHỦ NHIỆM";
            case "MTTQ", "HDND", "UBND" -> "CHỦ TỊCH";
            case "TYT" -> "TRẠM TRƯỞNG";
            case "TRUONG" -> "HIỆU TRƯỞNG";
            case "THON" -> "TRƯỞNG THÔN";
            case "BCD" -> "TRƯỞNG BAN CHỈ ĐẠO";
            default -> "THỦ TRƯỞNG";
        };
    }

    private static String upper(String text) {
        return text.toUpperCase(VIETNAMESE);
    }

    /// With the kind of unit in small letters: `phường Kinh Môn`.
    private static String lower(String unitName) {
        return unitName.substring(0, 1).toLowerCase(VIETNAMESE) + unitName.substring(1);
    }
}
