package vn.monitoring.report.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.monitoring.kit.testing.PlatformTestResource;
import vn.monitoring.kit.testing.TestClock;
import vn.monitoring.kit.testing.TestDatabase;
import vn.monitoring.report.Given;

@QuarkusTest
@QuarkusTestResource(PlatformTestResource.class)
class PublicationResourceTest {

    private static final String PUBLICATIONS = "/api/v1/publications";
    private static final String DATASETS = "/api/v1/public/datasets";
    private static final Instant NOW = Instant.parse("2026-11-22T03:00:00Z");

    @Inject
    TestClock clock;

    private final UUID plan = UUID.randomUUID();

    @BeforeEach
    void start() {
        Given.units();
        clock.set(NOW);
        Given.toldGrade(Given.grade(UUID.randomUUID(), plan, "2026-09-10", "BEHIND", 60.5, 1)
                .put("indicatorName", "=Tỷ lệ \"hồ sơ\"; một"));
        Given.toldGrade(Given.grade(UUID.randomUUID(), plan, "2026-09-10", "ACHIEVED", 90, 1)
                .put("indicatorNumber", "14"));
        Given.toldTask(Given.task(UUID.randomUUID(), plan, "2026-09-10", "WITHIN_TIME", 1));
        Given.until("select (select count(*) from grade_fact) + (select count(*) from task_fact)", 3);
    }

    @AfterEach
    void end() {
        clock.reset();
    }

