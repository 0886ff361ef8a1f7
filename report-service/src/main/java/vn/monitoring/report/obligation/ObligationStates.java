package vn.monitoring.report.obligation;

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
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import vn.monitoring.kit.calendar.VietnamCalendar;
import vn.monitoring.kit.web.Cursor;
import vn.monitoring.report.period.SenderLevel;

/// How far senders were at the end of a day, also of a past one: a report that was returned since counts as sent for
/// the days on which it lay with the receiver.
@ApplicationScoped
class ObligationStates {

    /// Parameters: until, paths, unit twice, regime twice, period twice.
    private static final String ASKED = """
            o.opened_at < ? and u.path <@ any (?::ltree[])
            and (?::text is null or u.path <@ (select path from unit where code = ?))
            and (?::uuid is null or o.regime_id = ?) and (?::text is null or o.period = ?)""";

    /// Parameters: until, day, day, until six times, then those of `ASKED`.
    private static final String STATES = """
            select o.id, o.regime_id, o.period, o.cut_off_on, o.unit_code, u.name as unit_name, o.due_on, o.lapsed_on,
                case when u.type = 'PROVINCE' then 'PROVINCE' when u.type like 'COMMUNE%' then 'COMMUNE' else 'AGENCY' end as level,
                sent.at as sent_at, case when o.accepted_at < ? then o.accepted_at end as accepted_at,
                case when (sent.at at time zone 'Asia/Ho_Chi_Minh')::date <= o.due_on then 'ON_TIME'
                    when sent.at is not null then 'LATE' when o.lapsed_on < ? then 'LAPSED' when o.due_on < ? then 'OVERDUE'
                    else 'PENDING' end as punctuality,
                case when o.accepted_at < ? then 'ACCEPTED' when sent.at is not null then 'SUBMITTED'
                    when exists (select 1 from report_review v
                        where v.report_id = o.id and v.outcome = 'RETURNED' and v.decided_at < ?) then 'RETURNED'
                    when r.drafted_at < ? then 'DRAFTED' else 'OPEN' end as status
            from report_obligation o join unit u on u.code = o.unit_code left join report r on r.id = o.id
            cross join lateral (select case when o.submitted_at < ? then o.submitted_at else
                (select max(v.submitted_at) from report_review v where v.report_id = o.id and v.outcome = 'RETURNED'
                    and v.submitted_at < ? and v.decided_at >= ?) end as at) sent
            where\s""" + ASKED;

    private static final String SUMMARY = """
            with page as (
                select o.regime_id, o.period, o.cut_off_on from report_obligation o join unit u on u.code = o.unit_code
                where %s and (?::date is null or o.cut_off_on < ?
                    or (o.cut_off_on = ? and (o.regime_id, o.period) > (?::uuid, ?)))
                group by o.regime_id, o.period, o.cut_off_on order by o.cut_off_on desc, o.regime_id, o.period limit ?),
            states as (%s and (o.regime_id, o.period) in (select regime_id, period from page))
            select s.regime_id, g.name, s.period, p.title, s.cut_off_on, s.level,
                count(*) filter (where s.punctuality <> 'LAPSED'), count(*) filter (where s.sent_at is not null),
                count(*) filter (where s.status = 'OPEN' and s.punctuality <> 'LAPSED'),
                count(*) filter (where s.status = 'DRAFTED' and s.punctuality <> 'LAPSED'),
                count(*) filter (where s.status = 'SUBMITTED'), count(*) filter (where s.status = 'ACCEPTED'),
                count(*) filter (where s.status = 'RETURNED' and s.punctuality <> 'LAPSED'),
                count(*) filter (where s.punctuality = 'ON_TIME'), count(*) filter (where s.punctuality = 'LATE'),
                count(*) filter (where s.punctuality = 'OVERDUE'), count(*) filter (where s.punctuality = 'LAPSED'),
                coalesce((array_agg(s.unit_code order by s.unit_code)
                    filter (where s.punctuality in ('PENDING', 'OVERDUE')))[1:?], '{}')
            from states s join report_regime g on g.id = s.regime_id
            join report_period p on p.regime_id = s.regime_id and p.period = s.period
            group by s.regime_id, g.name, s.period, p.title, s.cut_off_on, s.level
            order by s.cut_off_on desc, s.regime_id, s.period, s.level""".formatted(ASKED, STATES);

