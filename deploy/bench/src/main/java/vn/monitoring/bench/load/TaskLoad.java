package vn.monitoring.bench.load;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import vn.monitoring.bench.country.Country;
import vn.monitoring.bench.country.PlanFile;
import vn.monitoring.bench.country.TaskFile;
import vn.monitoring.client.Api;
import vn.monitoring.client.ClientFailure;
import vn.monitoring.client.Parallel;
import vn.monitoring.client.Screen;
import vn.monitoring.client.Session;
import vn.monitoring.client.Wait;
import vn.monitoring.client.Write;

/// Fills the generated plans with tasks: each plan's sheet is imported, then every task is given to its lead and taken
/// on, so that it is open. What is there already is left alone.
public final class TaskLoad {

    /// A generated plan.
    public record Plan(UUID id, String unitCode, String number) {}

    /// A task in a list.
    public record Item(UUID id, String status) {}

    private final Api api;
    private final Screen screen;
    private final Country country;
    private final int tasksPerPlan;
    private final int width;

    TaskLoad(Api api, Screen screen, Country country, int tasksPerPlan, int width) {
        this.api = api;
        this.screen = screen;
        this.country = country;
        this.tasksPerPlan = tasksPerPlan;
        this.width = width;
    }

    /// @throws ClientFailure when the platform does not answer, or refuses a row
    List<LoadStep> run() {
        List<Plan> plans = plans(api.as(NationalAccounts.LOADER));
        List<LoadStep> steps = new ArrayList<>();
        List<Plan> open = new CopyOnWriteArrayList<>();
        steps.add(imports(plans, open));
        steps.add(takeOn(open));
        return steps;
    }

    /// All generated plans that the session may see.
    public static List<Plan> plans(Session session) {
        return session.list("/api/v1/plans", Plan.class).stream()
                .filter(plan -> PlanFile.NUMBER.equals(plan.number()))
                .toList();
    }

    /// @param open where plans are noted whose tasks are not all taken on
    private LoadStep imports(List<Plan> plans, List<Plan> open) {
        screen.step("Tasks, one sheet for each plan, %d at once".formatted(width));
        Tally tally = new Tally(screen, "tasks", plans.size() * tasksPerPlan);
        Parallel.forEach(plans, width, plan -> {
            List<Item> present = tasks(plan);
            if (present.size() < tasksPerPlan) {
                importSheet(
                        api.as(NationalAccounts.LOADER),
                        plan,
                        TaskFile.of(
                                plan.unitCode(), tasksPerPlan, country.size().seed()));
                tally.created(tasksPerPlan - present.size());
            }
            tally.unchanged(Math.min(present.size(), tasksPerPlan));
            if (present.size() < tasksPerPlan || present.stream().anyMatch(TaskLoad::isWaiting)) {
                open.add(plan);
            }
        });
        return tally.end();
    }

    /// Imports the sheet of a plan, waiting until the task-service knows it.
    ///
    /// @return how many rows it had
    /// @throws ClientFailure when a row was rejected or waits for a decision
    public static int importSheet(Session session, Plan plan, TaskFile sheet) {
        Write write = Write.multipart(
                "/api/v1/plans/%s/task-imports".formatted(plan.id()),
                new Write.FilePart("nhiem-vu-570.csv", "text/csv", sheet.table().getBytes(StandardCharsets.UTF_8)),
                null);
        JsonNode counts = Wait.whileRefused(
                        "the plan of " + plan.unitCode() + " is known to the task-service",
                        Set.of("PLAN_NOT_FOUND"),
                        () -> session.write(write))
                .as(JsonNode.class)
                .path("counts");
        int rows = counts.path("rowsIn").asInt();
        int taken = counts.path("accepted").asInt() + counts.path("flagged").asInt();
        if (rows != sheet.tasks() || taken != rows) {
            throw new ClientFailure("Of the %d tasks of the plan of %s %d were taken: %s"
                    .formatted(sheet.tasks(), plan.unitCode(), taken, counts));
        }
        return rows;
    }

    private LoadStep takeOn(List<Plan> plans) {
        screen.step("Tasks given to their leads and taken on");
        Session giver = api.as(NationalAccounts.LOADER);
        Session taker = api.as(NationalAccounts.REPORTER);
        Tally tally = new Tally(screen, "tasks taken on", plans.size() * tasksPerPlan);
        Parallel.forEach(plans, width, plan -> {
            for (Item task : tasks(plan)) {
                String path = "/api/v1/tasks/%s/".formatted(task.id());
                if (!isWaiting(task)) {
                    tally.unchanged(1);
                    continue;
                }
                if (task.status().equals("DRAFT")) {
                    giver.write(Write.post(path + "assignment", Map.of()).ifMatch("*"));
                }
                taker.write(Write.post(path + "acknowledgement", Map.of()).ifMatch("*"));
                tally.created(1);
            }
        });
        return tally.end();
    }

    private static boolean isWaiting(Item task) {
        return task.status().equals("DRAFT") || task.status().equals("ASSIGNED");
    }

    private List<Item> tasks(Plan plan) {
        String path = "/api/v1/tasks?unit=%s&planId=%s".formatted(plan.unitCode(), plan.id());
        return Wait.whileRefused(
                "the unit " + plan.unitCode() + " is known to the task-service",
                Set.of("NOT_FOUND"),
                () -> api.as(NationalAccounts.LOADER).list(path, Item.class));
    }
}
