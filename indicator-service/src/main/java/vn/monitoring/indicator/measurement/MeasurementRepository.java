package vn.monitoring.indicator.measurement;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Query;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.monitoring.kit.web.Cursor;
import vn.monitoring.kit.web.Page;

/// Measurements, read within the caller's part of the unit tree.
@ApplicationScoped
class MeasurementRepository implements PanacheRepositoryBase<Measurement, UUID> {

    /// What a list is narrowed to; nulls narrow nothing.
    record Filter(
            @Nullable String unitCode,
            @Nullable UUID indicatorId,
            @Nullable String period,
            @Nullable MeasurementStatus status) {}

    Optional<Measurement> findOfPeriod(UUID indicatorId, String period) {
        return find("indicatorId = ?1 and period = ?2", indicatorId, period).firstResultOptional();
    }

    /// Waits for whoever is changing it, so that the second of two writers sees the first one's version.
    Optional<Measurement> findLocked(UUID id) {
        return Optional.ofNullable(findById(id, LockModeType.PESSIMISTIC_WRITE));
    }

    /// Newest first, within the given tree paths.
    Page<Measurement> list(Filter filter, String scopePaths, @Nullable String cursor, int limit) {
        StringBuilder sql = new StringBuilder("""
                select m.* from measurement m join indicator i on i.id = m.indicator_id
                join unit u on u.code = i.responsible_unit_code
                where u.path <@ any (cast(:paths as ltree[]))""");
        Map<String, Object> parameters = new LinkedHashMap<>();
        parameters.put("paths", scopePaths);
        if (filter.unitCode() != null) {
            sql.append(" and u.path <@ (select path from unit where code = :unit)");
            parameters.put("unit", filter.unitCode());
        }
        if (filter.indicatorId() != null) {
            sql.append(" and m.indicator_id = :indicator");
            parameters.put("indicator", filter.indicatorId());
        }
        if (filter.period() != null) {
            sql.append(" and m.period = :period");
            parameters.put("period", filter.period());
        }
        if (filter.status() != null) {
            sql.append(" and m.status = :status");
            parameters.put("status", filter.status().name());
        }
        Cursor after = Cursor.decode(cursor, 2);
        if (after != null) {
            sql.append(" and (m.submitted_at, m.id) < (cast(:at as timestamptz), cast(:id as uuid))");
            parameters.put("at", after.keys().get(0));
            parameters.put("id", after.keys().get(1));
        }
        sql.append(" order by m.submitted_at desc, m.id desc");
        Query query = getEntityManager().createNativeQuery(sql.toString(), Measurement.class);
        parameters.forEach(query::setParameter);
        List<Measurement> rows = ((List<?>) query.setMaxResults(limit + 1).getResultList())
                .stream().map(Measurement.class::cast).toList();
        return Page.of(rows, limit, last -> Cursor.at(submittedAt(last), last.id()));
    }

    private static Instant submittedAt(Measurement measurement) {
        return measurement.submittedAt();
    }
}
