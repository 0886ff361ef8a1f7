package vn.monitoring.kit.testing.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import vn.monitoring.kit.security.Role;
import vn.monitoring.kit.testing.KeptRows;
import vn.monitoring.kit.testing.TestDatabase;
import vn.monitoring.kit.testing.access.Contract.Operation;
import vn.monitoring.kit.testing.access.MatrixLine.Cell;
import vn.monitoring.kit.testing.access.Requests.Answer;
import vn.monitoring.kit.testing.access.Requests.Variant;

/// Holds a running service to its lines of `docs/access/matrix.csv`; each service's `AccessTest` is a `@QuarkusTest`
/// that
/// extends this class.
///
/// For each operation: each role, no role and no token, in each relation of units, over HTTP; then unreadable
/// contents, missing and outdated If-Match, and the states that the matrix names. `-Daccess.only=getPlan,listPlans`
/// runs
/// some operations.
public abstract class AccessRules {

    private static final List<String> ROLES = Role.ALL.stream().sorted().toList();

    /// Characters of an answer that a failure shows.
    private static final int SHOWN = 600;

    private final String service;
    private final Stage stage;

    /// @param service as the matrix calls it: `indicator`
    protected AccessRules(String service, Stage stage) {
        this.service = service;
        this.stage = stage;
    }

    /// What one test asks and expects.
    private record Case(
            String name,
            Operation operation,
            Sample sample,
            @Nullable Caller caller,
            Variant variant,
            Outcome expected) {}

    @Test
    void everyOperationIsInTheMatrixWithItsRoles() {
        Map<String, String> contract = new TreeMap<>();
        Contract.ofRunningService()
                .operations()
                .forEach((id, operation) -> contract.put(id, operation.isOpen() ? "public" : roles(operation.roles())));
        Map<String, String> matrix = new TreeMap<>();
        Matrix.of(service).forEach((id, line) -> matrix.put(id, line.open() ? "public" : roles(line.roles())));
        assertThat(matrix)
                .as("%s against the contract of %s-service", Matrix.FILE, service)
                .isEqualTo(contract);
        assertThat(contract.keySet()).as("operations that the stage describes").containsAll(stage.described());
    }

    @Test
    void everyContentHasAnExample() {
        assertThat(Contract.ofRunningService().operations().values().stream()
                        .filter(operation -> operation.takesContent() && !operation.hasExample())
                        .map(Operation::id))
                .as("operations whose content has no whole example in the contract")
                .isEmpty();
    }

    @TestFactory
    Stream<DynamicContainer> everyCellHolds() {
        Map<String, Operation> operations = Contract.ofRunningService().operations();
        stage.set();
        KeptRows rows = KeptRows.now();
        Requests requests = new Requests();
        List<String> only = List.of(System.getProperty("access.only", "").split(",", -1));
        return Matrix.of(service).values().stream()
                .filter(line -> only.contains("") || only.contains(line.operation()))
                .map(line -> DynamicContainer.dynamicContainer(
                        line.operation(), tests(line, operations.get(line.operation()), requests, rows)));
    }

    /// An operation that cannot be asked, since the contract or the stage does not know how, fails alone.
    private Stream<DynamicTest> tests(
            MatrixLine line, @Nullable Operation operation, Requests requests, KeptRows rows) {
        if (operation == null) {
            return Stream.of(dynamicTest("is in the contract", () -> fail(line.operation() + " is not an operation")));
        }
        try {
            return cases(line, operation).stream().map(test -> test(test, requests, rows));
        } catch (IllegalStateException e) {
            return Stream.of(dynamicTest("is described", () -> fail(line.operation() + ": " + e.getMessage())));
        }
    }

    private DynamicTest test(Case test, Requests requests, KeptRows rows) {
        return dynamicTest(test.name() + " → " + test.expected(), () -> {
            if (!test.sample().before().isEmpty()) {
                TestDatabase.shared().execute(test.sample().before().toArray(String[]::new));
            }
            boolean changed = !test.sample().before().isEmpty();
            try {
                Answer answer = requests.send(test.operation(), test.sample(), test.caller(), test.variant());
                changed |= answer.status() < 400 && !test.operation().method().equals("GET");
                check(test, answer);
            } finally {
                if (changed) {
                    rows.putBack();
                }
            }
        });
    }

