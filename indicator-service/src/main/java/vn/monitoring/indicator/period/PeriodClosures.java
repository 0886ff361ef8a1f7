package vn.monitoring.indicator.period;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import vn.monitoring.kit.calendar.Period;
import vn.monitoring.kit.problem.Problem;

/// Which periods are locked. Closing one for a unit locks it for everything below the unit, and every shorter
/// period inside it.
///
/// Who writes figures shares an advisory lock of the period's year until the end of his transaction; who closes or
/// reopens holds it alone: a figure is either in before the closing, or refused after it.
@ApplicationScoped
public class PeriodClosures {

    /// Namespace of the advisory locks: "peri".
    private static final int LOCK_SPACE = 0x70657269;

    private static final String SHARE = "select pg_advisory_xact_lock_shared(?, ?)";

    /// After the lock, with a snapshot of its own, yet sent together with it.
    private static final String CLOSED_BY = """
            ;
            select c.unit_code from period_closure c
            join unit closed on closed.code = c.unit_code
            join unit asked on asked.path <@ closed.path
            where asked.code = ? and c.reopened_at is null and c.period_start <= ? and c.period_end >= ?
            order by closed.path limit 1""";

    private static final String HOLD = "select pg_advisory_xact_lock(?, ?)";

    private final EntityManager entities;
    private final DataSource dataSource;

    PeriodClosures(EntityManager entities, DataSource dataSource) {
        this.entities = entities;
        this.dataSource = dataSource;
    }

    /// @throws Problem 409 for a text that names no period, and for one that has not begun
    public static Period known(String key, LocalDate today) {
        return Period.find(key)
                .filter(period -> !period.firstDay().isAfter(today))
                .orElseThrow(() -> new Problem(
                        PeriodProblem.PERIOD_UNKNOWN,
                        "Không có kỳ \"%s\" hoặc kỳ này chưa bắt đầu. Hãy dùng kỳ dạng 2026-09, 2026-Q3, 2026-H1, 2026-9M hoặc 2026."
                                .formatted(key),
                        "There is no period \"%s\", or it has not begun. Use one like 2026-09, 2026-Q3, 2026-H1, 2026-9M or 2026."
                                .formatted(key)));
    }

    /// Keeps the period's closings as they are until the end of the transaction, and refuses a closed one.
    ///
    /// @throws Problem 409 when it is closed, naming who can reopen it
    public void requireOpen(String unitCode, Period period) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(SHARE + CLOSED_BY)) {
            statement.setInt(1, LOCK_SPACE);
            statement.setInt(2, period.year());
            statement.setString(3, unitCode);
            statement.setObject(4, period.firstDay());
            statement.setObject(5, period.lastDay());
            statement.execute();
            statement.getMoreResults();
            try (ResultSet row = statement.getResultSet()) {
                if (row.next()) {
                    throw closed(period, row.getString(1));
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException("cannot read the closings of a period", e);
        }
    }

    /// Keeps the closings of a year as they are until the end of the transaction, and tells them.
    public ClosedPeriods ofYear(int year) {
        List<ClosedPeriods.Closed> closings = new ArrayList<>();
        try (Connection connection = dataSource.getConnection()) {
            lockYear(connection, SHARE, year);
            try (PreparedStatement statement = connection.prepareStatement("""
                    select u.path::text, c.unit_code, c.period_start, c.period_end from period_closure c
                    join unit u on u.code = c.unit_code
                    where c.reopened_at is null and c.period_start >= ? and c.period_end <= ?""")) {
                statement.setObject(1, LocalDate.of(year, 1, 1));
                statement.setObject(2, LocalDate.of(year, 12, 31));
                try (ResultSet row = statement.executeQuery()) {
                    while (row.next()) {
                        closings.add(new ClosedPeriods.Closed(
                                row.getString(1),
                                row.getString(2),
                                row.getObject(3, LocalDate.class),
                                row.getObject(4, LocalDate.class)));
                    }
                }
            }
            return new ClosedPeriods(closings);
        } catch (SQLException e) {
            throw new IllegalStateException("cannot read the closings of a year", e);
        }
    }

    private void holdYear(int year) {
        try (Connection connection = dataSource.getConnection()) {
            lockYear(connection, HOLD, year);
        } catch (SQLException e) {
            throw new IllegalStateException("cannot wait for the writers of a year", e);
        }
    }

    private static void lockYear(Connection connection, String sql, int year) throws SQLException {
        try (PreparedStatement lock = connection.prepareStatement(sql)) {
            lock.setInt(1, LOCK_SPACE);
            lock.setInt(2, year);
            lock.execute();
        }
    }

    static Problem closed(Period period, String unitCode) {
        return new Problem(
                        PeriodProblem.PERIOD_CLOSED,
                        "Kỳ %s đã khóa. Muốn sửa số liệu, hãy đề nghị cơ quan thường trực của đơn vị %s mở lại kỳ bằng văn bản."
                                .formatted(period, unitCode),
                        "The period %s is closed. To change its figures ask the standing body of unit %s to reopen it by a decision."
                                .formatted(period, unitCode))
                .with("closedBy", unitCode);
    }

    Optional<PeriodClosure> findOpen(String unitCode, Period period) {
        return entities.createQuery(
                        "from PeriodClosure c where c.unitCode = :unit and c.period = :period and c.reopenedAt is null",
                        PeriodClosure.class)
                .setParameter("unit", unitCode)
                .setParameter("period", period.key())
                .getResultStream()
                .findFirst();
    }

    /// All closings of the unit's periods, newest first, reopened ones too.
    List<PeriodClosure> listOf(String unitCode) {
        return entities.createQuery(
                        "from PeriodClosure c where c.unitCode = :unit order by c.closedAt desc", PeriodClosure.class)
                .setParameter("unit", unitCode)
                .setMaxResults(200)
                .getResultList();
    }

    /// @throws Problem 409 when it is closed already
    PeriodClosure close(String unitCode, Period period, String by, Instant at) {
        holdYear(period.year());
        if (findOpen(unitCode, period).isPresent()) {
            throw new Problem(
                    PeriodProblem.PERIOD_CLOSED,
                    "Kỳ %s của đơn vị này đã khóa rồi; không cần làm gì thêm.".formatted(period),
                    "The period %s of this unit is closed already; nothing is left to do.".formatted(period));
        }
        PeriodClosure closure = new PeriodClosure(UUID.randomUUID(), unitCode, period, by, at);
        entities.persist(closure);
        entities.flush();
        return closure;
    }

    /// @throws Problem 409 when it is not closed
    PeriodClosure reopen(String unitCode, Period period, String decisionDocument, String by, Instant at) {
        holdYear(period.year());
        PeriodClosure closure = findOpen(unitCode, period)
                .orElseThrow(() -> new Problem(
                        PeriodProblem.PERIOD_NOT_CLOSED,
                        "Kỳ %s của đơn vị này đang mở; có thể nhập số liệu ngay.".formatted(period),
                        "The period %s of this unit is open; figures can be entered right away.".formatted(period)));
        closure.reopen(decisionDocument, by, at);
        entities.flush();
        return closure;
    }
}
