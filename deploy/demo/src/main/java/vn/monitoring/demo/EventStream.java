package vn.monitoring.demo;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import vn.monitoring.client.Api;
import vn.monitoring.client.ClientFailure;

/// One connection to the event stream: reads server-sent events until the stream ends or is closed.
final class EventStream implements AutoCloseable {

    private final InputStream body;

    private EventStream(InputStream body) {
        this.body = body;
    }

    /// @param lastEventId where to go on, or null for what happens from now on
    /// @throws IOException when the gateway does not answer or refuses
    static EventStream open(Api api, String user, @Nullable String lastEventId) throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(api.uri("/api/v1/events"))
                .header("Authorization", "Bearer " + api.tokens().of(user))
                .header("Accept", "text/event-stream");
        if (lastEventId != null) {
            request.header("Last-Event-ID", lastEventId);
        }
        try {
            HttpResponse<InputStream> answer =
                    api.http().send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
            if (answer.statusCode() != 200) {
                try (InputStream problem = answer.body()) {
                    throw new IOException("the event stream answered %d %s"
                            .formatted(
                                    answer.statusCode(), new String(problem.readAllBytes(), StandardCharsets.UTF_8)));
                }
            }
            return new EventStream(answer.body());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    /// @param place told of each `id`, also of one that comes without an event
    /// @throws IOException when the connection breaks
    void read(Consumer<String> place, Consumer<FeedEvent> event) throws IOException {
        String id = "";
        String name = "message";
        StringBuilder data = new StringBuilder();
        BufferedReader lines = new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8));
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.startsWith("id:")) {
                id = line.substring(3).strip();
            } else if (line.startsWith("event:")) {
                name = line.substring(6).strip();
            } else if (line.startsWith("data:")) {
                data.append(line.substring(5).strip());
            } else if (line.isEmpty()) {
                if (name.equals("reset")) {
                    throw new ClientFailure("The feed no longer holds the place from which to resume.");
                }
                if (!data.isEmpty()) {
                    event.accept(FeedEvent.of(id, data.toString()));
                }
                if (!id.isEmpty()) {
                    place.accept(id);
                }
                name = "message";
                data.setLength(0);
            }
        }
    }

    @Override
    public void close() {
        try {
            body.close();
        } catch (IOException alreadyBroken) {
            // What is being closed may break.
            return;
        }
    }
}
