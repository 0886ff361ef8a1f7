package vn.monitoring.report.fact;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import vn.monitoring.kit.bulk.CopyRows;
import vn.monitoring.kit.shield.AsSystem;

/// The figures of reports as they were frozen: each refers to its fact, which never changes, and keeps beside it what a
/// fact does not say.
///
/// A frozen figure is replaced in one way only, [#refresh], while it is open; the database holds that too (V…711).
@ApplicationScoped
public class FrozenFigures {

    private static final String COLUMNS = "report_id, kind, subject_id, ordinal, grade_seq, previous_grade_seq, "
            + "last_year_grade_seq, task_seq, unit_code, timeliness, original_timeliness, due_on, original_due_on, data";

    private static final String FROZEN = """
            select f.report_id, f.kind, f.unit_code, coalesce(g.event_id, t.event_id), coalesce(g.data, t.data, f.data)::text,
                f.data is not null, f.timeliness, f.original_timeliness, f.due_on, f.original_due_on,
                before.event_id, before.data::text, year_before.event_id, year_before.data::text
            from report_figure f left join grade_fact g on g.seq = f.grade_seq left join task_fact t on t.seq = f.task_seq
            left join grade_fact before on before.seq = f.previous_grade_seq
            left join grade_fact year_before on year_before.seq = f.last_year_grade_seq
            where f.report_id = any (?) order by f.report_id, f.kind, f.ordinal""";

    private static final String GRADE_NOW = """
            select g.seq, g.event_id, g.data::text from report_obligation o
            join grade_fact g on g.indicator_id = ? and g.as_of <= o.cut_off_on
            where o.id = ? order by g.as_of desc, g.version desc, g.seq desc limit 1""";

    private static final String TASK_NOW = """
            select t.seq, t.event_id, t.data::text, o.cut_off_on from report_obligation o
            join task_fact t on t.task_id = ? and t.business_date <= o.cut_off_on
            where o.id = ? order by t.version desc limit 1""";

    private final DataSource dataSource;
    private final ObjectMapper json;
    private final AsSystem asSystem;

    FrozenFigures(DataSource dataSource, ObjectMapper json, AsSystem asSystem) {
        this.dataSource = dataSource;
        this.json = json;
        this.asSystem = asSystem;
    }

    /// Who takes a newer figure, when and why.
    public record Taken(String by, Instant at, String reason) {}

    /// A figure that a newer one replaced: the fact it was taken from, and why it gave way.
    ///
    /// @param eventId null for an indicator that had no grade
    public record Replaced(
            FigureKind kind,
            UUID subjectId,
            int revision,
            @Nullable String eventId,
            Taken taken) {}

    public Figures of(UUID reportId) {
        return of(List.of(reportId)).getOrDefault(reportId, new Figures(List.of(), List.of()));
    }

    /// The figures of many reports, each in its order; a report without figures is absent.
    ///
    /// A figure stands in the report for good, whoever answers for it by now: the caller must see the report,
    /// and what it cites is read as the system.
    public Map<UUID, Figures> of(Collection<UUID> reportIds) {
        Collection<UUID> inSight = inSight(reportIds);
        return asSystem.call(() -> cited(inSight));
    }

