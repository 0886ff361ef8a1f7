package vn.monitoring.indicator.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.monitoring.indicator.Callers.as;
import static vn.monitoring.indicator.Problems.assertProblem;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.monitoring.indicator.Callers;
import vn.monitoring.indicator.grade.DueGrading;
import vn.monitoring.kit.testing.PlatformTestResource;
import vn.monitoring.kit.testing.TestClock;
import vn.monitoring.kit.testing.TestDatabase;
import vn.monitoring.kit.web.Cursor;

/// Two values for one milestone: opened by an import or by hand, not graded meanwhile, settled by a person for good.
@QuarkusTest
@QuarkusTestResource(PlatformTestResource.class)
class TargetConflictTest {

    private static final String PROSE = "phần lời, mục III.2.1.b";
    private static final String TWO_ROWS = """
            1,Tỷ lệ hồ sơ TTHC xử lý trực tuyến,%,70%,85%,
            2,Tỷ lệ hồ sơ TTHC xử lý trực tuyến,%,75%,85%,
            """;
    private static final String ONE_ROW = "1,Tỷ lệ hồ sơ TTHC xử lý trực tuyến,%,≥ 70%,≥ 85%,\n";

    private final TestClock clock;
    private final DueGrading due;

    TargetConflictTest(TestClock clock, DueGrading due) {
        this.clock = clock;
        this.due = due;
    }

    @BeforeEach
    void units() {
        Callers.emptyDatabase();
        SamplePlans.importUnits();
        clock.setToday(LocalDate.of(2026, 6, 15));
    }

    @AfterEach
    void realTime() {
        clock.reset();
    }

    @Test
    void opensOneForTwoRowsThatDifferAndSettlesBoth() {
        JsonPath imported = SamplePlans.importLines(TWO_ROWS, "").jsonPath();

        JsonPath open = conflicts("?status=OPEN").jsonPath();
        assertThat(open.getList("items")).hasSize(1);
        assertThat(open.getString("items[0].dueDate")).isEqualTo("2026-12-31");
        assertThat(open.getString("items[0].source")).isEqualTo("SHEET");
        assertThat(open.getString("items[0].a.raw")).isEqualTo("70%");
        assertThat(open.getString("items[0].a.place")).isEqualTo("indicators!D2");
        assertThat(open.getString("items[0].b.raw")).isEqualTo("75%");
        assertThat(open.getString("items[0].otherIndicatorId")).isEqualTo(imported.getString("rows[1].id"));
        assertThat(imported.getList("rows.outcome")).containsOnly("NEEDS_DECISION");

        Response decided = decide(open.getString("items[0].id"), "B", "");

        assertThat(decided.statusCode()).as(decided.asString()).isEqualTo(200);
        for (String row : List.of("rows[0].id", "rows[1].id")) {
            JsonPath indicator = indicator(imported.getString(row));
            assertThat(indicator.getList("targets.findAll { it.validTo == null }.raw"))
                    .isEqualTo(List.of("75%", "85%"));
            assertThat(indicator.getList("targets.provisional.findAll { it }").size())
                    .isLessThanOrEqualTo(1);
            assertThat(indicator.getString("outcome")).isEqualTo("FLAGGED");
        }
        JsonPath again = SamplePlans.importLines(TWO_ROWS, "").jsonPath();
        assertThat(again.getList("rows.change")).containsOnly("UNCHANGED");
        assertThat(again.getList("rows.outcome")).containsOnly("FLAGGED");
        assertThat(again.getList("rows[0].findings.code")).contains("VALUE_CONFLICT", "DECIDED_SINCE");
        assertThat(conflicts("").jsonPath().getList("items.status")).isEqualTo(List.of("DECIDED"));
    }

    @Test
    void withdrawsAConflictOfASheetThatWasPutRight() {
        JsonPath first = SamplePlans.importLines(TWO_ROWS, "").jsonPath();

        JsonPath again =
                SamplePlans.importLines(TWO_ROWS.replace("75%", "70%"), "").jsonPath();

        assertThat(again.getList("rows.outcome")).isEqualTo(List.of("ACCEPTED", "REJECTED"));
        assertThat(again.getString("rows[0].change")).isEqualTo("UPDATED");
        assertThat(conflicts("").jsonPath().getList("items.status")).isEqualTo(List.of("WITHDRAWN"));
        JsonPath indicator = indicator(first.getString("rows[0].id"));
        assertThat(indicator.getList("targets.provisional")).containsOnly(false);
        assertThat(indicator.getString("outcome")).isEqualTo("ACCEPTED");
    }

