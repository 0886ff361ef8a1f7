package vn.monitoring.local;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import vn.monitoring.local.component.Component;
import vn.monitoring.local.component.Components;
import vn.monitoring.local.component.Home;
import vn.monitoring.local.component.Keycloak;
import vn.monitoring.local.component.Ports;
import vn.monitoring.local.component.Postgres;
import vn.monitoring.local.component.Topology;
import vn.monitoring.local.process.Progress;
import vn.monitoring.local.runtime.Folders;
import vn.monitoring.local.runtime.RuntimeFolder;

/// What is made once for all platforms on this machine by running one: a database to begin with and start-up caches.
final class Preparation {

    private final RuntimeFolder runtime;
    private final Progress progress;

    Preparation(RuntimeFolder runtime, Progress progress) {
        this.runtime = runtime;
        this.progress = progress;
    }

    /// The data of a stopped server: Keycloak's tables and the realm in it, the services' databases empty.
    ///
    /// Keycloak takes half a minute for this on an empty server; a new platform copies the files. Made again when
    /// the realm file has changed.
    Path seed() {
        return runtime.piece(
                "database",
                runtime.realmFingerprint(),
                progress,
                target -> inScratch(home -> {
                    Components components =
                            new Components(home, Ports.free(), Topology.PLAIN, runtime, false, progress);
                    Postgres postgres = components.postgres(Optional.empty());
                    Keycloak keycloak = components.keycloak(postgres, Optional.of(runtime.realm()));
                    runOnce(home, List.of(List.of(postgres), List.of(keycloak)));
                    Folders.copy(Postgres.data(home), target);
                }));
    }

    /// Lets every program record its start-up cache, so that already the first start is a fast one; once per JDK.
    /// What a later build changes is recorded again by the first run after it.
    void train(Path seed) {
        runtime.piece(
                "training",
                runtime.jdkFingerprint(),
                progress,
                target -> inScratch(home -> {
                    Components components = new Components(home, Ports.free(), Topology.PLAIN, runtime, true, progress);
                    runOnce(home, components.all(seed));
                }));
    }

    private void inScratch(Consumer<Home> work) {
        Path folder = runtime.scratch();
        Folders.delete(folder);
        work.accept(new Home(folder));
        Folders.delete(folder);
    }

    private static void runOnce(Home home, List<List<Component>> layers) {
        Assembly assembly = new Assembly(home, layers, Progress.silent());
        assembly.start();
        assembly.stop();
    }
}
