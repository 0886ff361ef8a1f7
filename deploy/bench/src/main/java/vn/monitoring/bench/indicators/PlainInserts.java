package vn.monitoring.bench.indicators;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import vn.monitoring.client.ClientFailure;

/// What PostgreSQL alone does: rows like those of `measurement`, one insert and one durable commit each, by plain JDBC
/// into a table with the same key and unique index.
final class PlainInserts {

    private static final int TEMPLATES = 2_000;

    private final Database database;
    private final int connections;

    PlainInserts(Database database, int connections) {
        this.database = database;
        this.connections = connections;
    }

    /// @param period whose stored figures are the pattern
    /// @return inserts a second, after a warm-up of half the time
    double rate(String period, Duration measured) {
        String table = database.scratchTable(true);
        List<Object[]> templates = templates(period);
        if (templates.isEmpty()) {
            throw new ClientFailure("There are no figures of " + period + " to insert the like of.");
        }
        long begin = System.nanoTime();
        long measuredFrom = begin + measured.toNanos() / 2;
        long until = measuredFrom + measured.toNanos();
        AtomicLong inserted = new AtomicLong();
        List<Future<?>> writers = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(connections)) {
            for (int writer = 0; writer < connections; writer++) {
                writers.add(threads.submit(() -> {
                    insert(table, templates, measuredFrom, until, inserted);
                    return null;
                }));
            }
        }
        for (Future<?> writer : writers) {
            await(writer);
        }
        database.dropScratch();
        return inserted.get() / (measured.toNanos() / 1e9);
    }

    private List<Object[]> templates(String period) {
        try (Connection connection = database.connect();
                PreparedStatement statement =
                        connection.prepareStatement("select * from measurement where period = ? limit " + TEMPLATES)) {
            statement.setString(1, period);
            List<Object[]> templates = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    Object[] values = new Object[row.getMetaData().getColumnCount()];
                    for (int column = 0; column < values.length; column++) {
                        values[column] = row.getObject(column + 1);
                    }
                    templates.add(values);
                }
            }
            return templates;
        } catch (SQLException e) {
            throw new ClientFailure("Cannot read figures: " + e.getMessage(), e);
        }
    }

    /// The first two columns are the figure's and its indicator's id: new ones for every row.
    private void insert(String table, List<Object[]> templates, long measuredFrom, long until, AtomicLong inserted)
            throws SQLException {
        int columns = templates.getFirst().length;
        String sql =
                "insert into %s values (%s)".formatted(table, String.join(", ", Collections.nCopies(columns, "?")));
        try (Connection connection = database.connect();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int row = 0; System.nanoTime() < until; row++) {
                Object[] values = templates.get(row % templates.size());
                statement.setObject(1, UUID.randomUUID());
                statement.setObject(2, UUID.randomUUID());
                for (int column = 2; column < columns; column++) {
                    statement.setObject(column + 1, values[column]);
                }
                statement.executeUpdate();
                long now = System.nanoTime();
                if (now >= measuredFrom && now < until) {
                    inserted.incrementAndGet();
                }
            }
        }
    }

    private static void await(Future<?> writer) {
        try {
            writer.get();
        } catch (ExecutionException e) {
            throw new ClientFailure("Plain inserts failed: " + e.getCause(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ClientFailure("Interrupted during plain inserts", e);
        }
    }
}
