package vn.monitoring.indicator.measurement;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

/// Measurements as aggregates, one at a time.
@ApplicationScoped
class MeasurementRepository implements PanacheRepositoryBase<Measurement, UUID> {

    private final DataSource dataSource;

    MeasurementRepository(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /// Stores the first figure of an indicator for a period, in one statement: of two at once one is stored, and the
    /// other waits until that is certain.
    ///
    /// @return whether it is the first
    boolean insertFirst(Measurement measurement) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement insert = connection.prepareStatement("""
                        insert into measurement (id, indicator_id, plan_id, unit_code, period, period_start, period_end,
                            numerator, denominator, value, cumulative, as_of, flags, source, note, status, submitted_by,
                            submitter_subject, submitter_units, submitted_at, verifier_units, revision, version)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, '{}', ?, ?)
                        on conflict (indicator_id, period) do nothing""")) {
            insert.setObject(1, measurement.id());
            insert.setObject(2, measurement.indicatorId());
            insert.setObject(3, measurement.planId());
            insert.setString(4, measurement.unitCode());
            insert.setString(5, measurement.period().key());
            insert.setObject(6, measurement.period().firstDay());
            insert.setObject(7, measurement.period().lastDay());
            insert.setBigDecimal(8, measurement.numerator());
            insert.setBigDecimal(9, measurement.denominator());
            insert.setBigDecimal(10, measurement.value());
            insert.setObject(11, measurement.cumulative(), Types.BOOLEAN);
            insert.setObject(12, measurement.asOf());
            insert.setArray(
                    13,
                    connection.createArrayOf(
                            "text", measurement.flags().stream().map(Enum::name).toArray()));
            insert.setString(14, measurement.source());
            insert.setString(15, measurement.note());
            insert.setString(16, measurement.status().name());
            insert.setString(17, measurement.submittedBy());
            insert.setString(18, measurement.submitterSubject());
            insert.setArray(
                    19,
                    connection.createArrayOf(
                            "text", measurement.submitterUnits().toArray()));
            insert.setObject(20, measurement.submittedAt().atOffset(ZoneOffset.UTC));
            insert.setInt(21, measurement.revision());
            insert.setLong(22, measurement.version());
            return insert.executeUpdate() == 1;
        } catch (SQLException e) {
            throw new IllegalStateException("cannot store a figure", e);
        }
    }

    Measurement getOfPeriod(UUID indicatorId, String period) {
        return find("indicatorId = ?1 and period = ?2", indicatorId, period).firstResult();
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
