package vn.monitoring.task.warning;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import vn.monitoring.kit.problem.Problem;
import vn.monitoring.kit.scope.Scope;
import vn.monitoring.kit.web.Cursor;
import vn.monitoring.kit.web.Page;

/// Lists and counts of warnings within the caller's units; they start from the units, which are few.
@ApplicationScoped
class WarningList {

    /// What a list is narrowed to; nulls narrow nothing.
    record Filter(
            @Nullable String unit,
            @Nullable UUID planId,
            @Nullable UUID taskId,
            @Nullable WarningKind kind,
            @Nullable WarningStatus status,
            @Nullable Integer level) {}

    private static final String WARNINGS = """
            select w.id, w.kind, w.cause, w.level, w.task_id, w.plan_id, w.unit_code, w.responsible_unit_code, t.number,
                t.title, t.director_position, w.months, w.fields, w.since, w.opened_on, w.escalated_on, w.closed_on,
                w.version
            from warning w join task t on t.id = w.task_id""";

    private static final String UNITS = """

             where w.responsible_unit_code = any (array (select u.code from unit u
                where u.path <@ any (cast(? as ltree[]))
                  and (cast(? as text) is null or u.path <@ (select path from unit where code = ?))))""";

    private static final String COUNTS = """
            select w.kind, w.level, count(*), count(distinct w.task_id) from warning w""" + UNITS + """

            and w.closed_on is null and (cast(? as uuid) is null or w.plan_id = ?)
            group by grouping sets ((w.kind, w.level), ())""";

    private final DataSource dataSource;
    private final Scope scope;
    private final Clock clock;

    WarningList(DataSource dataSource, Scope scope, Clock clock) {
        this.dataSource = dataSource;
        this.scope = scope;
        this.clock = clock;
    }

    /// The newest first.
    @Transactional
    Page<WarningResponse> list(Filter filter, @Nullable String cursor, int limit) {
        Cursor after = Cursor.decode(cursor, 2);
        require(filter.unit());
        List<@Nullable Object> values = new ArrayList<>(Arrays.asList(scope.paths(), filter.unit(), filter.unit()));
        StringBuilder sql = new StringBuilder(WARNINGS).append(UNITS);
        if (filter.planId() != null) {
            sql.append(" and w.plan_id = ?");
            values.add(filter.planId());
        }
        if (filter.taskId() != null) {
            sql.append(" and w.task_id = ?");
            values.add(filter.taskId());
        }
        if (filter.kind() != null) {
            sql.append(" and w.kind = ?");
            values.add(filter.kind().name());
        }
        if (filter.status() != null) {
            sql.append(
                    filter.status() == WarningStatus.OPEN
                            ? " and w.closed_on is null"
                            : " and w.closed_on is not null");
        }
        if (filter.level() != null) {
            sql.append(" and w.level = ?");
            values.add(filter.level());
        }
        if (after != null) {
            sql.append(" and (w.opened_on, w.id) < (?, ?)");
            values.add(after.date(0));
            values.add(after.id(1));
        }
        sql.append(" order by w.opened_on desc, w.id desc limit ").append(limit + 1);
        return Page.of(query(sql.toString(), values), limit, last -> Cursor.at(last.openedOn(), last.id()));
    }

    /// @throws Problem 404
    @Transactional
    WarningResponse get(UUID id) {
        return find(id).orElseThrow(Problem::notFound);
    }

    /// A warning that the caller may see.
    Optional<WarningResponse> find(UUID id) {
        return query(WARNINGS + UNITS + " and w.id = ?", Arrays.asList(scope.paths(), null, null, id)).stream()
                .findFirst();
    }

    @Transactional
    WarningCounts count(@Nullable String unit, @Nullable UUID planId) {
        require(unit);
        Map<WarningKind, Long> byKind = zeros(WarningKind.class);
        Map<Addressee, Long> byAddressee = zeros(Addressee.class);
        long total = 0;
        long tasks = 0;
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(COUNTS)) {
            set(select, Arrays.asList(scope.paths(), unit, unit, planId, planId));
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    long count = rows.getLong(3);
                    if (rows.getString(1) == null) {
                        total = count;
                        tasks = rows.getLong(4);
                    } else {
                        WarningKind kind = WarningKind.valueOf(rows.getString(1));
                        byKind.merge(kind, count, Long::sum);
                        byAddressee.merge(Addressee.of(kind, rows.getInt(2)), count, Long::sum);
                    }
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException("cannot count warnings", e);
        }
        return new WarningCounts(total, tasks, byKind, byAddressee);
    }

    private void require(@Nullable String unit) {
        if (unit != null) {
            scope.require(unit);
        }
    }

    private List<WarningResponse> query(String sql, List<@Nullable Object> values) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(sql)) {
            set(select, values);
            LocalDate today = LocalDate.now(clock);
            List<WarningResponse> warnings = new ArrayList<>();
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    warnings.add(read(rows, today));
                }
            }
            return warnings;
        } catch (SQLException e) {
            throw new IllegalStateException("cannot list warnings", e);
        }
    }

    private static void set(PreparedStatement statement, List<@Nullable Object> values) throws SQLException {
        for (int i = 0; i < values.size(); i++) {
            statement.setObject(i + 1, values.get(i));
        }
    }

    private static WarningResponse read(ResultSet row, LocalDate today) throws SQLException {
        WarningKind kind = WarningKind.valueOf(row.getString("kind"));
        int level = row.getInt("level");
        LocalDate since = row.getObject("since", LocalDate.class);
        LocalDate closedOn = row.getObject("closed_on", LocalDate.class);
        return new WarningResponse(
                row.getObject("id", UUID.class),
                kind,
                row.getString("cause"),
                WarningStatus.of(closedOn),
                level,
                Addressee.of(kind, level),
                row.getObject("task_id", UUID.class),
                row.getObject("plan_id", UUID.class),
                row.getString("unit_code"),
                row.getString("responsible_unit_code"),
                row.getString("number"),
                row.getString("title"),
                row.getString("director_position"),
                row.getInt("months"),
                Arrays.asList((String[]) row.getArray("fields").getArray()),
                since,
                days(kind, since, closedOn == null ? today : closedOn),
                row.getObject("opened_on", LocalDate.class),
                row.getObject("escalated_on", LocalDate.class),
                closedOn,
                row.getLong("version"));
    }

    private static @Nullable Long days(WarningKind kind, @Nullable LocalDate since, LocalDate day) {
        if (since == null) {
            return null;
        }
        return kind == WarningKind.DUE_SOON
                ? Math.max(0, ChronoUnit.DAYS.between(day, since))
                : ChronoUnit.DAYS.between(since, day);
    }

    private static <E extends Enum<E>> Map<E, Long> zeros(Class<E> type) {
        Map<E, Long> counts = new EnumMap<>(type);
        for (E value : type.getEnumConstants()) {
            counts.put(value, 0L);
        }
        return counts;
    }
}