    @Test
    void publishesChosenFieldsAndNoOthersToEverybody() {
        Response made = publish(Map.of("kind", "INDICATORS", "fields", List.of("name", "value", "asOf", "status")));
        made.then()
                .statusCode(201)
                .header("Location", endsWith(PUBLICATIONS + "/" + id(made)))
                .header("ETag", equalTo("\"1\""))
                .body("asAt", equalTo("2026-09-30"))
                .body("fields", contains("name", "value", "status", "asOf"))
                .body("licence", equalTo("CC-BY-4.0"))
                .body("decidedBy", equalTo("standing-body-10675"))
                .body("rowCount", equalTo(2));

        RestAssured.get(DATASETS + "/" + id(made))
                .then()
                .statusCode(200)
                .header("Cache-Control", equalTo("public, max-age=300"))
                .header("ETag", notNullValue())
                .body("title.vi", equalTo("Kết quả thực hiện chỉ tiêu của Phường Kinh Môn, quý III năm 2026"))
                .body("publisher.unitCode", equalTo("10675"))
                .body("issued", equalTo(NOW.toString()))
                .body("decision", equalTo("Quyết định số 12/QĐ-UBND"))
                .body("fields.code", contains("name", "value", "status", "asOf"))
                .body("fields[2].unit.vi", containsString("SLIGHTLY_BEHIND chậm nhẹ"))
                .body("distribution.mediaType", hasItem("text/csv"))
                .body("decidedBy", nullValue());
        RestAssured.get(DATASETS + "/" + id(made) + "/rows?limit=1")
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].keySet()", containsInAnyOrder("name", "value", "status", "asOf"))
                .body("items[0].name", equalTo("=Tỷ lệ \"hồ sơ\"; một"))
                .body("items[0].value", equalTo(60.5f))
                .body("next", notNullValue());
        String next =
                RestAssured.get(DATASETS + "/" + id(made) + "/rows?limit=1").path("next");
        RestAssured.get(DATASETS + "/" + id(made) + "/rows?limit=1&cursor=" + next)
                .then()
                .body("items[0].status", equalTo("ACHIEVED"))
                .body("next", nullValue());
    }

    @Test
    void givesFilesOfWhatIsPublic() throws IOException {
        String id = id(publish(Map.of("kind", "INDICATORS", "fields", List.of("name", "value", "asOf"))));

        Response csv = RestAssured.get(DATASETS + "/" + id + "/file?format=csv");
        csv.then()
                .statusCode(200)
                .contentType("text/csv")
                .header("Cache-Control", equalTo("public, max-age=300"))
                .header("Content-Disposition", containsString("indicators-10675-2026-Q3.csv"))
                .header("X-Content-Type-Options", equalTo("nosniff"));
        // a text that a spreadsheet would take for a formula stays a text
        assertThat(csv.asString().lines().toList())
                .hasSize(3)
                .anyMatch(line -> line.contains("Chỉ tiêu") && line.contains("Giá trị"))
                .anyMatch(line -> line.contains("'=Tỷ lệ") && line.contains("60"))
                .noneMatch(line -> line.contains("BEHIND"));
        Response xlsx = RestAssured.get(DATASETS + "/" + id + "/file?format=xlsx");
        xlsx.then().statusCode(200).header("ETag", not(equalTo(csv.header("ETag"))));
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(xlsx.asByteArray()))) {
            assertThat(zip.getNextEntry()).isNotNull();
        }
        RestAssured.get(DATASETS + "/" + id + "/file")
                .then()
                .statusCode(200)
                .contentType("application/json")
                .body("dataset.identifier", equalTo(id))
                .body("rows", hasSize(2))
                .body("rows[0].keySet()", containsInAnyOrder("name", "value", "asOf"));
        RestAssured.get(DATASETS + "/" + id + "/file?format=pdf").then().statusCode(400);
    }

    @Test
    void answersThatNothingChanged() {
        String id = id(publish(Map.of()));
        for (String path : List.of("", "/rows", "/file?format=csv", "/file?format=json")) {
            String tag = RestAssured.get(DATASETS + "/" + id + path).header("ETag");
            RestAssured.given()
                    .header("If-None-Match", "\"other\", " + tag)
                    .get(DATASETS + "/" + id + path)
                    .then()
                    .statusCode(304)
                    .header("ETag", equalTo(tag));
        }
    }

    @Test
    void publishesDistributionsOfGradesAndOfTasks() {
        String grades = id(publish(Map.of()));
        RestAssured.get(DATASETS + "/" + grades + "/rows")
                .then()
                .body("items", hasSize(8))
                .body("items.find { it.status == 'ACHIEVED' }.count", equalTo(1))
                .body("items.find { it.status == 'BEHIND' }.count", equalTo(1))
                .body("items.find { it.status == 'MISSED' }.count", equalTo(0));
        String tasks = id(publish(Map.of("kind", "TASK_TIMELINESS", "fields", List.of("timeliness", "count"))));
        RestAssured.get(DATASETS + "/" + tasks + "/rows")
                .then()
                .body("items", hasSize(1))
                .body("items[0].timeliness", equalTo("OVERDUE"))
                .body("items[0].count", equalTo(1));
    }

    @Test
    void keepsWhatWasPublishedWhenTheFactsChange() {
        String id = id(publish(Map.of()));
        Given.toldGrade(Given.grade(UUID.randomUUID(), plan, "2026-09-10", "MISSED", 1, 1));
        Given.until("select count(*) from grade_fact", 3);
        RestAssured.get(DATASETS + "/" + id + "/rows")
                .then()
                .body("items.find { it.status == 'MISSED' }.count", equalTo(0));

        Response again = publish(Map.of());
        again.then().statusCode(201);
        RestAssured.get(DATASETS + "/" + id).then().statusCode(404);
        RestAssured.get(DATASETS + "/" + id(again) + "/rows")
                .then()
                .body("items.find { it.status == 'MISSED' }.count", equalTo(1));
        as("inspector", "31")
                .get(PUBLICATIONS + "/" + id)
                .then()
                .statusCode(200)
                .body("withdrawalReason", equalTo("REPLACED"));
        publish(Map.of("publicFrom", NOW.plusSeconds(60).toString()))
                .then()
                .statusCode(409)
                .body("code", equalTo("PUBLICATION_EXISTS"))
                .body("publicationId", equalTo(id(again)));
    }

    @Test
    void isPublicFromTheMomentDecidedUntilItIsWithdrawn() {
        Response made = publish(Map.of("publicFrom", NOW.plusSeconds(3_600).toString()));
        RestAssured.get(DATASETS + "/" + id(made)).then().statusCode(404);
        RestAssured.get(DATASETS + "/" + id(made) + "/rows").then().statusCode(404);
        RestAssured.get(DATASETS + "/" + id(made) + "/file").then().statusCode(404);
        RestAssured.get(DATASETS).then().statusCode(200).body("items", hasSize(0));

        clock.advance(Duration.ofHours(1));
        RestAssured.get(DATASETS + "/" + id(made)).then().statusCode(200);
        RestAssured.get(DATASETS + "?unit=31&kind=SCORECARD&period=2026-Q3")
                .then()
                .header("Cache-Control", equalTo("public, max-age=60"))
                .body("items.identifier", contains(id(made)));
        RestAssured.get(DATASETS + "?unit=11002").then().body("items", hasSize(0));
        RestAssured.get(DATASETS + "?kind=INDICATORS").then().body("items", hasSize(0));

        withdraw(made, null).then().statusCode(428);
        withdraw(made, "\"9\"").then().statusCode(412);
        withdraw(made, "\"1\"")
                .then()
                .statusCode(200)
                .body("withdrawnAt", equalTo(NOW.plusSeconds(3_600).toString()))
                .body("withdrawalReason", equalTo("Sai số liệu"));
        withdraw(made, "\"2\"").then().statusCode(409).body("code", equalTo("PUBLICATION_WITHDRAWN"));
        RestAssured.get(DATASETS + "/" + id(made)).then().statusCode(404);
        RestAssured.get(DATASETS + "/" + id(made) + "/file").then().statusCode(404);
    }

    @Test
    void refusesWhatCannotBePublished() {
        publish(Map.of("kind", "PEOPLE")).then().statusCode(422).body("code", equalTo("PUBLICATION_KIND_UNKNOWN"));
        publish(Map.of("fields", List.of("count", "submittedBy")))
                .then()
                .statusCode(422)
                .body("code", equalTo("FIELD_NOT_PUBLISHABLE"))
                .body("violations[0].field", equalTo("fields"))
                .body("violations[0].message", containsString("submittedBy"));
        publish(Map.of("asAt", "2026-11-23")).then().statusCode(422).body("code", equalTo("DAY_NOT_REACHED"));
        publish(Map.of("period", "2026-Q5")).then().statusCode(400);
        publish(Map.of("fields", List.of())).then().statusCode(400);
        publish(Map.of("decision", " ")).then().statusCode(400);
    }

    @Test
    void isDecidedByThoseOfTheUnitAlone() {
        Response made = publish(Map.of());
        RestAssured.given()
                .contentType("application/json")
                .body(body(Map.of()))
                .post(PUBLICATIONS)
                .then()
                .statusCode(401);
        RestAssured.get(PUBLICATIONS).then().statusCode(401);
        as("reporter", "10675").body(body(Map.of())).post(PUBLICATIONS).then().statusCode(403);
        as("standing-body", "11002")
                .body(body(Map.of()))
                .post(PUBLICATIONS)
                .then()
                .statusCode(404);
        as("leader", "11002").get(PUBLICATIONS + "/" + id(made)).then().statusCode(404);
        as("leader", "11002").get(PUBLICATIONS).then().statusCode(200).body("items", hasSize(0));
        as("leader", "31").get(PUBLICATIONS + "?unit=10675").then().body("items.id", contains(id(made)));
        as("leader", "31")
                .get(PUBLICATIONS + "/kinds")
                .then()
                .statusCode(200)
                .body("items.kind", hasItem("SCORECARD"))
                .body("items.find { it.kind == 'TASK_TIMELINESS' }.fields.code", contains("timeliness", "count"));
    }

    @Test
    void holdsThePublishedRowsInTheDatabaseToo() {
        publish(Map.of()).then().statusCode(201);

        assertThatThrownBy(() -> TestDatabase.shared().execute("update publication_row set data = '{}'"))
                .hasMessageContaining("never change");
    }

    private static io.restassured.specification.RequestSpecification as(String role, String unit) {
        return Given.as(role, unit);
    }

    private static Map<String, Object> body(Map<String, Object> settings) {
        Map<String, Object> body = new HashMap<>(Map.of(
                "kind", "SCORECARD",
                "unitCode", "10675",
                "period", "2026-Q3",
                "fields", List.of("status", "count"),
                "decision", "Quyết định số 12/QĐ-UBND"));
        body.putAll(settings);
        return body;
    }

    private static Response publish(Map<String, Object> settings) {
        return as("standing-body", "10675").body(body(settings)).post(PUBLICATIONS);
    }

    private static Response withdraw(Response made, @Nullable String ifMatch) {
        var request = as("leader", "10675").body(Map.of("reason", "Sai số liệu"));
        return (ifMatch == null ? request : request.header("If-Match", ifMatch))
                .post(PUBLICATIONS + "/" + id(made) + "/withdrawal");
    }

    private static String id(Response made) {
        return made.path("id");
    }
}
