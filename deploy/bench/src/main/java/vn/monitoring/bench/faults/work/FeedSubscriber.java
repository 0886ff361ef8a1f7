package vn.monitoring.bench.faults.work;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.monitoring.client.ClientFailure;
import vn.monitoring.client.Json;

/// A dashboard that follows the feed of a unit for the whole run: connects again with the last id it was given whenever
/// the stream ends, breaks, or is silent for longer than a heartbeat, and journals every entry.
final class FeedSubscriber {

    private static final Duration CONNECTING = Duration.ofSeconds(10);

    /// The service sends a heartbeat every 15 s.
    private static final Duration SILENCE = Duration.ofSeconds(20);

    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final Duration LOOK = Duration.ofMillis(500);

    private final String name;
    private final String user;
    private final String unit;
    private final String types;
    private final URI events;
    private final HttpClient http;
    private final Passes passes;
    private final Tools tools;
    private final Successes successes = new Successes();
    private volatile @Nullable InputStream stream;
    private volatile Instant lastLine = Instant.now();
    private volatile long place = -1;
    private volatile boolean ending;

    /// @param types as the parameter of that name has them, empty for all
    FeedSubscriber(
            String name,
            String user,
            String unit,
            String types,
            URI gateway,
            HttpClient http,
            Passes passes,
            Tools tools) {
        this.name = name;
        this.user = user;
        this.unit = unit;
        this.types = types;
        this.events = gateway.resolve("/api/v1/events?unit=" + unit + (types.isEmpty() ? "" : "&types=" + types));
        this.http = http;
        this.passes = passes;
        this.tools = tools;
    }

    String name() {
        return name;
    }

    /// When the first entry was heard that was written after a moment.
    Optional<Instant> heardSince(Instant moment) {
        return successes.firstSince(moment);
    }

    /// Whether it has a place in the feed, so that it misses nothing from now on.
    boolean isPlaced() {
        return place >= 0;
    }

    long place() {
        return place;
    }

    /// Listens until it is told to end.
    void run() {
        Thread guard = Thread.ofVirtual().name(name + "-guard").start(this::guard);
        while (!ending) {
            connect();
            if (!ending) {
                Shift.waitFor(PAUSE);
            }
        }
        guard.interrupt();
    }

    void end() {
        ending = true;
        close();
    }

    private void guard() {
        while (!ending) {
            Shift.waitFor(LOOK);
            if (stream != null && Instant.now().isAfter(lastLine.plus(SILENCE))) {
                close();
            }
        }
    }

    private void close() {
        InputStream open = stream;
        if (open != null) {
            try {
                open.close();
            } catch (IOException e) {
                stream = null;
            }
        }
    }

    private void connect() {
        Optional<String> pass = passes.find(user);
        if (pass.isEmpty()) {
            return;
        }
        HttpRequest.Builder request = HttpRequest.newBuilder(events)
                .timeout(CONNECTING)
                .header("Accept", "text/event-stream")
                .header("Authorization", "Bearer " + pass.get());
        if (isPlaced()) {
            request.header("Last-Event-ID", Long.toString(place));
        }
        try {
            HttpResponse<InputStream> answer = http.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
            if (answer.statusCode() == 401) {
                passes.drop(user);
            }
            try (InputStream body = answer.body()) {
                if (answer.statusCode() == 200) {
                    lastLine = Instant.now();
                    stream = body;
                    listen(new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8)));
                }
            }
        } catch (IOException e) {
            tools.journal().add(new JournalLine.Asked(name, "stream broke: " + e.getMessage(), 0, 0, Instant.now()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ClientFailure("Interrupted while connecting", e);
        } finally {
            stream = null;
        }
    }

    private void listen(BufferedReader lines) throws IOException {
        boolean first = true;
        boolean reset = false;
        long id = place;
        StringBuilder data = new StringBuilder();
        for (String line = lines.readLine(); line != null && !ending; line = lines.readLine()) {
            lastLine = Instant.now();
            if (line.startsWith("id:")) {
                id = Long.parseLong(line.substring(3).strip());
            } else if (line.startsWith("event:reset")) {
                reset = true;
            } else if (line.startsWith("data:")) {
                data.append(line, 5, line.length()).append('\n');
            } else if (line.isEmpty()) {
                if (first) {
                    tools.journal().add(new JournalLine.Connected(name, unit, types, id, Instant.now()));
                    first = false;
                }
                if (reset) {
                    tools.journal().add(new JournalLine.Reset(name, id, Instant.now()));
                } else if (!data.isEmpty()) {
                    take(id, Json.tree(data.toString()));
                }
                place = id;
                reset = false;
                data.setLength(0);
            }
        }
    }

    private void take(long id, JsonNode entry) {
        Instant now = Instant.now();
        Instant occurredAt = Instant.parse(entry.path("occurredAt").asText());
        tools.journal().add(new JournalLine.Heard(name, id, entry.path("id").asText(), occurredAt, now));
        successes.note(occurredAt, now);
    }
}
