package vn.monitoring.kit.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.RestAssured;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Holds a service to its committed `openapi.yaml`. To accept a change run its test with `-Dopenapi.update=true`.
public final class OpenApiContract {

    private OpenApiContract() {}

    /// Compares the running application's document with the module's file; called from within a `@QuarkusTest`.
    public static void check(String module) {
        Path file = Path.of(System.getProperty("monitoring.root", ".."), module, "openapi.yaml");
        String served = RestAssured.given()
                .accept("application/yaml")
                .get("/q/openapi")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        try {
            if (Boolean.getBoolean("openapi.update")) {
                Files.writeString(file, served);
            }
            assertThat(Files.exists(file) ? Files.readString(file) : "")
                    .as(
                            "%s is not what the code serves; look at the difference, then accept it with "
                                    + "-Dopenapi.update=true",
                            file.getFileName())
                    .isEqualTo(served);
            assertThat(ContractExceptions.remaining(ContractRules.violations(document())))
                    .as("operations of %s that break what the API promises of all of them", module)
                    .isEmpty();
            assertThat(ContractConduct.violations(document()))
                    .as("operations of %s that do not do what the document says of all of them", module)
                    .isEmpty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode document() throws IOException {
        return new ObjectMapper()
                .readTree(RestAssured.given()
                        .accept("application/json")
                        .get("/q/openapi")
                        .then()
                        .statusCode(200)
                        .extract()
                        .asString());
    }
}
