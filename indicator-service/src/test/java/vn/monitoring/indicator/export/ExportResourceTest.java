package vn.monitoring.indicator.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.awaitility.Awaitility.await;
import static vn.monitoring.indicator.Problems.assertProblem;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.monitoring.indicator.Figures;
import vn.monitoring.indicator.GradedPlan;
import vn.monitoring.kit.sheet.Workbook;
import vn.monitoring.kit.testing.PlatformTestResource;
import vn.monitoring.kit.testing.TestClock;
import vn.monitoring.kit.testing.TestDatabase;
import vn.monitoring.kit.testing.Tokens;

@QuarkusTest
@QuarkusTestResource(PlatformTestResource.class)
class ExportResourceTest {

    private static final int COUNTRY = 83_025;

    @Inject
    TestClock clock;

    private UUID share;

    @BeforeEach
    void stage() {
        clock.setToday(LocalDate.of(2026, 10, 5));
        GradedPlan.set();
        share = GradedPlan.indicator("Tỷ lệ hồ sơ trực tuyến", "%");
        GradedPlan.target(share, "NUMBER", "GE", "80", 2026);
        GradedPlan.target(share, "NUMBER", "GE", "95", 2030);
    }

    @AfterEach
    void realTime() {
        clock.reset();
    }

    @Test
    void exportsUnitsOfTheCallersSubtree() {
        Response answer = export(GradedPlan.unitHead(), "units?format=csv", "vi");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.contentType()).isEqualTo("text/csv;charset=UTF-8");
        assertThat(answer.header("Content-Disposition")).isEqualTo("attachment; filename=\"units-2026-10-05.csv\"");
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.header("Vary")).contains("Accept-Language");
        assertThat(answer.header("Transfer-Encoding")).isEqualTo("chunked");
        assertThat(lines(answer))
                .containsExactly(
                        "\uFEFFMã đơn vị,Mã đơn vị cấp trên,Loại,Tên đơn vị,Loại cơ quan,Khối,Tên khác,Mã định danh,"
                                + "Hiệu lực từ,Hiệu lực đến",
                        "10675,31,COMMUNE_PHUONG,Phường Kinh Môn,,,,,,",
                        "10675.HCC,10675,AGENCY,Trung tâm Phục vụ hành chính công,,,,,,",
                        "10675.VHXH,10675,AGENCY,Phòng Văn hóa - Xã hội,,,,,,");
        assertThat(lines(export(GradedPlan.inspector(), "units?format=csv&unit=11002", "en")))
                .containsExactly(
                        "\uFEFFUnit code,Parent unit code,Type,Name,Agency type,Block,Aliases,Agency identifier,"
                                + "Valid from,Valid to",
                        "11002,31,COMMUNE_PHUONG,Phường Thạch Khôi,,,,,,");
    }

    @Test
    void exportsIndicatorsWithTheTargetsOfTheDay() {
        GradedPlan.indicator(GradedPlan.OTHER_PLAN, "11002", "11002", "Chỉ tiêu của phường khác", "%", null);
        TestDatabase.shared()
                .execute("update target set valid_to = '2026-07-01' where year = 2030 and indicator_id = '" + share
                        + "'");

        assertThat(lines(export(GradedPlan.standingBody(), "indicators?format=csv", "en")))
                .satisfiesExactly(
                        heading -> assertThat(heading).contains("Target (as written)", "Due date"),
                        row -> assertThat(row)
                                .startsWith("10675,Phường Kinh Môn,10675.VHXH,Phòng Văn hóa - Xã hội,08-KH/ĐU,1,")
                                .contains(",80%,NUMBER,GE,80,,%,,2026,2026-12-31,"));
        assertThat(lines(export(GradedPlan.standingBody(), "indicators?format=csv&asOf=2026-06-30", "en")))
                .hasSize(3);
        assertThat(lines(export(GradedPlan.inspector(), "indicators?format=csv&planId=" + GradedPlan.OTHER_PLAN, "en")))
                .hasSize(2)
                .last()
                .asString()
                .contains("Chỉ tiêu của phường khác");
    }

    @Test
    void exportsFiguresAsTypedCells() {
        Figures.verified(
                share, "2026-Q3", "2026-09-30", "\"numerator\": 721, \"denominator\": 1000, \"source\": \"=1+1\"");
        Figures.submitted(share, "2026-09", "2026-09-30", "\"value\": 72.25");

        Response answer = RestAssured.given()
                .auth()
                .oauth2(GradedPlan.standingBody())
                .accept("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
                .get("/api/v1/exports/measurements");

        assertThat(answer.header("Content-Disposition"))
                .isEqualTo("attachment; filename=\"measurements-2026-10-05.xlsx\"");
        List<List<String>> sheet = Workbook.read(answer.asInputStream(), "measurements.xlsx")
                .sheet("Số liệu")
                .lines();
        assertThat(sheet).hasSize(3);
        assertThat(sheet.get(1)).contains("2026-09", "72,25", "30/09/2026", "Chờ xác nhận", "PERCENT_ONLY");
        assertThat(sheet.get(2)).contains("2026-Q3", "721", "1000", "72,1", "Đã xác nhận", "'=1+1", "standing-10675");
        assertThat(lines(export(GradedPlan.standingBody(), "measurements?format=csv&period=2026-Q3", "vi")))
                .hasSize(2)
                .last()
                .asString()
                .contains(",2026-Q3,721,1000,72.1,2026-09-30,VERIFIED,Đã xác nhận,,'=1+1,");
    }

    @Test
    void exportsGradesInTheReadersLanguage() {
        Figures.verified(share, "2026-Q3", "2026-09-30", "\"numerator\": 721, \"denominator\": 1000");

        String vi = export(GradedPlan.unitHead(), "grades?format=csv", "vi").asString();
        String en = export(GradedPlan.unitHead(), "grades?format=csv", "en").asString();

        String status = TestDatabase.shared().ask("select status from grade order by as_of desc limit 1");
        assertThat(vi)
                .contains(status, TestDatabase.shared().ask("select split_part(explanation_vi, ' ', 1) from grade"));
        assertThat(lines(vi)).hasSize(2);
        assertThat(en.lines().toList().getFirst()).contains("Explanation");
        assertThat(lines(export(GradedPlan.unitHead(), "grades?format=csv&asOf=2026-01-01", "vi")))
                .hasSize(1);
    }

    @Test
    void keepsNamesFromBeingFormulas() {
        GradedPlan.indicator("=HYPERLINK(\"http://example.com\")", "%");

        assertThat(export(GradedPlan.standingBody(), "indicators?format=csv", "vi")
                        .asString())
                .contains("\"'=HYPERLINK(\"\"http://example.com\"\")\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"units", "indicators", "measurements", "grades"})
    void refusesWhatItShould(String list) {
        assertProblem(RestAssured.given().get("/api/v1/exports/" + list), 401, "UNAUTHENTICATED");
        String nobody = Tokens.as("x").roles("public").units("31").token();
        assertProblem(export(nobody, list, "vi"), 403, "FORBIDDEN");
        assertProblem(export(GradedPlan.stranger(), list + "?unit=10675", "vi"), 404, "NOT_FOUND");
        assertProblem(export(GradedPlan.unitHead(), list + "?format=pdf", "vi"), 400, "INVALID_REQUEST");
        assertProblem(
                RestAssured.given()
                        .auth()
                        .oauth2(GradedPlan.unitHead())
                        .accept("application/json")
                        .get("/api/v1/exports/" + list),
                406,
                "NOT_ACCEPTABLE");
    }

    @Test
    void refusesParametersOfTheWrongShape() {
        assertProblem(export(GradedPlan.unitHead(), "measurements?period=quý III", "vi"), 400, "INVALID_REQUEST");
        assertProblem(export(GradedPlan.unitHead(), "grades?asOf=hôm nay", "vi"), 400, "INVALID_REQUEST");
        assertProblem(export(GradedPlan.unitHead(), "indicators?planId=1", "vi"), 400, "INVALID_REQUEST");
    }

    @Test
    void readsNoFasterThanItsReaderTakes() throws IOException {
        fillCountry();

        try (HttpClient client = HttpClient.newHttpClient();
                InputStream body = open(client)) {
            assertThat(body.readNBytes(10)).hasSize(10);
            // Rows still lie in the database while the reader pauses: the cursor is open, not its result in memory.
            await().during(Duration.ofMillis(500))
                    .untilAsserted(() -> assertThat(waitingExports()).isEqualTo("1"));
            try (BufferedReader lines = new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8))) {
                assertThat(lines.lines().count()).isEqualTo(COUNTRY + 2);
            }
        }
        await().untilAsserted(() -> assertThat(waitingExports()).isEqualTo("0"));
    }

    @Test
    void doesNotPassHalfAFileForAWholeOne() throws IOException {
        fillCountry();

        try (HttpClient client = HttpClient.newHttpClient();
                InputStream body = open(client)) {
            await().untilAsserted(() -> assertThat(TestDatabase.shared()
                            .ask("select count(*) filter (where pg_terminate_backend(pid))" + FROM_WAITING_EXPORTS))
                    .isEqualTo("1"));
            assertThatIOException().isThrownBy(body::readAllBytes);
        }
        assertThat(export(GradedPlan.inspector(), "units?format=csv", "vi").statusCode())
                .isEqualTo(200);
    }

    @Test
    void letsGoOfTheDatabaseWhenTheReaderLeaves() throws IOException {
        fillCountry();

        try (HttpClient client = HttpClient.newHttpClient()) {
            try (InputStream body = open(client)) {
                assertThat(body.readNBytes(10)).hasSize(10);
                await().untilAsserted(() -> assertThat(waitingExports()).isEqualTo("1"));
            }
            client.shutdownNow();
        }

        await().untilAsserted(() -> assertThat(waitingExports()).isEqualTo("0"));
    }

    private static final String FROM_WAITING_EXPORTS = """
             from pg_stat_activity where datname = current_database() and state = 'idle in transaction'
            and query like '%left join target t%' and pid <> pg_backend_pid()""";

    private static String waitingExports() {
        return String.valueOf(TestDatabase.shared().ask("select count(*)" + FROM_WAITING_EXPORTS));
    }

    private static void fillCountry() {
        TestDatabase.shared().execute("""
                insert into indicator (id, plan_id, unit_code, responsible_unit_code, row_key, position, name, direction,
                    place, outcome, version)
                select gen_random_uuid(), '%s', '10675', '10675.VHXH', n::text, n + 10,
                    repeat(md5(n::text), 8), 'HIGHER', 'Chỉ tiêu!A' || n, 'ACCEPTED', 1
                from generate_series(1, %d) n""".formatted(GradedPlan.PLAN, COUNTRY - 1));
    }

    private static InputStream open(HttpClient client) throws IOException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(
                        RestAssured.baseURI + ":" + RestAssured.port + "/api/v1/exports/indicators?format=csv"))
                .header("Authorization", "Bearer " + GradedPlan.inspector())
                .build();
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofInputStream())
                    .body();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static Response export(String token, String path, String language) {
        return RestAssured.given()
                .auth()
                .oauth2(token)
                .header("Accept-Language", language)
                .get("/api/v1/exports/" + path);
    }

    private static List<String> lines(Response answer) {
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        return lines(answer.asString());
    }

    private static List<String> lines(String csv) {
        return csv.lines().toList();
    }
}
