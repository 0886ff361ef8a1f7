package vn.monitoring.task.task;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.monitoring.task.Sample.REFERENCE;
import static vn.monitoring.task.Sample.TASKS;
import static vn.monitoring.task.Sample.as;
import static vn.monitoring.task.Sample.done;
import static vn.monitoring.task.Sample.etag;
import static vn.monitoring.task.Sample.inspector;
import static vn.monitoring.task.Sample.reporter;
import static vn.monitoring.task.Sample.standing;
import static vn.monitoring.task.Sample.step;
import static vn.monitoring.task.Sample.update;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.assertj.core.api.SoftAssertions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.monitoring.kit.testing.PlatformTestResource;
import vn.monitoring.kit.testing.TestClock;
import vn.monitoring.kit.testing.Tokens;
import vn.monitoring.task.Sample;

/// Every step × every status × every role, over HTTP with real tokens: the one table of the state machine.
@QuarkusTest
@QuarkusTestResource(PlatformTestResource.class)
class TransitionTest {

    /// Who may take a step, and what becomes of a task in each status: the next status, `.` where the
    /// status does not allow it (409), `404` where what the step acts on does not exist. Nobody else may
    /// (403; 401 without a token).
    private static final String TABLE = """
            step                 | roles         | DRAFT      | ASSIGNED    | ACCEPTED    | IN_PROGRESS | SUBMITTED | RETURNED    | COMPLETED | PAUSED      | CANCELLED | SUPERSEDED
            PATCH                | standing admin | DRAFT     | .           | .           | .           | .         | .           | .         | .           | .         | .
            PUT indicators       | standing admin | DRAFT     | ASSIGNED    | ACCEPTED    | IN_PROGRESS | SUBMITTED | RETURNED    | COMPLETED | PAUSED      | CANCELLED | SUPERSEDED
            assignment           | standing leader | ASSIGNED | .           | .           | .           | .         | .           | .         | .           | .         | .
            acknowledgement      | reporter head | .          | ACCEPTED    | .           | .           | .         | .           | .         | .           | .         | .
            updates              | reporter head | .          | .           | IN_PROGRESS | IN_PROGRESS | .         | IN_PROGRESS | .         | .           | .         | .
            deliverables         | reporter head | .          | .           | ACCEPTED    | IN_PROGRESS | .         | RETURNED    | .         | .           | .         | .
            submissions          | reporter head | .          | .           | .           | SUBMITTED   | .         | .           | .         | .           | .         | .
            submissions/1/acceptance | standing leader | 404  | 404         | 404         | 404         | COMPLETED | .           | .         | 404         | 404       | 404
            submissions/1/return | standing leader | 404      | 404         | 404         | 404         | RETURNED  | .           | .         | 404         | 404       | 404
            extensions           | reporter head | .          | ASSIGNED    | ACCEPTED    | IN_PROGRESS | .         | RETURNED    | .         | .           | .         | .
            extensions/1/approval | standing leader | 404     | 404         | 404         | 404         | 404       | 404         | 404       | 404         | 404       | 404
            extensions/1/refusal | standing leader | 404      | 404         | 404         | 404         | 404       | 404         | 404       | 404         | 404       | 404
            pause                | standing leader | .        | PAUSED      | PAUSED      | PAUSED      | .         | PAUSED      | .         | .           | .         | .
            resumption           | standing leader | .        | .           | .           | .           | .         | .           | .         | IN_PROGRESS | .         | .
            cancellation         | standing leader | CANCELLED | CANCELLED  | CANCELLED   | CANCELLED   | .         | CANCELLED   | .         | CANCELLED   | .         | .
            supersession         | standing leader | SUPERSEDED | SUPERSEDED | SUPERSEDED | SUPERSEDED  | .         | SUPERSEDED  | .         | SUPERSEDED  | .         | .
            """;

    /// The same with a request for extension that waits (`+` before the status of the task).
    private static final String WITH_REQUEST = """
            step                  | roles           | ASSIGNED | ACCEPTED | IN_PROGRESS | SUBMITTED | RETURNED | COMPLETED | PAUSED | CANCELLED | SUPERSEDED
            extensions            | reporter head   | .        | .        | .           | .         | .        | .         | .      | .         | .
            extensions/1/approval | standing leader | ASSIGNED | ACCEPTED | IN_PROGRESS | SUBMITTED | RETURNED | .         | PAUSED | .         | .
            extensions/1/refusal  | standing leader | ASSIGNED | ACCEPTED | IN_PROGRESS | SUBMITTED | RETURNED | COMPLETED | PAUSED | CANCELLED | SUPERSEDED
            """;

