package vn.monitoring.indicator.unit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static vn.monitoring.indicator.Callers.as;
import static vn.monitoring.indicator.Problems.assertProblem;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.monitoring.indicator.Callers;
import vn.monitoring.kit.testing.EventSchemas;
import vn.monitoring.kit.testing.Events;
import vn.monitoring.kit.testing.PlatformTestResource;
import vn.monitoring.kit.testing.TestClock;
import vn.monitoring.kit.testing.TestDatabase;
import vn.monitoring.kit.web.Cursor;

@QuarkusTest
@QuarkusTestResource(PlatformTestResource.class)
class UnitChangeResourceTest {

    private static final String TREE = """
            code,parent_code,type,name,agency_type,block,aliases,agency_identifier,valid_from,valid_to
            31,,PROVINCE,Hải Phòng,,,,,,
            10675,31,COMMUNE_XA,Xã Kinh Môn,,CHINH_QUYEN,,,2025-07-01,
            10675.VHXH,10675,AGENCY,Phòng Văn hóa - Xã hội,VHXH,CHINH_QUYEN,VH-XH,,2025-07-01,
            10675.KT,10675,AGENCY,Phòng Kinh tế,KT,CHINH_QUYEN,,,,
            10675.CU,10675,AGENCY,Phòng đã giải thể,,CHINH_QUYEN,,,2025-07-01,2025-12-31
            10678,31,COMMUNE_XA,Xã An Lưu,,CHINH_QUYEN,,,2025-07-01,
            11002,31,COMMUNE_PHUONG,Phường Thạch Khôi,,,,,2025-07-01,
            """;

    private final TestClock clock;
    private final DueUnitChanges due;

    UnitChangeResourceTest(TestClock clock, DueUnitChanges due) {
        this.clock = clock;
        this.due = due;
    }

    @BeforeEach
    void units() {
        Callers.emptyDatabase();
        clock.setToday(LocalDate.of(2026, 6, 15));
        importUnits("31", TREE);
        importUnits("24", """
                code,parent_code,type,name
                24,,PROVINCE,Bắc Ninh
                07228,24,COMMUNE_XA,Xã Đa Mai
                """);
    }

    @AfterEach
    void realTime() {
        clock.reset();
    }

    @Test
    void renamesFromADayThatHasPassed() {
        Response answer = rename("10675", 1, "Xã Kinh Môn Mới", "2026-01-01");

        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        assertThat(answer.header("ETag")).isEqualTo("\"2\"");
        assertThat(answer.jsonPath().getString("unit.name")).isEqualTo("Xã Kinh Môn Mới");
        assertThat(answer.jsonPath().getList("unit.aliases")).isEqualTo(List.of("Xã Kinh Môn"));
        assertThat(answer.jsonPath().getMap("recorded[0]"))
                .containsEntry("kind", "RENAMED")
                .containsEntry("effectiveOn", "2026-01-01")
                .containsEntry("decisionDocument", "Nghị quyết 12/NQ-HĐND")
                .containsEntry("inForce", true);
        assertThat(get("10675?asOf=2025-12-31").getString("name")).isEqualTo("Xã Kinh Môn");
        assertThat(get("10675?asOf=2026-01-01").getString("name")).isEqualTo("Xã Kinh Môn Mới");
        assertThat(get("10675?asOf=2025-06-30").getBoolean("exists")).isFalse();
    }

