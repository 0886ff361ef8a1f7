package vn.monitoring.bench.indicators;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import vn.monitoring.client.Api;
import vn.monitoring.client.ClientFailure;
import vn.monitoring.client.Wait;

/// A dashboard that notes when it hears of each verified figure.
final class FeedEar implements AutoCloseable {

    private static final Pattern SUBJECT = Pattern.compile("\"subject\":\"([^\"]+)\"");
    private static final String VERIFIED = "measurement.verified";

    private final Stream<String> lines;
    private final Map<String, Long> heard = new ConcurrentHashMap<>();

    private FeedEar(Stream<String> lines) {
        this.lines = lines;
    }

    /// Hears what happens from now on.
    static FeedEar open(Api api, String user) {
        HttpRequest request = HttpRequest.newBuilder(api.uri("/api/v1/events?types=measurement"))
                .header("Authorization", "Bearer " + api.tokens().of(user))
                .header("Accept", "text/event-stream")
                .build();
        try {
            HttpResponse<Stream<String>> answer = api.http().send(request, HttpResponse.BodyHandlers.ofLines());
            if (answer.statusCode() != 200) {
                throw new ClientFailure("The feed was answered with status " + answer.statusCode());
            }
            FeedEar ear = new FeedEar(answer.body());
            Thread.startVirtualThread(ear::listen);
            return ear;
        } catch (IOException e) {
            throw new ClientFailure("The feed does not answer: " + e, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ClientFailure("Interrupted while opening the feed", e);
        }
    }

    private void listen() {
        lines.filter(line -> line.contains(VERIFIED)).forEach(line -> {
            Matcher subject = SUBJECT.matcher(line);
            if (subject.find()) {
                heard.putIfAbsent(subject.group(1), System.nanoTime());
            }
        });
    }

    /// When it heard that a figure is verified ([System#nanoTime]); waits for it if need be.
    long heardVerified(String measurement) {
        return Wait.until(
                "a dashboard hears of measurement " + measurement, () -> Optional.ofNullable(heard.get(measurement)));
    }

    @Override
    public void close() {
        lines.close();
    }
}