    /// A token each time, since the tests may take longer than one lives.
    private static final Map<String, Supplier<Tokens>> ROLES = roles();
    private static final String DOCUMENT = "\"document\":{\"number\":\"21/QĐ-UBND\",\"issuedOn\":\"2026-06-09\"}";
    private static final int ROWS = 400;

    private final TestClock clock;
    private final Deque<String> drafts = new ArrayDeque<>();

    TransitionTest(TestClock clock) {
        this.clock = clock;
    }

    private static Map<String, Supplier<Tokens>> roles() {
        Map<String, Supplier<Tokens>> roles = new LinkedHashMap<>();
        roles.put("admin", () -> Tokens.as("admin-31").roles("province-admin").units("31"));
        roles.put(
                "steering",
                () -> Tokens.as("steering-31").roles("steering-committee").units("31"));
        roles.put("leader", () -> Tokens.as("leader-10675").roles("leader").units("10675"));
        roles.put("standing", Sample::standing);
        roles.put("head", () -> Tokens.as("head-10675-vhxh").roles("unit-head").units("10675.VHXH"));
        roles.put("reporter", Sample::reporter);
        roles.put("inspector", Sample::inspector);
        roles.put(
                "integration",
                () -> Tokens.as("province-31-system").roles("integration").units("31"));
        return roles;
    }

    @BeforeEach
    void prepare() {
        Sample.prepare();
        clock.setToday(LocalDate.of(2026, 6, 10));
        String table = "Stt,Tên nhiệm vụ,Người chỉ đạo,Chủ trì,Sản phẩm,Thời gian\n"
                + IntStream.rangeClosed(1, ROWS)
                        .mapToObj(row ->
                                "%d,Việc số %d,Phó Chủ tịch UBND phường,Phòng Văn hóa Xã hội,Kế hoạch,Tháng 6/2026"
                                        .formatted(row, row))
                        .collect(Collectors.joining("\n"));
        Response imported =
                Sample.upload(standing(), Sample.PLAN, false, "a.csv", table.getBytes(StandardCharsets.UTF_8));
        done(imported, 201);
        drafts.addAll(imported.jsonPath().getList("rows.id"));
    }

    @AfterEach
    void releaseClock() {
        clock.reset();
    }

    @Test
    void allowsExactlyWhatTheTableSays() {
        check(TABLE, false);
    }

    @Test
    void allowsExactlyWhatTheTableSaysWhileAnExtensionIsAskedFor() {
        check(WITH_REQUEST, true);
    }

    @Test
    void coversEveryStatusRoleAndStep() {
        List<String[]> rows = rows(TABLE);
        assertThat(List.of(rows.getFirst()).subList(2, rows.getFirst().length))
                .containsExactly(
                        Arrays.stream(TaskStatus.values()).map(Enum::name).toArray(String[]::new));
        assertThat(ROLES).hasSize(8);
        for (TaskStep step : TaskStep.values()) {
            String path = switch (step) {
                case ASSIGN -> "assignment";
                case ACKNOWLEDGE -> "acknowledgement";
                case PROGRESS -> "updates";
                case SUBMIT -> "submissions";
                case COMPLETE -> "submissions/1/acceptance";
                case SEND_BACK -> "submissions/1/return";
                case PAUSE -> "pause";
                case RESUME -> "resumption";
                case CANCEL -> "cancellation";
                case SUPERSEDE -> "supersession";
            };
            assertThat(rows).as(path).anyMatch(row -> row[0].equals(path));
        }
    }

