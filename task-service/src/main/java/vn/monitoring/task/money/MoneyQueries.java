package vn.monitoring.task.money;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import vn.monitoring.kit.scope.Scope;
import vn.monitoring.kit.web.Cursor;
import vn.monitoring.kit.web.Page;
import vn.monitoring.task.task.Task;
import vn.monitoring.task.task.TaskRepository;
import vn.monitoring.task.task.TaskStatus;

/// Adds up money over the tasks in the caller's sight, and holds it against their progress.
@ApplicationScoped
class MoneyQueries {

    /// The tasks in sight, with the parameters unit, scope, plan, plan. Each unit's tasks are looked up, and the money
    /// of
    /// each task, whatever the statistics say: all that is asked for are those of some units.
    private static final String IN_SIGHT = """
            from unit u left join unit top on top.code = ?
            cross join lateral (select * from task where responsible_unit_code = u.code offset 0) t
            %s
            where u.path <@ any (cast(? as ltree[])) and (top.code is null or u.path <@ top.path)
                and (cast(? as uuid) is null or t.plan_id = ?)""";

    private static final String BY_UNIT_AND_SOURCE = """
            select below.code, coalesce(below.name, ''), m.source, sum(m.allocated), sum(m.disbursed)
            """ + IN_SIGHT.formatted("""
                    left join unit below on below.path = subpath(u.path, 0, least(nlevel(u.path), nlevel(top.path) + 1))
                    cross join lateral (select * from task_source_money where task_id = t.id offset 0) m""") + """
             group by below.code, below.name, m.source""";

    private static final String TASKS =
            """
            select count(*), count(*) filter (where m.disbursed > m.allocated)
            """ + IN_SIGHT.formatted("cross join lateral (select * from task_money where task_id = t.id offset 0) m");

    private static final String RECONCILED = """
            select t.id, t.plan_id, t.position, t.deliverable_count + coalesce(part.deliverables, 0),
                coalesce(m.allocated, 0) + coalesce(part.allocated, 0), coalesce(m.disbursed, 0) + coalesce(part.disbursed, 0)
            """ + IN_SIGHT.formatted("""
                    left join lateral (select * from task_money where task_id = t.id offset 0) m on true
                    left join lateral (select * from parts_of_task(t.id) where t.kind = 'PARENT' offset 0) part
                        on true""") + """
             and (m.task_id is not null or part.allocated is not null or t.percent = 100 or t.status = 'COMPLETED')
                and (t.plan_id, t.position, t.id) > (?, ?, ?)
            order by t.plan_id, t.position, t.id limit ?""";

    private static final UUID FIRST = new UUID(0, 0);

    /// A task with its progress, money and deliverables.
    record Reconciled(
            UUID taskId,
            UUID planId,
            String responsibleUnitCode,
            String number,
            @Nullable String title,
            TaskStatus status,
            Money money,
            Reconciliation reconciliation) {}

    private record Row(UUID id, UUID planId, int position, int deliverables, Money money) {}

    private record Judged(Row row, Reconciled task) {}

    private record Child(String code, String name) {}

    private final DataSource dataSource;
    private final TaskRepository tasks;
    private final Scope scope;

    MoneyQueries(DataSource dataSource, TaskRepository tasks, Scope scope) {
        this.dataSource = dataSource;
        this.tasks = tasks;
        this.scope = scope;
    }

