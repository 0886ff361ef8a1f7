package vn.monitoring.report.ranking;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.jboss.logging.Logger;
import vn.monitoring.kit.problem.Problem;
import vn.monitoring.kit.scope.Scope;
import vn.monitoring.kit.security.Caller;
import vn.monitoring.kit.text.Vietnamese;

/// The versions of policies: of a unit its own last one, else that of the nearest unit above, else the standard.
@ApplicationScoped
class Policies {

    private static final Logger LOG = Logger.getLogger(Policies.class);

    private static final String SELECT = """
            select p.unit_code, p.version, p.policy::text, p.decision_document, p.decided_at, p.decided_by
            from unit asked join unit above on asked.path <@ above.path join ranking_policy p on p.unit_code = above.code
            where asked.code = ? order by nlevel(above.path) desc, p.version desc""";

    private final DataSource dataSource;
    private final Scope scope;
    private final Caller caller;
    private final Clock clock;

    Policies(DataSource dataSource, Scope scope, Caller caller, Clock clock) {
        this.dataSource = dataSource;
        this.scope = scope;
        this.caller = caller;
        this.clock = clock;
    }

    DecidedPolicy current(String unitCode) {
        return versions(unitCode).getFirst();
    }

    /// The one that holds first, the standard last.
    List<DecidedPolicy> list(String unitCode) {
        scope.require(unitCode);
        return versions(unitCode);
    }

    @Transactional
    DecidedPolicy decide(PolicyRequest request) {
        scope.require(request.unitCode());
        RankingPolicy settings = request.settings().policy();
        if (!settings.isConsistent()) {
            throw new Problem(
                    RankingProblem.RANKING_POLICY_INVALID,
                    "Trọng số phải có đủ 5 thành phần và cộng lại bằng 100; ngưỡng xuất sắc > tốt > hoàn thành. Hãy sửa rồi gửi lại.",
                    "There are five weights, 100 together, and the thresholds fall: excellent > good > completed. Correct and send again.");
        }
        lock(request.unitCode());
        int version = versions(request.unitCode()).stream()
                        .filter(policy -> request.unitCode().equals(policy.unitCode()))
                        .mapToInt(DecidedPolicy::version)
                        .max()
                        .orElse(1)
                + 1;
        DecidedPolicy policy = new DecidedPolicy(
                request.unitCode(),
                version,
                settings,
                Vietnamese.clean(request.decisionDocument()),
                clock.instant(),
                caller.username());
        insert(policy, clock.instant());
        LOG.infof("ranking policy of %s: version %d", policy.unitCode(), version);
        return policy;
    }

    private List<DecidedPolicy> versions(String unitCode) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(SELECT)) {
            select.setString(1, unitCode);
            List<DecidedPolicy> policies = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    policies.add(new DecidedPolicy(
                            row.getString(1),
                            row.getInt(2),
                            Canonical.read(row.getString(3), RankingPolicy.class),
                            row.getString(4),
                            row.getObject(5, OffsetDateTime.class).toInstant(),
                            row.getString(6)));
                }
            }
            policies.add(DecidedPolicy.STANDARD);
            return policies;
        } catch (SQLException e) {
            throw new IllegalStateException("cannot read ranking policies", e);
        }
    }

    /// Takes turns with other decisions of the unit.
    private void lock(String unitCode) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement lock = connection.prepareStatement(
                        "select pg_advisory_xact_lock(hashtext('ranking-policy'), hashtext(?))")) {
            lock.setString(1, unitCode);
            lock.executeQuery().close();
        } catch (SQLException e) {
            throw new IllegalStateException("cannot lock the ranking policy of " + unitCode, e);
        }
    }

    private void insert(DecidedPolicy policy, Instant now) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement insert = connection.prepareStatement("""
                        insert into ranking_policy (unit_code, version, policy, decision_document, decided_at, decided_by)
                        values (?, ?, ?::jsonb, ?, ?, ?)""")) {
            insert.setString(1, policy.unitCode());
            insert.setInt(2, policy.version());
            insert.setString(3, Canonical.write(policy.settings()));
            insert.setString(4, policy.decisionDocument());
            insert.setObject(5, now.atOffset(ZoneOffset.UTC));
            insert.setString(6, policy.decidedBy());
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("cannot store a ranking policy", e);
        }
    }
}
