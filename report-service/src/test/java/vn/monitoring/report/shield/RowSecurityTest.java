package vn.monitoring.report.shield;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.monitoring.kit.testing.ShieldedUnit.DA_MAI;
import static vn.monitoring.kit.testing.ShieldedUnit.KINH_MON;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.monitoring.kit.sql.Rows;
import vn.monitoring.kit.testing.PlatformTestResource;
import vn.monitoring.kit.testing.ScopedTables;
import vn.monitoring.kit.testing.ShieldedUnit;
import vn.monitoring.kit.testing.TestDatabase;
import vn.monitoring.kit.testing.WithoutFilters;

/// What this service shows to a commune of another's rows when its queries ask for all: nothing.
@QuarkusTest
@QuarkusTestResource(PlatformTestResource.class)
@TestProfile(WithoutFilters.class)
class RowSecurityTest {

    @Inject
    Rows rows;

    @BeforeEach
    void rowsOfTwoCommunes() {
        TwoCommunes.set();
    }

    @Test
    void everyTableIsShieldedOrExempt() {
        ScopedTables.check();
    }

    @Test
    void everyTableShowsEachOnlyItsOwn() {
        ScopedTables.checkApart("10675", "07228");
        ScopedTables.checkApart("31", "24");
    }

    /// The commune's report, which its province receives, and its agency's, which it receives itself.
    @ParameterizedTest
    @ValueSource(strings = {"report_obligation", "report", "report_section"})
    void aReportIsSeenByItsSenderAndItsReceiver(String table) {
        assertThat(ScopedTables.rowsSeenBy(table, "31")).hasSize(2);
        assertThat(ScopedTables.rowsSeenBy(table, "10675")).hasSize(2);
        assertThat(ScopedTables.rowsSeenBy(table, "10675.VHXH"))
                .singleElement()
                .asString()
                .contains(KINH_MON.id(9));
    }

    @Test
    void aReceiverKeepsWhatASenderSentThatHasLeftItsUnits() {
        rows.change("""
                update unit set path = cast(replace(cast(path as text), '31.', '24.') as ltree) where path <@ '31.10675'""");
        assertThat(ScopedTables.rowsSeenBy("report", "31"))
                .singleElement()
                .asString()
                .contains(KINH_MON.id(4));
        assertThat(ScopedTables.rowsSeenBy("report_section", "31")).hasSize(1);
        assertThat(ScopedTables.rowsSeenBy("incident", "31")).isEmpty();
    }

    @Test
    void anAgencySeesWhatItAnswersForAndWhatHoldsForIt() {
        for (String table : List.of(
                "indicator",
                "grade_fact",
                "task_fact",
                "feedback",
                "feedback_sender",
                "feedback_deadline",
                "ranking",
                "ranking_row",
                "ranking_policy")) {
            assertThat(ScopedTables.rowsSeenBy(table, "10675.VHXH")).as(table).hasSize(1);
        }
        for (String table : List.of("report_regime", "report_regime_revision", "report_period")) {
            assertThat(ScopedTables.rowsSeenBy(table, "10675.VHXH"))
                    .as("%s of the commune and of the province", table)
                    .hasSize(2);
        }
        for (String table : List.of(
                "report_edition",
                "report_figure",
                "incident",
                "survey",
                "evaluation_sheet",
                "publication",
                "webhook",
                "webhook_message",
                "unit_letterhead")) {
            assertThat(ScopedTables.rowsSeenBy(table, "10675.VHXH")).as(table).isEmpty();
        }
    }

    @Test
    void aRankingIsNotReadBelowBeforeItIsPublished() {
        rows.change("update ranking set status = 'DRAFT', published_at = null");
        assertThat(ScopedTables.rowsSeenBy("ranking", "10675")).isEmpty();
        assertThat(ScopedTables.rowsSeenBy("ranking_row", "10675")).isEmpty();
        assertThat(ScopedTables.rowsSeenBy("ranking_row", "31")).hasSize(1);
    }

