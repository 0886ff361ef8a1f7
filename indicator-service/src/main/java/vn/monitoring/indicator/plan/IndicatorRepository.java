package vn.monitoring.indicator.plan;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Indicators with their targets. Does not check the caller's scope: see [Indicator#responsibleUnitCode].
@ApplicationScoped
public class IndicatorRepository implements PanacheRepositoryBase<Indicator, UUID> {

    /// One indicator with all its targets.
    public Optional<Indicator> findWithTargets(UUID id) {
        return find("from Indicator i left join fetch i.targets where i.id = ?1", id)
                .firstResultOptional();
    }

    /// All indicators of a plan with their targets, in the plan's order.
    public List<Indicator> listOfPlan(UUID planId) {
        return list("from Indicator i left join fetch i.targets where i.planId = ?1 order by i.position", planId);
    }
}
