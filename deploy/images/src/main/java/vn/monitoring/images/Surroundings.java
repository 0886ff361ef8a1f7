package vn.monitoring.images;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.monitoring.local.Stores;
import vn.monitoring.local.process.Progress;
import vn.monitoring.local.runtime.Project;
import vn.monitoring.local.runtime.RuntimeFolder;

/// What an application has to find around it in order to start: an empty database and a broker of its own for a
/// service, nothing for the gateway. Started when the first application asks for it.
final class Surroundings implements AutoCloseable {

    private static final String SERVICE = "-service";
    private static final int KEY_BYTES = 32;

    private final Build build;
    private final Path folder;
    private @Nullable Stores stores;

    /// @param folder for the data, which does not outlast this
    Surroundings(Build build, Path folder) {
        this.build = build;
        this.folder = folder;
    }

    /// The environment variables with which an application starts in them.
    Map<String, String> settings(String application) {
        Map<String, String> settings = new HashMap<>(Map.of(
                // Asked only when there is a token to check.
                "ISSUER",
                "http://localhost:1/realms/monitoring",
                // Without TLS in front of it, which an application otherwise insists on.
                "PLATFORM_MODE",
                "demo",
                "SHUTDOWN_DELAY",
                "0s"));
        if (application.endsWith(SERVICE)) {
            String database = application.substring(0, application.length() - SERVICE.length());
            settings.put("DATABASE_URL", stores().databaseUrl(database));
            settings.put("DATABASE_USER", database);
            settings.put("DATABASE_PASSWORD", database);
            settings.put("KAFKA_BOOTSTRAP", stores().kafkaBootstrap());
            settings.put("SEALING_KEYS", "recording:" + key());
        }
        return settings;
    }

    private Stores stores() {
        Stores running = stores;
        if (running == null) {
            RuntimeFolder programs = RuntimeFolder.of(new Project(build.root()));
            running = Stores.start(folder, programs, Progress.silent());
            stores = running;
        }
        return running;
    }

    private static String key() {
        byte[] key = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(key);
        return Base64.getEncoder().encodeToString(key);
    }

    @Override
    public void close() {
        if (stores != null) {
            stores.close();
        }
    }
}
