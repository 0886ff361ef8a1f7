package vn.monitoring.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListGroupsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import vn.monitoring.local.Platform;

/// What the services hold of each other's data, beside what they hold it of.
final class Replicas {

    private static final String UNITS = "select code, version from unit order by code";
    private static final String PLANS = "select id, version from plan order by id";
    private static final String INDICATORS = "select id, version from indicator order by id";

    private final Platform platform;

    Replicas(Platform platform) {
        this.platform = platform;
    }

    /// Nothing waits to be sent or to be read, nothing was parked, and every replica is as its source.
    void assertEqualToTheirSources() throws SQLException, ExecutionException, InterruptedException {
        for (String database : List.of("indicator", "task", "report")) {
            assertThat(rows(database, "select id::text from outbox_event")).isEmpty();
            assertThat(rows(database, "select reason from inbox_parked")).isEmpty();
        }
        assertThat(unread()).isEmpty();
        List<String> units = rows("indicator", UNITS);
        assertThat(units).isNotEmpty();
        assertThat(rows("task", UNITS)).isEqualTo(units);
        assertThat(rows("report", UNITS)).isEqualTo(units);
        List<String> plans = rows("indicator", PLANS);
        assertThat(rows("task", PLANS)).isEqualTo(plans);
        assertThat(rows("report", PLANS)).isEqualTo(plans);
        assertThat(rows("report", INDICATORS)).isEqualTo(rows("indicator", INDICATORS));
        assertThat(rows("report", "select task_id, max(version) from task_fact group by task_id order by task_id"))
                .isEqualTo(rows("task", "select id, version from task order by id"));
    }

    /// As the administrator, who sees the rows of all units.
    private List<String> rows(String database, String sql) throws SQLException {
        try (Connection connection =
                        DriverManager.getConnection(platform.databaseUrl(database), "postgres", "postgres");
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            List<String> rows = new ArrayList<>();
            while (row.next()) {
                rows.add(
                        row.getMetaData().getColumnCount() == 1
                                ? row.getString(1)
                                : row.getString(1) + " " + row.getLong(2));
            }
            return rows;
        }
    }

    /// The partitions that a group of consumers has not read to their ends.
    private List<String> unread() throws ExecutionException, InterruptedException {
        List<String> unread = new ArrayList<>();
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", platform.kafkaBootstrap()))) {
            for (String group : admin.listGroups(ListGroupsOptions.forConsumerGroups()).all().get().stream()
                    .map(listing -> listing.groupId())
                    .toList()) {
                Map<TopicPartition, OffsetAndMetadata> positions = admin.listConsumerGroupOffsets(group)
                        .partitionsToOffsetAndMetadata()
                        .get();
                Map<TopicPartition, OffsetSpec> asked = positions.keySet().stream()
                        .collect(Collectors.toMap(partition -> partition, partition -> OffsetSpec.latest()));
                admin.listOffsets(asked).all().get().forEach((partition, end) -> {
                    OffsetAndMetadata position = positions.get(partition);
                    if (position != null && position.offset() != end.offset()) {
                        unread.add("%s %s: %d of %d".formatted(group, partition, position.offset(), end.offset()));
                    }
                });
            }
        }
        return unread;
    }
}
