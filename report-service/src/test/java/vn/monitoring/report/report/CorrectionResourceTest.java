package vn.monitoring.report.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
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
class CorrectionResourceTest {

    @Inject
    TestClock clock;

    private final UUID plan = UUID.randomUUID();
    private final UUID indicator = UUID.randomUUID();

    @BeforeEach
    void start() {
        clock.setToday(LocalDate.parse("2026-09-18"));
        Given.units();
        Given.toldGrade(Given.grade(indicator, plan, "2026-09-10", "ON_TRACK", 72.1, 1));
        Given.until("select count(*) from grade_fact", 1);
    }

    @AfterEach
    void end() {
        clock.reset();
    }

    @Test
    void opensNothingButTheNamedSection() {
        String id = ReportSteps.accepted();

        ReportSteps.correct("10675", id, "section:difficulties")
                .then()
                .statusCode(200)
                .header("ETag", notNullValue())
                .body("status", equalTo("CORRECTING"))
                .body("openParts", contains("section:difficulties"))
                .body("acceptedEdition", equalTo(1));

        ReportSteps.edit("10675", id, "proposals", "x")
                .then()
                .statusCode(409)
                .body("code", equalTo("REPORT_NOT_EDITABLE"))
                .body("openParts", contains("section:difficulties"));
        assertThatThrownBy(() -> TestDatabase.shared()
                        .execute("update report_section set edited_text = 'x' where key = 'proposals'"))
                .hasStackTraceContaining("is locked");
        ReportSteps.edit("10675", id, "difficulties", "Thiếu kinh phí.").then().statusCode(200);
        ReportSteps.submit("10675", id)
                .then()
                .statusCode(200)
                .body("status", equalTo("SUBMITTED"))
                .body("edition", equalTo(2))
                .body("acceptedEdition", equalTo(1))
                .body("openParts", empty());
        ReportSteps.accept("31", id)
                .then()
                .statusCode(200)
                .body("status", equalTo("ACCEPTED"))
                .body("acceptedEdition", equalTo(2))
                .body("reviews.edition", contains(1, 2));
        Given.as("inspector", "31")
                .get("/api/v1/reports/" + id + "/corrections")
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].parts", contains("section:difficulties"))
                .body("items[0].openedByReceiver", equalTo(false))
                .body("items[0].edition", equalTo(2))
                .body("items[0].closedAt", notNullValue());
    }

    @Test
    void letsTheReceiverUnlockOneFigure() {
        String id = ReportSteps.accepted();

        ReportSteps.unlock("31", id, indicator)
                .then()
                .statusCode(200)
                .body("status", equalTo("CORRECTING"))
                .body("openParts", contains("figure:GRADE:" + indicator));
        ReportSteps.edit("10675", id, "difficulties", "x").then().statusCode(409);
        ReportSteps.unlock("31", id, UUID.randomUUID()).then().statusCode(422).body("code", equalTo("PART_UNKNOWN"));
        ReportSteps.submit("10675", id).then().statusCode(409).body("code", equalTo("CORRECTION_EMPTY"));
    }

    @Test
    void takesTheFactThatIsKnownNowForTheUnlockedFigureOnly() {
        String id = ReportSteps.accepted();
        ReportSteps.renew("10675", id, indicator).then().statusCode(409).body("code", equalTo("REPORT_NOT_EDITABLE"));
        ReportSteps.unlock("31", id, indicator).then().statusCode(200);
        ReportSteps.renew("10675", id, indicator).then().statusCode(409).body("code", equalTo("FIGURE_UNCHANGED"));

        String late = Given.toldGrade(Given.grade(indicator, plan, "2026-09-12", "BEHIND", 60, 2));
        Given.until("select count(*) from grade_fact", 2);
        ReportSteps.read(id).then().body("changedSince", hasSize(1));
        ReportSteps.renew("10675", id, indicator)
                .then()
                .statusCode(200)
                .body("figures.indicators[0].eventId", equalTo(late))
                .body("sections.find { it.key == 'difficulties' }.text", containsString("60%"))
                .body("changedSince", hasSize(0));
        ReportSteps.submit("10675", id).then().statusCode(200).body("edition", equalTo(2));
        Given.as("inspector", "31")
                .get("/api/v1/reports/" + id + "/figure-renewals")
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].taken.by", equalTo("reporter-10675"));
    }

    @Test
    void opensTheSamePartsAgainWhenACorrectionIsReturned() {
        String id = ReportSteps.accepted();
        ReportSteps.correct("10675", id, "section:difficulties");
        ReportSteps.correct("10675", id, "section:proposals")
                .then()
                .body("openParts", containsInAnyOrder("section:difficulties", "section:proposals"));
        ReportSteps.edit("10675", id, "difficulties", "Thiếu kinh phí.");
        ReportSteps.submit("10675", id).then().statusCode(200);

        ReportSteps.sendBack("31", id)
                .then()
                .statusCode(200)
                .body("status", equalTo("RETURNED"))
                .body("punctuality", equalTo("ON_TIME"))
                .body("openParts", containsInAnyOrder("section:difficulties", "section:proposals"));
        ReportSteps.edit("10675", id, "indicators", "x").then().statusCode(409);
        ReportSteps.edit("10675", id, "proposals", "Bố trí kinh phí.").then().statusCode(200);
        ReportSteps.submit("10675", id).then().statusCode(200).body("edition", equalTo(3));
    }

    @Test
    void isWithdrawnAsLongAsNothingWasChanged() {
        String id = ReportSteps.accepted();
        ReportSteps.correct("10675", id, "*");

        ReportSteps.withdraw("10675", id)
                .then()
                .statusCode(200)
                .body("status", equalTo("ACCEPTED"))
                .body("openParts", empty());
        ReportSteps.withdraw("10675", id).then().statusCode(409).body("code", equalTo("REPORT_NOT_ACCEPTED"));
        ReportSteps.correct("10675", id, "*");
        ReportSteps.edit("10675", id, "difficulties", "x");
        ReportSteps.withdraw("10675", id).then().statusCode(409).body("code", equalTo("CORRECTION_BEGUN"));
        Given.as("inspector", "31")
                .get("/api/v1/reports/" + id + "/corrections")
                .then()
                .body("items.withdrawn", contains(true, false));
    }

    @Test
    void isForAcceptedReportsOfOnesOwn() {
        String draft = ReportSteps.drafted();
        ReportSteps.correct("10675", draft, "*").then().statusCode(409).body("code", equalTo("REPORT_NOT_ACCEPTED"));
        ReportSteps.submit("10675", draft);
        ReportSteps.accept("31", draft);
        ReportSteps.correct("10675", draft, "section:unheard-of").then().statusCode(422);
        ReportSteps.correct("10675", draft, "title").then().statusCode(400);
        ReportSteps.correct("11002", draft, "*").then().statusCode(404);
        ReportSteps.correct("31", draft, "*").then().statusCode(403).body("code", equalTo("NOT_SENDER"));
        ReportSteps.unlock("10675", draft, indicator).then().statusCode(403).body("code", equalTo("NOT_RECEIVER"));
        Given.as("reporter", "10675")
                .header("If-Match", "*")
                .body(Map.of("reason", "x", "parts", List.of("*")))
                .post("/api/v1/reports/" + draft + "/corrections")
                .then()
                .statusCode(403);
        Given.as("unit-head", "10675")
                .body(Map.of("reason", "x", "parts", List.of("*")))
                .post("/api/v1/reports/" + draft + "/corrections")
                .then()
                .statusCode(428);
    }

    @Test
    void isTold() {
        String id = ReportSteps.accepted();
        ReportSteps.correct("10675", id, "*").then().statusCode(200);

        await().atMost(Duration.ofSeconds(20))
                .until(() -> Events.read("monitoring.report", id).stream()
                        .anyMatch(event -> event.type().equals("vn.monitoring.report.corrected.v1")));
        Events.Event told = Events.read("monitoring.report", id).getLast();
        assertThat(EventSchemas.violations(told.type(), told.data().toString())).isEmpty();
        assertThat(told.data().get("reason").asText()).isEqualTo("Đính chính theo biên bản rà soát");
        assertThat(told.data().get("edition").asInt()).isEqualTo(1);
    }
}
