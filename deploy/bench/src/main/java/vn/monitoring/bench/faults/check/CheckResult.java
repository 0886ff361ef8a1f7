package vn.monitoring.bench.faults.check;

import java.util.List;

/// What a check found.
///
/// @param counted what was looked at, for a person
/// @param violations each names what broke the rule; none when it holds. Only the first ones are told
/// @param violated how many there are
public record CheckResult(String name, String counted, List<String> violations, int violated) {

    private static final int TOLD = 20;

    public static CheckResult of(String name, String counted, List<String> violations) {
        return new CheckResult(name, counted, violations.stream().limit(TOLD).toList(), violations.size());
    }

    public CheckResult named(String other) {
        return new CheckResult(other, counted, violations, violated);
    }

    public boolean holds() {
        return violated == 0;
    }
}
