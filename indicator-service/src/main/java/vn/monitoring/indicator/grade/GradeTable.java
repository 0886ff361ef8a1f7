package vn.monitoring.indicator.grade;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import vn.monitoring.indicator.grading.Explanation;
import vn.monitoring.indicator.grading.GradeStatus;
import vn.monitoring.indicator.grading.Shortfall;
import vn.monitoring.kit.bulk.CopyRows;

/// The table `grade`, read and written for many indicators at once.
@ApplicationScoped
class GradeTable {

    private static final List<String> COLUMNS = List.of(
            "id",
            "indicator_id",
            "as_of",
            "status",
            "regressing",
            "at_risk",
            "provisional",
            "measurement_id",
            "period",
            "numerator",
            "denominator",
            "value",
            "expected",
            "gap",
            "progress",
            "shortfall",
            "shortfall_measure",
            "projection",
            "target",
            "inputs",
            "basis",
            "explanation_vi",
            "explanation_en",
            "policy_version",
            "graded_at",
            "version");

    /// All columns but `basis`, of `grade g`.
    static final String READ =
            "g." + COLUMNS.stream().filter(column -> !column.equals("basis")).collect(Collectors.joining(", g."));

    private final DataSource dataSource;
    private final ObjectMapper json;

    GradeTable(DataSource dataSource, ObjectMapper json) {
        this.dataSource = dataSource;
        this.json = json;
    }

    /// For each indicator its grades from the day on and the last one before it, by date.
    Map<UUID, TreeMap<LocalDate, Grade>> read(Collection<UUID> indicatorIds, LocalDate from) {
        Map<UUID, TreeMap<LocalDate, Grade>> grades = new HashMap<>();
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement("""
                        select %s from grade g where g.indicator_id = any (?) and g.as_of >= coalesce(
                            (select max(as_of) from grade b where b.indicator_id = g.indicator_id and b.as_of < ?),
                            '-infinity')""".formatted(READ))) {
            statement.setArray(1, connection.createArrayOf("uuid", indicatorIds.toArray()));
            statement.setObject(2, from);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    Grade grade = grade(row);
                    grades.computeIfAbsent(grade.indicatorId(), _ -> new TreeMap<>())
                            .put(grade.asOf(), grade);
                }
            }
            return grades;
        } catch (SQLException e) {
            throw new IllegalStateException("cannot read grades", e);
        }
    }

    /// Changed grades take the place of the stored ones of the same id; all are written by one COPY.
    ///
    /// The caller holds the lock of their indicators.
    void write(List<Timeline.Change> changes) {
        if (changes.isEmpty()) {
            return;
        }
        List<UUID> replaced = changes.stream()
                .map(Timeline.Change::grade)
                .filter(grade -> grade.version() > 1)
                .map(Grade::id)
                .toList();
        try (Connection connection = dataSource.getConnection()) {
            if (!replaced.isEmpty()) {
                remove(connection, replaced);
            }
            try (CopyRows rows = CopyRows.intoShielded(connection, "grade", String.join(", ", COLUMNS))) {
                for (Timeline.Change change : changes) {
                    put(rows, change.grade(), Basis.of(change.basis()));
                }
                rows.send();
            }
        } catch (SQLException | JsonProcessingException e) {
            throw new IllegalStateException("cannot write grades", e);
        }
    }

    private static void remove(Connection connection, List<UUID> ids) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("delete from grade where id = any (?)")) {
            statement.setArray(1, connection.createArrayOf("uuid", ids.toArray()));
            statement.executeUpdate();
        }
    }

    private void put(CopyRows rows, Grade grade, Basis basis) throws SQLException, JsonProcessingException {
        rows.value(grade.id())
                .value(grade.indicatorId())
                .value(grade.asOf())
                .value(grade.status())
                .value(grade.overlays().regressing())
                .value(grade.overlays().atRisk())
                .value(grade.overlays().provisional())
                .value(grade.measurementId())
                .value(grade.period())
                .value(grade.numerator())
                .value(grade.denominator())
                .value(grade.value())
                .value(grade.expected())
                .value(grade.gap())
                .value(grade.progress())
                .value(grade.shortfall())
                .value(grade.shortfallMeasure())
                .value(grade.projection())
                .value(grade.target() == null ? null : json.writeValueAsBytes(grade.target()))
                .value(json.writeValueAsBytes(grade.inputs()))
                .value(json.writeValueAsBytes(basis))
                .value(grade.explanation().vi())
                .value(grade.explanation().en())
                .value(grade.policyVersion())
                .value(grade.gradedAt())
                .value(grade.version())
                .end();
    }

    /// What the grade was computed from; empty for one of before that was stored.
    Optional<Basis> findBasis(UUID gradeId) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement("select basis from grade where id = ?")) {
            statement.setObject(1, gradeId);
            try (ResultSet row = statement.executeQuery()) {
                String text = row.next() ? row.getString(1) : null;
                return text == null ? Optional.empty() : Optional.of(parse(text, Basis.class));
            }
        } catch (SQLException e) {
            throw new IllegalStateException("cannot read the inputs of a grade", e);
        }
    }

    /// @param row holds all columns of `grade` but `basis`
    Grade grade(ResultSet row) throws SQLException {
        String measure = row.getString("shortfall_measure");
        String target = row.getString("target");
        return new Grade(
                row.getObject("id", UUID.class),
                row.getObject("indicator_id", UUID.class),
                row.getObject("as_of", LocalDate.class),
                GradeStatus.valueOf(row.getString("status")),
                new Grade.Overlays(
                        row.getBoolean("regressing"), row.getBoolean("at_risk"), row.getBoolean("provisional")),
                row.getObject("measurement_id", UUID.class),
                row.getString("period"),
                number(row, "numerator"),
                number(row, "denominator"),
                number(row, "value"),
                number(row, "expected"),
                number(row, "gap"),
                number(row, "progress"),
                number(row, "shortfall"),
                measure == null ? null : Shortfall.Measure.valueOf(measure),
                number(row, "projection"),
                target == null ? null : parse(target, Grade.Target.class),
                parse(row.getString("inputs"), Grade.Inputs.class),
                new Explanation(row.getString("explanation_vi"), row.getString("explanation_en")),
                row.getInt("policy_version"),
                row.getTimestamp("graded_at").toInstant(),
                row.getLong("version"));
    }

    private static @Nullable BigDecimal number(ResultSet row, String column) throws SQLException {
        return row.getBigDecimal(column);
    }

    private <T> T parse(String text, Class<T> type) {
        try {
            return json.readValue(text, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("unreadable " + type.getSimpleName() + " of a grade", e);
        }
    }
}
