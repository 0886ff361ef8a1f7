package vn.monitoring.indicator.measurement;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Appends each state of a measurement to `measurement_history`, in the transaction of the change.
@ApplicationScoped
class MeasurementHistory {

    private final EntityManager entities;

    MeasurementHistory(EntityManager entities) {
        this.entities = entities;
    }

    void append(Measurement measurement) {
        entities.flush();
        entities.createNativeQuery("""
                        insert into measurement_history (measurement_id, version, revision, indicator_id, period,
                            period_start, period_end, numerator, denominator, value, cumulative, as_of, flags, source,
                            note, status, submitted_by, submitter_units, submitted_at, verified_by, verifier_units,
                            verified_at, reason)
                        select id, version, revision, indicator_id, period, period_start, period_end, numerator,
                            denominator, value, cumulative, as_of, flags, source, note, status, submitted_by,
                            submitter_units, submitted_at, verified_by, verifier_units, verified_at, reason
                        from measurement where id = :id""").setParameter("id", measurement.id()).executeUpdate();
    }

    /// The as-of date of the figure that was graded until now.
    Optional<LocalDate> findVerifiedAsOf(UUID measurementId) {
        List<?> dates = entities.createNativeQuery("""
                        select as_of from measurement_history where measurement_id = :id and status = 'VERIFIED'
                        order by version desc limit 1""", LocalDate.class)
                .setParameter("id", measurementId)
                .getResultList();
        return dates.stream().map(LocalDate.class::cast).findFirst();
    }
}
