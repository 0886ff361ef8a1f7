package vn.monitoring.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.monitoring.local.component.Component;
import vn.monitoring.local.component.Components;
import vn.monitoring.local.component.Home;
import vn.monitoring.local.component.Kafka;
import vn.monitoring.local.component.Ports;
import vn.monitoring.local.component.Postgres;
import vn.monitoring.local.component.Topology;
import vn.monitoring.local.process.ManagedProcess;
import vn.monitoring.local.process.PlatformFailure;
import vn.monitoring.local.process.ProcessMark;
import vn.monitoring.local.process.Progress;
import vn.monitoring.local.runtime.Project;
import vn.monitoring.local.runtime.RuntimeFolder;

/// A platform of the two parts that keep data, really started on free ports in a folder of its own.
class PlatformTest {

    private static final Project PROJECT = new Project(Path.of(System.getProperty("monitoring.root")));

    @TempDir
    static Path shared;

    @TempDir
    Path folder;

    private final Ports ports = Ports.free();
    private final List<Platform> platforms = new ArrayList<>();

    /// A new server takes seconds; one is made and stopped, and every test begins with a copy of its files.
    @BeforeAll
    static void makeDatabases() {
        Home home = new Home(shared);
        Components components = components(home, Ports.free());
        Assembly assembly =
                new Assembly(home, List.of(List.of(components.postgres(Optional.empty()))), Progress.silent());
        assembly.start();
        assembly.stop();
    }

    @AfterEach
    void stopPlatforms() {
        platforms.forEach(Platform::close);
    }

    private static Components components(Home home, Ports ports) {
        return new Components(home, ports, Topology.PLAIN, RuntimeFolder.of(PROJECT), false, Progress.silent());
    }

    private Platform database() {
        return platform(List.of(List.of(components(new Home(folder), ports).postgres(seed()))));
    }

    private Platform databaseAndBroker() {
        Components components = components(new Home(folder), ports);
        return platform(List.of(List.of(components.postgres(seed())), List.of(components.kafka())));
    }

    private Platform platform(List<List<Component>> layers) {
        Platform platform = new Platform(new Home(folder), ports, layers, Progress.silent());
        platforms.add(platform);
        return platform;
    }

    private static Optional<Path> seed() {
        return Optional.of(Postgres.data(new Home(shared)));
    }

    @Test
    void createsEveryTopicAndKeepsDataWhenEverythingIsKilled() throws Exception {
        Platform platform = databaseAndBroker();
        platform.start();
        assertTopics(platform);
        execute(platform, "create table kept (word text)");
        execute(platform, "insert into kept values ('đã lưu')");
        send(platform, "đã gửi");

        platform.killAll();
        assertThat(platform.isRunning(Postgres.NAME)).isFalse();
        assertThat(platform.isRunning(Kafka.NAME)).isFalse();
        Platform again = databaseAndBroker();
        again.start();

        assertThat(words(again)).containsExactly("đã lưu");
        assertThat(received(again)).containsExactly("đã gửi");
    }