    private void check(Case test, Answer answer) {
        String what = "%s, %s: %s".formatted(test.operation().id(), test.name(), start(answer.body()));
        Outcome expected = test.expected();
        assertThat(answer.status()).as(what).isEqualTo(expected.status());
        String secret =
                test.sample().secret() == null ? stage.secret() : test.sample().secret();
        if (answer.status() >= 400) {
            assertThat(answer.type()).as(what).startsWith("application/problem+json");
            assertThat(Contract.read(answer.body()).path("code").asText())
                    .as(what)
                    .isEqualTo(expected.code());
        } else if (answer.status() == 207) {
            assertThat(codes(Contract.read(answer.body())))
                    .as(what)
                    .isEqualTo(expected.code() == null ? new TreeSet<>() : new TreeSet<>(List.of(expected.code())));
        }
        if (expected.sight() != null && expected.sight()) {
            assertThat(answer.body()).as(what).contains(secret);
        } else if (expected.sight() != null || answer.status() == 403 || answer.status() == 404) {
            assertThat(answer.body()).as(what).doesNotContain(secret);
        }
    }

    private static String start(String body) {
        return body.length() <= SHOWN ? body : body.substring(0, SHOWN) + "…";
    }

    /// The codes of all problems in a batch's answer.
    private static TreeSet<String> codes(JsonNode answer) {
        TreeSet<String> codes = new TreeSet<>();
        answer.path("results")
                .findParents("problem")
                .forEach(row -> codes.add(row.path("problem").path("code").asText()));
        codes.remove("");
        return codes;
    }

    private List<Case> cases(MatrixLine line, Operation operation) {
        Sample sample = stage.sample(line.operation());
        List<Case> cases = new ArrayList<>();
        String home = unit(Relation.OWN, sample);
        addRelations(cases, line, operation, sample);
        if (line.open()) {
            line.states()
                    .forEach((state, cell) -> cases.add(new Case(
                            "no token, " + state,
                            operation,
                            inState(line, state),
                            null,
                            Variant.VALID,
                            cell.common())));
            return cases;
        }
        Caller nobody = new Caller(null, home);
        cases.add(new Case("no token", operation, sample, null, Variant.VALID, Outcome.UNAUTHENTICATED));
        cases.add(new Case("no role", operation, sample, nobody, Variant.VALID, Outcome.FORBIDDEN));
        if (operation.takesContent()) {
            cases.add(new Case(
                    "no token, unreadable", operation, sample, null, Variant.UNREADABLE, Outcome.UNAUTHENTICATED));
            cases.add(
                    new Case("no role, unreadable", operation, sample, nobody, Variant.UNREADABLE, Outcome.FORBIDDEN));
        }
        for (String role : line.roles()) {
            addVersions(cases, line, operation, sample, role);
            line.states().forEach((state, cell) -> addState(cases, line, operation, state, cell, role));
        }
        return cases;
    }

    /// Whoever may and whoever may not, in each relation of units and with a token for no unit.
    private static void addRelations(List<Case> cases, MatrixLine line, Operation operation, Sample sample) {
        if (line.open()) {
            cases.add(new Case("no token", operation, sample, null, Variant.VALID, outcome(line, Relation.OWN, null)));
        }
        for (String role : ROLES) {
            boolean allowed = line.open() || line.roles().contains(role);
            for (Relation relation : line.relations().keySet()) {
                Caller caller = new Caller(role, unit(relation, sample));
                Outcome expected = allowed ? outcome(line, relation, caller) : Outcome.FORBIDDEN;
                cases.add(new Case(name(caller, relation), operation, sample, caller, Variant.VALID, expected));
                if (!allowed && operation.takesContent() && relation == Relation.OWN) {
                    cases.add(new Case(
                            name(caller, relation) + ", unreadable",
                            operation,
                            sample,
                            caller,
                            Variant.UNREADABLE,
                            Outcome.FORBIDDEN));
                }
            }
            if (allowed && !line.open()) {
                Caller caller = new Caller(role, null);
                Outcome expected = outcome(line, Relation.NONE, caller);
                cases.add(new Case(role + ", no unit", operation, sample, caller, Variant.VALID, expected));
            }
        }
    }

