package vn.monitoring.bench.reports;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.monitoring.bench.Site;
import vn.monitoring.bench.indicators.Database;
import vn.monitoring.bench.indicators.FreshMonths;
import vn.monitoring.bench.indicators.LoadedIndicator;
import vn.monitoring.bench.load.Accounts;
import vn.monitoring.bench.measure.Figure;
import vn.monitoring.bench.measure.Findings;
import vn.monitoring.bench.measure.HttpLoad;
import vn.monitoring.bench.measure.Target;
import vn.monitoring.client.Api;
import vn.monitoring.client.Wait;

/// What a benchmark works with.
///
/// @param indicators the indicator-service's database: figures entered there are what the reports and the feed tell
/// @param loaded the indicators of the generated communes
record ReportBenchContext(
        Site site,
        Api api,
        Database indicators,
        Findings findings,
        Settings settings,
        List<LoadedIndicator> loaded,
        FreshMonths months) {

    /// @param measured how long a load is measured, after a warm-up of half as long
    /// @param rounds how often what is timed once is repeated; the median counts
    /// @param subscribers how many follow the feed
    record Settings(Duration measured, int rounds, int subscribers) {

        HttpLoad.Window window() {
            return new HttpLoad.Window(measured.dividedBy(2), measured);
        }
    }

    private static final Duration LONGEST_QUIET = Duration.ofMinutes(3);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);

    URI gateway() {
        return site.gateway();
    }

    void figure(String benchmark, String name, double value, String unit, @Nullable Target target) {
        findings.add(new Figure(benchmark, name, value, unit, target));
    }

    void figure(String benchmark, String name, double value, String unit) {
        figure(benchmark, name, value, unit, null);
    }

    /// Says so when answers were bad: such a load proves nothing.
    void requireGood(String benchmark, HttpLoad.Outcome outcome) {
        if (outcome.bad() > 0) {
            findings.remark("%s: %,d of %,d answers were no success (status: count %s)"
                    .formatted(benchmark, outcome.bad(), outcome.bad() + outcome.good(), outcome.statuses()));
        }
    }

    /// Waits until the indicator-service has told its events and graded what is due, so that a benchmark does not pay
    /// for the one before it.
    void quiet() {
        long begin = System.nanoTime();
        while (indicators.backlog() > 0 || !indicators.isGraded()) {
            if (System.nanoTime() - begin > LONGEST_QUIET.toNanos()) {
                findings.remark("The platform was still busy after %d s: the next figures include that work"
                        .formatted(LONGEST_QUIET.toSeconds()));
                return;
            }
            Wait.pause(BETWEEN_LOOKS);
        }
    }

    List<LoadedIndicator> ofProvince(String province) {
        return loaded.stream()
                .filter(indicator -> indicator.province().equals(province))
                .toList();
    }

    List<String> provinces() {
        return loaded.stream().map(LoadedIndicator::province).distinct().toList();
    }

    /// A user of one province in one role, made when there is none.
    ///
    /// @return the token
    String token(String role, String province) {
        String user = "bench-%s-%s".formatted(role, province);
        try (Accounts accounts = new Accounts(site.keycloak())) {
            accounts.ensure(new Accounts.Account(user, "Người dùng đo hiệu năng", List.of(province), List.of(role)));
        }
        return api.tokens().of(user);
    }
}
