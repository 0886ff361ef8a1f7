package vn.monitoring.report.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.vertx.core.Vertx;
import jakarta.inject.Inject;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.monitoring.kit.outbox.Outbox;
import vn.monitoring.kit.security.Sealed;
import vn.monitoring.kit.testing.EventSchemas;
import vn.monitoring.kit.testing.Events;
import vn.monitoring.kit.testing.PlatformTestResource;
import vn.monitoring.kit.testing.TestClock;
import vn.monitoring.kit.testing.TestDatabase;
import vn.monitoring.report.Given;
import vn.monitoring.report.webhook.ReceiverServer.Received;

@QuarkusTest
@QuarkusTestResource(PlatformTestResource.class)
class WebhookResourceTest {

    private static final String WEBHOOKS = "/api/v1/webhooks";
    private static final Instant NOW = Instant.parse("2026-11-22T03:00:00Z");

    @Inject
    DeliveryRun run;

    @Inject
    Housekeeping housekeeping;

    @Inject
    WebhookStore store;

    @Inject
    Deliveries deliveries;

    @Inject
    Sealed sealed;

    @Inject
    Outbox outbox;

    @Inject
    Vertx vertx;

    @Inject
    TestClock clock;

    private final ReceiverServer receiver = new ReceiverServer();
    private final UUID plan = UUID.randomUUID();

    @BeforeEach
    void start() {
        Given.units();
        clock.set(NOW);
    }

    @AfterEach
    void end() {
        receiver.close();
        clock.reset();
    }

