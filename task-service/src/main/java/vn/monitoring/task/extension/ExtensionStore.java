package vn.monitoring.task.extension;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import vn.monitoring.task.task.DecisionDocument;

/// The rows of requests for extension; a decision is written once.
@ApplicationScoped
class ExtensionStore {

    /// A request with the subject of the account that made it.
    record Row(Extension extension, String bySubject) {}

    private static final String COLUMNS = """
            select number, requested_on, due_before, requested_due_on, reason, received_at, by_username, outcome,
                granted_due_on, decided_at, decided_by, decision_reason, document_number, document_issued_on,
                document_title, by_subject
            from extension where task_id = ?""";

    private final DataSource dataSource;

    ExtensionStore(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    void insert(Extension extension, String bySubject) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement insert = connection.prepareStatement("""
                        insert into extension (task_id, number, requested_on, due_before, requested_due_on, reason,
                            received_at, by_subject, by_username)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?)""")) {
            insert.setObject(1, extension.taskId());
            insert.setInt(2, extension.number());
            insert.setObject(3, extension.requestedOn());
            insert.setObject(4, extension.dueBefore());
            insert.setObject(5, extension.requestedDueOn());
            insert.setString(6, extension.reason());
            insert.setObject(7, extension.receivedAt().atOffset(ZoneOffset.UTC));
            insert.setString(8, bySubject);
            insert.setString(9, extension.by());
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("cannot store a request of task " + extension.taskId(), e);
        }
    }

    boolean hasPending(UUID taskId) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select =
                        connection.prepareStatement("select 1 from extension where task_id = ? and outcome is null")) {
            select.setObject(1, taskId);
            try (ResultSet row = select.executeQuery()) {
                return row.next();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("cannot read the requests of task " + taskId, e);
        }
    }

    /// Writes what was decided on a request that still waits.
    void decide(Extension decided) {
        DecisionDocument document = decided.document();
        try (Connection connection = dataSource.getConnection();
                PreparedStatement update = connection.prepareStatement("""
                        update extension set outcome = ?, granted_due_on = ?, decided_at = ?, decided_by = ?,
                            decision_reason = ?, document_number = ?, document_issued_on = ?, document_title = ?
                        where task_id = ? and number = ? and outcome is null""")) {
            update.setString(1, Objects.requireNonNull(decided.outcome()).name());
            update.setObject(2, decided.grantedDueOn());
            update.setObject(3, Objects.requireNonNull(decided.decidedAt()).atOffset(ZoneOffset.UTC));
            update.setString(4, decided.decidedBy());
            update.setString(5, decided.decisionReason());
            update.setString(6, document == null ? null : document.number());
            update.setObject(7, document == null ? null : document.issuedOn());
            update.setString(8, document == null ? null : document.title());
            update.setObject(9, decided.taskId());
            update.setInt(10, decided.number());
            if (update.executeUpdate() != 1) {
                throw new IllegalStateException(
                        "request %d of task %s was decided before".formatted(decided.number(), decided.taskId()));
            }
        } catch (SQLException e) {
            throw new IllegalStateException("cannot decide a request of task " + decided.taskId(), e);
        }
    }

    Optional<Row> find(UUID taskId, int number) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(COLUMNS + " and number = ?")) {
            select.setObject(1, taskId);
            select.setInt(2, number);
            try (ResultSet rows = select.executeQuery()) {
                return rows.next() ? Optional.of(read(taskId, rows)) : Optional.empty();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("cannot read a request of task " + taskId, e);
        }
    }

    List<Extension> list(UUID taskId) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(COLUMNS + " order by number")) {
            select.setObject(1, taskId);
            try (ResultSet rows = select.executeQuery()) {
                List<Extension> extensions = new ArrayList<>();
                while (rows.next()) {
                    extensions.add(read(taskId, rows).extension());
                }
                return extensions;
            }
        } catch (SQLException e) {
            throw new IllegalStateException("cannot read the requests of task " + taskId, e);
        }
    }

    private static Row read(UUID taskId, ResultSet row) throws SQLException {
        String outcome = row.getString(8);
        OffsetDateTime decidedAt = row.getObject(10, OffsetDateTime.class);
        return new Row(
                new Extension(
                        taskId,
                        row.getInt(1),
                        row.getObject(2, LocalDate.class),
                        row.getObject(3, LocalDate.class),
                        row.getObject(4, LocalDate.class),
                        row.getString(5),
                        row.getObject(6, OffsetDateTime.class).toInstant(),
                        row.getString(7),
                        outcome == null ? null : Extension.Outcome.valueOf(outcome),
                        row.getObject(9, LocalDate.class),
                        decidedAt == null ? null : decidedAt.toInstant(),
                        row.getString(11),
                        row.getString(12),
                        document(row)),
                row.getString(16));
    }

    private static @Nullable DecisionDocument document(ResultSet row) throws SQLException {
        String number = row.getString(13);
        return number == null
                ? null
                : new DecisionDocument(number, row.getObject(14, LocalDate.class), row.getString(15));
    }
}
