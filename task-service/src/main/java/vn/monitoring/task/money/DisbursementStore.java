package vn.monitoring.task.money;

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
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

/// The rows of payments; they are only added.
@ApplicationScoped
class DisbursementStore {

    private static final String ROWS = """
            select d.id, d.source, d.amount, d.disbursed_on, d.document_number, d.document_title, d.note, d.corrects, c.id,
                d.received_at, d.by_username
            from disbursement d left join disbursement c on c.corrects = d.id
            where d.task_id = ?""";

    private final DataSource dataSource;

    DisbursementStore(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    void insert(Disbursement payment) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement insert = connection.prepareStatement("""
                        insert into disbursement (id, task_id, source, amount, disbursed_on, document_number,
                            document_title, note, corrects, received_at, by_username)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")) {
            insert.setObject(1, payment.id());
            insert.setObject(2, payment.taskId());
            insert.setString(3, payment.source().name());
            insert.setBigDecimal(4, payment.amount());
            insert.setObject(5, payment.disbursedOn());
            insert.setString(6, payment.documentNumber());
            insert.setString(7, payment.documentTitle());
            insert.setString(8, payment.note());
            insert.setObject(9, payment.corrects());
            insert.setObject(10, payment.receivedAt().atOffset(ZoneOffset.UTC));
            insert.setString(11, payment.by());
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("cannot store a payment of task " + payment.taskId(), e);
        }
    }

    Optional<Disbursement> find(UUID taskId, UUID id) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(ROWS + " and d.id = ?")) {
            select.setObject(1, taskId);
            select.setObject(2, id);
            return read(taskId, select).stream().findFirst();
        } catch (SQLException e) {
            throw new IllegalStateException("cannot read a payment of task " + taskId, e);
        }
    }

    /// By their day, then as they came in.
    List<Disbursement> list(UUID taskId) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(ROWS + " order by d.disbursed_on, d.entry")) {
            select.setObject(1, taskId);
            return read(taskId, select);
        } catch (SQLException e) {
            throw new IllegalStateException("cannot read the payments of task " + taskId, e);
        }
    }

    private static List<Disbursement> read(UUID taskId, PreparedStatement select) throws SQLException {
        List<Disbursement> payments = new ArrayList<>();
        try (ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                payments.add(new Disbursement(
                        rows.getObject(1, UUID.class),
                        taskId,
                        FundingSource.valueOf(rows.getString(2)),
                        rows.getBigDecimal(3),
                        rows.getObject(4, LocalDate.class),
                        rows.getString(5),
                        rows.getString(6),
                        rows.getString(7),
                        rows.getObject(8, UUID.class),
                        rows.getObject(9, UUID.class),
                        rows.getObject(10, OffsetDateTime.class).toInstant(),
                        rows.getString(11)));
            }
        }
        return payments;
    }
}
