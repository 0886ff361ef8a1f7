package vn.monitoring.indicator.unit;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import vn.monitoring.kit.text.Vietnamese;

/// Finds the units that the words of a plan mean: by name, alias or abbreviation within one commune or province.
@ApplicationScoped
public class AgencyResolver {

    private static final Pattern COLLECTIVE = Pattern.compile(
            "(?:^|.* )(?:các (?:cơ quan|đơn vị|phòng|ban|ngành|tổ chức|thành viên|thôn|trường|địa phương|doanh nghiệp).*"
                    + "|liên quan|(?:thủ )?trưởng các .*|cơ quan đơn vị liên quan)");
    private static final int MOST_PARTS = 12;

    private final UnitRepository units;
    private final Clock clock;

    AgencyResolver(UnitRepository units, Clock clock) {
        this.units = units;
        this.clock = clock;
    }

    /// What the words mean.
    ///
    /// @param unitCodes the units found, in the order of the text, each once
    /// @param unknown parts that no unit goes by
    /// @param collective parts that mean "all concerned" and name nobody
    public record Resolution(List<String> unitCodes, List<String> unknown, List<String> collective) {

        /// The first named unit: the one that leads.
        public Optional<String> lead() {
            return unitCodes.stream().findFirst();
        }
    }

    /// The names of one commune's or province's agencies, ready to be asked. An agency that was merged stands for
    /// its successor; one that ceased without any is no longer found.
    public Directory directoryOf(String unitCode) {
        LocalDate today = LocalDate.now(clock);
        return new Directory(
                units.listSubtree(unitCode).stream()
                        .filter(unit -> unit.successorCode() != null || !unit.endedBefore(today))
                        .toList(),
                unitCode);
    }

    /// The agencies of one unit by the keys of their names.
    public static final class Directory {

        private final Map<String, String> codes = new HashMap<>();
        private final Set<String> ambiguous = new LinkedHashSet<>();
        private final String placeName;

        Directory(List<Unit> subtree, String rootCode) {
            placeName = subtree.stream()
                    .filter(unit -> unit.code().equals(rootCode))
                    .findFirst()
                    .map(unit -> AgencyNames.placeOf(unit.name()))
                    .orElse("");
            Set<String> here = new HashSet<>();
            subtree.forEach(unit -> here.add(unit.code()));
            for (Unit unit : subtree) {
                if (unit.code().equals(rootCode)) {
                    continue;
                }
                String successor = unit.successorCode();
                String code = successor != null && here.contains(successor) ? successor : unit.code();
                add(unit.name(), code);
                unit.aliases().forEach(alias -> add(alias, code));
            }
            ambiguous.forEach(codes::remove);
        }

        private void add(String name, String code) {
            String key = AgencyNames.key(name, placeName);
            if (key.isEmpty()) {
                return;
            }
            String before = codes.putIfAbsent(key, code);
            if (before != null && !before.equals(code)) {
                ambiguous.add(key);
            }
        }

        /// Reads a cell such as `Phòng Văn hóa - Xã hội; Công an` or `Trưởng phòng VH-XH, các cơ quan liên quan`.
        public Resolution resolve(String text) {
            Set<String> found = new LinkedHashSet<>();
            List<String> unknown = new ArrayList<>();
            List<String> collective = new ArrayList<>();
            for (String part : text.split("[;\\n]", -1)) {
                if (!part.isBlank()) {
                    resolvePart(part.strip(), found, unknown, collective);
                }
            }
            return new Resolution(List.copyOf(found), unknown, collective);
        }

        /// A comma may stand between two agencies or within the name of one: the longest run of pieces that is a name
        /// counts.
        private void resolvePart(String part, Set<String> found, List<String> unknown, List<String> collective) {
            List<String> pieces = Arrays.stream(part.split(",|(?<=\\s)và(?=\\s)", MOST_PARTS))
                    .map(String::strip)
                    .filter(piece -> !piece.isEmpty())
                    .toList();
            int from = 0;
            while (from < pieces.size()) {
                int to = longestName(pieces, from, found);
                if (to > from) {
                    from = to;
                    continue;
                }
                String rest = String.join(", ", pieces.subList(from, pieces.size()));
                if (COLLECTIVE.matcher(Vietnamese.fold(rest)).matches()) {
                    collective.add(rest);
                    return;
                }
                unknown.add(pieces.get(from));
                from++;
            }
        }

        private int longestName(List<String> pieces, int from, Set<String> found) {
            for (int to = pieces.size(); to > from; to--) {
                Optional<String> code = find(String.join(" ", pieces.subList(from, to)));
                if (code.isPresent()) {
                    found.add(code.get());
                    return to;
                }
            }
            return from;
        }

        /// The unit that goes by this name, or that this position leads.
        public Optional<String> find(String name) {
            String code = codes.get(AgencyNames.key(name, placeName));
            if (code == null && AgencyNames.isPosition(name)) {
                code = codes.get(AgencyNames.key(AgencyNames.withoutPosition(name), placeName));
            }
            return Optional.ofNullable(code);
        }
    }
}
