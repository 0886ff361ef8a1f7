package vn.monitoring.bench.indicators;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.monitoring.bench.Site;
import vn.monitoring.bench.country.Country;
import vn.monitoring.bench.measure.Figure;
import vn.monitoring.bench.measure.Findings;
import vn.monitoring.bench.measure.HttpLoad;
import vn.monitoring.bench.measure.Target;
import vn.monitoring.client.Api;
import vn.monitoring.client.Wait;

/// What a benchmark works with.
///
/// @param loaded the indicators of the generated communes
record Bench(
        Site site,
        Api api,
        Database database,
        Findings findings,
        Settings settings,
        List<LoadedIndicator> loaded,
        FreshMonths months) {

    /// @param connections of the loads that are not asked at a rate
    /// @param measured how long a load is measured, after a warm-up of half as long
    /// @param rounds how often what is timed once is repeated; the median counts
    record Settings(int connections, Duration measured, int rounds) {

        Duration warmUp() {
            return measured.dividedBy(2);
        }

        HttpLoad.Window window() {
            return new HttpLoad.Window(warmUp(), measured);
        }
    }

    private static final int WHOLE_COUNTRY = Country.Size.FULL.communes() * Country.Size.FULL.indicators();
    private static final Duration LONGEST_QUIET = Duration.ofMinutes(3);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);

    HttpLoad load(int connections) {
        return new HttpLoad(site.gateway(), connections);
    }

    void figure(String benchmark, String name, double value, String unit) {
        findings.add(new Figure(benchmark, name, value, unit, null));
    }

    void figure(String benchmark, String name, double value, String unit, @Nullable Target target) {
        findings.add(new Figure(benchmark, name, value, unit, target));
    }

    boolean hasWholeCountry() {
        return loaded.size() >= WHOLE_COUNTRY;
    }

    /// A target that is set for the whole country; none while only a part of it is loaded.
    @Nullable
    Target whole(Target target) {
        return hasWholeCountry() ? target : null;
    }

    /// Says so when answers were bad: such a load proves nothing.
    void requireGood(String benchmark, HttpLoad.Outcome outcome) {
        if (outcome.bad() > 0) {
            findings.remark("%s: %,d of %,d answers were no success (status: count %s)"
                    .formatted(benchmark, outcome.bad(), outcome.bad() + outcome.good(), outcome.statuses()));
        }
    }

    /// Waits until the service has told its events and graded what is due, so that a benchmark does not pay for the
    /// one before it.
    ///
    /// @return seconds waited
    double quiet() {
        long begin = System.nanoTime();
        while (database.backlog() > 0 || !database.isGraded()) {
            if (System.nanoTime() - begin > LONGEST_QUIET.toNanos()) {
                findings.remark("The service was still busy after %d s: the next figures include that work"
                        .formatted(LONGEST_QUIET.toSeconds()));
                break;
            }
            Wait.pause(BETWEEN_LOOKS);
        }
        return (System.nanoTime() - begin) / 1e9;
    }

    /// The period to read: the one with most verified figures.
    ///
    /// @throws Unavailable when there is none
    String period() {
        return database.fullestPeriod().orElseThrow(() -> new Unavailable("no figures are loaded"));
    }

    List<LoadedIndicator> ofProvince(String province) {
        return loaded.stream()
                .filter(indicator -> indicator.province().equals(province))
                .toList();
    }

    List<String> provinces() {
        return loaded.stream().map(LoadedIndicator::province).distinct().toList();
    }
}
