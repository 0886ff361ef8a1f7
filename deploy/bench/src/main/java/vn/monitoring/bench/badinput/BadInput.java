package vn.monitoring.bench.badinput;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import vn.monitoring.bench.Site;
import vn.monitoring.client.Api;
import vn.monitoring.client.Json;
import vn.monitoring.client.Parallel;
import vn.monitoring.client.Screen;
import vn.monitoring.hostile.Contract;
import vn.monitoring.hostile.Contract.Operation;

/// The whole run: what must change nothing first, in batches between two looks at all tables; then what may be taken,
/// operation by operation, whose changes the audit trail tells by the request's trace id.
public final class BadInput {

    private static final int OPERATIONS_A_BATCH = 10;
    private static final int OPERATIONS_AT_ONCE = 6;
    private static final int TRACE_START = 8;
    private static final int MARK_START = 4;

    /// Writes come in this order, and last those that end something others need.
    private static final List<String> ORDER = List.of("GET", "POST", "PUT", "PATCH", "DELETE");

    private static final Set<String> ENDINGS = Set.of(
            "mergeUnit",
            "reclassifyUnit",
            "supersedePlan",
            "supersedeTask",
            "cancelTask",
            "endReportRegime",
            "closePeriod",
            "withdrawPublication",
            "unlinkIndicator");

    private final Site site;
    private final Path project;
    private final Screen screen;
    private final Extent extent;

    public BadInput(Site site, Path project, Screen screen, Extent extent) {
        this.site = site;
        this.project = project;
        this.screen = screen;
        this.extent = extent;
    }

    /// Runs it.
    ///
    /// @param folder for what is needed to repeat a request
    /// @throws IllegalArgumentException when an operation is wanted that the contract does not have
    /// @throws vn.monitoring.client.ClientFailure when the platform does not run, or does not come to rest
    public Outcome run(Path folder) {
        byte[] chance = new byte[TRACE_START];
        new SecureRandom().nextBytes(chance);
        String run = HexFormat.of().formatHex(chance);
        try (Api api = site.api();
                Databases databases = new Databases(site)) {
            JsonNode document = Json.tree(
                    api.as(Caller.HOME.getFirst().user()).get("/openapi.json").body());
            Contract contract = new Contract(document, Map.of());
            List<Operation> operations = wanted(contract.operations());
            Set<String> readable = contract.operations().stream()
                    .filter(operation -> !operation.writes())
                    .map(Operation::path)
                    .collect(Collectors.toUnmodifiableSet());
            Discovery discovery = new Discovery(api, readable);
            Sender sender = new Sender(api, site.ports().gateway(), run);
            Findings findings = new Findings(new Repetition(site.gateway(), folder));
            Judge judge = new Judge(sender::read, findings, readable);
            long parked = databases.parked();
            Plans plans = new Plans(document, contract.operations(), discovery, run.substring(0, MARK_START));

            screen.step("What must change nothing: reads, strangers, wrong roles, other provinces, broken requests");
            QuietCheck quiet = new QuietCheck(databases, sender::send, judge, findings);
            Screen.Progress reads = screen.progress("operations", operations.size());
            for (List<Operation> some : batches(operations)) {
                quiet.run(some.stream()
                        .flatMap(operation -> plans.of(operation).stream())
                        .filter(Request::changesNothing)
                        .toList());
                judge.compare(databases.changes(run));
                judge.forget();
                some.forEach(_ -> reads.advance());
            }

            screen.step("What may be taken: valid, boundary and odd writes");
            List<Operation> writing =
                    operations.stream().filter(Operation::writes).toList();
            Screen.Progress writes = screen.progress("operations", writing.size());
            for (List<Operation> some : inOrder(writing)) {
                discovery.forget();
                Parallel.forEach(some, OPERATIONS_AT_ONCE, operation -> {
                    sender.sendInOrder(
                            plans.of(operation).stream()
                                    .filter(request -> !request.changesNothing())
                                    .toList(),
                            judge::judge);
                    writes.advance();
                });
                judge.compare(databases.changes(run));
                judge.compareMarks(databases.marks(run.substring(0, MARK_START)));
                judge.forget();
            }

            screen.step("What is left of it: health, outboxes, parked facts, audit trails");
            new Aftermath(site, project, api, databases).check(parked, findings);
            return new Outcome(extent, operations, findings, Repetition.tokenFunction(site.keycloak()));
        }
    }

    /// Makes the requests to an operation, each time anew: what they work on is found out then.
    private final class Plans {
        private final JsonNode document;
        private final List<String> ids;
        private final Discovery discovery;
        private final Elsewhere elsewhere = Elsewhere.read(project);
        private final String marks;

        Plans(JsonNode document, List<Operation> all, Discovery discovery, String marks) {
            this.document = document;
            this.ids = all.stream().map(Operation::id).toList();
            this.discovery = discovery;
            this.marks = marks;
        }

        List<Request> of(Operation operation) {
            return new RequestPlan(
                            document, operation, discovery, elsewhere, extent, marks, ids.indexOf(operation.id()))
                    .requests();
        }
    }

    private List<Operation> wanted(List<Operation> all) {
        List<String> ids = all.stream().map(Operation::id).toList();
        if (!ids.containsAll(extent.only())) {
            throw new IllegalArgumentException("--only takes operations of docs/api/openapi.yaml, such as listPlans");
        }
        return all.stream().filter(operation -> extent.wants(operation.id())).toList();
    }

    private static List<List<Operation>> batches(List<Operation> operations) {
        List<List<Operation>> batches = new ArrayList<>();
        for (int i = 0; i < operations.size(); i += OPERATIONS_A_BATCH) {
            batches.add(operations.subList(i, Math.min(operations.size(), i + OPERATIONS_A_BATCH)));
        }
        return batches;
    }

    private static List<List<Operation>> inOrder(List<Operation> operations) {
        return operations.stream()
                .sorted(Comparator.comparing(BadInput::turn))
                .collect(Collectors.groupingBy(BadInput::turn, TreeMap::new, Collectors.toList()))
                .values()
                .stream()
                .flatMap(alike -> batches(alike).stream())
                .toList();
    }

    /// What makes things comes before what works on them.
    private static int turn(Operation operation) {
        int method = ORDER.indexOf(operation.method());
        boolean making = operation.method().equals("POST") && !operation.path().contains("{");
        return making ? 0 : ENDINGS.contains(operation.id()) ? ORDER.size() : method;
    }
}
