package vn.monitoring.task.money;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/// The rows of budgets: each change adds some and ends those before them.
@ApplicationScoped
class BudgetStore {

    /// A line that holds.
    record Current(BigDecimal allocated, @Nullable String document) {}

    private final DataSource dataSource;

    BudgetStore(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /// The number of the last change, 0 before the first.
    int version(UUID taskId) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(
                        "select coalesce(max(revision), 0) from budget where task_id = ?")) {
            select.setObject(1, taskId);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        } catch (SQLException e) {
            throw cannotRead(taskId, e);
        }
    }

    Map<FundingSource, Current> current(UUID taskId) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(
                        "select source, allocated, document from budget where task_id = ? and superseded_at is null")) {
            select.setObject(1, taskId);
            try (ResultSet rows = select.executeQuery()) {
                Map<FundingSource, Current> lines = new EnumMap<>(FundingSource.class);
                while (rows.next()) {
                    lines.put(
                            FundingSource.valueOf(rows.getString(1)),
                            new Current(rows.getBigDecimal(2), rows.getString(3)));
                }
                return lines;
            }
        } catch (SQLException e) {
            throw cannotRead(taskId, e);
        }
    }

    List<Budget.Superseded> superseded(UUID taskId) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement("""
                        select source, allocated, document, received_at, superseded_at, by_username from budget
                        where task_id = ? and superseded_at is not null order by revision desc, source""")) {
            select.setObject(1, taskId);
            try (ResultSet rows = select.executeQuery()) {
                List<Budget.Superseded> lines = new ArrayList<>();
                while (rows.next()) {
                    lines.add(new Budget.Superseded(
                            FundingSource.valueOf(rows.getString(1)),
                            rows.getBigDecimal(2),
                            rows.getString(3),
                            rows.getObject(4, OffsetDateTime.class).toInstant(),
                            rows.getObject(5, OffsetDateTime.class).toInstant(),
                            rows.getString(6)));
                }
                return lines;
            }
        } catch (SQLException e) {
            throw cannotRead(taskId, e);
        }
    }

    /// What counts now, by source, of the task alone.
    Map<FundingSource, Money> bySource(UUID taskId) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(
                        "select source, allocated, disbursed from task_source_money where task_id = ?")) {
            select.setObject(1, taskId);
            try (ResultSet rows = select.executeQuery()) {
                Map<FundingSource, Money> money = new EnumMap<>(FundingSource.class);
                while (rows.next()) {
                    money.put(
                            FundingSource.valueOf(rows.getString(1)),
                            Money.of(rows.getBigDecimal(2), rows.getBigDecimal(3)));
                }
                return money;
            }
        } catch (SQLException e) {
            throw cannotRead(taskId, e);
        }
    }

    /// What counts now of the parts of a task.
    Money ofParts(UUID taskId) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(
                        "select coalesce(allocated, 0), coalesce(disbursed, 0) from parts_of_task(?)")) {
            select.setObject(1, taskId);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return Money.of(row.getBigDecimal(1), row.getBigDecimal(2));
            }
        } catch (SQLException e) {
            throw cannotRead(taskId, e);
        }
    }

    /// Ends the row of the source that holds, and adds the one that holds now.
    void replace(UUID taskId, FundingSource source, int revision, Current line, Instant at, String by) {
        try (Connection connection = dataSource.getConnection()) {
            try (PreparedStatement end = connection.prepareStatement("""
                    update budget set superseded_at = ?
                    where task_id = ? and source = ? and superseded_at is null""")) {
                end.setObject(1, at.atOffset(ZoneOffset.UTC));
                end.setObject(2, taskId);
                end.setString(3, source.name());
                end.executeUpdate();
            }
            try (PreparedStatement insert = connection.prepareStatement("""
                    insert into budget (task_id, source, revision, allocated, document, received_at, by_username)
                    values (?, ?, ?, ?, ?, ?, ?)""")) {
                insert.setObject(1, taskId);
                insert.setString(2, source.name());
                insert.setInt(3, revision);
                insert.setBigDecimal(4, line.allocated());
                insert.setString(5, line.document());
                insert.setObject(6, at.atOffset(ZoneOffset.UTC));
                insert.setString(7, by);
                insert.executeUpdate();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("cannot store the budget of task " + taskId, e);
        }
    }

    private static IllegalStateException cannotRead(UUID taskId, SQLException e) {
        return new IllegalStateException("cannot read the budget of task " + taskId, e);
    }
}
