package vn.monitoring.task.submission;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/// The rows of submissions; a decision is written once.
@ApplicationScoped
class SubmissionStore {

    /// A submission with the subject of the account that made it.
    record Row(Submission submission, String bySubject) {}

    private static final String COLUMNS = """
            select number, submitted_on, received_at, note, by_username, outcome, decided_at, decided_by, reason, by_subject
            from submission where task_id = ?""";

    private final DataSource dataSource;

    SubmissionStore(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    void insert(Submission submission, String bySubject) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement insert = connection.prepareStatement("""
                        insert into submission (task_id, number, submitted_on, received_at, note, by_subject, by_username)
                        values (?, ?, ?, ?, ?, ?, ?)""")) {
            insert.setObject(1, submission.taskId());
            insert.setInt(2, submission.number());
            insert.setObject(3, submission.submittedOn());
            insert.setObject(4, submission.receivedAt().atOffset(ZoneOffset.UTC));
            insert.setString(5, submission.note());
            insert.setString(6, bySubject);
            insert.setString(7, submission.by());
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("cannot store a submission of task " + submission.taskId(), e);
        }
    }

    void decide(UUID taskId, int number, Submission.Outcome outcome, Instant at, String by, @Nullable String reason) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement update = connection.prepareStatement("""
                        update submission set outcome = ?, decided_at = ?, decided_by = ?, reason = ?
                        where task_id = ? and number = ? and outcome is null""")) {
            update.setString(1, outcome.name());
            update.setObject(2, at.atOffset(ZoneOffset.UTC));
            update.setString(3, by);
            update.setString(4, reason);
            update.setObject(5, taskId);
            update.setInt(6, number);
            if (update.executeUpdate() != 1) {
                throw new IllegalStateException(
                        "submission %d of task %s was decided before".formatted(number, taskId));
            }
        } catch (SQLException e) {
            throw new IllegalStateException("cannot decide a submission of task " + taskId, e);
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
            throw new IllegalStateException("cannot read a submission of task " + taskId, e);
        }
    }

    List<Submission> list(UUID taskId) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(COLUMNS + " order by number")) {
            select.setObject(1, taskId);
            try (ResultSet rows = select.executeQuery()) {
                List<Submission> submissions = new ArrayList<>();
                while (rows.next()) {
                    submissions.add(read(taskId, rows).submission());
                }
                return submissions;
            }
        } catch (SQLException e) {
            throw new IllegalStateException("cannot read the submissions of task " + taskId, e);
        }
    }

    private static Row read(UUID taskId, ResultSet row) throws SQLException {
        String outcome = row.getString(6);
        OffsetDateTime decidedAt = row.getObject(7, OffsetDateTime.class);
        return new Row(
                new Submission(
                        taskId,
                        row.getInt(1),
                        row.getObject(2, LocalDate.class),
                        row.getObject(3, OffsetDateTime.class).toInstant(),
                        row.getString(4),
                        row.getString(5),
                        outcome == null ? null : Submission.Outcome.valueOf(outcome),
                        decidedAt == null ? null : decidedAt.toInstant(),
                        row.getString(8),
                        row.getString(9)),
                row.getString(10));
    }
}
