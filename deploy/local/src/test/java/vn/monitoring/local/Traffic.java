package vn.monitoring.local;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/// Stands in for two services: one writes figures with their events and sends these under the lock of the
/// outbox's shard as the kit's relay does, the other applies them once with the help of an inbox, then
/// commits its position.
final class Traffic implements AutoCloseable {

    static final String TOPIC = "monitoring.task";
    static final String GROUP = "report-service.tasks";

    private static final int LOCK_SPACE = 0x6f757462;
    private static final int SHARD = 2;

    private final Platform platform;
    private final ConcurrentLinkedQueue<Integer> acknowledged = new ConcurrentLinkedQueue<>();
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean running = true;

    interface Work {
        void run() throws SQLException, ExecutionException, InterruptedException;
    }

    Traffic(Platform platform) {
        this.platform = platform;
    }

    static void createTables(Platform platform) throws SQLException {
        try (Connection task = connect(platform, "task");
                Connection report = connect(platform, "report");
                Statement inTask = task.createStatement();
                Statement inReport = report.createStatement()) {
            inTask.execute("create table figure (n integer primary key)");
            inTask.execute("create table outbox_event (id bigint generated always as identity, n integer)");
            inReport.execute("create table inbox_event (n integer primary key)");
            inReport.execute("create table applied (n integer)");
        }
    }

    Traffic write() {
        return start(this::writeFigures);
    }

    Traffic relay() {
        return start(this::relayEvents);
    }

    Traffic apply() {
        return start(this::applyEvents);
    }

    private Traffic start(Work work) {
        threads.add(Thread.ofPlatform().start(() -> {
            try {
                work.run();
            } catch (SQLException | ExecutionException | InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }));
        return this;
    }

    /// Those whose commit has returned.
    List<Integer> acknowledged() {
        return List.copyOf(acknowledged);
    }

    private void writeFigures() throws SQLException {
        try (Connection connection = connect(platform, "task");
                PreparedStatement figure = connection.prepareStatement("insert into figure values (?)");
                PreparedStatement event = connection.prepareStatement("insert into outbox_event (n) values (?)")) {
            connection.setAutoCommit(false);
            for (int n = 1; running; n++) {
                figure.setInt(1, n);
                figure.executeUpdate();
                event.setInt(1, n);
                event.executeUpdate();
                connection.commit();
                acknowledged.add(n);
            }
        }
    }

    private void relayEvents() throws SQLException, ExecutionException, InterruptedException {
        try (Connection connection = connect(platform, "task");
                Statement statement = connection.createStatement();
                KafkaProducer<String, String> producer = new KafkaProducer<>(
                        Map.of("bootstrap.servers", platform.kafkaBootstrap(), "acks", "all"),
                        new StringSerializer(),
                        new StringSerializer())) {
            connection.setAutoCommit(false);
            while (running) {
                if (lock(statement)) {
                    send(statement, producer);
                }
                connection.commit();
            }
        }
    }

    private static boolean lock(Statement statement) throws SQLException {
        try (ResultSet row =
                statement.executeQuery("select pg_try_advisory_xact_lock(%d, %d)".formatted(LOCK_SPACE, SHARD))) {
            return row.next() && row.getBoolean(1);
        }
    }

    private static void send(Statement statement, KafkaProducer<String, String> producer)
            throws SQLException, ExecutionException, InterruptedException {
        List<Future<?>> sent = new ArrayList<>();
        long last = 0;
        try (ResultSet rows = statement.executeQuery("select id, n from outbox_event order by id limit 100")) {
            while (rows.next()) {
                last = rows.getLong(1);
                sent.add(producer.send(new ProducerRecord<>(TOPIC, "key", rows.getString(2))));
            }
        }
        producer.flush();
        for (Future<?> acknowledgement : sent) {
            acknowledgement.get();
        }
        statement.executeUpdate("delete from outbox_event where id <= " + last);
    }

    private void applyEvents() throws SQLException {
        try (Connection connection = connect(platform, "report");
                PreparedStatement effect = connection.prepareStatement("""
                        with new as (insert into inbox_event values (?) on conflict do nothing returning n)
                        insert into applied select n from new""");
                KafkaConsumer<String, String> consumer = new KafkaConsumer<>(
                        Map.of(
                                "bootstrap.servers",
                                platform.kafkaBootstrap(),
                                "group.id",
                                GROUP,
                                "auto.offset.reset",
                                "earliest",
                                "enable.auto.commit",
                                "false"),
                        new StringDeserializer(),
                        new StringDeserializer())) {
            connection.setAutoCommit(false);
            consumer.subscribe(List.of(TOPIC));
            while (running) {
                for (ConsumerRecord<String, String> message : consumer.poll(Duration.ofMillis(100))) {
                    effect.setInt(1, Integer.parseInt(message.value()));
                    effect.executeUpdate();
                }
                connection.commit();
                consumer.commitSync();
            }
        }
    }

    static List<Integer> figures(Platform platform) throws SQLException {
        return numbers(platform, "task", "select n from figure order by n");
    }

    static List<Integer> applied(Platform platform) throws SQLException {
        return numbers(platform, "report", "select n from applied order by n");
    }

    private static List<Integer> numbers(Platform platform, String database, String sql) throws SQLException {
        try (Connection connection = connect(platform, database);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<Integer> numbers = new ArrayList<>();
            while (rows.next()) {
                numbers.add(rows.getInt(1));
            }
            return numbers;
        }
    }

    private static Connection connect(Platform platform, String database) throws SQLException {
        return DriverManager.getConnection(platform.databaseUrl(database), database, database);
    }

    @Override
    public void close() throws InterruptedException {
        running = false;
        for (Thread thread : threads) {
            thread.join();
        }
    }
}
