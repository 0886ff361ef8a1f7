package vn.monitoring.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.response.Response;

/// What every refused request has to look like.
public final class Problems {

    private Problems() {}

    public static void assertProblem(Response answer, int status, String code) {
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(status);
        assertThat(answer.contentType()).startsWith("application/problem+json");
        assertThat(answer.jsonPath().getString("code")).isEqualTo(code);
        assertThat(answer.jsonPath().getString("detail")).isNotBlank();
    }
}
