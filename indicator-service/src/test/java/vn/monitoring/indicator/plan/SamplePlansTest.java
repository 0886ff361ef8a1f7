package vn.monitoring.indicator.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static vn.monitoring.indicator.Callers.as;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.monitoring.indicator.Callers;
import vn.monitoring.indicator.Golden;
import vn.monitoring.indicator.target.Comparator;
import vn.monitoring.kit.testing.EventSchemas;
import vn.monitoring.kit.testing.Events;
import vn.monitoring.kit.testing.PlatformTestResource;
import vn.monitoring.kit.testing.TestDatabase;

/// The four plans as offices have them: every row, every target and every odd cell.
@QuarkusTest
@QuarkusTestResource(PlatformTestResource.class)
class SamplePlansTest {

    @BeforeEach
    void units() {
        Callers.emptyDatabase();
        SamplePlans.importUnits();
    }

    @ParameterizedTest
    @CsvSource({"kinh-mon,31", "da-mai,26", "thach-khoi,23", "phu-thai,31"})
    void takesEveryRow(String plan, int rows) {
        JsonPath dryRun = imported(plan, "?dryRun=true", 200);
        assertThat(TestDatabase.shared().ask("select count(*) from plan")).isEqualTo("0");
        JsonPath committed = imported(plan, "", 201);

        assertThat(committed.getInt("counts.rowsIn")).isEqualTo(rows);
        assertThat(committed.getInt("counts.rejected")).isZero();
        assertThat(committed.getInt("counts.accepted")
                        + committed.getInt("counts.flagged")
                        + committed.getInt("counts.needsDecision"))
                .isEqualTo(rows);
        assertThat(TestDatabase.shared().ask("select count(*) from indicator")).isEqualTo(String.valueOf(rows));
        assertThat(dryRun.getMap("counts")).isEqualTo(committed.getMap("counts"));
        assertThat(dryRun.getList("sheet")).isEqualTo(committed.getList("sheet"));
        for (String part : List.of("place", "number", "name", "outcome", "change", "findings")) {
            assertThat(dryRun.getList("rows." + part)).isEqualTo(committed.getList("rows." + part));
        }
        assertThat(dryRun.getString("planId")).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"kinh-mon", "da-mai", "thach-khoi", "phu-thai"})
    void reportsEveryOddCell(String plan) {
        JsonPath result = imported(plan, "?dryRun=true", 200);
        List<Map<String, Object>> findings = new ArrayList<>(result.getList("sheet"));
        result.<List<Map<String, Object>>>getList("rows.findings").forEach(findings::addAll);

        List<Golden.Row> expected = SamplePlans.expectedFindings(plan).stream()
                .filter(row -> row.get("place").startsWith("Chỉ tiêu!"))
                .filter(row -> row.get("found_by").equals("reader")
                        || row.get("found_by").equals("indicator-service"))
                .toList();

        assertThat(expected)
                .isNotEmpty()
                .allSatisfy(row -> assertThat(findings)
                        .as("%s at %s", row.get("code"), row.get("place"))
                        .anySatisfy(finding -> {
                            assertThat(row.get("code").split("\\|", -1)).contains(String.valueOf(finding.get("code")));
                            assertThat(finding).containsEntry("place", row.get("place"));
                            assertThat(String.valueOf(finding.get("verbatim"))).contains(row.get("verbatim"));
                            assertThat(finding.get("message")).asString().isNotBlank();
                        }));
    }

    @ParameterizedTest
    @ValueSource(strings = {"kinh-mon", "da-mai", "thach-khoi", "phu-thai"})
    void readsEveryTargetAsAgreed(String plan) throws JsonProcessingException {
        String planId = imported(plan, "", 201).getString("planId");
        List<String> codes =
                SamplePlans.facts(plan).stream().map(fact -> fact.get("code")).toList();
        JsonNode indicators = new ObjectMapper()
                .readTree(as("standing-body", "31", "24")
                        .get("/api/v1/plans/" + planId + "/indicators?limit=200")
                        .asString())
                .path("items");
        List<Golden.Row> agreed = Golden.rows("plans/" + plan + ".csv");

        assertThat(indicators).hasSameSizeAs(codes);
        assertThat(agreed).allSatisfy(row -> {
            JsonNode target = target(indicators.path(codes.indexOf(row.get("indicator"))), row.get("year"));
            assertThat(target.path("raw").asText()).isEqualTo(row.get("raw"));
            assertThat(target.path("soft").asBoolean())
                    .isEqualTo(row.get("soft").equals("1"));
            assertThat(target.path("kind").asText().toLowerCase(Locale.ROOT)).isEqualTo(row.get("kind"));
            assertThat(symbol(target.path("comparator"))).isEqualTo(row.get("cmp"));
            assertThat(number(target.path("low").asText(""))).isEqualTo(number(row.get("lo")));
            assertThat(number(target.path("high").asText(""))).isEqualTo(number(row.get("hi")));
            assertThat(text(target.path("unit"))).isEqualTo(row.get("unit"));
            if (!row.get("flags").isEmpty()) {
                assertThat(target.path("flags"))
                        .map(JsonNode::asText)
                        .containsAll(Arrays.asList(row.get("flags").split("\\|", -1)));
            }
        });
        int targets = 0;
        for (JsonNode indicator : indicators) {
            targets += indicator.path("targets").size();
        }
        assertThat(targets).isEqualTo(agreed.size());
    }

    /// A target without a year falls due with the plan: Phú Thái's horizon ends in 2045.
    private static JsonNode target(JsonNode indicator, String year) {
        int due = year.equals("khong_nam") ? 2045 : Integer.parseInt(year);
        for (JsonNode target : indicator.path("targets")) {
            if (target.path("year").asInt() == due) {
                return target;
            }
        }
        throw new AssertionError("no target of " + due + " in " + indicator);
    }

    private static String symbol(JsonNode comparator) {
        return comparator.isNull()
                ? ""
                : Comparator.valueOf(comparator.asText()).symbol();
    }

    private static String text(JsonNode node) {
        return node.isNull() ? "" : node.asText();
    }

    private static String number(String text) {
        return text.isEmpty() || text.equals("null")
                ? ""
                : new BigDecimal(text).stripTrailingZeros().toPlainString();
    }

    @Test
    void linksMostNamesToTheCatalogueAndNoneWrongly() {
        int linked = 0;
        List<String> wrong = new ArrayList<>();
        for (String plan : SamplePlans.ALL) {
            String planId = imported(plan, "", 201).getString("planId");
            List<String> codes = as("standing-body", "31", "24")
                    .get("/api/v1/plans/" + planId + "/indicators?limit=200")
                    .jsonPath()
                    .getList("items.canonicalCode");
            List<Golden.Row> facts = SamplePlans.facts(plan);
            for (int i = 0; i < codes.size(); i++) {
                if (codes.get(i) != null) {
                    linked++;
                    if (!codes.get(i).equals(facts.get(i).get("canonical"))) {
                        wrong.add(facts.get(i).get("code") + " → " + codes.get(i));
                    }
                }
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(linked).isGreaterThanOrEqualTo(80);
    }

    @Test
    void findsTheLeadAgencies() {
        String planId = imported("kinh-mon", "", 201).getString("planId");
        JsonPath all = as("leader", "10675")
                .get("/api/v1/plans/" + planId + "/indicators?limit=200")
                .jsonPath();

        assertThat(new TreeSet<>(all.<String>getList("items.responsibleUnitCode")))
                .containsExactly("10675", "10675.CA", "10675.HCC", "10675.VHXH");
        assertThat(all.getList("items.find { it.number == '8' }.leadUnitCodes"))
                .isEqualTo(List.of("10675.VHXH", "10675.KT"));
        assertThat(as("reporter", "10675.HCC")
                        .get("/api/v1/plans/" + planId + "/indicators?limit=200")
                        .jsonPath()
                        .getList("items.responsibleUnitCode"))
                .isNotEmpty()
                .containsOnly("10675.HCC");
    }

    @Test
    void changesNothingWhenImportedAgain() {
        imported("da-mai", "", 201);
        String versions =
                TestDatabase.shared().ask("select string_agg(id || ':' || version, ',' order by id) from indicator");
        String targets = TestDatabase.shared().ask("select string_agg(id::text, ',' order by id) from target");

        JsonPath again = imported("da-mai", "", 201);

        assertThat(again.getInt("counts.unchanged")).isEqualTo(26);
        assertThat(again.getList("rows.change")).containsOnly("UNCHANGED");
        assertThat(TestDatabase.shared().ask("select count(*) from plan")).isEqualTo("1");
        assertThat(TestDatabase.shared().ask("select string_agg(id || ':' || version, ',' order by id) from indicator"))
                .isEqualTo(versions);
        assertThat(TestDatabase.shared().ask("select string_agg(id::text, ',' order by id) from target"))
                .isEqualTo(targets);
    }

    @Test
    void tellsOtherServicesOfThePlanAndItsIndicators() {
        String planId = imported("phu-thai", "", 201).getString("planId");

        await().untilAsserted(() -> {
            assertThat(Events.read("monitoring.plan"))
                    .filteredOn(event -> event.key().equals(planId))
                    .singleElement()
                    .satisfies(event -> {
                        assertThat(event.type()).isEqualTo("vn.monitoring.plan.changed.v1");
                        assertThat(event.data().path("milestoneYears").toString())
                                .isEqualTo("[2025,2030,2035,2040,2045]");
                        assertThat(EventSchemas.violations(
                                        event.type(), event.data().toString()))
                                .isEmpty();
                    });
            assertThat(Events.read("monitoring.indicator"))
                    .filteredOn(event -> event.data().path("planId").asText().equals(planId))
                    .hasSize(31)
                    .allSatisfy(event -> {
                        assertThat(event.type()).isEqualTo("vn.monitoring.indicator.changed.v1");
                        assertThat(event.key())
                                .isEqualTo(event.data().path("id").asText());
                        assertThat(EventSchemas.violations(
                                        event.type(), event.data().toString()))
                                .isEmpty();
                    });
        });
    }

    private static JsonPath imported(String plan, String query, int status) {
        Response answer = SamplePlans.importPlan(plan, query);
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(status);
        return answer.jsonPath();
    }
}
