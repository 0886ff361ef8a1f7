package vn.monitoring.report.shield;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.monitoring.kit.testing.ShieldedUnit.DA_MAI;
import static vn.monitoring.kit.testing.ShieldedUnit.KINH_MON;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.monitoring.kit.testing.PlatformTestResource;
import vn.monitoring.kit.testing.ScopedTables;
import vn.monitoring.kit.testing.ShieldedUnit;
import vn.monitoring.kit.testing.TestDatabase;
import vn.monitoring.kit.testing.WithoutFilters;
import vn.monitoring.report.Given;

/// What a commune changes of another's rows when no check asks whose they are: nothing, and it is told so by a
/// status that means it.
@QuarkusTest
@QuarkusTestResource(PlatformTestResource.class)
@TestProfile(WithoutFilters.class)
class WritesOutsideTest {

    @BeforeEach
    void rowsOfTwoCommunes() {
        TwoCommunes.set();
        TestDatabase.shared().execute("""
                insert into report_obligation (id, regime_id, unit_code, receiver_unit_code, period, from_on, cut_off_on, due_on,
                    status, opened_at, version)
                select '%s', regime_id, '07228.VHXH', receiver_unit_code, period, from_on, cut_off_on, due_on, 'OPEN', opened_at, 1
                from report_obligation where id = '%s'""".formatted(DA_MAI.id(8), DA_MAI.id(4)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            standing-body | POST   | /report-regimes | {'name':'other','receiverUnitCode':'{unit}','senderRule':'AGENCIES_BELOW_RECEIVER','frequencies':['QUARTER'],'calendar':'DECREE'}
            standing-body | PUT    | /report-regimes/{id5} | {'name':'other','receiverUnitCode':'{unit}','senderRule':'AGENCIES_BELOW_RECEIVER','frequencies':['QUARTER'],'calendar':'DECREE'}
            standing-body | POST   | /report-regimes/{id5}/ending | {'lastDay':'2026-12-31'}
            standing-body | POST   | /report-regimes/{id5}/periods | {'period':'2026-Q2'}
            standing-body | POST   | /report-regimes/{id5}/ad-hoc-periods | {'title':'hạ tầng số','from':'2026-08-01','cutOffOn':'2026-09-01','dueOn':'2026-09-10'}
            standing-body | POST   | /report-regimes/{id5}/periods/2026-Q3/drafts |
            standing-body | PUT    | /report-letterheads/{unit}/PARTY | {'superior':'a','authority':'b','symbol':'BC','place':'c','position':'d','recipients':['e']}
            reporter      | POST   | /reports | {'obligationId':'{id8}'}
            reporter      | PUT    | /reports/{id4}/sections/difficulties | {'text':'other'}
            unit-head     | POST   | /reports/{id4}/submission | {}
            standing-body | POST   | /reports/{id4}/acceptance |
            standing-body | POST   | /reports/{id4}/return | {'reason':'other'}
            unit-head     | POST   | /reports/{id9}/corrections | {'reason':'other','parts':['section:difficulties']}
            unit-head     | POST   | /reports/{id9}/correction-withdrawal |
            standing-body | POST   | /reports/{id4}/figures/GRADE/{id2}/unlocking | {'reason':'other'}
            reporter      | POST   | /reports/{id4}/figures/GRADE/{id2}/renewals | {'reason':'other'}
            standing-body | POST   | /reports/{id4}/consolidation |
            leader        | POST   | /rankings | {'unitCode':'{province}','period':'2026'}
            leader        | POST   | /rankings/{id5}/publication |
            leader        | POST   | /ranking-policies | {'unitCode':'{unit}','decisionDocument':'other','settings':{'weights':{'TASKS_ON_TIME':35,'INDICATORS':35,'MONTHLY_UPDATE':15,'DATA_QUALITY':10,'FEEDBACK':5},'minDueTasks':5,'minCoveragePercent':80,'slightlyBehindPercent':50,'excellentFrom':90,'goodFrom':70,'completedFrom':50,'mostBonus':5,'mostPenalty':10}}
            standing-body | POST   | /evaluation-sheets | {'unitCode':'{unit}','year':2026}
            reporter      | PUT    | /evaluation-sheets/{id8}/self-assessment | {'texts':{'FEEDBACK':'other'}}
            reporter      | POST   | /incidents | {'unitCode':'{unit}','field':'ONLINE_SERVICE','severity':'LOW','detectedAt':'2026-10-01T00:00:00Z','title':'a','happened':'b','position':'c'}
            reporter      | POST   | /incidents/{id6}/first-report | {'text':'other'}
            standing-body | POST   | /incidents/{id6}/questions | {'text':'other'}
            standing-body | POST   | /incidents/{id6}/closure | {'cause':'a','remedy':'b'}
            reporter      | POST   | /feedback | {'source':'other','externalReference':'1','field':'field','unitCode':'{unit}','subject':'a','content':'b'}
            reporter      | POST   | /feedback | {'source':'source','externalReference':'reference {unit}','field':'field','unitCode':'10675','subject':'a','content':'b'}
            standing-body | POST   | /feedback/{id7}/assignment | {'unitCode':'{unit}','reason':'other'}
            reporter      | POST   | /feedback/{id7}/answer | {'text':'other','publish':true}
            standing-body | PUT    | /feedback/{id7}/publication | {'published':true}
            standing-body | PUT    | /feedback-deadlines/{unit}/other | {'workingDays':3}
            standing-body | PUT    | /feedback-deadlines/{unit}/field | {'workingDays':3}
            standing-body | POST   | /surveys | {'unitCode':'{unit}','field':'field','period':'2026-Q3','question':'other'}
            standing-body | POST   | /surveys/{id6}/closure |
            leader        | POST   | /publications | {'kind':'SCORECARD','unitCode':'{unit}','period':'2026-Q2','fields':['status'],'decision':'other'}
            leader        | POST   | /publications/{id6}/withdrawal | {'reason':'other'}
            integration   | POST   | /webhooks | {'url':'http://127.0.0.1:9/hook','unitCode':'{unit}'}
            integration   | PUT    | /webhooks/{id6} | {'url':'http://127.0.0.1:9/hook','unitCode':'{unit}'}
            integration   | POST   | /webhooks/{id6}/secret |
            integration   | POST   | /webhooks/{id6}/test |
            integration   | POST   | /webhooks/{id6}/replay | {'since':'2026-01-01T00:00:00Z'}
            integration   | POST   | /webhooks/{id6}/deliveries/{province}/replay |
            integration   | DELETE | /webhooks/{id6} |
            """)
    void isRefused(String role, String method, String path, String body) {
        Map<String, String> before = rowsOf(DA_MAI);
        Response answer = Given.as(role, KINH_MON.commune())
                .header("If-Match", "*")
                .body(body == null ? "" : DA_MAI.write(body).replace('\'', '"'))
                .request(method, "/api/v1" + DA_MAI.write(path));
        assertThat(answer.statusCode())
                .as(method + " " + path + " " + answer.asString())
                .isIn(403, 404, 409);
        assertThat(answer.asString()).doesNotContain(DA_MAI.mark());
        assertThat(rowsOf(DA_MAI)).isEqualTo(before);
    }

    /// The same words about its own, so that what was refused above was refused for whose it is.
    @Test
    void doesTheSameWithItsOwn() {
        Given.as("standing-body", "10675")
                .body("{\"workingDays\":3}")
                .put("/api/v1/feedback-deadlines/10675/field")
                .then()
                .statusCode(200);
        Given.as("standing-body", "10675")
                .header("If-Match", "*")
                .body("{\"unitCode\":\"10675\",\"reason\":\"back\"}")
                .post("/api/v1/feedback/" + KINH_MON.id(7) + "/assignment")
                .then()
                .statusCode(200);
        Given.as("standing-body", "10675")
                .body("{\"unitCode\":\"10675\",\"year\":2026}")
                .post("/api/v1/evaluation-sheets")
                .then()
                .statusCode(409);
    }

    /// An assignee that hands a feedback on to another unit below the receiver does not see it any more.
    @Test
    void handsOnAFeedbackThatLeavesItsSight() {
        TestDatabase.shared().execute("""
                insert into unit (code, parent_code, path, type, name, version)
                values ('10675.KT', '10675', '31.10675.10675_KT', 'AGENCY', 'Agency', 1)""");
        Response assigned = Given.as("unit-head", "10675.VHXH")
                .header("If-Match", "*")
                .body("{\"unitCode\":\"10675.KT\",\"reason\":\"theirs\"}")
                .post("/api/v1/feedback/" + KINH_MON.id(7) + "/assignment");
        assertThat(assigned.statusCode()).as(assigned.asString()).isEqualTo(200);
        assertThat(assigned.jsonPath().getList("assignments")).hasSize(2);
        assertThat(ScopedTables.rowsSeenBy("feedback", "10675.VHXH")).isEmpty();
        assertThat(ScopedTables.rowsSeenBy("feedback", "10675.KT")).hasSize(1);
    }

    private static Map<String, String> rowsOf(ShieldedUnit side) {
        Map<String, String> rows = new TreeMap<>();
        ScopedTables.names()
                .forEach(table -> rows.put(
                        table, ScopedTables.rowsSeenBy(table, side.province()).toString()));
        return rows;
    }
}
