package vn.monitoring.report.evaluation;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.monitoring.kit.web.Cursor;

/// Stores sheets. One is in sight of whoever has its commune in the subtree of his units.
@ApplicationScoped
class SheetRepository implements PanacheRepositoryBase<Sheet, UUID> {

    private final EntityManager entities;

    SheetRepository(EntityManager entities) {
        this.entities = entities;
    }

    Optional<Sheet> findByUnit(String unitCode, int year) {
        return find("unitCode = ?1 and year = ?2", unitCode, year).firstResultOptional();
    }

    Optional<Sheet> findInSight(UUID id, String paths) {
        return entities.createNativeQuery("""
                        select s.* from evaluation_sheet s join unit u on u.code = s.unit_code
                        where s.id = :id and u.path <@ any (cast(:paths as ltree[]))""", Sheet.class)
                .setParameter("id", id)
                .setParameter("paths", paths)
                .getResultStream()
                .findFirst()
                .map(Sheet.class::cast);
    }

    /// The last year first, in it by unit.
    @SuppressWarnings("unchecked")
    List<Sheet> listInSight(
            String paths,
            @Nullable String unit,
            @Nullable Integer year,
            @Nullable SheetStatus status,
            @Nullable Cursor after,
            int rows) {
        return entities.createNativeQuery("""
                        select s.* from evaluation_sheet s join unit u on u.code = s.unit_code
                        where u.path <@ any (cast(:paths as ltree[]))
                        and (cast(:unit as text) is null or u.path <@ (select path from unit where code = :unit))
                        and (cast(:year as integer) is null or s.year = cast(:year as integer))
                        and (cast(:status as text) is null or s.status = :status)
                        and (cast(:afterYear as integer) is null or s.year < cast(:afterYear as integer)
                            or (s.year = cast(:afterYear as integer) and s.unit_code > :afterUnit))
                        order by s.year desc, s.unit_code""", Sheet.class)
                .setParameter("paths", paths)
                .setParameter("unit", unit)
                .setParameter("year", year == null ? null : year.toString())
                .setParameter("status", status == null ? null : status.name())
                .setParameter("afterYear", after == null ? null : Long.toString(after.number(0)))
                .setParameter("afterUnit", after == null ? null : after.keys().get(1))
                .setMaxResults(rows)
                .getResultList();
    }
}
