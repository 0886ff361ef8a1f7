package vn.monitoring.report.fact;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/// Asks the replica of the indicators.
@ApplicationScoped
public class Indicators {

    /// What the replica knows of an indicator.
    public record Indicator(
            String responsibleUnitCode, @Nullable String number, String name) {}

    private final DataSource dataSource;

    Indicators(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /// The known ones of these indicators.
    public Map<UUID, Indicator> find(Collection<UUID> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(
                        "select id, responsible_unit_code, number, name from indicator where id = any (?)")) {
            statement.setArray(1, connection.createArrayOf("uuid", ids.toArray()));
            Map<UUID, Indicator> known = new HashMap<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    known.put(
                            rows.getObject(1, UUID.class),
                            new Indicator(rows.getString(2), rows.getString(3), rows.getString(4)));
                }
            }
            return known;
        } catch (SQLException e) {
            throw new IllegalStateException("cannot read the indicator replica", e);
        }
    }
}
