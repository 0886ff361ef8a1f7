package vn.monitoring.task.importing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.monitoring.kit.text.Vietnamese;

/// Finds the unit that a plan means by the name of a lead agency.
///
/// By name or alias first, whatever the case, the dashes and the place of the tone mark, also when the head of
/// the agency is named ("Trưởng phòng Văn hóa Xã hội") or its commune is added; else by the kind of agency when
/// the plan's unit has only one of it.
final class Leads {

    /// A unit within the plan's unit.
    record Candidate(String code, String name, @Nullable String agencyType, List<String> aliases) {}

    private static final Pattern HEAD = Pattern.compile(
            "^(?:phó )?(?:thủ trưởng|trưởng|chánh|chủ nhiệm|chủ tịch|tổng giám đốc|giám đốc|hiệu trưởng|bí thư) (?:cơ quan )?");
    private static final Pattern COMMUNE = Pattern.compile(" (?:phường|xã|đặc khu|thị trấn)(?: .*)?$");
    private static final Pattern COLLECTIVE =
            Pattern.compile("^(?:thủ trưởng |lãnh đạo )?(?:các|toàn thể|tất cả)(?: .*)?");

    /// What tells the kind of an agency, the most telling first.
    private static final Map<Pattern, String> KINDS = new LinkedHashMap<>();

    static {
        KINDS.put(Pattern.compile("(?:^|.* )(?:mttq|mặt trận tổ quốc)(?: .*)?"), "MTTQ");
        KINDS.put(Pattern.compile("(?:^|.* )văn phòng đảng ủy(?: .*)?"), "VPDU");
        KINDS.put(Pattern.compile("(?:^|.* )văn phòng (?:hđnd|ubnd)(?: .*)?"), "VP");
        KINDS.put(Pattern.compile("(?:^|.* )ủy ban kiểm tra(?: .*)?"), "UBKT");
        KINDS.put(Pattern.compile("(?:^|.* )xây dựng đảng(?: .*)?"), "BXDD");
        KINDS.put(Pattern.compile("(?:^|.* )ban chỉ đạo(?: .*)?"), "BCD");
        KINDS.put(Pattern.compile("(?:^|.* )công an(?: .*)?"), "CA");
        KINDS.put(Pattern.compile("(?:^|.* )hành chính công(?: .*)?"), "HCC");
        KINDS.put(Pattern.compile("(?:^|.* )dịch vụ sự nghiệp công(?: .*)?"), "TTDVSNC");
        KINDS.put(Pattern.compile("(?:^|.* )trung tâm văn hóa(?: .*)?"), "TTVH");
        KINDS.put(Pattern.compile("(?:^|.* )(?:văn hóa xã hội|vh xh)(?: .*)?"), "VHXH");
        KINDS.put(Pattern.compile("(?:^|.* )phòng kinh tế(?: .*)?"), "KT");
        KINDS.put(Pattern.compile("(?:^|.* )trạm y tế(?: .*)?"), "TYT");
        KINDS.put(Pattern.compile("(?:^|.* )hội đồng nhân dân|hđnd(?: .*)?"), "HDND");
        KINDS.put(Pattern.compile("(?:ubnd|ủy ban nhân dân)(?: .*)?"), "UBND");
    }

    private final Map<String, Set<String>> byName = new HashMap<>();
    private final Map<String, Set<String>> byKind = new HashMap<>();

    Leads(List<Candidate> units) {
        for (Candidate unit : units) {
            List<String> names = new ArrayList<>(unit.aliases());
            names.add(unit.name());
            for (String name : names) {
                for (String form : forms(name)) {
                    byName.computeIfAbsent(form, key -> new HashSet<>()).add(unit.code());
                }
            }
            if (unit.agencyType() != null) {
                byKind.computeIfAbsent(unit.agencyType(), key -> new HashSet<>())
                        .add(unit.code());
            }
        }
    }

    /// The agencies that a cell names, the main lead first.
    static List<String> split(String cell) {
        return Pattern.compile("\\s*;\\s*")
                .splitAsStream(cell)
                .map(String::strip)
                .filter(part -> part.codePoints().anyMatch(Character::isLetter))
                .toList();
    }

    /// Whether the text names agencies in general and so nobody.
    static boolean isCollective(String lead) {
        return COLLECTIVE.matcher(Vietnamese.fold(lead)).matches();
    }

    /// The code of the one unit that is meant.
    Optional<String> find(String lead) {
        for (String form : forms(lead)) {
            Set<String> codes = byName.getOrDefault(form, Set.of());
            if (codes.size() == 1) {
                return codes.stream().findFirst();
            }
        }
        if (isCollective(lead)) {
            return Optional.empty();
        }
        return kindOf(lead)
                .map(kind -> byKind.getOrDefault(kind, Set.of()))
                .filter(codes -> codes.size() == 1)
                .flatMap(codes -> codes.stream().findFirst());
    }

    /// The kind of agency that a text names, such as CA for the police.
    static Optional<String> kindOf(String text) {
        String folded = Vietnamese.fold(text);
        return KINDS.entrySet().stream()
                .filter(kind -> kind.getKey().matcher(folded).matches())
                .map(Map.Entry::getValue)
                .findFirst();
    }

    /// As printed, without the head's title, without the commune, without both; folded.
    private static List<String> forms(String name) {
        String folded = Vietnamese.fold(name);
        String agency = HEAD.matcher(folded).replaceFirst("");
        String withoutCommune = COMMUNE.matcher(folded).replaceFirst("");
        String bare = COMMUNE.matcher(agency).replaceFirst("");
        return List.of(folded, agency, withoutCommune, bare).stream()
                .filter(form -> !form.isBlank())
                .distinct()
                .toList();
    }
}
