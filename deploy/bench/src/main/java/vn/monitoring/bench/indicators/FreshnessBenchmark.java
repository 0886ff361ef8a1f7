package vn.monitoring.bench.indicators;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import vn.monitoring.bench.country.Country;
import vn.monitoring.bench.country.GeneratedFigure;
import vn.monitoring.bench.country.ReportingPeriod;
import vn.monitoring.bench.measure.Latencies;
import vn.monitoring.bench.measure.Target;
import vn.monitoring.bench.suite.Benchmark;
import vn.monitoring.client.Answer;
import vn.monitoring.client.ClientFailure;
import vn.monitoring.client.Session;
import vn.monitoring.client.Write;

/// How long after the answer to a verification the figure stands in the sums over its province, asked again and again
/// until it does; and how long after the verification was sent a dashboard of the province hears of it.
final class FreshnessBenchmark implements Benchmark<IndicatorBench> {

    private static final int FIGURES = 50;
    private static final String PROVINCE = "31";
    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(30);
    private static final Target P99 = Target.atMost(1_000);

    @Override
    public String name() {
        return "freshness";
    }

    @Override
    public void run(IndicatorBench bench) {
        ReportingPeriod month = bench.months().take();
        String path = "/api/v1/rollups?unit=%s&by=commune&period=%s".formatted(PROVINCE, month.key());
        Session verifier = bench.api().as("standing-" + PROVINCE);
        Rollups.require(bench.api(), "standing-" + PROVINCE, path);
        Reporters.Reporter person = Reporters.ofProvince(bench, PROVINCE);
        Session reporter = bench.api().as(person.user());
        List<LoadedIndicator> indicators =
                person.indicators().stream().limit(FIGURES).toList();
        bench.quiet();
        Latencies latencies = new Latencies();
        Latencies verifications = new Latencies();
        Latencies hearing = new Latencies();
        try (FeedEar ear = FeedEar.open(bench.api(), "standing-" + PROVINCE)) {
            for (LoadedIndicator indicator : indicators) {
                latencies.record(visibleAfter(reporter, verifier, path, indicator, month, verifications, hearing, ear));
            }
        }
        bench.figure(name(), "a verification with its grades, p50", verifications.percentile(50), "ms");
        bench.figure(name(), "a verification with its grades, p99", verifications.percentile(99), "ms");
        bench.figure(name(), "verification sent until a dashboard hears of it, p50", hearing.percentile(50), "ms");
        bench.figure(name(), "verification sent until a dashboard hears of it, p99", hearing.percentile(99), "ms", P99);
        String of = "verified figure visible in the sums, ";
        bench.figure(name(), of + "p50 of %d".formatted(latencies.count()), latencies.percentile(50), "ms");
        bench.figure(name(), of + "p99", latencies.percentile(99), "ms", P99);
        bench.figure(name(), of + "longest", latencies.max(), "ms");
    }

    /// In nanoseconds.
    private static long visibleAfter(
            Session reporter,
            Session verifier,
            String path,
            LoadedIndicator indicator,
            ReportingPeriod month,
            Latencies verifications,
            Latencies hearing,
            FeedEar ear) {
        GeneratedFigure figure =
                GeneratedFigure.of(Country.Size.FULL.seed(), indicator.commune(), indicator.canonicalCode(), month, 0);
        Map<String, Object> request = new LinkedHashMap<>();
        request.put("indicatorId", indicator.id());
        request.put("period", month.key());
        request.put("numerator", figure.numerator());
        request.put("denominator", figure.denominator());
        request.put("asOf", month.lastDay());
        Answer submitted = reporter.write(Write.post("/api/v1/measurements", request));
        String id = submitted.as(JsonNode.class).path("id").asText();
        long begin = System.nanoTime();
        verifier.write(Write.post("/api/v1/measurements/" + id + "/verification", Map.of())
                .ifMatch(submitted.requireEtag()));
        long verified = System.nanoTime();
        verifications.record(verified - begin);
        while (!Rollups.shows(
                verifier.get(path).body(), indicator.commune(), indicator.canonicalCode(), figure.numerator())) {
            if (System.nanoTime() - verified > PATIENCE) {
                throw new ClientFailure("A verified figure of %s (%s) is not in the sums after 30 s"
                        .formatted(indicator.commune(), indicator.canonicalCode()));
            }
        }
        long visible = System.nanoTime() - verified;
        hearing.record(ear.heardVerified(id) - begin);
        return visible;
    }
}
