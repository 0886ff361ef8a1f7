package vn.monitoring.report.feedback;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.monitoring.kit.web.Cursor;

/// Stores feedback and who passed it to whom. One is in sight of whoever has its receiver, or the unit that it is
/// assigned to, in the subtree of his units.
@ApplicationScoped
class FeedbackRepository implements PanacheRepositoryBase<Feedback, UUID> {

    private static final String IN_SIGHT = """
            exists (select 1 from unit u where u.code in (f.unit_code, f.assignee_unit_code)
                and u.path <@ any (cast(:paths as ltree[])))""";

    private final EntityManager entities;

    FeedbackRepository(EntityManager entities) {
        this.entities = entities;
    }

    record Filter(
            String paths,
            @Nullable String unit,
            @Nullable String field,
            @Nullable FeedbackStatus status,
            @Nullable Boolean overdue,
            LocalDate today) {}

    Optional<Feedback> findInSight(UUID id, String paths) {
        return entities.createNativeQuery("select f.* from feedback f where f.id = :id and " + IN_SIGHT, Feedback.class)
                .setParameter("id", id)
                .setParameter("paths", paths)
                .getResultStream()
                .findFirst()
                .map(Feedback.class::cast);
    }

    Optional<Feedback> findByCode(String hash) {
        return find("lookUpHash", hash).firstResultOptional();
    }

    Optional<Feedback> findByReference(String source, String reference) {
        return find("source = ?1 and externalReference = ?2", source, reference).firstResultOptional();
    }

    /// The last received first.
    @SuppressWarnings("unchecked")
    List<Feedback> listInSight(Filter filter, @Nullable Cursor after, int rows) {
        return entities.createNativeQuery("select f.* from feedback f where " + IN_SIGHT + """
                         and (cast(:unit as text) is null or exists (select 1 from unit u
                            where u.code in (f.unit_code, f.assignee_unit_code)
                            and u.path <@ (select path from unit where code = :unit)))
                        and (cast(:field as text) is null or f.field = :field)
                        and (cast(:status as text) is null or f.status = :status)
                        and (cast(:overdue as boolean) is null
                            or (f.answered_on is null and f.due_on < :today) = cast(:overdue as boolean))
                        and (cast(:on as date) is null
                            or (f.received_on, f.id) < (cast(:on as date), cast(:afterId as uuid)))
                        order by f.received_on desc, f.id desc""", Feedback.class)
                .setParameter("paths", filter.paths())
                .setParameter("unit", filter.unit())
                .setParameter("field", filter.field())
                .setParameter(
                        "status",
                        filter.status() == null ? null : filter.status().name())
                .setParameter(
                        "overdue",
                        filter.overdue() == null ? null : filter.overdue().toString())
                .setParameter("today", filter.today())
                .setParameter("on", after == null ? null : after.date(0).toString())
                .setParameter("afterId", after == null ? null : after.id(1).toString())
                .setMaxResults(rows)
                .getResultList();
    }

    FeedbackResponse.Summary summarise(String paths, @Nullable String unit, LocalDate from, LocalDate to) {
        Object[] row = (Object[]) entities.createNativeQuery("""
                        select count(*) filter (where f.received_on between :from and :to),
                            count(*) filter (where f.due_on between :from and :to),
                            count(*) filter (where f.due_on between :from and :to and f.answered_on <= f.due_on),
                            count(f.satisfaction) filter (where f.received_on between :from and :to),
                            count(*) filter (where f.received_on between :from and :to and f.satisfaction >= 4)
                        from feedback f join unit u on u.code = f.assignee_unit_code
                        where u.path <@ any (cast(:paths as ltree[]))
                        and (cast(:unit as text) is null or u.path <@ (select path from unit where code = :unit))
                        and (f.received_on between :from and :to or f.due_on between :from and :to)""")
                .setParameter("paths", paths)
                .setParameter("unit", unit)
                .setParameter("from", from)
                .setParameter("to", to)
                .getSingleResult();
        return new FeedbackResponse.Summary(
                number(row[0]), number(row[1]), number(row[2]), number(row[3]), number(row[4]));
    }

    private static long number(Object value) {
        return ((Number) value).longValue();
    }

    void add(UUID feedbackId, String from, String to, String reason, Instant now, String username) {
        entities.createNativeQuery("""
                        insert into feedback_assignment (feedback_id, number, from_unit_code, to_unit_code, reason, assigned_at,
                            assigned_by)
                        select :id, count(*) + 1, :from, :to, :reason, :now, :by
                        from feedback_assignment where feedback_id = :id""")
                .setParameter("id", feedbackId)
                .setParameter("from", from)
                .setParameter("to", to)
                .setParameter("reason", reason)
                .setParameter("now", now)
                .setParameter("by", username)
                .executeUpdate();
    }

    @SuppressWarnings("unchecked")
    List<FeedbackResponse.Assignment> assignments(UUID feedbackId) {
        List<Object[]> rows =
                entities.createNativeQuery("""
                        select number, from_unit_code, to_unit_code, reason, assigned_at, assigned_by
                        from feedback_assignment where feedback_id = :id order by number""").setParameter("id", feedbackId).getResultList();
        return rows.stream()
                .map(row -> new FeedbackResponse.Assignment(
                        (Integer) row[0], (String) row[1], (String) row[2], (String) row[3], (Instant) row[4], (String)
                                row[5]))
                .toList();
    }

    /// Deletes the senders' data and the content of what was closed before a day; the cases stay for statistics.
    ///
    /// @return how many cases
    int forget(LocalDate closedBefore, LocalDate today, int most) {
        return ((Number) entities.createNativeQuery("""
                        with forgotten as (
                            update feedback set content = null, forgotten_on = :today, version = version + 1
                            where id in (select id from feedback where forgotten_on is null and closed_on < :before
                                order by closed_on, id limit :most for update)
                            returning id),
                        deleted as (delete from feedback_sender s using forgotten f where s.feedback_id = f.id)
                        select count(*) from forgotten""")
                        .setParameter("today", today)
                        .setParameter("before", closedBefore)
                        .setParameter("most", most)
                        .getSingleResult())
                .intValue();
    }
}