    @Test
    void opensOneForTwoFiguresOfOneDay() {
        JsonPath imported = SamplePlans.importLines("1,Tỷ lệ hồ sơ TTHC xử lý trực tuyến,%,80% (2030),85%,\n", "")
                .jsonPath();
        JsonPath open = conflicts("").jsonPath();

        assertThat(open.getList("items")).hasSize(1);
        decide(open.getString("items[0].id"), "A", "");

        JsonPath indicator = indicator(imported.getString("rows[0].id"));
        assertThat(indicator.getList("targets.findAll { it.validTo == null }.raw"))
                .isEqualTo(List.of(open.getString("items[0].a.raw")));
        JsonPath again = SamplePlans.importLines("1,Tỷ lệ hồ sơ TTHC xử lý trực tuyến,%,80% (2030),85%,\n", "")
                .jsonPath();
        assertThat(again.getList("rows.change")).isEqualTo(List.of("UNCHANGED"));
    }

    @Test
    void isEnteredByHandAndNotGradedUntilSomebodyChooses() {
        clock.setToday(LocalDate.of(2026, 2, 10));
        String id = SamplePlans.importLines(ONE_ROW, "").jsonPath().getString("rows[0].id");
        due.gradeAllDue();
        assertThat(status(id)).isEqualTo("NOT_DUE");

        Response opened = open(id, "{\"dueYear\": 2026, \"raw\": \"≥ 75%\", \"place\": \"" + PROSE + "\"}");

        assertThat(opened.statusCode()).as(opened.asString()).isEqualTo(201);
        assertThat(opened.header("Location")).endsWith("/api/v1/conflicts/" + opened.path("id"));
        assertThat(opened.jsonPath().getString("b.place")).isEqualTo(PROSE);
        assertThat(indicator(id).getString("outcome")).isEqualTo("NEEDS_DECISION");
        due.gradeAllDue();
        assertThat(status(id)).isEqualTo("NO_DATA");
        String target = indicator(id).getString("targets[0].id");
        assertProblem(
                as("leader", "10675")
                        .header("If-Match", "*")
                        .post("/api/v1/indicators/" + id + "/targets/" + target + "/confirmation"),
                409,
                "TARGET_IN_CONFLICT");
        assertProblem(
                as("leader", "10675")
                        .header("If-Match", "*")
                        .contentType("application/json")
                        .body("{\"raw\": \"≥ 80%\", \"effectiveOn\": \"2026-06-01\", \"decisionDocument\": \"1/QĐ\"}")
                        .post("/api/v1/indicators/" + id + "/targets/" + target + "/revisions"),
                409,
                "TARGET_IN_CONFLICT");
        assertThat(SamplePlans.importLines(ONE_ROW, "").jsonPath().getString("rows[0].outcome"))
                .isEqualTo("NEEDS_DECISION");

        Response decided = decide(opened.path("id"), "OTHER", "\"raw\": \"≥ 72%\", \"note\": \"Trung bình cộng\",");

        assertThat(decided.jsonPath().getString("chosenRaw")).isEqualTo("≥ 72%");
        assertThat(decided.jsonPath().getString("note")).isEqualTo("Trung bình cộng");
        assertThat(decided.jsonPath().getString("decidedBy")).isEqualTo("standing-body-10675");
        assertThat(indicator(id).getString("targets.find { it.raw == '≥ 72%' }.validFrom"))
                .isEqualTo("2026-01-01");
        due.gradeAllDue();
        assertThat(status(id)).isEqualTo("NOT_DUE");
        JsonPath again = SamplePlans.importLines(ONE_ROW, "").jsonPath();
        assertThat(again.getString("rows[0].change")).isEqualTo("UNCHANGED");
        assertThat(again.getString("rows[0].outcome")).isEqualTo("FLAGGED");
    }

    private static String status(String id) {
        return as("leader", "10675")
                .get("/api/v1/indicators/" + id + "/grades?limit=1")
                .jsonPath()
                .getString("items[0].status");
    }

