package vn.monitoring.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.monitoring.client.Api;
import vn.monitoring.client.Parallel;
import vn.monitoring.client.Screen;
import vn.monitoring.client.Session;
import vn.monitoring.client.Write;

/// The tasks of the plans: given out by standing bodies, taken on and reported by reporters, handed over with a
/// deliverable, judged by another unit.
final class Tasks {

    private record Assignment(
            LocalDate assignedOn, @Nullable LocalDate deadline) {}

    private record Acknowledgement(LocalDate acknowledgedOn) {}

    private record Update(
            LocalDate asOf,
            @Nullable Integer percent,
            String status,
            String result,
            String difficulty,
            String nextStep) {}

    private record Deliverable(String title, String documentNumber, LocalDate issuedOn) {}

    private record Submission(LocalDate submittedOn, String note) {}

    private record Acceptance(String note) {}

    private record Return(String reason) {}

    private record Item(SamplePlan plan, Task task, int position, TaskStory story) {}

    private final Api api;
    private final Screen screen;
    private final Checks checks;
    private final LocalDate today;

    Tasks(Api api, Screen screen, Checks checks, LocalDate today) {
        this.api = api;
        this.screen = screen;
        this.checks = checks;
        this.today = today;
    }

    void carryOut(List<ImportedPlan> plans) {
        screen.step("Tasks: given out, reported, handed over, accepted");
        List<Item> items = new ArrayList<>();
        for (ImportedPlan plan : plans) {
            List<Task> tasks =
                    api.as(plan.sample().standingBody()).list("/api/v1/tasks?planId=" + plan.id(), Task.class);
            checks.equal("Task rows of " + plan.sample().name(), plan.sample().tasks(), tasks.size());
            for (int i = 0; i < tasks.size(); i++) {
                items.add(new Item(plan.sample(), tasks.get(i), i, TaskStory.of(tasks.get(i), i, today)));
            }
        }
        List<Item> open = items.stream()
                .filter(item -> nextStep(item, item.task()).isPresent())
                .toList();
        screen.line("%d task rows, %d with something left to do".formatted(items.size(), open.size()));
        Screen.Progress progress = screen.progress("tasks", open.size());
        Parallel.forEach(open, item -> {
            carryOut(item);
            progress.advance();
        });
    }

    private void carryOut(Item item) {
        Task task = item.task();
        for (Optional<Step> next = nextStep(item, task); next.isPresent(); next = nextStep(item, task)) {
            next.get().session().write(next.get().write());
            task = api.as(item.plan().standingBody()).get("/api/v1/tasks/" + task.id(), Task.class);
        }
    }

    private record Step(Session session, Write write) {}

    /// What has to be done next with a task that stands so, empty when the story is told.
    private Optional<Step> nextStep(Item item, Task task) {
        TaskStory story = item.story();
        return switch (task.status()) {
            case "DRAFT" -> Optional.ofNullable(story.assignedOn()).map(on -> assign(item, task, on));
            case "ASSIGNED" -> story.updates().isEmpty() ? Optional.empty() : Optional.of(acknowledge(item, task));
            case "ACCEPTED", "IN_PROGRESS" -> work(item, task);
            case "RETURNED" -> Optional.of(correct(item, task));
            case "SUBMITTED" -> Optional.of(judge(item, task));
            default -> Optional.empty();
        };
    }

    private Optional<Step> work(Item item, Task task) {
        LocalDate updatedOn = task.updatedOn();
        Optional<LocalDate> nextUpdate = item.story().updates().stream()
                .filter(day -> updatedOn == null || day.isAfter(updatedOn))
                .findFirst();
        if (nextUpdate.isPresent()) {
            return nextUpdate.map(day -> update(item, task, day));
        }
        LocalDate submittedOn = item.story().submittedOn();
        if (submittedOn == null) {
            return Optional.empty();
        }
        return Optional.of(
                task.deliverables() == 0 ? deliver(item, task, submittedOn) : submit(item, task, submittedOn));
    }

