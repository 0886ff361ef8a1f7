package vn.monitoring.kit.sample;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.monitoring.kit.testing.PlatformTestResource;
import vn.monitoring.kit.testing.TestDatabase;
import vn.monitoring.kit.testing.Tokens;

@QuarkusTest
@QuarkusTestResource(PlatformTestResource.class)
class IdempotencyTest {

    @BeforeEach
    void units() {
        TestDatabase.shared().truncateAll();
        TestDatabase.shared()
                .execute(
                        "insert into unit (code, path, type, name, version) values ('10675', '10675', 'COMMUNE_PHUONG', 'Kinh Môn', 1)");
    }

    @Test
    void repeatsTheSameAnswerWithoutWritingAgain() {
        Response first = post("key-1", "a");
        Response second = post("key-1", "a");

        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(second.statusCode()).isEqualTo(201);
        assertThat(second.asString()).isEqualTo(first.asString());
        assertThat(second.contentType()).isEqualTo(first.contentType());
        assertThat(second.header("Location")).isEqualTo(first.header("Location"));
        assertThat(second.header("ETag")).isEqualTo(first.header("ETag"));
        assertThat(second.header("Idempotent-Replayed")).isEqualTo("true");
        assertThat(notes()).isEqualTo("1");
    }

    @Test
    void refusesTheKeyForOtherContent() {
        post("key-1", "a");
        Response other = post("key-1", "b");

        assertThat(other.statusCode()).isEqualTo(422);
        assertThat(other.jsonPath().getString("code")).isEqualTo("IDEMPOTENCY_KEY_REUSED");
        assertThat(notes()).isEqualTo("1");
    }

    @Test
    void keepsTheKeysOfCallersApart() {
        assertThat(post("key-1", "a").statusCode()).isEqualTo(201);
        assertThat(postAs("reporter-2", "key-1", "b").statusCode()).isEqualTo(201);
    }

    @Test
    void remembersNoFailure() {
        post(null, "taken");
        assertThat(post("key-1", "taken").statusCode()).isEqualTo(409);
        TestDatabase.shared().execute("delete from note");
        assertThat(post("key-1", "taken").statusCode()).isEqualTo(201);
    }

    @Test
    void refusesASecondRequestWhileTheFirstRuns() throws Exception {
        NoteResource.entered = new CountDownLatch(1);
        NoteResource.gate = new CountDownLatch(1);
        try {
            CompletableFuture<Response> first = CompletableFuture.supplyAsync(() -> post("key-1", "a"));
            assertThat(NoteResource.entered.await(10, TimeUnit.SECONDS)).isTrue();
            Response second = post("key-1", "a");
            assertThat(second.statusCode()).isEqualTo(409);
            assertThat(second.jsonPath().getString("code")).isEqualTo("REQUEST_IN_PROGRESS");
            NoteResource.gate.countDown();
            assertThat(first.get(10, TimeUnit.SECONDS).statusCode()).isEqualTo(201);
        } finally {
            NoteResource.gate.countDown();
        }
        assertThat(notes()).isEqualTo("1");
    }

    private static @org.jspecify.annotations.Nullable String notes() {
        return TestDatabase.shared().ask("select count(*) from note");
    }

    private static Response post(@org.jspecify.annotations.Nullable String key, String content) {
        return postAs("reporter-1", key, content);
    }

    private static Response postAs(String user, @org.jspecify.annotations.Nullable String key, String content) {
        var request = RestAssured.given()
                .auth()
                .oauth2(Tokens.as(user).roles("reporter").units("10675").token())
                .contentType("application/json")
                .body("{\"unitCode\":\"10675\",\"content\":\"" + content + "\"}");
        return (key == null ? request : request.header("Idempotency-Key", key)).post("/notes");
    }
}