    /// Pre-schools of level 2 in 2025: at least 50 % in the appendix, at least 70 % in the prose (source: the plan's
    /// anomalies), beside what else its prose says otherwise than its table.
    @Test
    void comparesTheProseOfKinhMonWithItsTable() {
        JsonPath dryRun = importKinhMon("?dryRun=true");
        assertThat(TestDatabase.shared().ask("select count(*) from target_conflict"))
                .isEqualTo("0");
        JsonPath imported = importKinhMon("");

        assertThat(dryRun.getMap("counts")).isEqualTo(imported.getMap("counts"));
        String preSchools = "rows.find { it.number == '10' }";
        assertThat(imported.getString(preSchools + ".outcome")).isEqualTo("NEEDS_DECISION");
        assertThat(imported.getString(preSchools + ".findings.find { it.code == 'PROSE_CONFLICT' }.verbatim"))
                .isEqualTo("≥ 50% / ≥ 70% (" + PROSE + ", 2025)");
        assertThat(codes(imported, "6")).contains("COMPARATOR_CONFLICT");
        assertThat(codes(imported, "24")).contains("COMPARATOR_CONFLICT");
        assertThat(codes(imported, "22")).contains("FORM_CONFLICT", "DENOMINATOR_DRIFT");
        assertThat(codes(imported, "12")).contains("FORM_CONFLICT");
        assertThat(codes(imported, "11")).contains("FORM_CONFLICT");
        assertThat(codes(imported, "18")).doesNotContain("PROSE_CONFLICT", "FORM_CONFLICT", "COMPARATOR_CONFLICT");
        assertThat(imported.getList("sheet.code")).contains("STATEMENT_UNMATCHED");
        JsonPath open = conflicts("?planId=" + imported.getString("planId")).jsonPath();
        assertThat(open.getList("items.source")).isEqualTo(List.of("PROSE"));
        assertThat(open.getString("items[0].a.raw")).isEqualTo("≥ 50%");
        assertThat(open.getString("items[0].a.place")).startsWith("Chỉ tiêu!C");
        assertThat(open.getString("items[0].b.raw")).isEqualTo("≥ 70%");
        assertThat(importKinhMon("").getList("rows.change")).containsOnly("UNCHANGED");

        decide(open.getString("items[0].id"), "B", "");

        JsonPath indicator = indicator(imported.getString(preSchools + ".id"));
        assertThat(indicator.getList("targets.findAll { it.validTo == null && it.year == 2025 }.raw"))
                .isEqualTo(List.of("≥ 70%"));
        JsonPath again = importKinhMon("");
        assertThat(again.getList("rows.change")).containsOnly("UNCHANGED");
        assertThat(again.getString(preSchools + ".outcome")).isEqualTo("FLAGGED");
        assertThat(conflicts("?status=OPEN").jsonPath().getList("items")).isEmpty();
    }

    @Test
    void keepsAConflictWithTheProseThatALaterImportSaysNothingOf() {
        importKinhMon("");

        JsonPath table = SamplePlans.importPlan("kinh-mon", "").jsonPath();

        assertThat(table.getString("rows.find { it.number == '10' }.outcome")).isEqualTo("NEEDS_DECISION");
        assertThat(conflicts("?status=OPEN").jsonPath().getList("items")).hasSize(1);
        ObjectNode header = SamplePlans.header("kinh-mon");
        header.putArray("statements");
        JsonPath corrected = send(header, "").jsonPath();
        assertThat(corrected.getString("rows.find { it.number == '10' }.outcome"))
                .isNotEqualTo("NEEDS_DECISION");
        assertThat(conflicts("").jsonPath().getList("items.status")).isEqualTo(List.of("WITHDRAWN"));
    }

    private static List<String> codes(JsonPath imported, String number) {
        return imported.getList("rows.find { it.number == '" + number + "' }.findings.code");
    }

    private static JsonPath importKinhMon(String query) {
        ObjectNode header = SamplePlans.header("kinh-mon");
        ArrayNode statements = header.putArray("statements");
        said(statements, "10", null, 2025, "≥ 70%", PROSE);
        said(statements, "6", null, 2025, "≥ 80%", PROSE);
        said(statements, "24", null, 2030, "≥ 85%", "phần lời, mục III.2.2.d");
        said(statements, "22", null, 2030, "Tuyên truyền người dân sử dụng chữ ký số", "phần lời, mục III.2.2.d");
        said(statements, "22", "Người dân trưởng thành có chữ ký số", 2035, "20%", "phần lời, mục III.2.3.d");
        said(statements, "12", null, 2035, "Tăng tỷ lệ doanh nghiệp sử dụng kết quả nghiên cứu", "III.2.3.c");
        said(statements, "11", null, 2025, "Đẩy mạnh việc triển khai ký số", PROSE);
        said(statements, null, "Tỷ lệ hồ sơ TTHC xử lý trực tuyến", 2030, "≥ 85%", "phần lời, mục III.2.2.d");
        said(statements, "23", null, 2030, "100%", "phần lời, mục III.2.2.d");
        Response answer = send(header, query);
        assertThat(answer.statusCode()).as(answer.asString()).isLessThan(300);
        return answer.jsonPath();
    }

