package vn.monitoring.task.decision;

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
import java.util.UUID;
import javax.sql.DataSource;
import vn.monitoring.task.task.DecisionDocument;

/// The rows of decisions about tasks.
@ApplicationScoped
class DecisionStore {

    private final DataSource dataSource;

    DecisionStore(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /// Numbers it within its task, which the transaction has locked.
    void insert(Decision decision) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement insert = connection.prepareStatement("""
                        insert into task_decision (task_id, number, kind, effective_on, document_number,
                            document_issued_on, document_title, reason, successor_id, recorded_at, by_username)
                        select ?, coalesce(max(number), 0) + 1, ?, ?, ?, ?, ?, ?, ?, ?, ?
                        from task_decision where task_id = ?""")) {
            insert.setObject(1, decision.taskId());
            insert.setString(2, decision.kind().name());
            insert.setObject(3, decision.effectiveOn());
            insert.setString(4, decision.document().number());
            insert.setObject(5, decision.document().issuedOn());
            insert.setString(6, decision.document().title());
            insert.setString(7, decision.reason());
            insert.setObject(8, decision.successorId());
            insert.setObject(9, decision.recordedAt().atOffset(ZoneOffset.UTC));
            insert.setString(10, decision.by());
            insert.setObject(11, decision.taskId());
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("cannot store a decision about task " + decision.taskId(), e);
        }
    }

    /// In their order.
    List<Decision> list(UUID taskId) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement("""
                        select number, kind, effective_on, document_number, document_issued_on, document_title, reason,
                            successor_id, recorded_at, by_username
                        from task_decision where task_id = ? order by number""")) {
            select.setObject(1, taskId);
            try (ResultSet row = select.executeQuery()) {
                List<Decision> decisions = new ArrayList<>();
                while (row.next()) {
                    decisions.add(new Decision(
                            taskId,
                            row.getInt(1),
                            Decision.Kind.valueOf(row.getString(2)),
                            row.getObject(3, LocalDate.class),
                            new DecisionDocument(row.getString(4), row.getObject(5, LocalDate.class), row.getString(6)),
                            row.getString(7),
                            row.getObject(8, UUID.class),
                            row.getObject(9, OffsetDateTime.class).toInstant(),
                            row.getString(10)));
                }
                return decisions;
            }
        } catch (SQLException e) {
            throw new IllegalStateException("cannot read the decisions about task " + taskId, e);
        }
    }
}
