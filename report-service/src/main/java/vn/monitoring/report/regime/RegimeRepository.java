package vn.monitoring.report.regime;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Stores regimes. One is in sight of whoever has its receiver, or one of its senders, in the subtree of his units;
/// so is it of the unit through which the reports go.
@ApplicationScoped
class RegimeRepository implements PanacheRepositoryBase<Regime, UUID> {

    private static final String IN_SIGHT = """
            exists (select 1 from unit receiver where receiver.code = r.receiver_unit_code
                and (receiver.path <@ any (cast(:paths as ltree[]))
                or exists (select 1 from unit sender where sender.path <@ any (cast(:paths as ltree[]))
                    and (sender.code = any (r.senders) or (r.sender_rule = 'COMMUNES_BELOW_RECEIVER'
                        and sender.type like 'COMMUNE%' and sender.path <@ receiver.path)
                    or (r.sender_rule = 'AGENCIES_BELOW_RECEIVER'
                        and sender.type = 'AGENCY' and sender.parent_code = receiver.code)
                    or sender.code = r.consolidating_unit_code))))""";

    private final EntityManager entities;

    RegimeRepository(EntityManager entities) {
        this.entities = entities;
    }

    Optional<Regime> findInSight(UUID id, String paths) {
        return entities.createNativeQuery(
                        "select r.* from report_regime r where r.id = :id and " + IN_SIGHT, Regime.class)
                .setParameter("id", id)
                .setParameter("paths", paths)
                .getResultStream()
                .findFirst()
                .map(Regime.class::cast);
    }

    @SuppressWarnings("unchecked")
    List<Regime> listInSight(String paths, @Nullable UUID after, int rows) {
        return entities.createNativeQuery(
                        "select r.* from report_regime r where (cast(:after as uuid) is null or r.id > cast(:after as uuid)) and "
                                + IN_SIGHT + " order by r.id",
                        Regime.class)
                .setParameter("after", after == null ? null : after.toString())
                .setParameter("paths", paths)
                .setMaxResults(rows)
                .getResultList();
    }

    Optional<Regime> findByName(String receiverUnitCode, String name) {
        return find("receiverUnitCode = ?1 and lower(name) = lower(?2)", receiverUnitCode, name)
                .firstResultOptional();
    }
}
