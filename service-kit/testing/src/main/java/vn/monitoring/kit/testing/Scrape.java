package vn.monitoring.kit.testing;

import io.restassured.RestAssured;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// What Prometheus gets of the application under test.
///
/// @param values by series as they are written: `monitoring_consumer_lag_records{channel="units"}`
public record Scrape(Map<String, Double> values) {

    public static Scrape now() {
        String text = RestAssured.given()
                .accept("text/plain")
                .get("/q/metrics")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        Map<String, Double> values = new LinkedHashMap<>();
        text.lines().filter(line -> !line.startsWith("#")).forEach(line -> {
            int blank = line.lastIndexOf(' ');
            values.put(line.substring(0, blank).replace(",}", "}"), Double.valueOf(line.substring(blank + 1)));
        });
        return new Scrape(values);
    }

    /// @throws AssertionError when there is no such series
    public double value(String series) {
        Double value = values.get(series);
        if (value == null) {
            throw new AssertionError("no series " + series + " in the scrape, which has " + names());
        }
        return value;
    }

    /// The names without labels, sorted.
    public Set<String> names() {
        return values.keySet().stream()
                .map(series -> series.contains("{") ? series.substring(0, series.indexOf('{')) : series)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