    private static void said(
            ArrayNode statements, @Nullable String number, @Nullable String name, int year, String raw, String place) {
        statements
                .addObject()
                .put("indicatorNumber", number)
                .put("name", name)
                .put("dueYear", year)
                .put("raw", raw)
                .put("place", place);
    }

    private static Response send(ObjectNode header, String query) {
        return SamplePlans.send(
                "standing-body", "10675", "kinh-mon.xlsx", SamplePlans.workbook("kinh-mon"), header.toString(), query);
    }

    @Test
    void refusesAStatementWithoutItsParts() {
        ObjectNode header = SamplePlans.header("kinh-mon");
        header.putArray("statements").addObject().put("raw", "≥ 70%");

        assertProblem(send(header, ""), 400, "INVALID_REQUEST");
        assertThat(TestDatabase.shared().ask("select count(*) from plan")).isEqualTo("0");
    }

    @Test
    void showsConflictsToTheirUnitsOnlyAndPageByPage() {
        String id = SamplePlans.importLines(ONE_ROW, "").jsonPath().getString("rows[0].id");
        open(id, "{\"dueYear\": 2026, \"raw\": \"≥ 75%\", \"place\": \"" + PROSE + "\"}");
        String last = open(id, "{\"dueDate\": \"2030-12-31\", \"raw\": \"≥ 95%\", \"place\": \"" + PROSE + "\"}")
                .path("id");

        List<String> ids = new ArrayList<>();
        String cursor = "";
        do {
            JsonPath page = conflicts("?limit=1&cursor=" + cursor).jsonPath();
            ids.addAll(page.getList("items.id"));
            cursor = page.getString("next");
        } while (cursor != null);
        assertThat(ids).hasSize(2).doesNotHaveDuplicates().contains(last);
        assertThat(as("leader", "31")
                        .get("/api/v1/conflicts?unit=10675")
                        .jsonPath()
                        .getList("items"))
                .hasSize(2);
        assertThat(as("leader", "31")
                        .get("/api/v1/conflicts?unit=11002")
                        .jsonPath()
                        .getList("items"))
                .isEmpty();
        assertThat(as("leader", "11002").get("/api/v1/conflicts").jsonPath().getList("items"))
                .isEmpty();
        assertThat(as("leader", "10675").get("/api/v1/conflicts/" + last).header("ETag"))
                .isEqualTo("\"0\"");
        assertProblem(as("leader", "11002").get("/api/v1/conflicts/" + last), 404, "NOT_FOUND");
        assertProblem(as("leader", "10675").get("/api/v1/conflicts/" + UUID.randomUUID()), 404, "NOT_FOUND");
        for (String path : List.of("/api/v1/conflicts", "/api/v1/conflicts/" + last)) {
            assertProblem(RestAssured.given().get(path), 401, "UNAUTHENTICATED");
            assertProblem(as("public", "10675").get(path), 403, "FORBIDDEN");
        }
        assertProblem(as("leader", "10675").get("/api/v1/conflicts?limit=0"), 400, "INVALID_REQUEST");
        assertProblem(
                as("leader", "10675")
                        .get("/api/v1/conflicts?cursor=" + Cursor.at("x").encode()),
                400,
                "INVALID_REQUEST");
    }