    @Transactional
    MoneyTotals total(@Nullable String unit, @Nullable UUID planId) {
        if (unit != null) {
            scope.require(unit);
        }
        Map<FundingSource, Money> bySource = new EnumMap<>(FundingSource.class);
        Map<Child, Money> byUnit = new HashMap<>();
        Money total = Money.NONE;
        long counted;
        long overspent;
        try (Connection connection = dataSource.getConnection()) {
            try (PreparedStatement select = connection.prepareStatement(BY_UNIT_AND_SOURCE)) {
                bind(select, unit, planId);
                try (ResultSet rows = select.executeQuery()) {
                    while (rows.next()) {
                        Money money = Money.of(rows.getBigDecimal(4), rows.getBigDecimal(5));
                        total = total.plus(money);
                        bySource.merge(FundingSource.valueOf(rows.getString(3)), money, Money::plus);
                        String below = rows.getString(1);
                        if (below != null) {
                            byUnit.merge(new Child(below, rows.getString(2)), money, Money::plus);
                        }
                    }
                }
            }
            try (PreparedStatement select = connection.prepareStatement(TASKS)) {
                bind(select, unit, planId);
                try (ResultSet row = select.executeQuery()) {
                    row.next();
                    counted = row.getLong(1);
                    overspent = row.getLong(2);
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException("cannot add up money", e);
        }
        return new MoneyTotals(
                unit,
                planId,
                total.allocated(),
                total.disbursed(),
                total.rate(),
                counted,
                overspent,
                bySource.entrySet().stream()
                        .map(of -> MoneyTotals.OfSource.of(of.getKey(), of.getValue()))
                        .toList(),
                byUnit.entrySet().stream()
                        .map(of -> MoneyTotals.OfUnit.of(
                                of.getKey().code(), of.getKey().name(), of.getValue()))
                        .sorted(Comparator.comparing(MoneyTotals.OfUnit::code))
                        .toList());
    }

    /// In the order of the plans' tables: the tasks with money, and those said to be done.
    ///
    /// @param mismatched only those where something does not fit together; judged row by row
    @Transactional
    Page<Reconciled> reconcile(
            @Nullable String unit, @Nullable UUID planId, boolean mismatched, @Nullable Cursor cursor, int limit) {
        if (unit != null) {
            scope.require(unit);
        }
        List<Judged> found = new ArrayList<>();
        Row after = cursor == null
                ? new Row(FIRST, FIRST, -1, 0, Money.NONE)
                : new Row(cursor.id(2), cursor.id(0), Math.toIntExact(cursor.number(1)), 0, Money.NONE);
        boolean more = true;
        while (more && found.size() <= limit) {
            int wanted = mismatched ? Page.MAX_LIMIT : limit + 1;
            List<Row> rows = rows(unit, planId, after, wanted);
            Map<UUID, Task> byId = tasks
                    .list("id in ?1", rows.stream().map(Row::id).toList())
                    .stream()
                    .collect(Collectors.toMap(Task::id, Function.identity()));
            for (Row row : rows) {
                Reconciled task = judge(Objects.requireNonNull(byId.get(row.id())), row);
                if (found.size() <= limit
                        && (!mismatched || !task.reconciliation().mismatches().isEmpty())) {
                    found.add(new Judged(row, task));
                }
            }
            more = rows.size() == wanted;
            after = rows.isEmpty() ? after : rows.getLast();
        }
        return Page.of(
                        found,
                        limit,
                        last -> Cursor.at(
                                last.row().planId(),
                                last.row().position(),
                                last.row().id()))
                .map(Judged::task);
    }

    private static Reconciled judge(Task task, Row row) {
        return new Reconciled(
                task.id(),
                task.planId(),
                task.responsibleUnitCode(),
                task.facts().number(),
                task.facts().title(),
                task.status(),
                row.money(),
                Reconciliation.of(
                        task.status() == TaskStatus.COMPLETED,
                        task.oneOff(),
                        task.percent(),
                        row.money().allocated(),
                        row.money().disbursed(),
                        row.deliverables()));
    }

    private List<Row> rows(@Nullable String unit, @Nullable UUID planId, Row after, int limit) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(RECONCILED)) {
            bind(select, unit, planId);
            select.setObject(5, after.planId());
            select.setInt(6, after.position());
            select.setObject(7, after.id());
            select.setInt(8, limit);
            List<Row> page = new ArrayList<>();
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    page.add(new Row(
                            rows.getObject(1, UUID.class),
                            rows.getObject(2, UUID.class),
                            rows.getInt(3),
                            rows.getInt(4),
                            Money.of(rows.getBigDecimal(5), rows.getBigDecimal(6))));
                }
            }
            return page;
        } catch (SQLException e) {
            throw new IllegalStateException("cannot hold money against progress", e);
        }
    }

    private void bind(PreparedStatement statement, @Nullable String unit, @Nullable UUID planId) throws SQLException {
        statement.setString(1, unit);
        statement.setString(2, scope.paths());
        statement.setObject(3, planId);
        statement.setObject(4, planId);
    }
}
