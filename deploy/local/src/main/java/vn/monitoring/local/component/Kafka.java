package vn.monitoring.local.component;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import vn.monitoring.local.process.Launch;
import vn.monitoring.local.process.PlatformFailure;
import vn.monitoring.local.runtime.ClassPathJar;
import vn.monitoring.local.runtime.Folders;
import vn.monitoring.local.runtime.Jvm;

/// One Kafka node, broker and controller in one process, with the platform's topics.
public final class Kafka implements Component {

    public static final String NAME = "kafka";

    private static final String CLUSTER_ID = "cGxhdGZvcm0tbG9jYWwtMQ";

    private final int port;
    private final int controllerPort;
    private final Home home;
    private final Path broker;
    private final JavaProgram program;
    private final List<Topology.Link> links;

    /// @param links the ways to it that are not straight, each of which gets a listener of its own
    Kafka(int port, int controllerPort, Home home, Path broker, JavaProgram program, List<Topology.Link> links) {
        this.port = port;
        this.controllerPort = controllerPort;
        this.home = home;
        this.broker = broker;
        this.program = program;
        this.links = links;
    }

    /// The first compiler alone: the broker moves bytes, and compiling costs it half of its start.
    static Jvm jvm(Path broker) {
        return new Jvm(
                NAME,
                192,
                List.of(
                        "-XX:TieredStopAtLevel=1",
                        "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn",
                        "-Dorg.slf4j.simpleLogger.showDateTime=true",
                        "-Dorg.slf4j.simpleLogger.dateTimeFormat=yyyy-MM-dd HH:mm:ss.SSS"),
                broker.resolve("broker.jar"));
    }

    /// Makes a folder of broker jars startable, and a storage folder in it that is formatted but empty.
    static void finish(Path broker) {
        ClassPathJar.write(broker, "broker.jar", Folders.jars(broker), "kafka.Kafka", List.of());
        Path settings = broker.resolve("format.properties");
        Path log = broker.resolve("format.log");
        try {
            Files.writeString(settings, settings(1, 2, broker.resolve("formatted"), List.of()));
            int exit = new ProcessBuilder(
                            Jvm.JAVA.toString(),
                            "-XX:TieredStopAtLevel=1",
                            "-cp",
                            broker.resolve("broker.jar").toString(),
                            "kafka.tools.StorageTool",
                            "format",
                            "-t",
                            CLUSTER_ID,
                            "-c",
                            settings.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start()
                    .waitFor();
            if (exit != 0) {
                throw new PlatformFailure(
                        "Kafka's storage cannot be formatted",
                        Files.readString(log).strip(),
                        "Build again");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static String settings(int port, int controllerPort, Path data, List<Topology.Link> links) {
        return """
                process.roles=broker,controller
                node.id=1
                controller.quorum.voters=1@127.0.0.1:%2$d
                listeners=PLAINTEXT://127.0.0.1:%1$d,CONTROLLER://127.0.0.1:%2$d%4$s
                advertised.listeners=PLAINTEXT://127.0.0.1:%1$d%5$s
                controller.listener.names=CONTROLLER
                listener.security.protocol.map=PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT%6$s
                inter.broker.listener.name=PLAINTEXT
                log.dirs=%3$s
                auto.create.topics.enable=false
                offsets.topic.replication.factor=1
                offsets.topic.num.partitions=4
                offsets.retention.minutes=525600
                transaction.state.log.replication.factor=1
                transaction.state.log.min.isr=1
                transaction.state.log.num.partitions=4
                group.initial.rebalance.delay.ms=0
                # A killed node is known to itself as alive that long, and refuses to come back before (9 s by default).
                broker.session.timeout.ms=3000
                broker.heartbeat.interval.ms=500
                log.cleaner.dedupe.buffer.size=8388608
                num.network.threads=2
                num.io.threads=4
                """.formatted(
                        port,
                        controllerPort,
                        data,
                        each(links, (name, link) -> "%s://127.0.0.1:%d".formatted(name, link.exit())),
                        each(links, (name, link) -> "%s://127.0.0.1:%d".formatted(name, link.entrance())),
                        each(links, (name, link) -> name + ":PLAINTEXT"));
    }

    private static String each(List<Topology.Link> links, BiFunction<String, Topology.Link, String> text) {
        return links.stream()
                .map(link -> "," + text.apply("LINK" + links.indexOf(link), link))
                .collect(Collectors.joining());
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String title() {
        return "Kafka";
    }

    @Override
    public List<Integer> ports() {
        return Stream.concat(Stream.of(port, controllerPort), links.stream().map(Topology.Link::exit))
                .toList();
    }

    @Override
    public Set<String> needs() {
        return Set.of();
    }

    /// The part's own port; which one a service is given, the topology says.
    public int port() {
        return port;
    }

    public String bootstrap() {
        return "127.0.0.1:" + port;
    }

    @Override
    public void prepareData() {
        Path data = home.data().resolve(NAME);
        try {
            if (!Files.exists(data)) {
                Path unfinished = data.resolveSibling(NAME + ".unfinished");
                Folders.delete(unfinished);
                Files.createDirectories(data.getParent());
                Folders.copy(broker.resolve("formatted"), unfinished);
                Files.move(unfinished, data, StandardCopyOption.ATOMIC_MOVE);
            }
            Files.createDirectories(home.marks());
            Files.writeString(properties(), settings(port, controllerPort, data, links));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path properties() {
        return home.marks().resolve("kafka.properties");
    }

    @Override
    public Launch launch() {
        return program.launch(List.of(), List.of(properties().toString()), Map.of(), home.folder());
    }

    @Override
    public boolean isReady() {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 500);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /// Creates the topics that are missing; that the broker answers is the proof that it works.
    @Override
    public void complete() {
        Admin admin = Admin.create(Map.of(
                "bootstrap.servers", bootstrap(), "request.timeout.ms", "10000", "default.api.timeout.ms", "60000"));
        try {
            Set<String> there = admin.listTopics().names().get();
            List<NewTopic> missing = Topic.ALL.stream()
                    .filter(topic -> !there.contains(topic.name()))
                    .map(topic -> new NewTopic(topic.name(), topic.partitions(), (short) 1).configs(topic.settings()))
                    .toList();
            admin.createTopics(missing).all().get();
        } catch (ExecutionException e) {
            throw new PlatformFailure(
                    "Kafka does not take the platform's topics",
                    String.valueOf(e.getCause()),
                    "If the data is damaged, ./platform reset empties it",
                    home.log(NAME));
        } catch (InterruptedException e) {
            throw new PlatformFailure("Kafka's topics are not created", "the platform stops", "Start it again");
        } finally {
            admin.close(Duration.ZERO);
        }
    }

    @Override
    public boolean isRecording() {
        return program.isRecording();
    }

    @Override
    public void ended(boolean complete) {
        program.ended(complete);
    }
}