    @Test
    void tellsASystemWhatHappensInItsUnitsSignedOnce() {
        Response made = create(Map.of("types", List.of("grade", "task.completed")));
        made.then()
                .statusCode(201)
                .header("Location", containsString(WEBHOOKS + "/" + id(made)))
                .header("ETag", equalTo("\"1\""))
                .header("Cache-Control", equalTo("no-store"))
                .body("unitCode", equalTo("31"))
                .body("status", equalTo("ACTIVE"))
                .body("createdBy", equalTo("integration-31"));
        String fact = tellGrade("10675");
        String elsewhere = Given.toldGrade(Given.grade(UUID.randomUUID(), plan, "2026-09-10", "BEHIND", 60, 1)
                .put("unitCode", "24"));
        Given.toldTask(Given.task(UUID.randomUUID(), plan, "2026-09-10", "WITHIN_TIME", 1));
        Given.until("select count(*) from inbox_event where consumer = 'feed'", 3);

        run.runToTheEnd();
        run.runToTheEnd();

        assertThat(receiver.received()).hasSize(1);
        Received message = receiver.received().getFirst();
        assertThat(message.header(":path")).isEqualTo("/told?from=platform");
        assertThat(message.header("content-type")).isEqualTo("application/json");
        assertThat(message.header("webhook-id")).isEqualTo(fact).isNotEqualTo(elsewhere);
        assertThat(message.header("webhook-timestamp")).isEqualTo(Long.toString(NOW.getEpochSecond()));
        assertThat(message.isSignedWith(secret(made))).isTrue();
        assertThat(message.isSignedWith(Signing.newSecret())).isFalse();
        JsonNode body = read(message.body());
        assertThat(body.get("type").asText()).isEqualTo("vn.monitoring.grade.changed.v1");
        assertThat(body.get("timestamp").asText()).isEqualTo("2026-09-10T02:00:00Z");
        assertThat(body.at("/data/id").asText()).isEqualTo(fact);
        assertThat(body.at("/data/title/vi").asText()).startsWith("Chỉ tiêu 13.");
        assertThat(body.at("/data/data/status").asText()).isEqualTo("BEHIND");
        as("integration", "31")
                .get(WEBHOOKS + "/" + id(made) + "/deliveries")
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].messageId", equalTo(fact))
                .body("items[0].status", equalTo("DELIVERED"))
                .body("items[0].attempts", equalTo(1))
                .body("items[0].log[0].outcome", equalTo("DELIVERED"))
                .body("items[0].log[0].httpStatus", equalTo(204));
    }

    @Test
    void showsTheSecretOnceAndStoresItSealed() {
        Response made = create(Map.of());

        as("integration", "31")
                .get(WEBHOOKS + "/" + id(made))
                .then()
                .statusCode(200)
                .body("secret", nullValue());
        as("province-admin", "31")
                .get(WEBHOOKS)
                .then()
                .statusCode(200)
                .body("items.id", contains(id(made)))
                .body("items[0].secret", nullValue());
        String stored = TestDatabase.shared().ask("select secret from webhook");
        assertThat(stored).startsWith("test.").doesNotContain(secret(made).substring(6));
        assertThat(sealed.open(String.valueOf(stored), "webhook.secret:" + id(made)))
                .isEqualTo(secret(made));
    }

    @Test
    void triesAgainAfterAFailureUntilItIsTaken() {
        Response made = create(Map.of());
        receiver.answer(exchange -> {
            byte[] text = "x".repeat(100_000).getBytes(StandardCharsets.US_ASCII);
            exchange.sendResponseHeaders(500, 0);
            exchange.getResponseBody().write(text);
            exchange.close();
        });
        tellAndAwait("10675");
        run.runToTheEnd();
        run.runToTheEnd();
        assertThat(receiver.received()).hasSize(1);
        JsonNode failed = delivery(made);
        assertThat(failed.get("status").asText()).isEqualTo("PENDING");
        assertThat(failed.at("/log/0/outcome").asText()).isEqualTo("REFUSED_BY_RECEIVER");
        assertThat(failed.at("/log/0/httpStatus").asInt()).isEqualTo(500);
        assertThat(failed.at("/log/0/answer").asText())
                .hasSizeLessThanOrEqualTo(2_048)
                .startsWith("xxx");
        assertThat(Duration.between(
                        NOW, Instant.parse(failed.get("nextAttemptAt").asText())))
                .isBetween(Duration.ofSeconds(5), Duration.ofSeconds(6));

        receiver.answer(ReceiverServer.status(200));
        clock.advance(Duration.ofSeconds(11));
        run.runToTheEnd();

        assertThat(receiver.received()).hasSize(2);
        assertThat(receiver.received().get(1).header("webhook-id"))
                .isEqualTo(receiver.received().getFirst().header("webhook-id"));
        assertThat(receiver.received().get(1).header("webhook-timestamp"))
                .isNotEqualTo(receiver.received().getFirst().header("webhook-timestamp"));
        assertThat(receiver.received().get(1).isSignedWith(secret(made))).isTrue();
        assertThat(delivery(made).get("status").asText()).isEqualTo("DELIVERED");
        assertThat(delivery(made).get("attempts").asInt()).isEqualTo(2);
    }

    @Test
    void sendsAllThatHasGatheredWithoutWaitingForTheSchedule() {
        create(Map.of());
        int gathered = DeliveryRun.SET * 2 + 1;
        for (int fact = 0; fact < gathered; fact++) {
            tellGrade("10675");
        }
        Given.until("select count(*) from webhook_delivery", gathered);

        run.runToTheEnd();

        assertThat(receiver.received()).hasSize(gathered);
    }

    @Test
    void takesOverFromAReplicaThatIsGone() {
        create(Map.of());
        tellAndAwait("10675");
        assertThat(store.lease(NOW, NOW.plus(DeliveryRun.LEASE), 1)).hasSize(1);

        run.runToTheEnd();
        assertThat(receiver.received()).isEmpty();

        clock.advance(DeliveryRun.LEASE);
        run.runToTheEnd();
        assertThat(receiver.received()).hasSize(1);
    }

    @Test
    void followsNoRedirectAndWaitsNoLongerThanItIsTold() {
        Response made = create(Map.of());
        receiver.answer(exchange -> {
            exchange.getResponseHeaders().add("Location", receiver.url("/elsewhere"));
            exchange.sendResponseHeaders(302, -1);
            exchange.close();
        });
        tellAndAwait("10675");
        run.runToTheEnd();
        assertThat(receiver.received()).hasSize(1);
        assertThat(delivery(made).at("/log/0/httpStatus").asInt()).isEqualTo(302);

        CountDownLatch never = new CountDownLatch(1);
        receiver.answer(exchange -> {
            try {
                never.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        clock.advance(Duration.ofSeconds(30));
        run.runToTheEnd();
        never.countDown();
        assertThat(delivery(made).at("/log/1/outcome").asText()).isEqualTo("TIMED_OUT");
        assertThat(delivery(made).at("/log/1/durationMs").asInt()).isBetween(1_900, 10_000);
    }

    @Test
    void givesUpAfterThreeDaysAndTellsSo() {
        Response made = create(Map.of());
        receiver.answer(ReceiverServer.status(503));
        tellAndAwait("10675");
        run.runToTheEnd();
        clock.advance(Duration.ofDays(3).minusSeconds(1));
        housekeeping.tidy();
        assertThat(delivery(made).get("status").asText()).isEqualTo("PENDING");

        clock.advance(Duration.ofSeconds(1));
        housekeeping.tidy();
        housekeeping.tidy();
        run.runToTheEnd();

        assertThat(delivery(made).get("status").asText()).isEqualTo("GIVEN_UP");
        assertThat(receiver.received()).hasSize(1);
        JsonNode event = eventOf(made, "vn.monitoring.webhook.given-up.v1");
        assertThat(event.get("count").asInt()).isEqualTo(1);
        assertThat(event.get("host").asText()).isEqualTo("127.0.0.1");

        // of one that is stopped it is not told again and again
        change(made, "\"1\"", Map.of("url", url(), "types", List.of("grade"), "active", false));
        tellGrade("10675");
        awaitDeliveries(2);
        clock.advance(Duration.ofDays(3));
        housekeeping.tidy();
        assertThat(delivery(made).get("status").asText()).isEqualTo("GIVEN_UP");
        change(made, "\"2\"", Map.of("url", url(), "types", List.of("grade")));
        receiver.answer(ReceiverServer.status(410));
        tellGrade("10675");
        awaitDeliveries(3);
        run.runToTheEnd();
        // facts of one webhook come in their order: what comes after the disabling was told after it
        eventOf(made, "vn.monitoring.webhook.disabled.v1");
        eventOf(made, "vn.monitoring.webhook.given-up.v1");
    }

    @Test
    void stopsAtOnceWhenTheReceiverIsGone() {
        Response made = create(Map.of());
        receiver.answer(ReceiverServer.status(410));
        tellAndAwait("10675");
        run.runToTheEnd();

        as("integration", "31")
                .get(WEBHOOKS + "/" + id(made))
                .then()
                .body("status", equalTo("DISABLED"))
                .body("disabledReason", equalTo("GONE"));
        assertThat(eventOf(made, "vn.monitoring.webhook.disabled.v1")
                        .get("reason")
                        .asText())
                .isEqualTo("GONE");
        as("integration", "31")
                .body("{}")
                .post(WEBHOOKS + "/" + id(made) + "/test")
                .then()
                .statusCode(409)
                .body("code", equalTo("WEBHOOK_DISABLED"));

        // what comes meanwhile is kept, and sent when it is started again
        receiver.answer(ReceiverServer.status(200));
        String missed = tellGrade("10675");
        awaitDeliveries(2);
        clock.advance(Duration.ofHours(1));
        run.runToTheEnd();
        assertThat(receiver.received()).hasSize(1);
        change(made, "\"2\"", Map.of("url", url(), "types", List.of("grade")))
                .then()
                .statusCode(200)
                .body("status", equalTo("ACTIVE"));
        run.runToTheEnd();
        assertThat(receiver.received()).hasSize(3);
        assertThat(receiver.received())
                .anyMatch(message -> message.header("webhook-id").equals(missed));
    }

    @Test
    void stopsAnEndpointThatFailsForDays() {
        Response made = create(Map.of());
        receiver.answer(ReceiverServer.status(500));
        tellAndAwait("10675");
        run.runToTheEnd();
        clock.advance(Duration.ofDays(5));
        housekeeping.tidy();
        as("integration", "31").get(WEBHOOKS + "/" + id(made)).then().body("status", equalTo("ACTIVE"));
        clock.advance(Duration.ofSeconds(1));
        housekeeping.tidy();

        as("integration", "31").get(WEBHOOKS + "/" + id(made)).then().body("disabledReason", equalTo("FAILING"));
        assertThat(eventOf(made, "vn.monitoring.webhook.disabled.v1")
                        .get("failingSince")
                        .asText())
                .isEqualTo(NOW.toString());
    }

    @Test
    void signsWithBothSecretsForAWhileAfterTheRotation() {
        Response made = create(Map.of());
        rotate(made, null).then().statusCode(428);
        rotate(made, "\"7\"").then().statusCode(412);
        Response rotated = rotate(made, "\"1\"");
        rotated.then()
                .statusCode(200)
                .header("ETag", equalTo("\"2\""))
                .body("earlierSecretUntil", equalTo("2026-11-23T03:00:00Z"));
        assertThat(secret(rotated)).startsWith("whsec_").isNotEqualTo(secret(made));
        tellAndAwait("10675");
        run.runToTheEnd();
        assertThat(receiver.received().getFirst().isSignedWith(secret(made))).isTrue();
        assertThat(receiver.received().getFirst().isSignedWith(secret(rotated))).isTrue();

        clock.advance(Duration.ofHours(24));
        tellGrade("10675");
        awaitDeliveries(2);
        run.runToTheEnd();
        assertThat(receiver.received().get(1).isSignedWith(secret(made))).isFalse();
        assertThat(receiver.received().get(1).isSignedWith(secret(rotated))).isTrue();
    }

    @Test
    void sendsATestAndSendsAgainWhatIsAskedFor() {
        Response made = create(Map.of("types", List.of("report")));
        Response tested = as("integration", "31")
                .header("Idempotency-Key", "t1")
                .body("{}")
                .post(WEBHOOKS + "/" + id(made) + "/test");
        tested.then().statusCode(202).body("status", equalTo("PENDING"));
        String delivery = tested.path("id");
        as("integration", "31")
                .header("Idempotency-Key", "t1")
                .body("{}")
                .post(WEBHOOKS + "/" + id(made) + "/test")
                .then()
                .statusCode(202)
                .body("id", equalTo(delivery));
        run.runToTheEnd();
        assertThat(receiver.received()).hasSize(1);
        assertThat(read(receiver.received().getFirst().body()).get("type").asText())
                .isEqualTo("vn.monitoring.webhook.tested.v1");

        String path = WEBHOOKS + "/" + id(made) + "/deliveries/" + delivery;
        as("integration", "31")
                .body("{}")
                .post(path + "/replay")
                .then()
                .statusCode(202)
                .header("Location", containsString(path))
                .body("status", equalTo("PENDING"));
        run.runToTheEnd();
        as("integration", "31")
                .body(Map.of("since", NOW.toString()))
                .post(WEBHOOKS + "/" + id(made) + "/replay")
                .then()
                .statusCode(202)
                .body("count", equalTo(1));
        as("integration", "31")
                .body(Map.of("since", NOW.plusSeconds(1).toString()))
                .post(WEBHOOKS + "/" + id(made) + "/replay")
                .then()
                .body("count", equalTo(0));
        run.runToTheEnd();

        assertThat(receiver.received()).hasSize(3);
        assertThat(receiver.received().stream()
                        .map(message -> message.header("webhook-id"))
                        .distinct())
                .hasSize(1);
        as("integration", "31").get(path).then().body("attempts", equalTo(3)).body("log", hasSize(3));
        as("integration", "31").get(path + "9").then().statusCode(404);
        as("integration", "31").body("{}").post(path + "9/replay").then().statusCode(404);
    }

    @Test
    void refusesUrlsThatItWillNotSendTo() {
        Map.of(
                        "https://10.0.0.1/x", "PRIVATE_ADDRESS",
                        "https://169.254.169.254/latest", "PRIVATE_ADDRESS",
                        "http://8.8.8.8/x", "NOT_HTTPS",
                        "https://nobody.invalid/x", "UNKNOWN_HOST",
                        "ftp://8.8.8.8/x", "MALFORMED")
                .forEach((url, reason) -> create(Map.of("url", url))
                        .then()
                        .statusCode(422)
                        .body("code", equalTo("WEBHOOK_URL_REFUSED"))
                        .body("reason", equalTo(reason))
                        .body("violations[0].field", equalTo("url")));
    }

    @Test
    void refusesANameThatHasComeToPointInside() {
        Response made = create(Map.of());
        tellAndAwait("10675");
        DeliveryRun strict = runWith(_ -> List.of(InetAddress.getLoopbackAddress()), AddressRule.NONE);

        strict.runToTheEnd();

        assertThat(receiver.received()).isEmpty();
        assertThat(delivery(made).at("/log/0/outcome").asText()).isEqualTo("PRIVATE_ADDRESS");
    }

    @Test
    void connectsToTheAddressThatWasCheckedAndToNoOther() {
        Response made = create(Map.of());
        TestDatabase.shared()
                .execute("update webhook set url = 'http://receiver.invalid:" + receiver.port() + "/told'");
        tellAndAwait("10675");

        runWith(_ -> List.of(InetAddress.getLoopbackAddress()), AddressRule.LOOPBACK)
                .runToTheEnd();

        assertThat(receiver.received()).hasSize(1);
        assertThat(receiver.received().getFirst().header("host")).isEqualTo("receiver.invalid:" + receiver.port());
        assertThat(receiver.received().getFirst().isSignedWith(secret(made))).isTrue();
    }

    @Test
    void servesOtherEndpointsWhileOneIsSlowAndNeverTwiceAtOnce() {
        Response slow = create(Map.of());
        try (ReceiverServer other = new ReceiverServer()) {
            create(Map.of("url", other.url("/told"))).then().statusCode(201);
            CountDownLatch held = new CountDownLatch(1);
            receiver.answer(exchange -> {
                try {
                    held.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
                ReceiverServer.status(200).to(exchange);
            });
            for (int message = 0; message < 10; message++) {
                tellGrade("10675");
            }
            awaitDeliveries(20);
            Thread running = Thread.ofVirtual().start(run::runToTheEnd);
            await().until(() -> other.received().size() == 10);
            // another replica finds the slow one leased
            runWith(host -> List.of(InetAddress.getAllByName(host)), AddressRule.LOOPBACK)
                    .runToTheEnd();
            assertThat(receiver.received()).hasSize(4);
            held.countDown();
            await().until(() -> !running.isAlive());
            run.runToTheEnd();
        }

        assertThat(receiver.received().stream()
                        .map(message -> message.header("webhook-id"))
                        .distinct())
                .hasSize(10);
        assertThat(TestDatabase.shared()
                        .ask("select count(*) from webhook_delivery where status = 'DELIVERED' and webhook_id = '"
                                + id(slow) + "'"))
                .isEqualTo("10");
    }

    @Test
    void keepsAMessageOfAUnitThatIsNotKnownYet() {
        create(Map.of());
        tellGrade("31.NEW");
        Given.until("select count(*) from webhook_message where not placed", 1);
        housekeeping.tidy();
        run.runToTheEnd();
        assertThat(receiver.received()).isEmpty();

        TestDatabase.shared().execute("""
                insert into unit (code, parent_code, path, type, name, version)
                values ('31.NEW', '31', '31.31_NEW', 'AGENCY', 'Đơn vị mới', 1)""");
        housekeeping.tidy();
        housekeeping.tidy();
        run.runToTheEnd();

        assertThat(receiver.received()).hasSize(1);
    }

    @Test
    void forgetsItsLogAfterAMonth() {
        create(Map.of());
        tellAndAwait("10675");
        run.runToTheEnd();
        clock.advance(Duration.ofDays(30));
        housekeeping.tidy();
        assertThat(TestDatabase.shared().ask("select count(*) from webhook_delivery"))
                .isEqualTo("1");
        clock.advance(Duration.ofSeconds(1));
        housekeeping.tidy();

        assertThat(TestDatabase.shared().ask("select count(*) from webhook_delivery"))
                .isEqualTo("0");
        assertThat(TestDatabase.shared().ask("select count(*) from webhook_message"))
                .isEqualTo("0");
    }

    @Test
    void isChangedAndRemovedByItsETag() {
        Response made = create(Map.of());
        change(made, null, Map.of("url", url())).then().statusCode(428);
        change(made, "\"9\"", Map.of("url", url())).then().statusCode(412);
        change(made, "\"1\"", Map.of("url", url(), "types", List.of("task"), "active", false))
                .then()
                .statusCode(200)
                .header("ETag", equalTo("\"2\""))
                .body("types", contains("task"))
                .body("status", equalTo("DISABLED"))
                .body("disabledReason", equalTo("BY_HAND"));
        as("integration", "31").delete(WEBHOOKS + "/" + id(made)).then().statusCode(428);
        as("integration", "31")
                .header("If-Match", "\"2\"")
                .delete(WEBHOOKS + "/" + id(made))
                .then()
                .statusCode(204);
        as("integration", "31").get(WEBHOOKS + "/" + id(made)).then().statusCode(404);
    }

    @Test
    void refusesWhoMayNot() {
        Response made = create(Map.of());
        create(Map.of())
                .then()
                .statusCode(409)
                .body("code", equalTo("WEBHOOK_EXISTS"))
                .body("webhookId", equalTo(id(made)));
        create(Map.of("unitCode", "24")).then().statusCode(404);
        create(Map.of("url", "")).then().statusCode(400);
        RestAssured.get(WEBHOOKS).then().statusCode(401);
        as("leader", "31").body(Map.of("url", url())).post(WEBHOOKS).then().statusCode(403);
        as("integration", "24").get(WEBHOOKS + "/" + id(made)).then().statusCode(404);
        as("integration", "24")
                .get(WEBHOOKS + "/" + id(made) + "/deliveries")
                .then()
                .statusCode(404);
        as("integration", "24").get(WEBHOOKS).then().statusCode(200).body("items", hasSize(0));
        as("inspector", "31").get(WEBHOOKS + "/" + id(made)).then().statusCode(200);
        as("inspector", "31")
                .body("{}")
                .post(WEBHOOKS + "/" + id(made) + "/test")
                .then()
                .statusCode(403);
    }

    private DeliveryRun runWith(HostNames names, AddressRule rule) {
        Clock same = clock;
        return new DeliveryRun(store, deliveries, sealed, outbox, same, vertx, names, rule, 4, Duration.ofSeconds(2));
    }

    private static io.restassured.specification.RequestSpecification as(String role, String unit) {
        return Given.as(role, unit);
    }

    private String url() {
        return receiver.url("/told?from=platform");
    }

    private Response create(Map<String, Object> settings) {
        Map<String, Object> body = new HashMap<>(Map.of("url", url(), "types", List.of("grade")));
        body.putAll(settings);
        return as("integration", "31").body(body).post(WEBHOOKS);
    }

    private static Response change(Response made, @Nullable String ifMatch, Map<String, Object> body) {
        var request = as("integration", "31").body(body);
        return (ifMatch == null ? request : request.header("If-Match", ifMatch)).put(WEBHOOKS + "/" + id(made));
    }

    private static Response rotate(Response made, @Nullable String ifMatch) {
        var request = as("integration", "31").body("{}");
        return (ifMatch == null ? request : request.header("If-Match", ifMatch))
                .post(WEBHOOKS + "/" + id(made) + "/secret");
    }

    private static String id(Response made) {
        return made.path("id");
    }

    private static String secret(Response made) {
        return made.path("secret");
    }

    private String tellGrade(String unitCode) {
        return Given.toldGrade(Given.grade(UUID.randomUUID(), plan, "2026-09-10", "BEHIND", 60, 1)
                .put("unitCode", unitCode));
    }

    private void tellAndAwait(String unitCode) {
        tellGrade(unitCode);
        awaitDeliveries(1);
    }

    private static void awaitDeliveries(int count) {
        Given.until("select count(*) from webhook_delivery", count);
    }

    private static JsonNode delivery(Response made) {
        return read(as("integration", "31")
                        .get(WEBHOOKS + "/" + id(made) + "/deliveries")
                        .asString())
                .at("/items/0");
    }

    private static JsonNode eventOf(Response made, String type) {
        await().until(() -> Events.read("monitoring.webhook", id(made)).stream()
                .anyMatch(event -> event.type().equals(type)));
        List<Events.Event> events = Events.read("monitoring.webhook", id(made)).stream()
                .filter(event -> event.type().equals(type))
                .toList();
        assertThat(events).hasSize(1);
        assertThat(EventSchemas.violations(type, events.getFirst().data().toString()))
                .isEmpty();
        return events.getFirst().data();
    }

    private static JsonNode read(String json) {
        try {
            return new ObjectMapper().readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
