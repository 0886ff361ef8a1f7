package vn.monitoring.kit.sheet;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// Takes persons' names out of a cell that should hold a position (personal data is not stored: Law 91/2025/QH15).
final class PersonNames {

    private static final String ADDRESS = "(?:[Đđ]ồng chí|[Đđ]/[cC]|Ông|Bà)";
    private static final String SURNAMES =
            "(?:Nguyễn|Trần|Lê|Phạm|Hoàng|Huỳnh|Phan|Vũ|Võ|Đặng|Bùi|Đỗ|Hồ|Ngô|Dương|Lý|Đào|Đinh|Trương|Lương|Trịnh|Mạc|Tạ|Tô)";
    private static final Pattern ADDRESSED = Pattern.compile("(" + ADDRESS
            + "\\s*:?\\s*)((?:\\p{Lu}\\p{L}*\\s+){1,4}\\p{Lu}\\p{L}*|…|\\.{3})(?=\\s*[-–—,;:(]|\\s*$|\\R)");
    private static final Pattern NAMED =
            Pattern.compile("(?<!\\p{L})(?!Hồ Chí Minh)" + SURNAMES + "(?:\\s+\\p{Lu}\\p{Ll}*){1,3}(?!\\p{L})");
    private static final Pattern LEAD_IN = Pattern.compile(ADDRESS + "\\s*:?\\s*(?:…|\\.{3})?\\s*[-–—,:(]?\\s*");
    /// Party titles in short that stand before the position, also as misprinted.
    private static final Pattern PARTY_TITLE = Pattern.compile(
            "(?:UV\\s?BTV|UBVTV|UVTV|UV\\s?BCH|TUV|ĐUV|HUV|QUV)(?:\\s+Đảng ủy)?(?:\\s+(?:phường|xã))?\\s*[-–—,]\\s*");
    private static final Pattern EMPTY_NAME = Pattern.compile("\\s*[-–—,(]?\\s*…\\s*[)]?\\s*$|^\\s*…\\s*[-–—,:]\\s*");

    private PersonNames() {}

    static boolean isAddressed(String text) {
        return ADDRESSED.matcher(text).find();
    }

    /// The text with each name replaced by an ellipsis.
    static String mask(String text) {
        var addressed = ADDRESSED.matcher(text).replaceAll("$1…");
        return NAMED.matcher(addressed).replaceAll("…");
    }

    /// The position that is left: `Đồng chí … - UVBTV, Phó Chủ tịch UBND phường` → `Phó Chủ tịch UBND phường`.
    static String position(String masked) {
        var positions = new ArrayList<String>();
        for (var part : List.of(masked.split(";"))) {
            var bare = LEAD_IN.matcher(part).replaceAll("");
            var untitled = PARTY_TITLE.matcher(bare).replaceAll("");
            var position = EMPTY_NAME.matcher(untitled).replaceAll("").strip();
            if (!position.isEmpty()) {
                positions.add(position);
            }
        }
        return String.join("; ", positions);
    }
}
