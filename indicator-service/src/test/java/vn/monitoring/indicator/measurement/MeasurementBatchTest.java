package vn.monitoring.indicator.measurement;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.monitoring.indicator.Figures;
import vn.monitoring.indicator.GradedPlan;
import vn.monitoring.kit.testing.EventSchemas;
import vn.monitoring.kit.testing.Events;
import vn.monitoring.kit.testing.PlatformTestResource;
import vn.monitoring.kit.testing.TestClock;
import vn.monitoring.kit.testing.TestDatabase;
import vn.monitoring.kit.testing.Tokens;

@QuarkusTest
@QuarkusTestResource(PlatformTestResource.class)
class MeasurementBatchTest {

    private static final String PATH = "/api/v1/measurements:batch";
    private static final String HEADER = "unit_code,canonical_code,period,numerator,denominator,as_of,source\n";

    @Inject
    TestClock clock;

    private UUID online;
    private UUID identity;

    @BeforeEach
    void stage() {
        clock.setToday(LocalDate.of(2026, 10, 5));
        GradedPlan.set();
        online = GradedPlan.indicator(
                GradedPlan.PLAN, "10675", "10675.VHXH", "Tỷ lệ hồ sơ trực tuyến", "%", "CQ.HOSO_TT");
        identity = GradedPlan.indicator(GradedPlan.PLAN, "10675", "10675.HCC", "VNeID", "%", "XH.VNEID");
        GradedPlan.indicator(GradedPlan.OTHER_PLAN, "11002", "11002", "Tỷ lệ hồ sơ trực tuyến", "%", "CQ.HOSO_TT");
    }

    @AfterEach
    void realTime() {
        clock.reset();
    }

    @Test
    void takesTheGoodRowsAndNamesTheBadOnes() {
        JsonNode answer = sent(
                HEADER
                        + "10675,CQ.HOSO_TT,2026-Q3,721,1000,2026-09-30,Báo cáo 45\n"
                        + "99999,CQ.HOSO_TT,2026-Q3,1,10,2026-09-30,\n"
                        + "11002,CQ.HOSO_TT,2026-Q3,1,10,2026-09-30,\n"
                        + "10675,XH.VNEID,2026-Q3,12,10,2026-09-30,\n"
                        + "10675,XH.VNEID,2026-Q5,1,10,2026-09-30,\n"
                        + "10675,XH.VNEID,2026-Q3,một,10,30/9/2026,\n"
                        + "10675,XH.VNEID,2026-Q3,9120,12000,2026-09-30,\"có \"\"ngoặc\"\", phẩy\"\n"
                        + "10675,CQ.HOSO_TT,2026-Q3,1,10,2026-09-30,\n",
                "");

        assertThat(answer.get("summary")).isEqualTo(Figures.tree("""
                {"rows": 8, "created": 2, "updated": 0, "unchanged": 0, "failed": 6, "dryRun": false, "atomic": false,
                 "applied": true}"""));
        assertThat(answer.get("results"))
                .extracting(row -> row.get("status").asInt() + " "
                        + row.path("problem")
                                .path("code")
                                .asText(row.path("change").asText()))
                .containsExactly(
                        "201 CREATED",
                        "404 INDICATOR_UNKNOWN",
                        "404 INDICATOR_UNKNOWN",
                        "422 MEASUREMENT_INVALID",
                        "409 PERIOD_UNKNOWN",
                        "422 MEASUREMENT_INVALID",
                        "201 CREATED",
                        "409 ROW_REPEATED");
        assertThat(answer.get("results").get(5).get("problem").get("violations"))
                .extracting(violation -> violation.get("field").asText())
                .containsExactlyInAnyOrder("asOf", "numerator");
        assertThat(rows("select string_agg(numerator || '/' || denominator || ' ' || coalesce(source, '-'), '; ' "
                        + "order by numerator) from measurement"))
                .isEqualTo("721/1000 Báo cáo 45; 9120/12000 có \"ngoặc\", phẩy");
        JsonNode stored = Figures.json(Figures.get(
                GradedPlan.inspector(),
                "measurements/" + answer.get("results").get(0).get("id").asText()));
        assertThat(stored.get("indicatorId").asText()).isEqualTo(online.toString());
        assertThat(stored.get("value").decimalValue()).isEqualByComparingTo("72.1");
        assertThat(stored.get("submittedBy").asText()).isEqualTo("province-31-system");
    }

