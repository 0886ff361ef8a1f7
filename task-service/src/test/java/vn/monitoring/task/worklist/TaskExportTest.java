package vn.monitoring.task.worklist;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.monitoring.task.Sample.as;
import static vn.monitoring.task.Sample.bring;
import static vn.monitoring.task.Sample.importTable;
import static vn.monitoring.task.Sample.problem;
import static vn.monitoring.task.Sample.reporter;
import static vn.monitoring.task.Sample.standing;
import static vn.monitoring.task.Sample.stranger;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.monitoring.kit.sheet.Workbook;
import vn.monitoring.kit.testing.PlatformTestResource;
import vn.monitoring.kit.testing.TestClock;
import vn.monitoring.kit.testing.TestDatabase;
import vn.monitoring.task.Sample;

@QuarkusTest
@QuarkusTestResource(PlatformTestResource.class)
class TaskExportTest {

    private static final String EXPORT = "/api/v1/exports/tasks";

    private final TestClock clock;

    TaskExportTest(TestClock clock) {
        this.clock = clock;
    }

    @BeforeEach
    void prepare() {
        Sample.prepare();
        clock.setToday(LocalDate.of(2026, 6, 10));
        bring(importTable().getString("rows.find { it.number == '1' }.id"), "IN_PROGRESS");
    }

    @AfterEach
    void releaseClock() {
        clock.reset();
    }

    @Test
    void writesTheListAsCsv() {
        Response file = as(standing()).get(EXPORT + "?format=csv");

        assertThat(file.statusCode()).as(file.asString()).isEqualTo(200);
        assertThat(file.contentType()).isEqualTo("text/csv;charset=UTF-8");
        assertThat(file.header("Content-Disposition")).isEqualTo("attachment; filename=\"tasks-2026-06-10.csv\"");
        List<String> lines = file.asString().lines().toList();
        assertThat(lines).hasSize(6);
        assertThat(lines.getFirst()).contains("Issuing unit code,Plan,Number").endsWith("Task id");
        assertThat(lines.get(1))
                .contains("10675,08-KH/ĐU,1,")
                .contains("Xây dựng Kế hoạch của UBND phường")
                .contains("2026-06-30,2026-06-30,IN_PROGRESS,in progress,WITHIN_TIME,within time,40")
                .contains("Đã họp,không có,Viết");
        assertThat(as(reporter()).get(EXPORT + "?format=csv").asString().lines())
                .hasSize(2);
    }

    @Test
    void narrowsAsTheListDoes() {
        assertThat(rows("status=DRAFT&unit=10675.CA")).isEqualTo(1);
        assertThat(rows("timeliness=WITHIN_TIME")).isEqualTo(1);
        assertThat(rows("list=mine")).isEqualTo(1);
        assertThat(rows("q=tuyen%20truyen&planId=" + Sample.PLAN)).isEqualTo(1);
        assertThat(rows("list=overdue")).isZero();
    }

    @Test
    void writesTypedCellsAndNoFormulas() {
        TestDatabase.shared().execute("update task set title = '=HYPERLINK(\"http://x\")' where number = '1'");

        Response file = RestAssured.given()
                .auth()
                .oauth2(standing().token())
                .header("Accept-Language", "vi")
                .get(EXPORT + "?format=xlsx");

        List<List<String>> lines = Workbook.read(file.asInputStream(), "tasks.xlsx")
                .sheet("Nhiệm vụ")
                .lines();
        assertThat(lines).hasSize(6);
        assertThat(lines.getFirst()).contains("Nhiệm vụ", "Tiến độ so với hạn");
        assertThat(lines.get(1))
                .contains("'=HYPERLINK(\"http://x\")", "30/06/2026", "đang thực hiện", "trong hạn", "40");
    }

    @Test
    void refusesOtherFormatsUnitsAndCallers() {
        problem(as(standing()).get(EXPORT + "?format=pdf"), 400, "INVALID_REQUEST");
        problem(as(standing()).accept("application/json").get(EXPORT), 406, "NOT_ACCEPTABLE");
        problem(as(stranger()).get(EXPORT + "?format=csv&unit=10675"), 404, "NOT_FOUND");
        problem(RestAssured.given().get(EXPORT), 401, "UNAUTHENTICATED");
        assertThat(new String(as(stranger()).get(EXPORT + "?format=csv").asByteArray(), StandardCharsets.UTF_8).lines())
                .as("only the headings")
                .hasSize(1);
    }

    private static long rows(String parameters) {
        Response file = as(standing()).urlEncodingEnabled(false).get(EXPORT + "?format=csv&" + parameters);
        assertThat(file.statusCode()).as(file.asString()).isEqualTo(200);
        return file.asString().lines().count() - 1;
    }
}
