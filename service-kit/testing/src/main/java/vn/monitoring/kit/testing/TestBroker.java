package vn.monitoring.kit.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.jspecify.annotations.Nullable;

/// A real Kafka broker (KRaft, one node) in a child process, from the jars that the module `broker` gathered.
public final class TestBroker {

    private static final List<String> TOPICS = List.of(
            "monitoring.unit",
            "monitoring.plan",
            "monitoring.indicator",
            "monitoring.measurement",
            "monitoring.grade",
            "monitoring.task",
            "monitoring.warning",
            "monitoring.report");
    private static @Nullable TestBroker shared;

    private final Path home;
    private final int port;
    private final String classPath;
    private @Nullable Process process;

    private TestBroker() {
        try {
            home = Files.createTempDirectory("monitoring-test-broker");
            port = freePort();
            int controllerPort = freePort();
            Path jars = Path.of(System.getProperty("monitoring.root", ".."), "deploy", "broker", "target", "lib");
            if (!Files.isDirectory(jars)) {
                throw new IllegalStateException("no broker jars in " + jars + ": build the module broker first");
            }
            classPath = jars + "/*";
            Files.writeString(
                    home.resolve("server.properties"), """
                    process.roles=broker,controller
                    node.id=1
                    controller.quorum.voters=1@localhost:%2$d
                    listeners=PLAINTEXT://localhost:%1$d,CONTROLLER://localhost:%2$d
                    advertised.listeners=PLAINTEXT://localhost:%1$d
                    controller.listener.names=CONTROLLER
                    log.dirs=%3$s
                    num.partitions=4
                    offsets.topic.replication.factor=1
                    offsets.topic.num.partitions=4
                    transaction.state.log.replication.factor=1
                    transaction.state.log.min.isr=1
                    log.cleaner.dedupe.buffer.size=4194304
                    group.initial.rebalance.delay.ms=0
                    auto.create.topics.enable=true
                    """.formatted(port, controllerPort, home.resolve("data")));
            run("kafka.tools.StorageTool", "format", "-t", UUID.randomUUID().toString(), "-c", configuration())
                    .waitFor(30, TimeUnit.SECONDS);
            start();
            createTopics();
            Runtime.getRuntime().addShutdownHook(new Thread(this::kill));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    public static synchronized TestBroker shared() {
        if (shared == null) {
            shared = new TestBroker();
        }
        return shared;
    }

    public String bootstrapServers() {
        return "localhost:" + port;
    }

    /// Ends the broker as a power failure would.
    public void kill() {
        if (process != null) {
            process.destroyForcibly();
            try {
                process.waitFor(10, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /// Starts it (again) on the same data; clients notice when it answers.
    public void start() {
        try {
            process = run("kafka.Kafka", configuration());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void createTopics() {
        try (Admin admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers()))) {
            List<NewTopic> topics = new java.util.ArrayList<>(TOPICS.stream()
                    .map(name -> new NewTopic(name, 4, (short) 1))
                    .toList());
            topics.add(new NewTopic("monitoring.feed", 1, (short) 1));
            admin.createTopics(topics).all().get(60, TimeUnit.SECONDS);
        } catch (ExecutionException | java.util.concurrent.TimeoutException e) {
            throw new IllegalStateException("the test broker did not start; see " + home.resolve("broker.log"), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private String configuration() {
        return home.resolve("server.properties").toString();
    }

    private Process run(String mainClass, String... arguments) throws IOException {
        List<String> command = new java.util.ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx192m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn",
                "-cp",
                classPath,
                mainClass));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        home.resolve("broker.log").toFile()))
                .start();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
