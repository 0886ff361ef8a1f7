package vn.monitoring.local;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import vn.monitoring.local.component.Components;
import vn.monitoring.local.component.Home;
import vn.monitoring.local.component.Kafka;
import vn.monitoring.local.component.Keycloak;
import vn.monitoring.local.component.Ports;
import vn.monitoring.local.component.Postgres;
import vn.monitoring.local.process.Progress;
import vn.monitoring.local.runtime.Folders;
import vn.monitoring.local.runtime.RuntimeFolder;

/// The database every new platform begins with: Keycloak's tables and the realm in it, the services' databases empty.
///
/// Keycloak takes half a minute for this on an empty server; done once, a new platform copies the files. The same run
/// records the start-up caches of Keycloak and Kafka.
final class Seed {

    private Seed() {}

    /// The data folder of a stopped server, made again when the realm file has changed.
    static Path prepare(RuntimeFolder runtime, boolean recording, Progress progress) {
        Path work = runtime.scratch("seed");
        Home home = new Home(work);
        Components components = new Components(home, Ports.free(), runtime, recording, progress);
        Kafka kafka = components.kafka();
        Postgres postgres = components.postgres(Optional.empty());
        Keycloak keycloak = components.keycloak(postgres, Optional.of(runtime.realm()));
        return runtime.piece("database", runtime.realmFingerprint(), progress, target -> {
            Folders.delete(work);
            Assembly assembly =
                    new Assembly(home, List.of(List.of(postgres), List.of(keycloak, kafka)), Progress.silent());
            assembly.start();
            assembly.stop();
            Folders.copy(Postgres.data(home), target);
            Folders.delete(work);
        });
    }
}
