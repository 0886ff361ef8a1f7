package vn.monitoring.task.statistics;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.monitoring.kit.calendar.Period;
import vn.monitoring.kit.calendar.VietnamCalendar;
import vn.monitoring.kit.problem.KitProblem;
import vn.monitoring.kit.problem.Problem;
import vn.monitoring.kit.scope.Scope;
import vn.monitoring.kit.security.Caller;
import vn.monitoring.kit.text.Text;
import vn.monitoring.kit.text.Vietnamese;
import vn.monitoring.kit.web.Cursor;
import vn.monitoring.kit.web.Page;
import vn.monitoring.task.TaskProblem;
import vn.monitoring.task.task.TaskKind;
import vn.monitoring.task.task.TaskStatus;
import vn.monitoring.task.timeliness.Timeliness;
import vn.monitoring.task.timeliness.TimelinessRule;

/// Counts tasks as they stand or as they stood: what is alike is judged once.
@ApplicationScoped
class StatisticsService {

    private static final Text NOT_NAMED = new Text("Chưa nêu", "Not named");

    private final TaskVersions versions;
    private final DueOccurrences occurrences;
    private final UpdateMonths updates;
    private final Scope scope;
    private final Caller caller;
    private final Clock clock;
    private final TimelinessRule rule;

    StatisticsService(
            TaskVersions versions,
            DueOccurrences occurrences,
            UpdateMonths updates,
            Scope scope,
            Caller caller,
            Clock clock,
            TimelinessRule rule) {
        this.versions = versions;
        this.occurrences = occurrences;
        this.updates = updates;
        this.scope = scope;
        this.caller = caller;
        this.clock = clock;
        this.rule = rule;
    }

    /// @throws Problem 404 for a unit out of sight, 400 for groups of units without a unit, 422 for a day to come
    @Transactional
    TaskStatistics count(StatisticsQuery query, @Nullable Cursor after, int limit) {
        if (query.unit() != null) {
            scope.require(query.unit());
        }
        LocalDate today = LocalDate.now(clock);
        LocalDate day = query.asOf() == null ? today : query.asOf();
        if (day.isAfter(today)) {
            throw new Problem(
                            TaskProblem.DATE_IN_FUTURE,
                            "Chỉ thống kê được đến hôm nay (%s). Hãy chọn ngày khác.".formatted(today),
                            "Statistics end today (%s). Choose another day.".formatted(today))
                    .violation("query", "asOf", new Text("Không được ở tương lai.", "May not be in the future."));
        }
        String unit = query.groupBy() == Grouping.UNIT ? unitToSplit(query.unit()) : query.unit();
        Map<String, TaskVersions.Place> family = unit == null ? Map.of() : versions.family(unit);
        TaskVersions.Place top = family.values().stream()
                .filter(place -> place.code().equals(unit))
                .findFirst()
                .orElse(null);
        String paths = top == null ? scope.paths() : "{" + top.path() + "}";
        int level = top == null ? 0 : top.path().split("\\.", -1).length;
        Counting counting = new Counting(rule, day, query);
        versions.read(query, paths, level, day.equals(today) ? null : endOf(day), counting::add);
        if (query.period() != null) {
            occurrences.read(query, query.period(), paths, level, day, counting::add);
        }
        updates.read(query, paths, level, counting.firstMonth(), counting.lastMonth(), counting::addUpdates);
        if (query.groupBy() == null) {
            return counting.answer(null, null);
        }
        Page<TaskStatistics.Group> groups =
                page(groups(query.groupBy(), counting.groups(), family), order(query.groupBy()), after, limit);
        return counting.answer(groups.items(), groups.next());
    }

    private static Instant endOf(LocalDate day) {
        return day.plusDays(1).atStartOfDay(VietnamCalendar.ZONE).toInstant();
    }

    private String unitToSplit(@Nullable String unit) {
        if (unit != null) {
            return unit;
        }
        if (caller.unitCodes().size() == 1) {
            return caller.unitCodes().getFirst();
        }
        throw new Problem(
                        KitProblem.INVALID_REQUEST,
                        "Tài khoản thuộc nhiều đơn vị: hãy nêu đơn vị cần chia nhóm (unit).",
                        "The account belongs to several units: name the one whose parts are to be told apart (unit).")
                .violation("query", "unit", new Text("Còn thiếu.", "Missing."));
    }

    /// By key, in the order of the answer.
    private List<TaskStatistics.Group> groups(
            Grouping grouping, Map<String, Tally> tallies, Map<String, TaskVersions.Place> family) {
        return switch (grouping) {
            case UNIT -> ofUnits(withAll(tallies, family), family);
            case AGENCY -> ofUnits(tallies, versions.placesOf(List.copyOf(tallies.keySet())));
            case POSITION, GROUP -> named(tallies);
        };
    }

