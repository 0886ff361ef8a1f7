package vn.monitoring.gateway;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(Ports.class)
class ContractPagesTest {

    @ParameterizedTest
    @CsvSource({
        "/openapi.yaml, application/yaml;charset=utf-8",
        "/openapi.json, application/json",
        "/asyncapi.yaml, application/yaml;charset=utf-8",
        "/docs, text/html;charset=utf-8",
        "/docs/swagger-ui-bundle.js, text/javascript;charset=utf-8",
        "/docs/swagger-ui.css, text/css;charset=utf-8",
        "/docs/favicon-32x32.png, image/png"
    })
    void servesToEverybodyWithItsType(String path, String type) {
        given().get(path)
                .then()
                .statusCode(200)
                .contentType(type)
                .header("X-Content-Type-Options", "nosniff")
                .header("Cache-Control", "no-cache");
    }

    @Test
    void servesOneContractOfAllServicesWithItsOwnRealm() {
        given().get("/openapi.json")
                .then()
                .statusCode(200)
                .body("openapi", startsWith("3.1"))
                .body("paths", hasKey("/api/v1/units"))
                .body("paths", hasKey("/api/v1/tasks"))
                .body("paths", hasKey("/api/v1/reports"))
                .body("paths.'/api/v1/units'.get.responses", hasKey("429"))
                .body("components.securitySchemes.openId.openIdConnectUrl", not(containsString("invalid")));
    }

    @Test
    void bundlesTheSchemasOfTheEvents() {
        String document = given().get("/asyncapi.yaml").asString();

        assertThat(document)
                .contains("asyncapi: \"3.0.0\"", "vn.monitoring.task.completed.v1")
                .doesNotContain("./vn.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/openapi.yaml", "/docs"})
    void answersNotModifiedToItsOwnTag(String path) {
        String tag = given().get(path).header("ETag");

        given().header("If-None-Match", tag).get(path).then().statusCode(304).header("ETag", tag);
        given().header("If-None-Match", "\"other\"").get(path).then().statusCode(200);
    }

    @Test
    void answersHeadWithoutABody() {
        given().head("/openapi.yaml").then().statusCode(200).body(equalTo(""));
    }

    @Test
    void loadsNothingFromElsewhere() {
        String page = given().get("/docs")
                .then()
                .header("Content-Security-Policy", startsWith("default-src 'none'; script-src 'self';"))
                .header("Content-Security-Policy", matchesPattern(".*; connect-src 'self' https?://[^/;]+;.*"))
                .extract()
                .asString();

        Matcher links = Pattern.compile("(?:src|href)=\"([^\"]*)\"").matcher(page);
        while (links.find()) {
            assertThat(links.group(1)).startsWith("/").doesNotStartWith("//");
            given().get(links.group(1)).then().statusCode(200);
        }
        assertThat(page).doesNotContain("<script>").contains("/docs/docs.js");
    }

    @Test
    void takesNothing() {
        given().post("/docs").then().statusCode(404);
    }
}