    @Test
    void tellsOneEventForEachResponsibleUnitAndPeriod() {
        sent(
                HEADER + "10675,CQ.HOSO_TT,2026-Q3,721,1000,2026-09-30,\n"
                        + "10675,XH.VNEID,2026-Q3,9,12,2026-09-30,\n",
                "");

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(Events.read("monitoring.measurement"))
                        .filteredOn(event -> event.data().path("figures").findValuesAsText("indicatorId").stream()
                                .anyMatch(id -> id.equals(online.toString()) || id.equals(identity.toString())))
                        .hasSize(2)
                        .allSatisfy(event -> {
                            assertThat(EventSchemas.violations(
                                            "vn.monitoring.measurement.batch-submitted.v1",
                                            event.data().toString()))
                                    .isEmpty();
                            assertThat(event.key())
                                    .isEqualTo(event.data()
                                            .get("responsibleUnitCode")
                                            .asText());
                        }));
    }

    @Test
    void sentAgainItChangesOnlyWhatChanged() {
        sent(
                HEADER + "10675,CQ.HOSO_TT,2026-Q3,721,1000,2026-09-30,a\n"
                        + "10675,XH.VNEID,2026-Q3,9,12,2026-09-30,\n",
                "");

        JsonNode again = sent(
                HEADER
                        + "10675,CQ.HOSO_TT,2026-Q3,721.0,1000,2026-09-30,a\n"
                        + "10675,XH.VNEID,2026-Q3,10,12,2026-09-30,\n",
                "");

        assertThat(again.get("results"))
                .extracting(row -> row.get("change").asText())
                .containsExactly("UNCHANGED", "UPDATED");
        assertThat(rows("select string_agg(revision || ' ' || version || ' ' || trim_scale(numerator), '; ' "
                        + "order by numerator) from measurement"))
                .isEqualTo("2 1 10; 1 0 721");
        assertThat(rows("select string_agg(trim_scale(numerator)::text, ' ') from measurement_history"))
                .isEqualTo("9");
    }

    @Test
    void aVerifiedFigureStaysTheGradedOneWhileItsRevisionWaits() {
        Figures.verified(online, "2026-Q3", "2026-09-30", "\"numerator\": 700, \"denominator\": 1000");

        sent(HEADER + "10675,CQ.HOSO_TT,2026-Q3,721,1000,2026-09-30,\n", "");

        assertThat(rows("select status from measurement")).isEqualTo("SUBMITTED");
        assertThat(rows("select trim_scale(numerator) from verified_figure")).isEqualTo("700");
    }

    @Test
    void takesJsonArraysAndLines() {
        String row = """
                {"indicatorId": "%s", "period": "2026-Q3", "value": 72.5, "asOf": "2026-09-30", "cumulative": true}""";
        JsonNode array = Figures.json(as("integration", "31")
                .contentType("application/json")
                .body("[" + row.formatted(online) + "]")
                .post(PATH));
        JsonNode lines = Figures.json(as("integration", "31")
                .contentType("application/x-ndjson; charset=UTF-8")
                .body((row.formatted(online) + "\n" + row.formatted(identity) + "\n").getBytes(UTF_8))
                .post(PATH));

        assertThat(array.get("summary").get("created").asInt()).isEqualTo(1);
        assertThat(lines.get("results"))
                .extracting(result -> result.get("change").asText())
                .containsExactly("UNCHANGED", "CREATED");
        assertThat(rows("select flags::text || cumulative from measurement limit 1"))
                .isEqualTo("{PERCENT_ONLY}true");
    }

    @Test
    void refusesAnIndicatorThatTwoPlansHave() {
        UUID twin = GradedPlan.indicator(GradedPlan.PLAN, "10675", "10675.HCC", "Hồ sơ", "%", "CQ.HOSO_TT");

        JsonNode row = sent(HEADER + "10675,CQ.HOSO_TT,2026-Q3,721,1000,2026-09-30,\n", "")
                .get("results")
                .get(0);

        assertThat(row.get("problem").get("code").asText()).isEqualTo("INDICATOR_AMBIGUOUS");
        assertThat(row.get("problem").get("detail").get("vi").asText()).contains(online.toString(), twin.toString());
    }

    @ParameterizedTest
    @CsvSource({"dryRun=true, 1, false", "atomic=true, 1, false", "dryRun=true&atomic=true, 1, false"})
    void writesNothingWhenTryingOrWhenOneRowOfAllFails(String query, int failed, boolean applied) {
        JsonNode answer = sent(
                HEADER + "10675,CQ.HOSO_TT,2026-Q3,721,1000,2026-09-30,\n"
                        + "99999,CQ.HOSO_TT,2026-Q3,1,2,2026-09-30,\n",
                "?" + query);

        assertThat(answer.get("summary").get("failed").asInt()).isEqualTo(failed);
        assertThat(answer.get("summary").get("applied").asBoolean()).isEqualTo(applied);
        assertThat(rows("select count(*) from measurement")).isEqualTo("0");
    }

    @Test
    void anAtomicBatchOfGoodRowsIsWritten() {
        JsonNode answer = sent(HEADER + "10675,CQ.HOSO_TT,2026-Q3,721,1000,2026-09-30,\n", "?atomic=true");

        assertThat(answer.get("summary").get("applied").asBoolean()).isTrue();
        assertThat(rows("select count(*) from measurement")).isEqualTo("1");
    }

    @Test
    void answersOnlyWithFailedRowsWhenAsked() {
        JsonNode answer = sent(
                HEADER + "10675,CQ.HOSO_TT,2026-Q3,721,1000,2026-09-30,\n"
                        + "99999,CQ.HOSO_TT,2026-Q3,1,2,2026-09-30,\n",
                "?results=failed");

        assertThat(answer.get("results"))
                .singleElement()
                .satisfies(row -> assertThat(row.get("row").asInt()).isEqualTo(2));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "update plan set status = 'DRAFT'; PLAN_IS_DRAFT",
                "update unit set valid_to = '2026-06-30' where code = '10675'; PERIOD_AFTER_UNIT",
                "update unit set valid_to = '2026-07-01' where code = '10675'; written",
            })
    void refusesFiguresThatNobodyOwes(String before, String expected) {
        TestDatabase.shared().execute(before);

        JsonNode row = Figures.json(as("integration", "31")
                        .contentType("application/json")
                        .body(
                                "[{\"indicatorId\": \"%s\", \"period\": \"2026-Q3\", \"value\": 5, \"asOf\": \"2026-09-30\"}]"
                                        .formatted(online))
                        .post(PATH))
                .get("results")
                .get(0);

        assertThat(row.path("problem").path("code").asText("written")).isEqualTo(expected);
    }

    @Test
    void aLockedPeriodRefusesItsRowsOnly() {
        assertThat(RestAssured.given()
                        .auth()
                        .oauth2(GradedPlan.standingBody())
                        .post("/api/v1/units/10675/periods/2026-Q3/closure")
                        .statusCode())
                .isEqualTo(201);

        JsonNode answer = sent(
                HEADER
                        + "10675,CQ.HOSO_TT,2026-Q3,721,1000,2026-09-30,\n"
                        + "10675,XH.VNEID,2026-09,1,2,2026-09-30,\n"
                        + "10675,XH.VNEID,2026-10,1,2,2026-10-01,\n",
                "");

        assertThat(answer.get("results"))
                .extracting(row -> row.path("problem").path("code").asText("written"))
                .containsExactly("PERIOD_CLOSED", "PERIOD_CLOSED", "written");
    }

    @Test
    void eightFirstBatchesAtOnceStoreEveryRowOnce() {
        List<UUID> indicators = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            indicators.add(GradedPlan.indicator("Chỉ tiêu số " + i, "%"));
        }
        String lines = String.join(
                "\n",
                indicators.stream()
                        .map(id ->
                                "{\"indicatorId\": \"%s\", \"period\": \"2026-Q3\", \"numerator\": 1, \"denominator\": 4, \"asOf\": \"2026-09-30\"}"
                                        .formatted(id))
                        .toList());

        List<JsonNode> answers = IntStream.range(0, 8)
                .mapToObj(_ -> CompletableFuture.supplyAsync(() -> Figures.json(as("integration", "31")
                        .contentType("application/x-ndjson; charset=UTF-8")
                        .body(lines.getBytes(UTF_8))
                        .post(PATH))))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .map(answer -> answer.get("summary"))
                .toList();

        assertThat(answers.stream().mapToInt(summary -> summary.get("created").asInt()))
                .containsExactlyInAnyOrder(40, 0, 0, 0, 0, 0, 0, 0);
        assertThat(answers.stream().mapToInt(summary -> summary.get("unchanged").asInt()))
                .containsExactlyInAnyOrder(0, 40, 40, 40, 40, 40, 40, 40);
        assertThat(rows("select count(*) || ' ' || count(distinct indicator_id) from measurement"))
                .isEqualTo("40 40");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "application/json; [{\"period\"; 400; BATCH_UNREADABLE",
                "application/json; [5]; 400; BATCH_UNREADABLE",
                "application/json; []; 422; BATCH_EMPTY",
                "text/csv; unit_code,period; 422; BATCH_EMPTY",
                "text/csv; unit_code,note|10675,\u00ff; 400; BATCH_UNREADABLE",
                "application/xml; <a/>; 415; UNSUPPORTED_MEDIA_TYPE",
            })
    void refusesWhatIsNoBatch(String type, String body, int status, String code) {
        Response answer = as("integration", "31")
                .contentType(type + "; charset=UTF-8")
                .body(body.replace('|', '\n').getBytes(ISO_8859_1))
                .post(PATH);

        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(status);
        assertThat(Figures.json(answer).get("code").asText()).isEqualTo(code);
    }

    @Test
    void refusesMoreThanAHundredThousandRowsAndWritesNone() {
        StringBuilder csv = new StringBuilder(HEADER);
        for (int row = 0; row <= 100_000; row++) {
            csv.append("10675,CQ.HOSO_TT,2026-Q3,1,2,2026-09-30,\n");
        }

        Response answer = as("integration", "31")
                .contentType("text/csv; charset=UTF-8")
                .body(csv.toString())
                .post(PATH);

        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(Figures.json(answer).get("code").asText()).isEqualTo("BATCH_TOO_LARGE");
        assertThat(rows("select count(*) from measurement")).isEqualTo("0");
    }

    @Test
    void needsATokenAndTheRole() {
        assertThat(RestAssured.given()
                        .contentType("text/csv; charset=UTF-8")
                        .body(HEADER)
                        .post(PATH)
                        .statusCode())
                .isEqualTo(401);
        assertThat(as("inspector", "31")
                        .contentType("text/csv; charset=UTF-8")
                        .body(HEADER)
                        .post(PATH)
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void repeatsItsAnswerForTheSameKeyAndRefusesTheKeyForOtherContent() {
        String key = UUID.randomUUID().toString();
        String csv = HEADER + "10675,CQ.HOSO_TT,2026-Q3,721,1000,2026-09-30,\n";

        Response first = keyed(key, csv);
        Response second = keyed(key, csv);
        Response other = keyed(key, csv.replace("721", "722"));

        assertThat(second.asString()).isEqualTo(first.asString());
        assertThat(second.header("Idempotent-Replayed")).isEqualTo("true");
        assertThat(other.statusCode()).isEqualTo(422);
        assertThat(rows("select revision from measurement")).isEqualTo("1");
    }

    private static Response keyed(String key, String csv) {
        return as("integration", "31")
                .header("Idempotency-Key", key)
                .contentType("text/csv; charset=UTF-8")
                .body(csv.getBytes(UTF_8))
                .post(PATH);
    }

    /// Sent by a system that belongs to Kinh Môn and not to Thạch Khôi.
    private static JsonNode sent(String csv, String query) {
        Response answer = as("integration", "10675")
                .contentType("text/csv; charset=UTF-8")
                .body(csv.getBytes(UTF_8))
                .post(PATH + query);
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(207);
        return Figures.json(answer);
    }

    private static RequestSpecification as(String role, String unit) {
        return RestAssured.given()
                .auth()
                .oauth2(Tokens.as("province-31-system").roles(role).units(unit).token());
    }

    private static String rows(String sql) {
        return String.valueOf(TestDatabase.shared().ask(sql));
    }
}
