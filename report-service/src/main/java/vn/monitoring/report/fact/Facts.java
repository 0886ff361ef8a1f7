package vn.monitoring.report.fact;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/// What was known of units' indicators and tasks as at a day: of each the latest fact whose business time is not later;
/// an indicator without a grade by then stands as without data.
///
/// A unit's are those for which it or a unit below it is responsible. A plan counts from the day it was issued until
/// another one replaced it, and with a block only its plans count. Any number of units is asked for in three
/// statements.
@ApplicationScoped
public class Facts {

    /// The units whose plans may concern a sender: itself, those below it and those above it. Everything is looked up
    /// unit by
    /// unit (`offset 0`): the planner would take some hundred senders for a large part of all facts, and scan them.
    private static final String ISSUERS = """
            with sender as materialized (
                select s.id, u.path from unnest(?::uuid[], ?::text[]) s (id, code) join unit u on u.code = s.code),
            issuer as materialized (
                select s.id, s.path as sender_path, i.code, i.path from sender s
                cross join lateral (select u.code, u.path from unit u where u.path <@ s.path offset 0) i
                union all
                select s.id, s.path, i.code, i.path from sender s
                cross join generate_series(0, nlevel(s.path) - 2) above
                join unit i on i.code = replace(ltree2text(subpath(s.path, above, 1)), '_', '.')),
            cut as (select ?::date as day, ?::date as previous, ?::date as last_year, ?::text as block)
            """;

    private static final String PLAN_COUNTS = """
            and (p.status is null or p.status <> 'SUPERSEDED' or p.superseded_on > cut.day)
            and (cut.block is null or p.block = cut.block)
            """;

    private static final String GRADES =
            ISSUERS + """
            , latest as materialized (
                select distinct on (i.id, g.indicator_id) i.id, i.sender_path, i.path as issuer_path, g.indicator_id, g.seq
                from cut, issuer i cross join lateral (
                    select distinct on (f.indicator_id) f.indicator_id, f.as_of, f.version, f.seq from grade_fact f
                    where f.unit_code = i.code and f.as_of <= cut.day
                    order by f.indicator_id, f.as_of desc, f.version desc, f.seq desc offset 0) g
                order by i.id, g.indicator_id, g.as_of desc, g.version desc, g.seq desc)
            select l.id, g.unit_code, coalesce(responsible.code, g.unit_code), g.seq, g.event_id, g.received_at, g.data::text,
                before.seq, before.event_id, before.data, year_before.seq, year_before.event_id, year_before.data
            from cut, latest l cross join lateral (select * from grade_fact f where f.seq = l.seq offset 0) g
            left join indicator i on i.id = l.indicator_id
            left join plan p on p.id = g.plan_id
            left join unit responsible
                on responsible.code = coalesce(g.responsible_unit_code, i.responsible_unit_code, g.unit_code)
            left join lateral (%s) before on true
            left join lateral (%s) year_before on true
            where coalesce(responsible.path, l.issuer_path) <@ l.sender_path
            """.formatted(earlier("previous"), earlier("last_year")) + PLAN_COUNTS;

    private static final String TASKS = ISSUERS + """
            , latest as materialized (
                select distinct on (i.id, t.task_id) i.id, i.sender_path, i.path as issuer_path, t.seq
                from cut, issuer i cross join lateral (
                    select distinct on (f.task_id) f.task_id, f.version, f.seq from task_fact f
                    where f.unit_code = i.code and f.business_date <= cut.day
                    order by f.task_id, f.version desc offset 0) t
                order by i.id, t.task_id, t.version desc)
            select l.id, t.unit_code, coalesce(responsible.code, t.unit_code), t.seq, t.event_id, t.received_at, t.data::text
            from cut, latest l cross join lateral (select * from task_fact f where f.seq = l.seq offset 0) t
            left join plan p on p.id = t.plan_id
            left join unit responsible on responsible.code = coalesce(t.responsible_unit_code, t.unit_code)
            where coalesce(responsible.path, l.issuer_path) <@ l.sender_path
            and coalesce(t.data ->> 'kind', '') <> 'PARENT' and not coalesce((t.data ->> 'needsDecision')::boolean, false)
            """ + PLAN_COUNTS;

    /// Indicators with the targets that held as at the day, or the first ones where none did yet. One that has a grade
    /// by
    /// then is left out by the reader.
    private static final String INDICATORS = ISSUERS + """
            select s.id, i.unit_code, coalesce(responsible.code, i.unit_code), i.id, i.plan_id, i.number, i.name, i.group_name,
                i.measure_unit, i.event_id, i.version, i.received_at,
                (select coalesce(jsonb_agg(t.data order by t.due_on), '[]')::text from indicator_target t
                 where t.indicator_id = i.id and (t.valid_to is null or t.valid_to > cut.day)
                 and coalesce(t.valid_from, cut.day) <= greatest(cut.day,
                    (select min(first.valid_from) from indicator_target first where first.indicator_id = i.id)))
            from cut, issuer s cross join lateral (select * from indicator f where f.unit_code = s.code offset 0) i
            join plan p on p.id = i.plan_id
            left join unit responsible on responsible.code = i.responsible_unit_code
            where coalesce(responsible.path, s.path) <@ s.sender_path and i.event_id is not null and p.status <> 'DRAFT'
            and (coalesce(p.issued_on, p.activated_on) is null or coalesce(p.issued_on, p.activated_on) <= cut.day)
            """ + PLAN_COUNTS;

    private final DataSource dataSource;

