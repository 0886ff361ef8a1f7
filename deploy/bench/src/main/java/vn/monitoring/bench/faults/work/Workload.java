package vn.monitoring.bench.faults.work;

import java.net.http.HttpClient;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.monitoring.bench.Site;
import vn.monitoring.bench.load.NationalAccounts;
import vn.monitoring.client.Api;
import vn.monitoring.client.ClientFailure;
import vn.monitoring.client.Session;
import vn.monitoring.client.Wait;

/// Many different clients that work with the platform at once through its gateway, gently: some thirty requests a
/// second.
/// Every request and answer goes to the journal.
///
/// Call `prepare`, `start`, `finish`, `close`, in this order.
public final class Workload implements AutoCloseable {

    private static final int KEY_BASE = 36;
    private static final Duration CONNECTING = Duration.ofSeconds(5);
    private static final Duration LISTENING_ON = Duration.ofSeconds(20);

    private final Site site;
    private final Journal journal;
    private final Shift shift = new Shift();
    private final HttpClient http;
    private final Passes passes;
    private final Tools tools;
    private final List<Actor> actors = new ArrayList<>();
    private final List<FeedSubscriber> subscribers = new ArrayList<>();
    private final List<WebhookEndpoint> endpoints = new ArrayList<>();
    private final List<Thread> working = new ArrayList<>();
    private final List<Thread> listening = new ArrayList<>();

    private Workload(Site site, long seed, Journal journal) {
        this.site = site;
        this.journal = journal;
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(CONNECTING)
                .executor(Executors.newVirtualThreadPerTaskExecutor())
                .build();
        this.passes = new Passes(site.keycloak(), http);
        Door door = new Door(site.gateway(), http, passes);
        String run = "r" + Long.toString(System.currentTimeMillis() / 100, KEY_BASE);
        this.tools = new Tools(door, new Courier(door, journal, shift), journal, shift, run, seed);
    }

    /// @param seed decides what the clients choose, not when they are answered
    public static Workload on(Site site, long seed, Journal journal) {
        return new Workload(site, seed, journal);
    }

    /// Loads what the clients work on and registers webhooks; the platform has to be well.
    ///
    /// @throws ClientFailure when it does not answer, or refuses something
    public void prepare() {
        journal.add(new JournalLine.Begun(tools.run(), Instant.now()));
        try (Api api = site.api()) {
            Stage stage = Stage.prepare(site, api, tools);
            hire(stage);
            String first = stage.provinces().getFirst();
            String second = stage.provinces().getLast();
            endpoints.add(new WebhookEndpoint("steady", first, List.of(), false, tools));
            endpoints.add(new WebhookEndpoint(
                    "moody", second, List.of("measurement", "task", "incident", "feedback"), true, tools));
            Session loader = api.as(NationalAccounts.LOADER);
            endpoints.forEach(endpoint -> endpoint.register(loader));
            subscribers.add(subscriber("feed1", "admin-31", "31", ""));
            subscribers.add(subscriber("feed2", "standing-10675", "10675", ""));
            subscribers.add(subscriber("feed3", NationalAccounts.LOADER, second, "measurement,task"));
        }
    }

    private FeedSubscriber subscriber(String name, String user, String unit, String types) {
        return new FeedSubscriber(name, user, unit, types, site.gateway(), http, passes, tools);
    }

