package vn.monitoring.indicator.sdmx;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.monitoring.indicator.Problems.assertProblem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.monitoring.indicator.Figures;
import vn.monitoring.indicator.GradedPlan;
import vn.monitoring.kit.testing.PlatformTestResource;
import vn.monitoring.kit.testing.TestClock;
import vn.monitoring.kit.testing.TestDatabase;
import vn.monitoring.kit.testing.Tokens;

@QuarkusTest
@QuarkusTestResource(PlatformTestResource.class)
class SdmxResourceTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String FLOW = "data/dataflow/VN57/INDICATOR_FIGURES/1.0.0";

    @Inject
    TestClock clock;

    private UUID online;

    @BeforeEach
    void stage() {
        clock.setToday(LocalDate.of(2026, 10, 5));
        GradedPlan.set();
        online = indicator("CQ.HOSO_TT", "%");
        Figures.verified(online, "2026-Q2", "2026-06-30", "\"numerator\": 700, \"denominator\": 1000");
        Figures.verified(online, "2026-Q3", "2026-09-30", "\"numerator\": 721, \"denominator\": 1000");
        Figures.verified(online, "2026-09", "2026-09-30", "\"value\": 72.50");
        UUID firms = indicator("KH.DN_KHCN", "doanh nghiệp");
        Figures.verified(firms, "2026-H1", "2026-06-30", "\"numerator\": 2");
        UUID digital = indicator("CQ.VB_DIENTU", "%");
        Figures.verified(digital, "2026-9M", "2026-09-30", "\"numerator\": 0, \"denominator\": 0");
        Figures.submitted(digital, "2026-Q3", "2026-09-30", "\"value\": 5");
    }

    @AfterEach
    void realTime() {
        clock.reset();
    }

    @Test
    void tellsVerifiedFiguresInTimeSeries() {
        Response answer = get(GradedPlan.standingBody(), FLOW);

        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        assertThat(answer.contentType()).isEqualTo("application/vnd.sdmx.data+json;version=2.1");
        JsonNode message = json(answer);
        assertThat(SdmxJsonRules.brokenByData(message)).isEmpty();
        assertThat(observations(message))
                .containsExactlyInAnyOrder(
                        "M.10675.CQ-HOSO_TT 2026-M09 [72.5,null,null,0,100] %",
                        "Q.10675.CQ-HOSO_TT 2026-Q2 [70,700,1000,0,100] %",
                        "Q.10675.CQ-HOSO_TT 2026-Q3 [72.1,721,1000,0,100] %",
                        "_O.10675.CQ-VB_DIENTU 2026-01-01/P9M [null,0,0,2,100] %",
                        "S.10675.KH-DN_KHCN 2026-S1 [2,2,null,0,100] doanh nghiệp");
        JsonNode time = message.at("/data/structures/0/dimensions/observation/0/values");
        assertThat(time.get(0).path("start").asText()).isEqualTo("2026-04-01T00:00:00+07:00");
        assertThat(message.at("/data/structures/0/dimensions/series/1/values/0/name")
                        .asText())
                .isEqualTo("Phường Kinh Môn");
    }

    @Test
    void tellsThemFlatWhenAskedTo() {
        JsonNode message = json(get(GradedPlan.standingBody(), FLOW + "?dimensionAtObservation=AllDimensions"));

        assertThat(SdmxJsonRules.brokenByData(message)).isEmpty();
        assertThat(message.at("/data/dataSets/0").has("series")).isFalse();
        assertThat(message.at("/data/dataSets/0/observations")).hasSize(5);
        assertThat(observations(message)).contains("Q.10675.CQ-HOSO_TT 2026-Q3 [72.1,721,1000,0,100] %");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "/Q.10675.CQ-HOSO_TT; ; 2",
                "/Q; ; 2",
                "/Q.*.*; ; 2",
                "/.10675.; ; 5",
                "/*; ; 5",
                "/Q.10675.CQ-HOSO_TT,S.10675.KH-DN_KHCN; ; 3",
                "/*; c[FREQ]=Q,M; 3",
                "''; c[INDICATOR]=KH-DN_KHCN; 1",
                "''; c[REF_AREA]=eq:10675; 5",
                "''; c[TIME_PERIOD]=2026-Q3; 1",
                "''; c[TIME_PERIOD]=2026-Q2,2026-Q3; 2",
                "''; c[TIME_PERIOD]=ge:2026-Q3; 2",
                "''; c[TIME_PERIOD]=ge:2026-04-01+le:2026-06-30; 1",
                "''; c[TIME_PERIOD]=lt:2026-07; 2",
                "''; c[TIME_PERIOD]=gt:2026-S1; 2",
            })
    void narrowsToKeysValuesAndTimes(String key, String query, int figures) {
        String[] parameter = query == null ? new String[0] : query.split("=", 2);
        JsonNode message = json(
                parameter.length == 0
                        ? get(GradedPlan.standingBody(), FLOW + key)
                        : request(GradedPlan.standingBody())
                                .queryParam(parameter[0], parameter[1])
                                .get(path(FLOW + key)));

        assertThat(SdmxJsonRules.brokenByData(message)).isEmpty();
        assertThat(observations(message)).hasSize(figures);
    }

    @Test
    void saysProvisionalWhileARevisionWaits() {
        String id = TestDatabase.shared()
                .ask("select id from measurement where period = '2026-Q3' and indicator_id = '" + online + "'");
        RestAssured.given()
                .auth()
                .oauth2(GradedPlan.reporter())
                .contentType("application/json")
                .header("If-Match", "\"1\"")
                .body("{\"numerator\": 730, \"denominator\": 1000, \"asOf\": \"2026-09-30\"}")
                .put("/api/v1/measurements/" + id)
                .then()
                .statusCode(200);

        assertThat(observations(json(get(GradedPlan.standingBody(), FLOW + "/Q.10675.CQ-HOSO_TT"))))
                .contains("Q.10675.CQ-HOSO_TT 2026-Q3 [72.1,721,1000,1,100] %");
    }

    @Test
    void tellsTheStructureWithAllThatItRefersTo() {
        Response answer = get(
                GradedPlan.standingBody(), "structure/dataflow/VN57/INDICATOR_FIGURES/1.0.0?references=descendants");

        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        assertThat(answer.contentType()).isEqualTo("application/vnd.sdmx.structure+json;version=2.1");
        JsonNode message = json(answer);
        assertThat(SdmxJsonRules.brokenByStructure(message, true)).isEmpty();
        assertThat(ids(message, "/data/codelists"))
                .containsExactly("CL_FREQ", "CL_AREA", "CL_INDICATOR", "CL_OBS_STATUS");
        assertThat(ids(message, "/data/dataStructures/0/dataStructureComponents/dimensionList/dimensions"))
                .containsExactly("FREQ", "REF_AREA", "INDICATOR");
        assertThat(ids(message, "/data/dataStructures/0/dataStructureComponents/attributeList/attributes"))
                .containsExactly("UNIT_MEASURE", "NUMERATOR", "DENOMINATOR", "OBS_STATUS", "COVERAGE");
        assertThat(ids(message, "/data/codelists/2/codes")).hasSize(63).contains("CQ-HOSO_TT");
        assertThat(ids(message, "/data/codelists/1/codes")).containsExactly("31", "10675");
        assertThat(message.at("/data/codelists/1/codes/1/parent").asText()).isEqualTo("31");
    }

    @Test
    void dataUseOnlyCodesOfTheStructure() {
        for (String token : List.of(GradedPlan.inspector(), GradedPlan.reporter())) {
            JsonNode structure = json(get(token, "structure/*/*/*/*"));
            JsonNode data = json(get(token, FLOW));
            List<String> lists = List.of("CL_FREQ", "CL_AREA", "CL_INDICATOR");
            for (int i = 0; i < lists.size(); i++) {
                Set<String> codes = new HashSet<>();
                for (JsonNode list : structure.at("/data/codelists")) {
                    if (list.path("id").asText().equals(lists.get(i))) {
                        codes.addAll(list.path("codes").findValuesAsText("id"));
                    }
                }
                assertThat(ids(data, "/data/structures/0/dimensions/series/" + i + "/values"))
                        .as(lists.get(i))
                        .isNotEmpty()
                        .isSubsetOf(codes);
            }
            assertThat(SdmxJsonRules.brokenByStructure(structure, true)).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "structure/codelist/VN57/CL_FREQ/1.0.0, codelists",
        "structure/codelist/*/CL_FREQ/+, codelists",
        "structure/conceptscheme/VN57/CS_INDICATOR_FIGURES/~, conceptSchemes",
        "structure/agencyscheme/SDMX/AGENCIES/1.0, agencySchemes",
        "structure/datastructure/VN57/DSD_INDICATOR_FIGURES/1.0.0, dataStructures",
        "structure/dataflow/VN57/*/*, dataflows",
        "structure/codelist/VN57/CL_FREQ/1.0.0?references=parents, dataStructures codelists",
        "structure/dataflow/VN57/*/*?references=children, dataflows dataStructures",
        "structure/datastructure/VN57/*/*?references=children, dataStructures conceptSchemes codelists",
        "structure/datastructure/VN57/*/*?references=all, dataflows dataStructures conceptSchemes codelists",
        "structure/*/*/*/*, dataflows dataStructures conceptSchemes codelists agencySchemes"
    })
    void givesTheArtefactsThatAreNamed(String path, String collections) {
        JsonNode message = json(get(GradedPlan.standingBody(), path));

        List<String> names = new ArrayList<>();
        message.path("data").fieldNames().forEachRemaining(names::add);
        assertThat(String.join(" ", names)).isEqualTo(collections);
        assertThat(SdmxJsonRules.brokenByStructure(message, false)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                FLOW + "/A.10675.*",
                FLOW + "/Q.11002.*",
                FLOW + "/Q.10675.KHONG_CO",
                "data/dataflow/VN57/OTHER/1.0.0",
                "data/dataflow/ECB/INDICATOR_FIGURES/1.0.0",
                "data/dataflow/VN57/INDICATOR_FIGURES/2.0.0",
                "data/provisionagreement/VN57/INDICATOR_FIGURES/1.0.0",
                "structure/codelist/VN57/CL_OTHER/1.0.0",
                "structure/categoryscheme/*/*/*"
            })
    void hasNoContentWhereThereIsNone(String path) {
        Response answer = get(GradedPlan.standingBody(), path);

        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(204);
        assertThat(answer.asString()).isEmpty();
    }

    @Test
    void tellsEachCallerOnlyTheFiguresOfHisUnits() {
        UUID theirs =
                GradedPlan.indicator(GradedPlan.OTHER_PLAN, "11002", "11002", "Của phường khác", "%", "CQ.HOSO_TT");
        String reporter =
                Tokens.as("reporter-11002").roles("reporter").units("11002").token();
        String id = RestAssured.given()
                .auth()
                .oauth2(reporter)
                .contentType("application/json")
                .body("""
                        {"indicatorId": "%s", "period": "2026-Q3", "asOf": "2026-09-30", "value": 50}""".formatted(theirs))
                .post("/api/v1/measurements")
                .jsonPath()
                .getString("id");
        RestAssured.given()
                .auth()
                .oauth2(GradedPlan.stranger())
                .contentType("application/json")
                .header("If-Match", "\"0\"")
                .body("{}")
                .post("/api/v1/measurements/" + id + "/verification")
                .then()
                .statusCode(200);

        assertThat(observations(json(get(GradedPlan.stranger(), FLOW))))
                .containsExactly("Q.11002.CQ-HOSO_TT 2026-Q3 [50,null,null,0,100] %");
        assertThat(observations(json(get(GradedPlan.standingBody(), FLOW))))
                .hasSize(5)
                .noneMatch(figure -> figure.contains("11002"));
        assertThat(observations(json(get(GradedPlan.inspector(), FLOW)))).hasSize(6);
    }

    @Test
    void refusesWhatIsNoSdmxOrNotOffered() {
        String token = GradedPlan.standingBody();
        assertProblem(get(token, FLOW + "/Q.10675.CQ-HOSO_TT.X"), 400, "INVALID_REQUEST");
        assertProblem(with(token, "c[TIME_PERIOD]", "quý III"), 400, "INVALID_REQUEST");
        assertProblem(with(token, "c[TIME_PERIOD]", "ne:2026"), 501, "SDMX_NOT_IMPLEMENTED");
        assertProblem(with(token, "c[INDICATOR]", "sw:CQ"), 501, "SDMX_NOT_IMPLEMENTED");
        assertProblem(with(token, "dimensionAtObservation", "INDICATOR"), 501, "SDMX_NOT_IMPLEMENTED");
        assertProblem(get(token, "structure/*/*/*/*?references=some"), 400, "INVALID_REQUEST");
    }

    @ParameterizedTest
    @CsvSource({
        "application/vnd.sdmx.data+json;version=2.1.0, application/vnd.sdmx.data+json;version=2.1.0",
        "application/vnd.sdmx.data+json, application/vnd.sdmx.data+json;version=2.1",
        "application/json, application/json"
    })
    void answersWithTheMediaTypeAskedFor(String accept, String type) {
        assertThat(request(GradedPlan.standingBody())
                        .accept(accept)
                        .get(path(FLOW))
                        .contentType())
                .isEqualTo(type);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"application/vnd.sdmx.data+json;version=2.0.0", "application/vnd.sdmx.data+xml", "text/csv"})
    void doesNotAnswerInOtherFormats(String accept) {
        assertProblem(request(GradedPlan.standingBody()).accept(accept).get(path(FLOW)), 406, "NOT_ACCEPTABLE");
    }

    @Test
    void asksForATokenAndARole() {
        String nobody = Tokens.as("x").roles("public").units("31").token();
        for (String path : List.of(FLOW, FLOW + "/*", "structure/*/*/*/*")) {
            assertProblem(RestAssured.given().get(path(path)), 401, "UNAUTHENTICATED");
            assertProblem(get(nobody, path), 403, "FORBIDDEN");
        }
    }

    static Stream<Arguments> mistakesInData() {
        return Stream.of(
                mistake("meta.id-is-an-id", m -> at(m, "/meta").put("id", "không phải id")),
                mistake("meta.prepared-is-a-time", m -> at(m, "/meta").put("prepared", "hôm nay")),
                mistake(
                        "structure.members-are-known",
                        m -> at(m, "/data/structures/0").put("more", 1)),
                mistake("links.are-some", m -> at(m, "/data/structures/0").remove("links")),
                mistake(
                        "dimensions.key-positions-are-0-to-n",
                        m -> at(m, "/data/structures/0/dimensions/series/1").put("keyPosition", 0)),
                mistake(
                        "values.are-some",
                        m -> at(m, "/data/structures/0/dimensions/series/0").putArray("values")),
                mistake(
                        "value.id-is-an-id",
                        m -> at(m, "/data/structures/0/dimensions/series/2/values/0")
                                .put("id", "CQ.HOSO_TT")),
                mistake(
                        "time.is-a-period",
                        m -> at(m, "/data/structures/0/dimensions/observation/0/values/0")
                                .put("value", "2026-H1")),
                mistake(
                        "attribute.has-one-relationship",
                        m -> at(m, "/data/structures/0/attributes/observation/0")
                                .putObject("relationship")),
                mistake(
                        "dataset.action-is-listed",
                        m -> at(m, "/data/dataSets/0").put("action", "Insert")),
                mistake(
                        "dataset.structure-is-an-index",
                        m -> at(m, "/data/dataSets/0").put("structure", 1)),
                mistake(
                        "series.key-is-of-its-dimensions",
                        m -> at(m, "/data/dataSets/0/series").putObject("0:0")),
                mistake(
                        "series.key-is-of-its-dimensions",
                        m -> at(m, "/data/dataSets/0/series").putObject("0:99:0")),
                mistake(
                        "group.key-is-of-all-dimensions",
                        m -> at(m, "/data/dataSets/0/dimensionGroupAttributes").putArray("0:")),
                mistake(
                        "observation.has-values-of-its-components",
                        m -> observation(m).add(1)),
                mistake(
                        "observation.coded-values-are-indexes-others-numbers",
                        m -> observation(m).set(3, JSON.getNodeFactory().numberNode(7))));
    }

    @ParameterizedTest
    @MethodSource("mistakesInData")
    void itsRulesFindMistakesInData(String rule, Consumer<JsonNode> mistake) {
        JsonNode message = json(get(GradedPlan.standingBody(), FLOW));

        mistake.accept(message);

        assertThat(SdmxJsonRules.brokenByData(message)).anyMatch(broken -> broken.startsWith(rule + ":"));
    }

    static Stream<Arguments> mistakesInStructure() {
        String components = "/data/dataStructures/0/dataStructureComponents";
        return Stream.of(
                mistake(
                        "artefact.version-is-one",
                        m -> at(m, "/data/codelists/0").put("version", "một")),
                mistake(
                        "artefact.urn-says-what-it-is",
                        m -> at(m, "/data/codelists/0").put("id", "CL_X")),
                mistake(
                        "item.ids-are-distinct",
                        m -> at(m, "/data/codelists/0/codes/1").put("id", "A")),
                mistake(
                        "item.parent-is-in-the-list",
                        m -> at(m, "/data/codelists/1/codes/1").put("parent", "99")),
                mistake(
                        "dimension.position-is-its-place",
                        m -> at(m, components + "/dimensionList/dimensions/1").put("position", 0)),
                mistake(
                        "time-dimension.has-its-fixed-id",
                        m -> at(m, components + "/dimensionList/timeDimension").put("id", "TIME")),
                mistake(
                        "component.is-enumerated-or-formatted",
                        m -> at(m, components + "/measureList/measures/0/localRepresentation")
                                .put("enumeration", "x")),
                mistake(
                        "component.concept-is-an-urn",
                        m -> at(m, components + "/measureList/measures/0").put("conceptIdentity", "OBS_VALUE")),
                mistake(
                        "references.are-in-the-message",
                        m -> at(m, "/data/conceptSchemes/0/concepts/0").put("id", "OTHER")),
                mistake(
                        "agencyscheme.id-and-version-are-fixed",
                        m -> at(m, "/data/agencySchemes/0").put("version", "1.0.0")));
    }

    @ParameterizedTest
    @MethodSource("mistakesInStructure")
    void itsRulesFindMistakesInStructure(String rule, Consumer<JsonNode> mistake) {
        JsonNode message = json(get(GradedPlan.standingBody(), "structure/*/*/*/*"));

        mistake.accept(message);

        assertThat(SdmxJsonRules.brokenByStructure(message, true)).anyMatch(broken -> broken.startsWith(rule + ":"));
    }

    private static Arguments mistake(String rule, Consumer<JsonNode> mistake) {
        return Arguments.of(rule, mistake);
    }

    private static ObjectNode at(JsonNode message, String pointer) {
        return (ObjectNode) message.at(pointer);
    }

    private static ArrayNode observation(JsonNode message) {
        return (ArrayNode) message.at("/data/dataSets/0/series")
                .elements()
                .next()
                .path("observations")
                .elements()
                .next();
    }

    private static UUID indicator(String canonicalCode, String unit) {
        return GradedPlan.indicator(GradedPlan.PLAN, "10675", "10675.VHXH", canonicalCode, unit, canonicalCode);
    }

    /// Each figure as `key time values unit`, resolved through the message's own indexes.
    private static List<String> observations(JsonNode message) {
        JsonNode structure = message.at("/data/structures/0");
        JsonNode dataSet = message.at("/data/dataSets/0");
        List<JsonNode> dimensions = new ArrayList<>();
        structure.at("/dimensions/series").forEach(dimensions::add);
        structure.at("/dimensions/observation").forEach(dimensions::add);
        List<String> found = new ArrayList<>();
        dataSet.path("observations")
                .fields()
                .forEachRemaining(one -> found.add(observation(dimensions, dataSet, one.getKey(), one.getValue())));
        dataSet.path("series")
                .fields()
                .forEachRemaining(series -> series.getValue()
                        .path("observations")
                        .fields()
                        .forEachRemaining(one -> found.add(observation(
                                dimensions, dataSet, series.getKey() + ":" + one.getKey(), one.getValue()))));
        return found;
    }

    private static String observation(List<JsonNode> dimensions, JsonNode dataSet, String key, JsonNode values) {
        String[] parts = key.split(":", -1);
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < parts.length; i++) {
            JsonNode value = dimensions.get(i).path("values").get(Integer.parseInt(parts[i]));
            texts.add(
                    value.has("id")
                            ? value.path("id").asText()
                            : value.path("value").asText());
        }
        String unit = dataSet.path("dimensionGroupAttributes")
                .path("::" + parts[2] + ":")
                .path(0)
                .asText();
        return String.join(".", texts.subList(0, 3)) + " " + texts.get(3) + " " + values + " " + unit;
    }

    private static List<String> ids(JsonNode message, String pointer) {
        List<String> ids = new ArrayList<>();
        message.at(pointer).forEach(one -> ids.add(one.path("id").asText()));
        return ids;
    }

    private static Response with(String token, String parameter, String value) {
        return request(token).queryParam(parameter, value).get(path(FLOW));
    }

    private static Response get(String token, String path) {
        return request(token).get(path(path));
    }

    private static RequestSpecification request(String token) {
        return RestAssured.given().auth().oauth2(token);
    }

    private static String path(String path) {
        return "/api/v1/sdmx/v2/" + path;
    }

    private static JsonNode json(Response answer) {
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        try {
            return JSON.readTree(answer.asString());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(answer.asString(), e);
        }
    }
}
