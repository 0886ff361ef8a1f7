package vn.monitoring.task.statistics;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/// Reads what is or was known of tasks: the database groups those that are alike, so that a province comes as some
/// hundred rows.
@ApplicationScoped
class TaskVersions {

    /// Looks each unit's tasks up, whatever the statistics say: a scan of all tasks takes several times as long for a
    /// province.
    private static final String FROM = """
             from (select code, path from unit where path <@ any (cast(? as ltree[]))) u
            join lateral (select * from task_version where responsible_unit_code = u.code""";

    private final DataSource dataSource;

    TaskVersions(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /// @param paths the subtrees to be counted, as a PostgreSQL array of ltree
    /// @param level of the unit asked for in the tree, whose children are told apart
    /// @param known the moment before which knowledge counts, null for now
    void read(StatisticsQuery query, String paths, int level, @Nullable Instant known, Consumer<CountedTasks> each) {
        List<Object> parameters = new ArrayList<>();
        StringBuilder sql = new StringBuilder("select ");
        sql.append(key(query.groupBy()));
        if (query.groupBy() == Grouping.UNIT) {
            parameters.add(level + 1);
        }
        sql.append(", ").append(CountedTasks.COLUMNS).append(", count(*)").append(FROM);
        parameters.add(paths);
        if (known == null) {
            sql.append(" and known_to = 'infinity'");
        } else {
            sql.append(" and known_from < ? and known_to >= ?");
            parameters.add(known.atOffset(ZoneOffset.UTC));
            parameters.add(known.atOffset(ZoneOffset.UTC));
        }
        if (query.planId() != null) {
            sql.append(" and plan_id = ?");
            parameters.add(query.planId());
        }
        if (query.period() != null) {
            sql.append(" and recurs is null and due_on between ? and ?");
            parameters.add(query.period().firstDay());
            parameters.add(query.period().lastDay());
        }
        sql.append(" offset 0) v on true group by 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14");
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(sql.toString())) {
            for (int i = 0; i < parameters.size(); i++) {
                select.setObject(i + 1, parameters.get(i));
            }
            CountedTasks.Reader reader = new CountedTasks.Reader();
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    each.accept(reader.read(rows));
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException("cannot count tasks", e);
        }
    }

    /// The key of a row's group, of the unit `u` and the task `v`; that of units takes a parameter.
    static String key(@Nullable Grouping grouping) {
        return switch (grouping) {
            case null -> "''";
            case UNIT -> "subpath(u.path, 0, least(nlevel(u.path), ?))::text";
            case AGENCY -> "u.path::text";
            case POSITION -> "coalesce(v.director_position, '')";
            case GROUP -> "coalesce(v.group_name, '')";
        };
    }

    /// A unit of the tree.
    record Place(String path, String code, String name) {}

    /// The unit and those right below it, by path, in the tree's order.
    Map<String, Place> family(String unit) {
        return places("select path, code, name from unit where code = ? or parent_code = ? order by path", unit, unit);
    }

    /// The units of these paths, by path.
    Map<String, Place> placesOf(List<String> paths) {
        return places(
                "select path, code, name from unit where path = any (cast(? as ltree[]))",
                "{" + String.join(",", paths) + "}");
    }

    private Map<String, Place> places(String sql, String... parameters) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                select.setString(i + 1, parameters[i]);
            }
            Map<String, Place> places = new LinkedHashMap<>();
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    places.put(rows.getString(1), new Place(rows.getString(1), rows.getString(2), rows.getString(3)));
                }
            }
            return places;
        } catch (SQLException e) {
            throw new IllegalStateException("cannot read units", e);
        }
    }
}