    @Test
    void refusesToOpenWhatIsNoConflict() {
        String id = SamplePlans.importLines(ONE_ROW, "").jsonPath().getString("rows[0].id");
        String good = "{\"dueYear\": 2026, \"raw\": \"≥ 75%\", \"place\": \"" + PROSE + "\"}";

        assertProblem(open(id, good.replace("≥ 75%", "tối thiểu 70%")), 422, "CONFLICT_INVALID");
        assertProblem(open(id, good.replace("2026", "2027")), 422, "CONFLICT_INVALID");
        assertProblem(open(id, good.replace("\"dueYear\": 2026,", "")), 422, "CONFLICT_INVALID");
        assertProblem(open(id, good.replace("≥ 75%", "95)")), 422, "TARGET_UNREADABLE");
        assertProblem(open(id, good.replace(PROSE, " ")), 400, "INVALID_REQUEST");
        assertProblem(open(UUID.randomUUID().toString(), good), 404, "NOT_FOUND");
        String path = "/api/v1/indicators/" + id + "/conflicts";
        assertProblem(
                as("leader", "11002").contentType("application/json").body(good).post(path), 404, "NOT_FOUND");
        assertProblem(
                as("reporter", "10675")
                        .contentType("application/json")
                        .body(good)
                        .post(path),
                403,
                "FORBIDDEN");
        assertProblem(
                RestAssured.given().contentType("application/json").body(good).post(path), 401, "UNAUTHENTICATED");
        assertThat(open(id, good).statusCode()).isEqualTo(201);
        assertProblem(open(id, good), 409, "TARGET_IN_CONFLICT");
    }

    @Test
    void refusesADecisionThatDoesNotFit() {
        String id = SamplePlans.importLines(ONE_ROW, "").jsonPath().getString("rows[0].id");
        String conflict = open(id, "{\"dueYear\": 2026, \"raw\": \"≥ 75%\", \"place\": \"" + PROSE + "\"}")
                .path("id");
        String path = "/api/v1/conflicts/" + conflict + "/decision";
        String good = "{\"chosen\": \"A\", \"decisionDocument\": \"15-TB/ĐU\"}";

        assertProblem(post(path, good, null), 428, "PRECONDITION_REQUIRED");
        assertProblem(post(path, good, "\"9\""), 412, "STALE");
        assertProblem(post(path, good.replace("A\"", "OTHER\""), "\"0\""), 422, "CONFLICT_INVALID");
        assertProblem(post(path, good.replace("{", "{\"raw\": \"80%\","), "\"0\""), 422, "CONFLICT_INVALID");
        assertProblem(
                post(path, good.replace("{", "{\"raw\": \"80)\",").replace("A\"", "OTHER\""), "\"0\""),
                422,
                "TARGET_UNREADABLE");
        assertProblem(post(path, good.replace("15-TB/ĐU", ""), "\"0\""), 400, "INVALID_REQUEST");
        assertProblem(post(path, good.replace("A\"", "C\""), "\"0\""), 400, "INVALID_REQUEST");
        assertProblem(
                as("unit-head", "10675")
                        .contentType("application/json")
                        .body(good)
                        .post(path),
                403,
                "FORBIDDEN");
        assertProblem(
                as("leader", "11002")
                        .header("If-Match", "*")
                        .contentType("application/json")
                        .body(good)
                        .post(path),
                404,
                "NOT_FOUND");
        assertProblem(
                RestAssured.given().contentType("application/json").body(good).post(path), 401, "UNAUTHENTICATED");

        List<Integer> statuses = IntStream.range(0, 2)
                .mapToObj(_ -> CompletableFuture.supplyAsync(
                        () -> post(path, good, "\"0\"").statusCode()))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();
        assertThat(statuses).containsExactlyInAnyOrder(200, 412);
        assertProblem(post(path, good, "*"), 409, "CONFLICT_CLOSED");
        assertThat(indicator(id).getList("targets.raw")).isEqualTo(List.of("≥ 70%", "≥ 85%"));
        assertThat(indicator(id).getList("targets.provisional")).containsOnly(false);
    }

    private static JsonPath indicator(String id) {
        return as("leader", "10675").get("/api/v1/indicators/" + id).jsonPath();
    }

    private static Response conflicts(String query) {
        return as("inspector", "31").get("/api/v1/conflicts" + query);
    }

    private static Response open(String indicator, String body) {
        return as("unit-head", "10675")
                .contentType("application/json")
                .body(body)
                .post("/api/v1/indicators/" + indicator + "/conflicts");
    }

    private static Response decide(String conflict, String chosen, String more) {
        return post(
                "/api/v1/conflicts/" + conflict + "/decision",
                "{\"chosen\": \"%s\", %s \"decisionDocument\": \"Thông báo 15-TB/ĐU\"}".formatted(chosen, more),
                "*");
    }

    private static Response post(String path, String body, @Nullable String ifMatch) {
        var request =
                as("standing-body", "10675").contentType("application/json").body(body);
        return (ifMatch == null ? request : request.header("If-Match", ifMatch)).post(path);
    }
}
