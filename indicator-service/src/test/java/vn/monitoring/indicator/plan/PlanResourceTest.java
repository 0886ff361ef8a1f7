package vn.monitoring.indicator.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static vn.monitoring.indicator.Callers.as;
import static vn.monitoring.indicator.Problems.assertProblem;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.monitoring.indicator.Callers;
import vn.monitoring.kit.testing.Events;
import vn.monitoring.kit.testing.PlatformTestResource;
import vn.monitoring.kit.testing.TestClock;
import vn.monitoring.kit.testing.TestDatabase;
import vn.monitoring.kit.testing.Tokens;

@QuarkusTest
@QuarkusTestResource(PlatformTestResource.class)
class PlanResourceTest {

    private static final String ROWS = """
            1,Tỷ lệ hồ sơ TTHC xử lý trực tuyến,%,70%,≥ 85%,Trung tâm hành chính công
            2,Số doanh nghiệp khởi nghiệp,Doanh nghiệp,1,3,Phòng Văn hóa - Xã hội
            3,Tỷ lệ người dân có chữ ký số,%,95),100%,Công an phường
            """;

    private final TestClock clock;

    PlanResourceTest(TestClock clock) {
        this.clock = clock;
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
    void saysWhatBecameOfEachRow() {
        Response answer = SamplePlans.importLines(ROWS, "");

        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(201);
        JsonPath json = answer.jsonPath();
        assertThat(answer.header("Location")).endsWith("/api/v1/plans/" + json.getString("planId"));
        assertThat(json.getList("rows.outcome")).isEqualTo(List.of("ACCEPTED", "ACCEPTED", "NEEDS_DECISION"));
        assertThat(json.getList("rows.change")).containsOnly("CREATED");
        assertThat(json.getList("rows[2].findings.code")).contains("STRAY_CHAR", "UNIT_FROM_COLUMN");
        assertThat(json.getList("rows[2].findings.place")).contains("indicators!D4");
        assertThat(json.getString("rows[2].findings[0].message.en")).isNotBlank();
    }

    @Test
    void keepsAReplacedTargetWithItsValidity() {
        String planId = SamplePlans.importLines(ROWS, "").jsonPath().getString("planId");

        JsonPath again = SamplePlans.importLines(
                        ROWS.replace("70%", "75%"),
                        SamplePlans.smallHeader()
                                .put("decisionDocument", "99/QĐ-UBND")
                                .toString(),
                        "")
                .jsonPath();

        assertThat(again.getString("planId")).isEqualTo(planId);
        assertThat(again.getList("rows.change")).isEqualTo(List.of("UPDATED", "UNCHANGED", "UNCHANGED"));
        Response indicator = as("leader", "10675").get("/api/v1/indicators/" + again.getString("rows[0].id"));
        JsonPath json = indicator.jsonPath();
        assertThat(json.getList("targets.raw")).isEqualTo(List.of("70%", "75%", "≥ 85%"));
        assertThat(json.getString("targets[0].validFrom")).isEqualTo("2026-01-01");
        assertThat(json.getString("targets[0].validTo")).isEqualTo("2026-06-15");
        assertThat(json.getString("targets[0].supersededBy")).isEqualTo(json.getString("targets[1].id"));
        assertThat(json.getString("targets[1].validFrom")).isEqualTo("2026-06-15");
        assertThat(json.getString("targets[1].decisionDocument")).isEqualTo("99/QĐ-UBND");
        assertThat(indicator.header("ETag")).isNotEqualTo("\"0\"");
        String id = again.getString("rows[0].id");
        await().untilAsserted(() -> assertThat(Events.read("monitoring.indicator"))
                .filteredOn(event -> event.key().equals(id))
                .extracting(event ->
                        event.data().path("targets").path(0).path("raw").asText())
                .containsExactly("70%", "75%"));
    }

    @Test
    void putsADoubtfulReadingRightFromTheStart() {
        SamplePlans.importLines(ROWS, "");

        JsonPath again =
                SamplePlans.importLines(ROWS.replace("95)", "≥ 95%"), "").jsonPath();

        assertThat(again.getList("rows[2].findings.code")).isEqualTo(List.of("DENOMINATOR_DRIFT"));
        JsonPath json = as("leader", "10675")
                .get("/api/v1/indicators/" + again.getString("rows[2].id"))
                .jsonPath();
        assertThat(json.getString("targets.find { it.raw == '≥ 95%' }.validFrom"))
                .isEqualTo("2026-01-01");
    }

    @Test
    void recognisesARowThatWasRewordedAndKeepsOnesThatAreGone() {
        JsonPath first = SamplePlans.importLines(ROWS, "").jsonPath();

        JsonPath again = SamplePlans.importLines("""
                        1,Tỷ lệ hồ sơ thủ tục hành chính được xử lý trực tuyến toàn trình,%,70%,≥ 85%,Trung tâm hành chính công
                        2,Tỷ lệ hồ sơ TTHC xử lý trực tuyến (mới),%,70%,≥ 85%,Trung tâm hành chính công
                        3,Tỷ lệ người dân có chữ ký số,%,95),100%,Công an phường
                        """, "").jsonPath();

        assertThat(again.getString("rows[2].id")).isEqualTo(first.getString("rows[2].id"));
        assertThat(again.getString("rows[2].change")).isEqualTo("UNCHANGED");
        assertThat(again.getList("sheet.code")).contains("MISSING_FROM_FILE");
        assertThat(TestDatabase.shared().ask("select count(*) from indicator where name like 'Số doanh nghiệp%'"))
                .isEqualTo("1");
    }

    @Test
    void rejectsARowThatStandsTwiceAndLeavesAContradictionToAPerson() {
        JsonPath json = SamplePlans.importLines("""
                        1,Tỷ lệ hồ sơ TTHC xử lý trực tuyến,%,70%,85%,
                        2,Tỷ lệ hồ sơ TTHC xử lý trực tuyến,%,70%,85%,
                        3,Tỷ lệ người dân có chữ ký số,%,10%,20%,
                        4,Tỷ lệ người dân có chữ ký số,%,15%,20%,
                        5,,%,10%,20%,
                        """, "").jsonPath();

        assertThat(json.getList("rows.outcome"))
                .isEqualTo(List.of("ACCEPTED", "REJECTED", "NEEDS_DECISION", "NEEDS_DECISION", "NEEDS_DECISION"));
        assertThat(json.getString("rows[1].id")).isNull();
        assertThat(json.getString("rows[1].findings.find { it.code == 'DUPLICATE_ROW' }.verbatim"))
                .isEqualTo("indicators!A2");
        assertThat(json.getList("rows[3].findings.code")).contains("VALUE_CONFLICT");
        assertThat(json.getMap("counts"))
                .containsEntry("rowsIn", 5)
                .containsEntry("accepted", 1)
                .containsEntry("needsDecision", 3)
                .containsEntry("rejected", 1);
        assertThat(TestDatabase.shared().ask("select count(*) from target where provisional"))
                .isEqualTo("2");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "trên 80% | STRICT_GT",
                "khoảng 80% | APPROX",
                "80–90% | DASH_VARIANT",
                "trước 2026 là 80% | STRICT_BEFORE",
                "80% (2027) | YEAR_CONFLICT",
                "Giảm 30% | NEED_BASELINE",
                "120% | IMPOSSIBLE_VALUE",
                "#REF! | UNREADABLE",
                "80% 90% | SEVERAL_VALUES",
                "50% (2026); 60% (2028) | COMPOUND_CELL",
                "Đảm bảo | UNIT_FORM_MISMATCH",
            })
    void findsWhatACellNeedsALookFor(String cell, String finding) {
        JsonPath json = SamplePlans.importLines("1,Tỷ lệ kết quả được công bố,%,\"" + cell + "\",,\n", "?dryRun=true")
                .jsonPath();

        assertThat(json.getList("rows[0].findings.code")).contains(finding);
        assertThat(json.getString("rows[0].outcome")).isNotEqualTo("ACCEPTED");
    }

