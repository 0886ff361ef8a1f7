package vn.monitoring.indicator;

import static io.restassured.RestAssured.given;

import io.restassured.specification.RequestSpecification;
import vn.monitoring.kit.testing.TestDatabase;
import vn.monitoring.kit.testing.Tokens;

/// Requests as the people of the sample provinces, and the units that they belong to.
public final class Callers {

    private Callers() {}

    /// A request of a person in a role for a unit: `as("reporter", "10675")`.
    public static RequestSpecification as(String role, String... units) {
        return given().auth()
                .oauth2(Tokens.as(role + "-" + String.join("-", units))
                        .roles(role)
                        .units(units)
                        .token());
    }

    /// Empties everything but what the migrations seed.
    public static void emptyDatabase() {
        TestDatabase.shared().truncateAll("canonical_indicator", "grading_policy");
    }
}