    Facts(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /// The figures of one unit, with nothing to compare with.
    public FiguresAsAt asAt(String unitCode, @Nullable String block, LocalDate cutOff) {
        UUID any = new UUID(0, 0);
        return asAt(Map.of(any, unitCode), block, CutOff.on(cutOff)).getOrDefault(any, FiguresAsAt.NONE);
    }

    /// The figures of many units.
    ///
    /// @param unitCodes by the keys under which the figures are wanted, such as ids of obligations
    public Map<UUID, FiguresAsAt> asAt(Map<UUID, String> unitCodes, @Nullable String block, CutOff cutOff) {
        Map<UUID, List<FiguresAsAt.Grade>> grades = new HashMap<>();
        Map<UUID, List<FiguresAsAt.Task>> tasks = new HashMap<>();
        Map<UUID, Set<UUID>> graded = new HashMap<>();
        Asked asked = new Asked(unitCodes, block, cutOff);
        read(GRADES, asked, rows -> {
            FiguresAsAt.Grade grade = grade(rows);
            UUID key = rows.getObject(1, UUID.class);
            grades.computeIfAbsent(key, unit -> new ArrayList<>()).add(grade);
            graded.computeIfAbsent(key, unit -> new HashSet<>())
                    .add(grade.figure().indicatorId());
        });
        read(INDICATORS, asked, rows -> {
            UUID key = rows.getObject(1, UUID.class);
            UUID indicatorId = rows.getObject(4, UUID.class);
            if (!graded.getOrDefault(key, Set.of()).contains(indicatorId)) {
                grades.computeIfAbsent(key, unit -> new ArrayList<>()).add(ungraded(rows, cutOff.day()));
            }
        });
        read(
                TASKS,
                asked,
                rows -> tasks.computeIfAbsent(rows.getObject(1, UUID.class), unit -> new ArrayList<>())
                        .add(task(rows, cutOff.day())));
        Map<UUID, FiguresAsAt> found = new HashMap<>();
        for (UUID key : unitCodes.keySet()) {
            List<FiguresAsAt.Grade> gradesOfKey = grades.getOrDefault(key, new ArrayList<>());
            List<FiguresAsAt.Task> tasksOfKey = tasks.getOrDefault(key, new ArrayList<>());
            gradesOfKey.sort(FiguresAsAt.Grade.IN_ORDER);
            tasksOfKey.sort(FiguresAsAt.Task.IN_ORDER);
            found.put(key, new FiguresAsAt(gradesOfKey, tasksOfKey));
        }
        return found;
    }

    private record Asked(
            Map<UUID, String> unitCodes, @Nullable String block, CutOff cutOff) {}

    private void read(String sql, Asked asked, RowReader reader) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            List<UUID> keys = List.copyOf(asked.unitCodes().keySet());
            statement.setArray(1, connection.createArrayOf("uuid", keys.toArray()));
            statement.setArray(
                    2,
                    connection.createArrayOf(
                            "text", keys.stream().map(asked.unitCodes()::get).toArray()));
            statement.setObject(3, asked.cutOff().day());
            statement.setObject(4, asked.cutOff().previous());
            statement.setObject(5, asked.cutOff().lastYear());
            statement.setString(6, asked.block());
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    reader.read(rows);
                }
            }
        } catch (SQLException | JsonProcessingException e) {
            throw new IllegalStateException("cannot read facts", e);
        }
    }

    private static FiguresAsAt.Grade grade(ResultSet rows) throws SQLException, JsonProcessingException {
        IndicatorFigure figure = IndicatorFigure.from(
                Json.read(rows.getString(7)),
                rows.getString(3),
                rows.getString(5),
                earlier(rows.getString(10), rows.getString(9)),
                earlier(rows.getString(13), rows.getString(12)));
        return new FiguresAsAt.Grade(
                figure,
                rows.getString(2),
                rows.getLong(4),
                rows.getObject(8, Long.class),
                rows.getObject(11, Long.class),
                instant(rows, 6));
    }

    private static FiguresAsAt.Grade ungraded(ResultSet rows, LocalDate cutOff)
            throws SQLException, JsonProcessingException {
        IndicatorFigure figure = UngradedIndicator.figure(
                new UngradedIndicator(
                        rows.getObject(4, UUID.class),
                        rows.getObject(5, UUID.class),
                        rows.getString(3),
                        rows.getString(6),
                        rows.getString(7),
                        rows.getString(8),
                        rows.getString(9),
                        Json.read(rows.getString(13)),
                        rows.getString(10),
                        rows.getLong(11)),
                cutOff);
        return new FiguresAsAt.Grade(figure, rows.getString(2), null, null, null, instant(rows, 12));
    }

    private static FiguresAsAt.Task task(ResultSet rows, LocalDate cutOff)
            throws SQLException, JsonProcessingException {
        JsonNode state = Json.read(rows.getString(7));
        TaskFigure figure =
                TaskFigure.from(state, rows.getString(3), rows.getString(5), TaskFigure.Judged.asAt(state, cutOff));
        return new FiguresAsAt.Task(figure, rows.getString(2), rows.getLong(4), instant(rows, 6));
    }

    static @Nullable EarlierFigure earlier(@Nullable String data, @Nullable String eventId)
            throws JsonProcessingException {
        return data == null || eventId == null ? null : EarlierFigure.from(Json.read(data), eventId);
    }

    private static String earlier(String cut) {
        return """
                select e.seq, e.event_id, jsonb_build_object('asOf', e.as_of, 'status', e.data -> 'status', 'value', e.data -> 'value') as data
                from grade_fact e where e.indicator_id = l.indicator_id and e.as_of <= cut.%s
                order by e.as_of desc, e.version desc, e.seq desc limit 1""".formatted(cut);
    }

    private static Instant instant(ResultSet rows, int column) throws SQLException {
        return rows.getObject(column, OffsetDateTime.class).toInstant();
    }

    private interface RowReader {
        void read(ResultSet rows) throws SQLException, JsonProcessingException;
    }
}