    @Test
    void supersedesTheOlderPlanWhicheverComesFirst() {
        String old = SamplePlans.importLines(
                        ROWS,
                        SamplePlans.smallHeader().put("number", "42/KH-UBND").toString(),
                        "")
                .jsonPath()
                .getString("planId");
        String successor = SamplePlans.importLines(
                        ROWS,
                        SamplePlans.smallHeader()
                                .put("supersedes", "42-KH/UBND ngày 29/01/2026")
                                .toString(),
                        "")
                .jsonPath()
                .getString("planId");

        JsonPath replaced = as("leader", "10675").get("/api/v1/plans/" + old).jsonPath();
        assertThat(replaced.getString("status")).isEqualTo("SUPERSEDED");
        assertThat(replaced.getString("supersededBy")).isEqualTo(successor);
        assertThat(as("leader", "10675")
                        .get("/api/v1/plans/" + successor)
                        .jsonPath()
                        .getString("status"))
                .isEqualTo("IN_FORCE");
        await().untilAsserted(() -> assertThat(Events.read("monitoring.plan"))
                .filteredOn(event -> event.key().equals(old))
                .extracting(event -> event.data().path("status").asText())
                .containsExactly("IN_FORCE", "SUPERSEDED"));
    }

    @Test
    void showsPlansAndIndicatorsToTheirUnitsOnly() {
        String planId = SamplePlans.importLines(ROWS, "").jsonPath().getString("planId");

        assertThat(as("reporter", "10675.HCC").get("/api/v1/plans").jsonPath().getList("items.id"))
                .isEqualTo(List.of(planId));
        assertThat(as("leader", "31").get("/api/v1/plans?unit=31").jsonPath().getList("items.id"))
                .isEqualTo(List.of(planId));
        assertThat(as("leader", "31").get("/api/v1/plans?unit=11002").jsonPath().getList("items"))
                .isEmpty();
        assertThat(as("leader", "24").get("/api/v1/plans").jsonPath().getList("items"))
                .isEmpty();
        assertProblem(as("leader", "24").get("/api/v1/plans/" + planId), 404, "NOT_FOUND");
        assertProblem(as("leader", "24").get("/api/v1/plans/" + planId + "/indicators"), 404, "NOT_FOUND");
        assertThat(as("reporter", "10675.HCC")
                        .get("/api/v1/plans/" + planId + "/indicators")
                        .jsonPath()
                        .getList("items.number"))
                .isEqualTo(List.of("1"));
        String other = as("leader", "10675")
                .get("/api/v1/indicators?unit=10675.CA")
                .jsonPath()
                .getString("items[0].id");
        assertProblem(as("reporter", "10675.HCC").get("/api/v1/indicators/" + other), 404, "NOT_FOUND");
        assertThat(as("leader", "10675")
                        .get("/api/v1/indicators?outcome=NEEDS_DECISION")
                        .jsonPath()
                        .getList("items.number"))
                .isEqualTo(List.of("3"));
        assertProblem(as("leader", "10675").get("/api/v1/indicators/" + UUID.randomUUID()), 404, "NOT_FOUND");
        assertProblem(as("leader", "10675").get("/api/v1/indicators?cursor=!!"), 400, "INVALID_REQUEST");
        assertProblem(as("leader", "10675").get("/api/v1/plans?limit=0"), 400, "INVALID_REQUEST");
    }

