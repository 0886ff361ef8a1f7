package vn.monitoring.kit.outbox;

import java.sql.SQLException;
import javax.sql.DataSource;
import vn.monitoring.kit.testing.TestBroker;

/// Sends what the outbox holds, once.
public final class RelayByHand {

    private RelayByHand() {}

    public static void drain(DataSource dataSource) {
        try (EventSender sender = new KafkaEventSender(TestBroker.shared().bootstrapServers(), "/kit-test")) {
            for (int shard = 0; shard < Outbox.SHARDS; shard++) {
                new ShardRelay(shard, dataSource, sender).drain();
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
