package vn.monitoring.report.consolidation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import com.fasterxml.jackson.databind.node.ObjectNode;
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
import vn.monitoring.report.report.ReportSteps;

/// Ward Kinh Môn takes up the reports of its offices.
@QuarkusTest
@QuarkusTestResource(PlatformTestResource.class)
class ConsolidationResourceTest {

    private static final String CULTURE = "10675.VHXH";
    private static final String SERVICE = "10675.HCC";

    @Inject
    TestClock clock;

    private final UUID plan = UUID.randomUUID();
    private String ofCulture = "";
    private String ofService = "";
    private String own = "";

    @BeforeEach
    void start() {
        clock.setToday(LocalDate.parse("2026-09-16"));
        Given.units();
        TestDatabase.shared().execute("""
                insert into unit (code, parent_code, path, type, name, version) values
                ('10675.HCC', '10675', '31.10675.10675_HCC', 'AGENCY', 'Trung tâm Phục vụ hành chính công', 1)""");
        tell(CULTURE, 9, 10);
        tell(SERVICE, 300, 1000);
        Given.until("select count(*) from grade_fact", 2);
        Given.until("select count(*) from indicator where canonical_code is not null", 2);
        own = Given.obligation(Given.regime(), "2026-Q3", "10675");
        String offices = regimeOfOffices();
        ofCulture = obligation(offices, CULTURE);
        ofService = obligation(offices, SERVICE);
        for (String office : List.of(CULTURE, SERVICE)) {
            ReportSteps.draft(office, office.equals(CULTURE) ? ofCulture : ofService)
                    .then()
                    .statusCode(201);
        }
        ReportSteps.draft("10675", own).then().statusCode(201);
    }

    @AfterEach
    void end() {
        clock.reset();
    }

    @Test
    void mergesFactsAndGathersWordsUnderTheirSenders() {
        ReportSteps.edit(CULTURE, ofCulture, "difficulties", "Thiếu máy quét.")
                .then()
                .statusCode(200);
        settle(CULTURE, ofCulture);
        settle(SERVICE, ofService);

        ReportSteps.consolidate("10675", own)
                .then()
                .statusCode(200)
                .body("facts.reported", equalTo(2))
                .body("facts.expected", equalTo(2))
                .body("facts.indicators", hasSize(1))
                .body("facts.indicators[0].numerator", equalTo(309))
                .body("facts.indicators[0].denominator", equalTo(1010))
                .body("facts.indicators[0].value", equalTo(30.59f))
                .body("facts.indicators[0].worst", equalTo("BEHIND"))
                .body("sources.unitCode", contains(SERVICE, CULTURE))
                .body("sources.edition", contains(1, 1));
        ReportSteps.read(own)
                .then()
                .body("sections.key.findAll { it.endsWith('-gathered') }", contains("difficulties-gathered"))
                .body(
                        "sections.find { it.key == 'difficulties-gathered' }.text",
                        containsString("Phòng Văn hóa - Xã hội:\nThiếu máy quét."));

        ReportSteps.submit("10675", own).then().statusCode(200);
        ReportSteps.read(ofCulture).then().body("status", equalTo("CONSOLIDATED"));
        await().atMost(Duration.ofSeconds(20))
                .until(() -> Events.read("monitoring.report", ofService).stream()
                        .anyMatch(event -> event.type().equals("vn.monitoring.report.consolidated.v1")));
        Events.Event told = Events.read("monitoring.report", ofService).getLast();
        assertThat(EventSchemas.violations(told.type(), told.data().toString())).isEmpty();
    }

    @Test
    void namesTheMissingAndCountsThemAsExpected() {
        settle(CULTURE, ofCulture);

        ReportSteps.consolidate("10675", own)
                .then()
                .statusCode(200)
                .body("facts.reported", equalTo(1))
                .body("facts.missing.unitCode", contains(SERVICE))
                .body("facts.missing.status", contains("DRAFTED"))
                .body("facts.indicators[0].reporting", equalTo(1))
                .body("facts.indicators[0].expected", equalTo(2))
                .body("facts.indicators[0].provisional", equalTo(true));

        settle(SERVICE, ofService);
        ReportSteps.consolidate("10675", own).then().body("facts.reported", equalTo(2));
    }

    @Test
    void tellsWhenASourceWasCorrectedAfterwards() {
        settle(CULTURE, ofCulture);
        ReportSteps.consolidate("10675", own).then().statusCode(200);
        ReportSteps.submit("10675", own).then().statusCode(200);
        ReportSteps.correct(CULTURE, ofCulture, "section:difficulties").then().statusCode(200);
        ReportSteps.edit(CULTURE, ofCulture, "difficulties", "Thiếu kinh phí.");
        settle(CULTURE, ofCulture);

        Given.as("inspector", "31")
                .get("/api/v1/reports/" + own + "/consolidation")
                .then()
                .statusCode(200)
                .body("sources[0].edition", equalTo(1))
                .body("sources[0].acceptedEdition", equalTo(2))
                .body("sources[0].changedSince", equalTo(true));
    }

    @Test
    void isForAnOpenReportAndItsOwnPeople() {
        ReportSteps.consolidate("10675", own).then().statusCode(409).body("code", equalTo("NOTHING_TO_CONSOLIDATE"));
        settle(CULTURE, ofCulture);
        ReportSteps.consolidate("31", own).then().statusCode(403).body("code", equalTo("NOT_SENDER"));
        ReportSteps.consolidate("11002", own).then().statusCode(404);
        Given.as("inspector", "10675")
                .header("If-Match", "*")
                .post("/api/v1/reports/" + own + "/consolidation")
                .then()
                .statusCode(403);
        Given.as("inspector", "10675")
                .get("/api/v1/reports/" + own + "/consolidation")
                .then()
                .statusCode(404);
        ReportSteps.submit("10675", own).then().statusCode(200);
        ReportSteps.consolidate("10675", own).then().statusCode(409).body("code", equalTo("REPORT_NOT_EDITABLE"));
    }

    private void tell(String office, int numerator, int denominator) {
        UUID id = UUID.randomUUID();
        ObjectNode indicator =
                Given.indicator(id, plan).put("responsibleUnitCode", office).put("canonicalCode", "CQ.HOSO_TT");
        Given.told("indicator", "indicator.changed", id.toString(), indicator);
        ObjectNode grade = Given.grade(
                        id,
                        plan,
                        "2026-09-10",
                        numerator == 9 ? "ON_TRACK" : "BEHIND",
                        100.0 * numerator / denominator,
                        1)
                .put("responsibleUnitCode", office)
                .put("numerator", numerator)
                .put("denominator", denominator);
        Given.toldGrade(grade);
    }

    private static String regimeOfOffices() {
        return Given.as("standing-body", "10675")
                .body(Given.regimeBody(Map.of(
                        "name",
                        "Báo cáo của các phòng",
                        "receiverUnitCode",
                        "10675",
                        "senderRule",
                        "LISTED",
                        "senders",
                        List.of(CULTURE, SERVICE))))
                .post("/api/v1/report-regimes")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static String obligation(String regime, String office) {
        return Given.as("standing-body", "10675")
                .body(Map.of("period", "2026-Q3"))
                .post("/api/v1/report-regimes/" + regime + "/periods")
                .then()
                .extract()
                .path("obligations.find { it.unitCode == '" + office + "' }.id");
    }

    private static void settle(String office, String id) {
        ReportSteps.submit(office, id).then().statusCode(200);
        ReportSteps.accept("10675", id).then().statusCode(200);
    }
}
