package vn.monitoring.local.component;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import vn.monitoring.local.process.Launch;
import vn.monitoring.local.process.PlatformFailure;
import vn.monitoring.local.runtime.ClassPathJar;
import vn.monitoring.local.runtime.Folders;
import vn.monitoring.local.runtime.Jvm;

/// Keycloak, built once for PostgreSQL and then started as it is, with its data in the platform's PostgreSQL.
public final class Keycloak implements Component {

    public static final String NAME = "keycloak";

    static final List<String> BUILD_OPTIONS = List.of("--db=postgres", "--health-enabled=true");

    private static final List<String> OPENS = List.of(
            "java.base/java.util", "java.base/java.util.concurrent", "java.base/java.security", "java.base/java.lang");
    private static final List<String> PROPERTIES = List.of(
            "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
            "-Djava.util.concurrent.ForkJoinPool.common.threadFactory="
                    + "io.quarkus.bootstrap.forkjoin.QuarkusForkJoinWorkerThreadFactory",
            "-Dpicocli.disable.closures=true",
            "-Dquarkus-log-max-startup-records=10000");
    private static final List<String> SHARED = List.of("lib", "conf", "providers", "themes", "version.txt");

    private final int port;
    private final int managementPort;
    private final Home home;
    private final String databaseUrl;
    private final Path distribution;
    private final String version;
    private final Optional<Path> realm;
    private final JavaProgram program;

    /// @param realm a realm file to import, for a database that has none yet
    Keycloak(
            int port,
            int managementPort,
            Home home,
            String databaseUrl,
            Path distribution,
            String version,
            Optional<Path> realm,
            JavaProgram program) {
        this.port = port;
        this.managementPort = managementPort;
        this.home = home;
        this.databaseUrl = databaseUrl;
        this.distribution = distribution;
        this.version = version;
        this.realm = realm;
        this.program = program;
    }

    /// The first compiler alone: Keycloak serves few requests here, and compiling costs it half of its start.
    static Jvm jvm(Path distribution) {
        List<String> options = new ArrayList<>(PROPERTIES);
        options.add("-XX:TieredStopAtLevel=1");
        return new Jvm(NAME, 256, options, distribution.resolve("keycloak.jar"));
    }

    /// Builds an unpacked distribution for our options, then makes it startable with a flat class path.
    static void build(Path distribution) {
        Path log = distribution.resolve("build.log");
        List<String> command = new ArrayList<>(List.of(Jvm.JAVA.toString(), "-XX:+UseSerialGC", "-Xmx512m"));
        command.addAll(PROPERTIES);
        OPENS.forEach(opened -> command.add("--add-opens=" + opened + "=ALL-UNNAMED"));
        command.addAll(List.of(
                "-Dkc.home.dir=" + distribution,
                "-cp",
                distribution.resolve("lib/quarkus-run.jar").toString(),
                "io.quarkus.bootstrap.runner.QuarkusEntryPoint",
                "build"));
        command.addAll(BUILD_OPTIONS);
        try {
            int exit = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start()
                    .waitFor();
            if (exit != 0) {
                throw new PlatformFailure(
                        "Keycloak cannot be prepared", Files.readString(log).strip(), "Run ./platform up again");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Path lib = distribution.resolve("lib");
        List<Path> classPath = Stream.of(
                        Stream.of(
                                lib.resolve("quarkus/transformed-bytecode.jar"),
                                lib.resolve("quarkus/generated-bytecode.jar"),
                                lib.resolve("app/keycloak.jar")),
                        Folders.jars(lib.resolve("lib/boot")).stream(),
                        Folders.jars(lib.resolve("lib/main")).stream())
                .flatMap(jars -> jars)
                .toList();
        ClassPathJar.write(distribution, "keycloak.jar", classPath, "org.keycloak.quarkus.runtime.KeycloakMain", OPENS);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String title() {
        return "Keycloak " + version;
    }

    @Override
    public List<Integer> ports() {
        return List.of(port, managementPort);
    }

    @Override
    public Set<String> needs() {
        return Set.of(Postgres.NAME);
    }

    /// The address every token bears as its issuer's, whatever address a client used.
    public String url() {
        return "http://localhost:" + port;
    }

    /// Keycloak writes into its home: every platform gets its own, with links to the programs.
    @Override
    public void prepareData() {
        Path data = data();
        try {
            Files.createDirectories(data);
            for (String name : SHARED) {
                Path link = data.resolve(name);
                Files.deleteIfExists(link);
                Files.createSymbolicLink(link, distribution.resolve(name));
            }
            if (realm.isPresent()) {
                Path imports = Files.createDirectories(data.resolve("data/import"));
                Files.copy(realm.get(), imports.resolve("monitoring-realm.json"), StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path data() {
        return home.data().resolve(NAME);
    }

    @Override
    public Launch launch() {
        List<String> arguments = new ArrayList<>(List.of(
                "start",
                "--optimized",
                "--cache=local",
                "--http-enabled=true",
                "--http-host=127.0.0.1",
                "--http-port=" + port,
                "--http-management-port=" + managementPort,
                "--hostname=" + url(),
                "--db-url=" + databaseUrl,
                "--db-username=keycloak",
                "--db-pool-max-size=20",
                "--log-level=info,io.smallrye.health:error"));
        Map<String, String> environment = new HashMap<>(Map.of("KC_DB_PASSWORD", "keycloak"));
        if (realm.isPresent()) {
            arguments.add("--import-realm");
            environment.put("KC_BOOTSTRAP_ADMIN_USERNAME", "admin");
            environment.put("KC_BOOTSTRAP_ADMIN_PASSWORD", "admin");
        }
        return program.launch(List.of("-Dkc.home.dir=" + data()), arguments, environment, home.folder());
    }

    @Override
    public boolean isReady() {
        return Http.isOk("http://127.0.0.1:" + managementPort + "/health/ready");
    }

    @Override
    public boolean isRecording() {
        return program.isRecording();
    }

    @Override
    public void ended(boolean complete) {
        program.ended(complete);
    }
}
