package vn.monitoring.report.notice;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import vn.monitoring.kit.web.Cursor;
import vn.monitoring.report.regime.Reminders;

/// Keeps what was told, set-wise. A notice is in sight of whoever has its sender in his units.
@ApplicationScoped
class NoticeStore {

    /// How long after the last possible step a report that was never sent is looked at.
    private static final int DAYS_BACK = Reminders.MOST_DAYS + 30;

    /// Calendar days that hold the most working days before a due date, holidays included.
    private static final int DAYS_AHEAD = 2 * Reminders.MOST_DAYS;

    private static final String UNSENT = """
            from report_obligation o join report_period p on p.regime_id = o.regime_id and p.period = o.period
            where o.submitted_at is null and o.lapsed_on is null
            """;

    private final DataSource dataSource;

    NoticeStore(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /// Obligations not met that are due on one day and reminded by one rule.
    record Group(LocalDate dueOn, Reminders reminders) {}

    record Filter(
            String paths,
            @Nullable String unitCode,
            @Nullable UUID regimeId,
            @Nullable NoticeKind kind,
            @Nullable Integer level) {}

    List<Group> unsent(LocalDate today) {
        return list(
                "select distinct o.due_on, p.remind_before, p.remind_after " + UNSENT + """
                 and o.due_on between ? and ? order by o.due_on, p.remind_before, p.remind_after""",
                statement -> {
                    statement.setObject(1, today.minusDays(DAYS_BACK));
                    statement.setObject(2, today.plusDays(DAYS_AHEAD));
                },
                rows -> new Group(
                        rows.getObject(1, LocalDate.class),
                        new Reminders(numbers(rows.getArray(2)), numbers(rows.getArray(3)))));
    }

    /// Notes a step for those of the group to which it was not told; their obligations. One that somebody is just
    /// working on waits for the next look.
    List<UUID> add(Group group, NoticeStep step, Instant now) {
        return list(
                "insert into report_notice (obligation_id, kind, days, level, due_on, told_at)"
                        + " select o.id, ?, ?, ?, o.due_on, ? " + UNSENT + """
                         and o.due_on = ? and p.remind_before = ? and p.remind_after = ?
                        and not exists (select 1 from report_notice n where n.obligation_id = o.id and n.kind = ? and n.days = ?)
                        order by o.id for no key update of o skip locked
                        on conflict do nothing returning obligation_id""",
                statement -> {
                    Connection connection = statement.getConnection();
                    statement.setString(1, step.kind().name());
                    statement.setInt(2, step.days());
                    statement.setInt(3, step.level());
                    statement.setObject(4, now.atOffset(ZoneOffset.UTC));
                    statement.setObject(5, group.dueOn());
                    statement.setArray(
                            6,
                            connection.createArrayOf(
                                    "integer", group.reminders().before().toArray()));
                    statement.setArray(
                            7,
                            connection.createArrayOf(
                                    "integer", group.reminders().after().toArray()));
                    statement.setString(8, step.kind().name());
                    statement.setInt(9, step.days());
                },
                rows -> rows.getObject(1, UUID.class));
    }

    /// The last told first.
    List<NoticeResponse> list(Filter filter, @Nullable Cursor after, int limit) {
        OffsetDateTime at = after == null
                ? null
                : Instant.EPOCH.plus(after.number(0), ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
        return list(
                """
                select n.obligation_id, o.regime_id, o.unit_code, u.name, o.receiver_unit_code, o.period, n.kind, n.level, n.days,
                    n.due_on, n.told_at
                from report_notice n join report_obligation o on o.id = n.obligation_id join unit u on u.code = o.unit_code
                where u.path <@ any (?::ltree[])
                and (?::text is null or u.path <@ (select path from unit where code = ?))
                and (?::uuid is null or o.regime_id = ?) and (?::text is null or n.kind = ?)
                and (?::integer is null or n.level = ?)
                and (?::timestamptz is null or (n.told_at, n.obligation_id) < (?::timestamptz, ?::uuid))
                order by n.told_at desc, n.obligation_id desc limit ?""",
                statement -> {
                    String kind = filter.kind() == null ? null : filter.kind().name();
                    statement.setString(1, filter.paths());
                    statement.setString(2, filter.unitCode());
                    statement.setString(3, filter.unitCode());
                    statement.setObject(4, filter.regimeId());
                    statement.setObject(5, filter.regimeId());
                    statement.setString(6, kind);
                    statement.setString(7, kind);
                    statement.setObject(8, filter.level());
                    statement.setObject(9, filter.level());
                    statement.setObject(10, at);
                    statement.setObject(11, at);
                    statement.setObject(12, after == null ? null : after.id(1));
                    statement.setInt(13, limit);
                },
                rows -> new NoticeResponse(
                        rows.getObject(1, UUID.class),
                        rows.getObject(2, UUID.class),
                        rows.getString(3),
                        rows.getString(4),
                        rows.getString(5),
                        rows.getString(6),
                        NoticeKind.valueOf(rows.getString(7)),
                        rows.getInt(8),
                        rows.getInt(9),
                        rows.getObject(10, LocalDate.class),
                        rows.getObject(11, OffsetDateTime.class).toInstant()));
    }

    static Cursor after(NoticeResponse notice) {
        return Cursor.at(ChronoUnit.MICROS.between(Instant.EPOCH, notice.toldAt()), notice.obligationId());
    }

    private static List<Integer> numbers(Array array) throws SQLException {
        return List.of((Integer[]) array.getArray());
    }

    private <T> List<T> list(String sql, Binder binder, Reader<T> reader) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            binder.bind(statement);
            List<T> items = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    items.add(reader.read(rows));
                }
            }
            return items;
        } catch (SQLException e) {
            throw new IllegalStateException("cannot read or write notices", e);
        }
    }

    private interface Binder {
        void bind(PreparedStatement statement) throws SQLException;
    }

    private interface Reader<T> {
        T read(ResultSet rows) throws SQLException;
    }
}
