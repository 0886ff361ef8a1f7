package vn.monitoring.gateway;

import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;

/// A client of the gateway that holds a good token.
final class TestClient {

    private TestClient() {}

    static RequestSpecification given() {
        return RestAssured.given().header("Authorization", authorization());
    }

    static String authorization() {
        return "Bearer " + FakeIssuer.shared().token();
    }
}
