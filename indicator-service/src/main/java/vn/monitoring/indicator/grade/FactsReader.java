package vn.monitoring.indicator.grade;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import vn.monitoring.indicator.grade.IndicatorFacts.DatedTarget;
import vn.monitoring.indicator.grade.IndicatorFacts.VerifiedFigure;
import vn.monitoring.indicator.grading.Baseline;
import vn.monitoring.indicator.grading.Direction;
import vn.monitoring.indicator.grading.PathPoint;
import vn.monitoring.indicator.grading.TargetPoint;
import vn.monitoring.indicator.grading.TargetPoint.Standing;
import vn.monitoring.indicator.target.Comparator;
import vn.monitoring.indicator.target.TargetKind;
import vn.monitoring.kit.calendar.Period;

/// Reads what the grades of many indicators depend on, three statements (five where targets are relative) for any
/// number of them.
///
/// Indicators of plans that are no longer in force are left out: their last grades stand.
@ApplicationScoped
class FactsReader {

    private static final String INDICATORS = """
            select i.id, i.plan_id, i.unit_code, i.responsible_unit_code, i.number, i.name, i.indicator_group,
                i.measure_unit, i.direction, i.version, p.issued_on, p.horizon_start, c.measure, c.cumulative,
                c.numerator, c.frequency, b.on_date, b.value, s.points
            from indicator i
            join plan p on p.id = i.plan_id
            left join canonical_indicator c on c.code = i.canonical_code
            left join baseline b on b.indicator_id = i.id
            left join stated_path s on s.indicator_id = i.id and s.replaced_at is null
            where i.id = any (?) and p.status = 'IN_FORCE'
            """;

    /// A target without a date falls due with the plan. It is not graded before somebody decides, nor is a
    /// doubtful one of a row that needs a decision; where such a row has no doubtful target, none of its targets
    /// is.
    private static final String TARGETS = """
            select t.id, t.indicator_id, t.raw, t.kind, t.comparator, t.low, t.high, t.provisional, t.valid_from,
                t.valid_to, coalesce(t.due_date, p.horizon_end) as due,
                t.due_date is null
                    or (t.provisional and 'VALUE_CONFLICT' = any (t.flags))
                    or (i.outcome = 'NEEDS_DECISION' and (t.provisional or not exists (
                        select from target o where o.indicator_id = i.id and o.provisional and o.valid_to is null)))
                    as disputed
            from target t
            join indicator i on i.id = t.indicator_id
            join plan p on p.id = i.plan_id
            where t.indicator_id = any (?)
            order by t.indicator_id, due, t.valid_from
            """;

    private static final String FIGURES = """
            select indicator_id, measurement_id, period, as_of, numerator, denominator, value, cumulative, documented,
                confirmed_by_other_unit
            from verified_figure
            where indicator_id = any (?)
            """;

    /// Which province and entry of the catalogue the standard of a relative target comes from.
    private static final String PROVINCES = """
            select i.id, i.canonical_code, p.code
            from indicator i
            join unit u on u.code = i.unit_code
            join unit p on p.path = subpath(u.path, 0, 1)
            where i.id = any (?) and i.canonical_code is not null
            """;

    private static final TypeReference<List<PathPoint>> POINTS = new TypeReference<>() {};

    private final DataSource dataSource;
    private final ProvinceFigures provinces;
    private final ObjectMapper json;

    FactsReader(DataSource dataSource, ProvinceFigures provinces, ObjectMapper json) {
        this.dataSource = dataSource;
        this.provinces = provinces;
        this.json = json;
    }

    List<IndicatorFacts> read(Collection<UUID> indicatorIds) {
        try (Connection connection = dataSource.getConnection()) {
            Array ids = connection.createArrayOf("uuid", indicatorIds.toArray());
            Map<UUID, List<DatedTarget>> targets = readTargets(connection, ids);
            Map<UUID, List<VerifiedFigure>> figures = readFigures(connection, ids);
            Map<UUID, List<ProvinceFigures.Sum>> sums = readProvinces(connection, targets);
            return readIndicators(connection, ids, targets, figures, sums);
        } catch (SQLException | JsonProcessingException e) {
            throw new IllegalStateException("cannot read what grades depend on", e);
        }
    }