    /// An operation that takes If-Match does not go without the current one; who does not see the target learns
    /// nothing.
    private static void addVersions(
            List<Case> cases, MatrixLine line, Operation operation, Sample sample, String role) {
        if (!operation.takesIfMatch() || line.states().containsKey("unmatched")) {
            return;
        }
        Relation near = near(line, role);
        Caller caller = new Caller(role, unit(near, sample));
        if (outcome(line, near, caller).succeeds()) {
            cases.add(new Case(
                    name(caller, near) + ", no If-Match",
                    operation,
                    sample,
                    caller,
                    Variant.UNMATCHED,
                    Outcome.PRECONDITION_REQUIRED));
            cases.add(new Case(
                    name(caller, near) + ", outdated", operation, sample, caller, Variant.OUTDATED, Outcome.STALE));
        }
        Caller stranger = new Caller(role, unit(Relation.SIBLING, sample));
        Outcome hidden = outcome(line, Relation.SIBLING, stranger);
        cases.add(new Case(role + ", sibling, no If-Match", operation, sample, stranger, Variant.UNMATCHED, hidden));
    }

    /// What those get who see the target; the others get what they get in any state.
    private void addState(
            List<Case> cases, MatrixLine line, Operation operation, String state, Cell cell, String role) {
        Variant variant = state.equals("unmatched") ? Variant.UNMATCHED : Variant.VALID;
        Sample sample = inState(line, state);
        Relation near = near(line, role);
        Caller caller = new Caller(role, unit(near, sample));
        cases.add(new Case(name(caller, near) + ", " + state, operation, sample, caller, variant, cell.of(caller)));
        if (line.relations().containsKey(Relation.SIBLING)) {
            Caller stranger = new Caller(role, unit(Relation.SIBLING, sample));
            cases.add(new Case(
                    role + ", sibling, " + state,
                    operation,
                    sample,
                    stranger,
                    variant,
                    outcome(line, Relation.SIBLING, stranger)));
        }
    }

    private Sample inState(MatrixLine line, String state) {
        Sample described = stage.sample(line.operation());
        @Nullable
        Sample sample =
                state.equals("unmatched") ? described : described.states().get(state);
        if (sample == null) {
            throw new IllegalStateException(
                    "the stage does not know %s in the state %s".formatted(line.operation(), state));
        }
        return sample;
    }

    /// From where a role gets on: its own unit or, where that is refused since others must decide, the unit above.
    private static Relation near(MatrixLine line, String role) {
        Cell above = line.relations().get(Relation.DESCENDANT);
        boolean refused = !outcome(line, Relation.OWN, new Caller(role, null)).succeeds();
        return refused && above != null && above.of(new Caller(role, null)).succeeds()
                ? Relation.DESCENDANT
                : Relation.OWN;
    }

    private static Outcome outcome(MatrixLine line, Relation relation, @Nullable Caller caller) {
        Cell cell = line.relations().get(relation);
        if (cell == null) {
            throw new IllegalStateException(line.operation() + " needs a status for " + relation);
        }
        return cell.of(caller);
    }

    private static String unit(Relation relation, Sample sample) {
        String unit = relation.callerOf(sample.target());
        if (unit == null) {
            throw new IllegalStateException("no unit has %s as %s".formatted(sample.target(), relation));
        }
        return unit;
    }

    private static String name(Caller caller, Relation relation) {
        return caller.role() + ", " + relation.name().toLowerCase(java.util.Locale.ROOT);
    }

    private static String roles(Iterable<String> roles) {
        return String.join(" ", roles);
    }
}
