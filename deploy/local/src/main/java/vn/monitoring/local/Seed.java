package vn.monitoring.local;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import vn.monitoring.local.component.Component;
import vn.monitoring.local.component.Components;
import vn.monitoring.local.component.Home;
import vn.monitoring.local.component.Keycloak;
import vn.monitoring.local.component.Ports;
import vn.monitoring.local.component.Postgres;
import vn.monitoring.local.process.Progress;
import vn.monitoring.local.runtime.Folders;
import vn.monitoring.local.runtime.RuntimeFolder;

/// The database every new platform begins with: Keycloak's tables and the realm in it, the services' databases empty.
///
/// Keycloak takes half a minute for this on an empty server; done once, a new platform copies the files.
final class Seed {

    private Seed() {}

    /// The data folder of a stopped server, made again when the realm file has changed.
    ///
    /// @param recording whether the programs record their start-up caches on this occasion
    static Path prepare(RuntimeFolder runtime, boolean recording, Progress progress) {
        return runtime.piece("database", runtime.realmFingerprint(), progress, target -> {
            Path work = runtime.scratch("seed");
            Folders.delete(work);
            Home home = new Home(work);
            Components components = new Components(home, Ports.free(), runtime, recording, progress);
            Postgres postgres = components.postgres(Optional.empty());
            Keycloak keycloak = components.keycloak(postgres, Optional.of(runtime.realm()));
            runOnce(home, List.of(List.of(postgres), List.of(keycloak)));
            Folders.copy(Postgres.data(home), target);
            if (recording) {
                runOnce(home, components.all(target));
            }
            Folders.delete(work);
        });
    }

    private static void runOnce(Home home, List<List<Component>> layers) {
        Assembly assembly = new Assembly(home, layers, Progress.silent());
        assembly.start();
        assembly.stop();
    }
}
