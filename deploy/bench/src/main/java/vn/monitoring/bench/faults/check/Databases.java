package vn.monitoring.bench.faults.check;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import vn.monitoring.bench.Site;
import vn.monitoring.client.ClientFailure;

/// The services' databases, seen past the services; only read.
final class Databases {

    static final List<String> ALL = List.of("indicator", "task", "report");

    private final Site site;

    Databases(Site site) {
        this.site = site;
    }

    /// @throws ClientFailure when PostgreSQL does not answer
    List<Row> rows(String database, String sql) {
        try (Connection connection = DriverManager.getConnection(site.databaseUrl(database), database, database);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            int columns = rows.getMetaData().getColumnCount();
            List<Row> all = new ArrayList<>();
            while (rows.next()) {
                List<String> values = new ArrayList<>(columns);
                for (int column = 1; column <= columns; column++) {
                    values.add(Objects.requireNonNullElse(rows.getString(column), Row.NULL));
                }
                all.add(new Row(values));
            }
            return all;
        } catch (SQLException e) {
            throw new ClientFailure("The database %s refuses %s: %s".formatted(database, sql, e.getMessage()), e);
        }
    }

    long number(String database, String sql) {
        return rows(database, sql).getFirst().number(0);
    }
}
