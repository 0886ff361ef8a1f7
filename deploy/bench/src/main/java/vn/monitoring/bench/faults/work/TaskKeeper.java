package vn.monitoring.bench.faults.work;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import vn.monitoring.bench.faults.work.Courier.Brought;
import vn.monitoring.bench.load.NationalAccounts;
import vn.monitoring.client.Write;

/// Adds tasks to plans, gives them to their leads, takes them on, reports progress twice and pays for them.
final class TaskKeeper extends Actor {

    private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final int UPDATES = 2;

    private record Draft(String title, String timing, String deliverable) {}

    private record Note(String note) {}

    private record Update(
            LocalDate asOf, int percent, String status, String result, String difficulty, String nextStep) {}

    private record Disbursement(String source, long amount, String documentNumber) {}

    private final List<UUID> plans;

    TaskKeeper(int number, Tools tools, List<UUID> plans) {
        super("tasks" + number, Duration.ofMillis(400), tools);
        this.plans = plans;
    }

    @Override
    void work() {
        UUID plan = plans.get(random.nextInt(plans.size()));
        String title = nextMarker();
        Brought made = bring(
                "createTask",
                "",
                title,
                NationalAccounts.LOADER,
                Write.post("/api/v1/plans/" + plan + "/tasks", new Draft(title, "Năm 2027", "Báo cáo kết quả")));
        String id = made.last().id();
        if (!made.isDone() || id == null) {
            return;
        }
        Brought assigned = step("assignTask", id, "assignment", NationalAccounts.LOADER, made);
        if (!assigned.isDone()) {
            return;
        }
        if (!step("acknowledgeTask", id, "acknowledgement", NationalAccounts.REPORTER, assigned)
                .isDone()) {
            return;
        }
        for (int update = 1; update <= UPDATES; update++) {
            report(id, update);
        }
        pay(id);
    }

    private Brought step(String operation, String id, String path, String user, Brought before) {
        String marker = nextMarker();
        Write write = Write.post("/api/v1/tasks/" + id + "/" + path, new Note(marker));
        String etag = before.last().etag();
        return bring(operation, id, marker, user, etag == null ? write : write.ifMatch(etag));
    }

    private void report(String id, int number) {
        String marker = nextMarker();
        bring(
                "reportProgress",
                id,
                marker,
                NationalAccounts.REPORTER,
                Write.post(
                        "/api/v1/tasks/" + id + "/updates",
                        new Update(
                                LocalDate.now(ZONE), number * 20, "Đang triển khai", marker, "không có", "Làm tiếp")));
    }

    private void pay(String id) {
        String marker = nextMarker();
        bring(
                "recordDisbursement",
                id,
                marker,
                NationalAccounts.LOADER,
                Write.post(
                        "/api/v1/tasks/" + id + "/disbursements", new Disbursement("COMMUNE_BUDGET", 1_000, marker)));
    }
}
