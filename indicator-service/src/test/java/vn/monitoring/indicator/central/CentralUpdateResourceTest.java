package vn.monitoring.indicator.central;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.monitoring.indicator.Problems.assertProblem;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.monitoring.indicator.Figures;
import vn.monitoring.indicator.GradedPlan;
import vn.monitoring.kit.sheet.Workbook;
import vn.monitoring.kit.testing.PlatformTestResource;
import vn.monitoring.kit.testing.TestClock;
import vn.monitoring.kit.testing.TestDatabase;
import vn.monitoring.kit.testing.Tokens;

@QuarkusTest
@QuarkusTestResource(PlatformTestResource.class)
class CentralUpdateResourceTest {

    private static final String SHEET = "/api/v1/central-updates/sheet";
    private static final String UPDATES = "/api/v1/central-updates";

    @Inject
    TestClock clock;

    private String online;
    private String paid;

    @BeforeEach
    void stage() {
        clock.setToday(LocalDate.of(2026, 10, 5));
        GradedPlan.set();
        online = verified("CQ.HOSO_TT", "\"numerator\": 721, \"denominator\": 1000, \"source\": \"Báo cáo 45\"");
        paid = verified("CQ.TT_TRUCTUYEN", "\"numerator\": 9, \"denominator\": 10");
    }

    @AfterEach
    void realTime() {
        clock.reset();
    }

    @Test
    void showsWhatIsToBeKeyed() {
        UUID noCode = GradedPlan.indicator("Chỉ tiêu riêng", "%");
        Figures.verified(noCode, "2026-Q3", "2026-09-30", "\"value\": 5");
        submitted("CQ.VB_DIENTU");

        Response answer = sheet(GradedPlan.standingBody(), "10675", "2026-Q3", "csv");

        assertThat(answer.header("Content-Disposition"))
                .isEqualTo("attachment; filename=\"central-10675-2026-Q3.csv\"");
        assertThat(answer.asString().lines())
                .containsExactly(
                        "\uFEFFMã đơn vị,Đơn vị,Mã danh mục,Chỉ tiêu,Đơn vị tính,Kỳ,Tử số,Mẫu số,Giá trị,Ngày chốt,Nguồn,"
                                + "Đã cập nhật Trung ương ngày,Số liệu thay đổi sau lần cập nhật,Mã số liệu,Lần sửa",
                        "10675,Phường Kinh Môn,CQ.HOSO_TT,Hồ sơ TTHC xử lý trực tuyến,%,2026-Q3,721,1000,72.1,2026-09-30,"
                                + "Báo cáo 45,,," + online + ",1",
                        "10675,Phường Kinh Môn,CQ.TT_TRUCTUYEN,Thanh toán trực tuyến TTHC,%,2026-Q3,9,10,90,2026-09-30,"
                                + ",,," + paid + ",1");
        assertThat(sheet(GradedPlan.standingBody(), "10675", "2026-09", "csv")
                        .asString()
                        .lines())
                .hasSize(1);
    }

    @Test
    void countsAFactOfTwoPlansOnceAndPrefersTheGovernmentPlan() {
        UUID government = UUID.randomUUID();
        TestDatabase.shared().execute("""
                insert into plan (id, unit_code, block, doc_type, number, identity_key, title, horizon_start, horizon_end,
                    status, imported_at, version)
                values ('%s', '10675', 'CHINH_QUYEN', 'Kế hoạch', '9/KH-UBND', '9', 'Kế hoạch', '2024-01-01', '2045-12-31',
                    'IN_FORCE', now(), 1)""".formatted(government));
        UUID same = GradedPlan.indicator(government, "10675", "10675.VHXH", "Hồ sơ trực tuyến", "%", "CQ.HOSO_TT");
        String preferred = Figures.verified(same, "2026-Q3", "2026-09-30", "\"numerator\": 722, \"denominator\": 1000");
        UUID suggested = GradedPlan.indicator(government, "10675", "10675.VHXH", "Gần giống", "%", "CQ.VB_KYSO");
        TestDatabase.shared()
                .execute("update indicator set canonical_match = 'NEAR' where id = '%s'".formatted(suggested));
        Figures.verified(suggested, "2026-Q3", "2026-09-30", "\"value\": 5");

        List<String> lines = sheet(GradedPlan.standingBody(), "10675", "2026-Q3", "csv")
                .asString()
                .lines()
                .toList();

        assertThat(lines).hasSize(3);
        assertThat(lines.get(1)).contains("CQ.HOSO_TT", ",722,1000,", preferred);
    }

