package vn.monitoring.report.obligation;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.monitoring.kit.web.Cursor;

/// Stores obligations. One is in sight of whoever has its sender in the subtree of his units.
@ApplicationScoped
class ObligationRepository implements PanacheRepositoryBase<Obligation, UUID> {

    private static final String MATCHES = """
            u.path <@ any (cast(:paths as ltree[]))
            and (cast(:unit as text) is null
                or u.path <@ (select path from unit where code = cast(:unit as text)))
            and (cast(:regime as uuid) is null or o.regime_id = cast(:regime as uuid))
            and (cast(:period as text) is null or o.period = :period)
            and (cast(:status as text) is null or o.status = :status)
            and (o.status <> 'OPEN' or not :reported)""";

    private final EntityManager entities;

    ObligationRepository(EntityManager entities) {
        this.entities = entities;
    }

    List<Obligation> listOf(UUID regimeId, String period) {
        return list("regimeId = ?1 and period = ?2 order by unitCode", regimeId, period);
    }

    long countOf(UUID regimeId, String period) {
        return count("regimeId = ?1 and period = ?2", regimeId, period);
    }

    Optional<Obligation> findInSight(UUID id, String paths) {
        return entities.createNativeQuery("""
                        select o.* from report_obligation o join unit u on u.code = o.unit_code
                        where o.id = :id and u.path <@ any (cast(:paths as ltree[]))""", Obligation.class)
                .setParameter("id", id)
                .setParameter("paths", paths)
                .getResultStream()
                .findFirst()
                .map(Obligation.class::cast);
    }

    @SuppressWarnings("unchecked")
    List<Obligation> listInSight(ObligationFilter filter, @Nullable Cursor after, int rows) {
        Query query = entities.createNativeQuery("""
                select o.* from report_obligation o join unit u on u.code = o.unit_code where %s
                and (cast(:cutOff as date) is null or o.cut_off_on < cast(:cutOff as date)
                    or (o.cut_off_on = cast(:cutOff as date)
                        and (o.unit_code, o.id) > (cast(:afterUnit as text), cast(:afterId as uuid))))
                order by o.cut_off_on desc, o.unit_code, o.id""".formatted(MATCHES), Obligation.class);
        bind(query, filter);
        List<@Nullable String> keys = after == null
                ? java.util.Arrays.asList(null, null, null)
                : java.util.Collections.unmodifiableList(after.keys());
        query.setParameter("cutOff", keys.get(0));
        query.setParameter("afterUnit", keys.get(1));
        query.setParameter("afterId", keys.get(2));
        return query.setMaxResults(rows).getResultList();
    }

    private static void bind(Query query, ObligationFilter filter) {
        query.setParameter("paths", filter.paths());
        query.setParameter("unit", filter.unitCode());
        query.setParameter(
                "regime", filter.regimeId() == null ? null : filter.regimeId().toString());
        query.setParameter("period", filter.period());
        query.setParameter("reported", filter.reported());
        query.setParameter(
                "status", filter.status() == null ? null : filter.status().name());
    }
}
