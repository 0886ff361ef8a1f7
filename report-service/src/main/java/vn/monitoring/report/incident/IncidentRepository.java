package vn.monitoring.report.incident;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.monitoring.kit.web.Cursor;

/// Stores incidents and what was said of them. One is in sight of whoever has its unit in the subtree of his units.
@ApplicationScoped
class IncidentRepository implements PanacheRepositoryBase<Incident, UUID> {

    private final EntityManager entities;

    IncidentRepository(EntityManager entities) {
        this.entities = entities;
    }

    record Filter(
            String paths,
            @Nullable String unit,
            @Nullable IncidentStatus status,
            @Nullable Severity severity,
            @Nullable Boolean overdue,
            Instant now) {}

    Optional<Incident> findInSight(UUID id, String paths) {
        return entities.createNativeQuery("""
                        select i.* from incident i join unit u on u.code = i.unit_code
                        where i.id = :id and u.path <@ any (cast(:paths as ltree[]))""", Incident.class)
                .setParameter("id", id)
                .setParameter("paths", paths)
                .getResultStream()
                .findFirst()
                .map(Incident.class::cast);
    }

    /// The last detected first.
    @SuppressWarnings("unchecked")
    List<Incident> listInSight(Filter filter, @Nullable Cursor after, int rows) {
        return entities.createNativeQuery("""
                        select i.* from incident i join unit u on u.code = i.unit_code
                        where u.path <@ any (cast(:paths as ltree[]))
                        and (cast(:unit as text) is null or u.path <@ (select path from unit where code = :unit))
                        and (cast(:status as text) is null or i.status = :status)
                        and (cast(:severity as text) is null or i.severity = :severity)
                        and (cast(:overdue as boolean) is null
                            or (coalesce(i.first_reported_at, :now) > i.due_at) = cast(:overdue as boolean))
                        and (cast(:at as timestamptz) is null
                            or (i.detected_at, i.id) < (cast(:at as timestamptz), cast(:afterId as uuid)))
                        order by i.detected_at desc, i.id desc""", Incident.class)
                .setParameter("paths", filter.paths())
                .setParameter("unit", filter.unit())
                .setParameter(
                        "status",
                        filter.status() == null ? null : filter.status().name())
                .setParameter(
                        "severity",
                        filter.severity() == null ? null : filter.severity().name())
                .setParameter(
                        "overdue",
                        filter.overdue() == null ? null : filter.overdue().toString())
                .setParameter("now", filter.now())
                .setParameter(
                        "at",
                        after == null
                                ? null
                                : Instant.EPOCH
                                        .plus(after.number(0), ChronoUnit.MICROS)
                                        .toString())
                .setParameter("afterId", after == null ? null : after.id(1).toString())
                .setMaxResults(rows)
                .getResultList();
    }

    /// Those whose clock has run out and of which no alarm tells yet, locked, the longest overdue first.
    List<Incident> listUnalarmed(Instant now, int rows) {
        return find("firstReportedAt is null and alarmedAt is null and dueAt < ?1 order by dueAt, id", now)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .page(0, rows)
                .list();
    }

    static Cursor after(Incident incident) {
        return Cursor.at(ChronoUnit.MICROS.between(Instant.EPOCH, incident.detectedAt()), incident.id());
    }

    void add(UUID incidentId, IncidentEntry entry) {
        entities.createNativeQuery("""
                        insert into incident_entry (incident_id, number, kind, text, recorded_at, by_username)
                        values (:incident, :number, :kind, :text, :at, :by)""")
                .setParameter("incident", incidentId)
                .setParameter("number", entry.number())
                .setParameter("kind", entry.kind().name())
                .setParameter("text", entry.text())
                .setParameter("at", entry.recordedAt())
                .setParameter("by", entry.recordedBy())
                .executeUpdate();
    }

    @SuppressWarnings("unchecked")
    List<IncidentEntry> entries(UUID incidentId) {
        List<Object[]> rows = entities.createNativeQuery("""
                        select number, kind, text, recorded_at, by_username from incident_entry
                        where incident_id = :incident order by number""")
                .setParameter("incident", incidentId)
                .getResultList();
        return rows.stream()
                .map(row -> new IncidentEntry(
                        (Integer) row[0],
                        IncidentEntry.Kind.valueOf((String) row[1]),
                        (String) row[2],
                        (Instant) row[3],
                        (String) row[4]))
                .toList();
    }
}
