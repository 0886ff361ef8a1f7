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
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.monitoring.indicator.Callers;
import vn.monitoring.kit.testing.EventSchemas;
import vn.monitoring.kit.testing.Events;
import vn.monitoring.kit.testing.PlatformTestResource;
import vn.monitoring.kit.testing.TestDatabase;
import vn.monitoring.kit.testing.Tokens;

@QuarkusTest
@QuarkusTestResource(PlatformTestResource.class)
class UnitResourceTest {

    private static final String HEADER =
            "code,parent_code,type,name,agency_type,block,aliases,agency_identifier,valid_from,valid_to\n";

    private static final String TREE = HEADER + """
            10675.VHXH,10675,AGENCY,Phòng Văn hóa - Xã hội,VHXH,CHINH_QUYEN,VH-XH|Phòng Văn hoá Xã hội,,2025-07-01,
            10675,31,COMMUNE_PHUONG,Phường Kinh Môn,,CHINH_QUYEN,,H31.10,2025-07-01,
            31,,PROVINCE,Hải Phòng,,,,,,
            11002,31,COMMUNE_PHUONG,Phường Thạch Khôi,,,,,,
            10675.VHXH.1,10675.VHXH,SUB_UNIT,"Tổ một, văn hóa",,,,,,
            """;

    @BeforeEach
    void empty() {
        Callers.emptyDatabase();
    }

    @Test
    void takesUnitsInWhateverOrderTheyStand() {
        Response answer = importUnits(TREE, "");

        assertThat(answer.statusCode()).isEqualTo(207);
        JsonPath json = answer.jsonPath();
        assertThat(json.getMap("summary"))
                .containsEntry("rowsIn", 5)
                .containsEntry("created", 5)
                .containsEntry("failed", 0)
                .containsEntry("applied", true);
        assertThat(json.getList("results.row")).isEqualTo(List.of(2, 3, 4, 5, 6));
        assertThat(json.getList("results.status")).containsOnly(201);
        assertThat(TestDatabase.shared().ask("select path from unit where code = '10675.VHXH.1'"))
                .isEqualTo("31.10675.10675_VHXH.10675_VHXH_1");
    }

    @Test
    void tellsOnlyWhatChanged() {
        String marker = "Phường Kinh Môn " + Instant.now();
        importUnits(TREE, "");
        Response again = importUnits(TREE, "");
        assertThat(again.jsonPath().getInt("summary.unchanged")).isEqualTo(5);
        assertThat(TestDatabase.shared().ask("select max(version) from unit")).isEqualTo("1");

        Response renamed = importUnits(TREE.replace("Phường Kinh Môn", marker), "");

        assertThat(renamed.jsonPath().getMap("summary"))
                .containsEntry("updated", 1)
                .containsEntry("unchanged", 4);
        await().untilAsserted(() -> assertThat(Events.read("monitoring.unit"))
                .filteredOn(event -> event.data().path("name").asText().equals(marker))
                .singleElement()
                .satisfies(event -> {
                    assertThat(event.type()).isEqualTo("vn.monitoring.unit.changed.v1");
                    assertThat(event.key()).isEqualTo("10675");
                    assertThat(event.data().path("version").asInt()).isEqualTo(2);
                    assertThat(EventSchemas.violations(
                                    event.type(), event.data().toString()))
                            .isEmpty();
                }));
    }

    @Test
    void movesASubtreeWithItsTop() {
        importUnits(TREE + "10675.KT,10675,AGENCY,Phòng Kinh tế,KT,,,,,\n", "");

        importUnits(HEADER + "10675.VHXH,10675.KT,AGENCY,Phòng Văn hóa - Xã hội,VHXH,,,,,\n", "");

        assertThat(TestDatabase.shared().ask("select path from unit where code = '10675.VHXH.1'"))
                .isEqualTo("31.10675.10675_KT.10675_VHXH.10675_VHXH_1");
        assertThat(TestDatabase.shared().ask("select version from unit where code = '10675.VHXH.1'"))
                .isEqualTo("2");
    }

