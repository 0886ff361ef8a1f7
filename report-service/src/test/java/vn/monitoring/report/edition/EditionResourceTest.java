package vn.monitoring.report.edition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.monitoring.kit.problem.Problem;
import vn.monitoring.kit.testing.PlatformTestResource;
import vn.monitoring.kit.testing.TestClock;
import vn.monitoring.kit.testing.TestDatabase;
import vn.monitoring.kit.testing.Tokens;
import vn.monitoring.report.Given;
import vn.monitoring.report.document.Block;
import vn.monitoring.report.document.OfficialDocument;
import vn.monitoring.report.document.OfficialDocument.Layout;
import vn.monitoring.report.document.OfficialDocument.Signing;
import vn.monitoring.report.report.ReportSteps;
import vn.monitoring.report.signature.SigningKeys;

@QuarkusTest
@QuarkusTestResource(PlatformTestResource.class)
@QuarkusTestResource(SigningKeys.class)
class EditionResourceTest {

    private static final String VERIFICATIONS = "/api/v1/signature-verifications";
    private static final String PUBLIC = "/api/v1/public/documents";
    private static final Instant NOW = Instant.parse("2026-09-18T03:00:00Z");

    @TempDir
    Path folder;

    @Inject
    Editions editions;

    @Inject
    ObjectMapper json;

    @Inject
    TestClock clock;

    private String report = "";

    @BeforeEach
    void start() {
        clock.setToday(LocalDate.parse("2026-09-18"));
        Given.units();
        report = ReportSteps.drafted();
    }

    @AfterEach
    void end() {
        clock.reset();
    }

    @Test
    void issuesEditionsOfWhichEachVerifies() {
        Edition first = issue(UUID.fromString(report), null, null);
        Edition second = issue(UUID.fromString(report), null, "Đính chính theo biên bản rà soát");

        as("standing-body", "31")
                .get("/api/v1/reports/" + report + "/editions")
                .then()
                .statusCode(200)
                .body("items.number", contains(1, 2))
                .body("items.notation", contains("1/BC-UBND", "2/BC-UBND"))
                .body("items[0].previousSha256", nullValue())
                .body("items[1].previousSha256", equalTo(first.contentSha256()))
                .body("items[1].reason", startsWith("Đính chính"))
                .body("items[1].differences[0].name", equalTo("Khó khăn, vướng mắc"))
                .body("items[0].files.format", contains("PDF", "DOCX", "XLSX", "JSON", "JADES"));
        for (int edition = 1; edition <= 2; edition++) {
            as("inspector", "31")
                    .get("/api/v1/reports/" + report + "/signature?edition=" + edition)
                    .then()
                    .statusCode(200)
                    .body("edition", equalTo(edition))
                    .body("pdf.status", equalTo("VALID"))
                    .body("pdf.signatures[0].format", equalTo("PAdES-BASELINE-B"))
                    .body("pdf.signatures[0].signer", equalTo("Monitoring platform"))
                    .body("pdf.signatures[0].signedAt", equalTo(NOW.toString()))
                    .body("json.status", equalTo("VALID"))
                    .body("json.signatures[0].format", equalTo("JAdES-BASELINE-B"));
        }
        JsonNode statement = editions.statement(UUID.fromString(report), 2);
        assertThat(statement.at("/edition/number").asInt()).isEqualTo(2);
        assertThat(statement.at("/edition/notation").asText()).isEqualTo("2/BC-UBND");
        assertThat(statement.at("/edition/previousSha256").asText()).isEqualTo(first.contentSha256());
        assertThat(statement.path("unitCode").asText()).isEqualTo("10675");
        assertThat(second.contentSha256())
                .isEqualTo(second.file(EditionFormat.JSON).sha256());
    }