    static Stream<String> reads() {
        return Stream.of(
                "/report-regimes",
                "/report-regimes/{id3}",
                "/report-regimes/{id3}/revisions",
                "/report-regimes/{id3}/periods",
                "/report-regimes/{id3}/periods/2026-Q3/senders",
                "/report-letterheads/{unit}/GOVERNMENT",
                "/report-obligations",
                "/report-obligations/summary",
                "/report-obligations/{id4}",
                "/report-notices",
                "/reports",
                "/reports/{id4}",
                "/reports/{id4}/sections/difficulties/revisions",
                "/reports/{id4}/corrections",
                "/reports/{id4}/figure-renewals",
                "/reports/{id4}/consolidation",
                "/reports/{id4}/editions",
                "/reports/{id4}/document?format=json",
                "/rankings",
                "/rankings/{id5}",
                "/rankings/{id5}/units/{unit}",
                "/rankings/{id5}/verification",
                "/rankings/{id5}/table?format=csv",
                "/ranking-policies?unit={province}",
                "/evaluation-sheets",
                "/evaluation-sheets/{id8}",
                "/incidents",
                "/incidents/{id6}",
                "/feedback",
                "/feedback/summary?from=2026-10-01&to=2026-10-31",
                "/feedback/{id7}",
                "/feedback-deadlines?unit={unit}",
                "/surveys",
                "/surveys/results",
                "/surveys/{id6}",
                "/surveys/{id6}/qr",
                "/publications",
                "/publications/{id6}");
    }

    @ParameterizedTest
    @MethodSource("reads")
    void showsNothingOfTheOther(String read) {
        KINH_MON.assertSeesNothingOf(DA_MAI, "standing-body", "/api/v1" + read);
        DA_MAI.assertSeesNothingOf(KINH_MON, "standing-body", "/api/v1" + read);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/webhooks",
                "/webhooks/{id6}",
                "/webhooks/{id6}/deliveries",
                "/webhooks/{id6}/deliveries/{province}"
            })
    void showsNothingOfWhereTheOtherIsTold(String read) {
        KINH_MON.assertSeesNothingOf(DA_MAI, "inspector", "/api/v1" + read);
        DA_MAI.assertSeesNothingOf(KINH_MON, "inspector", "/api/v1" + read);
    }

    /// Their own could be opened with a key, and verified with a signature, that these rows do not have.
    @ParameterizedTest
    @ValueSource(strings = {"/feedback/{id7}/sender?purpose=answer", "/reports/{id4}/signature"})
    void doesNotFindWhatTheOtherKeepsSealed(String read) {
        assertThat(KINH_MON.ask("standing-body", DA_MAI.write("/api/v1" + read)).statusCode())
                .isEqualTo(404);
    }

    @Test
    void showsItsOwnToEach() {
        for (ShieldedUnit side : List.of(KINH_MON, DA_MAI)) {
            for (String read : List.of("/rankings", "/evaluation-sheets", "/incidents", "/feedback", "/surveys")) {
                Response answer = side.ask("standing-body", "/api/v1" + read);
                assertThat(answer.jsonPath().getList("items")).as(read).hasSize(1);
            }
            assertThat(side.ask("standing-body", "/api/v1/reports").jsonPath().getList("items"))
                    .as("its own and its agency's")
                    .hasSize(2);
            assertThat(side.ask("standing-body", "/api/v1/reports/" + side.id(4))
                            .asString())
                    .contains("graded " + side.mark(), "task " + side.mark(), "edited " + side.mark());
        }
        assertThat(rows.list("select 1 from report", row -> row.getInt(1)))
                .as("a background job")
                .hasSize(4);
    }

    @Test
    void aReportKeepsWhatItCitedWhoeverAnswersForItNow() {
        TestDatabase.shared()
                .executeUnwatched("update grade_fact set unit_code = '07228', responsible_unit_code = '07228'");
        assertThat(ScopedTables.rowsSeenBy("grade_fact", "10675")).isEmpty();
        assertThat(KINH_MON.ask("standing-body", "/api/v1/reports/" + KINH_MON.id(4))
                        .asString())
                .contains("graded " + KINH_MON.mark())
                .doesNotContain(DA_MAI.mark());
    }

    @Test
    void leavesNoSightBehindATransaction() {
        assertThat(QuarkusTransaction.requiringNew()
                        .call(() -> rows.list("select 1 from incident", row -> row.getInt(1))))
                .hasSize(2);
        assertThat(KINH_MON.ask("standing-body", "/api/v1/incidents").jsonPath().getList("items"))
                .hasSize(1);
        assertThat(DA_MAI.ask("standing-body", "/api/v1/incidents/" + DA_MAI.id(6))
                        .statusCode())
                .isEqualTo(200);
        assertThat(DA_MAI.ask("standing-body", "/api/v1/incidents/" + KINH_MON.id(6))
                        .statusCode())
                .isEqualTo(404);
    }
}