    @Test
    void writesAWorkbookInEnglishWhenAskedTo() {
        mark("\"canonicalCodes\": [\"CQ.HOSO_TT\"]");

        Response answer = as(GradedPlan.standingBody())
                .header("Accept-Language", "en")
                .get(SHEET + "?unit=10675&period=2026-Q3&format=xlsx");

        List<List<String>> lines = Workbook.read(answer.asInputStream(), "sheet.xlsx")
                .sheet("Central update")
                .lines();
        assertThat(lines.get(0)).contains("Updated centrally on", "Figure changed since");
        assertThat(lines.get(1)).contains("CQ.HOSO_TT", "721", "72,1", "30/09/2026", "04/10/2026");
    }

    @Test
    void marksNamedFiguresAndTellsWhoAndWhich() {
        Response answer = mark("\"canonicalCodes\": [\"CQ.HOSO_TT\"], \"note\": \"theo công văn 12\"");

        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(201);
        assertThat(answer.jsonPath().getInt("figures")).isEqualTo(1);
        assertThat(answer.jsonPath().getString("period")).isEqualTo("2026-Q3");
        JsonPath marks = marks("?unit=10675&period=2026-Q3");
        assertThat(marks.getList("items")).hasSize(1);
        assertThat(marks.getMap("items[0]"))
                .containsEntry("updateId", answer.jsonPath().getString("updateId"))
                .containsEntry("unitCode", "10675")
                .containsEntry("canonicalCode", "CQ.HOSO_TT")
                .containsEntry("measurementId", online)
                .containsEntry("revision", 1)
                .containsEntry("updatedOn", "2026-10-04")
                .containsEntry("note", "theo công văn 12")
                .containsEntry("markedBy", "standing-10675")
                .containsEntry("latest", true)
                .containsEntry("stale", false)
                .containsEntry("revisionWaits", false);
        assertThat(marks("?period=2026-Q2").getList("items")).isEmpty();
        assertThat(mark("\"measurementIds\": [\"" + paid + "\"]").jsonPath().getInt("figures"))
                .isEqualTo(1);
    }

    @Test
    void marksAllFiguresOfTheUnitWhenNoneIsNamed() {
        assertThat(mark("\"note\": null").jsonPath().getInt("figures")).isEqualTo(2);
    }

    @Test
    void aFigureRevisedAfterItsMarkIsStale() {
        mark("\"canonicalCodes\": [\"CQ.HOSO_TT\"]");

        revise(online, 1);
        assertThat(marks("").getMap("items[0]")).containsEntry("stale", false).containsEntry("revisionWaits", true);
        assertThat(onlineRow()).contains(",721,1000,").contains(",2026-10-04,,");

        Figures.verify(online, 2);
        assertThat(marks("").getMap("items[0]")).containsEntry("stale", true).containsEntry("revisionWaits", false);
        assertThat(onlineRow())
                .contains(",730,1000,")
                .contains(",2026-10-04,có,")
                .endsWith(",2");

        mark("\"canonicalCodes\": [\"CQ.HOSO_TT\"]");
        assertThat(marks("").getList("items.latest")).isEqualTo(List.of(true, false));
        assertThat(marks("").getList("items.stale")).isEqualTo(List.of(false, true));
        assertThat(onlineRow()).contains(",2026-10-04,,");
    }

    @Test
    void marksNothingWhenSomethingHasNoVerifiedFigure() {
        submitted("CQ.VB_DIENTU");

        Response answer = mark("\"canonicalCodes\": [\"CQ.HOSO_TT\", \"CQ.VB_DIENTU\", \"KHONG.CO\"]");

        assertProblem(answer, 422, "CENTRAL_FIGURE_MISSING");
        assertThat(answer.jsonPath().getList("violations.message")).isEqualTo(List.of("CQ.VB_DIENTU", "KHONG.CO"));
        String unknown = UUID.randomUUID().toString();
        assertThat(mark("\"measurementIds\": [\"" + paid + "\", \"" + unknown + "\"]")
                        .jsonPath()
                        .getList("violations.message"))
                .isEqualTo(List.of(unknown));
        assertProblem(
                post(GradedPlan.standingBody(), body("10675", "2026-Q2", "2026-10-04", "\"note\": null")),
                422,
                "CENTRAL_FIGURE_MISSING");
        assertThat(TestDatabase.shared().ask("select count(*) from central_update"))
                .isEqualTo("0");
    }

