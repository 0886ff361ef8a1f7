package vn.monitoring.task.updaterate;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import javax.sql.DataSource;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.monitoring.kit.calendar.Period;
import vn.monitoring.kit.scope.Scope;
import vn.monitoring.kit.web.Cursor;
import vn.monitoring.kit.web.Page;
import vn.monitoring.task.progress.MonthOutcome;
import vn.monitoring.task.warning.RunningMonths;

/// Rates of a month: stored sums where its window has closed, judged now where it has not.
@ApplicationScoped
class UpdateRates {

    private static final String STORED = """
            select r.plan_id, r.responsible_unit_code, r.valid, r.expected, r.insufficient
            from update_rate r
            where r.month = ?
              and r.responsible_unit_code = any (array (select u.code from unit u
                where u.path <@ any (cast(? as ltree[]))
                  and (cast(? as text) is null or u.path <@ (select path from unit where code = ?))))
              and (cast(? as uuid) is null or r.plan_id = ?)""";

    private final DataSource dataSource;
    private final RunningMonths running;
    private final Scope scope;
    private final Clock clock;

    UpdateRates(DataSource dataSource, RunningMonths running, Scope scope, Clock clock) {
        this.dataSource = dataSource;
        this.running = running;
        this.scope = scope;
        this.clock = clock;
    }

    /// The rate of one lead in one plan.
    ///
    /// @param concluded whether the window has closed, so that the rate no longer changes
    @Schema(name = "LeadUpdateRate")
    record LeadRate(UUID planId, String responsibleUnitCode, boolean concluded, UpdateRate rate) {}

    /// @param total of all items, also those on other pages
    @Schema(name = "UpdateRatePage")
    record Answer(
            @Nullable String unit,
            @Nullable UUID planId,

            @Schema(implementation = String.class, examples = "2026-05")
            Period month,

            int targetPercent,
            UpdateRate total,
            List<LeadRate> items,
            @Nullable String next) {}

    private record Key(UUID planId, String unitCode, boolean concluded) implements Comparable<Key> {
        private static final Comparator<Key> ORDER = Comparator.comparing((Key key) -> key.planId.toString())
                .thenComparing(Key::unitCode)
                .thenComparing(Key::concluded);

        @Override
        public int compareTo(Key other) {
            return ORDER.compare(this, other);
        }
    }

    @Transactional
    Answer rates(
            @Nullable String unit,
            @Nullable UUID planId,
            Period month,
            int targetPercent,
            @Nullable String cursor,
            int limit) {
        if (unit != null) {
            scope.require(unit);
        }
        Cursor after = Cursor.decode(cursor, 3);
        TreeMap<Key, UpdateRate> rates = new TreeMap<>();
        addStored(rates, unit, planId, month.firstDay());
        addRunning(rates, unit, planId, YearMonth.from(month.firstDay()));
        UpdateRate total = rates.values().stream().reduce(UpdateRate.NONE, UpdateRate::plus);
        Map<Key, UpdateRate> rest = after == null
                ? rates
                : rates.tailMap(
                        new Key(
                                after.id(0),
                                after.keys().get(1),
                                Boolean.parseBoolean(after.keys().get(2))),
                        false);
        List<LeadRate> rows = rest.entrySet().stream()
                .limit(limit + 1L)
                .map(entry -> new LeadRate(
                        entry.getKey().planId(),
                        entry.getKey().unitCode(),
                        entry.getKey().concluded(),
                        entry.getValue()))
                .toList();
        Page<LeadRate> page =
                Page.of(rows, limit, last -> Cursor.at(last.planId(), last.responsibleUnitCode(), last.concluded()));
        return new Answer(unit, planId, month, targetPercent, total, page.items(), page.next());
    }

    private void addStored(Map<Key, UpdateRate> rates, @Nullable String unit, @Nullable UUID planId, LocalDate month) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(STORED)) {
            select.setObject(1, month);
            select.setString(2, scope.paths());
            select.setString(3, unit);
            select.setString(4, unit);
            select.setObject(5, planId);
            select.setObject(6, planId);
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    rates.merge(
                            new Key(rows.getObject(1, UUID.class), rows.getString(2), true),
                            UpdateRate.of(rows.getLong(3), rows.getLong(4), rows.getLong(5)),
                            UpdateRate::plus);
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException("cannot read update rates", e);
        }
    }

    private void addRunning(Map<Key, UpdateRate> rates, @Nullable String unit, @Nullable UUID planId, YearMonth month) {
        LocalDate today = LocalDate.now(clock);
        if (month.plusMonths(2).atDay(1).isBefore(today) || month.atDay(1).isAfter(today)) {
            return;
        }
        for (RunningMonths.Asked asked : running.list(scope.paths(), unit, planId, month, today)) {
            MonthOutcome.Result result = asked.soFar().result();
            rates.merge(
                    new Key(asked.planId(), asked.responsibleUnitCode(), false),
                    UpdateRate.of(
                            result == MonthOutcome.Result.VALID ? 1 : 0,
                            1,
                            result == MonthOutcome.Result.INSUFFICIENT_DATA ? 1 : 0),
                    UpdateRate::plus);
        }
    }
}