    @Test
    void reclassifiesOnADayToComeOnceItIsThere() {
        Response answer = post("10675", "reclassification", "\"1\"", """
                {"type": "COMMUNE_PHUONG", "name": "Phường Kinh Môn", "effectiveOn": "2026-07-01",
                 "decisionDocument": "Nghị quyết 15/NQ-UBTVQH"}""");

        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        assertThat(answer.jsonPath().getString("unit.type")).isEqualTo("COMMUNE_XA");
        assertThat(answer.jsonPath().getBoolean("recorded[0].inForce")).isFalse();
        assertThat(get("10675?asOf=2026-07-01").getString("type")).isEqualTo("COMMUNE_PHUONG");
        assertThat(due.applyAllDue()).isZero();

        clock.setToday(LocalDate.of(2026, 7, 1));
        assertThat(due.applyAllDue()).isEqualTo(1);
        assertThat(due.applyAllDue()).isZero();

        assertThat(get("10675").getString("type")).isEqualTo("COMMUNE_PHUONG");
        assertThat(get("10675").getString("name")).isEqualTo("Phường Kinh Môn");
        assertThat(get("10675?asOf=2026-06-30").getString("type")).isEqualTo("COMMUNE_XA");
        assertThat(get("10675").getLong("version")).isEqualTo(3);
        await().untilAsserted(() -> {
            Events.Event last = Events.read("monitoring.unit", "10675").getLast();
            assertThat(last.data().path("type").asText()).isEqualTo("COMMUNE_PHUONG");
            assertThat(last.data().path("version").asInt()).isEqualTo(3);
        });
    }

    @Test
    void appliesWhatIsDueOnceWhenTwoReplicasLook() throws ExecutionException, InterruptedException {
        rename("10675", 1, "Xã Khác", "2026-07-01");
        rename("10678", 1, "Xã Khác nữa", "2026-07-01");
        clock.setToday(LocalDate.of(2026, 7, 2));

        List<Integer> applied = both(due::applyAllDue, due::applyAllDue);

        assertThat(applied.stream().mapToInt(Integer::intValue).sum()).isEqualTo(2);
        assertThat(TestDatabase.shared()
                        .ask("select string_agg(version::text, ',') from unit where name like 'Xã Khác%'"))
                .isEqualTo("3,3");
    }

    @Test
    void mergesSeveralUnitsIntoANewOne() {
        Response answer = post("10675", "merger", "\"1\"", """
                {"into": "10680", "newUnit": {"type": "COMMUNE_PHUONG", "name": "Phường An Sinh"},
                 "others": [{"code": "10678", "version": 1}], "effectiveOn": "2026-01-01",
                 "decisionDocument": "Nghị quyết 20/NQ-UBTVQH"}""");

        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        assertThat(answer.jsonPath().getList("recorded.kind"))
                .containsExactlyInAnyOrder(
                        "ENTERED", "MERGED", "MERGED", "CEASED", "CEASED", "CEASED", "TOOK_OVER", "TOOK_OVER");
        assertThat(answer.jsonPath().getMap("unit"))
                .containsEntry("validTo", "2025-12-31")
                .containsEntry("successorCode", "10680");
        JsonPath successor = get("10680");
        assertThat(successor.getMap("$"))
                .containsEntry("type", "COMMUNE_PHUONG")
                .containsEntry("parentCode", "31")
                .containsEntry("path", "31.10680")
                .containsEntry("validFrom", "2026-01-01");
        assertThat(successor.getList("predecessorCodes")).isEqualTo(List.of("10675", "10678"));
        assertThat(get("10675.VHXH").getString("validTo")).isEqualTo("2025-12-31");
        assertThat(get("10675.VHXH").getString("successorCode")).isNull();
        assertThat(get("10675?asOf=2025-12-31").getMap("$"))
                .containsEntry("exists", true)
                .containsEntry("validTo", null)
                .containsEntry("successorCode", null);
        assertThat(codes("?existingOn=2026-01-01")).isEqualTo(List.of("10680", "11002", "31"));
        assertThat(codes("?existingOn=2025-12-31&type=COMMUNE_XA")).isEqualTo(List.of("10675", "10678"));
        await().untilAsserted(() -> {
            for (String code : List.of("10675", "10678", "10680")) {
                Events.Event last = Events.read("monitoring.unit", code).getLast();
                assertThat(EventSchemas.violations(last.type(), last.data().toString()))
                        .isEmpty();
                assertThat(last.data().path("successorCode").asText("")).isEqualTo(code.equals("10680") ? "" : "10680");
                assertThat(last.data().path("predecessorCodes")).hasSize(code.equals("10680") ? 2 : 0);
            }
        });
    }

