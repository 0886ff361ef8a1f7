package vn.monitoring.indicator.measurement;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Measurements as aggregates, one at a time.
@ApplicationScoped
class MeasurementRepository implements PanacheRepositoryBase<Measurement, UUID> {

    Optional<Measurement> findOfPeriod(UUID indicatorId, String period) {
        return find("indicatorId = ?1 and period = ?2", indicatorId, period).firstResultOptional();
    }

    /// Waits for whoever is changing it, so that the second of two writers sees the first one's version.
    Optional<Measurement> findLocked(UUID id) {
        return Optional.ofNullable(findById(id, LockModeType.PESSIMISTIC_WRITE));
    }

    /// The as-of date of the figure that counts until now, also while a revision of it waits.
    Optional<LocalDate> findVerifiedAsOf(UUID id) {
        List<?> dates = getEntityManager()
                .createNativeQuery("select as_of from verified_figure where measurement_id = :id", LocalDate.class)
                .setParameter("id", id)
                .getResultList();
        return dates.stream().map(LocalDate.class::cast).findFirst();
    }
}
