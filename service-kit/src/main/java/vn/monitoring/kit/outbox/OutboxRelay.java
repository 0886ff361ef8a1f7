package vn.monitoring.kit.outbox;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/// Runs one [ShardRelay] for each shard of the outbox while the application is up.
///
/// Any number of replicas may run: a shard is sent by one transaction at a time, whichever holds its advisory lock.
@ApplicationScoped
public class OutboxRelay {

    private final DataSource dataSource;
    private final String bootstrapServers;
    private final String source;
    private final boolean enabled;
    private final List<ShardRelay> shards = new ArrayList<>();
    private @Nullable EventSender sender;

    OutboxRelay(
            DataSource dataSource,
            @ConfigProperty(name = "kafka.bootstrap.servers") String bootstrapServers,
            @ConfigProperty(name = "quarkus.application.name") String application,
            @ConfigProperty(name = "monitoring.outbox.relay.enabled", defaultValue = "true") boolean enabled) {
        this.dataSource = dataSource;
        this.bootstrapServers = bootstrapServers;
        this.source = "/" + application;
        this.enabled = enabled;
    }

    void start(@Observes StartupEvent event) {
        if (!enabled) {
            return;
        }
        sender = new KafkaEventSender(bootstrapServers, source);
        for (int shard = 0; shard < Outbox.SHARDS; shard++) {
            ShardRelay relay = new ShardRelay(shard, dataSource, sender);
            shards.add(relay);
            relay.start();
        }
    }

    void stop(@Observes ShutdownEvent event) {
        shards.forEach(ShardRelay::stop);
        if (sender != null) {
            sender.close();
        }
    }

    /// Tells the relay of a shard that there are new rows; without it he looks every 250 ms.
    void wake(int shard) {
        if (shard < shards.size()) {
            shards.get(shard).wake();
        }
    }
}