    private void hire(Stage stage) {
        Queue<FigureReporter.Submitted> submitted = new ConcurrentLinkedQueue<>();
        actors.add(new FigureReporter(1, tools, stage.slots(), submitted));
        actors.add(new FigureReporter(2, tools, stage.slots(), submitted));
        actors.add(new FigureVerifier(tools, submitted));
        for (int batcher = 0; batcher < stage.batched().size(); batcher++) {
            actors.add(new BatchReporter(
                    batcher + 1, tools, stage.indicators(), stage.batched().get(batcher)));
        }
        actors.add(new TaskKeeper(1, tools, stage.plans()));
        actors.add(new TaskKeeper(2, tools, stage.plans()));
        actors.add(new IncidentReporter(tools, stage.provinces()));
        actors.add(new FeedbackClerk(tools, stage.provinces()));
        for (int editor = 1; editor <= 2; editor++) {
            actors.add(new Editor("figureEditor" + editor, tools, NationalAccounts.LOADER, stage.figures()));
            actors.add(new Editor("taskEditor" + editor, tools, NationalAccounts.LOADER, stage.tasks()));
            actors.add(new Editor("textEditor" + editor, tools, NationalAccounts.LOADER, stage.sections()));
        }
        List<String> paths = stage.provinces().stream()
                .flatMap(unit -> Stream.of(
                        "/api/v1/scorecards/" + unit,
                        "/api/v1/tasks?unit=" + unit + "&limit=20",
                        "/api/v1/incidents?unit=" + unit + "&limit=20",
                        "/api/v1/grades?unit=" + unit + "&limit=20",
                        "/api/v1/public/datasets"))
                .toList();
        actors.add(new Reader(1, tools, paths));
        actors.add(new Reader(2, tools, paths));
    }

    /// Lets everybody begin; returns when the subscribers are connected.
    ///
    /// @throws ClientFailure when they cannot be
    public void start() {
        subscribers.forEach(subscriber -> listening.add(startThread(subscriber.name(), subscriber::run)));
        Wait.until(
                "all subscribers are connected",
                () -> subscribers.stream().allMatch(FeedSubscriber::isPlaced) ? Optional.of(true) : Optional.empty());
        actors.forEach(actor -> working.add(startThread(actor.name(), actor::run)));
        endpoints.forEach(endpoint -> working.add(startThread(endpoint.name(), endpoint::run)));
    }

    private Thread startThread(String name, Runnable work) {
        return Thread.ofVirtual()
                .name(name)
                .uncaughtExceptionHandler(
                        (_, error) -> journal.add(new JournalLine.Stopped(name, String.valueOf(error), Instant.now())))
                .start(work);
    }

    /// The first moment by which everybody has had a success of something begun after the platform was well again: of
    /// writers an acknowledged write, of subscribers something that was written since.
    public Optional<Instant> recoveredSince(Instant healed) {
        Instant last = healed;
        for (Recovery recovery : recoveries(healed)) {
            Instant at = recovery.at();
            if (at == null) {
                return Optional.empty();
            }
            last = at.isAfter(last) ? at : last;
        }
        return Optional.of(last);
    }

    /// When somebody's work succeeded again; null while it has not.
    public record Recovery(String who, @Nullable Instant at) {}

    /// Of everybody, so that it can be told who was slow.
    public List<Recovery> recoveries(Instant healed) {
        List<Recovery> all = new ArrayList<>();
        actors.forEach(actor ->
                all.add(new Recovery(actor.name(), actor.succeededSince(healed).orElse(null))));
        subscribers.forEach(subscriber -> all.add(
                new Recovery(subscriber.name(), subscriber.heardSince(healed).orElse(null))));
        endpoints.stream()
                .filter(WebhookEndpoint::isSteady)
                .forEach(endpoint -> all.add(new Recovery(
                        endpoint.name(), endpoint.heardSince(healed).orElse(null))));
        return all;
    }

    /// Begins no new work and waits until what was begun is certain, but no longer than it is patient; subscribers
    /// listen on until [#close].
    public void finish(Duration patience) {
        shift.close(patience);
        working.forEach(Workload::join);
    }

    /// Waits until the subscribers have come to a place in the feed, or have had time for it.
    public void listenUntil(long place) {
        Instant end = Instant.now().plus(LISTENING_ON);
        while (Instant.now().isBefore(end) && subscribers.stream().anyMatch(one -> one.place() < place)) {
            Shift.waitFor(Duration.ofMillis(200));
        }
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ClientFailure("Interrupted while the clients finish", e);
        }
    }

    @Override
    public void close() {
        subscribers.forEach(FeedSubscriber::end);
        endpoints.forEach(WebhookEndpoint::close);
        listening.forEach(Workload::join);
        http.shutdownNow();
    }
}
