package vn.monitoring.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static vn.monitoring.gateway.TestClient.given;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/// Two instances of a service share its requests, and one stands in for the other.
@QuarkusTest
@QuarkusTestResource(value = TwoInstances.class, restrictToAnnotatedClass = true)
class InstancesTest {

    private static final int REQUESTS = 20;

    @Inject
    GatewaySettings settings;

    private URI url(int instance) {
        return settings.upstreams().get("task").urls().get(instance);
    }

    @Test
    void sharesRequestsEvenly() {
        try (FakeService first = saying(0, "first");
                FakeService second = saying(1, "second")) {
            awaitBoth(first, second);
            Map<String, Integer> shares = ask();
            assertThat(shares.get("first")).isBetween(REQUESTS / 2 - 1, REQUESTS / 2 + 1);
            assertThat(shares.get("second")).isBetween(REQUESTS / 2 - 1, REQUESTS / 2 + 1);
        }
    }

    @Test
    void noRequestIsLostWhileAnInstanceTakesNoConnections() {
        try (FakeService first = saying(0, "first")) {
            await().until(() -> first.url() != null && status() == 200);
            assertThat(ask()).containsExactly(Map.entry("first", REQUESTS));
        }
    }

    @Test
    void prefersAnInstanceThatIsReadyAndTakesTheOtherOneRatherThanNone() {
        AtomicBoolean firstIsReady = new AtomicBoolean(true);
        try (FakeService first = new FakeService(
                url(0),
                probe -> probe.response()
                        .setStatusCode(firstIsReady.get() ? 200 : 503)
                        .end(),
                answering("first"))) {
            try (FakeService second = saying(1, "second")) {
                awaitBoth(first, second);
                firstIsReady.set(false);
                await().untilAsserted(() -> assertThat(ask()).containsExactly(Map.entry("second", REQUESTS)));
            }
            assertThat(ask()).containsExactly(Map.entry("first", REQUESTS));
        }
    }

    @Test
    void avoidsAnInstanceThatHangsBeforeItIsKnownTo()
            throws InterruptedException, ExecutionException, TimeoutException {
        AtomicInteger hung = new AtomicInteger();
        AtomicBoolean hangs = new AtomicBoolean();
        try (FakeService first = new FakeService(url(0), request -> {
                    if (hangs.get()) {
                        hung.incrementAndGet();
                    } else {
                        request.response().end("first");
                    }
                });
                FakeService second = saying(1, "second")) {
            awaitBoth(first, second);
            hangs.set(true);
            CompletableFuture<Integer> victim = CompletableFuture.supplyAsync(() -> {
                int worst = 0;
                for (int i = 0; i < 2; i++) {
                    worst = Math.max(worst, status());
                }
                return worst;
            });
            await().until(() -> hung.get() == 1);
            assertThat(ask()).containsExactly(Map.entry("second", REQUESTS));
            assertThat(victim.get(20, TimeUnit.SECONDS)).isEqualTo(504);
        }
    }

    @Test
    void endsTheStreamsOfAnInstanceThatHangs() {
        AtomicBoolean hangs = new AtomicBoolean();
        try (FakeService first = new FakeService(
                url(0),
                probe -> {
                    if (!hangs.get()) {
                        probe.response().end();
                    }
                },
                request -> request.response()
                        .putHeader("Content-Type", "text/event-stream")
                        .setChunked(true)
                        .write(":\n\n"))) {
            await().until(() -> first.url() != null && isReady(0));
            CompletableFuture<Integer> stream =
                    CompletableFuture.supplyAsync(() -> given().header("Accept", "text/event-stream")
                            .get("/api/v1/tasks")
                            .statusCode());
            await().during(Duration.ofMillis(300)).until(() -> !stream.isDone());
            hangs.set(true);
            await().atMost(Duration.ofSeconds(20)).until(stream::isDone);
            assertThat(stream).isCompletedWithValue(200);
        }
    }

    @Inject
    Destinations destinations;

    private boolean isReady(int instance) {
        return destinations.find("/api/v1/tasks").orElseThrow().upstream().inOrder(false).stream()
                        .filter(one -> one.state() == InstanceHealth.State.READY)
                        .count()
                > instance;
    }

    private void awaitBoth(FakeService first, FakeService second) {
        assertThat(first.url()).isNotEqualTo(second.url());
        await().untilAsserted(() -> assertThat(ask()).containsOnlyKeys("first", "second"));
    }

    private FakeService saying(int instance, String word) {
        return new FakeService(url(instance), answering(word));
    }

    private static Handler<HttpServerRequest> answering(String word) {
        return request -> request.response().end(word);
    }

    private static int status() {
        return given().get("/api/v1/tasks").statusCode();
    }

    /// How many of some requests each instance has answered; every one of them is.
    private static Map<String, Integer> ask() {
        Map<String, Integer> shares = new HashMap<>();
        for (int i = 0; i < REQUESTS; i++) {
            shares.merge(
                    given().get("/api/v1/tasks")
                            .then()
                            .statusCode(200)
                            .extract()
                            .asString(),
                    1,
                    Integer::sum);
        }
        return shares;
    }
}
