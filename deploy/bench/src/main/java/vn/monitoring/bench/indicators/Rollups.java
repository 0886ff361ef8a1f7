package vn.monitoring.bench.indicators;

import com.fasterxml.jackson.databind.JsonNode;
import vn.monitoring.bench.suite.Unavailable;
import vn.monitoring.client.Api;
import vn.monitoring.client.Json;
import vn.monitoring.client.UnexpectedAnswer;

/// Answers of `GET /rollups`.
final class Rollups {

    private Rollups() {}

    /// @throws Unavailable when there is no such endpoint
    static void require(Api api, String user, String path) {
        try {
            api.as(user).get(path);
        } catch (UnexpectedAnswer answer) {
            if (answer.status() == 404) {
                throw new Unavailable("GET /rollups: 404");
            }
            throw answer;
        }
    }

    /// Whether the answer has this numerator for the unit and indicator.
    static boolean shows(String body, String unit, String canonicalCode, int numerator) {
        for (JsonNode row : Json.tree(body).path("rows")) {
            if (row.path("unitCode").asText().equals(unit)) {
                for (JsonNode cell : row.path("cells")) {
                    if (cell.path("canonicalCode").asText().equals(canonicalCode)) {
                        return cell.path("numerator").asDouble() == numerator;
                    }
                }
            }
        }
        return false;
    }
}
