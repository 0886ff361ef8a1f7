package vn.monitoring.task.story;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.monitoring.task.Sample.TASKS;
import static vn.monitoring.task.Sample.as;
import static vn.monitoring.task.Sample.bring;
import static vn.monitoring.task.Sample.done;
import static vn.monitoring.task.Sample.inspector;
import static vn.monitoring.task.Sample.problem;
import static vn.monitoring.task.Sample.reporter;
import static vn.monitoring.task.Sample.standing;
import static vn.monitoring.task.Sample.step;
import static vn.monitoring.task.Sample.stranger;
import static vn.monitoring.task.Sample.taskId;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.monitoring.kit.testing.PlatformTestResource;
import vn.monitoring.kit.testing.TestClock;
import vn.monitoring.kit.testing.Tokens;
import vn.monitoring.task.Sample;

@QuarkusTest
@QuarkusTestResource(PlatformTestResource.class)
class StoryTest {

    private final TestClock clock;

    StoryTest(TestClock clock) {
        this.clock = clock;
    }

    @BeforeEach
    void prepare() {
        Sample.prepare();
        clock.setToday(LocalDate.of(2026, 6, 10));
    }

    @AfterEach
    void releaseClock() {
        clock.reset();
    }

    @Test
    void tellsWhoDidWhatWhenAndWhatChanged() {
        String id = taskId("1");
        bring(id, "RETURNED");
        done(step(reporter(), id, "extensions", "{\"dueOn\":\"2026-08-31\",\"reason\":\"Chờ hướng dẫn\"}"), 201);
        done(
                step(
                        standing(),
                        id,
                        "extensions/1/approval",
                        "{\"document\":{\"number\":\"15/QĐ-UBND\",\"issuedOn\":\"2026-06-09\"}}"),
                200);

        JsonPath story = as(inspector()).get(TASKS + "/{id}/history", id).jsonPath();

        assertThat(story.getList("items.what"))
                .containsExactly(
                        "IMPORTED",
                        "ASSIGNED",
                        "ACKNOWLEDGED",
                        "PROGRESSED",
                        "DELIVERABLE_ATTACHED",
                        "SUBMITTED",
                        "RETURNED",
                        "EXTENSION_REQUESTED",
                        "EXTENDED");
        assertThat(story.getString("items[5].sentence.vi"))
                .isEqualTo("05/06/2026: Người báo cáo, Phòng Văn hóa - Xã hội (reporter-10675-vhxh) nộp kết quả."
                        + " Trạng thái: đang thực hiện → đã nộp.");
        assertThat(story.getString("items[6].sentence.en"))
                .isEqualTo("2026-06-10: Standing body, Phường Kinh Môn (standing-10675) returned the result."
                        + " Status: SUBMITTED → RETURNED. Note: Thiếu phụ lục");
        assertThat(story.getString("items[8].sentence.vi"))
                .isEqualTo("10/06/2026: Cơ quan thường trực, Phường Kinh Môn (standing-10675) đồng ý gia hạn."
                        + " Hạn: 30/06/2026 → 31/08/2026. Văn bản: 15/QĐ-UBND ngày 09/06/2026.");
        assertThat(story.getString("items[8].document.number")).isEqualTo("15/QĐ-UBND");
        assertThat(story.getString("items[0].statusBefore")).isNull();
        assertThat(story.getString("items[6].statusBefore")).isEqualTo("SUBMITTED");
    }

    @Test
    void isPaged() {
        String id = taskId("1");
        bring(id, "SUBMITTED");

        List<String> seen = new ArrayList<>();
        String next = "";
        while (next != null) {
            JsonPath page = as(inspector())
                    .get(TASKS + "/{id}/history?limit=4&cursor=" + next, id)
                    .jsonPath();
            seen.addAll(page.getList("items.what"));
            next = page.getString("next");
        }
        assertThat(seen).hasSize(6).startsWith("IMPORTED").endsWith("SUBMITTED");
    }

    @Test
    void isReadByWhoMayReadTheTask() {
        String id = taskId("1");
        problem(RestAssured.given().get(TASKS + "/{id}/history", id), 401, "UNAUTHENTICATED");
        problem(as(Tokens.as("nobody").units("31")).get(TASKS + "/{id}/history", id), 403, "FORBIDDEN");
        problem(as(stranger()).get(TASKS + "/{id}/history", id), 404, "NOT_FOUND");
        problem(as(inspector()).get(TASKS + "/{id}/history?cursor=xyz", id), 400, "INVALID_REQUEST");
    }
}