    @Test
    void pagesThroughAPlanInItsOwnOrder() {
        String planId = SamplePlans.importLines(ROWS, "").jsonPath().getString("planId");

        JsonPath first = as("leader", "10675")
                .get("/api/v1/plans/" + planId + "/indicators?limit=2")
                .jsonPath();
        JsonPath second = as("leader", "10675")
                .get("/api/v1/plans/" + planId + "/indicators?limit=2&cursor=" + first.getString("next"))
                .jsonPath();

        assertThat(first.getList("items.number")).isEqualTo(List.of("1", "2"));
        assertThat(second.getList("items.number")).isEqualTo(List.of("3"));
        assertThat(second.getString("next")).isNull();
    }

    @Test
    void answersNotModifiedForAKnownVersion() {
        JsonPath imported = SamplePlans.importLines(ROWS, "").jsonPath();
        String plan = "/api/v1/plans/" + imported.getString("planId");
        String indicator = "/api/v1/indicators/" + imported.getString("rows[0].id");

        for (String path : List.of(plan, indicator)) {
            String tag = as("leader", "10675").get(path).header("ETag");
            assertThat(as("leader", "10675")
                            .header("If-None-Match", tag)
                            .get(path)
                            .statusCode())
                    .isEqualTo(304);
        }
    }

