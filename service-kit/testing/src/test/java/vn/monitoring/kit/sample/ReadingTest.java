package vn.monitoring.kit.sample;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.monitoring.kit.testing.PlatformTestResource;
import vn.monitoring.kit.testing.TestDatabase;
import vn.monitoring.kit.testing.Tokens;

/// What every read promises by the kit alone.
@QuarkusTest
@QuarkusTestResource(PlatformTestResource.class)
class ReadingTest {

    @BeforeEach
    void units() {
        TestDatabase.shared().truncateAll();
        TestDatabase.shared()
                .execute(
                        "insert into unit (code, path, type, name, version) values ('10675', '10675', 'COMMUNE_PHUONG', 'Kinh Môn', 1)");
    }

    @Test
    void answersNotModifiedToWhoKnowsTheEtag() {
        Response made = reporter()
                .contentType("application/json")
                .body(Map.of("unitCode", "10675", "content", "a"))
                .post("/notes");
        String place = made.header("Location");
        String tag = reporter().get(place).header("ETag");

        for (String known : new String[] {tag, "W/" + tag, "\"99\", " + tag}) {
            Response again = reporter().header("If-None-Match", known).get(place);
            assertThat(again.statusCode()).as(known).isEqualTo(304);
            assertThat(again.header("ETag")).isEqualTo(tag);
            assertThat(again.asString()).isEmpty();
        }
        assertThat(reporter().header("If-None-Match", "\"99\"").get(place).statusCode())
                .isEqualTo(200);
    }

    @Test
    void announcesTheEndOfAnOperationOnEachOfItsAnswers() {
        Response answer = reporter().get("/notes/oldest");

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.header("Deprecation")).isEqualTo("@1796058000");
        assertThat(answer.header("Sunset")).isEqualTo("Wed, 30 Jun 2027 16:59:59 GMT");
        assertThat(answer.header("Link")).isEqualTo("<https://example.vn/changes>; rel=\"deprecation\"");
        assertThat(reporter().get("/notes/1").header("Sunset")).isNull();
    }

    @Test
    void marksTheOperationInTheContract() {
        var contract =
                RestAssured.given().accept("application/json").get("/q/openapi").jsonPath();

        assertThat(contract.getBoolean("paths.'/notes/oldest'.get.deprecated")).isTrue();
        assertThat(contract.getString("paths.'/notes/oldest'.get.description"))
                .contains("answers until 2027-06-30", "Read `/notes/{id}`.");
    }

    private static RequestSpecification reporter() {
        return RestAssured.given()
                .auth()
                .oauth2(Tokens.as("reporter-10675")
                        .roles("reporter")
                        .units("10675")
                        .token());
    }
}
