package vn.monitoring.kit.snapshot;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/// Opens snapshots for answers that are streamed while they are read.
@ApplicationScoped
public class Snapshots {

    private final DataSource dataSource;

    Snapshots(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /// What is done with a snapshot; it may write to the client, whose leaving is an `IOException`.
    @FunctionalInterface
    public interface Work {
        void read(Snapshot snapshot) throws IOException;
    }

    /// Runs the work in a read-only transaction of its own, in which every statement sees the same
    /// state. Not to be called within a transaction.
    ///
    /// A client that takes nothing for a minute loses its answer: an open transaction keeps the
    /// database from tidying up.
    public void read(Work work) throws IOException {
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            try (Ending _ = connection::rollback) {
                begin(connection);
                work.read(new Snapshot(connection));
            }
        } catch (SQLException e) {
            throw new IllegalStateException("cannot read a snapshot", e);
        }
    }

    /// As a resource, so that its failure does not hide the one before it.
    private interface Ending extends AutoCloseable {
        @Override
        void close() throws SQLException;
    }

    private static void begin(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("set transaction isolation level repeatable read, read only");
            statement.execute("set local idle_in_transaction_session_timeout = '60s'");
        }
    }
}
