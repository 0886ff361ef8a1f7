package vn.monitoring.local;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import vn.monitoring.local.component.Component;
import vn.monitoring.local.component.Components;
import vn.monitoring.local.component.Home;
import vn.monitoring.local.component.Kafka;
import vn.monitoring.local.component.Ports;
import vn.monitoring.local.component.Postgres;
import vn.monitoring.local.component.Topology;
import vn.monitoring.local.process.Progress;
import vn.monitoring.local.runtime.Folders;
import vn.monitoring.local.runtime.RuntimeFolder;

/// What a service needs to start, and nothing else: PostgreSQL with empty databases and Kafka with the
/// platform's topics, on free ports of 127.0.0.1, for a service that is tried on its own.
public final class Stores implements AutoCloseable {

    private final Home home;
    private final Postgres postgres;
    private final Kafka kafka;
    private final Assembly assembly;

    private Stores(Home home, Postgres postgres, Kafka kafka) {
        this.home = home;
        this.postgres = postgres;
        this.kafka = kafka;
        List<List<Component>> layers = List.of(List.of(postgres), List.of(kafka));
        this.assembly = new Assembly(home, layers, Progress.silent());
    }

    /// Starts them with empty data. Prepares their programs when they are not there yet, which takes some seconds once.
    ///
    /// @param folder for their data, deleted at the end; what a killed run has left there is ended first
    public static Stores start(Path folder, RuntimeFolder runtime, Progress progress) {
        Home home = new Home(folder);
        LeftOver.stop(home, progress);
        Folders.delete(folder);
        Components components = new Components(home, Ports.free(), Topology.PLAIN, runtime, false, progress);
        Stores stores = new Stores(home, components.postgres(Optional.empty()), components.kafka());
        stores.assembly.start();
        return stores;
    }

    /// The JDBC address of a database, whose role and password bear its name: indicator, task, report.
    public String databaseUrl(String database) {
        return postgres.url(database);
    }

    public String kafkaBootstrap() {
        return kafka.bootstrap();
    }

    @Override
    public void close() {
        assembly.stop();
        Folders.delete(home.folder());
    }
}
