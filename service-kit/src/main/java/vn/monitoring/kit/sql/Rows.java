package vn.monitoring.kit.sql;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/// Runs statements, in the transaction that is open or each in its own.
@ApplicationScoped
public class Rows {

    private final DataSource dataSource;

    Rows(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /// Makes something of the row that it stands on.
    @FunctionalInterface
    public interface Reader<T> {
        T read(ResultSet row) throws SQLException;
    }

    /// @param parameters in order; instants and arrays of text are bound as such
    public <T> List<T> list(String sql, Reader<T> reader, @Nullable Object... parameters) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, parameters);
            List<T> found = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.add(reader.read(rows));
                }
            }
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException("cannot read rows", e);
        }
    }

    /// @return how many rows were changed
    public int change(String sql, @Nullable Object... parameters) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, parameters);
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("cannot write rows", e);
        }
    }

    private static void bind(PreparedStatement statement, @Nullable Object[] parameters) throws SQLException {
        for (int index = 0; index < parameters.length; index++) {
            switch (parameters[index]) {
                case null -> statement.setObject(index + 1, null);
                case Instant instant -> statement.setTimestamp(index + 1, Timestamp.from(instant));
                case String[] texts ->
                    statement.setArray(index + 1, statement.getConnection().createArrayOf("text", texts));
                case Object other -> statement.setObject(index + 1, other);
            }
        }
    }

    public static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp time = row.getTimestamp(column);
        return time == null ? null : time.toInstant();
    }
}
