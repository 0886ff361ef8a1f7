package vn.monitoring.report.fact;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
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

    public Optional<Indicator> find(UUID id) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(
                        "select responsible_unit_code, number, name from indicator where id = ?")) {
            statement.setObject(1, id);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next()
                        ? Optional.of(new Indicator(rows.getString(1), rows.getString(2), rows.getString(3)))
                        : Optional.empty();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("cannot read the indicator replica", e);
        }
    }
}
