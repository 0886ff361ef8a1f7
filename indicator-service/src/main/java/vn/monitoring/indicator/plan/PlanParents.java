package vn.monitoring.indicator.plan;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import vn.monitoring.kit.problem.Problem;
import vn.monitoring.kit.shield.AsSystem;
import vn.monitoring.kit.text.Text;

/// Finds the plan above a plan: a province's over a commune's, or the party committee's over the government's of one
/// commune. Plain reads that flush nothing.
@ApplicationScoped
class PlanParents {

    private final DataSource dataSource;
    private final AsSystem asSystem;

    PlanParents(DataSource dataSource, AsSystem asSystem) {
        this.dataSource = dataSource;
        this.asSystem = asSystem;
    }

    /// What a plan says of the one above it.
    ///
    /// @param id that plan, null while none is known
    /// @param number its number as written
    /// @param key its number in one spelling: what a plan that comes in later is recognised by
    record Parent(
            @Nullable UUID id,
            @Nullable String number,
            @Nullable String key) {}

    /// By id, else by number among the plans of the units above. A number that no plan has yet is kept and waits.
    ///
    /// As the system: plans above are out of the caller's sight. He learns no more than the id of the one he named.
    ///
    /// @param planId the plan itself, null before it is stored
    /// @throws Problem PARENT_NOT_ABOVE for an id that cannot be
    Parent find(PlanHeader header, @Nullable UUID parentPlanId, @Nullable UUID planId) {
        Optional<String> key = PlanIdentity.numberKey(header.parentNumber());
        if (parentPlanId == null) {
            UUID found = key.flatMap(number -> asSystem.call(() -> findAbove(number, header.unitCode())))
                    .orElse(null);
            return new Parent(found, header.parentNumber(), key.orElse(null));
        }
        if (!asSystem.call(() -> isAbove(parentPlanId, header.unitCode(), planId))) {
            throw new Problem(
                            PlanProblem.PARENT_NOT_ABOVE,
                            "Kế hoạch cấp trên phải là một kế hoạch khác của đơn vị này hoặc của đơn vị cấp trên, và không nằm dưới chính kế hoạch này.",
                            "The plan above must be another plan of this unit or of one above it, and not lie below this plan.")
                    .violation("body", "parentPlanId", new Text("Không dùng được.", "Not possible."));
        }
        return new Parent(parentPlanId, header.parentNumber(), key.orElse(null));
    }

    /// Plans that wait for the one above them, which is in by now.
    Map<UUID, UUID> listArrived(int most) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement("""
                        select p.id, (select q.id from plan q join unit above on above.code = q.unit_code
                            where q.identity_key = 'number:' || p.parent_key and own.path <@ above.path
                                and q.unit_code <> p.unit_code
                            order by nlevel(above.path) desc limit 1) as parent
                        from plan p join unit own on own.code = p.unit_code
                        where p.parent_key is not null and p.parent_plan_id is null
                            and exists (select 1 from plan q join unit above on above.code = q.unit_code
                                where q.identity_key = 'number:' || p.parent_key and own.path <@ above.path
                                    and q.unit_code <> p.unit_code)
                        order by p.id limit ?""")) {
            select.setInt(1, most);
            Map<UUID, UUID> arrived = new LinkedHashMap<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    arrived.put(row.getObject("id", UUID.class), row.getObject("parent", UUID.class));
                }
            }
            return arrived;
        } catch (SQLException e) {
            throw new IllegalStateException("cannot find the plans above", e);
        }
    }

    /// The nearest plan of that number of a unit strictly above.
    private Optional<UUID> findAbove(String numberKey, String unitCode) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement("""
                        select q.id from plan q join unit above on above.code = q.unit_code
                        join unit own on own.path <@ above.path
                        where own.code = ? and q.unit_code <> own.code and q.identity_key = 'number:' || ?
                        order by nlevel(above.path) desc limit 1""")) {
            select.setString(1, unitCode);
            select.setString(2, numberKey);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? Optional.of(row.getObject(1, UUID.class)) : Optional.empty();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("cannot find the plan above", e);
        }
    }

    /// Whether the candidate belongs to the unit or one above it, and the plan is not on the candidate's own way up.
    private boolean isAbove(UUID candidate, String unitCode, @Nullable UUID planId) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement("""
                        with recursive way(id, parent_plan_id) as (
                            select id, parent_plan_id from plan where id = ?
                            union
                            select p.id, p.parent_plan_id from plan p join way on way.parent_plan_id = p.id)
                        select exists (select 1 from plan q join unit above on above.code = q.unit_code
                                join unit own on own.path <@ above.path where q.id = ? and own.code = ?)
                            and not exists (select 1 from way where id = ?)""")) {
            select.setObject(1, candidate);
            select.setObject(2, candidate);
            select.setString(3, unitCode);
            select.setObject(4, planId, java.sql.Types.OTHER);
            try (ResultSet row = select.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("cannot judge the plan above", e);
        }
    }
}
