package vn.monitoring.task.statistics;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/// Adds up what became of the monthly updates: from the sums that are kept of each unit, or task by task where
/// positions
/// and groups are told apart.
@ApplicationScoped
class UpdateMonths {

    /// Takes the sums of one group.
    @FunctionalInterface
    interface Sums {
        void add(String key, long valid, long expected);
    }

    private static final String BY_UNIT = """
            , sum(r.valid), sum(r.expected)
            from (select code, path from unit where path <@ any (cast(? as ltree[]))) u
            join lateral (select valid, expected from update_rate
                where responsible_unit_code = u.code%s and month between ? and ? offset 0) r on true""";

    private static final String BY_TASK = """
            , count(*) filter (where m.outcome = 'VALID'), count(*)
            from (select code, path from unit where path <@ any (cast(? as ltree[]))) u
            join lateral (select id, director_position, group_name from task
                where responsible_unit_code = u.code%s offset 0) v on true
            join update_month m on m.task_id = v.id and m.month between ? and ?""";

    private final DataSource dataSource;

    UpdateMonths(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /// @param paths the subtrees to be counted, as a PostgreSQL array of ltree
    /// @param level of the unit asked for in the tree, whose children are told apart
    void read(StatisticsQuery query, String paths, int level, YearMonth from, YearMonth to, Sums sums) {
        List<Object> parameters = new ArrayList<>();
        String key = TaskVersions.key(query.groupBy());
        if (query.groupBy() == Grouping.UNIT) {
            parameters.add(level + 1);
        }
        parameters.add(paths);
        String ofPlan = query.planId() == null ? "" : " and plan_id = ?";
        if (query.planId() != null) {
            parameters.add(query.planId());
        }
        parameters.add(from.atDay(1));
        parameters.add(to.atDay(1));
        String sql = "select " + key + (query.ofWords() ? BY_TASK : BY_UNIT).formatted(ofPlan) + " group by 1";
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.size(); i++) {
                select.setObject(i + 1, parameters.get(i));
            }
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    sums.add(rows.getString(1), rows.getLong(2), rows.getLong(3));
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException("cannot add up monthly updates", e);
        }
    }
}
