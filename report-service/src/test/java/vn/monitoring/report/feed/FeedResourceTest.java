package vn.monitoring.report.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.monitoring.kit.testing.EventSchemas;
import vn.monitoring.kit.testing.Events;
import vn.monitoring.kit.testing.PlatformTestResource;
import vn.monitoring.kit.testing.TestBroker;
import vn.monitoring.kit.testing.Tokens;
import vn.monitoring.report.Given;

@QuarkusTest
@QuarkusTestResource(PlatformTestResource.class)
class FeedResourceTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String TOPIC = "monitoring.feed";

    private final List<Listener> listeners = new ArrayList<>();
    private final UUID plan = UUID.randomUUID();

    @BeforeEach
    void start() {
        Given.units();
    }

    @AfterEach
    void end() {
        listeners.forEach(Listener::close);
    }

    @Test
    void deliversAFactWithinASecond() {
        Listener listener = listen("leader", "10675", "", null);
        awaitGreeting(listener);
        tell(1);
        awaitUntil(() -> listener.heard().size() == 1);
        List<Duration> delays = new ArrayList<>();
        UUID indicator = UUID.randomUUID();
        String id = "";
        for (int version = 1; version <= 5; version++) {
            Instant told = Instant.now();
            String sent = Given.toldGrade(Given.grade(indicator, plan, "2026-09-10", "BEHIND", 60, version));
            awaitUntil(() -> hears(listener, sent));
            delays.add(Duration.between(told, find(listener, sent).at()));
            id = sent;
        }

        assertThat(delays.stream().sorted().toList().get(2))
                .as("the median of %s", delays)
                .isLessThan(Duration.ofSeconds(1));
        Listener.Heard heard = find(listener, id);
        assertThat(heard.name()).isEqualTo("message");
        assertThat(heard.id()).isEqualTo(offsetOf(id));
        JsonNode entry = read(heard.data());
        assertThat(EventSchemas.violations("vn.monitoring.feed.appended.v1", heard.data()))
                .isEmpty();
        assertThat(entry.get("type").asText()).isEqualTo("vn.monitoring.grade.changed.v1");
        assertThat(entry.get("unitCode").asText()).isEqualTo("10675");
        assertThat(entry.get("subject").asText()).isEqualTo(indicator.toString());
        assertThat(entry.at("/title/vi").asText()).isEqualTo("Chỉ tiêu 13. Tỷ lệ hồ sơ trực tuyến: chậm");
        assertThat(entry.at("/title/en").asText()).isEqualTo("Indicator 13. Tỷ lệ hồ sơ trực tuyến: behind");
        assertThat(entry.at("/data/status").asText()).isEqualTo("BEHIND");
    }

    @Test
    void sendsHeadersAtOnceAndHeartbeats() {
        Listener listener = listen("reporter", "10675", "", null);

        assertThat(listener.status()).isEqualTo(200);
        assertThat(listener.header("content-type")).startsWith("text/event-stream");
        assertThat(listener.header("cache-control")).isEqualTo("no-store");
        awaitUntil(() -> listener.comments().contains("heartbeat"));
        assertThat(listener.comments().getFirst()).isEqualTo("connected");
    }

    @Test
    void tellsOfReportsAndTasksAndMeasurements() {
        Listener listener = listen("leader", "10675", "", null);
        awaitGreeting(listener);
        UUID indicator = UUID.randomUUID();
        var replica = Given.indicator(indicator, plan);
        Given.told("indicator", "indicator.changed", indicator.toString(), replica);
        Given.until("select count(*) from indicator", 1);
        String task = Given.toldTask(Given.task(UUID.randomUUID(), plan, "2026-09-10", "WITHIN_TIME", 1));
        var measurement = Given.measurement(indicator, plan);
        String measured = Given.told(
                "measurement", "measurement.verified", measurement.get("id").asText(), measurement);
        String obligation = Given.obligation(Given.regime(), "2026-Q3", "10675");

        awaitUntil(() -> hears(listener, task) && hears(listener, measured));
        awaitUntil(() -> listener.heard().stream()
                .anyMatch(heard -> read(heard.data()).path("subject").asText().equals(obligation)));
        assertThat(read(find(listener, task).data()).at("/title/vi").asText())
                .isEqualTo("Nhiệm vụ 4. Xây dựng kế hoạch có cập nhật tiến độ");
        JsonNode figure = read(find(listener, measured).data());
        assertThat(figure.get("unitCode").asText()).isEqualTo("10675.VHXH");
        assertThat(figure.at("/title/vi").asText())
                .isEqualTo("Số liệu quý III năm 2026 của chỉ tiêu 13. Tỷ lệ hồ sơ trực tuyến đã xác nhận");
    }

    @Test
    void tellsFiguresThatCameTogetherInOneLine() {
        Listener listener = listen("leader", "10675", "", null);
        awaitGreeting(listener);
        var batch = Given.figuresOfOneUnit(UUID.randomUUID(), UUID.randomUUID());

        String told = Given.told("measurement", "measurement.batch-submitted", "10675.VHXH", batch);

        awaitUntil(() -> hears(listener, told));
        JsonNode entry = read(find(listener, told).data());
        assertThat(entry.get("unitCode").asText()).isEqualTo("10675.VHXH");
        assertThat(entry.at("/title/vi").asText())
                .startsWith("2 số liệu quý III năm 2026 của ")
                .endsWith(" đã gửi");
    }

    @Test
    void resumesAfterTheLastEventWithoutLossOrRepeat() {
        Listener first = listen("leader", "10675", "?types=grade", null);
        awaitGreeting(first);
        List<String> told = new ArrayList<>(tell(3));
        awaitUntil(() -> first.heard().size() == 3);
        String last = first.lastEventId();
        first.close();

        // more than the window holds: the older ones come from Kafka
        told.addAll(tell(80));
        awaitUntil(() -> offsetOf(told.getLast()) != null);
        Listener second = listen("leader", "10675", "?types=grade", last);
        told.addAll(tell(2));

        awaitUntil(() -> second.heard().size() >= 82);
        List<String> heard = new ArrayList<>(
                first.heard().stream().map(FeedResourceTest::factOf).toList());
        heard.addAll(second.heard().stream().map(FeedResourceTest::factOf).toList());
        assertThat(heard).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(told);
        assertThat(second.heard()).noneMatch(event -> event.name().equals("reset"));

        Listener byParameter = listen("leader", "10675", "?types=grade&lastEventId=" + last, null);
        awaitUntil(() -> byParameter.heard().size() == 82);
        assertThat(byParameter.heard().stream().map(Listener.Heard::id).toList())
                .isEqualTo(second.heard().stream().map(Listener.Heard::id).toList());
    }

    @Test
    void resumesFromTheWindow() {
        Listener first = listen("leader", "10675", "?types=grade", null);
        awaitGreeting(first);
        List<String> told = tell(5);
        awaitUntil(() -> first.heard().size() == 5);

        Listener second =
                listen("leader", "10675", "?types=grade", first.heard().get(1).id());

        awaitUntil(() -> second.heard().size() == 3);
        assertThat(second.heard().stream().map(FeedResourceTest::factOf))
                .isEqualTo(first.heard().stream()
                        .skip(2)
                        .map(FeedResourceTest::factOf)
                        .toList());
        assertThat(told)
                .containsAll(
                        second.heard().stream().map(FeedResourceTest::factOf).toList());
    }

    @Test
    void startsWithNewEventsOnly() {
        String before = tell(1).getFirst();
        awaitUntil(() -> offsetOf(before) != null);
        Listener listener = listen("leader", "10675", "", null);
        awaitGreeting(listener);
        String after = tell(1).getFirst();

        awaitUntil(() -> hears(listener, after));
        assertThat(hears(listener, before)).isFalse();
    }

    @Test
    void showsEachSubscriberHisOwnUnits() {
        Listener province = listen("inspector", "31", "", null);
        Listener commune = listen("leader", "10675", "", null);
        Listener other = listen("leader", "11002", "", null);
        Listener agency = listen("reporter", "10675.VHXH", "", null);
        Listener otherProvince = listen("inspector", "24", "", null);
        Listener filtered = listen("inspector", "31", "?unit=11002", null);
        List.of(province, commune, other, agency, otherProvince, filtered).forEach(FeedResourceTest::awaitGreeting);

        String grade = tell(1).getFirst();
        String task = Given.toldTask(Given.task(UUID.randomUUID(), plan, "2026-09-10", "WITHIN_TIME", 1));
        var elsewhere = Given.grade(UUID.randomUUID(), plan, "2026-09-10", "BEHIND", 60, 1)
                .put("unitCode", "11002");
        String last = Given.toldGrade(elsewhere);

        awaitUntil(() -> hears(province, grade) && hears(province, task) && hears(province, last));
        awaitUntil(() -> hears(commune, grade) && hears(commune, task));
        awaitUntil(() -> hears(agency, task));
        awaitUntil(() -> hears(other, last) && hears(filtered, last));
        assertThat(commune.heard()).hasSize(2);
        assertThat(agency.heard()).hasSize(1);
        assertThat(other.heard()).hasSize(1);
        assertThat(filtered.heard()).hasSize(1);
        assertThat(otherProvince.heard()).isEmpty();
    }

    @Test
    void namesThePlaceToOneWhoSeesNothing() {
        Listener blind = listen("inspector", "24", "", null);
        awaitGreeting(blind);
        String told = tell(1).getFirst();
        awaitUntil(() -> offsetOf(told) != null);

        awaitUntil(() -> String.valueOf(offsetOf(told)).equals(blind.lastEventId()));
        assertThat(blind.heard()).isEmpty();
    }

    @Test
    void sendsOnlyTheTypesAskedFor() {
        Listener listener = listen("leader", "10675", "?types=task.progressed,report", null);
        awaitGreeting(listener);
        tell(1);
        String task = Given.toldTask(Given.task(UUID.randomUUID(), plan, "2026-09-10", "WITHIN_TIME", 1));

        awaitUntil(() -> hears(listener, task));
        assertThat(listener.heard()).hasSize(1);
    }

    @Test
    void resetsAPlaceThatTheFeedDoesNotHold() {
        for (String id : List.of("999999999", "not-a-number")) {
            Listener listener = listen("leader", "10675", "", id);
            awaitUntil(() -> !listener.heard().isEmpty());
            assertThat(listener.heard().getFirst().name()).isEqualTo("reset");
            String after = tell(1).getFirst();
            awaitUntil(() -> hears(listener, after));
            assertThat(listener.heard()).hasSize(2);
        }
    }

    @Test
    void dropsAMessageThatTheRelaySentTwice() {
        Listener listener = listen("leader", "10675", "", null);
        awaitGreeting(listener);
        String message = UUID.randomUUID().toString();
        String fact = UUID.randomUUID().toString();
        append(message, fact);
        append(message, fact);
        String last = UUID.randomUUID().toString();
        append(UUID.randomUUID().toString(), last);

        awaitUntil(() -> hears(listener, last));
        assertThat(listener.heard()).hasSize(2);

        // also for one who reads both from Kafka, and for one who has had the first
        String first = listener.heard().getFirst().id();
        long before = Long.parseLong(String.valueOf(first)) - 1;
        Listener again = listen("leader", "10675", "", Long.toString(Math.max(before, 0)));
        awaitUntil(() -> hears(again, last));
        assertThat(again.heard().stream().map(FeedResourceTest::factOf)).containsOnlyOnce(last);
        Listener resumed = listen("leader", "10675", "", first);
        awaitUntil(() -> hears(resumed, last));
        assertThat(resumed.heard()).hasSize(1);
    }

    @Test
    void appendsAFactThatCameTwiceOnce() {
        Listener listener = listen("leader", "10675", "", null);
        awaitGreeting(listener);
        UUID indicator = UUID.randomUUID();
        String id = UUID.randomUUID().toString();
        var grade = Given.grade(indicator, plan, "2026-09-10", "BEHIND", 60, 1);
        Given.told("grade", "grade.changed", indicator.toString(), grade, id);
        Given.told("grade", "grade.changed", indicator.toString(), grade, id);
        Given.toldGrade(Given.grade(indicator, plan, "2026-09-11", "BEHIND", 60, 2));

        awaitUntil(() -> listener.heard().size() == 2);
        assertThat(new HashSet<>(
                        listener.heard().stream().map(FeedResourceTest::factOf).toList()))
                .hasSize(2);
    }

    @Test
    void endsWithTheToken() {
        String token = Tokens.as("leader-10675")
                .roles("leader")
                .units("10675")
                .expiresAt(Instant.now().plusSeconds(3))
                .token();
        Listener listener = new Listener(RestAssured.port, "", token, null);
        listeners.add(listener);

        assertThat(listener.status()).isEqualTo(200);
        assertThat(listener.endsWithin(Duration.ofSeconds(8))).isTrue();
        assertThat(listener.comments()).noneMatch(comment -> comment.startsWith("broken"));
    }

    @Test
    void goesOnWhereItWasWhenKafkaComesBack() {
        Listener listener = listen("leader", "10675", "?types=grade", null);
        awaitGreeting(listener);
        String before = tell(1).getFirst();
        awaitUntil(() -> hears(listener, before));

        TestBroker.shared().kill();
        int beats = listener.comments().size();
        awaitUntil(() -> listener.comments().size() > beats + 1);
        TestBroker.shared().start();
        String after = tell(1).getFirst();

        awaitUntil(() -> hears(listener, after));
        assertThat(listener.heard()).hasSize(2);
    }

    @Test
    void refusesWhoMayNotListen() {
        RestAssured.get("/api/v1/events").then().statusCode(401).body("code", equalTo("UNAUTHENTICATED"));
        RestAssured.given()
                .auth()
                .oauth2(Tokens.as("nobody").units("10675").token())
                .get("/api/v1/events")
                .then()
                .statusCode(403);
        RestAssured.given()
                .auth()
                .oauth2(Tokens.as("x")
                        .roles("leader")
                        .units("10675")
                        .audience("other")
                        .token())
                .get("/api/v1/events")
                .then()
                .statusCode(401);
        Given.as("leader", "10675")
                .get("/api/v1/events?unit=11002")
                .then()
                .statusCode(404)
                .body("code", equalTo("NOT_FOUND"));
    }

    private List<String> tell(int count) {
        List<String> ids = new ArrayList<>();
        for (int number = 0; number < count; number++) {
            ids.add(Given.toldGrade(Given.grade(UUID.randomUUID(), plan, "2026-09-10", "BEHIND", 60, 1)));
        }
        return ids;
    }

    private static void append(String messageId, String factId) {
        var entry = JSON.createObjectNode()
                .put("id", factId)
                .put("type", "vn.monitoring.grade.changed.v1")
                .put("unitCode", "10675")
                .put("subject", "s")
                .put("occurredAt", "2026-09-10T02:00:00Z");
        entry.putObject("title").put("vi", "v").put("en", "e");
        entry.putObject("data");
        Events.send(TOPIC, "feed", "vn.monitoring.feed.appended.v1", messageId, "2026-09-10T02:00:00Z", entry);
    }

    private Listener listen(String role, String unit, String query, @Nullable String lastEventId) {
        String token = Tokens.as(role + "-" + unit).roles(role).units(unit).token();
        Listener listener = new Listener(RestAssured.port, query, token, lastEventId);
        listeners.add(listener);
        return listener;
    }

    private static void awaitGreeting(Listener listener) {
        awaitUntil(() -> listener.comments().contains("connected") && listener.lastEventId() != null
                || listener.comments().contains("heartbeat"));
    }

    private static void awaitUntil(Callable<Boolean> condition) {
        await().atMost(Duration.ofSeconds(40))
                .pollInterval(Duration.ofMillis(20))
                .until(condition);
    }

    private static boolean hears(Listener listener, String factId) {
        return listener.heard().stream().anyMatch(heard -> factOf(heard).equals(factId));
    }

    private static Listener.Heard find(Listener listener, String factId) {
        return listener.heard().stream()
                .filter(heard -> factOf(heard).equals(factId))
                .findFirst()
                .orElseThrow();
    }

    private static String factOf(Listener.Heard heard) {
        return read(heard.data()).path("id").asText();
    }

    /// The offset of the entry that tells of a fact, null while there is none.
    private static @Nullable String offsetOf(String factId) {
        return Events.read(TOPIC).stream()
                .filter(event -> event.data().path("id").asText().equals(factId))
                .map(event -> Long.toString(event.offset()))
                .findFirst()
                .orElse(null);
    }

    private static JsonNode read(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