    @Test
    void givesFilesOfEditionsToBeSaved() {
        issue(UUID.fromString(report), null, null);
        Edition second = issue(UUID.fromString(report), null, "Đính chính");

        Response pdf = as("reporter", "10675").get("/api/v1/reports/" + report + "/document");
        pdf.then()
                .statusCode(200)
                .contentType("application/pdf")
                .header("ETag", equalTo('"' + second.file(EditionFormat.PDF).sha256() + '"'))
                .header("X-Content-Type-Options", equalTo("nosniff"))
                .header(
                        "Content-Disposition",
                        equalTo("attachment; filename=\"report-10675-2-BC-UBND-2026-edition-2.pdf\""));
        assertThat(Sha256.of(pdf.asByteArray()))
                .isEqualTo(second.file(EditionFormat.PDF).sha256());
        as("reporter", "10675")
                .header("If-None-Match", pdf.header("ETag"))
                .get("/api/v1/reports/" + report + "/document")
                .then()
                .statusCode(304);
        as("reporter", "10675")
                .get("/api/v1/reports/" + report + "/document?edition=1&format=json")
                .then()
                .statusCode(200)
                .contentType("application/json")
                .body("edition.number", equalTo(1))
                .body("edition.previousSha256", nullValue());
        as("reporter", "10675")
                .get("/api/v1/reports/" + report + "/document?format=jades")
                .then()
                .statusCode(200)
                .contentType("application/jose");
        for (String format : List.of("docx", "xlsx")) {
            assertThat(file(format)).startsWith('P', 'K');
        }
        as("reporter", "10675")
                .get("/api/v1/reports/" + report + "/document?edition=3")
                .then()
                .statusCode(404);
        for (String wrong : List.of("format=doc", "edition=0", "edition=x", "edition=draft&format=json")) {
            as("reporter", "10675")
                    .get("/api/v1/reports/" + report + "/document?" + wrong)
                    .then()
                    .statusCode(400)
                    .body("code", equalTo("INVALID_REQUEST"));
        }
    }

    @Test
    void showsDraftsAsDrafts() {
        String document = "/api/v1/reports/" + report + "/document";
        Response preview = as("reporter", "10675").get(document);
        preview.then()
                .statusCode(200)
                .contentType("application/pdf")
                .header("Content-Disposition", equalTo("attachment; filename=\"report-" + report + "-draft.pdf\""));
        assertThat(preview.asByteArray()).startsWith('%', 'P', 'D', 'F');
        as("reporter", "10675")
                .get("/api/v1/reports/" + report + "/editions")
                .then()
                .statusCode(200)
                .body("items", empty());
        as("reporter", "10675")
                .get("/api/v1/reports/" + report + "/signature")
                .then()
                .statusCode(404);
        issue(UUID.fromString(report), null, null);
        as("reporter", "10675")
                .get(document + "?edition=draft")
                .then()
                .statusCode(200)
                .header("Content-Disposition", equalTo("attachment; filename=\"report-" + report + "-draft.pdf\""));
    }

    @Test
    void hidesReportsOfOthersAndAsksForTokens() {
        issue(UUID.fromString(report), null, null);
        for (String path : List.of("editions", "document", "signature")) {
            RestAssured.get("/api/v1/reports/" + report + "/" + path).then().statusCode(401);
            as("leader", "11002")
                    .get("/api/v1/reports/" + report + "/" + path)
                    .then()
                    .statusCode(404);
            as("leader", "31")
                    .get("/api/v1/reports/" + UUID.randomUUID() + "/" + path)
                    .then()
                    .statusCode(404);
            as("citizen", "10675")
                    .get("/api/v1/reports/" + report + "/" + path)
                    .then()
                    .statusCode(403);
        }
    }

