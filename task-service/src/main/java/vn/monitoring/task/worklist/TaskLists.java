package vn.monitoring.task.worklist;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import vn.monitoring.kit.scope.Scope;
import vn.monitoring.kit.web.Page;
import vn.monitoring.task.task.Task;
import vn.monitoring.task.task.TaskRepository;
import vn.monitoring.task.task.TaskResponse;
import vn.monitoring.task.task.TaskService;
import vn.monitoring.task.timeliness.Timeliness;
import vn.monitoring.task.timeliness.TimelinessRule;

/// Finds the tasks of a list by narrow rows, then reads those of the page.
@ApplicationScoped
class TaskLists {

    private record Found(Task task, TaskSort.Place place) {}

    private final TaskRepository tasks;
    private final TaskService service;
    private final DataSource dataSource;
    private final Scope scope;
    private final Reviewer reviewer;
    private final TimelinessRule rule;
    private final Clock clock;

    TaskLists(
            TaskRepository tasks,
            TaskService service,
            DataSource dataSource,
            Scope scope,
            Reviewer reviewer,
            TimelinessRule rule,
            Clock clock) {
        this.tasks = tasks;
        this.service = service;
        this.dataSource = dataSource;
        this.scope = scope;
        this.reviewer = reviewer;
        this.rule = rule;
        this.clock = clock;
    }

    /// The rows of a filter in the caller's sight.
    /// @throws vn.monitoring.kit.problem.Problem 404 for a unit out of sight
    TaskQuery query(TaskFilter filter) {
        if (filter.unit() != null) {
            scope.require(filter.unit());
        }
        return new TaskQuery(scope.paths(), filter, LocalDate.now(clock), reviewer);
    }

    /// A page in keyset order. Timeliness is that of today, so it is judged row by row.
    @Transactional
    Page<TaskResponse> list(TaskFilter filter, TaskSort sort, TaskSort.@Nullable Place after, int limit) {
        LocalDate today = LocalDate.now(clock);
        Timeliness wanted = filter.timeliness();
        List<Found> found = new ArrayList<>();
        TaskSort.Place from = after;
        boolean more = true;
        while (more && found.size() <= limit) {
            int size = wanted == null ? limit + 1 : Page.MAX_LIMIT;
            List<TaskSort.Place> places = places(filter, sort, from, size);
            for (Found row : read(places)) {
                if (found.size() <= limit
                        && (wanted == null || row.task().standing().on(today, rule) == wanted)) {
                    found.add(row);
                }
            }
            more = places.size() == size;
            from = places.isEmpty() ? from : places.getLast();
        }
        return Page.of(found, limit, row -> row.place().cursor(sort)).map(row -> service.answer(row.task()));
    }

    private List<Found> read(List<TaskSort.Place> places) {
        Map<UUID, Task> byId = tasks
                .list("id in ?1", places.stream().map(TaskSort.Place::id).toList())
                .stream()
                .collect(Collectors.toMap(Task::id, Function.identity()));
        return places.stream()
                .map(place -> new Found(Objects.requireNonNull(byId.get(place.id())), place))
                .toList();
    }

    private List<TaskSort.Place> places(TaskFilter filter, TaskSort sort, TaskSort.@Nullable Place after, int limit) {
        TaskQuery query = query(filter);
        if (after != null) {
            query.add(sort.after(after));
        }
        String sql = "select id, first_key, second_key from " + query.rows(sort.columns()) + " page" + sort.order()
                + " limit " + limit;
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = prepare(connection, sql, query.parameters());
                ResultSet rows = select.executeQuery()) {
            List<TaskSort.Place> places = new ArrayList<>();
            while (rows.next()) {
                places.add(new TaskSort.Place(
                        rows.getObject(2, sort.firstKey()), rows.getInt(3), rows.getObject(1, UUID.class)));
            }
            return places;
        } catch (SQLException e) {
            throw new IllegalStateException("cannot list tasks", e);
        }
    }

    /// How many tasks stand in each list.
    @Transactional
    Map<WorkList, Long> counts(@Nullable String unit) {
        LocalDate today = LocalDate.now(clock);
        TaskQuery query = query(TaskFilter.ofList(WorkList.AGENCY, unit));
        List<Object> parameters = new ArrayList<>();
        parameters.add(query.parameters().getFirst());
        List<String> columns = new ArrayList<>();
        List<String> sums = new ArrayList<>();
        for (WorkList list : WorkList.values()) {
            SqlCondition condition = list.condition(today, reviewer);
            columns.add("count(*) filter (where %s) as n%d".formatted(condition.sql(), list.ordinal()));
            sums.add("coalesce(sum(n%d), 0)".formatted(list.ordinal()));
            parameters.addAll(condition.parameters());
        }
        parameters.addAll(query.parameters().subList(1, query.parameters().size()));
        String sql =
                "select %s from %s counted".formatted(String.join(", ", sums), query.rows(String.join(", ", columns)));
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = prepare(connection, sql, parameters);
                ResultSet row = select.executeQuery()) {
            row.next();
            Map<WorkList, Long> counts = new EnumMap<>(WorkList.class);
            for (WorkList list : WorkList.values()) {
                counts.put(list, row.getLong(list.ordinal() + 1));
            }
            return counts;
        } catch (SQLException e) {
            throw new IllegalStateException("cannot count tasks", e);
        }
    }

    private static PreparedStatement prepare(Connection connection, String sql, List<Object> parameters)
            throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < parameters.size(); i++) {
            statement.setObject(i + 1, parameters.get(i));
        }
        return statement;
    }
}