    @Test
    void itsMarksCannotBeRewritten() {
        mark("\"note\": null");

        assertThatThrownBy(() -> TestDatabase.shared().execute("update central_update set updated_on = '2020-01-01'"))
                .hasStackTraceContaining("append-only");
        assertThatThrownBy(() -> TestDatabase.shared().execute("delete from central_update"))
                .hasStackTraceContaining("append-only");
    }

    @Test
    void repeatsTheAnswerUnderAnIdempotencyKey() {
        String body = body("10675", "2026-Q3", "2026-10-04", "\"note\": null");
        Response first = as(GradedPlan.standingBody())
                .header("Idempotency-Key", "mark-1")
                .contentType("application/json")
                .body(body)
                .post(UPDATES);
        Response again = as(GradedPlan.standingBody())
                .header("Idempotency-Key", "mark-1")
                .contentType("application/json")
                .body(body)
                .post(UPDATES);

        assertThat(again.statusCode()).isEqualTo(201);
        assertThat(again.asString()).isEqualTo(first.asString());
        assertThat(TestDatabase.shared().ask("select count(*) from central_update"))
                .isEqualTo("2");
    }

    @Test
    void listsPageByPage() {
        mark("\"note\": null");

        JsonPath first = marks("?limit=1");
        JsonPath second = marks("?limit=1&cursor=" + first.getString("next"));

        assertThat(List.of(first.getString("items[0].canonicalCode"), second.getString("items[0].canonicalCode")))
                .containsExactlyInAnyOrder("CQ.HOSO_TT", "CQ.TT_TRUCTUYEN");
        assertThat(second.getString("next")).isNull();
        assertProblem(as(GradedPlan.standingBody()).get(UPDATES + "?cursor=YWJj"), 400, "INVALID_REQUEST");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "2026-Q5; 2026-10-04; \"note\": null; 400; INVALID_REQUEST",
                "2026-Q3; hôm qua; \"note\": null; 400; INVALID_REQUEST",
                "2026-Q3; 2026-10-06; \"note\": null; 422; CENTRAL_DATE_IN_FUTURE",
                "2026-Q3; 2026-10-04; \"canonicalCodes\": []; 400; INVALID_REQUEST",
                "2026-Q3; 2026-10-04; \"canonicalCodes\": [\"\"]; 400; INVALID_REQUEST",
                "2026-Q3; 2026-10-04; \"measurementIds\": [\"x\"]; 400; INVALID_REQUEST",
                "2026-Q3; 2026-10-04; \"canonicalCodes\": [\"CQ.HOSO_TT\"], \"measurementIds\": "
                        + "[\"00000000-0000-4000-8000-000000000001\"]; 400; INVALID_REQUEST"
            })
    void refusesRequestsThatCannotBe(String period, String updatedOn, String more, int status, String code) {
        assertProblem(post(GradedPlan.standingBody(), body("10675", period, updatedOn, more)), status, code);
        assertThat(TestDatabase.shared().ask("select count(*) from central_update"))
                .isEqualTo("0");
    }

    @Test
    void needsTheUnitAndThePeriodOfTheSheet() {
        assertProblem(as(GradedPlan.standingBody()).get(SHEET + "?unit=10675"), 400, "INVALID_REQUEST");
        assertProblem(as(GradedPlan.standingBody()).get(SHEET + "?period=2026-Q3"), 400, "INVALID_REQUEST");
        assertProblem(as(GradedPlan.standingBody()).get(SHEET + "?unit=10675&period=Q3"), 400, "INVALID_REQUEST");
        assertProblem(sheet(GradedPlan.standingBody(), "10675", "2026-Q3", "pdf"), 400, "INVALID_REQUEST");
        assertProblem(
                as(GradedPlan.standingBody()).accept("application/json").get(SHEET + "?unit=10675&period=2026-Q3"),
                406,
                "NOT_ACCEPTABLE");
    }

    @Test
    void asksForATokenTheRoleAndTheUnit() {
        String body = body("10675", "2026-Q3", "2026-10-04", "\"note\": null");
        assertProblem(RestAssured.given().get(SHEET + "?unit=10675&period=2026-Q3"), 401, "UNAUTHENTICATED");
        assertProblem(RestAssured.given().get(UPDATES), 401, "UNAUTHENTICATED");
        assertProblem(
                RestAssured.given().contentType("application/json").body(body).post(UPDATES), 401, "UNAUTHENTICATED");
        assertProblem(sheet(GradedPlan.reporter(), "10675", "2026-Q3", "csv"), 403, "FORBIDDEN");
        assertProblem(as(GradedPlan.reporter()).get(UPDATES), 403, "FORBIDDEN");
        assertProblem(post(GradedPlan.inspector(), body), 403, "FORBIDDEN");
        assertProblem(sheet(GradedPlan.stranger(), "10675", "2026-Q3", "csv"), 404, "NOT_FOUND");
        assertProblem(as(GradedPlan.stranger()).get(UPDATES + "?unit=10675"), 404, "NOT_FOUND");
        assertProblem(post(GradedPlan.stranger(), body), 404, "NOT_FOUND");
    }

    @Test
    void othersDoNotSeeItAndTheProvinceDoes() {
        mark("\"note\": null");

        assertThat(as(GradedPlan.stranger()).get(UPDATES).jsonPath().getList("items"))
                .isEmpty();
        assertThat(as(GradedPlan.inspector()).get(UPDATES).jsonPath().getList("items"))
                .hasSize(2);
        String province =
                Tokens.as("admin-31").roles("province-admin").units("31").token();
        assertThat(sheet(province, "31", "2026-Q3", "csv").asString().lines()).hasSize(3);
        assertThat(post(province, body("31", "2026-Q3", "2026-10-05", "\"note\": null"))
                        .jsonPath()
                        .getInt("figures"))
                .isEqualTo(2);
    }

    private static String verified(String canonicalCode, String numbers) {
        return Figures.verified(indicator(canonicalCode), "2026-Q3", "2026-09-30", numbers);
    }

    private static void submitted(String canonicalCode) {
        Figures.submitted(indicator(canonicalCode), "2026-Q3", "2026-09-30", "\"value\": 5");
    }

    private static UUID indicator(String canonicalCode) {
        return GradedPlan.indicator(GradedPlan.PLAN, "10675", "10675.VHXH", canonicalCode, "%", canonicalCode);
    }

    private String onlineRow() {
        return sheet(GradedPlan.standingBody(), "10675", "2026-Q3", "csv")
                .asString()
                .lines()
                .filter(line -> line.contains("CQ.HOSO_TT"))
                .findFirst()
                .orElseThrow();
    }

    private static void revise(String measurement, long version) {
        assertThat(as(GradedPlan.reporter())
                        .contentType("application/json")
                        .header("If-Match", "\"" + version + "\"")
                        .body("{\"numerator\": 730, \"denominator\": 1000, \"asOf\": \"2026-09-30\"}")
                        .put("/api/v1/measurements/" + measurement)
                        .statusCode())
                .isEqualTo(200);
    }

    private static Response mark(String more) {
        return post(GradedPlan.standingBody(), body("10675", "2026-Q3", "2026-10-04", more));
    }

    private static String body(String unit, String period, String updatedOn, String more) {
        return """
                {"unitCode": "%s", "period": "%s", "updatedOn": "%s", %s}""".formatted(unit, period, updatedOn, more);
    }

    private static JsonPath marks(String query) {
        return as(GradedPlan.standingBody()).get(UPDATES + query).jsonPath();
    }

    private static Response post(String token, String body) {
        return as(token).contentType("application/json").body(body).post(UPDATES);
    }

    private static Response sheet(String token, String unit, String period, String format) {
        return as(token).get(SHEET + "?unit=" + unit + "&period=" + period + "&format=" + format);
    }

    private static RequestSpecification as(String token) {
        return RestAssured.given().auth().oauth2(token);
    }
}
