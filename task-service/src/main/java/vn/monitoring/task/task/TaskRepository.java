package vn.monitoring.task.task;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The stored tasks.
@ApplicationScoped
public class TaskRepository implements PanacheRepositoryBase<Task, UUID> {

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
}
