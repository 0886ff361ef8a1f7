package vn.monitoring.local.runtime;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import vn.monitoring.local.process.PlatformFailure;

/// Where the build has put what the platform is made of.
public record Project(Path root) {

    private static final Properties VERSIONS = versions();

    public Project {
        root = root.toAbsolutePath().normalize();
    }

    public String postgresVersion() {
        return VERSIONS.getProperty("postgres");
    }

    public String keycloakVersion() {
        return VERSIONS.getProperty("keycloak");
    }

    Path keycloakZip() {
        return built(root.resolve("deploy/local/target/keycloak.zip"));
    }

    Path realm() {
        return built(root.resolve("deploy/keycloak/monitoring-realm.json"));
    }

    Path brokerJars() {
        return built(root.resolve("deploy/broker/target/lib"));
    }

    Path application(String name) {
        Path folder = root.resolve(name).resolve("target/quarkus-app");
        built(folder.resolve("quarkus-run.jar"));
        return folder;
    }

    public Path demoJar() {
        return built(root.resolve("deploy/demo/target/demo.jar"));
    }

    private static Path built(Path file) {
        if (!Files.exists(file)) {
            throw new PlatformFailure(
                    "The platform is not built",
                    file + " is missing",
                    "Run ./platform up, or mvn package in the project");
        }
        return file;
    }

    /// The file with the system's own PostgreSQL, as it lies in the binaries' jar.
    static InputStream postgresArchive() {
        boolean mac = System.getProperty("os.name").startsWith("Mac");
        boolean arm = List.of("aarch64", "arm64").contains(System.getProperty("os.arch"));
        String name = "/postgres-" + (mac ? "darwin" : "linux") + "-" + (arm ? "arm_64" : "x86_64") + ".txz";
        InputStream archive = Project.class.getResourceAsStream(name);
        if (archive == null) {
            throw new PlatformFailure(
                    "There is no PostgreSQL for this machine",
                    name + " is not among the launcher's jars",
                    "Linux and macOS on x86_64 or arm64 are supported");
        }
        return archive;
    }

    private static Properties versions() {
        try (InputStream file = Project.class.getResourceAsStream("/vn/monitoring/local/versions.properties")) {
            Properties versions = new Properties();
            versions.load(file);
            return versions;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
