package vn.monitoring.indicator.plan;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/// Plans by id and by what recognises them within their unit.
@ApplicationScoped
public class PlanRepository implements PanacheRepositoryBase<Plan, UUID> {

    Optional<Plan> findByIdentity(String unitCode, String identityKey) {
        return find("unitCode = ?1 and identityKey = ?2", unitCode, identityKey).firstResultOptional();
    }
}
