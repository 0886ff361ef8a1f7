package vn.monitoring.bench.reports;

import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import vn.monitoring.bench.country.ReportingPeriod;
import vn.monitoring.bench.indicators.IndicatorBench;
import vn.monitoring.bench.indicators.LoadedIndicator;
import vn.monitoring.bench.indicators.Submission;
import vn.monitoring.bench.measure.HttpLoad;
import vn.monitoring.bench.measure.HttpLoad.Call;
import vn.monitoring.bench.measure.Target;
import vn.monitoring.bench.suite.Benchmark;

/// How long after a figure was entered every dashboard has heard of it, at fifty figures a second and a thousand
/// dashboards
/// that all see all of them: the way is indicator-service, Kafka, report-service, Kafka, stream, gateway.
///
/// A figure's time counts from when its fact was written, shortly before the commit; so it is a little too long.
final class SubscriberBenchmark implements Benchmark<IndicatorBench> {

    private static final int FIGURES_A_SECOND = 50;
    private static final int CONNECTIONS = 8;
    private static final Target P99 = Target.atMost(500);
    private static final Target NONE = Target.atMost(0);

    @Override
    public String name() {
        return "subscribers";
    }

    @Override
    public void run(IndicatorBench bench) {
        String province = largestProvince(bench);
        String reader = bench.token("leader", province);
        int count = bench.settings().subscribers();
        HttpLoad.Window window = bench.settings().window();
        Iterator<Call> figures = figures(bench, province, bench.token("reporter", province));
        bench.quiet();
        HttpLoad.Outcome entered;
        Subscribers.Outcome heard;
        try (Subscribers subscribers = new Subscribers(bench.gateway(), count);
                HttpLoad load = new HttpLoad(bench.gateway(), CONNECTIONS);
                ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor()) {
            subscribers.open("/api/v1/events?types=measurement&unit=" + province, _ -> reader);
            clock.schedule(subscribers::measure, window.warmUp().toMillis(), TimeUnit.MILLISECONDS);
            entered = load.open(window, FIGURES_A_SECOND, _ -> figures.next());
            clock.shutdown();
            heard = subscribers.await((int) (entered.warmUp() + entered.good()));
        }
        bench.requireGood(name(), entered);
        String at = "%,d subscribers at %d/s, ".formatted(count, FIGURES_A_SECOND);
        bench.figure(name(), at + "commit to subscriber p50", heard.latencies().percentile(50), "ms");
        bench.figure(name(), at + "commit to subscriber p99", heard.latencies().percentile(99), "ms", P99);
        bench.figure(name(), at + "longest", heard.latencies().max(), "ms");
        bench.figure(name(), at + "deliveries measured", heard.latencies().count(), "");
        bench.figure(name(), at + "lost", missing(entered, heard, count), "", NONE);
        bench.figure(name(), at + "repeated", heard.repeated(), "", NONE);
        bench.figure(name(), at + "streams reset or ended", heard.reset() + heard.ended(), "", NONE);
        bench.figure(name(), at + "generator", entered.ownCores(), "cores");
    }

    /// Entries that some subscribers have and others have not, and figures that came to none at all.
    private static double missing(HttpLoad.Outcome entered, Subscribers.Outcome heard, int subscribers) {
        long told = entered.warmUp() + entered.good();
        return heard.lost() + Math.max(0, told - heard.entries()) * (double) subscribers;
    }

    private static String largestProvince(IndicatorBench bench) {
        Map<String, Long> sizes = bench.loaded().stream()
                .collect(Collectors.groupingBy(LoadedIndicator::province, Collectors.counting()));
        return sizes.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .orElseThrow()
                .getKey();
    }

    /// Figures that were never entered, of one indicator after the other, month by month. No end.
    private static Iterator<Call> figures(IndicatorBench bench, String province, String token) {
        List<LoadedIndicator> indicators = bench.ofProvince(province);
        Function<ReportingPeriod, Iterator<Call>> ofMonth = month -> indicators.stream()
                .map(indicator -> Submission.of(indicator, month, token))
                .iterator();
        return new Iterator<>() {
            private Iterator<Call> current = ofMonth.apply(bench.months().take());

            @Override
            public boolean hasNext() {
                return true;
            }

            @Override
            public Call next() {
                if (!current.hasNext()) {
                    current = ofMonth.apply(bench.months().take());
                }
                return current.next();
            }
        };
    }
}
