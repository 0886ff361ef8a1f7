package vn.monitoring.report.obligation;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import vn.monitoring.report.period.ReportPeriod;
import vn.monitoring.report.regime.SenderRule;

/// Writes down who owes what, one statement for all senders of a period. Within the caller's transaction.
@ApplicationScoped
class Owing {

    /// The units that send by a rule `p (sender_rule, senders, cut_off_on)` to a receiver `r (receiver_unit_code)`. One
    /// that had ceased to be before the cut-off, or came after it, owes nothing.
    private static final String SENDERS = """
            (select s.code, s.type, s.valid_from, s.valid_to from unit s
             where p.sender_rule = 'LISTED' and s.code = any (p.senders)
             union all
             select s.code, s.type, s.valid_from, s.valid_to from unit above join unit s on s.path <@ above.path
             where p.sender_rule = 'COMMUNES_BELOW_RECEIVER' and above.code = r.receiver_unit_code
             and s.code <> above.code and s.type like 'COMMUNE%'
             union all
             select s.code, s.type, s.valid_from, s.valid_to from unit s
             where p.sender_rule = 'AGENCIES_BELOW_RECEIVER' and s.parent_code = r.receiver_unit_code
             and s.type = 'AGENCY') s
            where (s.valid_from is null or s.valid_from <= p.cut_off_on)
            and (s.valid_to is null or s.valid_to >= p.cut_off_on)""";

    private static final String OWE = """
            insert into report_obligation (id, regime_id, unit_code, receiver_unit_code, receiver_name, period, from_on,
                cut_off_on, due_on, status, opened_at, version)
            select gen_random_uuid(), p.regime_id, s.code, case when p.receiver_name is null then r.receiver_unit_code else s.code end,
                p.receiver_name, p.period, p.from_on, p.cut_off_on,
                case when s.type = 'PROVINCE' then p.province_due_on when s.type like 'COMMUNE%%' then p.commune_due_on
                    else p.agency_due_on end,
                'OPEN', ?, 1
            from report_period p join report_regime r on r.id = p.regime_id cross join lateral %s and %s
            on conflict (regime_id, period, unit_code) do nothing returning id""";

    private final DataSource dataSource;

    Owing(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /// Adds what each sender of an open period owes and does not owe already; the new obligations.
    List<UUID> add(UUID regimeId, ReportPeriod period, Instant now) {
        return ids(OWE.formatted(SENDERS, "p.regime_id = ? and p.period = ?"), statement -> {
            statement.setObject(1, now.atOffset(ZoneOffset.UTC));
            statement.setObject(2, regimeId);
            statement.setString(3, period.key());
        });
    }

    /// Adds what senders owe that became known after the period was opened, for all open periods that are not due yet.
    List<UUID> addNewSenders(LocalDate today, Instant now) {
        return ids(OWE.formatted(SENDERS, "p.last_due_on >= ?"), statement -> {
            statement.setObject(1, now.atOffset(ZoneOffset.UTC));
            statement.setObject(2, today);
        });
    }

    /// Lets lapse what units owe that have ceased to be and have not sent it, and revives what units owe that turned
    /// out
    /// to go on; the obligations concerned.
    List<UUID> lapse(LocalDate today) {
        return ids("""
                update report_obligation o set lapsed_on = case when u.valid_to < ? then u.valid_to end, version = o.version + 1
                from unit u where u.code = o.unit_code and o.submitted_at is null
                and coalesce(u.valid_to < ?, false) <> (o.lapsed_on is not null)
                returning o.id""", statement -> {
            statement.setObject(1, today);
            statement.setObject(2, today);
        });
    }

    /// Those of the units that do not send under the rule on that day.
    List<String> notSending(
            SenderRule rule,
            List<String> senders,
            String receiverUnitCode,
            LocalDate cutOff,
            Collection<String> asked) {
        return list(
                """
                with p as (select ?::text as sender_rule, ?::text[] as senders, ?::date as cut_off_on),
                r as (select ?::text as receiver_unit_code)
                select a.code from unnest(?::text[]) a (code)
                where a.code not in (select s.code from p cross join r cross join lateral %s) order by a.code""".formatted(SENDERS),
                statement -> {
                    statement.setString(1, rule.name());
                    statement.setArray(2, statement.getConnection().createArrayOf("text", senders.toArray()));
                    statement.setObject(3, cutOff);
                    statement.setString(4, receiverUnitCode);
                    statement.setArray(5, statement.getConnection().createArrayOf("text", asked.toArray()));
                },
                rows -> rows.getString(1));
    }

    /// What tells whether the unit tree has changed since it was last looked at.
    String fingerprintOfUnits() {
        return list(
                        "select count(*) || ':' || coalesce(sum(version), 0) from unit",
                        statement -> {},
                        rows -> rows.getString(1))
                .getFirst();
    }

    private List<UUID> ids(String sql, Binder binder) {
        return list(sql, binder, rows -> rows.getObject(1, UUID.class));
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
            throw new IllegalStateException("cannot write down who owes a report", e);
        }
    }

    private interface Binder {
        void bind(PreparedStatement statement) throws SQLException;
    }

    private interface Reader<T> {
        T read(ResultSet rows) throws SQLException;
    }
}
