package vn.monitoring.task.deliverable;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.monitoring.task.Sample.REFERENCE;
import static vn.monitoring.task.Sample.TASKS;
import static vn.monitoring.task.Sample.as;
import static vn.monitoring.task.Sample.bring;
import static vn.monitoring.task.Sample.done;
import static vn.monitoring.task.Sample.etag;
import static vn.monitoring.task.Sample.inspector;
import static vn.monitoring.task.Sample.problem;
import static vn.monitoring.task.Sample.read;
import static vn.monitoring.task.Sample.reporter;
import static vn.monitoring.task.Sample.step;
import static vn.monitoring.task.Sample.stranger;
import static vn.monitoring.task.Sample.stream;
import static vn.monitoring.task.Sample.taskId;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.monitoring.kit.testing.PlatformTestResource;
import vn.monitoring.kit.testing.TestClock;
import vn.monitoring.kit.testing.TestDatabase;
import vn.monitoring.task.Sample;

@QuarkusTest
@QuarkusTestResource(PlatformTestResource.class)
class DeliverableTest {

    private static final byte[] PDF = "%PDF-1.7\n%âãÏÓ\n1 0 obj".getBytes(StandardCharsets.UTF_8);

    private final TestClock clock;

    DeliverableTest(TestClock clock) {
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
    void givesBackTheFileAsItWasUploaded() {
        String id = taskId("1");
        bring(id, "ACCEPTED");
        String before = etag(id);

        HttpResponse<String> attached =
                stream(reporter(), TASKS + "/" + id + "/deliverables", "../Kế hoạch 2026.pdf", PDF);

        assertThat(attached.statusCode()).as(attached.body()).isEqualTo(201);
        JsonPath deliverable = new JsonPath(attached.body());
        assertThat(deliverable.getString("kind")).isEqualTo("FILE");
        assertThat(deliverable.getInt("size")).isEqualTo(PDF.length);
        assertThat(deliverable.getString("mediaType")).isEqualTo("application/pdf");
        assertThat(deliverable.getString("fileName")).isEqualTo("Kế hoạch 2026.pdf");
        assertThat(attached.headers().firstValue("ETag")).contains(etag(id)).isNotEqualTo(Optional.of(before));
        assertThat(read(inspector(), id).jsonPath().getInt("deliverables")).isEqualTo(1);

        Response download =
                as(inspector()).get(TASKS + "/{id}/deliverables/{file}/content", id, deliverable.getString("id"));
        done(download, 200);
        assertThat(download.asByteArray()).isEqualTo(PDF);
        assertThat(download.header("Content-Disposition"))
                .isEqualTo("attachment; filename*=UTF-8''K%E1%BA%BF%20ho%E1%BA%A1ch%202026.pdf");
        assertThat(download.header("X-Content-Type-Options")).isEqualTo("nosniff");
        problem(
                as(stranger()).get(TASKS + "/{id}/deliverables/{file}/content", id, deliverable.getString("id")),
                404,
                "NOT_FOUND");
    }

    @Test
    void takesTheNumberOfADocument() {
        String id = taskId("1");
        bring(id, "ACCEPTED");

        Response attached = step(reporter(), id, "deliverables", REFERENCE);

        done(attached, 201);
        JsonPath list = as(inspector()).get(TASKS + "/{id}/deliverables", id).jsonPath();
        assertThat(list.getList("items.documentNumber")).containsExactly("25/KH-UBND");
        assertThat(list.getString("items[0].kind")).isEqualTo("REFERENCE");
        problem(
                as(inspector()).get(TASKS + "/{id}/deliverables/{file}/content", id, list.getString("items[0].id")),
                404,
                "NOT_FOUND");
    }

    @ParameterizedTest(name = "{0} holding {1}")
    @CsvSource({
        "virus.pdf, MZ",
        "ke-hoach.exe, MZ",
        "ke-hoach, %PDF-1.7",
        "ke-hoach.docx, %PDF-1.7",
        "ke-hoach.pdf, plain text",
        "anh.png, %PDF-1.7",
        "trang.html, <html>"
    })
    void refusesWhatIsNotWhatItsNameSays(String fileName, String content) {
        String id = taskId("1");
        bring(id, "ACCEPTED");

        problem(upload(id, fileName, content.getBytes(StandardCharsets.UTF_8)), 415, "FILE_TYPE_REFUSED");
        assertThat(TestDatabase.shared().ask("select count(*) from deliverable"))
                .isEqualTo("0");
    }

    @Test
    void refusesWhatIsTooLarge() {
        String id = taskId("1");
        bring(id, "ACCEPTED");
        String path = TASKS + "/" + id + "/deliverables";

        HttpResponse<String> refused = stream(reporter(), path, "lon.pdf", Arrays.copyOf(PDF, (25 << 20) + 1));
        assertThat(refused.statusCode()).isEqualTo(413);
        assertThat(refused.body()).contains("\"code\":\"FILE_TOO_LARGE\"");
        assertThat(stream(reporter(), path, "vua.pdf", Arrays.copyOf(PDF, 25 << 20))
                        .statusCode())
                .isEqualTo(201);
    }

    @Test
    void needsAFile() {
        String id = taskId("1");
        bring(id, "ACCEPTED");

        problem(
                as(reporter()).multiPart("title", "Kế hoạch").post(TASKS + "/{id}/deliverables", id),
                400,
                "INVALID_REQUEST");
    }

    private static Response upload(String id, String fileName, byte[] content) {
        return as(reporter()).multiPart("file", fileName, content).post(TASKS + "/{id}/deliverables", id);
    }
}