    private void check(String table, boolean withRequest) {
        List<String[]> rows = rows(table);
        List<TaskStatus> statuses =
                Arrays.stream(rows.getFirst()).skip(2).map(TaskStatus::valueOf).toList();
        Map<TaskStatus, String> resting = new EnumMap<>(TaskStatus.class);
        statuses.forEach(status -> resting.put(status, brought(status, withRequest)));
        SoftAssertions all = new SoftAssertions();
        for (String[] row : rows.subList(1, rows.size())) {
            Set<String> allowed = Set.of(row[1].split(" "));
            for (int column = 0; column < statuses.size(); column++) {
                TaskStatus status = statuses.get(column);
                String expected = row[column + 2];
                String rests = Objects.requireNonNull(resting.get(status));
                all.assertThat(send(null, rests, row[0]).statusCode())
                        .as("%s of %s without a token", row[0], status)
                        .isEqualTo(401);
                for (Map.Entry<String, Supplier<Tokens>> role : ROLES.entrySet()) {
                    String what = "%s of %s by %s".formatted(row[0], status, role.getKey());
                    if (!allowed.contains(role.getKey())) {
                        all.assertThat(send(role.getValue().get(), rests, row[0])
                                        .statusCode())
                                .as(what)
                                .isEqualTo(403);
                    } else if (expected.equals(".")) {
                        all.assertThat(send(role.getValue().get(), rests, row[0])
                                        .statusCode())
                                .as(what)
                                .isEqualTo(409);
                    } else if (expected.equals("404")) {
                        all.assertThat(send(role.getValue().get(), rests, row[0])
                                        .statusCode())
                                .as(what)
                                .isEqualTo(404);
                    } else {
                        String fresh = brought(status, withRequest);
                        Response taken = send(role.getValue().get(), fresh, row[0]);
                        all.assertThat(taken.statusCode())
                                .as("%s: %s", what, taken.asString())
                                .isIn(200, 201);
                        all.assertThat(status(fresh)).as(what).isEqualTo(expected);
                    }
                }
                all.assertThat(status(rests)).as("%s leaves %s", row[0], status).isEqualTo(status.name());
            }
        }
        all.assertAll();
    }

    private static List<String[]> rows(String table) {
        List<String[]> rows = new ArrayList<>();
        table.lines()
                .forEach(line -> rows.add(
                        Arrays.stream(line.split("\\|", -1)).map(String::strip).toArray(String[]::new)));
        return rows;
    }

    private static String status(String id) {
        return Sample.read(inspector(), id).jsonPath().getString("status");
    }

    /// A task of its own in that status; a request for extension is made while the task is in hand.
    private String brought(TaskStatus status, boolean withRequest) {
        String id = drafts.remove();
        String decision = "{" + DOCUMENT + "}";
        TaskStatus first = switch (status) {
            case PAUSED, CANCELLED, SUPERSEDED, SUBMITTED, COMPLETED -> TaskStatus.IN_PROGRESS;
            case DRAFT, ASSIGNED, ACCEPTED, IN_PROGRESS, RETURNED -> status;
        };
        Sample.bring(id, first.name());
        if (withRequest) {
            done(step(reporter(), id, "extensions", body("extensions")), 201);
        }
        switch (status) {
            case SUBMITTED -> done(step(reporter(), id, "submissions", body("submissions")), 201);
            case COMPLETED -> {
                done(step(reporter(), id, "submissions", body("submissions")), 201);
                done(step(standing(), id, "submissions/1/acceptance", "{}"), 200);
            }
            case PAUSED -> done(step(standing(), id, "pause", decision), 200);
            case CANCELLED -> done(step(standing(), id, "cancellation", decision), 200);
            case SUPERSEDED -> done(step(standing(), id, "supersession", decision), 200);
            case DRAFT, ASSIGNED, ACCEPTED, IN_PROGRESS, RETURNED -> {}
        }
        assertThat(status(id)).isEqualTo(status.name());
        return id;
    }

    private static Response send(@Nullable Tokens caller, String id, String step) {
        RequestSpecification request = (caller == null ? RestAssured.given() : as(caller))
                .header("If-Match", etag(id))
                .contentType(ContentType.JSON)
                .body(body(step));
        if (step.equals("PATCH")) {
            return request.patch(TASKS + "/{id}", id);
        }
        if (step.equals("PUT indicators")) {
            return request.put(TASKS + "/{id}/indicators", id);
        }
        return request.post(TASKS + "/{id}/" + step, id);
    }

    private static String body(String step) {
        return switch (step) {
            case "PATCH" -> "{\"work\":\"Nội dung\"}";
            case "PUT indicators" -> "{\"canonicalCodes\":[\"CI-07\"]}";
            case "updates" -> update("2026-06-08", 60);
            case "deliverables" -> REFERENCE;
            case "submissions" -> "{\"submittedOn\":\"2026-06-09\"}";
            case "submissions/1/return" -> "{\"reason\":\"Thiếu\"}";
            case "extensions" -> "{\"dueOn\":\"2026-08-31\",\"reason\":\"Chờ hướng dẫn\"}";
            case "extensions/1/refusal" -> "{\"reason\":\"Không có lý do\"}";
            case "extensions/1/approval", "pause", "resumption", "cancellation", "supersession" -> "{" + DOCUMENT + "}";
            default -> "{}";
        };
    }
}