    @Test
    void mergesIntoAnExistingUnitOnADayToCome() {
        Response answer = merge("10678", "\"1\"", "10675", "2026-07-01");

        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        assertThat(get("10678").getString("validTo")).isNull();
        assertThat(get("10675").getList("predecessorCodes")).isEmpty();
        assertThat(get("10678?asOf=2026-07-01").getString("successorCode")).isEqualTo("10675");
        clock.setToday(LocalDate.of(2026, 7, 3));
        assertThat(due.applyAllDue()).isEqualTo(2);

        assertThat(get("10678").getString("validTo")).isEqualTo("2026-06-30");
        assertThat(get("10675").getList("predecessorCodes")).isEqualTo(List.of("10678"));
        assertProblem(rename("10678", 3, "Xã Không còn", "2026-08-01"), 409, "UNIT_CEASED");
        assertProblem(merge("10678", "\"3\"", "11002", "2026-08-01"), 409, "UNIT_CEASED");
        assertThat(rename("10678", 3, "Xã An Lưu cũ", "2026-01-01").statusCode())
                .isEqualTo(200);
    }

    @Test
    void mergesAgenciesOfOneCommune() {
        Response answer = merge("10675.KT", "\"1\"", "10675.VHXH", "2026-03-01");

        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        assertThat(get("10675.VHXH").getList("predecessorCodes")).isEqualTo(List.of("10675.KT"));
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            10675,      10675,      2026-01-01, 422, MERGER_IMPOSSIBLE
            10675,      10675.VHXH, 2026-01-01, 422, MERGER_IMPOSSIBLE
            10675,      31,         2026-01-01, 422, MERGER_IMPOSSIBLE
            10675,      99999,      2026-01-01, 404, UNIT_OUT_OF_SCOPE
            10675,      07228,      2026-01-01, 404, UNIT_OUT_OF_SCOPE
            10675,      10678,      2025-07-01, 422, BEFORE_FIRST_DAY
            10675,      10678,      0001-01-01, 422, BAD_UNIT_FIELD
            10675.CU,   10675.VHXH, 2026-03-01, 409, UNIT_CEASED
            10675.VHXH, 10675.CU,   2026-03-01, 409, UNIT_CEASED
            """)
    void refusesMergersThatCannotBe(String code, String into, String day, int status, String problem) {
        assertProblem(merge(code, "\"1\"", into, day), status, problem);
        assertThat(TestDatabase.shared().ask("select max(version) from unit")).isEqualTo("1");
        assertThat(TestDatabase.shared().ask("select count(*) from unit_change where kind <> 'ENTERED'"))
                .isEqualTo("0");
    }

    @Test
    void refusesAProvinceThatStillHasCommunesAndNewUnitsThatBreakTheRules() {
        assertProblem(
                as("province-admin", "31", "24")
                        .contentType("application/json")
                        .header("If-Match", "\"1\"")
                        .body(merger("24", "2026-01-01"))
                        .post("/api/v1/units/31/merger"),
                422,
                "MERGER_IMPOSSIBLE");
        assertProblem(newUnit("1068", "{\"name\": \"Xã mới\"}"), 422, "BAD_UNIT_CODE");
        assertProblem(newUnit("10680", "{\"name\": \" \"}"), 400, "INVALID_REQUEST");
        assertProblem(newUnit("10680", "{\"name\": \"Xã\", \"agencyIdentifier\": \"h.1\"}"), 422, "BAD_UNIT_FIELD");
        assertProblem(newUnit("10680", "{\"name\": \"Xã\", \"parentCode\": \"24\"}"), 404, "UNIT_OUT_OF_SCOPE");
        assertProblem(newUnit("11002", "{\"name\": \"Đã có mã\"}"), 422, "MERGER_IMPOSSIBLE");
        Response laterDecision = rename("10675", 1, "Xã Tên sau", "2026-05-01");
        assertThat(laterDecision.statusCode()).isEqualTo(200);
        assertProblem(merge("10675", "\"2\"", "10678", "2026-02-01"), 409, "LATER_CHANGE");
    }

    @Test
    void refusesChangesThatAreNone() {
        assertProblem(rename("10675", 1, "Xã  Kinh Môn", "2026-01-01"), 422, "NOTHING_CHANGES");
        assertProblem(rename("10675", 1, "Xã Sớm quá", "2025-06-30"), 422, "BEFORE_FIRST_DAY");
        assertProblem(rename("10675", 1, "Xã Xa quá", "9999-01-01"), 422, "BAD_UNIT_FIELD");
        assertProblem(reclassify("10675", "\"type\": \"COMMUNE_XA\""), 422, "NOTHING_CHANGES");
        assertProblem(reclassify("10675", "\"type\": \"PROVINCE\""), 422, "RECLASSIFICATION_IMPOSSIBLE");
        assertProblem(reclassify("10675.KT", "\"type\": \"SUB_UNIT\""), 422, "RECLASSIFICATION_IMPOSSIBLE");
        assertProblem(reclassify("10675.KT", "\"agencyType\": \"KHAC\""), 400, "INVALID_REQUEST");
        assertThat(reclassify("10675.KT", "\"agencyType\": \"HCC\"").jsonPath().getString("unit.agencyType"))
                .isEqualTo("HCC");
    }

    @Test
    void letsOneOfTwoWritersThrough() throws ExecutionException, InterruptedException {
        List<Integer> statuses = both(
                () -> rename("10675", 1, "Xã Một", "2026-01-01").statusCode(),
                () -> rename("10675", 1, "Xã Hai", "2026-01-01").statusCode());

        assertThat(statuses).containsExactlyInAnyOrder(200, 412);
        assertThat(get("10675").getLong("version")).isEqualTo(2);
    }

    @Test
    void keepsAnyListFromTakingADecisionBack() {
        rename("10675", 1, "Xã Kinh Môn Mới", "2026-01-01");

        JsonPath again = importUnits("31", TREE).jsonPath();

        assertThat(again.getMap("summary")).containsEntry("failed", 1).containsEntry("unchanged", 6);
        assertThat(again.getString("results[1].problem.code")).isEqualTo("UNIT_DECIDED");
        assertThat(get("10675").getString("name")).isEqualTo("Xã Kinh Môn Mới");
        JsonPath asItIs = importUnits(
                        "31",
                        "code,parent_code,type,name,block,aliases,valid_from\n"
                                + "10675,31,COMMUNE_XA,Xã Kinh Môn Mới,DANG,KM,2025-07-01\n")
                .jsonPath();
        assertThat(asItIs.getInt("summary.updated")).isEqualTo(1);
    }

    @Test
    void showsTheHistoryPageByPage() {
        rename("10675", 1, "Xã Hai", "2026-01-01");
        rename("10675", 2, "Xã Ba", "2027-01-01");
        importUnits("31", TREE.replace("Phòng Kinh tế", "Phòng Kinh tế và Đô thị"));

        Response first = as("inspector", "31").get("/api/v1/units/10675/history?limit=2");
        Response second = as("inspector", "31")
                .get("/api/v1/units/10675/history?limit=2&cursor="
                        + first.jsonPath().getString("next"));

        assertThat(first.jsonPath().getList("items.name")).isEqualTo(List.of("Xã Ba", "Xã Hai"));
        assertThat(first.jsonPath().getList("items.inForce")).isEqualTo(List.of(false, true));
        assertThat(first.header("Link")).contains("rel=\"next\"");
        assertThat(second.jsonPath().getList("items.kind")).isEqualTo(List.of("ENTERED"));
        assertThat(second.jsonPath().getString("next")).isNull();
        assertThat(as("inspector", "31")
                        .get("/api/v1/units/10675.KT/history")
                        .jsonPath()
                        .getList("items.kind"))
                .isEqualTo(List.of("CORRECTED", "ENTERED"));
        assertProblem(as("inspector", "24").get("/api/v1/units/10675/history"), 404, "NOT_FOUND");
        assertProblem(as("inspector", "31").get("/api/v1/units/10675/history?cursor=!!"), 400, "INVALID_REQUEST");
        assertProblem(
                as("inspector", "31")
                        .get("/api/v1/units/10675/history?cursor=" + new Cursor(List.of("hôm nay", "1")).encode()),
                400,
                "INVALID_REQUEST");
        assertProblem(RestAssured.given().get("/api/v1/units/10675/history"), 401, "UNAUTHENTICATED");
        assertProblem(as("public", "31").get("/api/v1/units/10675/history"), 403, "FORBIDDEN");
        assertProblem(as("inspector", "31").get("/api/v1/units/10675?asOf=hôm nay"), 400, "INVALID_REQUEST");
        assertProblem(as("inspector", "31").get("/api/v1/units/10675?asOf=0001-01-01"), 400, "INVALID_REQUEST");
        assertProblem(as("inspector", "31").get("/api/v1/units?existingOn=0001-01-01"), 400, "INVALID_REQUEST");
    }

    @Test
    void replacesAliases() {
        String path = "/api/v1/units/10675.VHXH/aliases";
        String body = "{\"aliases\": [\"VH-XH\", \" Phòng  VHXH \", \"vh-xh\"]}";

        Response answer = json(as("standing-body", "10675"), body)
                .header("If-Match", "\"1\"")
                .put(path);

        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        assertThat(answer.header("ETag")).isEqualTo("\"2\"");
        assertThat(answer.jsonPath().getList("aliases")).isEqualTo(List.of("VH-XH", "Phòng VHXH"));
        assertThat(codes("?q=vhxh")).contains("10675.VHXH");
        assertProblem(json(as("standing-body", "10675"), body).put(path), 428, "PRECONDITION_REQUIRED");
        assertProblem(
                json(as("standing-body", "10675"), body)
                        .header("If-Match", "\"1\"")
                        .put(path),
                412,
                "STALE");
        assertThat(json(as("standing-body", "10675"), body)
                        .header("If-Match", "\"2\"")
                        .put(path)
                        .header("ETag"))
                .isEqualTo("\"2\"");
        assertProblem(
                json(as("reporter", "10675"), body).header("If-Match", "\"2\"").put(path), 403, "FORBIDDEN");
        assertProblem(
                json(RestAssured.given(), body).header("If-Match", "\"2\"").put(path), 401, "UNAUTHENTICATED");
        assertProblem(
                json(as("standing-body", "11002"), body)
                        .header("If-Match", "\"2\"")
                        .put(path),
                404,
                "NOT_FOUND");
        assertProblem(
                json(as("standing-body", "10675"), "{}")
                        .header("If-Match", "\"2\"")
                        .put(path),
                400,
                "INVALID_REQUEST");
        assertProblem(
                as("standing-body", "10675")
                        .contentType("text/plain")
                        .body("x")
                        .header("If-Match", "\"2\"")
                        .put(path),
                415,
                "UNSUPPORTED_MEDIA_TYPE");
        List<String> many = new ArrayList<>();
        for (int i = 0; i <= UnitAliases.MOST; i++) {
            many.add("\"tên " + i + "\"");
        }
        assertProblem(
                json(as("standing-body", "10675"), "{\"aliases\": " + many + "}")
                        .header("If-Match", "\"2\"")
                        .put(path),
                422,
                "BAD_UNIT_FIELD");
    }

    @ParameterizedTest
    @CsvSource({"renaming", "reclassification", "merger"})
    void asksForTokenRoleScopeVersionAndShape(String what) {
        String body = switch (what) {
            case "renaming" -> "{\"name\": \"Xã X\", \"effectiveOn\": \"2026-01-01\", \"decisionDocument\": \"NQ\"}";
            case "reclassification" ->
                "{\"type\": \"COMMUNE_PHUONG\", \"effectiveOn\": \"2026-01-01\", \"decisionDocument\": \"NQ\"}";
            default -> merger("10678", "2026-01-01");
        };
        String path = "/api/v1/units/10675/" + what;
        assertProblem(
                json(RestAssured.given(), body).header("If-Match", "\"1\"").post(path), 401, "UNAUTHENTICATED");
        assertProblem(json(as("leader", "31"), body).header("If-Match", "\"1\"").post(path), 403, "FORBIDDEN");
        assertProblem(
                json(as("province-admin", "24"), body)
                        .header("If-Match", "\"1\"")
                        .post(path),
                404,
                "NOT_FOUND");
        assertProblem(json(as("province-admin", "31"), body).post(path), 428, "PRECONDITION_REQUIRED");
        assertProblem(
                json(as("province-admin", "31"), body)
                        .header("If-Match", "\"7\"")
                        .post(path),
                412,
                "STALE");
        assertProblem(
                json(as("province-admin", "31"), body.replace("\"NQ\"", "\" \"").replace("Nghị quyết 20", ""))
                        .header("If-Match", "\"1\"")
                        .body("{\"effectiveOn\": \"2026-01-01\"}")
                        .post(path),
                400,
                "INVALID_REQUEST");
        assertProblem(
                as("province-admin", "31")
                        .contentType("text/plain")
                        .body(body)
                        .header("If-Match", "\"1\"")
                        .post(path),
                415,
                "UNSUPPORTED_MEDIA_TYPE");
        Response first = keyed(path, body);
        assertThat(first.statusCode()).as(first.asString()).isEqualTo(200);
        assertThat(keyed(path, body).asString()).isEqualTo(first.asString());
        assertProblem(keyed(path, body.replace("2026-01-01", "2026-02-01")), 422, "IDEMPOTENCY_KEY_REUSED");
    }

    @Test
    void listsTheKindsOfAgencies() {
        JsonPath types = as("reporter", "10675").get("/api/v1/agency-types").jsonPath();

        assertThat(types.getList("items.code")).contains("VHXH", "HCC", "MTTQ").doesNotHaveDuplicates();
        assertThat(types.getString("items.find { it.code == 'MTTQ' }.usualBlock"))
                .isEqualTo("MTTQ");
        assertProblem(RestAssured.given().get("/api/v1/agency-types"), 401, "UNAUTHENTICATED");
        assertProblem(as("public", "31").get("/api/v1/agency-types"), 403, "FORBIDDEN");
    }

    private static Response keyed(String path, String body) {
        return json(as("province-admin", "31"), body)
                .header("If-Match", "\"1\"")
                .header("Idempotency-Key", "k-1")
                .post(path);
    }

    private static RequestSpecification json(RequestSpecification request, String body) {
        return request.contentType("application/json").body(body);
    }

    private static Response rename(String code, long version, String name, String day) {
        return post(code, "renaming", "\"" + version + "\"", """
                {"name": "%s", "effectiveOn": "%s", "decisionDocument": "Nghị quyết 12/NQ-HĐND"}""".formatted(name, day));
    }

    private static Response reclassify(String code, String what) {
        return post(code, "reclassification", "\"1\"", """
                {%s, "effectiveOn": "2026-01-01", "decisionDocument": "Nghị quyết 15"}""".formatted(what));
    }

    private static Response merge(String code, String ifMatch, String into, String day) {
        return post(code, "merger", ifMatch, merger(into, day));
    }

    private static String merger(String into, String day) {
        return """
                {"into": "%s", "effectiveOn": "%s", "decisionDocument": "Nghị quyết 20"}""".formatted(into, day);
    }

    private static Response newUnit(String into, String unit) {
        return post("10675", "merger", "\"1\"", """
                {"into": "%s", "newUnit": %s, "effectiveOn": "2026-01-01", "decisionDocument": "NQ"}""".formatted(into, unit));
    }

    private static Response post(String code, String what, String ifMatch, String body) {
        return json(as("province-admin", "31"), body)
                .header("If-Match", ifMatch)
                .post("/api/v1/units/" + code + "/" + what);
    }

    private static JsonPath get(String path) {
        return as("leader", "31").get("/api/v1/units/" + path).jsonPath();
    }

    private static List<String> codes(String query) {
        return as("leader", "31").get("/api/v1/units" + query).jsonPath().getList("items.code");
    }

    private static Response importUnits(String province, String csv) {
        return as("province-admin", province)
                .urlEncodingEnabled(false)
                .contentType("text/csv; charset=UTF-8")
                .body(csv.getBytes(StandardCharsets.UTF_8))
                .post("/api/v1/units:batch");
    }

    private static List<Integer> both(
            java.util.concurrent.Callable<Integer> one, java.util.concurrent.Callable<Integer> other)
            throws ExecutionException, InterruptedException {
        try (ExecutorService pool = Executors.newFixedThreadPool(2)) {
            List<Integer> results = new ArrayList<>();
            for (Future<Integer> result : pool.invokeAll(List.of(one, other))) {
                results.add(result.get());
            }
            return results;
        }
    }
}
