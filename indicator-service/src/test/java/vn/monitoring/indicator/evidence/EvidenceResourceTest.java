package vn.monitoring.indicator.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.monitoring.indicator.Problems.assertProblem;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.monitoring.indicator.Figures;
import vn.monitoring.indicator.GradedPlan;
import vn.monitoring.kit.testing.PlatformTestResource;
import vn.monitoring.kit.testing.TestClock;
import vn.monitoring.kit.testing.TestDatabase;
import vn.monitoring.kit.testing.Tokens;

@QuarkusTest
@QuarkusTestResource(PlatformTestResource.class)
class EvidenceResourceTest {

    private static final byte[] PDF = "%PDF-1.7\n1 0 obj".getBytes(StandardCharsets.US_ASCII);

    @Inject
    TestClock clock;

    private UUID indicator;
    private String measurement;

    @BeforeEach
    void stage() {
        clock.setToday(LocalDate.of(2026, 10, 5));
        GradedPlan.set();
        indicator = GradedPlan.indicator("Tỷ lệ hồ sơ trực tuyến", "%");
        measurement =
                Figures.submitted(indicator, "2026-Q3", "2026-09-30", "\"numerator\": 721, \"denominator\": 1000");
    }

    @AfterEach
    void realTime() {
        clock.reset();
    }

    @Test
    void givesBackTheFileAsItWasUploaded() {
        // More than one part of a download, and no two parts alike.
        byte[] large = Arrays.copyOf(PDF, (2 << 20) + 12_345);
        byte[] rest = new byte[large.length - PDF.length];
        new Random(57).nextBytes(rest);
        System.arraycopy(rest, 0, large, PDF.length, rest.length);

        HttpResponse<String> answer = stream("../Báo cáo quý III.pdf", large);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        JsonPath body = new JsonPath(answer.body());
        String id = body.getString("evidence.id");
        assertThat(answer.headers().firstValue("Location").orElseThrow())
                .endsWith("/api/v1/measurements/" + measurement + "/evidence/" + id);
        assertThat(body.getString("notice.vi")).contains("bí mật nhà nước");
        assertThat(body.getString("notice.en")).contains("classified");
        assertThat(body.getMap("evidence"))
                .containsEntry("measurementId", measurement)
                .containsEntry("revision", 1)
                .containsEntry("fileName", id + ".pdf")
                .containsEntry("originalName", "Báo cáo quý III.pdf")
                .containsEntry("mediaType", "application/pdf")
                .containsEntry("size", large.length)
                .containsEntry("uploadedBy", "reporter-10675-vhxh");

        Response download = as(GradedPlan.inspector()).get(path() + "/" + id);
        assertThat(download.statusCode()).isEqualTo(200);
        assertThat(download.asByteArray()).isEqualTo(large);
        assertThat(download.contentType()).isEqualTo("application/pdf");
        assertThat(download.header("Content-Disposition")).isEqualTo("attachment; filename=\"" + id + ".pdf\"");
        assertThat(download.header("X-Content-Type-Options")).isEqualTo("nosniff");
        String etag = '"' + body.getString("evidence.sha256") + '"';
        assertThat(download.header("ETag")).isEqualTo(etag);
        assertThat(as(GradedPlan.inspector())
                        .header("If-None-Match", etag)
                        .get(path() + "/" + id)
                        .statusCode())
                .isEqualTo(304);
    }

    @Test
    void listsFilesInTheOrderInWhichTheyCame() {
        attach("mot.pdf", "1");
        clock.advance(Duration.ofMinutes(1));
        attach("hai.pdf", "2");

        JsonPath list = as(GradedPlan.inspector()).get(path()).jsonPath();

        assertThat(list.getList("items.originalName")).isEqualTo(List.of("mot.pdf", "hai.pdf"));
        assertThat(list.getMap("").containsKey("next")).isTrue();
        assertThat(TestDatabase.shared()
                        .ask("select count(*) from evidence where measurement_id = '" + measurement + "'"))
                .isEqualTo("2");
    }

    @Test
    void storesTheSameContentOnce() {
        String first = attach("mot.pdf", "1");

        Response again = upload(GradedPlan.reporter(), "khac.pdf", pdf("1"));

        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(again.jsonPath().getString("evidence.id")).isEqualTo(first);
        assertThat(TestDatabase.shared().ask("select count(*) from evidence_content"))
                .isEqualTo("1");
    }

    @Test
    void repeatsTheAnswerUnderAnIdempotencyKey() {
        Response first = uploadWithKey(pdf("1"));
        Response again = uploadWithKey(pdf("1"));

        assertThat(again.statusCode()).isEqualTo(201);
        assertThat(again.asString()).isEqualTo(first.asString());
        assertProblem(uploadWithKey(pdf("2")), 422, "IDEMPOTENCY_KEY_REUSED");
        assertThat(TestDatabase.shared().ask("select count(*) from evidence")).isEqualTo("1");
    }

