package vn.monitoring.gateway;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(Ports.class)
class DashboardPagesTest {

    private static final Pattern PART = Pattern.compile("[\"'](?:/static/bundle/|\\./)([\\w.-]+\\.(?:js|css))[\"']");
    private static final Pattern ROUTE = Pattern.compile("path: '(/[a-z]*)");

    /// The bound before charts, compressed.
    private static final int MOST_BYTES = 400_000;

    @ParameterizedTest
    @ValueSource(
            strings = {"/", "/overview", "/indicators/019a-any", "/tasks/calendar", "/reports", "/public/019a-any"})
    void servesOnePageForAllItsAddresses(String path) {
        given().get(path)
                .then()
                .statusCode(200)
                .contentType("text/html;charset=utf-8")
                .header("Cache-Control", "no-cache")
                .header(
                        "Content-Security-Policy",
                        startsWith("default-src 'none'; script-src 'self'; style-src 'self';"))
                .header("X-Content-Type-Options", "nosniff")
                .body(containsString("<monitoring-app>"))
                .body(not(containsString("src=\"http")), not(containsString("href=\"http")));
    }

    @Test
    void knowsEveryAddressOfThePages() throws IOException {
        String routes = Files.readString(Path.of("src/main/web/app/routes.ts"));

        List<String> addresses = ROUTE.matcher(routes)
                .results()
                .map(match -> match.group(1))
                .filter(path -> !path.equals("/"))
                .distinct()
                .toList();

        assertThat(addresses).isNotEmpty();
        assertThat(DashboardPages.PATHS).containsExactlyInAnyOrderElementsOf(addresses);
    }

    @Test
    void partsAreKeptForEver() {
        String script = PART.matcher(given().get("/").asString())
                .results()
                .map(match -> match.group(1))
                .filter(name -> name.endsWith(".js"))
                .findFirst()
                .orElseThrow();

        given().header("Accept-Encoding", "gzip")
                .get("/static/bundle/" + script)
                .then()
                .statusCode(200)
                .contentType("text/javascript;charset=utf-8")
                .header("Content-Encoding", "gzip")
                .header("Cache-Control", "public, max-age=31536000, immutable");
    }

    @Test
    void whatIsNotThereIsAProblem() {
        given().get("/static/bundle/absent.js")
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .header("Cache-Control", "no-store")
                .body("code", equalTo("NOT_FOUND"));
    }

    @Test
    void isSmallBeforeTheCharts() {
        Map<String, Integer> sizes = new TreeMap<>();
        Deque<String> found = new ArrayDeque<>(parts(given().get("/").asString()));
        Set<String> seen = new HashSet<>(found);
        while (!found.isEmpty()) {
            String name = found.pop();
            if (name.startsWith("charts-")) {
                continue;
            }
            byte[] plain = given().get("/static/bundle/" + name).asByteArray();
            sizes.put(name, PublishedDocument.of("", plain).content(true).length);
            parts(new String(plain, java.nio.charset.StandardCharsets.UTF_8)).stream()
                    .filter(seen::add)
                    .forEach(found::add);
        }
        assertThat(sizes).hasSizeGreaterThan(5);
        assertThat(sizes.values().stream().mapToInt(Integer::intValue).sum())
                .as("compressed bytes of %s", sizes)
                .isLessThan(MOST_BYTES);
    }

    private static List<String> parts(String text) {
        return PART.matcher(text)
                .results()
                .map((MatchResult match) -> match.group(1))
                .distinct()
                .toList();
    }
}