    @Test
    void failsTheRowsThatAreWrongAndTakesTheOthers() {
        Response answer = importUnits(HEADER + """
                31,,PROVINCE,Hải Phòng,,,,,,
                10675,31,COMMUNE_PHUONG,Phường Kinh Môn,,,,,,
                10675,31,COMMUNE_PHUONG,Phường Kinh Môn lần hai,,,,,,
                1067,31,COMMUNE_PHUONG,Mã thiếu,,,,,,
                10675.A,10675.B,AGENCY,Vòng một,,,,,,
                10675.B,10675.A,AGENCY,Vòng hai,,,,,,
                10675.C,10675.A,AGENCY,Dưới vòng,,,,,,
                10675.D,10675.X,AGENCY,Mồ côi,,,,,,
                10675.E,10675.D,AGENCY,Dưới mồ côi,,,,,,
                10675.F,10675,OFFICE,Loại lạ,,,,,,
                10675.G,10675,AGENCY,,,,,,,
                10675.H,10675,AGENCY,Khối lạ,,KHAC,,,,
                10675.I,10675,AGENCY,Ngày sai,,,,,01/07/2025,
                10675.J,10675,AGENCY,Hết hạn trước,,,,,2025-07-01,2025-01-01
                10675.K,11002,AGENCY,Khác xã,,,,,,
                10675.L,10675,AGENCY,Mã định danh sai,,,,h31-10,,
                24,,PROVINCE,Bắc Ninh,,,,,,
                07228,24,COMMUNE_PHUONG,Phường Đa Mai,,,,,,
                """, "");

        JsonPath json = answer.jsonPath();
        assertThat(answer.statusCode()).isEqualTo(207);
        assertThat(json.getList("results.findAll { it.problem == null }.code")).isEqualTo(List.of("31", "10675"));
        assertThat(problems(json))
                .containsEntry(4, "DUPLICATE_UNIT_ROW")
                .containsEntry(5, "BAD_UNIT_CODE")
                .containsEntry(6, "UNIT_CYCLE")
                .containsEntry(7, "UNIT_CYCLE")
                .containsEntry(8, "UNKNOWN_PARENT")
                .containsEntry(9, "UNKNOWN_PARENT")
                .containsEntry(10, "UNKNOWN_PARENT")
                .containsEntry(11, "BAD_UNIT_FIELD")
                .containsEntry(12, "BAD_UNIT_FIELD")
                .containsEntry(13, "BAD_UNIT_FIELD")
                .containsEntry(14, "BAD_UNIT_FIELD")
                .containsEntry(15, "BAD_UNIT_FIELD")
                .containsEntry(16, "BAD_UNIT_FIELD")
                .containsEntry(17, "BAD_UNIT_FIELD")
                .containsEntry(18, "UNIT_OUT_OF_SCOPE")
                .containsEntry(19, "UNIT_OUT_OF_SCOPE");
        assertThat(json.getInt("summary.failed")).isEqualTo(16);
        assertThat(TestDatabase.shared().ask("select count(*) from unit")).isEqualTo("2");
    }

    @Test
    void doesNotTakeAUnitOutOfAnotherProvince() {
        as("province-admin", "24")
                .urlEncodingEnabled(false)
                .contentType("text/csv; charset=UTF-8")
                .body(HEADER + "24,,PROVINCE,Bắc Ninh,,,,,,\n07228,24,COMMUNE_PHUONG,Đa Mai,,,,,,\n")
                .post("/api/v1/units:batch");
        importUnits(TREE, "");

        Response answer = importUnits(HEADER + "07228,31,COMMUNE_PHUONG,Đa Mai,,,,,,\n", "");

        assertThat(problems(answer.jsonPath())).containsEntry(2, "UNIT_OUT_OF_SCOPE");
        assertThat(TestDatabase.shared().ask("select path from unit where code = '07228'"))
                .isEqualTo("24.07228");
    }

    @Test
    void writesNothingInADryRun() {
        Response answer = importUnits(TREE, "?dryRun=true");

        assertThat(answer.jsonPath().getInt("summary.created")).isEqualTo(5);
        assertThat(answer.jsonPath().getBoolean("summary.applied")).isFalse();
        assertThat(TestDatabase.shared().ask("select count(*) from unit")).isEqualTo("0");
    }

    @Test
    void writesAllOrNothingWhenAskedTo() {
        Response answer = importUnits(TREE + "1,31,COMMUNE_XA,Sai mã,,,,,,\n", "?atomic=true&results=failed");

        assertThat(problems(answer.jsonPath())).containsEntry(2, "NOT_APPLIED").containsEntry(7, "BAD_UNIT_CODE");
        assertThat(TestDatabase.shared().ask("select count(*) from unit")).isEqualTo("0");
    }

    @Test
    void answersFilesThatCannotBeUsedWithOneProblem() {
        assertProblem(importUnits("", ""), 422, "UNITS_EMPTY");
        assertProblem(importUnits(HEADER, ""), 422, "UNITS_EMPTY");
        assertProblem(importUnits("mã,tên\n31,Hải Phòng\n", ""), 422, "UNITS_HEADER_MISSING");
        assertProblem(
                as("province-admin", "31")
                        .urlEncodingEnabled(false)
                        .contentType("text/csv; charset=UTF-8")
                        .body(new byte[] {'c', 'o', 'd', 'e', (byte) 0xff, (byte) 0xfe, '\n'})
                        .post("/api/v1/units:batch"),
                400,
                "UNITS_UNREADABLE");
        assertProblem(
                as("province-admin", "31")
                        .urlEncodingEnabled(false)
                        .contentType("application/json")
                        .body("[]")
                        .post("/api/v1/units:batch"),
                415,
                "UNSUPPORTED_MEDIA_TYPE");
    }

