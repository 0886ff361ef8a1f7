package vn.monitoring.kit.snapshot;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/// One state of the database, see [Snapshots].
public final class Snapshot {

    private static final int FETCH_SIZE = 500;

    private final Connection connection;

    Snapshot(Connection connection) {
        this.connection = connection;
    }

    /// Takes one row; must not keep it.
    @FunctionalInterface
    public interface RowReader {
        void read(ResultSet row) throws SQLException, IOException;
    }

    /// Runs a query and hands over its rows one by one, fetched in groups through a cursor.
    ///
    /// @param parameters in order; a null needs a cast in the SQL
    public void forEach(String sql, RowReader reader, @Nullable Object... parameters) throws IOException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setFetchSize(FETCH_SIZE);
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    reader.read(rows);
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException("cannot read rows", e);
        }
    }
}