    private static final String SENDERS = """
            with states as (%s) select id, unit_code, unit_name, level, due_on, sent_at, accepted_at, status, punctuality
            from states where (?::text is null or punctuality = ?) and (?::text is null or unit_code > ?)
            order by unit_code limit ?""".formatted(STATES);

    private final DataSource dataSource;

    ObligationStates(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /// What is asked for: the state at the end of this day; null means any unit, regime, period.
    record Asked(
            LocalDate day,
            String paths,
            @Nullable String unitCode,
            @Nullable UUID regimeId,
            @Nullable String period) {

        private OffsetDateTime until() {
            return day.plusDays(1)
                    .atStartOfDay(VietnamCalendar.ZONE)
                    .toOffsetDateTime()
                    .withOffsetSameInstant(ZoneOffset.UTC);
        }

        private List<@Nullable Object> parameters() {
            return parameters(until(), paths, unitCode, unitCode, regimeId, regimeId, period, period);
        }

        private List<@Nullable Object> parametersOfStates() {
            OffsetDateTime until = until();
            List<@Nullable Object> all = parameters(until, day, day, until, until, until, until, until, until);
            all.addAll(parameters());
            return all;
        }

        private static List<@Nullable Object> parameters(@Nullable Object... values) {
            List<@Nullable Object> list = new ArrayList<>();
            Collections.addAll(list, values);
            return list;
        }
    }

    /// The counts of a regime, a period and a level.
    record Row(
            UUID regimeId,
            String regimeName,
            String period,
            @Nullable String title,
            LocalDate cutOffOn,
            SenderLevel level,
            SenderCounts counts,
            List<String> missing) {}

    /// Rows of the next periods in the list (the last cut-off first), level by level.
    List<Row> summarise(Asked asked, @Nullable Cursor after, int periods, int mostMissing) {
        List<@Nullable Object> parameters = asked.parameters();
        LocalDate cutOff = after == null ? null : after.date(0);
        parameters.add(cutOff);
        parameters.add(cutOff);
        parameters.add(cutOff);
        parameters.add(after == null ? null : after.id(1));
        parameters.add(after == null ? null : after.keys().get(2));
        parameters.add(periods);
        parameters.addAll(asked.parametersOfStates());
        parameters.add(mostMissing);
        return list(
                SUMMARY,
                parameters,
                rows -> new Row(
                        rows.getObject(1, UUID.class),
                        rows.getString(2),
                        rows.getString(3),
                        rows.getString(4),
                        rows.getObject(5, LocalDate.class),
                        SenderLevel.valueOf(rows.getString(6)),
                        new SenderCounts(
                                rows.getLong(7),
                                rows.getLong(8),
                                rows.getLong(9),
                                rows.getLong(10),
                                rows.getLong(11),
                                rows.getLong(12),
                                rows.getLong(13),
                                rows.getLong(14),
                                rows.getLong(15),
                                rows.getLong(16),
                                rows.getLong(17)),
                        List.of((String[]) rows.getArray(18).getArray())));
    }

    /// The senders in unit order.
    List<SenderState> senders(Asked asked, @Nullable Punctuality punctuality, @Nullable String afterUnit, int limit) {
        List<@Nullable Object> parameters = asked.parametersOfStates();
        String wanted = punctuality == null ? null : punctuality.name();
        parameters.add(wanted);
        parameters.add(wanted);
        parameters.add(afterUnit);
        parameters.add(afterUnit);
        parameters.add(limit);
        return list(
                SENDERS,
                parameters,
                rows -> new SenderState(
                        rows.getObject(1, UUID.class),
                        rows.getString(2),
                        rows.getString(3),
                        SenderLevel.valueOf(rows.getString(4)),
                        rows.getObject(5, LocalDate.class),
                        instant(rows, 6),
                        instant(rows, 7),
                        ObligationStatus.valueOf(rows.getString(8)),
                        Punctuality.valueOf(rows.getString(9))));
    }

    private static @Nullable Instant instant(ResultSet rows, int column) throws SQLException {
        OffsetDateTime value = rows.getObject(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }

    private <T> List<T> list(String sql, List<@Nullable Object> parameters, Reader<T> reader) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int index = 0; index < parameters.size(); index++) {
                statement.setObject(index + 1, parameters.get(index));
            }
            List<T> items = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    items.add(reader.read(rows));
                }
            }
            return items;
        } catch (SQLException e) {
            throw new IllegalStateException("cannot count what was sent", e);
        }
    }

    private interface Reader<T> {
        T read(ResultSet rows) throws SQLException;
    }
}