    private Collection<UUID> inSight(Collection<UUID> reportIds) {
        List<UUID> inSight = new ArrayList<>();
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement("select id from report where id = any (?)")) {
            statement.setArray(1, connection.createArrayOf("uuid", reportIds.toArray()));
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    inSight.add(rows.getObject(1, UUID.class));
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException("cannot read reports", e);
        }
        return inSight;
    }

    private Map<UUID, Figures> cited(Collection<UUID> reportIds) {
        Map<UUID, Figures> figures = new HashMap<>();
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(FROZEN)) {
            statement.setArray(1, connection.createArrayOf("uuid", reportIds.toArray()));
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    Figures ofReport = figures.computeIfAbsent(
                            rows.getObject(1, UUID.class), key -> new Figures(new ArrayList<>(), new ArrayList<>()));
                    switch (FigureKind.valueOf(rows.getString(2))) {
                        case GRADE -> ofReport.indicators().add(grade(rows));
                        case TASK -> ofReport.tasks().add(task(rows));
                    }
                }
            }
            return figures;
        } catch (SQLException | JsonProcessingException e) {
            throw new IllegalStateException("cannot read frozen figures", e);
        }
    }

    /// Freezes the figures of new reports, in the current transaction.
    public void freeze(Map<UUID, FiguresAsAt> figuresByReport) {
        try (Connection connection = dataSource.getConnection();
                CopyRows rows = CopyRows.intoShielded(connection, "report_figure", COLUMNS)) {
            for (Map.Entry<UUID, FiguresAsAt> entry : figuresByReport.entrySet()) {
                int ordinal = 0;
                for (FiguresAsAt.Grade grade : entry.getValue().grades()) {
                    IndicatorFigure figure = grade.figure();
                    begin(rows, entry.getKey(), FigureKind.GRADE, figure.indicatorId(), ++ordinal);
                    rows.value(grade.seq())
                            .value(grade.previousSeq())
                            .value(grade.lastYearSeq())
                            .value(null)
                            .value(figure.unitCode());
                    rows.value(null).value(null).value(null).value(null);
                    rows.value(grade.seq() == null ? json.writeValueAsBytes(figure) : null)
                            .end();
                }
                ordinal = 0;
                for (FiguresAsAt.Task task : entry.getValue().tasks()) {
                    TaskFigure figure = task.figure();
                    begin(rows, entry.getKey(), FigureKind.TASK, figure.taskId(), ++ordinal);
                    rows.value(null).value(null).value(null).value(task.seq()).value(figure.unitCode());
                    rows.value(figure.timeliness())
                            .value(figure.originalTimeliness())
                            .value(figure.due())
                            .value(figure.originalDue())
                            .value(null)
                            .end();
                }
            }
            rows.send();
        } catch (SQLException | JsonProcessingException e) {
            throw new IllegalStateException("cannot freeze figures", e);
        }
    }

    /// Takes the fact that is known now as at the report's cut-off in the place of a figure that is open; the old one
    /// stays
    /// as a revision. False when the figure rests on that fact already, or nothing is known.
    ///
    /// @throws IllegalStateException when the database finds the figure locked: ask `Report.requireOpen` before
    public boolean refresh(UUID reportId, FigureKind kind, UUID subjectId, Taken taken) {
        try (Connection connection = dataSource.getConnection()) {
            return switch (kind) {
                case GRADE -> refreshGrade(connection, reportId, subjectId, taken);
                case TASK -> refreshTask(connection, reportId, subjectId, taken);
            };
        } catch (SQLException | JsonProcessingException e) {
            throw new IllegalStateException("cannot replace a frozen figure of report " + reportId, e);
        }
    }

    /// The figures that newer ones replaced, oldest first.
    public List<Replaced> replaced(UUID reportId) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement("""
                        with every as (
                            select kind, subject_id, revision, grade_seq, task_seq, taken_at, taken_by, reason
                            from report_figure_history where report_id = ?
                            union all
                            select kind, subject_id, revision, grade_seq, task_seq, taken_at, taken_by, reason
                            from report_figure where report_id = ? and revision > 0)
                        select old.kind, old.subject_id, old.revision, coalesce(g.event_id, t.event_id), next.taken_by,
                            next.taken_at, next.reason
                        from every old join every next using (kind, subject_id)
                        left join grade_fact g on g.seq = old.grade_seq left join task_fact t on t.seq = old.task_seq
                        where next.revision = old.revision + 1 order by next.taken_at, old.kind, old.subject_id""")) {
            statement.setObject(1, reportId);
            statement.setObject(2, reportId);
            List<Replaced> replaced = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    Taken taken = new Taken(
                            rows.getString(5),
                            rows.getObject(6, OffsetDateTime.class).toInstant(),
                            rows.getString(7));
                    replaced.add(new Replaced(
                            FigureKind.valueOf(rows.getString(1)),
                            rows.getObject(2, UUID.class),
                            rows.getInt(3),
                            rows.getString(4),
                            taken));
                }
            }
            return replaced;
        } catch (SQLException e) {
            throw new IllegalStateException("cannot read replaced figures", e);
        }
    }

    private static boolean refreshGrade(Connection connection, UUID reportId, UUID indicatorId, Taken taken)
            throws SQLException {
        try (PreparedStatement now = connection.prepareStatement(GRADE_NOW);
                PreparedStatement update = connection.prepareStatement("""
                        update report_figure set grade_seq = ?, data = null, revision = revision + 1, taken_at = ?, taken_by = ?,
                            reason = ?
                        where report_id = ? and kind = 'GRADE' and subject_id = ? and grade_seq is distinct from ?""")) {
            now.setObject(1, indicatorId);
            now.setObject(2, reportId);
            try (ResultSet rows = now.executeQuery()) {
                if (!rows.next()) {
                    return false;
                }
                update.setLong(1, rows.getLong(1));
                update.setObject(7, rows.getLong(1));
            }
            bind(update, 2, taken);
            update.setObject(5, reportId);
            update.setObject(6, indicatorId);
            return update.executeUpdate() == 1;
        }
    }

    private static boolean refreshTask(Connection connection, UUID reportId, UUID taskId, Taken taken)
            throws SQLException, JsonProcessingException {
        try (PreparedStatement now = connection.prepareStatement(TASK_NOW);
                PreparedStatement update = connection.prepareStatement("""
                        update report_figure set task_seq = ?, timeliness = ?, original_timeliness = ?, due_on = ?, original_due_on = ?,
                            revision = revision + 1, taken_at = ?, taken_by = ?, reason = ?
                        where report_id = ? and kind = 'TASK' and subject_id = ? and task_seq is distinct from ?""")) {
            now.setObject(1, taskId);
            now.setObject(2, reportId);
            try (ResultSet rows = now.executeQuery()) {
                if (!rows.next()) {
                    return false;
                }
                TaskFigure.Judged judged =
                        TaskFigure.Judged.asAt(Json.read(rows.getString(3)), rows.getObject(4, LocalDate.class));
                update.setLong(1, rows.getLong(1));
                update.setString(2, judged.timeliness());
                update.setString(3, judged.originalTimeliness());
                update.setObject(4, judged.due());
                update.setObject(5, judged.originalDue());
                update.setLong(11, rows.getLong(1));
            }
            bind(update, 6, taken);
            update.setObject(9, reportId);
            update.setObject(10, taskId);
            return update.executeUpdate() == 1;
        }
    }

    private static void bind(PreparedStatement update, int at, Taken taken) throws SQLException {
        update.setObject(at, taken.at().atOffset(ZoneOffset.UTC));
        update.setString(at + 1, taken.by());
        update.setString(at + 2, taken.reason());
    }

    private static void begin(CopyRows rows, UUID reportId, FigureKind kind, UUID subjectId, int ordinal) {
        rows.value(reportId).value(kind).value(subjectId).value(ordinal);
    }

    private IndicatorFigure grade(ResultSet rows) throws SQLException, JsonProcessingException {
        if (rows.getBoolean(6)) {
            return json.readValue(rows.getString(5), IndicatorFigure.class);
        }
        return IndicatorFigure.from(
                Json.read(rows.getString(5)),
                rows.getString(3),
                rows.getString(4),
                Facts.earlier(rows.getString(12), rows.getString(11)),
                Facts.earlier(rows.getString(14), rows.getString(13)));
    }

    private static TaskFigure task(ResultSet rows) throws SQLException, JsonProcessingException {
        JsonNode state = Json.read(rows.getString(5));
        TaskFigure.Judged judged = new TaskFigure.Judged(
                rows.getString(7),
                rows.getString(8),
                rows.getObject(9, LocalDate.class),
                rows.getObject(10, LocalDate.class));
        return TaskFigure.from(state, rows.getString(3), rows.getString(4), judged);
    }
}
