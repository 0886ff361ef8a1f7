package vn.monitoring.bench.tasks;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import vn.monitoring.bench.country.PlanFile;
import vn.monitoring.client.ClientFailure;

/// The task-service's database, seen past the service: to learn what is loaded and when the service is done with work
/// in the background. Only reads.
final class TaskDatabase implements AutoCloseable {

    static final String ROLE = "task";

    private final Connection connection;

    TaskDatabase(String url) {
        try {
            this.connection = DriverManager.getConnection(url, ROLE, ROLE);
        } catch (SQLException e) {
            throw new ClientFailure(
                    "PostgreSQL at %s does not answer: start the platform with ./platform up --detach".formatted(url),
                    e);
        }
    }

    String version() {
        return text("show server_version");
    }

    /// Events that wait to be told.
    long backlog() {
        return Long.parseLong(text("select count(*) from outbox_event"));
    }

    /// The open tasks of the generated plans that take a progress update, a unit's together.
    List<LoadedTask> loaded() {
        String sql = """
                select t.id, subpath(u.path, 0, 1)::text, t.unit_code
                from task t join plan p on p.id = t.plan_id and p.number = '%s' join unit u on u.code = t.unit_code
                where t.status in ('ACCEPTED', 'IN_PROGRESS', 'RETURNED') and t.kind = 'TASK'
                order by t.unit_code, t.position""".formatted(PlanFile.NUMBER);
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            List<LoadedTask> tasks = new ArrayList<>();
            while (row.next()) {
                tasks.add(new LoadedTask(row.getObject(1, UUID.class), row.getString(2), row.getString(3)));
            }
            return tasks;
        } catch (SQLException e) {
            throw new ClientFailure("Cannot read the loaded tasks: " + e.getMessage(), e);
        }
    }

    private String text(String sql) {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        } catch (SQLException e) {
            throw new ClientFailure("The database refuses %s: %s".formatted(sql, e.getMessage()), e);
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
