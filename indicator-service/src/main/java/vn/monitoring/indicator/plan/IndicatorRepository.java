package vn.monitoring.indicator.plan;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.monitoring.kit.web.Cursor;

/// Indicators with their targets. Does not check the caller's scope: see [Indicator#responsibleUnitCode].
@ApplicationScoped
public class IndicatorRepository implements PanacheRepositoryBase<Indicator, UUID> {

    /// One indicator with all its targets, which a limit of rows would cut.
    public Optional<Indicator> findWithTargets(UUID id) {
        return list("from Indicator i left join fetch i.targets where i.id = ?1", id).stream()
                .findFirst();
    }

    /// All indicators of a plan with their targets, in the plan's order.
    public List<Indicator> listOfPlan(UUID planId) {
        return list("from Indicator i left join fetch i.targets where i.planId = ?1 order by i.position", planId);
    }

    /// The first other indicator of the same plan that is linked to an entry of the catalogue.
    Optional<Indicator> findOther(Indicator indicator, String canonicalCode) {
        return find(
                        "planId = ?1 and id <> ?2 and canonicalCode = ?3 order by position",
                        indicator.planId(),
                        indicator.id(),
                        canonicalCode)
                .firstResultOptional();
    }

    /// The indicators that the caller may read, by plan and position.
    ///
    /// @param paths the caller's subtrees as a PostgreSQL array of ltree
    List<Indicator> list(String paths, IndicatorFilter filter, @Nullable Cursor after, int limit) {
        @SuppressWarnings("unchecked")
        List<UUID> ids = getEntityManager()
                .createNativeQuery("""
                        select i.id from indicator i join unit u on u.code = i.responsible_unit_code
                        where u.path <@ any (cast(:paths as ltree[]))
                        and (cast(:plan as uuid) is null or i.plan_id = cast(:plan as uuid))
                        and (cast(:unit as text) is null or u.path <@ (select path from unit where code = cast(:unit as text)))
                        and (cast(:canonical as text) is null or i.canonical_code = cast(:canonical as text))
                        and (cast(:outcome as text) is null or i.outcome = cast(:outcome as text))
                        and (cast(:link as text) is null or coalesce(i.canonical_match, 'NONE') = cast(:link as text))
                        and (cast(:afterPlan as text) is null
                            or (i.plan_id, i.position) > (cast(:afterPlan as uuid), cast(:afterPosition as integer)))
                        order by i.plan_id, i.position limit :limit""", UUID.class)
                .setParameter("paths", paths)
                .setParameter(
                        "plan", filter.planId() == null ? null : filter.planId().toString())
                .setParameter("unit", filter.unitCode())
                .setParameter("canonical", filter.canonicalCode())
                .setParameter(
                        "outcome",
                        filter.outcome() == null ? null : filter.outcome().name())
                .setParameter(
                        "link", filter.link() == null ? null : filter.link().name())
                .setParameter("afterPlan", after == null ? null : after.keys().get(0))
                .setParameter(
                        "afterPosition", after == null ? null : after.keys().get(1))
                .setParameter("limit", limit)
                .getResultList();
        return list("from Indicator i left join fetch i.targets where i.id in ?1 order by i.planId, i.position", ids);
    }
}