    @Test
    void asksForATokenAndTheRole() {
        assertProblem(
                RestAssured.given()
                        .urlEncodingEnabled(false)
                        .contentType("text/csv; charset=UTF-8")
                        .body(TREE)
                        .post("/api/v1/units:batch"),
                401,
                "UNAUTHENTICATED");
        assertProblem(
                as("reporter", "10675")
                        .urlEncodingEnabled(false)
                        .contentType("text/csv; charset=UTF-8")
                        .body(TREE)
                        .post("/api/v1/units:batch"),
                403,
                "FORBIDDEN");
        assertProblem(RestAssured.given().get("/api/v1/units"), 401, "UNAUTHENTICATED");
        assertProblem(RestAssured.given().get("/api/v1/units/31"), 401, "UNAUTHENTICATED");
        assertProblem(
                RestAssured.given()
                        .auth()
                        .oauth2(Tokens.as("x").roles("public").units("31").token())
                        .get("/api/v1/units"),
                403,
                "FORBIDDEN");
        assertProblem(
                RestAssured.given()
                        .auth()
                        .oauth2(Tokens.as("x").roles("public").units("31").token())
                        .get("/api/v1/units/31"),
                403,
                "FORBIDDEN");
    }

    @Test
    void listsOnlyTheCallersSubtreePageByPage() {
        importUnits(TREE, "");

        JsonPath first = as("reporter", "10675").get("/api/v1/units?limit=2").jsonPath();
        Response second = as("reporter", "10675").get("/api/v1/units?limit=2&cursor=" + first.getString("next"));

        assertThat(first.getList("items.code")).isEqualTo(List.of("10675", "10675.VHXH"));
        assertThat(second.jsonPath().getList("items.code")).isEqualTo(List.of("10675.VHXH.1"));
        assertThat(second.jsonPath().getString("next")).isNull();
        assertThat(as("reporter", "10675").get("/api/v1/units?limit=2").header("Link"))
                .contains("rel=\"next\"");
    }

    @Test
    void findsUnitsByTypeParentAndWordsWithoutMarks() {
        importUnits(TREE, "");

        assertThat(codes("?type=COMMUNE_PHUONG")).isEqualTo(List.of("10675", "11002"));
        assertThat(codes("?parent=10675")).isEqualTo(List.of("10675.VHXH"));
        assertThat(codes("?agencyType=VHXH")).isEqualTo(List.of("10675.VHXH"));
        assertThat(codes("?q=kinh mon")).isEqualTo(List.of("10675"));
        assertThat(codes("?q=Văn hoá")).isEqualTo(List.of("10675.VHXH", "10675.VHXH.1"));
        assertThat(codes("?q=100%")).isEmpty();
        assertProblem(as("leader", "31").get("/api/v1/units?limit=201"), 400, "INVALID_REQUEST");
        assertProblem(as("leader", "31").get("/api/v1/units?cursor=!!"), 400, "INVALID_REQUEST");
    }

    @Test
    void showsOneUnitWithItsVersion() {
        importUnits(TREE, "");

        Response answer = as("reporter", "10675").get("/api/v1/units/10675.VHXH");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.header("ETag")).isEqualTo("\"1\"");
        assertThat(answer.jsonPath().getList("aliases")).isEqualTo(List.of("VH-XH", "Phòng Văn hoá Xã hội"));
        assertThat(as("reporter", "10675")
                        .header("If-None-Match", "\"1\"")
                        .get("/api/v1/units/10675.VHXH")
                        .statusCode())
                .isEqualTo(304);
        assertProblem(as("reporter", "10675").get("/api/v1/units/11002"), 404, "NOT_FOUND");
        assertProblem(as("reporter", "10675.VHXH").get("/api/v1/units/10675"), 404, "NOT_FOUND");
        assertProblem(as("leader", "31").get("/api/v1/units/99999"), 404, "NOT_FOUND");
    }

    @Test
    void repeatsTheAnswerOfARepeatedRequest() {
        Response first = importWithKey(TREE);
        Response second = importWithKey(TREE);

        assertThat(second.asString()).isEqualTo(first.asString());
        assertThat(second.jsonPath().getInt("summary.created")).isEqualTo(5);
        assertProblem(importWithKey(TREE + "\n10676,31,COMMUNE_XA,Khác,,,,,,\n"), 422, "IDEMPOTENCY_KEY_REUSED");
    }

    private static Response importWithKey(String csv) {
        return as("province-admin", "31")
                .urlEncodingEnabled(false)
                .header("Idempotency-Key", "units-1")
                .contentType("text/csv; charset=UTF-8")
                .body(csv.getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .post("/api/v1/units:batch");
    }

    private static Response importUnits(String csv, String query) {
        return as("province-admin", "31")
                .urlEncodingEnabled(false)
                .contentType("text/csv; charset=UTF-8")
                .body(csv.getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .post("/api/v1/units:batch" + query);
    }

    private static List<String> codes(String query) {
        return as("leader", "31").get("/api/v1/units" + query).jsonPath().getList("items.code");
    }

    private static Map<Integer, String> problems(JsonPath json) {
        Map<Integer, String> problems = new java.util.TreeMap<>();
        for (Map<String, Object> result : json.<Map<String, Object>>getList("results")) {
            if (result.get("problem") instanceof Map<?, ?> problem) {
                problems.put((Integer) result.get("row"), String.valueOf(problem.get("code")));
            }
        }
        return problems;
    }
}