    @Test
    void confirmsADoubtfulTarget() {
        String id = SamplePlans.importLines(ROWS, "").jsonPath().getString("rows[2].id");
        Response before = as("standing-body", "10675").get("/api/v1/indicators/" + id);
        String target = before.jsonPath().getString("targets.find { it.provisional }.id");
        String path = "/api/v1/indicators/" + id + "/targets/" + target + "/confirmation";
        String tag = before.header("ETag");

        assertProblem(as("standing-body", "10675").post(path), 428, "PRECONDITION_REQUIRED");
        assertProblem(as("standing-body", "10675").header("If-Match", "\"99\"").post(path), 412, "STALE");
        assertProblem(as("reporter", "10675").header("If-Match", tag).post(path), 403, "FORBIDDEN");
        assertProblem(RestAssured.given().header("If-Match", tag).post(path), 401, "UNAUTHENTICATED");
        assertProblem(as("standing-body", "11002").header("If-Match", tag).post(path), 404, "NOT_FOUND");
        Response confirmed =
                as("standing-body", "10675").header("If-Match", tag).post(path);

        assertThat(confirmed.statusCode()).as(confirmed.asString()).isEqualTo(200);
        assertThat(confirmed.jsonPath().getString("outcome")).isEqualTo("FLAGGED");
        assertThat(confirmed.jsonPath().getString("targets[0].confirmedBy")).isEqualTo("standing-body-10675");
        assertThat(confirmed.jsonPath().getBoolean("targets[0].provisional")).isFalse();
        assertProblem(
                as("standing-body", "10675")
                        .header("If-Match", confirmed.header("ETag"))
                        .post(path),
                409,
                "TARGET_NOT_IN_DOUBT");
        JsonPath again = SamplePlans.importLines(ROWS, "").jsonPath();
        assertThat(again.getString("rows[2].outcome")).isEqualTo("FLAGGED");
        assertThat(again.getString("rows[2].change")).isEqualTo("UNCHANGED");
    }

    @Test
    void linksAnIndicatorToTheCatalogue() {
        String id = SamplePlans.importLines(ROWS, "").jsonPath().getString("rows[0].id");
        String path = "/api/v1/indicators/" + id + "/canonical";
        Response before = as("standing-body", "10675").get("/api/v1/indicators/" + id);
        assertThat(before.jsonPath().getString("canonicalCode")).isEqualTo("CQ.HOSO_TT");

        assertProblem(put(path, "{\"canonicalCode\":\"CQ.SD_DVCTT\"}", null), 428, "PRECONDITION_REQUIRED");
        assertProblem(put(path, "{\"canonicalCode\":\"CQ.SD_DVCTT\"}", "\"99\""), 412, "STALE");
        assertProblem(put(path, "{\"canonicalCode\":\"X\"}", before.header("ETag")), 422, "CANONICAL_UNKNOWN");
        assertProblem(put(path, "{\"canonicalCode\":\" \"}", before.header("ETag")), 400, "INVALID_REQUEST");
        Response linked = put(path, "{\"canonicalCode\":\"CQ.SD_DVCTT\"}", before.header("ETag"));

        assertThat(linked.statusCode()).as(linked.asString()).isEqualTo(200);
        assertThat(linked.jsonPath().getString("canonicalMatch")).isEqualTo("CONFIRMED");
        assertThat(SamplePlans.importLines(ROWS, "").jsonPath().getString("rows[0].change"))
                .isEqualTo("UNCHANGED");
        assertThat(as("leader", "10675")
                        .get("/api/v1/indicators/" + id)
                        .jsonPath()
                        .getString("canonicalCode"))
                .isEqualTo("CQ.SD_DVCTT");
        assertProblem(
                as("reporter", "10675")
                        .contentType("application/json")
                        .body("{}")
                        .put(path),
                403,
                "FORBIDDEN");
        assertProblem(
                as("standing-body", "10675").contentType("text/plain").body("x").put(path),
                415,
                "UNSUPPORTED_MEDIA_TYPE");
        assertProblem(
                RestAssured.given().contentType("application/json").body("{}").put(path), 401, "UNAUTHENTICATED");
        assertProblem(
                as("standing-body", "11002")
                        .header("If-Match", "\"0\"")
                        .contentType("application/json")
                        .body("{\"canonicalCode\":\"CQ.SD_DVCTT\"}")
                        .put(path),
                404,
                "NOT_FOUND");
    }

    private static Response put(String path, String body, @org.jspecify.annotations.Nullable String ifMatch) {
        var request =
                as("standing-body", "10675").contentType("application/json").body(body);
        return (ifMatch == null ? request : request.header("If-Match", ifMatch)).put(path);
    }

