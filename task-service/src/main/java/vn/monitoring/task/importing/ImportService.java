package vn.monitoring.task.importing;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import vn.monitoring.kit.problem.Problem;
import vn.monitoring.kit.scope.Scope;
import vn.monitoring.kit.sheet.Change;
import vn.monitoring.kit.sheet.Finding;
import vn.monitoring.kit.sheet.ImportResult;
import vn.monitoring.kit.sheet.Outcome;
import vn.monitoring.kit.sheet.RowOutcome;
import vn.monitoring.kit.sheet.Table;
import vn.monitoring.kit.shield.AsSystem;
import vn.monitoring.task.TaskProblem;
import vn.monitoring.task.plan.Plan;
import vn.monitoring.task.plan.PlanReplica;
import vn.monitoring.task.task.FieldChange;
import vn.monitoring.task.task.StoryDetails;
import vn.monitoring.task.task.Task;
import vn.monitoring.task.task.TaskEvent;
import vn.monitoring.task.task.TaskKind;
import vn.monitoring.task.task.TaskOrigin;
import vn.monitoring.task.task.TaskRepository;
import vn.monitoring.task.task.TaskService;
import vn.monitoring.task.timeliness.TimelinessRule;

/// Imports the task table of a plan in one transaction: what is new is added, what changed is updated, the
/// rest stays.
@ApplicationScoped
class ImportService {

    private final PlanReplica plans;
    private final TaskRepository repository;
    private final TaskService tasks;
    private final Scope scope;
    private final AsSystem asSystem;
    private final DataSource dataSource;
    private final Clock clock;
    private final TimelinessRule rule;

    ImportService(
            PlanReplica plans,
            TaskRepository repository,
            TaskService tasks,
            Scope scope,
            AsSystem asSystem,
            DataSource dataSource,
            Clock clock,
            TimelinessRule rule) {
        this.plans = plans;
        this.repository = repository;
        this.tasks = tasks;
        this.scope = scope;
        this.asSystem = asSystem;
        this.dataSource = dataSource;
        this.clock = clock;
        this.rule = rule;
    }

    /// Runs in the caller's transaction; a dry run writes nothing.
    /// @throws Problem 404 for a plan that is not here (yet) or out of scope, 413, 415, 422 for a file that
    ///     is no task table
    ImportResult run(UUID planId, boolean dryRun, byte[] content, String fileName) {
        Plan plan = plans.findLocked(planId)
                .filter(found -> scope.covers(found.unitCode()))
                .orElseThrow(ImportService::planNotFound);
        // Rows are found again in the whole plan, also those led by a unit that has left the caller's since.
        return asSystem.call(() -> run(plan, dryRun, content, fileName));
    }

    private ImportResult run(Plan plan, boolean dryRun, byte[] content, String fileName) {
        Table table = TaskTable.read(content, fileName);
        LocalDate issuedOn =
                plan.issuedOn() == null ? SheetReview.issuedOn(table).orElse(null) : plan.issuedOn();
        List<ImportedRow> rows = new RowReader(plan, leads(plan.unitCode()), table, issuedOn).read(table);
        Map<String, Task> stored = repository.listOfPlanLocked(plan.id()).stream()
                .collect(Collectors.toMap(Task::rowKey, task -> task, (first, second) -> first, LinkedHashMap::new));

        List<Finding> sheet = new ArrayList<>(table.findings());
        sheet.addAll(SheetReview.of(table));
        sheet.addAll(vanished(rows, stored, table));
        List<RowOutcome> outcomes = dryRun ? compare(rows, stored) : store(plan, rows, stored);
        return ImportResult.of(dryRun, plan.id(), table, sheet, outcomes);
    }

    private static List<RowOutcome> compare(List<ImportedRow> rows, Map<String, Task> stored) {
        List<RowOutcome> outcomes = new ArrayList<>();
        for (ImportedRow row : rows) {
            Task task = stored.get(row.key());
            if (row.outcome() == Outcome.REJECTED) {
                outcomes.add(outcome(row, null, null));
            } else if (task == null) {
                outcomes.add(outcome(row, Change.CREATED, null));
            } else {
                Task parent = row.parentKey() == null ? null : stored.get(row.parentKey());
                boolean same = task.differences(
                                row.facts(), row.responsibleUnitCode(), parent == null ? null : parent.id())
                        .isEmpty();
                outcomes.add(outcome(row, same ? Change.UNCHANGED : Change.UPDATED, task.id()));
            }
        }
        return outcomes;
    }

