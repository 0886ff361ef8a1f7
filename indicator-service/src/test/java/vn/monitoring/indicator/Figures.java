package vn.monitoring.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.util.UUID;

/// Enters figures through the API and reads answers, for the tests of what follows from figures.
public final class Figures {

    private static final ObjectMapper JSON = new ObjectMapper();

    private Figures() {}

    /// Submits as the reporter and verifies as the standing body; returns the measurement's id.
    ///
    /// @param numbers JSON members: `"numerator": 721, "denominator": 1000`
    public static String verified(UUID indicatorId, String period, String asOf, String numbers) {
        String id = submitted(indicatorId, period, asOf, numbers);
        verify(id, 0);
        return id;
    }

    public static String submitted(UUID indicatorId, String period, String asOf, String numbers) {
        Response answer = RestAssured.given()
                .auth()
                .oauth2(GradedPlan.reporter())
                .contentType("application/json")
                .body("""
                        {"indicatorId": "%s", "period": "%s", "asOf": "%s", %s}""".formatted(indicatorId, period, asOf, numbers))
                .post("/api/v1/measurements");
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(201);
        return json(answer).get("id").asText();
    }

    public static void verify(String id, long version) {
        Response answer = RestAssured.given()
                .auth()
                .oauth2(GradedPlan.standingBody())
                .contentType("application/json")
                .header("If-Match", "\"" + version + "\"")
                .body("{}")
                .post("/api/v1/measurements/" + id + "/verification");
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
    }

    public static Response get(String token, String path) {
        return RestAssured.given().auth().oauth2(token).get("/api/v1/" + path);
    }

    public static JsonNode json(Response answer) {
        return tree(answer.asString());
    }

    public static JsonNode tree(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(json, e);
        }
    }
}
