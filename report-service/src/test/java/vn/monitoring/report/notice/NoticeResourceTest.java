package vn.monitoring.report.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.monitoring.kit.testing.EventSchemas;
import vn.monitoring.kit.testing.Events;
import vn.monitoring.kit.testing.PlatformTestResource;
import vn.monitoring.kit.testing.TestClock;
import vn.monitoring.kit.testing.TestDatabase;
import vn.monitoring.report.Given;

@QuarkusTest
@QuarkusTestResource(PlatformTestResource.class)
class NoticeResourceTest {

    @Inject
    TestClock clock;

    @Inject
    NoticeSchedule schedule;

    private String regime;

    /// Two communes owe the third quarter, due on Monday 21/9/2026.
    @BeforeEach
    void start() {
        clock.setToday(LocalDate.parse("2026-09-15"));
        Given.units();
        regime = Given.regime();
        Given.open(regime, "2026-Q3").then().statusCode(201);
    }

    @AfterEach
    void end() {
        clock.reset();
    }

    @Test
    void remindsEachSenderOnceForEachStep() {
        lookEachDay("2026-09-15", "2026-10-31");

        assertThat(told("11002"))
                .isEqualTo("2026-09-16 REMINDED 3 0, 2026-09-18 REMINDED 1 0, 2026-09-22 OVERDUE 1 1,"
                        + " 2026-09-28 OVERDUE 7 2, 2026-10-05 OVERDUE 14 3, 2026-10-21 OVERDUE 30 4");
        assertThat(told("10675")).isEqualTo(told("11002"));
    }

    @Test
    void tellsOnlyTheNewestStepAfterADowntime() {
        clock.setToday(LocalDate.parse("2026-10-06"));
        List<CompletableFuture<Void>> replicas = IntStream.range(0, 4)
                .mapToObj(number -> CompletableFuture.runAsync(schedule::tellDueNotices))
                .toList();
        replicas.forEach(CompletableFuture::join);
        schedule.tellDueNotices();

        assertThat(told("11002")).isEqualTo("2026-10-06 OVERDUE 14 3");
        clock.setToday(LocalDate.parse("2027-06-01"));
        schedule.tellDueNotices();
        assertThat(told("11002")).isEqualTo("2026-10-06 OVERDUE 14 3");
    }

    @Test
    void leavesWhoHasSentOrCeasedToBeInPeace() {
        TestDatabase.shared().execute("""
                update report_obligation set status = 'SUBMITTED', submitted_at = '2026-09-17T02:00:00Z' where unit_code = '10675'""", """
                update report_obligation set lapsed_on = '2026-09-18' where unit_code = '11002'""");
        lookEachDay("2026-09-18", "2026-09-25");
        assertThat(told("10675")).isNull();
        assertThat(told("11002")).isNull();
    }

    @Test
    void followsTheDaysOfTheRegime() {
        String own = Given.regime(Map.of(
                "name",
                "Riêng",
                "reminders",
                Map.of("before", List.of(), "after", List.of(2)),
                "senderRule",
                "LISTED",
                "senders",
                List.of("10675.VHXH")));
        Given.open(own, "2026-Q3");
        lookEachDay("2026-09-15", "2026-10-10");
        assertThat(told("10675.VHXH")).isEqualTo("2026-09-20 OVERDUE 2 1");
    }

    @Test
    void tellsTheFullState() {
        clock.setToday(LocalDate.parse("2026-09-18"));
        schedule.tellDueNotices();
        clock.setToday(LocalDate.parse("2026-09-22"));
        schedule.tellDueNotices();

        String id = Given.obligation(regime, "2026-Q3", "10675");
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(
                        () -> assertThat(Events.read("monitoring.report", id)).hasSize(3));
        List<Events.Event> events = Events.read("monitoring.report", id);
        assertThat(events)
                .extracting(Events.Event::type)
                .containsExactly(
                        "vn.monitoring.report.obliged.v1",
                        "vn.monitoring.report.reminded.v1",
                        "vn.monitoring.report.overdue.v1");
        for (Events.Event event : events) {
            assertThat(EventSchemas.violations(event.type(), event.data().toString()))
                    .isEmpty();
        }
        assertThat(events.getLast().data().get("level").asInt()).isEqualTo(1);
        assertThat(events.getLast().data().get("status").asText()).isEqualTo("OPEN");
    }

    @Test
    void listsWhatIsInSight() {
        clock.setToday(LocalDate.parse("2026-09-18"));
        schedule.tellDueNotices();
        clock.setToday(LocalDate.parse("2026-09-22"));
        schedule.tellDueNotices();

        Response first = Given.as("inspector", "31").get("/api/v1/report-notices?limit=3");
        first.then().statusCode(200).body("items.kind", contains("OVERDUE", "OVERDUE", "REMINDED"));
        Given.as("inspector", "31")
                .get("/api/v1/report-notices?limit=3&cursor=" + first.path("next"))
                .then()
                .body("items.kind", contains("REMINDED"))
                .body("next", nullValue());
        Given.as("reporter", "11002")
                .get("/api/v1/report-notices?kind=OVERDUE&level=1&unit=11002&regimeId=" + regime)
                .then()
                .body("items", hasSize(1))
                .body("items[0].unitName", equalTo("Phường Thạch Khôi"))
                .body("items[0].days", equalTo(1))
                .body("items[0].dueOn", equalTo("2026-09-21"));
        Given.as("reporter", "07228").get("/api/v1/report-notices").then().body("items", hasSize(0));
        Given.as("reporter", "11002")
                .get("/api/v1/report-notices?unit=10675")
                .then()
                .statusCode(404);
        Given.as("reporter", "11002")
                .get("/api/v1/report-notices?level=-1")
                .then()
                .statusCode(400);
        RestAssured.get("/api/v1/report-notices").then().statusCode(401);
    }

    private void lookEachDay(String from, String until) {
        LocalDate.parse(from).datesUntil(LocalDate.parse(until).plusDays(1)).forEach(day -> {
            clock.setToday(day);
            schedule.tellDueNotices();
            schedule.tellDueNotices();
        });
    }

    private static @Nullable String told(String unitCode) {
        return TestDatabase.shared().ask("""
                select string_agg((n.told_at at time zone 'Asia/Ho_Chi_Minh')::date || ' ' || n.kind || ' ' || n.days || ' ' || n.level,
                    ', ' order by n.told_at)
                from report_notice n join report_obligation o on o.id = n.obligation_id where o.unit_code = '%s'""".formatted(unitCode));
    }
}
