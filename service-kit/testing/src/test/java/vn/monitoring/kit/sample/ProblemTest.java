package vn.monitoring.kit.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.monitoring.kit.testing.PlatformTestResource;
import vn.monitoring.kit.testing.TestDatabase;
import vn.monitoring.kit.testing.Tokens;

@QuarkusTest
@QuarkusTestResource(PlatformTestResource.class)
class ProblemTest {

    @BeforeEach
    void units() {
        TestDatabase.shared().truncateAll();
        TestDatabase.shared().execute("""
                        insert into unit (code, path, type, name, version) values
                            ('31', '31', 'PROVINCE', 'Hải Phòng', 1),
                            ('10675', '31.10675', 'COMMUNE_PHUONG', 'Kinh Môn', 1),
                            ('24', '24', 'PROVINCE', 'Bắc Ninh', 1)""");
    }

    @Test
    void answersInTheReadersLanguageWithAStableCode() {
        as(reporter())
                .header("Accept-Language", "vi")
                .get("/notes/absent/x")
                .then()
                .statusCode(404);
        problem(
                        as(reporter())
                                .header("Accept-Language", "en-US,en;q=0.9")
                                .get("/nowhere")
                                .then(),
                        404,
                        "NOT_FOUND")
                .body("title", equalTo("Not found"))
                .body("type", equalTo("urn:problem:not-found"))
                .body("instance", equalTo("/nowhere"))
                .body("traceId", notNullValue());
        problem(as(reporter()).get("/nowhere").then(), 404, "NOT_FOUND").body("title", equalTo("Không tìm thấy"));
    }

    @Test
    void refusesAbsentAndBadTokens() {
        String body = "{\"unitCode\":\"10675\",\"content\":\"a\"}";
        problem(
                        RestAssured.given()
                                .contentType("application/json")
                                .body(body)
                                .post("/notes")
                                .then(),
                        401,
                        "UNAUTHENTICATED")
                .header("WWW-Authenticate", "Bearer");
        for (String token : new String[] {
            "not-a-token",
            reporter().expiresAt(Instant.now().minusSeconds(60)).token(),
            reporter().audience("another-service").token(),
            reporter().issuer("http://localhost:1/realms/other").token()
        }) {
            problem(
                    RestAssured.given()
                            .auth()
                            .oauth2(token)
                            .contentType("application/json")
                            .body(body)
                            .post("/notes")
                            .then(),
                    401,
                    "UNAUTHENTICATED");
        }
        problem(
                as(Tokens.as("inspector-31").roles("inspector").units("31"))
                        .body(body)
                        .post("/notes")
                        .then(),
                403,
                "FORBIDDEN");
    }

    @Test
    void hidesWhatLiesInAnotherUnit() {
        problem(
                as(reporter())
                        .body("{\"unitCode\":\"24\",\"content\":\"a\"}")
                        .post("/notes")
                        .then(),
                404,
                "NOT_FOUND");
        problem(
                as(reporter())
                        .body("{\"unitCode\":\"99\",\"content\":\"a\"}")
                        .post("/notes")
                        .then(),
                404,
                "NOT_FOUND");
    }

    @Test
    void namesTheFieldsThatAreWrong() {
        problem(
                        as(reporter())
                                .body("{\"unitCode\":\"10675\",\"content\":\" \"}")
                                .post("/notes")
                                .then(),
                        400,
                        "INVALID_REQUEST")
                .body("violations.field", hasItem("content"));
        problem(as(reporter()).body("{\"unitCode\":").post("/notes").then(), 400, "INVALID_REQUEST");
        problem(
                        as(reporter())
                                .body("{\"unitCode\":{},\"content\":\"a\"}")
                                .post("/notes")
                                .then(),
                        400,
                        "INVALID_REQUEST")
                .body("violations.field", hasItem("unitCode"));
        problem(
                as(reporter())
                        .body("{\"unitcode\":\"10675\",\"content\":\"a\"}")
                        .post("/notes")
                        .then(),
                400,
                "INVALID_REQUEST");
    }

    @Test
    void refusesOtherMethodsAndMediaTypes() {
        problem(as(reporter()).delete("/notes").then(), 405, "METHOD_NOT_ALLOWED");
        problem(
                as(reporter())
                        .contentType("text/plain")
                        .body("a")
                        .post("/notes")
                        .then(),
                415,
                "UNSUPPORTED_MEDIA_TYPE");
    }

    @Test
    void guardsChangesByVersion() {
        String location = as(reporter())
                .body("{\"unitCode\":\"10675\",\"content\":\"a\"}")
                .post("/notes")
                .header("Location");
        String path = location.substring(location.indexOf("/notes"));
        String body = "{\"unitCode\":\"10675\",\"content\":\"b\"}";
        problem(as(reporter()).body(body).put(path).then(), 428, "PRECONDITION_REQUIRED");
        problem(as(reporter()).header("If-Match", "\"7\"").body(body).put(path).then(), 412, "STALE");
        as(reporter())
                .header("If-Match", "\"0\"")
                .body(body)
                .put(path)
                .then()
                .statusCode(200)
                .body("version", equalTo(1));
    }

    @Test
    void tellsOfADuplicateWithoutInternals() {
        String body = "{\"unitCode\":\"10675\",\"content\":\"same\"}";
        as(reporter()).body(body).post("/notes").then().statusCode(201);
        String answer = problem(as(reporter()).body(body).post("/notes").then(), 409, "CONFLICT")
                .extract()
                .asString();
        assertThat(answer).doesNotContain("uq_note_content", "SQL");
    }

    @Test
    void revealsNothingOfAFailure() {
        String answer = problem(as(reporter()).get("/notes/failing").then(), 500, "INTERNAL")
                .body("detail", not(equalTo("")))
                .extract()
                .asString();
        assertThat(answer).doesNotContain("hunter2", "IllegalState", "/etc/secret");
    }

    private static Tokens reporter() {
        return Tokens.as("reporter-10675").roles("reporter").units("10675");
    }

    private static RequestSpecification as(Tokens who) {
        return RestAssured.given().auth().oauth2(who.token()).contentType("application/json");
    }

    private static ValidatableResponse problem(ValidatableResponse response, int status, String code) {
        return response.statusCode(status)
                .contentType("application/problem+json")
                .body("code", equalTo(code))
                .body("status", equalTo(status));
    }
}
