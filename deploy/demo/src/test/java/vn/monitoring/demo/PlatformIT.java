package vn.monitoring.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.Writer;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import vn.monitoring.client.Api;
import vn.monitoring.client.ClientFailure;
import vn.monitoring.client.Json;
import vn.monitoring.client.ProofKey;
import vn.monitoring.client.Session;
import vn.monitoring.client.Write;
import vn.monitoring.local.Platform;
import vn.monitoring.local.backup.Restore;
import vn.monitoring.local.component.Home;
import vn.monitoring.local.component.Ports;
import vn.monitoring.local.runtime.Project;
import vn.monitoring.local.runtime.RuntimeFolder;

/// The whole real platform on free ports: the demo twice, hostile tokens, and the end of every process at once.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PlatformIT {

    private static final Path ROOT = Path.of(System.getProperty("monitoring.root"));

    @TempDir
    static Path home;

    private Platform platform;
    private Api api;

    @BeforeAll
    void startPlatform() {
        RuntimeFolder runtime = RuntimeFolder.of(new Project(ROOT));
        platform = Platform.in(home, Ports.free(), runtime, false, System.out::println);
        platform.start();
        api = new Api(platform.gateway(), platform.keycloak());
    }

    @AfterAll
    void stopPlatform() {
        if (api != null) {
            api.close();
        }
        if (platform != null) {
            platform.close();
        }
    }

    /// As the job of a roll-out does, beside the services that work.
    @Test
    @Order(0)
    void migratesInAProcessThatEndsByItself() {
        RuntimeFolder runtime = RuntimeFolder.of(new Project(ROOT));
        for (String service : List.of("indicator-service", "task-service", "report-service")) {
            assertThat(platform.run(service, "migration", runtime, Map.of("MIGRATE", "only")))
                    .as("see " + platform.log(service + "-migration"))
                    .isZero();
        }
    }

    @Test
    @Order(1)
    void demoShowsThePlatformDoingItsJob() throws IOException {
        Run run = runDemo("first");
        assertThat(run.output()).contains("Everything is as expected");
        assertThat(run.exitCode()).isZero();
    }

    @Test
    @Order(2)
    void secondDemoChangesNothing() throws IOException {
        Snapshot before = Snapshot.of(api);

        Run run = runDemo("second");

        assertThat(run.exitCode()).as(run.output()).isZero();
        assertThat(run.output()).contains("nothing was changed");
        Snapshot after = Snapshot.of(api);
        assertThat(before.lostIn(after)).isEmpty();
        assertThat(after.lostIn(before)).isEmpty();
    }

    @Test
    @Order(3)
    void refusesTokensThatAreNotGoodHere() throws IOException, InterruptedException {
        try (KeycloakAdmin keycloak = new KeycloakAdmin(platform.keycloak())) {
            keycloak.createShortLivedClient("short-lived", 1);
            keycloak.createClientOfAnotherAudience("another-audience");
            keycloak.createUserWithoutRole("nobody-10675", "10675");
            String expired = keycloak.signIn("short-lived", "standing-10675");
            String good = keycloak.signIn("demo-cli", "standing-10675");
            for (String path : List.of("/api/v1/units", "/api/v1/tasks", "/api/v1/reports", "/api/v1/events")) {
                assertRefused(path, "", 401, "UNAUTHENTICATED");
                assertRefused(path, "nonsense", 401, "UNAUTHENTICATED");
                assertRefused(path, tampered(good), 401, "UNAUTHENTICATED");
                assertRefused(path, keycloak.signIn("another-audience", "standing-10675"), 401, "UNAUTHENTICATED");
                assertRefused(path, keycloak.signIn("demo-cli", "nobody-10675"), 403, "FORBIDDEN");
                await().untilAsserted(() -> assertRefused(path, expired, 401, "UNAUTHENTICATED"));
            }
        }
    }

    @Test
    @Order(4)
    void hidesWhatBelongsToAnotherUnit() {
        Session kinhMon = api.as("standing-10675");
        Session daMai = api.as("reporter-07228");
        for (String list : List.of("measurements", "tasks", "reports")) {
            String id = kinhMon.list("/api/v1/%s?unit=10675".formatted(list), JsonNode.class)
                    .getFirst()
                    .path("id")
                    .asText();
            assertThat(kinhMon.find("/api/v1/%s/%s".formatted(list, id), JsonNode.class))
                    .isPresent();
            assertThat(daMai.find("/api/v1/%s/%s".formatted(list, id), JsonNode.class))
                    .isEmpty();
        }
        assertThat(daMai.find("/api/v1/units/10675", JsonNode.class)).isEmpty();
        assertThat(daMai.list("/api/v1/measurements", Measurement.class))
                .extracting(Measurement::unitCode)
                .containsOnly("07228");
    }

    @Test
    @Order(5)
    void letsAProvincialSystemInByItsKey() {
        List<JsonNode> units = api.as("province-31-system").list("/api/v1/units?type=COMMUNE_PHUONG", JsonNode.class);

        assertThat(units).extracting(unit -> unit.path("code").asText()).contains("10675");
        assertThat(api.as("province-31-system").find("/api/v1/units/07228", JsonNode.class))
                .isEmpty();
        assertThat(api.as("province-24-system").find("/api/v1/units/07228", JsonNode.class))
                .isPresent();
    }

    @Test
    @Order(6)
    void takesABoundTokenOnlyWithAProof() throws IOException, InterruptedException {
        ProofKey key = new ProofKey();
        String token = api.tokens().bound("standing-10675", key);
        for (String path : List.of("/api/v1/units?type=AGENCY", "/api/v1/tasks", "/api/v1/reports")) {
            URI address = api.uri(path);
            String proof = key.proof("GET", address, token);

            assertThat(get(address, "DPoP " + token, proof).statusCode())
                    .as(path)
                    .isEqualTo(200);
            assertThat(get(address, "DPoP " + token, proof).statusCode())
                    .as("the same proof again: %s", path)
                    .isEqualTo(401);
            assertThat(get(address, "DPoP " + token, new ProofKey().proof("GET", address, token))
                            .statusCode())
                    .as("a proof of another key: %s", path)
                    .isEqualTo(401);
            assertThat(get(address, "DPoP " + token, null).statusCode()).isEqualTo(401);
            assertThat(get(address, "Bearer " + token, null).statusCode()).isEqualTo(401);
        }
    }

    @Test
    @Order(7)
    void generatedJavaClientDoesItsWork() throws Exception {
        new GeneratedJavaClient(platform.gateway(), () -> api.tokens().of("reporter-10675")).run();
    }

    /// Compiled by the build of deploy/clients where node is there; without it this is left out.
    @Test
    @Order(8)
    void generatedTypeScriptClientDoesItsWork() throws IOException, InterruptedException {
        Path program = ROOT.resolve("deploy/clients/target/scenario/dist/scenario.js");
        assumeTrue(Files.exists(program), "The TypeScript client was not compiled: install Node.js 20 or later");
        Process node = new ProcessBuilder(
                        "node", program.toString(), platform.gateway().toString())
                .redirectErrorStream(true)
                .start();
        try (Writer token = node.outputWriter(StandardCharsets.UTF_8)) {
            token.write(api.tokens().of("reporter-10675"));
        }
        String output = new String(node.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(node.waitFor()).as(output).isZero();
        assertThat(output).contains("Everything is as expected");
    }

    @Test
    @Order(9)
    void guidesDoWhatTheySay() throws IOException, InterruptedException {
        assumeTrue(
                Walkthrough.missingTools().isEmpty(),
                () -> "Left out: install " + String.join(", ", Walkthrough.missingTools()));
        Path folder = home.resolve("walkthrough");

        new Walkthrough(ROOT, "docs/administering.md", folder).runShell(platform.gateway(), platform.keycloak());
        Walkthrough guide = new Walkthrough(ROOT, "docs/integrating.md", folder);
        guide.runShell(platform.gateway(), platform.keycloak());

        String indicator = api.as("standing-10675").list("/api/v1/indicators?unit=10675", Indicator.class).stream()
                .filter(Indicator::isPercentage)
                .map(Indicator::id)
                .findFirst()
                .orElseThrow();
        assertThat(guide.runJava(platform.gateway(), api.tokens().of("reporter-10675"), indicator))
                .contains("SUBMITTED")
                .contains("true This indicator has a figure");
    }

    @Test
    @Order(10)
    void givesADisabledUserNoTokenThatOutlivesFiveMinutes() throws IOException, InterruptedException {
        try (KeycloakAdmin keycloak = new KeycloakAdmin(platform.keycloak())) {
            keycloak.createShortLivedClient("two-seconds", 2);
            keycloak.createShortLivedClient("a-day", 86_400);
            String token = keycloak.signIn("two-seconds", "reporter-11002");
            assertThat(get(api.uri("/api/v1/units"), "Bearer " + token, null).statusCode())
                    .isEqualTo(200);
            assertRefused("/api/v1/units", keycloak.signIn("a-day", "reporter-11002"), 401, "UNAUTHENTICATED");

            keycloak.enable("reporter-11002", false);
            try {
                await().atMost(Duration.ofSeconds(30))
                        .untilAsserted(() -> assertRefused("/api/v1/units", token, 401, "UNAUTHENTICATED"));
                assertThatThrownBy(() -> keycloak.signIn("two-seconds", "reporter-11002"))
                        .isInstanceOf(IOException.class);
            } finally {
                keycloak.enable("reporter-11002", true);
            }
        }
    }

    @Test
    @Order(11)
    void losesNothingWhenEveryProcessIsKilled() {
        Snapshot before = Snapshot.of(api);
        Map<String, Measurement> accepted = new ConcurrentHashMap<>();
        try (EventListener listener = new EventListener(api, "steering-31", null, event -> {})) {
            listener.start();
            Thread writer = Thread.ofVirtual().start(() -> enterFigures("2024", accepted));
            await().atMost(Duration.ofSeconds(60)).until(() -> accepted.size() >= 25);
            platform.killAll();
            await().until(() -> !writer.isAlive());
            platform.start();

            for (Measurement figure : accepted.values()) {
                assertThat(api.as("standing-31").get("/api/v1/measurements/" + figure.id(), Measurement.class))
                        .isEqualTo(figure);
            }
            assertThat(before.lostIn(Snapshot.of(api))).isEmpty();
            await().atMost(Duration.ofSeconds(60))
                    .untilAsserted(() -> assertThat(listener.events())
                            .filteredOn(event -> event.shortType().equals("measurement.submitted"))
                            .extracting(FeedEvent::subject)
                            .containsAll(accepted.keySet()));
            assertThat(listener.connections()).isGreaterThan(1);
            assertThat(listener.events()).extracting(FeedEvent::place).doesNotHaveDuplicates();
            assertThat(listener.events()).extracting(FeedEvent::id).doesNotHaveDuplicates();
        }
    }

    @Test
    @Order(12)
    void keepsTheRestReachableWhileAServiceIsDown() throws IOException, InterruptedException {
        platform.kill("task-service");

        HttpResponse<String> refused = ask("/api/v1/tasks");
        assertThat(refused.statusCode()).as(refused.body()).isEqualTo(503);
        assertThat(Json.tree(refused.body()).path("code").asText()).isEqualTo("UNAVAILABLE");
        assertThat(refused.headers().firstValue("Retry-After")).isPresent();
        for (String path : List.of("/api/v1/units", "/api/v1/measurements", "/api/v1/reports")) {
            assertThat(ask(path).statusCode()).as(path).isEqualTo(200);
        }

        platform.start("task-service");
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(
                        () -> assertThat(ask("/api/v1/tasks").statusCode()).isEqualTo(200));
    }

    /// Writes go on while the backup is taken; the platform that comes back in another folder, on other ports, is then
    /// the one that the suite ends with.
    @Test
    @Order(13)
    void comesBackFromABackupThatWasTakenUnderLoad() throws Exception {
        Path backup = home.resolve("backup");
        Map<String, Measurement> accepted = new ConcurrentHashMap<>();
        Map<String, Measurement> acceptedBefore;
        String place;
        try (EventListener listener = new EventListener(api, "steering-31", null, event -> {})) {
            listener.start();
            Thread writer = Thread.ofVirtual().start(() -> enterFigures("2023", accepted));
            await().atMost(Duration.ofSeconds(60)).until(() -> accepted.size() >= 10 && listener.place() != null);
            acceptedBefore = Map.copyOf(accepted);
            place = Objects.requireNonNull(listener.place());
            platform.backUp(backup);
            int during = accepted.size();
            await().atMost(Duration.ofSeconds(60)).until(() -> accepted.size() > during || !writer.isAlive());
            platform.close();
            await().until(() -> !writer.isAlive());
        }
        api.close();
        Path restored = home.resolve("restored");
        RuntimeFolder runtime = RuntimeFolder.of(new Project(ROOT));
        Restore.from(backup, runtime, System.out::println).into(new Home(restored));
        platform = Platform.in(restored, Ports.free(), runtime, false, System.out::println);
        platform.start();
        api = new Api(platform.gateway(), platform.keycloak());

        for (Measurement figure : acceptedBefore.values()) {
            assertThat(api.as("standing-31").get("/api/v1/measurements/" + figure.id(), Measurement.class))
                    .isEqualTo(figure);
        }
        try (EventListener listener = new EventListener(api, "steering-31", place, event -> {})) {
            listener.start();
            Map<String, Measurement> afterwards = new ConcurrentHashMap<>();
            Thread writer = Thread.ofVirtual().start(() -> enterFigures("2022", afterwards));
            await().atMost(Duration.ofSeconds(60)).until(() -> !writer.isAlive());
            await().atMost(Duration.ofSeconds(60))
                    .untilAsserted(() -> assertThat(listener.events())
                            .extracting(FeedEvent::subject)
                            .containsAll(afterwards.keySet()));
            assertThat(listener.events()).extracting(FeedEvent::id).doesNotHaveDuplicates();
            assertThat(listener.events())
                    .extracting(event -> Long.parseLong(event.place()))
                    .isSorted()
                    .allMatch(after -> after > Long.parseLong(place));
        }
        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> new Replicas(platform).assertEqualToTheirSources());
        assertAuditTrailsAreWhole(restored);
    }

    private HttpResponse<String> ask(String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(api.uri(path))
                .header("Authorization", "Bearer " + api.tokens().of("standing-10675"))
                .build();
        return api.http().send(request, HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> get(URI address, String authorization, @Nullable String proof)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(address).header("Authorization", authorization);
        if (proof != null) {
            request.header("DPoP", proof);
        }
        return api.http().send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    /// The verifier as people call it: heads, chains and triggers of the three services.
    private static void assertAuditTrailsAreWhole(Path home) throws IOException, InterruptedException {
        Process verifier = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-jar",
                        ROOT.resolve("deploy/audit/target/audit.jar").toString(),
                        "--home",
                        home.toString(),
                        "audit",
                        "verify")
                .redirectErrorStream(true)
                .start();
        String output = new String(verifier.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(verifier.waitFor()).as(output).isZero();
    }

    /// Figures of a year before the demo's, until nobody answers any more.
    private void enterFigures(String year, Map<String, Measurement> accepted) {
        Session reporter = api.as("reporter-10675");
        List<Indicator> shares =
                api.as("standing-10675").list("/api/v1/indicators?unit=10675", Indicator.class).stream()
                        .filter(Indicator::isPercentage)
                        .toList();
        for (int month = 1; month <= 12; month++) {
            String period = year + "-%02d".formatted(month);
            for (Indicator indicator : shares) {
                Map<String, Object> figure = Map.of(
                        "indicatorId",
                        indicator.id(),
                        "period",
                        period,
                        "numerator",
                        30 + month,
                        "denominator",
                        100,
                        "asOf",
                        period + "-14");
                try {
                    Measurement stored = reporter.write(Write.post("/api/v1/measurements", figure))
                            .as(Measurement.class);
                    accepted.put(stored.id(), stored);
                } catch (ClientFailure killed) {
                    return;
                }
            }
        }
    }

    private record Run(int exitCode, String output) {}

    private Run runDemo(String name) throws IOException {
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        Path folder = Path.of(System.getProperty("demo.output"));
        int exitCode;
        try (PrintStream out = new PrintStream(output, true, StandardCharsets.UTF_8)) {
            exitCode = Demo.run(platform.gateway(), platform.keycloak(), folder.resolve("documents"), out);
        }
        Files.createDirectories(folder);
        Files.write(folder.resolve(name + ".txt"), output.toByteArray());
        return new Run(exitCode, output.toString(StandardCharsets.UTF_8));
    }

    private void assertRefused(String path, String token, int status, String code)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(api.uri(path));
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        HttpResponse<String> answer = api.http().send(request.build(), HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as("%s: %s", path, answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
        assertThat(Json.tree(answer.body()).path("code").asText()).isEqualTo(code);
    }

    /// The same signature under another claim.
    private static String tampered(String token) {
        String[] parts = token.split("\\.", -1);
        java.util.Base64.Decoder decoder = java.util.Base64.getUrlDecoder();
        String claims = new String(decoder.decode(parts[1]), StandardCharsets.UTF_8).replace("\"10675\"", "\"31\"");
        String forged = java.util.Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(claims.getBytes(StandardCharsets.UTF_8));
        return parts[0] + "." + forged + "." + parts[2];
    }
}
