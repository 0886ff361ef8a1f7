package vn.monitoring.indicator.grade;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import vn.monitoring.indicator.grading.Explanation;
import vn.monitoring.indicator.grading.GradeStatus;
import vn.monitoring.indicator.grading.Shortfall;

/// The table `grade`, read and written for many indicators at once.
@ApplicationScoped
class GradeTable {

    private static final String WRITE = """
            insert into grade (id, indicator_id, as_of, status, regressing, at_risk, provisional, measurement_id, period,
                numerator, denominator, value, expected, gap, progress, shortfall, shortfall_measure, projection, target,
                inputs, explanation_vi, explanation_en, policy_version, graded_at, version)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?::jsonb, ?, ?, ?, ?, ?)
            on conflict (indicator_id, as_of) do update set status = excluded.status, regressing = excluded.regressing,
                at_risk = excluded.at_risk, provisional = excluded.provisional, measurement_id = excluded.measurement_id,
                period = excluded.period, numerator = excluded.numerator, denominator = excluded.denominator,
                value = excluded.value, expected = excluded.expected, gap = excluded.gap, progress = excluded.progress,
                shortfall = excluded.shortfall, shortfall_measure = excluded.shortfall_measure,
                projection = excluded.projection, target = excluded.target, inputs = excluded.inputs,
                explanation_vi = excluded.explanation_vi, explanation_en = excluded.explanation_en,
                policy_version = excluded.policy_version, graded_at = excluded.graded_at, version = excluded.version
            """;

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
                        select * from grade g where g.indicator_id = any (?) and g.as_of >= coalesce(
                            (select max(as_of) from grade b where b.indicator_id = g.indicator_id and b.as_of < ?),
                            '-infinity')""")) {
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

    void write(List<Grade> grades) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(WRITE)) {
            for (Grade grade : grades) {
                bind(statement, grade);
                statement.addBatch();
            }
            statement.executeBatch();
        } catch (SQLException | JsonProcessingException e) {
            throw new IllegalStateException("cannot write grades", e);
        }
    }

    private void bind(PreparedStatement statement, Grade grade) throws SQLException, JsonProcessingException {
        statement.setObject(1, grade.id());
        statement.setObject(2, grade.indicatorId());
        statement.setObject(3, grade.asOf());
        statement.setString(4, grade.status().name());
        statement.setBoolean(5, grade.overlays().regressing());
        statement.setBoolean(6, grade.overlays().atRisk());
        statement.setBoolean(7, grade.overlays().provisional());
        statement.setObject(8, grade.measurementId());
        statement.setString(9, grade.period());
        statement.setBigDecimal(10, grade.numerator());
        statement.setBigDecimal(11, grade.denominator());
        statement.setBigDecimal(12, grade.value());
        statement.setBigDecimal(13, grade.expected());
        statement.setBigDecimal(14, grade.gap());
        statement.setBigDecimal(15, grade.progress());
        statement.setBigDecimal(16, grade.shortfall());
        Shortfall.Measure measure = grade.shortfallMeasure();
        statement.setString(17, measure == null ? null : measure.name());
        statement.setBigDecimal(18, grade.projection());
        statement.setString(19, grade.target() == null ? null : json.writeValueAsString(grade.target()));
        statement.setString(20, json.writeValueAsString(grade.inputs()));
        statement.setString(21, grade.explanation().vi());
        statement.setString(22, grade.explanation().en());
        statement.setInt(23, grade.policyVersion());
        statement.setTimestamp(24, Timestamp.from(grade.gradedAt()));
        statement.setLong(25, grade.version());
    }

    /// @param row holds all columns of `grade`
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