    private static Map<UUID, List<DatedTarget>> readTargets(Connection connection, Array ids) throws SQLException {
        Map<UUID, List<DatedTarget>> targets = new HashMap<>();
        try (PreparedStatement statement = connection.prepareStatement(TARGETS)) {
            statement.setArray(1, ids);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    targets.computeIfAbsent(row.getObject("indicator_id", UUID.class), _ -> new ArrayList<>())
                            .add(new DatedTarget(
                                    row.getObject("id", UUID.class),
                                    target(row),
                                    row.getObject("valid_from", LocalDate.class),
                                    row.getObject("valid_to", LocalDate.class)));
                }
            }
        }
        return targets;
    }

    private static TargetPoint target(ResultSet row) throws SQLException {
        String comparator = row.getString("comparator");
        return new TargetPoint(
                row.getObject("due", LocalDate.class),
                row.getString("raw"),
                TargetKind.valueOf(row.getString("kind")),
                comparator == null ? null : Comparator.valueOf(comparator),
                row.getBigDecimal("low"),
                row.getBigDecimal("high"),
                standing(row));
    }

    private static Standing standing(ResultSet row) throws SQLException {
        if (row.getBoolean("disputed")) {
            return Standing.IN_DISPUTE;
        }
        return row.getBoolean("provisional") ? Standing.PROVISIONAL : Standing.SETTLED;
    }

    private static Map<UUID, List<VerifiedFigure>> readFigures(Connection connection, Array ids) throws SQLException {
        Map<UUID, List<VerifiedFigure>> figures = new HashMap<>();
        try (PreparedStatement statement = connection.prepareStatement(FIGURES)) {
            statement.setArray(1, ids);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    boolean cumulative = row.getBoolean("cumulative");
                    figures.computeIfAbsent(row.getObject("indicator_id", UUID.class), _ -> new ArrayList<>())
                            .add(new VerifiedFigure(
                                    row.getObject("measurement_id", UUID.class),
                                    Period.of(row.getString("period")),
                                    row.getObject("as_of", LocalDate.class),
                                    row.getBigDecimal("numerator"),
                                    row.getBigDecimal("denominator"),
                                    row.getBigDecimal("value"),
                                    row.getObject("cumulative") == null ? null : cumulative,
                                    row.getBoolean("documented"),
                                    row.getBoolean("confirmed_by_other_unit")));
                }
            }
        }
        figures.values().forEach(list -> list.sort(VerifiedFigure.BY_DATE));
        return figures;
    }

    /// Only for indicators with a relative target: mostly none.
    private Map<UUID, List<ProvinceFigures.Sum>> readProvinces(
            Connection connection, Map<UUID, List<DatedTarget>> targets) throws SQLException {
        List<UUID> relative = targets.entrySet().stream()
                .filter(entry -> entry.getValue().stream()
                        .anyMatch(dated -> dated.target().kind() == TargetKind.RELATIVE))
                .map(Map.Entry::getKey)
                .toList();
        if (relative.isEmpty()) {
            return Map.of();
        }
        Map<UUID, ProvinceFigures.Key> keys = new HashMap<>();
        try (PreparedStatement statement = connection.prepareStatement(PROVINCES)) {
            statement.setArray(1, connection.createArrayOf("uuid", relative.toArray()));
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    keys.put(row.getObject(1, UUID.class), new ProvinceFigures.Key(row.getString(3), row.getString(2)));
                }
            }
        }
        Map<ProvinceFigures.Key, List<ProvinceFigures.Sum>> sums = provinces.read(Set.copyOf(keys.values()));
        Map<UUID, List<ProvinceFigures.Sum>> byIndicator = new HashMap<>();
        keys.forEach((id, key) -> byIndicator.put(id, sums.getOrDefault(key, List.of())));
        return byIndicator;
    }

    private List<PathPoint> points(@Nullable String text) throws JsonProcessingException {
        return text == null ? List.of() : json.readValue(text, POINTS);
    }

    private List<IndicatorFacts> readIndicators(
            Connection connection,
            Array ids,
            Map<UUID, List<DatedTarget>> targets,
            Map<UUID, List<VerifiedFigure>> figures,
            Map<UUID, List<ProvinceFigures.Sum>> sums)
            throws SQLException, JsonProcessingException {
        List<IndicatorFacts> facts = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(INDICATORS)) {
            statement.setArray(1, ids);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    UUID id = row.getObject("id", UUID.class);
                    facts.add(new IndicatorFacts(
                            id,
                            row.getObject("plan_id", UUID.class),
                            row.getString("unit_code"),
                            row.getString("responsible_unit_code"),
                            row.getString("number"),
                            row.getString("name"),
                            row.getString("indicator_group"),
                            row.getString("measure_unit"),
                            row.getString("numerator"),
                            direction(row.getString("direction")),
                            "FLOW".equals(row.getString("measure")),
                            row.getBoolean("cumulative"),
                            months(row.getString("frequency")),
                            watchedSince(row),
                            baseline(row),
                            points(row.getString("points")),
                            sums.getOrDefault(id, List.of()),
                            row.getLong("version"),
                            targets.getOrDefault(id, List.of()),
                            figures.getOrDefault(id, List.of())));
                }
            }
        }
        return facts;
    }

    private static Direction direction(String name) {
        return switch (vn.monitoring.indicator.target.Direction.valueOf(name)) {
            case LOWER -> Direction.LOWER_IS_BETTER;
            case HIGHER, MAINTAIN, NEAR -> Direction.HIGHER_IS_BETTER;
        };
    }

    /// The day the plan was issued, though not before its horizon starts.
    private static LocalDate watchedSince(ResultSet row) throws SQLException {
        LocalDate start = row.getObject("horizon_start", LocalDate.class);
        LocalDate issued = row.getObject("issued_on", LocalDate.class);
        return issued != null && issued.isAfter(start) ? issued : start;
    }

    private static @Nullable Baseline baseline(ResultSet row) throws SQLException {
        LocalDate date = row.getObject("on_date", LocalDate.class);
        BigDecimal value = row.getBigDecimal("value");
        return date == null || value == null ? null : new Baseline(date, value, false);
    }

    private static @Nullable Integer months(@Nullable String frequency) {
        return switch (frequency) {
            case null -> null;
            case "MONTH" -> 1;
            case "QUARTER" -> 3;
            case "HALF_YEAR" -> 6;
            default -> 12;
        };
    }
}