    @Test
    void answersFilesThatCannotBeUsedWithOneProblemAndWritesNothing() {
        assertProblem(file("x.xlsx", "not a workbook".getBytes(StandardCharsets.UTF_8)), 415, "NOT_A_WORKBOOK");
        assertProblem(file("x.pdf", SamplePlans.workbook("kinh-mon")), 415, "NOT_A_WORKBOOK");
        assertProblem(file("x.csv", "cột một,cột hai\n1,2\n".getBytes(StandardCharsets.UTF_8)), 422, "HEADER_MISSING");
        assertProblem(file("x.csv", "STT,Chỉ tiêu,Năm 2030\n".getBytes(StandardCharsets.UTF_8)), 422, "TABLE_EMPTY");
        assertProblem(
                SamplePlans.send(
                        "standing-body",
                        "11002",
                        "kinh-mon.xlsx",
                        SamplePlans.workbook("kinh-mon"),
                        SamplePlans.smallHeader().put("unitCode", "11002").toString(),
                        ""),
                422,
                "PLAN_OF_ANOTHER_UNIT");
        assertThat(TestDatabase.shared().ask("select count(*) from plan")).isEqualTo("0");
    }

    private static Response file(String name, byte[] content) {
        return SamplePlans.send(
                "standing-body",
                "10675",
                name,
                content,
                SamplePlans.smallHeader().toString(),
                "");
    }

    @Test
    void namesTheMissingSheet() {
        Response answer = SamplePlans.send(
                "standing-body",
                "10675",
                "units.xlsx",
                OtherWorkbook.withSheet("Bảng khác"),
                SamplePlans.smallHeader().toString(),
                "");

        assertProblem(answer, 422, "SHEET_MISSING");
        assertThat(answer.jsonPath().getString("detail")).contains("Chỉ tiêu").contains("Bảng khác");
    }

    @Test
    void checksWhatThePlanSaysOfItself() {
        assertProblem(header("unitCode", "99999"), 404, "PLAN_UNIT_NOT_FOUND");
        assertProblem(header("unitCode", "11002"), 404, "PLAN_UNIT_NOT_FOUND");
        assertProblem(header("unitCode", "10675.VHXH"), 422, "PLAN_INVALID");
        assertProblem(header("horizonEnd", "2020"), 422, "PLAN_INVALID");
        assertProblem(header("horizonEnd", "2030-02-31"), 422, "PLAN_INVALID");
        assertProblem(header("planYear", "2040"), 422, "PLAN_INVALID");
        assertProblem(header("supersedes", "15-KH/UBND"), 422, "PLAN_INVALID");
        assertProblem(header("horizonEnd", "sau này"), 400, "INVALID_REQUEST");
        assertProblem(header("title", " "), 400, "INVALID_REQUEST");
        assertProblem(header("block", "KHAC"), 400, "INVALID_REQUEST");
        assertProblem(SamplePlans.importLines(ROWS, "{", ""), 400, "INVALID_REQUEST");
        assertProblem(
                as("standing-body", "10675")
                        .multiPart("plan", SamplePlans.smallHeader().toString(), "application/json")
                        .post("/api/v1/plans/imports"),
                400,
                "INVALID_REQUEST");
        assertProblem(
                as("standing-body", "10675")
                        .multiPart("file", "x.csv", ROWS.getBytes(StandardCharsets.UTF_8))
                        .post("/api/v1/plans/imports"),
                400,
                "INVALID_REQUEST");
        assertProblem(
                as("standing-body", "10675")
                        .contentType("application/json")
                        .body("{}")
                        .post("/api/v1/plans/imports"),
                415,
                "UNSUPPORTED_MEDIA_TYPE");
    }

    private static Response header(String field, String value) {
        return SamplePlans.importLines(
                ROWS, SamplePlans.smallHeader().put(field, value).toString(), "?dryRun=true");
    }

    @Test
    void asksForATokenAndTheRole() {
        String id = UUID.randomUUID().toString();
        for (String path : List.of(
                "/api/v1/plans",
                "/api/v1/plans/" + id,
                "/api/v1/plans/" + id + "/indicators",
                "/api/v1/indicators",
                "/api/v1/indicators/" + id)) {
            assertProblem(RestAssured.given().get(path), 401, "UNAUTHENTICATED");
            assertProblem(
                    RestAssured.given()
                            .auth()
                            .oauth2(Tokens.as("nobody")
                                    .roles("public")
                                    .units("31")
                                    .token())
                            .get(path),
                    403,
                    "FORBIDDEN");
        }
        assertProblem(
                SamplePlans.send(
                        "reporter",
                        "10675",
                        "x.csv",
                        ROWS.getBytes(StandardCharsets.UTF_8),
                        SamplePlans.smallHeader().toString(),
                        ""),
                403,
                "FORBIDDEN");
        assertProblem(
                RestAssured.given()
                        .multiPart("file", "x.csv", ROWS.getBytes(StandardCharsets.UTF_8))
                        .post("/api/v1/plans/imports"),
                401,
                "UNAUTHENTICATED");
    }
}
