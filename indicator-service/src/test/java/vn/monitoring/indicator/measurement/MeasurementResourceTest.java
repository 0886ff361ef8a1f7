package vn.monitoring.indicator.measurement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.monitoring.indicator.GradedPlan;
import vn.monitoring.kit.testing.EventSchemas;
import vn.monitoring.kit.testing.Events;
import vn.monitoring.kit.testing.PlatformTestResource;
import vn.monitoring.kit.testing.TestClock;
import vn.monitoring.kit.testing.TestDatabase;
import vn.monitoring.kit.testing.Tokens;

@QuarkusTest
@QuarkusTestResource(PlatformTestResource.class)
class MeasurementResourceTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Inject
    TestClock clock;

    private UUID share;
    private UUID count;

    @BeforeEach
    void stage() {
        clock.setToday(LocalDate.of(2026, 10, 5));
        GradedPlan.set();
        share = GradedPlan.indicator("Tỷ lệ hồ sơ trực tuyến", "%");
        GradedPlan.target(share, "NUMBER", "GE", "80", 2026);
        count = GradedPlan.indicator("Số doanh nghiệp", "Doanh nghiệp");
        GradedPlan.target(count, "NUMBER", "GE", "2", 2026);
    }

    @AfterEach
    void realTime() {
        clock.reset();
    }

    @Test
    void takesAFigureAndTellsIt() {
        Response answer = submit(GradedPlan.reporter(), figure(share, "\"numerator\": 721, \"denominator\": 1000"));

        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(answer.header("ETag")).isEqualTo("\"0\"");
        JsonNode body = json(answer);
        assertThat(answer.header("Location"))
                .endsWith("/api/v1/measurements/" + body.get("id").asText());
        assertThat(body.get("unitCode").asText()).isEqualTo("10675");
        assertThat(body.get("responsibleUnitCode").asText()).isEqualTo("10675.VHXH");
        assertThat(body.get("value").decimalValue()).isEqualByComparingTo("72.1");
        assertThat(body.get("status").asText()).isEqualTo("SUBMITTED");
        assertThat(body.get("flags")).isEmpty();
        assertThat(body.get("submittedBy").asText()).isEqualTo("reporter-10675-vhxh");
        assertTold(body, "submitted");
    }

    @Test
    void flagsAPercentageAlone() {
        JsonNode body = json(submit(GradedPlan.reporter(), figure(share, "\"value\": 72.1")));

        assertThat(body.get("flags")).extracting(JsonNode::asText).containsExactly("PERCENT_ONLY");
    }

    @Test
    void takesAnAmountAsNumeratorOrValue() {
        JsonNode body = json(submit(GradedPlan.reporter(), figure(count, "\"numerator\": 2")));

        assertThat(body.get("value").decimalValue()).isEqualByComparingTo("2");
        assertThat(body.get("flags")).isEmpty();
    }

    @Test
    void flagsADenominatorOfZeroAsNotApplicable() {
        JsonNode body = json(submit(GradedPlan.reporter(), figure(share, "\"numerator\": 0, \"denominator\": 0")));

        assertThat(body.get("flags")).extracting(JsonNode::asText).containsExactly("NOT_APPLICABLE");
        assertThat(body.get("value").isNull()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "\"numerator\": -1, \"denominator\": 10; numerator; Tử số không được âm.",
                "\"numerator\": 1, \"denominator\": -10; denominator; Mẫu số không được âm.",
                "\"numerator\": 11, \"denominator\": 10; numerator; Tử số không được lớn hơn mẫu số.",
                "\"note\": \"\"; value; Cần tử số và mẫu số, hoặc một giá trị.",
                "\"denominator\": 10, \"value\": 5; numerator; Có mẫu số thì cần cả tử số.",
                "\"numerator\": 10; denominator; Chỉ tiêu tính theo tỷ lệ: có tử số thì cần cả mẫu số.",
                "\"value\": 100.1; value; Tỷ lệ không vượt quá 100%.",
                "\"value\": -0.1; value; Giá trị không được âm.",
                "\"numerator\": 1, \"denominator\": 10, \"value\": 11; value; Giá trị khác với tử số chia mẫu số.",
            })
    void refusesFiguresThatCannotBe(String numbers, String field, String message) {
        Response answer = submit(GradedPlan.reporter(), figure(share, numbers));

        assertThat(problem(answer)).isEqualTo(tree("""
                {"type": "urn:problem:measurement-invalid", "title": "Số liệu không hợp lệ", "status": 422,
                 "detail": "Số liệu chưa được ghi. Hãy sửa các trường nêu trong danh sách vi phạm rồi gửi lại.",
                 "instance": "/api/v1/measurements", "code": "MEASUREMENT_INVALID",
                 "violations": [{"in": "body", "field": "%s", "message": "%s"}]}""".formatted(field, message)));
        assertThat(TestDatabase.shared().ask("select count(*) from measurement"))
                .isEqualTo("0");
        assertThat(TestDatabase.shared().ask("select count(*) from measurement_history"))
                .isEqualTo("0");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-Q3, 2026-10-01, 1",
        "2026-Q3, 2026-06-30, 1",
        "2026-Q4, 2026-10-06, 1",
        "2026-10, 2026-12-01, 2",
    })
    void refusesADateInTheFutureOrOutsideOfThePeriod(String period, String asOf, int violations) {
        Response answer = submit(GradedPlan.reporter(), """
                {"indicatorId": "%s", "period": "%s", "asOf": "%s", "value": 5}""".formatted(share, period, asOf));

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(json(answer).get("violations"))
                .hasSize(violations)
                .allSatisfy(
                        violation -> assertThat(violation.get("field").asText()).isEqualTo("asOf"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-Q5", "2026-13", "quý III", "2027-Q1"})
    void refusesAnUnknownPeriodAndSaysWhichThereAre(String period) {
        Response answer = submit(GradedPlan.reporter(), """
                {"indicatorId": "%s", "period": "%s", "asOf": "2026-09-30", "value": 5}""".formatted(share, period));

        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(json(answer).get("code").asText()).isEqualTo("PERIOD_UNKNOWN");
        assertThat(json(answer).get("detail").asText()).contains("2026-09, 2026-Q3, 2026-H1, 2026-9M hoặc 2026");
    }

    @Test
    void namesTheFigureThatIsThereAlready() {
        String first = json(submit(GradedPlan.reporter(), figure(share, "\"value\": 5")))
                .get("id")
                .asText();

        Response answer = submit(GradedPlan.reporter(), figure(share, "\"value\": 6"));

        assertThat(problem(answer)).isEqualTo(tree("""
                {"type": "urn:problem:measurement-duplicate", "title": "Số liệu của kỳ này đã có", "status": 409,
                 "detail": "Chỉ tiêu này đã có số liệu kỳ 2026-Q3. Hãy sửa số liệu đó (PUT /measurements/%1$s) thay vì gửi mới.",
                 "instance": "/api/v1/measurements", "code": "MEASUREMENT_DUPLICATE", "existingId": "%1$s"}""".formatted(first)));
    }

    @Test
    void repeatsTheAnswerUnderAnIdempotencyKey() {
        String body = figure(share, "\"value\": 5");
        Response first = as(GradedPlan.reporter())
                .header("Idempotency-Key", "key-1")
                .body(body)
                .post("/api/v1/measurements");
        Response again = as(GradedPlan.reporter())
                .header("Idempotency-Key", "key-1")
                .body(body)
                .post("/api/v1/measurements");

        assertThat(again.statusCode()).isEqualTo(201);
        assertThat(json(again)).isEqualTo(json(first));
        assertThat(TestDatabase.shared().ask("select count(*) from measurement"))
                .isEqualTo("1");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "{\"period\": \"2026-Q3\", \"asOf\": \"2026-09-30\", \"value\": 5}",
                "{\"indicatorId\": \"x\"}",
                "{not json"
            })
    void refusesABodyOfTheWrongShape(String body) {
        Response answer = submit(GradedPlan.reporter(), body);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(json(answer).get("code").asText()).isEqualTo("INVALID_REQUEST");
    }

    @Test
    void refusesTokensThatAreNotGood() {
        Tokens reporter = Tokens.as("reporter-10675-vhxh").roles("reporter").units("10675.VHXH");
        String expired = reporter.expiresAt(Instant.now().minusSeconds(3600)).token();
        String forOthers = Tokens.as("reporter-10675-vhxh")
                .roles("reporter")
                .units("10675.VHXH")
                .audience("another-service")
                .token();

        for (String token : List.of(expired, forOthers, "garbage")) {
            Response answer = submit(token, figure(share, "\"value\": 5"));
            assertThat(answer.statusCode()).isEqualTo(401);
            assertThat(answer.contentType()).startsWith("application/problem+json");
            assertThat(json(answer).get("code").asText()).isEqualTo("UNAUTHENTICATED");
        }
    }

    @Test
    void refusesRolesThatMayNot() {
        String id = json(submit(GradedPlan.reporter(), figure(share, "\"value\": 5")))
                .get("id")
                .asText();

        assertForbidden(submit(GradedPlan.standingBody(), figure(count, "\"value\": 5")));
        assertForbidden(submit(GradedPlan.inspector(), figure(count, "\"value\": 5")));
        assertForbidden(verify(GradedPlan.reporter(), id, "\"0\""));
        assertForbidden(sendBack(GradedPlan.inspector(), id, "\"0\"", "sai"));
        assertForbidden(revise(GradedPlan.standingBody(), id, "\"0\"", 6));
        assertForbidden(close(GradedPlan.reporter(), "10675", "2026-Q3"));
    }

    @Test
    void hidesWhatBelongsToOthers() {
        UUID theirs = GradedPlan.indicator(GradedPlan.OTHER_PLAN, "11002", "11002", "Tỷ lệ khác", "%", null);
        String id = json(submit(GradedPlan.reporter(), figure(share, "\"value\": 5")))
                .get("id")
                .asText();

        Response answer = submit(GradedPlan.reporter(), figure(theirs, "\"value\": 5"));
        assertThat(problem(answer)).isEqualTo(tree("""
                {"type": "urn:problem:not-found", "title": "Không tìm thấy", "status": 404,
                 "detail": "Không có dữ liệu này, hoặc dữ liệu nằm ngoài phạm vi đơn vị của bạn.",
                 "instance": "/api/v1/measurements", "code": "NOT_FOUND"}"""));
        assertNotFound(submit(GradedPlan.reporter(), figure(UUID.randomUUID(), "\"value\": 5")));
        assertNotFound(as(GradedPlan.stranger()).get("/api/v1/measurements/" + id));
        assertNotFound(revise(GradedPlan.stranger(), id, "\"0\"", 6));
        assertNotFound(verify(GradedPlan.stranger(), id, "\"0\""));
        assertNotFound(sendBack(GradedPlan.stranger(), id, "\"0\"", "sai"));
        assertNotFound(as(GradedPlan.stranger()).get("/api/v1/measurements?unit=10675"));
        assertNotFound(close(GradedPlan.stranger(), "10675", "2026-Q3"));
        assertThat(json(as(GradedPlan.stranger()).get("/api/v1/measurements")).get("items"))
                .isEmpty();
    }

    @Test
    void anotherPersonVerifies() {
        JsonNode submitted = json(submit(GradedPlan.reporter(), figure(share, "\"value\": 5")));

        Response answer = verify(GradedPlan.standingBody(), submitted.get("id").asText(), "\"0\"");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.header("ETag")).isEqualTo("\"1\"");
        assertThat(json(answer).get("status").asText()).isEqualTo("VERIFIED");
        assertThat(json(answer).get("verifiedBy").asText()).isEqualTo("standing-10675");
        assertTold(json(answer), "verified");
    }

    @Test
    void theSubmitterDoesNotVerifyNorReturn() {
        String head = GradedPlan.unitHead();
        String id = json(submit(head, figure(share, "\"value\": 5"))).get("id").asText();

        Response answer = verify(head, id, "\"0\"");

        assertThat(problem(answer)).isEqualTo(tree("""
                {"type": "urn:problem:verifier-is-submitter", "title": "Người gửi không được tự xác nhận", "status": 403,
                 "detail": "Bạn là người gửi số liệu này; hãy để người khác của cơ quan thường trực xác nhận hoặc trả lại.",
                 "instance": "/api/v1/measurements/%s/verification", "code": "VERIFIER_IS_SUBMITTER"}""".formatted(id)));
        assertThat(sendBack(head, id, "\"0\"", "sai").statusCode()).isEqualTo(403);
    }

    @Test
    void returnsWithAReasonAndTakesTheRevision() {
        String id = json(submit(GradedPlan.reporter(), figure(share, "\"value\": 5")))
                .get("id")
                .asText();

        assertThat(sendBack(GradedPlan.standingBody(), id, "\"0\"", " ").statusCode())
                .isEqualTo(400);
        JsonNode returned = json(sendBack(GradedPlan.standingBody(), id, "\"0\"", "Thiếu tử số, mẫu số"));
        assertThat(returned.get("status").asText()).isEqualTo("RETURNED");
        assertThat(returned.get("reason").asText()).isEqualTo("Thiếu tử số, mẫu số");
        assertTold(returned, "returned");

        Response again = verify(GradedPlan.standingBody(), id, "\"1\"");
        assertThat(again.statusCode()).isEqualTo(409);
        assertThat(json(again).get("code").asText()).isEqualTo("MEASUREMENT_NOT_SUBMITTED");

        JsonNode revised = json(revise(GradedPlan.reporter(), id, "\"1\"", 6));
        assertThat(revised.get("status").asText()).isEqualTo("SUBMITTED");
        assertThat(revised.get("revision").asInt()).isEqualTo(2);
        assertThat(revised.get("reason").isNull()).isTrue();
        assertTold(revised, "revised");
        JsonNode history = json(as(GradedPlan.inspector()).get("/api/v1/measurements/" + id + "/history"))
                .get("items");
        assertThat(history)
                .extracting(state ->
                        state.get("status").asText() + ":" + state.get("value").asInt())
                .containsExactly("RETURNED:5", "SUBMITTED:5");
        assertThat(as(GradedPlan.stranger())
                        .get("/api/v1/measurements/" + id + "/history")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void itsHistoryCannotBeRewritten() {
        String id = json(submit(GradedPlan.reporter(), figure(share, "\"value\": 5")))
                .get("id")
                .asText();
        revise(GradedPlan.reporter(), id, "\"0\"", 6);

        assertThat(org.assertj.core.api.Assertions.catchThrowable(
                        () -> TestDatabase.shared().execute("update measurement_history set value = 99")))
                .hasStackTraceContaining("append-only");
    }

    @Test
    void staleOrMissingIfMatchIsRefused() {
        String id = json(submit(GradedPlan.reporter(), figure(share, "\"value\": 5")))
                .get("id")
                .asText();
        assertThat(revise(GradedPlan.reporter(), id, "\"0\"", 6).statusCode()).isEqualTo(200);

        for (Response stale : List.of(
                revise(GradedPlan.reporter(), id, "\"0\"", 7),
                verify(GradedPlan.standingBody(), id, "\"0\""),
                sendBack(GradedPlan.standingBody(), id, "\"0\"", "sai"))) {
            assertThat(stale.statusCode()).isEqualTo(412);
            assertThat(json(stale).get("code").asText()).isEqualTo("STALE");
        }
        for (Response missing : List.of(
                revise(GradedPlan.reporter(), id, null, 7),
                verify(GradedPlan.standingBody(), id, null),
                sendBack(GradedPlan.standingBody(), id, null, "sai"))) {
            assertThat(missing.statusCode()).isEqualTo(428);
            assertThat(json(missing).get("code").asText()).isEqualTo("PRECONDITION_REQUIRED");
        }
        assertThat(json(as(GradedPlan.reporter()).get("/api/v1/measurements/" + id))
                        .get("value")
                        .asInt())
                .isEqualTo(6);
    }

    @Test
    void ofTwoVerifiersAtOnceOneWins() {
        String id = json(submit(GradedPlan.reporter(), figure(share, "\"value\": 5")))
                .get("id")
                .asText();
        CyclicBarrier together = new CyclicBarrier(2);
        List<CompletableFuture<Integer>> both = Stream.of(GradedPlan.standingBody(), GradedPlan.unitHead())
                .map(token -> CompletableFuture.supplyAsync(() -> {
                    awaitBarrier(together);
                    return verify(token, id, "\"0\"").statusCode();
                }))
                .toList();

        assertThat(both.stream().map(CompletableFuture::join)).containsExactlyInAnyOrder(200, 412);
        assertThat(TestDatabase.shared().ask("select count(*) from measurement_history"))
                .isEqualTo("1");
    }

    @Test
    void aClosedPeriodIsLockedForAllBelowUntilReopened() {
        String id = json(submit(GradedPlan.reporter(), figure(share, "\"value\": 5")))
                .get("id")
                .asText();
        Response closed = close(GradedPlan.standingBody(), "10675", "2026-Q3");
        assertThat(closed.statusCode()).isEqualTo(201);
        assertThat(json(closed).get("closed").asBoolean()).isTrue();

        Response refused = submit(GradedPlan.reporter(), figure(count, "\"value\": 5"));
        assertThat(problem(refused)).isEqualTo(tree("""
                {"type": "urn:problem:period-closed", "title": "Kỳ báo cáo đã khóa", "status": 409,
                 "detail": "Kỳ 2026-Q3 đã khóa. Muốn sửa số liệu, hãy đề nghị cơ quan thường trực của đơn vị 10675 mở lại kỳ bằng văn bản.",
                 "instance": "/api/v1/measurements", "code": "PERIOD_CLOSED", "closedBy": "10675"}"""));
        assertThat(submit(GradedPlan.reporter(), """
                {"indicatorId": "%s", "period": "2026-09", "asOf": "2026-09-30", "value": 5}""".formatted(count)).statusCode())
                .isEqualTo(409);
        assertThat(revise(GradedPlan.reporter(), id, "\"0\"", 6).statusCode()).isEqualTo(409);
        assertThat(verify(GradedPlan.standingBody(), id, "\"0\"").statusCode()).isEqualTo(409);
        assertThat(sendBack(GradedPlan.standingBody(), id, "\"0\"", "sai").statusCode())
                .isEqualTo(409);
        assertThat(close(GradedPlan.standingBody(), "10675", "2026-Q3").statusCode())
                .isEqualTo(409);
        assertThat(close(GradedPlan.standingBody(), "10675", "2027-Q1").statusCode())
                .isEqualTo(409);

        assertThat(reopen("10675", "2026-Q3", " ").statusCode()).isEqualTo(400);
        Response reopened = reopen("10675", "2026-Q3", "Quyết định 15/QĐ-UBND ngày 04/10/2026");
        assertThat(reopened.statusCode()).isEqualTo(201);
        assertThat(json(reopened).get("closed").asBoolean()).isFalse();
        assertThat(json(reopen("10675", "2026-Q3", "Quyết định 16")).get("code").asText())
                .isEqualTo("PERIOD_NOT_CLOSED");
        assertThat(revise(GradedPlan.reporter(), id, "\"0\"", 6).statusCode()).isEqualTo(200);
        JsonNode closures = json(as(GradedPlan.reporter()).get("/api/v1/units/10675.VHXH/periods"));
        assertThat(closures.get("items")).isEmpty();
        closures = json(as(GradedPlan.standingBody()).get("/api/v1/units/10675/periods"));
        assertThat(closures.get("items")).hasSize(1);
    }

    @Test
    void readsOneWithItsTag() {
        String id = json(submit(GradedPlan.reporter(), figure(share, "\"value\": 5")))
                .get("id")
                .asText();

        Response read = as(GradedPlan.inspector()).get("/api/v1/measurements/" + id);
        assertThat(read.statusCode()).isEqualTo(200);
        assertThat(read.header("ETag")).isEqualTo("\"0\"");
        Response known =
                as(GradedPlan.inspector()).header("If-None-Match", "\"0\"").get("/api/v1/measurements/" + id);
        assertThat(known.statusCode()).isEqualTo(304);
        assertThat(known.asString()).isEmpty();
    }

    @Test
    void listsInPagesNewestFirst() {
        for (String period : List.of("2026-07", "2026-08", "2026-09")) {
            assertThat(submit(GradedPlan.reporter(), """
                    {"indicatorId": "%s", "period": "%s", "asOf": "%s-15", "value": 5}""".formatted(share, period, period))
                            .statusCode())
                    .isEqualTo(201);
            clock.advance(Duration.ofMinutes(1));
        }
        submit(GradedPlan.reporter(), figure(count, "\"value\": 1"));

        JsonNode first = list("unit=10675&indicatorId=" + share + "&limit=2");
        assertThat(first.get("items"))
                .extracting(item -> item.get("period").asText())
                .containsExactly("2026-09", "2026-08");
        JsonNode second = list("unit=10675&indicatorId=" + share + "&limit=2&cursor="
                + first.get("next").asText());
        assertThat(second.get("items"))
                .extracting(item -> item.get("period").asText())
                .containsExactly("2026-07");
        assertThat(second.get("next").isNull()).isTrue();
        assertThat(list("period=2026-Q3&status=SUBMITTED").get("items")).hasSize(1);
        assertThat(list("status=VERIFIED").get("items")).isEmpty();
        assertThat(as(GradedPlan.inspector())
                        .get("/api/v1/measurements?limit=201")
                        .statusCode())
                .isEqualTo(400);
        assertThat(as(GradedPlan.inspector())
                        .get("/api/v1/measurements?cursor=x")
                        .statusCode())
                .isEqualTo(400);
    }

    private static String figure(UUID indicatorId, String numbers) {
        return """
                {"indicatorId": "%s", "period": "2026-Q3", "asOf": "2026-09-30", %s}""".formatted(indicatorId, numbers);
    }

    private static RequestSpecification as(String token) {
        return RestAssured.given().auth().oauth2(token).contentType("application/json");
    }

    private static Response submit(String token, String body) {
        return as(token).body(body).post("/api/v1/measurements");
    }

    private static Response revise(String token, String id, @Nullable String ifMatch, int value) {
        return matching(token, ifMatch)
                .body("{\"value\": %d, \"asOf\": \"2026-09-30\"}".formatted(value))
                .put("/api/v1/measurements/" + id);
    }

    private static Response verify(String token, String id, @Nullable String ifMatch) {
        return matching(token, ifMatch).body("{}").post("/api/v1/measurements/" + id + "/verification");
    }

    private static Response sendBack(String token, String id, @Nullable String ifMatch, String reason) {
        return matching(token, ifMatch)
                .body("{\"reason\": \"" + reason + "\"}")
                .post("/api/v1/measurements/" + id + "/return");
    }

    private static RequestSpecification matching(String token, @Nullable String ifMatch) {
        return ifMatch == null ? as(token) : as(token).header("If-Match", ifMatch);
    }

    private static Response close(String token, String unit, String period) {
        return as(token).post("/api/v1/units/" + unit + "/periods/" + period + "/closure");
    }

    private static Response reopen(String unit, String period, String document) {
        return as(GradedPlan.standingBody())
                .body("{\"decisionDocument\": \"" + document + "\"}")
                .post("/api/v1/units/" + unit + "/periods/" + period + "/reopening");
    }

    private static JsonNode list(String query) {
        return json(as(GradedPlan.inspector()).get("/api/v1/measurements?" + query));
    }

    private static void assertForbidden(Response answer) {
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(json(answer).get("code").asText()).isEqualTo("FORBIDDEN");
    }

    private static void assertNotFound(Response answer) {
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(json(answer).get("code").asText()).isEqualTo("NOT_FOUND");
    }

    private static void assertTold(JsonNode state, String step) {
        String type = "vn.monitoring.measurement." + step + ".v1";
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            List<Events.Event> events = Events.read(
                            "monitoring.measurement", state.get("id").asText())
                    .stream()
                    .filter(event -> event.type().equals(type))
                    .toList();
            assertThat(events).hasSize(1);
            Events.Event event = events.getFirst();
            assertThat(event.data()).isEqualTo(state);
            assertThat(EventSchemas.violations(type, event.data().toString())).isEmpty();
        });
    }

    private static JsonNode problem(Response answer) {
        assertThat(answer.contentType()).startsWith("application/problem+json");
        ObjectNode body = (ObjectNode) json(answer);
        assertThat(body.remove("traceId")).isNotNull();
        assertThat(body.get("status").asInt()).isEqualTo(answer.statusCode());
        return body;
    }

    private static JsonNode json(Response answer) {
        return tree(answer.asString());
    }

    private static JsonNode tree(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(text, e);
        }
    }

    private static void awaitBarrier(CyclicBarrier barrier) {
        try {
            barrier.await();
        } catch (InterruptedException | java.util.concurrent.BrokenBarrierException e) {
            throw new IllegalStateException(e);
        }
    }
}
