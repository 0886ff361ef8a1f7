package vn.monitoring.indicator.rollup;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/// How the entries of the catalogue add up, by code. Read once: the catalogue changes with the program only.
@ApplicationScoped
class Catalogue {

    private final DataSource dataSource;
    private volatile @Nullable Map<String, Rollup.Entry> entries;

    Catalogue(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    Map<String, Rollup.Entry> entries() {
        Map<String, Rollup.Entry> known = entries;
        if (known == null) {
            known = read();
            entries = known;
        }
        return known;
    }

    private Map<String, Rollup.Entry> read() {
        Map<String, Rollup.Entry> read = new TreeMap<>();
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement =
                        connection.prepareStatement("select code, name, unit, roll_up from canonical_indicator");
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                read.put(
                        row.getString(1),
                        new Rollup.Entry(row.getString(1), row.getString(2), row.getString(3), row.getString(4)));
            }
            return read;
        } catch (SQLException e) {
            throw new IllegalStateException("cannot read the catalogue", e);
        }
    }
}