    private List<RowOutcome> store(Plan plan, List<ImportedRow> rows, Map<String, Task> stored) {
        tasks.announceLocked(stored.values().stream().map(Task::id).toList());
        LocalDate today = LocalDate.now(clock);
        LocalDate since = plan.since(today).isAfter(today) ? today : plan.since(today);
        Map<Task, StoryDetails> told = new LinkedHashMap<>();
        Map<Task, String> places = new HashMap<>();
        List<RowOutcome> outcomes = new ArrayList<>();
        for (ImportedRow row : rows) {
            if (row.outcome() == Outcome.REJECTED) {
                outcomes.add(outcome(row, null, null));
                continue;
            }
            Task parent = row.parentKey() == null ? null : stored.get(row.parentKey());
            UUID parentId = parent == null ? null : parent.id();
            Task task = stored.get(row.key());
            if (task == null) {
                Task added = Task.imported(
                        plan.id(),
                        plan.unitCode(),
                        row.responsibleUnitCode(),
                        parentId,
                        row.key(),
                        row.facts(),
                        since,
                        rule);
                tasks.add(added);
                stored.put(row.key(), added);
                told.put(added, StoryDetails.NONE);
                places.put(added, row.printed().place());
                outcomes.add(outcome(row, Change.CREATED, added.id()));
                continue;
            }
            List<FieldChange> differences = task.differences(row.facts(), row.responsibleUnitCode(), parentId);
            task.revise(row.facts(), row.responsibleUnitCode(), parentId);
            if (!differences.isEmpty()) {
                told.put(task, StoryDetails.of(differences));
                places.put(task, row.printed().place());
            }
            outcomes.add(outcome(row, differences.isEmpty() ? Change.UNCHANGED : Change.UPDATED, task.id()));
        }
        deriveParents(stored);
        told.forEach((task, details) -> tasks.tellAlone(task, TaskEvent.IMPORTED, places.get(task), details));
        tasks.announceChanged(told.keySet().stream().map(Task::id).toList());
        return outcomes;
    }

    private static void deriveParents(Map<String, Task> stored) {
        Map<UUID, List<Task>> parts = new HashMap<>();
        for (Task task : stored.values()) {
            if (task.parentId() != null) {
                parts.computeIfAbsent(task.parentId(), key -> new ArrayList<>()).add(task);
            }
        }
        for (Task task : stored.values()) {
            if (task.facts().kind() == TaskKind.PARENT) {
                task.derive(parts.getOrDefault(task.id(), List.of()));
            }
        }
    }

    private static List<Finding> vanished(List<ImportedRow> rows, Map<String, Task> stored, Table table) {
        Set<String> present = new HashSet<>();
        rows.forEach(row -> present.add(row.key()));
        return stored.values().stream()
                .filter(task -> task.origin() == TaskOrigin.PLAN && !present.contains(task.rowKey()))
                .map(task -> TaskFinding.NOT_IN_SHEET.at(
                        table.sheetName(),
                        (task.facts().number() + " " + task.facts().title()).strip()))
                .toList();
    }

    private static RowOutcome outcome(ImportedRow row, @Nullable Change change, @Nullable UUID id) {
        String title = row.facts().title();
        return new RowOutcome(
                row.printed().place(),
                row.facts().number(),
                title == null ? "" : title,
                row.outcome(),
                change,
                id,
                row.findings());
    }

    private Leads leads(String unitCode) {
        List<Leads.Candidate> units = new ArrayList<>();
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement("""
                        select u.code, u.name, u.agency_type, u.aliases
                        from unit u join unit issuer on u.path <@ issuer.path
                        where issuer.code = ? and u.code <> issuer.code
                          and (u.valid_to is null or u.valid_to >= ?)""")) {
            select.setString(1, unitCode);
            select.setObject(2, LocalDate.now(clock));
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    units.add(new Leads.Candidate(
                            rows.getString(1), rows.getString(2), rows.getString(3), Arrays.asList((String[])
                                    rows.getArray(4).getArray())));
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException("cannot read the units of " + unitCode, e);
        }
        return new Leads(units);
    }

    private static Problem planNotFound() {
        return new Problem(
                TaskProblem.PLAN_NOT_FOUND,
                "Chưa thấy kế hoạch này trong phạm vi đơn vị của bạn. Nếu kế hoạch vừa được nhập, hãy thử lại sau vài giây.",
                "This plan is not here or outside of your units. If it was imported just now, try again in a few seconds.");
    }
}
