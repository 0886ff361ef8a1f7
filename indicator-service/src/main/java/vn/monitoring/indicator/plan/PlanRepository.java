package vn.monitoring.indicator.plan;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Query;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.monitoring.kit.web.Cursor;

/// Plans, read by those who may see them.
@ApplicationScoped
public class PlanRepository implements PanacheRepositoryBase<Plan, UUID> {

    private static final String VISIBLE = """
            exists (select 1 from unit u where u.code = p.unit_code and u.path <@ any (cast(:paths as ltree[])))
            or exists (select 1 from indicator i join unit u on u.code = i.responsible_unit_code
                where i.plan_id = p.id and u.path <@ any (cast(:paths as ltree[])))""";

    List<Plan> listOfUnit(String unitCode) {
        return list("unitCode", unitCode);
    }

    /// Lets one import of a unit's plans go after the other, until the end of the transaction.
    void lockUnit(String unitCode) {
        getEntityManager()
                .createNativeQuery(
                        "select cast(pg_advisory_xact_lock(hashtextextended('plan-of-' || :unit, 0)) as text)")
                .setParameter("unit", unitCode)
                .getSingleResult();
    }

    /// Plans in force whose time is over, their own or their unit's, with their rows held.
    List<Plan> lockOver(LocalDate today, int most) {
        @SuppressWarnings("unchecked")
        List<UUID> over = getEntityManager()
                .createNativeQuery("""
                        select p.id from plan p where p.status = 'IN_FORCE' and (p.horizon_end < :today
                            or p.superseded_on <= :today
                            or p.unit_code in (select code from unit where valid_to < :today))
                        order by p.id limit :most""", UUID.class)
                .setParameter("today", today)
                .setParameter("most", most)
                .getResultList();
        return lock(over);
    }

    /// The plans of these ids, with their rows held.
    List<Plan> lock(Collection<UUID> ids) {
        return find("id in ?1 order by id", ids)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
    }

    /// Whether the caller may read the plan: its unit, or the responsible unit of one of its indicators, is in his
    /// subtrees.
    ///
    /// @param paths the caller's subtrees as a PostgreSQL array of ltree
    boolean visible(UUID id, String paths) {
        return (boolean) getEntityManager()
                .createNativeQuery("""
                        select exists (select 1 from plan p where p.id = :id and (%s))""".formatted(VISIBLE), Boolean.class)
                .setParameter("id", id)
                .setParameter("paths", paths)
                .getSingleResult();
    }

    /// Plans that the caller may read, by unit and id.
    ///
    List<Plan> list(String paths, PlanFilter filter, @Nullable Cursor after, int limit) {
        Query query = getEntityManager()
                .createNativeQuery("""
                        select p.* from plan p join unit o on o.code = p.unit_code
                        where (%s)
                        and (cast(:unit as text) is null or o.path <@ (select path from unit where code = cast(:unit as text)))
                        and (cast(:status as text) is null or p.status = cast(:status as text))
                        and (cast(:parent as uuid) is null or p.parent_plan_id = cast(:parent as uuid))
                        and (cast(:afterUnit as text) is null
                            or (p.unit_code, p.id) > (cast(:afterUnit as text), cast(:afterId as uuid)))
                        order by p.unit_code, p.id limit :limit""".formatted(VISIBLE), Plan.class)
                .setParameter("paths", paths)
                .setParameter("unit", filter.unitCode())
                .setParameter(
                        "status",
                        filter.status() == null ? null : filter.status().name())
                .setParameter(
                        "parent",
                        filter.parentPlanId() == null
                                ? null
                                : filter.parentPlanId().toString())
                .setParameter("afterUnit", after == null ? null : after.keys().get(0))
                .setParameter("afterId", after == null ? null : after.keys().get(1))
                .setParameter("limit", limit);
        @SuppressWarnings("unchecked")
        List<Plan> found = query.getResultList();
        return found;
    }
}
