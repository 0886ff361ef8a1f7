package vn.monitoring.local.component;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.monitoring.local.process.Progress;
import vn.monitoring.local.runtime.Jvm;
import vn.monitoring.local.runtime.RuntimeFolder;

/// Makes the parts of one platform and ties them together: ports, addresses, data folders, programs.
public final class Components {

    private static final int SERVICE_HEAP = 224;
    private static final int GATEWAY_HEAP = 160;

    /// A second. Here a whole country calls from one address, demonstrations and load generators too.
    private static final String LOCAL_REQUESTS = "100000";

    private final Home home;
    private final Ports ports;
    private final RuntimeFolder runtime;
    private final boolean mayRecord;
    private final Progress progress;

    /// @param mayRecord whether a program without a start-up cache records one in this run
    public Components(Home home, Ports ports, RuntimeFolder runtime, boolean mayRecord, Progress progress) {
        this.home = home;
        this.ports = ports;
        this.runtime = runtime;
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
        return new Kafka(ports.kafka(), ports.kafkaController(), home, broker, program(Kafka.jvm(broker)));
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

    public Application service(String database, int port, Postgres postgres, Kafka kafka, Keycloak keycloak) {
        return application(
                database + "-service",
                port,
                SERVICE_HEAP,
                Set.of(Postgres.NAME, Kafka.NAME),
                Map.of(
                        "DATABASE_URL",
                        postgres.url(database),
                        "DATABASE_USER",
                        database,
                        "DATABASE_PASSWORD",
                        database,
                        "KAFKA_BOOTSTRAP",
                        kafka.bootstrap(),
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
        return application("gateway", ports.gateway(), GATEWAY_HEAP, Set.of(), gatewaySettings());
    }

    private Map<String, String> gatewaySettings() {
        Map<String, String> settings = new HashMap<>(Map.of(
                "INDICATOR_URL", "http://127.0.0.1:" + ports.indicator(),
                "TASK_URL", "http://127.0.0.1:" + ports.task(),
                "REPORT_URL", "http://127.0.0.1:" + ports.report(),
                "ISSUER", "http://localhost:" + ports.keycloak() + "/realms/monitoring",
                "PUBLIC_BASE_URL", "http://localhost:" + ports.gateway()));
        for (String caller : List.of("PERSON", "SYSTEM", "ADDRESS")) {
            settings.put("GATEWAY_LIMITS_" + caller + "_PER_SECOND", LOCAL_REQUESTS);
            settings.put("GATEWAY_LIMITS_" + caller + "_BURST", LOCAL_REQUESTS);
        }
        return settings;
    }

    /// All of them in layers: a layer stops only after the ones behind it.
    public List<List<Component>> all(Path seed) {
        Postgres postgres = postgres(Optional.of(seed));
        Kafka kafka = kafka();
        Keycloak keycloak = keycloak(postgres, Optional.empty());
        return List.of(
                List.of(postgres),
                List.of(kafka),
                List.of(keycloak),
                List.of(
                        service("indicator", ports.indicator(), postgres, kafka, keycloak),
                        service("task", ports.task(), postgres, kafka, keycloak),
                        service("report", ports.report(), postgres, kafka, keycloak)),
                List.of(gateway()));
    }

    private Application application(String name, int port, int heap, Set<String> needs, Map<String, String> settings) {
        Path folder = runtime.application(name, progress);
        Jvm jvm = new Jvm(name, heap, List.of(), folder.resolve("quarkus-run.jar"));
        return new Application(name, port, needs, settings, home, program(jvm));
    }

    private JavaProgram program(Jvm jvm) {
        return new JavaProgram(jvm, runtime.startupCache(jvm), mayRecord);
    }
}