    /// A unit without tasks is a group too, but the unit itself only when it leads some.
    private static Map<String, Tally> withAll(Map<String, Tally> tallies, Map<String, TaskVersions.Place> family) {
        Map<String, Tally> all = new HashMap<>(tallies);
        family.keySet().stream().skip(1).forEach(path -> all.putIfAbsent(path, new Tally()));
        return all;
    }

    private static List<TaskStatistics.Group> ofUnits(
            Map<String, Tally> tallies, Map<String, TaskVersions.Place> places) {
        Map<String, TaskStatistics.Group> byCode = new TreeMap<>();
        tallies.forEach((path, tally) -> {
            TaskVersions.Place place = Objects.requireNonNull(places.get(path), path);
            byCode.put(place.code(), group(place.code(), place.name(), tally));
        });
        return List.copyOf(byCode.values());
    }

    private static List<TaskStatistics.Group> named(Map<String, Tally> tallies) {
        Map<String, TaskStatistics.Group> byName = new TreeMap<>(Vietnamese.ORDER);
        tallies.forEach((name, tally) -> byName.put(name, group(name, name.isEmpty() ? NOT_NAMED.vi() : name, tally)));
        return List.copyOf(byName.values());
    }

    private static TaskStatistics.Group group(String key, String name, Tally tally) {
        return new TaskStatistics.Group(
                key,
                name,
                tally.total(),
                tally.byTimeliness(),
                tally.figures(),
                tally.originalFigures(),
                tally.updateRate());
    }

    private static Comparator<String> order(Grouping grouping) {
        return switch (grouping) {
            case UNIT, AGENCY -> Comparator.naturalOrder();
            case POSITION, GROUP -> Vietnamese.ORDER;
        };
    }

    private static Page<TaskStatistics.Group> page(
            List<TaskStatistics.Group> groups, Comparator<String> order, @Nullable Cursor after, int limit) {
        List<TaskStatistics.Group> rest = groups.stream()
                .filter(group ->
                        after == null || order.compare(group.key(), after.keys().getFirst()) > 0)
                .limit(limit + 1L)
                .toList();
        return Page.of(rest, limit, group -> Cursor.at(group.key()));
    }

    /// The whole and its groups while rows come in.
    private static final class Counting {

        private final TimelinessRule rule;
        private final LocalDate day;
        private final StatisticsQuery query;
        private final Tally whole = new Tally();
        private final Map<String, Tally> tallies = new HashMap<>();
        private final Map<String, String> spellings = new HashMap<>();
        private long parents;
        private long needsDecision;

        private Counting(TimelinessRule rule, LocalDate day, StatisticsQuery query) {
            this.rule = rule;
            this.day = day;
            this.query = query;
        }

        private void add(CountedTasks alike) {
            if (alike.kind() == TaskKind.PARENT) {
                parents += alike.count();
            } else if (alike.needsDecision()) {
                needsDecision += alike.count();
            } else {
                TaskStatus status = alike.standing().status();
                Timeliness timeliness = alike.standing().on(day, rule);
                Timeliness original = alike.standing().originallyOn(day, rule);
                whole.add(status, timeliness, original, alike.count());
                tally(alike.key()).add(status, timeliness, original, alike.count());
            }
        }

        private void addUpdates(String key, long valid, long expected) {
            whole.addUpdates(valid, expected);
            tally(key).addUpdates(valid, expected);
        }

        private Tally tally(String name) {
            String key = query.ofWords() ? Vietnamese.fold(name) : name;
            spellings.merge(key, name, (one, other) -> one.compareTo(other) <= 0 ? one : other);
            return tallies.computeIfAbsent(key, folded -> new Tally());
        }

        private YearMonth firstMonth() {
            Period period = query.period();
            return period == null ? lastMonth() : YearMonth.from(period.firstDay());
        }

        private YearMonth lastMonth() {
            Period period = query.period();
            return period == null ? YearMonth.from(day).minusMonths(1) : YearMonth.from(period.lastDay());
        }

        /// By the first of their spellings.
        private Map<String, Tally> groups() {
            return tallies.entrySet().stream()
                    .collect(Collectors.toMap(
                            entry -> Objects.requireNonNull(spellings.get(entry.getKey())), Map.Entry::getValue));
        }

        private TaskStatistics answer(@Nullable List<TaskStatistics.Group> listed, @Nullable String next) {
            return new TaskStatistics(
                    query.unit(),
                    query.planId(),
                    query.period(),
                    day,
                    query.groupBy(),
                    whole.total(),
                    whole.byStatus(),
                    whole.byTimeliness(),
                    parents,
                    needsDecision,
                    whole.figures(),
                    whole.originalFigures(),
                    new UpdateRate(firstMonth(), lastMonth(), whole.updateRate()),
                    listed == null ? null : new ArrayList<>(listed),
                    next);
        }
    }
}
