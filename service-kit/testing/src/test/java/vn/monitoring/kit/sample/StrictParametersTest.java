package vn.monitoring.kit.sample;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.monitoring.kit.testing.PlatformTestResource;

@QuarkusTest
@QuarkusTestResource(PlatformTestResource.class)
class StrictParametersTest {

    private static final String ID = "01a20657-4ae6-7d47-ac8e-92e2f49dc48b";

    @Test
    void readsWhatIsWellFormed() {
        ask(ID, "of=" + ID + "&on=2026-06-30&open=false&dryRun=true&limit=7")
                .statusCode(200)
                .body(equalTo(ID + " 2026-06-30 false true 7"));
    }

    @Test
    void takesWhatIsLeftOutOrEmptyAsUsual() {
        ask(ID, "").statusCode(200).body(equalTo("null null null false 50"));
        ask(ID, "of=&on=&open=&dryRun=&limit=").statusCode(200).body(equalTo("null null null false 50"));
    }

    @ParameterizedTest
    @CsvSource({
        "dryRun, yes",
        "dryRun, TRUE",
        "dryRun, 1",
        "limit, ' '",
        "limit, 1.5",
        "limit, 2147483648",
        "open, perhaps",
        "on, 2025-02-30",
        "on, +9999999-01-01",
        "on, 0000-01-01",
        "of, 1-1-1-1-1",
        "of, 01a20657-4ae6-7d47-ac8e-92e2f49dc48b0",
        "of, xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"
    })
    void refusesAQueryByTheParametersName(String name, String value) {
        ask(ID, name + "=" + value.replace("+", "%2B").replace(" ", "%20"))
                .statusCode(400)
                .body("code", equalTo("INVALID_REQUEST"))
                .body("violations[0].in", equalTo("query"))
                .body("violations[0].field", equalTo(name));
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "1-1-1-1-1", "01a20657-4ae6-7d47-ac8e-92e2f49dc48b0"})
    void leadsNowhereWithAPathThatIsNoId(String id) {
        ask(id, "").statusCode(404).body("code", equalTo("NOT_FOUND"));
    }

    private static ValidatableResponse ask(String id, String query) {
        return given().urlEncodingEnabled(false)
                .get("/parameters/" + id + (query.isEmpty() ? "" : "?" + query))
                .then();
    }
}
