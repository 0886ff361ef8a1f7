package vn.monitoring.demo;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import vn.monitoring.client.Api;
import vn.monitoring.client.Screen;
import vn.monitoring.client.Session;
import vn.monitoring.client.TextTable;
import vn.monitoring.client.Wait;

/// The steering committees of both provinces in front of their dashboards: they follow the event stream while the
/// others work.
final class Watchers implements AutoCloseable {

    private static final Duration QUIET = Duration.ofMillis(1500);
    private static final Set<String> WORTH_A_LINE = Set.of(
            "measurement.returned",
            "task.completed",
            "task.returned",
            "report.submitted",
            "report.returned",
            "report.accepted");

    private final Api api;
    private final List<EventListener> listeners = new CopyOnWriteArrayList<>();

    private Watchers(Api api) {
        this.api = api;
    }

    static Watchers open(Api api) {
        return new Watchers(api);
    }

    /// Opens the streams, once report-service knows the units.
    void start(Screen screen) {
        for (String province : SamplePlan.PROVINCES) {
            Wait.until(
                    "report-service knows the units of province " + province,
                    () -> knowsUnits(province) ? Optional.of(true) : Optional.empty());
            EventListener listener = new EventListener(api, "steering-" + province, null, event -> show(screen, event));
            listeners.add(listener);
            listener.start();
        }
    }

    private boolean knowsUnits(String province) {
        Session steering = api.as("steering-" + province);
        return SamplePlan.ALL.stream()
                .filter(plan -> plan.province().equals(province))
                .allMatch(plan -> steering.find("/api/v1/report-obligations?unit=" + plan.unit(), Object.class)
                        .isPresent());
    }

    private static void show(Screen screen, FeedEvent event) {
        if (WORTH_A_LINE.contains(event.shortType())) {
            screen.line("◦ " + event.title());
        }
    }

    /// Cuts all streams on purpose; they resume where they were.
    void reconnect(Screen screen) {
        screen.line("Cutting the event streams; they resume after the last event.");
        listeners.forEach(EventListener::reconnect);
    }

    /// Waits until what was done has been told.
    void settle() {
        Wait.until("the event streams are quiet", () -> {
            listeners.forEach(EventListener::failIfBroken);
            boolean quiet =
                    listeners.stream().allMatch(listener -> listener.quietFor().compareTo(QUIET) > 0);
            return quiet ? Optional.of(true) : Optional.empty();
        });
    }

    /// Shows what came, and that a second look at the feed finds the same events in the same order.
    ///
    /// @param expectEvents whether anything was done that the watchers had to hear of
    void show(Screen screen, Checks checks, boolean expectEvents) {
        screen.step("Events received while this was going on");
        Map<String, Integer> counts = new TreeMap<>();
        for (EventListener listener : listeners) {
            List<FeedEvent> events = listener.events();
            events.forEach(event -> counts.merge(event.shortType(), 1, Integer::sum));
            screen.line("%s: %d events over %d connections"
                    .formatted(listener.user(), events.size(), listener.connections()));
            if (expectEvents) {
                checks.isTrue(listener.user() + " received no event", !events.isEmpty());
                checks.isTrue(listener.user() + " did not resume", listener.connections() > 1);
            }
            checkOnce(checks, listener.user(), events);
            checkReplay(checks, listener.user(), events);
        }
        if (!counts.isEmpty()) {
            TextTable table = new TextTable("event", "number");
            counts.forEach(table::row);
            screen.table(table);
        }
    }

    private static void checkOnce(Checks checks, String user, List<FeedEvent> events) {
        Set<String> ids = new HashSet<>();
        Set<String> places = new HashSet<>();
        for (FeedEvent event : events) {
            checks.isTrue("%s received an event twice: %s".formatted(user, event), ids.add(event.id()));
            checks.isTrue("%s saw a place twice: %s".formatted(user, event), places.add(event.place()));
        }
    }

    private void checkReplay(Checks checks, String user, List<FeedEvent> events) {
        if (events.size() < 2) {
            return;
        }
        List<FeedEvent> rest = events.subList(1, events.size());
        try (EventListener again =
                new EventListener(api, user, events.getFirst().place(), event -> {})) {
            again.start();
            Wait.until(
                    "the feed was read again by " + user,
                    () -> again.events().size() >= rest.size() ? Optional.of(true) : Optional.empty());
            checks.isTrue(
                    user + " finds other events when reading again after the first",
                    again.events().subList(0, rest.size()).equals(rest));
        }
    }

    @Override
    public void close() {
        listeners.forEach(EventListener::close);
    }
}