    @Test
    void storesTheSameContentOnceAlsoWhenItComesAtTheSameTime() {
        List<CompletableFuture<Integer>> uploads = Stream.generate(() -> CompletableFuture.supplyAsync(
                        () -> upload(GradedPlan.reporter(), "mot.pdf", pdf("1")).statusCode()))
                .limit(6)
                .toList();

        assertThat(uploads.stream().map(CompletableFuture::join))
                .containsOnlyOnce(201)
                .containsOnly(200, 201);
        assertThat(TestDatabase.shared().ask("select count(*) from evidence")).isEqualTo("1");
    }

    @ParameterizedTest(name = "{0} holding {1}")
    @CsvSource({
        "a.pdf, MZ",
        "a.png, %PDF-1.7",
        "a.docx, %PDF-1.7",
        "a.exe, MZ",
        "a.zip, PK",
        "a.doc, %PDF-1.7",
        "a.html, <html>",
        "a, %PDF-1.7"
    })
    void refusesWhatIsNotWhatItsNameSays(String fileName, String content) {
        assertProblem(
                upload(GradedPlan.reporter(), fileName, content.getBytes(StandardCharsets.UTF_8)),
                415,
                "FILE_TYPE_REFUSED");
        assertThat(TestDatabase.shared().ask("select count(*) from evidence")).isEqualTo("0");
    }

    @Test
    void refusesWhatIsTooLargeOrNoFile() {
        HttpResponse<String> refused = stream("l.pdf", Arrays.copyOf(PDF, (25 << 20) + 1));
        assertThat(refused.statusCode()).isEqualTo(413);
        assertThat(refused.body()).contains("\"code\":\"FILE_TOO_LARGE\"");
        assertThat(stream("l.pdf", Arrays.copyOf(PDF, 25 << 20)).statusCode()).isEqualTo(201);
        assertProblem(
                as(GradedPlan.reporter()).multiPart("title", "không có tệp").post(path()), 400, "INVALID_REQUEST");
        assertProblem(
                as(GradedPlan.reporter())
                        .contentType("application/json")
                        .body("{}")
                        .post(path()),
                415,
                "UNSUPPORTED_MEDIA_TYPE");
    }

    @Test
    void takesAtMostTwentyFiles() {
        for (int i = 0; i < 20; i++) {
            attach("tep.pdf", "số " + i);
        }

        assertProblem(upload(GradedPlan.reporter(), "tep.pdf", pdf("thêm")), 409, "EVIDENCE_TOO_MANY");
    }

    @Test
    void aVerifiedFigureKeepsItsEvidenceUntilItIsRevised() {
        String proof = attach("mot.pdf", "1");
        Figures.verify(measurement, 0);

        assertProblem(upload(GradedPlan.reporter(), "hai.pdf", pdf("2")), 409, "EVIDENCE_MEASUREMENT_VERIFIED");
        assertProblem(remove(GradedPlan.reporter(), proof), 409, "EVIDENCE_MEASUREMENT_VERIFIED");

        revise(1);
        Response added = upload(GradedPlan.reporter(), "hai.pdf", pdf("2"));
        assertThat(added.statusCode()).isEqualTo(201);
        assertThat(added.jsonPath().getInt("evidence.revision")).isEqualTo(2);
        assertProblem(remove(GradedPlan.reporter(), proof), 409, "EVIDENCE_OF_VERIFIED_FIGURE");
        assertThat(remove(GradedPlan.reporter(), added.jsonPath().getString("evidence.id"))
                        .statusCode())
                .isEqualTo(204);
        assertThat(TestDatabase.shared().ask("select count(*) from evidence")).isEqualTo("1");
    }

    @Test
    void takesAndRemovesEvidenceOfAReturnedFigure() {
        String proof = attach("mot.pdf", "1");
        assertThat(as(GradedPlan.standingBody())
                        .contentType("application/json")
                        .header("If-Match", "\"0\"")
                        .body("{\"reason\": \"Minh chứng chưa đúng\"}")
                        .post("/api/v1/measurements/" + measurement + "/return")
                        .statusCode())
                .isEqualTo(200);

        assertThat(remove(GradedPlan.reporter(), proof).statusCode()).isEqualTo(204);
        attach("hai.pdf", "2");
        assertThat(TestDatabase.shared().ask("select count(*) from evidence_content"))
                .isEqualTo("1");
    }

