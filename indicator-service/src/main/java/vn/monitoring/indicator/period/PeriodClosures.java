package vn.monitoring.indicator.period;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
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

    private final EntityManager entities;

    PeriodClosures(EntityManager entities) {
        this.entities = entities;
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
        shareYear(period.year());
        List<?> closed = entities.createNativeQuery("""
                        select c.unit_code from period_closure c
                        join unit closed on closed.code = c.unit_code
                        join unit asked on asked.path <@ closed.path
                        where asked.code = :unit and c.reopened_at is null
                            and c.period_start <= :start and c.period_end >= :end
                        order by closed.path limit 1""", String.class)
                .setParameter("unit", unitCode)
                .setParameter("start", period.firstDay())
                .setParameter("end", period.lastDay())
                .getResultList();
        if (!closed.isEmpty()) {
            throw closed(period, (String) closed.getFirst());
        }
    }

    /// Keeps the closings of a year as they are until the end of the transaction, and tells them.
    public ClosedPeriods ofYear(int year) {
        shareYear(year);
        List<?> rows = entities.createNativeQuery("""
                        select cast(u.path as text), c.unit_code, c.period_start, c.period_end from period_closure c
                        join unit u on u.code = c.unit_code
                        where c.reopened_at is null and c.period_start >= :start and c.period_end <= :end""", Object[].class)
                .setParameter("start", LocalDate.of(year, 1, 1))
                .setParameter("end", LocalDate.of(year, 12, 31))
                .getResultList();
        return new ClosedPeriods(rows.stream()
                .map(Object[].class::cast)
                .map(row -> new ClosedPeriods.Closed((String) row[0], (String) row[1], date(row[2]), date(row[3])))
                .toList());
    }

    private static LocalDate date(Object value) {
        return value instanceof LocalDate day ? day : LocalDate.parse(value.toString());
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

    private void shareYear(int year) {
        entities.createNativeQuery("select cast(pg_advisory_xact_lock_shared(:space, :year) as text)")
                .setParameter("space", LOCK_SPACE)
                .setParameter("year", year)
                .getSingleResult();
    }

    private void holdYear(int year) {
        entities.createNativeQuery("select cast(pg_advisory_xact_lock(:space, :year) as text)")
                .setParameter("space", LOCK_SPACE)
                .setParameter("year", year)
                .getSingleResult();
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