    private Step assign(Item item, Task task, LocalDate on) {
        return step(
                api.as(item.plan().standingBody()),
                task,
                "assignment",
                new Assignment(on, item.story().deadline()),
                "assign");
    }

    private Step acknowledge(Item item, Task task) {
        LocalDate on = item.story().updates().getFirst().minusDays(7);
        return step(reporter(item, task), task, "acknowledgement", new Acknowledgement(on), "acknowledge");
    }

    private Step update(Item item, Task task, LocalDate day) {
        int percent = item.story().percentAt(day);
        Update update = new Update(
                day,
                task.isOneOff() ? percent : null,
                "Đang triển khai theo kế hoạch",
                task.isOneOff()
                        ? "Hoàn thành khoảng %d%% khối lượng công việc".formatted(percent)
                        : "Đã thực hiện đầy đủ các nội dung của tháng %d".formatted(day.getMonthValue()),
                item.position() % 3 == 1 ? "Thiếu nhân lực chuyên trách công nghệ thông tin" : "không có",
                "Tiếp tục thực hiện các nội dung của tháng tới");
        return step(reporter(item, task), task, "updates", update, "update/" + day);
    }

    /// What was asked for when the task was sent back.
    private Step correct(Item item, Task task) {
        LocalDate on = task.updatedOn() == null ? today : task.updatedOn();
        Update update = new Update(
                on,
                task.isOneOff() ? 95 : null,
                "Đang hoàn thiện theo ý kiến thẩm định",
                "Đã bổ sung phụ lục số liệu",
                "không có",
                "Nộp lại sản phẩm");
        return step(reporter(item, task), task, "updates", update, "correct/" + task.submissions());
    }

    private Step deliver(Item item, Task task, LocalDate on) {
        if (item.position() % 4 == 1) {
            Write.FilePart file = Pdf.of("ket-qua-nhiem-vu.pdf", "Ket qua thuc hien nhiem vu");
            Write write = Write.multipart("/api/v1/tasks/" + task.id() + "/deliverables", file, null);
            return new Step(reporter(item, task), write.ifMatch(task.etag()).once(name(task, "deliver")));
        }
        Deliverable document = new Deliverable(
                "Báo cáo kết quả thực hiện nhiệm vụ", "%d/BC-UBND".formatted(100 + item.position()), on);
        return step(reporter(item, task), task, "deliverables", document, "deliver");
    }

    private Step submit(Item item, Task task, LocalDate on) {
        Submission submission = new Submission(on, "Đã hoàn thành, đề nghị nghiệm thu");
        return step(reporter(item, task), task, "submissions", submission, "submit/" + (task.submissions() + 1));
    }

    private Step judge(Item item, Task task) {
        String path = "submissions/" + task.submissions();
        Session judge = api.as(judgeOf(item, task));
        if (item.story().sentBackFirst() && task.submissions() == 1) {
            return step(judge, task, path + "/return", new Return("Thiếu phụ lục số liệu, đề nghị bổ sung."), "return");
        }
        return step(judge, task, path + "/acceptance", new Acceptance("Đạt yêu cầu"), "accept/" + task.submissions());
    }

    /// The commune's standing body judges its agencies' work, the province's that of the commune itself.
    private static String judgeOf(Item item, Task task) {
        return task.responsibleUnitCode().equals(item.plan().unit())
                ? "standing-" + item.plan().province()
                : item.plan().standingBody();
    }

    private Session reporter(Item item, Task task) {
        return api.as(item.plan().reporterOf(task.responsibleUnitCode()));
    }

    private static Step step(Session session, Task task, String path, Object body, String name) {
        Write write = Write.post("/api/v1/tasks/" + task.id() + "/" + path, body);
        return new Step(session, write.ifMatch(task.etag()).once(name(task, name)));
    }

    private static String name(Task task, String step) {
        return "task/" + task.id() + "/" + step;
    }
}
