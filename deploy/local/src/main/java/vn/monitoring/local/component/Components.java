package vn.monitoring.local.component;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import vn.monitoring.local.process.Progress;
import vn.monitoring.local.runtime.Jvm;
import vn.monitoring.local.runtime.RuntimeFolder;

/// Makes the parts of one platform and ties them together: ports, addresses, data folders, programs.
public final class Components {

    private static final String GATEWAY = "gateway";
    private static final int SERVICE_HEAP = 224;
    private static final int GATEWAY_HEAP = 160;

    /// A second. Here a whole country calls from one address, demonstrations and load generators too.
    private static final String LOCAL_REQUESTS = "100000";

    private final Home home;
    private final Ports ports;
    private final Topology topology;
    private final RuntimeFolder runtime;
    private final RuntimeFolder applications;
    private final boolean mayRecord;
    private final Progress progress;

    /// @param mayRecord whether a program without a start-up cache records one in this run
    public Components(
            Home home, Ports ports, Topology topology, RuntimeFolder runtime, boolean mayRecord, Progress progress) {
        this(home, ports, topology, runtime, runtime, mayRecord, progress);
    }

    /// @param applications where our own four come from, when they are of another version than the rest
    public Components(
            Home home,
            Ports ports,
            Topology topology,
            RuntimeFolder runtime,
            RuntimeFolder applications,
            boolean mayRecord,
            Progress progress) {
        this.home = home;
        this.ports = ports;
        this.topology = topology;
        this.runtime = runtime;
        this.applications = applications;
        this.mayRecord = mayRecord;
        this.progress = progress;
    }

    /// @param seed data to begin with instead of an empty server
    public Postgres postgres(Optional<Path> seed) {
        return new Postgres(
                ports.postgres(),
                home,
                runtime.postgres(progress),
                runtime.project().postgresVersion(),
                seed);
    }

    public Kafka kafka() {
        Path broker = runtime.broker(progress, Kafka::finish);
        return new Kafka(
                ports.kafka(),
                ports.kafkaController(),
                home,
                broker,
                program(Kafka.jvm(broker)),
                topology.linksTo(Kafka.NAME));
    }

    /// @param realm a realm file to import, for a database that has none yet
    public Keycloak keycloak(Postgres postgres, Optional<Path> realm) {
        Path distribution = runtime.keycloak(progress, Keycloak.BUILD_OPTIONS, Keycloak::build);
        return new Keycloak(
                ports.keycloak(),
                ports.keycloakManagement(),
                home,
                postgres.url("keycloak"),
                distribution,
                runtime.project().keycloakVersion(),
                realm,
                program(Keycloak.jvm(distribution)));
    }

    public Application service(
            String database, int replica, int port, Postgres postgres, Kafka kafka, Keycloak keycloak) {
        String service = database + "-service";
        String name = Topology.replica(service, replica);
        return application(
                service,
                name,
                port,
                SERVICE_HEAP,
                // The first of each is there soonest when the second ones do not start beside it.
                replica == 1
                        ? Set.of(Postgres.NAME, Kafka.NAME)
                        : Set.of(Postgres.NAME, Kafka.NAME, Topology.replica(service, replica - 1)),
                Map.of(
                        "DATABASE_URL",
                        Postgres.url(database, topology.port(name, Postgres.NAME, postgres.port())),
                        "DATABASE_USER",
                        database,
                        "DATABASE_PASSWORD",
                        database,
                        "KAFKA_BOOTSTRAP",
                        "127.0.0.1:" + topology.port(name, Kafka.NAME, kafka.port()),
                        "ISSUER",
                        keycloak.url() + "/realms/monitoring",
                        "WEBHOOK_ALLOW_PRIVATE",
                        "LOOPBACK",
                        "PUBLIC_BASE_URL",
                        "http://localhost:" + ports.gateway(),
                        "AUDIT_HEADS_DIR",
                        home.auditHeads().toString(),
                        "AUDIT_KEY",
                        home.auditKey().toString()));
    }

    public Application gateway() {
        return application(GATEWAY, GATEWAY, ports.gateway(), GATEWAY_HEAP, Set.of(), gatewaySettings());
    }

    private Map<String, String> gatewaySettings() {
        Map<String, String> settings = new HashMap<>(Map.of(
                "INDICATOR_URLS", addresses("indicator-service", ports.indicator()),
                "TASK_URLS", addresses("task-service", ports.task()),
                "REPORT_URLS", addresses("report-service", ports.report()),
                "ISSUER", "http://localhost:" + ports.keycloak() + "/realms/monitoring",
                "PUBLIC_BASE_URL", "http://localhost:" + ports.gateway()));
        for (String caller : List.of("PERSON", "SYSTEM", "ADDRESS")) {
            settings.put("GATEWAY_LIMITS_" + caller + "_PER_SECOND", LOCAL_REQUESTS);
            settings.put("GATEWAY_LIMITS_" + caller + "_BURST", LOCAL_REQUESTS);
        }
        return settings;
    }

    /// Where the gateway finds a service's replicas.
    private String addresses(String service, int port) {
        return replicas()
                .mapToObj(number -> "http://127.0.0.1:"
                        + topology.port(GATEWAY, Topology.replica(service, number), Ports.ofReplica(port, number)))
                .collect(Collectors.joining(","));
    }

    private IntStream replicas() {
        return IntStream.rangeClosed(1, topology.replicas());
    }

    /// All of them in layers: a layer stops only after the ones behind it.
    public List<List<Component>> all(Path seed) {
        Postgres postgres = postgres(Optional.of(seed));
        Kafka kafka = kafka();
        Keycloak keycloak = keycloak(postgres, Optional.empty());
        List<Component> services = new ArrayList<>();
        replicas().forEach(number -> {
            services.add(service(
                    "indicator", number, Ports.ofReplica(ports.indicator(), number), postgres, kafka, keycloak));
            services.add(service("task", number, Ports.ofReplica(ports.task(), number), postgres, kafka, keycloak));
            services.add(service("report", number, Ports.ofReplica(ports.report(), number), postgres, kafka, keycloak));
        });
        return List.of(List.of(postgres), List.of(kafka), List.of(keycloak), services, List.of(gateway()));
    }

    private Application application(
            String program, String name, int port, int heap, Set<String> needs, Map<String, String> ownSettings) {
        Path folder = applications.application(program, progress);
        Jvm jvm = new Jvm(program, heap, List.of(), folder.resolve("quarkus-run.jar"));
        boolean isFirst = name.equals(program);
        Map<String, String> settings = new HashMap<>(ownSettings);
        if (program.equals(GATEWAY) || topology.replicas() == 1) {
            // There is no other one to whom anybody could be sent meanwhile.
            settings.put("SHUTDOWN_DELAY", "0s");
        }
        return new Application(
                program,
                name,
                port,
                needs,
                settings,
                home,
                new JavaProgram(jvm, applications.startupCache(jvm), mayRecord && isFirst));
    }

    private JavaProgram program(Jvm jvm) {
        return new JavaProgram(jvm, runtime.startupCache(jvm), mayRecord);
    }
}
