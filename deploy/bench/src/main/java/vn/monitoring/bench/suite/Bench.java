package vn.monitoring.bench.suite;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
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
public abstract class Bench implements AutoCloseable {

    private static final Duration LONGEST_QUIET = Duration.ofMinutes(3);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);

    private final Field field;

    protected Bench(Field field) {
        this.field = field;
    }

    public final Site site() {
        return field.site();
    }

    public final Field field() {
        return field;
    }

    public final URI gateway() {
        return field.site().gateway();
    }

    public final Api api() {
        return field.api();
    }

    public final Findings findings() {
        return field.findings();
    }

    public final Wish settings() {
        return field.wish();
    }

    /// PostgreSQL's version.
    public abstract String postgresql();

    /// What is loaded, as in "83,025 indicators of 3,321 communes".
    public abstract String loadedInWords();

    /// The same for the result's settings: a name and a number each.
    public abstract Map<String, Integer> sizes();

    /// Whether the targets hold that are set for the whole country.
    public abstract boolean hasWholeCountry();

    /// Whether the platform still does work in the background that an earlier benchmark caused.
    protected abstract boolean isBusy();

    public abstract List<String> provinces();

    @Override
    public abstract void close();

    public final HttpLoad load(int connections) {
        return new HttpLoad(gateway(), connections);
    }

    public final void figure(String benchmark, String name, double value, String unit) {
        figure(benchmark, name, value, unit, null);
    }

    public final void figure(String benchmark, String name, double value, String unit, @Nullable Target target) {
        findings().add(new Figure(benchmark, name, value, unit, target));
    }

    /// A target that is set for the whole country; none while only a part of it is loaded.
    public final @Nullable Target whole(Target target) {
        return hasWholeCountry() ? target : null;
    }

    /// Says so when answers were bad: such a load proves nothing.
    public final void requireGood(String benchmark, HttpLoad.Outcome outcome) {
        if (outcome.bad() > 0) {
            findings()
                    .remark("%s: %,d of %,d answers were no success (status: count %s)"
                            .formatted(benchmark, outcome.bad(), outcome.bad() + outcome.good(), outcome.statuses()));
        }
    }

    /// Waits until the platform is done with work in the background, so that a benchmark does not pay for the one
    /// before it.
    ///
    /// @return seconds waited
    public final double quiet() {
        long begin = System.nanoTime();
        while (isBusy()) {
            if (System.nanoTime() - begin > LONGEST_QUIET.toNanos()) {
                findings()
                        .remark("The platform was still busy after %d s: the next figures include that work"
                                .formatted(LONGEST_QUIET.toSeconds()));
                break;
            }
            Wait.pause(BETWEEN_LOOKS);
        }
        return (System.nanoTime() - begin) / 1e9;
    }

    /// A user of one province in one role, made when there is none.
    ///
    /// @return the token
    public final String token(String role, String province) {
        String user = "bench-%s-%s".formatted(role, province);
        try (Accounts accounts = new Accounts(site().keycloak())) {
            accounts.ensure(new Accounts.Account(user, "Người dùng đo hiệu năng", List.of(province), List.of(role)));
        }
        return api().tokens().of(user);
    }
}
