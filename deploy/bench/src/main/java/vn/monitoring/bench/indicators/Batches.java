package vn.monitoring.bench.indicators;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import vn.monitoring.bench.country.Commune;
import vn.monitoring.bench.country.Country;
import vn.monitoring.bench.country.GeneratedFigure;
import vn.monitoring.bench.country.ReportingPeriod;
import vn.monitoring.bench.load.NationalAccounts;
import vn.monitoring.bench.suite.Unavailable;
import vn.monitoring.client.Api;
import vn.monitoring.client.ClientFailure;
import vn.monitoring.client.Json;

/// Batches of figures in one request through the gateway, timed from the first byte sent to the last one answered.
final class Batches {

    private static final String PATH = "/api/v1/measurements:batch?results=failed";
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    /// What came of one.
    record Sent(int rows, int created, int updated, int unchanged, int failed, double seconds) {

        double rate() {
            return rows / seconds;
        }

        double microsecondsARow() {
            return seconds * 1e6 / rows;
        }
    }

    private final Api api;

    Batches(Api api) {
        this.api = api;
    }

    static byte[] csv(List<LoadedIndicator> indicators, ReportingPeriod period, int variant) {
        StringBuilder csv = new StringBuilder(GeneratedFigure.CSV_HEADER).append('\n');
        append(csv, indicators, period, variant);
        return csv.toString().getBytes(StandardCharsets.UTF_8);
    }

    /// As many rows as wanted, over as many periods as that takes.
    static byte[] csv(List<LoadedIndicator> indicators, int rows, FreshMonths months) {
        StringBuilder csv = new StringBuilder(GeneratedFigure.CSV_HEADER).append('\n');
        int left = rows;
        while (left > 0) {
            int now = Math.min(left, indicators.size());
            append(csv, indicators.subList(0, now), months.take(), 0);
            left -= now;
        }
        return csv.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void append(
            StringBuilder csv, List<LoadedIndicator> indicators, ReportingPeriod period, int variant) {
        long seed = Country.Size.FULL.seed();
        for (LoadedIndicator indicator : indicators) {
            GeneratedFigure figure =
                    GeneratedFigure.of(seed, indicator.commune(), indicator.canonicalCode(), period, variant);
            csv.append(Commune.isSample(indicator.commune()) ? figure.csv(indicator.id()) : figure.csv());
        }
    }

    /// @throws Unavailable when there is no such endpoint
    /// @throws ClientFailure when the batch is refused as a whole
    Sent send(byte[] csv) {
        HttpRequest request = HttpRequest.newBuilder(api.uri(PATH))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + api.tokens().of(NationalAccounts.LOADER))
                .header("Content-Type", "text/csv; charset=UTF-8")
                .header("Accept", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(csv))
                .build();
        long begin = System.nanoTime();
        HttpResponse<String> answer = exchange(request);
        double seconds = (System.nanoTime() - begin) / 1e9;
        if (answer.statusCode() == 404 || answer.statusCode() == 405) {
            throw new Unavailable("POST /measurements:batch: " + answer.statusCode());
        }
        if (answer.statusCode() != 207) {
            throw new ClientFailure("POST /measurements:batch: %d %s".formatted(answer.statusCode(), answer.body()));
        }
        JsonNode summary = Json.tree(answer.body()).path("summary");
        return new Sent(
                summary.path("rows").asInt(),
                summary.path("created").asInt(),
                summary.path("updated").asInt(),
                summary.path("unchanged").asInt(),
                summary.path("failed").asInt(),
                seconds);
    }

    private HttpResponse<String> exchange(HttpRequest request) {
        try {
            return api.http().send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new ClientFailure("The gateway did not answer a batch: " + e, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ClientFailure("Interrupted during a batch", e);
        }
    }
}
