package vn.monitoring.kit.testing.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.RestAssured;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import vn.monitoring.hostile.Attack;
import vn.monitoring.hostile.Attacks;
import vn.monitoring.hostile.Contract;
import vn.monitoring.hostile.Contract.Operation;
import vn.monitoring.hostile.Door;
import vn.monitoring.hostile.Draft;
import vn.monitoring.hostile.Marks;
import vn.monitoring.hostile.Wire;
import vn.monitoring.hostile.Wire.Answer;
import vn.monitoring.kit.testing.Tokens;

/// Sends hostile inputs to every operation of the running service, wherever its OpenAPI document says that something
/// goes in, as a caller who may. Each has to end in a problem of the 4xx kind within limits, or be taken as the text
/// that it is and come back unharmed; never in a 5xx, a stack trace, or a row of something that was refused.
///
/// What the operations work on is prepared before; [#known] tells how to name it.
public final class HostileInputs {

    private static final int AT_ONCE = 8;
    private static final String RUN = "test";
    private static final List<String> ORDER = List.of("GET", "POST", "PUT", "PATCH", "DELETE");

    private final String service;
    private final Map<String, String> known = new HashMap<>();
    private final Map<String, String> bodies = new HashMap<>();

    private HostileInputs(String service) {
        this.service = service;
    }

    /// @param service its name, for the list of what was found: `target/hostile-inputs.txt`
    public static HostileInputs against(String service) {
        return new HostileInputs(service);
    }

    /// The value of a parameter or a field by its name (`indicatorId`), or of a parameter in one place
    /// (`/api/v1/plans/{id}`).
    public HostileInputs known(String name, Object value) {
        known.put(name, value.toString());
        return this;
    }

    /// The body that an operation takes, by its operation id, where the document's examples are not enough.
    public HostileInputs body(String operationId, String json) {
        bodies.put(operationId, json);
        return this;
    }

    /// Sends everything and fails with the list of what went wrong.
    public void check() {
        Contract contract = new Contract(document(), known);
        Verdicts verdicts = new Verdicts();
        Map<String, Integer> usual = new LinkedHashMap<>();
        try (ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor()) {
            Semaphore turn = new Semaphore(AT_ONCE);
            List<Operation> operations = contract.operations();
            operations.sort(Comparator.comparing(operation -> ORDER.indexOf(operation.method())));
            for (String method : ORDER) {
                Map<Operation, Future<Integer>> running = new LinkedHashMap<>();
                for (Operation operation : operations) {
                    if (operation.method().equals(method)) {
                        running.put(operation, workers.submit(() -> run(contract, operation, verdicts, turn)));
                    }
                }
                for (Map.Entry<Operation, Future<Integer>> one : running.entrySet()) {
                    usual.put(one.getKey().toString(), one.getValue().get());
                }
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        } catch (ExecutionException broken) {
            throw new IllegalStateException(broken.getCause());
        }
        SlowBodies.send(contract, verdicts, HostileInputs::token);
        verdicts.compareWithDatabase();
        report(usual, verdicts);
        assertThat(usual).as("operations of %s", service).isNotEmpty();
        assertThat(verdicts.findings())
                .as("%d requests to %d operations of %s", verdicts.requests(), usual.size(), service)
                .isEmpty();
    }

    private int run(Contract contract, Operation operation, Verdicts verdicts, Semaphore turn)
            throws InterruptedException {
        turn.acquire();
        String token = token(operation);
        Marks marks = new Marks(RUN, contract.operations().indexOf(operation));
        Attacks attacks = new Attacks(contract, operation, known, bodies.get(operation.id()), marks, Door.SERVICE);
        try (Wire wire = new Wire(RestAssured.port)) {
            Answer usual = wire.exchange(authorized(attacks.usual(), token).bytes());
            verdicts.judgeUsual(operation, usual);
            for (Draft draft : attacks.drafts()) {
                Attack attack = authorized(draft.make(), token);
                verdicts.judge(operation, attack, wire.exchange(attack.bytes()));
            }
            return usual.status();
        } finally {
            turn.release();
        }
    }

    private static Attack authorized(Attack attack, String token) {
        return token.isEmpty() ? attack : attack.with("Authorization", "Bearer " + token);
    }

    /// A fresh one for each operation: none lives longer than a few minutes.
    private static String token(Operation operation) {
        return operation.roles().isEmpty()
                ? ""
                : Tokens.as("hostile-31")
                        .roles(operation.roles().toArray(String[]::new))
                        .units("31")
                        .token();
    }

    private static JsonNode document() {
        String served = RestAssured.given()
                .queryParam("format", "json")
                .get("/q/openapi")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        try {
            return new ObjectMapper().readTree(served);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// For whoever mends what was found, and to see how far the usual requests reach.
    private void report(Map<String, Integer> usual, Verdicts verdicts) {
        List<String> lines = new ArrayList<>();
        lines.add("%s: %d requests, %d findings"
                .formatted(service, verdicts.requests(), verdicts.findings().size()));
        usual.forEach((operation, status) -> lines.add("usual " + status + " " + operation));
        lines.addAll(verdicts.findings());
        lines.addAll(verdicts.statistics());
        try {
            Files.write(Path.of("target", "hostile-inputs.txt"), lines, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
