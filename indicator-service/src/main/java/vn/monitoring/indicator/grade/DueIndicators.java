package vn.monitoring.indicator.grade;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;

/// Which indicators are due for grading: the marked ones, those whose province's sums moved, and on a new day or under
/// a new policy all that were not looked at yet. The first two are found by small indexes, the last is asked once.
@ApplicationScoped
class DueIndicators {

    private static final String MARKED = "select indicator_id from grading_due order by indicator_id limit 100000";

    private static final String OVERTAKEN_BY_PROVINCE = """
            with relative as materialized (
                select distinct i.id, i.canonical_code, p.code as province_code, s.province_version
                from target t
                join indicator i on i.id = t.indicator_id
                join plan on plan.id = i.plan_id and plan.status = 'IN_FORCE'
                join unit u on u.code = i.unit_code
                join unit p on p.path = subpath(u.path, 0, 1)
                join grading_state s on s.indicator_id = i.id and s.graded_on is not null
                where t.kind = 'RELATIVE'),
            standard as (
                select province_code, canonical_code, sum(version) as version
                from province_sum
                where canonical_code in (select canonical_code from relative)
                group by province_code, canonical_code)
            select r.id from relative r left join standard d
                on d.province_code = r.province_code and d.canonical_code = r.canonical_code
            where r.province_version <> coalesce(d.version, 0)
            order by r.id
            """;

    private static final String STALE = """
            select i.id from indicator i join plan p on p.id = i.plan_id
            left join grading_state s on s.indicator_id = i.id
            where p.status = 'IN_FORCE' and (s.graded_on is null or s.graded_on < ? or s.indicator_version <> i.version
                or s.policy_version <> ?)
            order by i.id
            """;

    private static final String MARK = """
            insert into grading_due (indicator_id, changed_from)
            select id, ? from unnest(?) as id order by id
            on conflict (indicator_id) do update
                set changed_from = least(grading_due.changed_from, excluded.changed_from)
            """;

    private final DataSource dataSource;

    DueIndicators(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /// Marks them in the current transaction.
    void mark(Collection<UUID> indicatorIds, LocalDate changedFrom) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(MARK)) {
            statement.setObject(1, changedFrom);
            statement.setArray(2, connection.createArrayOf("uuid", indicatorIds.toArray()));
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("cannot mark indicators as due", e);
        }
    }

    List<UUID> listMarked() {
        return list(MARKED);
    }

    List<UUID> listOvertakenByProvince() {
        return list(OVERTAKEN_BY_PROVINCE);
    }

    /// All that were not yet graded for the day under the policy.
    List<UUID> listStale(LocalDate day, int policyVersion) {
        return list(STALE, day, policyVersion);
    }

    /// Whether all indicators were looked at for the day under the policy.
    boolean isSwept(LocalDate day, int policyVersion) {
        return !list("select null::uuid from grading_sweep where day >= ? and policy_version = ?", day, policyVersion)
                .isEmpty();
    }

    void noteSwept(LocalDate day, int policyVersion) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement("""
                        insert into grading_sweep (day, policy_version) values (?, ?)
                        on conflict (id) do update set day = excluded.day, policy_version = excluded.policy_version""")) {
            statement.setObject(1, day);
            statement.setInt(2, policyVersion);
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("cannot note that all was graded", e);
        }
    }

    private List<UUID> list(String sql, Object... parameters) {
        List<UUID> found = new ArrayList<>();
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int at = 0; at < parameters.length; at++) {
                statement.setObject(at + 1, parameters[at]);
            }
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    found.add(row.getObject(1, UUID.class));
                }
            }
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException("cannot find what is due for grading", e);
        }
    }
}
