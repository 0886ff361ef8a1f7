package vn.monitoring.task.task;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Query;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The stored tasks.
@ApplicationScoped
public class TaskRepository implements PanacheRepositoryBase<Task, UUID> {

    /// Which tasks a list shows; a null asks nothing.
    record Filter(
            @Nullable String unit,
            @Nullable UUID planId,
            @Nullable TaskStatus status) {}

    Optional<Task> findLocked(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
    }

    List<Task> listParts(UUID parentId) {
        return list("parentId", parentId);
    }

    /// All tasks of a plan in the order of its table, locked parts first, as every step locks them.
    public List<Task> listOfPlanLocked(UUID planId) {
        getEntityManager().createNativeQuery("""
                        select id from task where plan_id = :plan order by (parent_id is null), id for update""").setParameter("plan", planId).getResultList();
        return list("planId = ?1 order by facts.position", planId);
    }

    /// The place after the last row of a plan.
    public int nextPosition(UUID planId) {
        return ((Number) getEntityManager()
                        .createNativeQuery("select coalesce(max(position), -1) + 1 from task where plan_id = :plan")
                        .setParameter("plan", planId)
                        .getSingleResult())
                .intValue();
    }

    /// Whether another task of the plan has the number.
    public boolean isNumberTaken(UUID planId, String number, @Nullable UUID except) {
        return list("planId = ?1 and facts.number = ?2", planId, number).stream()
                .anyMatch(task -> !task.id().equals(except));
    }

    /// The next rows in keyset order (plan, place in its table, id) that lie in the caller's scope.
    ///
    /// @param scope tree paths as a PostgreSQL array literal
    @SuppressWarnings("unchecked")
    List<Task> listInScope(String scope, Filter filter, @Nullable TaskPosition after, int limit) {
        StringBuilder sql = new StringBuilder("""
                select t.* from task t join unit u on u.code = t.responsible_unit_code
                where u.path <@ any (cast(:scope as ltree[]))
                """);
        if (filter.unit() != null) {
            sql.append(" and u.path <@ (select path from unit where code = :unit)");
        }
        if (filter.planId() != null) {
            sql.append(" and t.plan_id = :plan");
        }
        if (filter.status() != null) {
            sql.append(" and t.status = :status");
        }
        if (after != null) {
            sql.append(" and (t.plan_id, t.position, t.id) > (:afterPlan, :afterPosition, :afterId)");
        }
        sql.append(" order by t.plan_id, t.position, t.id");

        Query query = getEntityManager()
                .createNativeQuery(sql.toString(), Task.class)
                .setParameter("scope", scope)
                .setMaxResults(limit);
        if (filter.unit() != null) {
            query.setParameter("unit", filter.unit());
        }
        if (filter.planId() != null) {
            query.setParameter("plan", filter.planId());
        }
        if (filter.status() != null) {
            query.setParameter("status", filter.status().name());
        }
        if (after != null) {
            query.setParameter("afterPlan", after.planId());
            query.setParameter("afterPosition", after.place());
            query.setParameter("afterId", after.id());
        }
        return query.getResultList();
    }
}
