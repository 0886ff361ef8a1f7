package vn.monitoring.report.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.monitoring.kit.testing.PlatformTestResource;
import vn.monitoring.kit.testing.TestClock;
import vn.monitoring.kit.testing.TestDatabase;
import vn.monitoring.report.Given;

@QuarkusTest
@QuarkusTestResource(PlatformTestResource.class)
class AcceptanceBatchResourceTest {

    @Inject
    TestClock clock;

    private String kinhMon = "";
    private String thachKhoi = "";

    @BeforeEach
    void start() {
        clock.setToday(LocalDate.parse("2026-09-18"));
        Given.units();
        String regime = Given.regime();
        kinhMon = Given.obligation(regime, "2026-Q3", "10675");
        thachKhoi = Given.obligation(regime, "2026-Q3", "11002");
        ReportSteps.draft("10675", kinhMon);
        ReportSteps.draft("11002", thachKhoi);
        ReportSteps.submit("10675", kinhMon).then().statusCode(200);
    }

    @AfterEach
    void end() {
        clock.reset();
    }

    @Test
    void takesWhatCanBeTakenAndSaysWhyTheOthersCannot() {
        Response answer = batch("31", "", """
                report_id,edition
                %s,1
                %s,1
                %s,
                nonsense,1
                %s,1
                """.formatted(kinhMon, thachKhoi, UUID.randomUUID(), kinhMon));

        answer.then()
                .statusCode(207)
                .body("summary.rows", equalTo(5))
                .body("summary.updated", equalTo(1))
                .body("summary.unchanged", equalTo(1))
                .body("summary.failed", equalTo(3))
                .body("results.row", contains(1, 2, 3, 4, 5))
                .body("results.status", contains(200, 409, 404, 400, 200))
                .body("results[1].problem.code", equalTo("REPORT_NOT_UNDER_REVIEW"));
        ReportSteps.read(kinhMon)
                .then()
                .body("status", equalTo("ACCEPTED"))
                .body("reviews", hasSize(1))
                .body("reviews[0].outcome", equalTo("ACCEPTED"))
                .body("acceptedBy", equalTo("standing-body-31"));
        batch("31", "", "report_id,edition\n" + kinhMon + ",1\n").then().body("summary.unchanged", equalTo(1));
        assertThat(TestDatabase.shared().ask("select count(*) from report_review"))
                .isEqualTo("1");
    }

    @Test
    void takesAllOrNoneWhenAtomicAndNothingInADryRun() {
        String both = "report_id\n" + kinhMon + "\n" + thachKhoi + "\n";
        batch("31", "?atomic=true&results=failed", both)
                .then()
                .statusCode(207)
                .body("summary.applied", equalTo(false))
                .body("results", hasSize(1));
        ReportSteps.read(kinhMon).then().body("status", equalTo("SUBMITTED"));

        ReportSteps.submit("11002", thachKhoi).then().statusCode(200);
        batch("31", "?dryRun=true", both).then().body("summary.updated", equalTo(2));
        ReportSteps.read(kinhMon).then().body("status", equalTo("SUBMITTED"));
        batch("31", "?atomic=true", both)
                .then()
                .body("summary.applied", equalTo(true))
                .body("summary.updated", equalTo(2));
        ReportSteps.read(kinhMon).then().body("status", equalTo("ACCEPTED"));
    }

    @Test
    void refusesAnEditionThatWasNotRead() {
        ReportSteps.sendBack("31", kinhMon).then().statusCode(200);
        ReportSteps.submit("10675", kinhMon).then().statusCode(200);

        batch("31", "", "report_id,edition\n" + kinhMon + ",1\n")
                .then()
                .body("results[0].status", equalTo(409))
                .body("results[0].problem.code", equalTo("REPORT_EDITION_CHANGED"));
        batch("31", "", "report_id,edition\n" + kinhMon + ",2\n").then().body("results[0].status", equalTo(200));
    }

    @Test
    void isForTheReceiversStandingBody() {
        batch("10675", "", "report_id\n" + kinhMon + "\n")
                .then()
                .body("results[0].status", equalTo(403))
                .body("results[0].problem.code", equalTo("NOT_RECEIVER"));
        batch("24", "", "report_id\n" + kinhMon + "\n").then().body("results[0].status", equalTo(404));
        Given.as("reporter", "31")
                .contentType("text/csv; charset=UTF-8")
                .body("report_id\n" + kinhMon + "\n")
                .post("/api/v1/report-acceptances:batch")
                .then()
                .statusCode(403);
        batch("31", "", "report_id\n").then().statusCode(422).body("code", equalTo("BATCH_EMPTY"));
    }

    private static Response batch(String unit, String query, String csv) {
        return Given.as("standing-body", unit)
                .contentType("text/csv; charset=UTF-8")
                .body(csv)
                .post("/api/v1/report-acceptances:batch" + query);
    }
}
