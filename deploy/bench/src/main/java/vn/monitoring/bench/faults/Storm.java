package vn.monitoring.bench.faults;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import vn.monitoring.bench.faults.nemesis.Fault;
import vn.monitoring.bench.faults.nemesis.Grounds;
import vn.monitoring.bench.faults.nemesis.Schedule;
import vn.monitoring.bench.faults.work.Workload;
import vn.monitoring.client.Screen;
import vn.monitoring.client.Wait;

/// Fault after fault, each mended and recovered from before the next one.
final class Storm {

    private static final Duration CALM = Duration.ofSeconds(2);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);

    /// After that the next fault comes all the same.
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final Grounds grounds;
    private final Workload workload;
    private final Schedule schedule;
    private final Screen screen;
    private final List<Strike> strikes = new ArrayList<>();

    Storm(Grounds grounds, Workload workload, Schedule schedule, Screen screen) {
        this.grounds = grounds;
        this.workload = workload;
        this.schedule = schedule;
        this.screen = screen;
    }

    /// Begins no fault after the time.
    ///
    /// @param midway done once between two faults, when half of the time is over
    List<Strike> rage(Duration time, Runnable midway) {
        Instant begin = Instant.now();
        Instant half = begin.plus(time.dividedBy(2));
        Instant end = begin.plus(time);
        boolean isDone = false;
        while (Instant.now().isBefore(end)) {
            strike(schedule.next());
            Wait.pause(CALM);
            if (!isDone && Instant.now().isAfter(half)) {
                midway.run();
                isDone = true;
            }
        }
        return List.copyOf(strikes);
    }

    private void strike(Fault fault) {
        Instant begun = Instant.now();
        fault.begin(grounds);
        Wait.pause(fault.lasts());
        Instant healed = Instant.now();
        fault.heal(grounds);
        Strike strike = awaitRecovery(fault, begun, healed);
        strikes.add(strike);
        screen.line("%3d  %5.0f s  %-62s %5.1f s  %s"
                .formatted(
                        strike.number(),
                        screen.seconds(),
                        strike.fault(),
                        strike.seconds(),
                        strike.recovery() == null
                                ? "NOT recovered: " + strike.last()
                                : "recovered after %.1f s (%s)".formatted(strike.recovery(), strike.last())));
    }

    private Strike awaitRecovery(Fault fault, Instant begun, Instant healed) {
        Instant patience = healed.plus(PATIENCE);
        List<Workload.Recovery> all = workload.recoveries(healed);
        while (all.stream().anyMatch(one -> one.at() == null) && Instant.now().isBefore(patience)) {
            Wait.pause(BETWEEN_LOOKS);
            all = workload.recoveries(healed);
        }
        int number = strikes.size() + 1;
        double lasted = seconds(begun, healed);
        String missing = all.stream()
                .filter(one -> one.at() == null)
                .map(Workload.Recovery::who)
                .collect(Collectors.joining(", "));
        if (!missing.isEmpty()) {
            return new Strike(number, fault.text(), begun, lasted, null, missing);
        }
        Optional<Workload.Recovery> last = all.stream().max(Comparator.comparing(Storm::moment));
        return new Strike(
                number,
                fault.text(),
                begun,
                lasted,
                seconds(healed, last.map(Storm::moment).orElse(healed)),
                last.map(Workload.Recovery::who).orElse(""));
    }

    private static Instant moment(Workload.Recovery recovery) {
        Instant at = recovery.at();
        return at == null ? Instant.MAX : at;
    }

    private static double seconds(Instant from, Instant to) {
        return Duration.between(from, to).toMillis() / 1000.0;
    }
}
