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
        try (Api api = site.api();
                Databases databases = new Databases(site)) {
            Findings findings = new Findings(new Repetition(site.gateway(), folder));
            long parked = databases.parked();
            Run run = new Run(api, databases, findings, HexFormat.of().formatHex(chance));
            run.sendWhatMustChangeNothing();
            run.sendWhatMayBeTaken();
            screen.step("What is left of it: health, outboxes, parked facts, audit trails");
            new Aftermath(site, project, api, databases).check(parked, findings);
            return new Outcome(extent, run.operations, findings, Repetition.tokenFunction(site.keycloak()));
        }
    }

    /// What the steps of one run share.
    private final class Run {
        private final Databases databases;
        private final Findings findings;
        private final String id;
        private final JsonNode document;
        private final List<String> ids;
        private final List<Operation> operations;
        private final Discovery discovery;
        private final Sender sender;
        private final Judge judge;
        private final Elsewhere elsewhere = Elsewhere.read(project);

        /// @param id with which its trace ids and, shortened, its marks begin
        Run(Api api, Databases databases, Findings findings, String id) {
            this.databases = databases;
            this.findings = findings;
            this.id = id;
            this.document = Json.tree(
                    api.as(Caller.HOME.getFirst().user()).get("/openapi.json").body());
            List<Operation> all = new Contract(document, Map.of()).operations();
            this.ids = all.stream().map(Operation::id).toList();
            this.operations = wanted(all);
            Set<String> readable = all.stream()
                    .filter(operation -> !operation.writes())
                    .map(Operation::path)
                    .collect(Collectors.toUnmodifiableSet());
            this.discovery = new Discovery(api, readable);
            this.sender = new Sender(api, site.ports().gateway(), id);
            this.judge = new Judge(sender::read, findings, readable);
        }

        void sendWhatMustChangeNothing() {
            screen.step("What must change nothing: reads, strangers, wrong roles, other provinces, broken requests");
            QuietCheck quiet = new QuietCheck(databases, sender::send, judge, findings);
            Screen.Progress progress = screen.progress("operations", operations.size());
            for (List<Operation> some : batches(operations)) {
                quiet.run(some.stream()
                        .flatMap(operation -> requests(operation).stream())
                        .filter(Request::changesNothing)
                        .toList());
                judge.compare(databases.changes(id));
                judge.forget();
                some.forEach(_ -> progress.advance());
            }
        }

        void sendWhatMayBeTaken() {
            screen.step("What may be taken: valid, boundary and odd writes");
            List<Operation> writing =
                    operations.stream().filter(Operation::writes).toList();
            Screen.Progress progress = screen.progress("operations", writing.size());
            for (List<Operation> some : inOrder(writing)) {
                discovery.forget();
                Parallel.forEach(some, OPERATIONS_AT_ONCE, operation -> {
                    sender.sendInOrder(
                            requests(operation).stream()
                                    .filter(request -> !request.changesNothing())
                                    .toList(),
                            judge::judge);
                    progress.advance();
                });
                judge.compare(databases.changes(id));
                judge.compareMarks(databases.marks(marks()));
                judge.forget();
            }
        }

        /// Made anew each time: what they work on is found out then.
        private List<Request> requests(Operation operation) {
            return new RequestPlan(
                            document, operation, discovery, elsewhere, extent, marks(), ids.indexOf(operation.id()))
                    .requests();
        }

        private String marks() {
            return id.substring(0, MARK_START);
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
