package vn.monitoring.bench.reports;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import vn.monitoring.client.ClientFailure;

/// The report-service's database, seen past the service: to choose a period that nobody has reported yet, to know when
/// reports stand drafted, and to put drafts as if they had been sent: to sign some thousand of them would take an hour.
final class ReportDatabase implements AutoCloseable {

    static final String ROLE = "report";

    private final Connection connection;

    ReportDatabase(String url) {
        try {
            this.connection = DriverManager.getConnection(url, ROLE, ROLE);
        } catch (SQLException e) {
            throw new ClientFailure(
                    "PostgreSQL at %s does not answer: start the platform with ./platform up --detach".formatted(url),
                    e);
        }
    }

    /// Months of which regimes of this name have obligations.
    List<String> monthsOf(String regimeName) {
        return texts(
                "select distinct o.period from report_obligation o join report_regime r on r.id = o.regime_id where r.name = ?",
                regimeName);
    }

    long owed(String regimeName, String period) {
        return number("""
                select count(*) from report_obligation o join report_regime r on r.id = o.regime_id
                where r.name = ? and o.period = ?""", regimeName, period);
    }

    long drafted(String regimeName, String period) {
        return number("""
                select count(*) from report p join report_obligation o on o.id = p.id
                join report_regime r on r.id = o.regime_id where r.name = ? and o.period = ?""", regimeName, period);
    }

    /// A report that is being written.
    record Draft(UUID id, String unitCode) {}

    List<Draft> someDrafts(String regimeName, String period, int most) {
        try (PreparedStatement statement = connection.prepareStatement("""
                select o.id, o.unit_code from report_obligation o join report_regime r on r.id = o.regime_id
                where r.name = ? and o.period = ? and o.status = 'DRAFTED' order by o.unit_code limit ?""")) {
            statement.setString(1, regimeName);
            statement.setString(2, period);
            statement.setInt(3, most);
            List<Draft> drafts = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    drafts.add(new Draft(rows.getObject(1, UUID.class), rows.getString(2)));
                }
            }
            return drafts;
        } catch (SQLException e) {
            throw new ClientFailure("The database refuses: " + e.getMessage(), e);
        }
    }

    /// Puts the drafts of a period as sent by somebody else; their ids.
    List<UUID> putAsSent(String regimeName, String period) {
        try {
            connection.setAutoCommit(false);
            try (PreparedStatement reports = connection.prepareStatement("""
                            update report p set submitted_at = now(), submitted_by = 'bench', submitted_by_subject = 'bench',
                                edition = 1, open_parts = '{}', version = p.version + 1
                            from report_obligation o join report_regime r on r.id = o.regime_id
                            where o.id = p.id and r.name = ? and o.period = ? and o.status = 'DRAFTED' returning p.id""");
                    PreparedStatement obligations = connection.prepareStatement(
                            "update report_obligation set status = 'SUBMITTED', submitted_at = now(), version = version + 1 where id = any (?)")) {
                reports.setString(1, regimeName);
                reports.setString(2, period);
                List<UUID> ids = new ArrayList<>();
                try (ResultSet rows = reports.executeQuery()) {
                    while (rows.next()) {
                        ids.add(rows.getObject(1, UUID.class));
                    }
                }
                obligations.setArray(1, connection.createArrayOf("uuid", ids.toArray()));
                obligations.executeUpdate();
                connection.commit();
                return ids;
            } finally {
                connection.setAutoCommit(true);
            }
        } catch (SQLException e) {
            throw new ClientFailure("Cannot put the drafts as sent: " + e.getMessage(), e);
        }
    }

    /// Events that wait to be told.
    long backlog() {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select count(*) from outbox_event")) {
            row.next();
            return row.getLong(1);
        } catch (SQLException e) {
            throw new ClientFailure("The database refuses: " + e.getMessage(), e);
        }
    }

    private long number(String sql, String... values) {
        return Long.parseLong(texts(sql, values).getFirst());
    }

    private List<String> texts(String sql, String... values) {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int index = 0; index < values.length; index++) {
                statement.setString(index + 1, values[index]);
            }
            List<String> texts = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    texts.add(rows.getString(1));
                }
            }
            return texts;
        } catch (SQLException e) {
            throw new ClientFailure("The database refuses: " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new ClientFailure("The connection to the database does not close: " + e.getMessage(), e);
        }
    }
}
