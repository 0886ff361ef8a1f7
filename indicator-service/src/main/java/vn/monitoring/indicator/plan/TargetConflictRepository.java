package vn.monitoring.indicator.plan;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Query;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.monitoring.kit.problem.Problem;
import vn.monitoring.kit.web.Cursor;

/// Conflicts between readings of targets.
@ApplicationScoped
class TargetConflictRepository implements PanacheRepositoryBase<TargetConflict, UUID> {

    /// What a list of conflicts is narrowed to; null does not narrow.
    record Filter(@Nullable UUID planId, @Nullable String unitCode, TargetConflict.@Nullable Status status) {}

    List<TargetConflict> listOfPlan(UUID planId) {
        return list("indicatorId in (select i.id from Indicator i where i.planId = ?1)", planId);
    }

    /// @throws Problem 409 when one waits for a decision
    void requireNoneOpen(UUID indicatorId, LocalDate due) {
        find(
                        "(indicatorId = ?1 or otherIndicatorId = ?1) and dueDate = ?2 and status = ?3",
                        indicatorId,
                        due,
                        TargetConflict.Status.OPEN)
                .firstResultOptional()
                .ifPresent(open -> {
                    throw new Problem(
                                    PlanProblem.TARGET_IN_CONFLICT,
                                    "Mục tiêu này đang có hai giá trị («%s» và «%s»). Hãy quyết định mâu thuẫn trước."
                                            .formatted(open.firstRaw(), open.secondRaw()),
                                    "This target has two values («%s» and «%s»). Decide the conflict first."
                                            .formatted(open.firstRaw(), open.secondRaw()))
                            .with("conflictId", open.id());
                });
    }

    /// The conflicts of the indicators that the caller may read, oldest first.
    ///
    /// @param paths the caller's subtrees as a PostgreSQL array of ltree
    List<TargetConflict> list(String paths, Filter filter, @Nullable Cursor after, int limit) {
        Query query = getEntityManager()
                .createNativeQuery("""
                        select c.* from target_conflict c
                        join indicator i on i.id = c.indicator_id
                        join unit u on u.code = i.responsible_unit_code
                        where u.path <@ any (cast(:paths as ltree[]))
                        and (cast(:plan as uuid) is null or i.plan_id = cast(:plan as uuid))
                        and (cast(:unit as text) is null or u.path <@ (select path from unit where code = cast(:unit as text)))
                        and (cast(:status as text) is null or c.status = cast(:status as text))
                        and (cast(:after as uuid) is null or (c.opened_at, c.id)
                            > (select opened_at, id from target_conflict where id = cast(:after as uuid)))
                        order by c.opened_at, c.id limit :limit""", TargetConflict.class)
                .setParameter("paths", paths)
                .setParameter(
                        "plan", filter.planId() == null ? null : filter.planId().toString())
                .setParameter("unit", filter.unitCode())
                .setParameter(
                        "status",
                        filter.status() == null ? null : filter.status().name())
                .setParameter("after", after == null ? null : after.id(0).toString())
                .setParameter("limit", limit);
        @SuppressWarnings("unchecked")
        List<TargetConflict> found = query.getResultList();
        return found;
    }
}