    @Test
    void numbersWithoutGapWhenManyIssueAtOnce() throws InterruptedException, ExecutionException {
        List<UUID> reports =
                IntStream.range(0, 24).mapToObj(i -> anotherReport()).toList();
        List<Integer> numbers = new ArrayList<>();
        try (ExecutorService issuers = Executors.newFixedThreadPool(8)) {
            List<Future<Edition>> issued = reports.stream()
                    .map(id -> issuers.submit(() -> issue(id, null, null)))
                    .toList();
            for (Future<Edition> one : issued) {
                numbers.add(one.get().documentNumber());
            }
        }
        assertThat(numbers)
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.rangeClosed(1, 24).boxed().toList());
    }

    @Test
    void usesUpNoNumberForWhatIsRolledBack() {
        UUID id = UUID.fromString(report);
        assertThatThrownBy(() -> QuarkusTransaction.requiringNew().run(() -> {
                    editions.issue(anIssue(id, null, null));
                    throw new IllegalStateException("the sending failed");
                }))
                .hasStackTraceContaining("the sending failed");
        assertThat(
                        TestDatabase.shared()
                                .ask(
                                        "select (select count(*) from report_edition)"
                                                + " + (select count(*) from report_edition_file) + (select count(*) from document_register)"))
                .isEqualTo("0");
        assertThat(issue(id, null, null).documentNumber()).isEqualTo(1);
    }

    @Test
    void takesTheOfficesNumberWhenItIsFree() {
        assertThat(issue(anotherReport(), 5, null).documentNumber()).isEqualTo(5);
        assertThat(issue(anotherReport(), null, null).documentNumber()).isEqualTo(6);
        assertThat(issue(anotherReport(), 3, null).documentNumber()).isEqualTo(3);
        for (int taken : List.of(3, 5, 6)) {
            assertThatThrownBy(() -> issue(anotherReport(), taken, null))
                    .isInstanceOfSatisfying(Problem.class, problem -> {
                        assertThat(problem.type()).isEqualTo(EditionProblem.DOCUMENT_NUMBER_TAKEN);
                        assertThat(problem.extensions()).containsEntry("nextNumber", 7);
                    });
        }
        assertThat(issue(anotherReport(), null, null).documentNumber()).isEqualTo(7);
    }

    @Test
    void neverChangesWhatWasIssued() {
        issue(UUID.fromString(report), null, null);
        for (String change : List.of(
                "update report_edition set title = 'x'",
                "delete from report_edition",
                "truncate report_edition cascade",
                "update report_edition_file set name = 'x'",
                "delete from report_edition_file",
                "truncate report_edition_file")) {
            assertThatThrownBy(() -> TestDatabase.shared().execute(change))
                    .as(change)
                    .isNotNull();
        }
        assertThat(TestDatabase.shared().ask("select count(*) from report_edition"))
                .isEqualTo("1");
    }

    @Test
    void verifiesFilesThatPeopleBring() throws IOException {
        issue(UUID.fromString(report), null, null);
        byte[] pdf = file("pdf");
        upload(pdf, "BC.pdf")
                .then()
                .statusCode(200)
                .body("status", equalTo("VALID"))
                .body("signatures", hasSize(1));
        byte[] changed = pdf.clone();
        changed[pdf.length / 3] ^= 1;
        upload(changed, "BC.pdf")
                .then()
                .statusCode(200)
                .body("status", equalTo("INVALID"))
                .body("reasons[0].message.vi", notNullValue());
        both(file("json"), file("jades"), "a.json").then().statusCode(200).body("status", equalTo("VALID"));
        both("{\"other\":1}".getBytes(StandardCharsets.UTF_8), file("jades"), "a.json")
                .then()
                .statusCode(200)
                .body("status", equalTo("INVALID"));
        both(file("json"), file("jades"), "a.xml").then().statusCode(415).body("code", equalTo("FILE_TYPE_REFUSED"));
        upload(pdf, "BC.docx").then().statusCode(415).body("code", equalTo("FILE_TYPE_REFUSED"));
        Path large = folder.resolve("large.pdf");
        Files.write(large, Arrays.copyOf(pdf, (25 << 20) + 1));
        multipart()
                .multiPart("file", large.toFile())
                .post(VERIFICATIONS)
                .then()
                .statusCode(413)
                .body("code", equalTo("FILE_TOO_LARGE"));
        multipart().multiPart("note", "x").post(VERIFICATIONS).then().statusCode(400);
        RestAssured.given()
                .multiPart("file", "BC.pdf", pdf)
                .post(VERIFICATIONS)
                .then()
                .statusCode(401);
        as("citizen", "10675")
                .contentType("multipart/form-data")
                .multiPart("file", "BC.pdf", pdf)
                .post(VERIFICATIONS)
                .then()
                .statusCode(403);
    }

    @Test
    void tellsEverybodyWhetherADocumentIsGenuine() {
        Edition first = issue(UUID.fromString(report), null, null);
        byte[] pdf = file("pdf");
        ask("10675", "BC-UBND", 1)
                .then()
                .statusCode(200)
                .body("exists", equalTo(true))
                .body("unitName", equalTo("Phường Kinh Môn"))
                .body("title", equalTo("Kết quả thực hiện quý III năm 2026"))
                .body("issuedOn", equalTo("2026-09-18"))
                .body("latest", equalTo(true))
                .body("signature", equalTo("VALID"))
                .body("pdfSha256", equalTo(first.file(EditionFormat.PDF).sha256()))
                .body("issuedBy", nullValue());
        ask("10675", "BC-UBND", 2).then().statusCode(200).body("exists", equalTo(false));
        RestAssured.get(PUBLIC + "?unit=10675").then().statusCode(400);
        check(pdf, "BC.pdf")
                .then()
                .statusCode(200)
                .body("issuedHere", equalTo(true))
                .body("document.latest", equalTo(true));

        issue(UUID.fromString(report), null, "Đính chính");
        ask("10675", "BC-UBND", 1)
                .then()
                .body("latest", equalTo(false))
                .body("replacedBy", equalTo("2/BC-UBND"))
                .body("signature", equalTo("VALID"));
        check(pdf, "BC.pdf").then().body("document.replacedBy", equalTo("2/BC-UBND"));
        byte[] changed = pdf.clone();
        changed[pdf.length / 2] ^= 1;
        check(changed, "BC.pdf")
                .then()
                .statusCode(200)
                .body("issuedHere", equalTo(false))
                .body("document", nullValue())
                .body("verification.status", equalTo("INVALID"));
        check(pdf, "BC.txt").then().statusCode(415);
    }

    private Edition issue(UUID id, @Nullable Integer number, @Nullable String reason) {
        return QuarkusTransaction.requiringNew().call(() -> editions.issue(anIssue(id, number, reason)));
    }

    private Issue anIssue(UUID id, @Nullable Integer number, @Nullable String reason) {
        OfficialDocument document = new OfficialDocument(
                Layout.GOVERNMENT,
                "UBND THÀNH PHỐ HẢI PHÒNG",
                "ỦY BAN NHÂN DÂN PHƯỜNG KINH MÔN",
                null,
                "BC-UBND",
                "Kinh Môn",
                null,
                "BÁO CÁO",
                "Kết quả thực hiện quý III năm 2026",
                List.of(new Block.Heading(1, "I. Kết quả"), new Block.Paragraph("Đã hoàn thành 12 nhiệm vụ.")),
                new Signing("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"),
                List.of("- Như trên;"),
                List.of());
        return new Issue(
                id,
                "10675",
                document,
                json.createObjectNode().put("unitCode", "10675").put("value", 72.1),
                NOW,
                LocalDate.parse("2026-09-18"),
                number,
                "head-10675",
                reason,
                reason == null
                        ? List.of()
                        : List.of(new Difference(
                                Difference.Kind.SECTION,
                                "difficulties",
                                "Khó khăn, vướng mắc",
                                null,
                                "Thiếu kinh phí")));
    }

    private static UUID anotherReport() {
        UUID id = UUID.randomUUID();
        TestDatabase.shared()
                .executeUnwatched(
                        "insert into report (id, title, drafted_at, drafted_by, version) values ('%s', 'Báo cáo', now(), 'x', 1)"
                                .formatted(id));
        return id;
    }

    private byte[] file(String format) {
        return as("reporter", "10675")
                .get("/api/v1/reports/" + report + "/document?format=" + format)
                .asByteArray();
    }

    private static Response ask(String unit, String symbol, int number) {
        return RestAssured.given()
                .queryParam("unit", unit)
                .queryParam("symbol", symbol)
                .queryParam("number", number)
                .queryParam("year", 2026)
                .get(PUBLIC);
    }

    private static Response check(byte[] content, String name) {
        return RestAssured.given().multiPart("file", name, content).post(PUBLIC + "/check");
    }

    private static Response upload(byte[] content, String name) {
        return multipart().multiPart("file", name, content).post(VERIFICATIONS);
    }

    private static Response both(byte[] content, byte[] signature, String name) {
        return multipart()
                .multiPart("content", name, content)
                .multiPart("signature", "a.jws", signature)
                .post(VERIFICATIONS);
    }

    private static RequestSpecification multipart() {
        return RestAssured.given()
                .auth()
                .oauth2(Tokens.as("inspector-24").roles("inspector").units("24").token());
    }

    private static RequestSpecification as(String role, String unit) {
        return Given.as(role, unit);
    }
}
