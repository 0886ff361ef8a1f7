package vn.monitoring.report.regime;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import vn.monitoring.kit.shield.AsSystem;
import vn.monitoring.report.period.ReportPeriod;
import vn.monitoring.report.period.Window;

/// Keeps the open periods of regimes. Within the caller's transaction.
@ApplicationScoped
public class OpenPeriods {

    private static final String COLUMNS = """
            select p.period, p.revision, p.title, p.from_on, p.cut_off_on, p.province_due_on, p.commune_due_on, p.agency_due_on,
                v.settings::text, p.sections::text
            from report_period p join report_regime_revision v on v.regime_id = p.regime_id and v.revision = p.revision
            where p.regime_id = ?""";

    private final DataSource dataSource;
    private final ObjectMapper json;
    private final AsSystem asSystem;

    OpenPeriods(DataSource dataSource, ObjectMapper json, AsSystem asSystem) {
        this.dataSource = dataSource;
        this.json = json;
        this.asSystem = asSystem;
    }

    /// Opens a period; false when it was open before, or a call of this title and cut-off was made: that one stands.
    ///
    /// @param senders the units of an ad hoc call that asks some of the regime's senders only; null for all of them
    /// @param by null when the clock opens it
    public boolean open(OpenPeriod period, @Nullable List<String> senders, Instant now, @Nullable String by) {
        RegimeSettings settings = period.settings();
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement("""
                        insert into report_period (regime_id, period, revision, title, from_on, cut_off_on, province_due_on,
                            commune_due_on, agency_due_on, sender_rule, senders, receiver_name, remind_before, remind_after,
                            sections, opened_at, opened_by)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?) on conflict do nothing""")) {
            statement.setObject(1, period.regimeId());
            statement.setString(2, period.period().key());
            statement.setInt(3, period.revision());
            statement.setString(4, period.title());
            statement.setObject(5, period.window().from());
            statement.setObject(6, period.window().cutOff());
            statement.setObject(7, period.dueDates().province());
            statement.setObject(8, period.dueDates().commune());
            statement.setObject(9, period.dueDates().agency());
            statement.setString(10, (senders == null ? settings.senderRule() : SenderRule.LISTED).name());
            statement.setArray(11, texts(connection, senders == null ? settings.senders() : senders));
            statement.setString(12, settings.receiverName());
            statement.setArray(13, numbers(connection, settings.reminders().before()));
            statement.setArray(14, numbers(connection, settings.reminders().after()));
            statement.setString(15, period.title() == null ? null : json.writeValueAsString(period.sections()));
            statement.setObject(16, now.atOffset(ZoneOffset.UTC));
            statement.setString(17, by);
            return statement.executeUpdate() == 1;
        } catch (SQLException | JsonProcessingException e) {
            throw new IllegalStateException("cannot open a period", e);
        }
    }

    /// Takes back the opening of a period for which nobody was found who owes anything.
    public void withdraw(UUID regimeId, ReportPeriod period) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement =
                        connection.prepareStatement("delete from report_period where regime_id = ? and period = ?")) {
            statement.setObject(1, regimeId);
            statement.setString(2, period.key());
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("cannot withdraw a period", e);
        }
    }

    /// The next number of an ad hoc call in a year; numbers are taken one after the other.
    public int nextCall(int year) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement("""
                        insert into report_call_number (year, last) values (?, 1)
                        on conflict (year) do update set last = report_call_number.last + 1 returning last""")) {
            statement.setInt(1, year);
            try (ResultSet rows = statement.executeQuery()) {
                rows.next();
                return rows.getInt(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("cannot number a call", e);
        }
    }

    /// The period under which an obligation was opened. As the system: it holds for a sender that has left the
    /// receiver's units, too.
    public OpenPeriod get(UUID regimeId, ReportPeriod period) {
        return asSystem.call(() -> find(regimeId, period))
                .orElseThrow(() -> new IllegalStateException("period " + period + " of " + regimeId + " is not open"));
    }

    public Optional<OpenPeriod> find(UUID regimeId, ReportPeriod period) {
        return read(regimeId, COLUMNS + " and p.period = ?", statement -> statement.setString(2, period.key())).stream()
                .findFirst();
    }

    /// The open periods of a regime, the last cut-off first, after a place in that list.
    public List<OpenPeriod> list(UUID regimeId, @Nullable LocalDate afterCutOff, @Nullable String afterKey, int rows) {
        return read(
                regimeId,
                COLUMNS + " and (?::date is null or (p.cut_off_on, p.period) < (?::date, ?))"
                        + " order by p.cut_off_on desc, p.period desc limit ?",
                statement -> {
                    statement.setObject(2, afterCutOff);
                    statement.setObject(3, afterCutOff);
                    statement.setString(4, afterKey);
                    statement.setInt(5, rows);
                });
    }

    private List<OpenPeriod> read(UUID regimeId, String sql, Binder binder) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setObject(1, regimeId);
            binder.bind(statement);
            List<OpenPeriod> periods = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    periods.add(period(regimeId, rows));
                }
            }
            return periods;
        } catch (SQLException | JsonProcessingException e) {
            throw new IllegalStateException("cannot read the periods of a regime", e);
        }
    }

    private OpenPeriod period(UUID regimeId, ResultSet rows) throws SQLException, JsonProcessingException {
        RegimeSettings settings = json.readValue(rows.getString(9), RegimeSettings.class);
        String own = rows.getString(10);
        return new OpenPeriod(
                regimeId,
                ReportPeriod.of(rows.getString(1)),
                rows.getInt(2),
                rows.getString(3),
                new Window(rows.getObject(4, LocalDate.class), rows.getObject(5, LocalDate.class)),
                new OpenPeriod.DueDates(
                        rows.getObject(6, LocalDate.class),
                        rows.getObject(7, LocalDate.class),
                        rows.getObject(8, LocalDate.class)),
                own == null ? settings : settings.with(List.of(json.readValue(own, Section[].class))));
    }

    private static Array texts(Connection connection, List<String> values) throws SQLException {
        return connection.createArrayOf("text", values.toArray());
    }

    private static Array numbers(Connection connection, List<Integer> values) throws SQLException {
        return connection.createArrayOf("integer", values.toArray());
    }

    private interface Binder {
        void bind(PreparedStatement statement) throws SQLException;
    }
}
