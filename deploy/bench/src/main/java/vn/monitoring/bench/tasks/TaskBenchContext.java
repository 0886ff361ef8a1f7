package vn.monitoring.bench.tasks;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.monitoring.bench.Site;
import vn.monitoring.bench.load.Accounts;
import vn.monitoring.bench.measure.Figure;
import vn.monitoring.bench.measure.Findings;
import vn.monitoring.bench.measure.HttpLoad;
import vn.monitoring.bench.measure.Target;
import vn.monitoring.client.Api;
import vn.monitoring.client.Wait;

/// What a benchmark works with.
///
/// @param loaded the open tasks of the generated plans
record TaskBenchContext(
        Site site, Api api, TaskDatabase database, Findings findings, Settings settings, List<LoadedTask> loaded) {

    /// @param measured how long a load is measured, after a warm-up of half as long
    /// @param rounds how often what is timed once is repeated; the median counts
    record Settings(Duration measured, int rounds) {

        HttpLoad.Window window() {
            return new HttpLoad.Window(measured.dividedBy(2), measured);
        }
    }

    private static final int WHOLE_COUNTRY = 100_000;
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

    /// Waits until the service has told its events, so that a benchmark does not pay for the one before it.
    void quiet() {
        long begin = System.nanoTime();
        while (database.backlog() > 0) {
            if (System.nanoTime() - begin > LONGEST_QUIET.toNanos()) {
                findings.remark("The service still had events to tell after %d s: the next figures include that work"
                        .formatted(LONGEST_QUIET.toSeconds()));
                return;
            }
            Wait.pause(BETWEEN_LOOKS);
        }
    }

    List<String> provinces() {
        return loaded.stream().map(LoadedTask::province).distinct().toList();
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