    @Test
    void tellsClientsThatComeByALinkToComeByItAgain() throws Exception {
        int link = Ports.free().gateway();
        Topology topology = new Topology(1, List.of(new Topology.Link("task-service", Kafka.NAME, link, link)));
        Components components =
                new Components(new Home(folder), ports, topology, RuntimeFolder.of(PROJECT), false, Progress.silent());
        Platform platform = platform(List.of(List.of(components.kafka())));
        platform.start();
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", "127.0.0.1:" + link))) {
            assertThat(admin.describeCluster().nodes().get())
                    .singleElement()
                    .satisfies(node -> assertThat(node.port()).isEqualTo(link));
        }
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", platform.kafkaBootstrap()))) {
            assertThat(admin.describeCluster().nodes().get())
                    .singleElement()
                    .satisfies(node -> assertThat(node.port()).isEqualTo(ports.kafka()));
        }
    }

    @Test
    void standsStillWhilePausedAndGoesOnAfterwards() throws Exception {
        Platform platform = database();
        platform.start();
        try (Connection connection = connect(platform, "task");
                Statement statement = connection.createStatement()) {
            platform.pause(Postgres.NAME);
            CompletableFuture<Boolean> answer = CompletableFuture.supplyAsync(() -> {
                try {
                    return statement.execute("select 1");
                } catch (SQLException e) {
                    throw new IllegalStateException(e);
                }
            });
            assertThatThrownBy(() -> answer.get(500, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);
            platform.resume(Postgres.NAME);
            assertThat(answer.get(10, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(platform.death()).isNotDone();
    }

    @Test
    void givesEachServiceADatabaseOfItsOwn() throws SQLException {
        Platform platform = database();
        platform.start();

        for (String name : Postgres.DATABASES) {
            try (Connection connection = connect(platform, name)) {
                assertThat(connection.isValid(1)).as(name).isTrue();
            }
        }
        assertThatThrownBy(() -> DriverManager.getConnection(platform.databaseUrl("task"), "task", "wrong"))
                .hasMessageContaining("password authentication failed");
    }

    @Test
    void startsASingleComponentAgain() throws SQLException {
        Platform platform = database();
        platform.start();
        execute(platform, "create table kept (word text)");

        platform.kill(Postgres.NAME);
        assertThat(platform.isRunning(Postgres.NAME)).isFalse();
        platform.start(Postgres.NAME);

        assertThat(words(platform)).isEmpty();
        assertThat(platform.death()).isNotDone();
    }

    @Test
    void tellsWhenAComponentDies() throws InterruptedException, ExecutionException, TimeoutException {
        Platform platform = database();
        platform.start();

        ProcessMark mark =
                ProcessMark.read(folder.resolve("run/postgresql.pid")).orElseThrow();
        ManagedProcess.kill(mark.find().orElseThrow());

        assertThat(platform.death().get(10, TimeUnit.SECONDS))
                .hasMessageMatching("PostgreSQL 18\\.6 has stopped: .*killed.* Log: .*postgresql\\.log");
    }

    @Test
    void leavesNoProcessBehind() {
        Platform platform = database();
        platform.start();
        List<ProcessHandle> processes = ProcessHandle.current().descendants().toList();
        assertThat(processes).hasSizeGreaterThan(1);

        platform.stop();

        assertThat(processes).noneMatch(ProcessHandle::isAlive);
        assertThat(Status.of(new Home(folder)).isAnythingRunning()).isFalse();
    }

    @Test
    void refusesABusyPort() throws IOException {
        Platform platform = database();
        try (ServerSocket ignored = new ServerSocket(ports.postgres(), 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(platform::start)
                    .isInstanceOf(PlatformFailure.class)
                    .hasMessageContaining("Port " + ports.postgres() + " is in use")
                    .hasMessageNotContaining("\n");
        }

        platform.start();
        assertThat(platform.isRunning(Postgres.NAME)).isTrue();
    }

    @Test
    void tellsWhyAComponentDoesNotStartAndStopsTheRest() throws IOException {
        Files.createDirectories(folder.resolve("data/kafka"));
        Files.writeString(folder.resolve("data/kafka/meta.properties"), "version=1\ncluster.id=another\nnode.id=7\n");
        Platform platform = databaseAndBroker();

        assertThatThrownBy(platform::start)
                .isInstanceOf(PlatformFailure.class)
                .hasMessageMatching("Kafka has stopped: exit code 1.* Log: .*kafka\\.log")
                .hasMessageNotContaining("\n");
        assertThat(platform.isRunning(Postgres.NAME)).isFalse();
        assertThat(Status.of(new Home(folder)).isAnythingRunning()).isFalse();
    }

    @Test
    void startsWhenThePidOfAKilledServerNowIsAnotherProgram() throws IOException {
        Platform platform = database();
        platform.start();
        platform.killAll();
        Path lock = folder.resolve("data/postgresql/postmaster.pid");
        List<String> lines = new ArrayList<>(Files.readAllLines(lock));
        lines.set(0, Long.toString(ProcessHandle.current().pid()));
        Files.write(lock, lines);

        platform.start();

        assertThat(platform.isRunning(Postgres.NAME)).isTrue();
    }

    @Test
    void refusesASecondLauncherInTheSameFolder() {
        Platform platform = database();
        platform.start();

        assertThatThrownBy(database()::start)
                .isInstanceOf(PlatformFailure.class)
                .hasMessageContaining("is already running");
        assertThat(platform.isRunning(Postgres.NAME)).isTrue();
    }

    private static void assertTopics(Platform platform) throws InterruptedException, ExecutionException {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", platform.kafkaBootstrap()))) {
            Set<String> names = admin.listTopics().names().get();
            assertThat(names)
                    .containsExactlyInAnyOrder(
                            "monitoring.unit",
                            "monitoring.plan",
                            "monitoring.indicator",
                            "monitoring.measurement",
                            "monitoring.grade",
                            "monitoring.task",
                            "monitoring.report",
                            "monitoring.incident",
                            "monitoring.feedback",
                            "monitoring.ranking",
                            "monitoring.update-rate",
                            "monitoring.warning",
                            "monitoring.webhook",
                            "monitoring.feed");
            admin.describeTopics(names)
                    .allTopicNames()
                    .get()
                    .forEach((name, topic) ->
                            assertThat(topic.partitions()).as(name).hasSize(name.equals("monitoring.feed") ? 1 : 4));
            assertThat(names.stream().filter(name -> isCompacted(admin, name)))
                    .containsExactlyInAnyOrder("monitoring.unit", "monitoring.plan", "monitoring.indicator");
        }
    }

    private static boolean isCompacted(Admin admin, String topic) {
        ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
        Config config = Objects.requireNonNull(admin.describeConfigs(List.of(resource))
                .all()
                .toCompletionStage()
                .toCompletableFuture()
                .join()
                .get(resource));
        return config.get("cleanup.policy").value().equals("compact");
    }

    private static Connection connect(Platform platform, String database) throws SQLException {
        return DriverManager.getConnection(platform.databaseUrl(database), database, database);
    }

    private static void execute(Platform platform, String sql) throws SQLException {
        try (Connection connection = connect(platform, "task");
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static List<String> words(Platform platform) throws SQLException {
        List<String> words = new ArrayList<>();
        try (Connection connection = connect(platform, "task");
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select word from kept")) {
            while (rows.next()) {
                words.add(rows.getString(1));
            }
        }
        return words;
    }

    private static void send(Platform platform, String text) throws InterruptedException, ExecutionException {
        try (KafkaProducer<String, String> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", platform.kafkaBootstrap(), "acks", "all"),
                new StringSerializer(),
                new StringSerializer())) {
            producer.send(new ProducerRecord<>("monitoring.feed", "key", text)).get();
        }
    }

    private static List<String> received(Platform platform) {
        try (KafkaConsumer<String, String> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", platform.kafkaBootstrap()),
                new StringDeserializer(),
                new StringDeserializer())) {
            TopicPartition feed = new TopicPartition("monitoring.feed", 0);
            consumer.assign(List.of(feed));
            consumer.seekToBeginning(List.of(feed));
            List<String> texts = new ArrayList<>();
            consumer.poll(Duration.ofSeconds(10)).forEach(message -> texts.add(message.value()));
            return texts;
        }
    }
}