    @Test
    void aClosedPeriodTakesAndLosesNothing() {
        String proof = attach("mot.pdf", "1");
        assertThat(as(GradedPlan.standingBody())
                        .contentType("application/json")
                        .post("/api/v1/units/10675/periods/2026-Q3/closure")
                        .statusCode())
                .isEqualTo(201);

        assertProblem(upload(GradedPlan.reporter(), "hai.pdf", pdf("2")), 409, "PERIOD_CLOSED");
        assertProblem(remove(GradedPlan.reporter(), proof), 409, "PERIOD_CLOSED");
        assertThat(as(GradedPlan.inspector()).get(path() + "/" + proof).statusCode())
                .isEqualTo(200);
    }

    @Test
    void onlyItsOwnUnitRemoves() {
        String proof = attach("mot.pdf", "1");

        assertProblem(remove(GradedPlan.unitHead(), proof), 403, "EVIDENCE_OF_OTHERS");
        String colleague = Tokens.as("head-10675-vhxh")
                .roles("unit-head")
                .units("10675.VHXH")
                .token();
        assertThat(remove(colleague, proof).statusCode()).isEqualTo(204);
        assertProblem(remove(colleague, proof), 404, "NOT_FOUND");
    }

    @Test
    void asksForATokenTheRoleAndTheUnit() {
        String proof = attach("mot.pdf", "1");

        assertProblem(RestAssured.given().get(path()), 401, "UNAUTHENTICATED");
        assertProblem(RestAssured.given().get(path() + "/" + proof), 401, "UNAUTHENTICATED");
        assertProblem(RestAssured.given().multiPart("file", "a.pdf", PDF).post(path()), 401, "UNAUTHENTICATED");
        assertProblem(RestAssured.given().delete(path() + "/" + proof), 401, "UNAUTHENTICATED");
        assertProblem(upload(GradedPlan.standingBody(), "a.pdf", pdf("2")), 403, "FORBIDDEN");
        assertProblem(remove(GradedPlan.inspector(), proof), 403, "FORBIDDEN");
        assertProblem(upload(GradedPlan.stranger(), "a.pdf", pdf("2")), 404, "NOT_FOUND");
        assertProblem(as(GradedPlan.stranger()).get(path()), 404, "NOT_FOUND");
        assertProblem(as(GradedPlan.stranger()).get(path() + "/" + proof), 404, "NOT_FOUND");
        assertProblem(remove(GradedPlan.stranger(), proof), 404, "NOT_FOUND");
        assertProblem(as(GradedPlan.inspector()).get(path() + "/" + UUID.randomUUID()), 404, "NOT_FOUND");
        String other = Figures.submitted(indicator, "2026-09", "2026-09-30", "\"value\": 5");
        assertProblem(
                as(GradedPlan.inspector()).get("/api/v1/measurements/" + other + "/evidence/" + proof),
                404,
                "NOT_FOUND");
    }

    private String path() {
        return "/api/v1/measurements/" + measurement + "/evidence";
    }

    private String attach(String fileName, String content) {
        Response answer = upload(GradedPlan.reporter(), fileName, pdf(content));
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(201);
        return answer.jsonPath().getString("evidence.id");
    }

    private static byte[] pdf(String content) {
        return ("%PDF-1.7\n" + content).getBytes(StandardCharsets.UTF_8);
    }

    private Response upload(String token, String fileName, byte[] content) {
        return as(token).multiPart("file", fileName, content).post(path());
    }

    private Response uploadWithKey(byte[] content) {
        return as(GradedPlan.reporter())
                .header("Idempotency-Key", "evidence-1")
                .multiPart("file", "mot.pdf", content)
                .post(path());
    }

    /// Uploads without REST Assured, which copies a large body several times and sends names in ASCII.
    private HttpResponse<String> stream(String fileName, byte[] content) {
        String head = "--large\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + fileName
                + "\"\r\nContent-Type: application/pdf\r\n\r\n";
        HttpRequest request = HttpRequest.newBuilder(URI.create(RestAssured.baseURI + ":" + RestAssured.port + path()))
                .header("Authorization", "Bearer " + GradedPlan.reporter())
                .header("Content-Type", "multipart/form-data; boundary=large")
                .POST(HttpRequest.BodyPublishers.concat(
                        HttpRequest.BodyPublishers.ofString(head),
                        HttpRequest.BodyPublishers.ofByteArray(content),
                        HttpRequest.BodyPublishers.ofString("\r\n--large--\r\n")))
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private Response remove(String token, String id) {
        return as(token).delete(path() + "/" + id);
    }

    private void revise(long version) {
        assertThat(as(GradedPlan.reporter())
                        .contentType("application/json")
                        .header("If-Match", "\"" + version + "\"")
                        .body("{\"numerator\": 722, \"denominator\": 1000, \"asOf\": \"2026-09-30\"}")
                        .put("/api/v1/measurements/" + measurement)
                        .statusCode())
                .isEqualTo(200);
    }

    private static RequestSpecification as(String token) {
        return RestAssured.given().auth().oauth2(token);
    }
}
