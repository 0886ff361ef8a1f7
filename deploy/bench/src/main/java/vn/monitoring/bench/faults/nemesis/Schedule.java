package vn.monitoring.bench.faults.nemesis;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import vn.monitoring.local.component.Kafka;
import vn.monitoring.local.component.Keycloak;
import vn.monitoring.local.component.Postgres;
import vn.monitoring.local.component.Topology;

/// The faults of a run in their order. They come in rounds: each round has one of every kind, shuffled, at parts and of
/// lengths by chance. The same seed gives the same faults; how many of them fit into a run depends on how soon the
/// platform
/// recovers.
public final class Schedule {

    private final Random chance;
    private final Deque<Fault> round = new ArrayDeque<>();

    public Schedule(long seed) {
        this.chance = new Random(seed);
    }

    public Fault next() {
        if (round.isEmpty()) {
            List<Fault> kinds = oneOfEach();
            Collections.shuffle(kinds, chance);
            round.addAll(kinds);
        }
        return round.removeFirst();
    }

    private List<Fault> oneOfEach() {
        List<Fault> faults = new ArrayList<>();
        for (String service : Grounds.SERVICES) {
            faults.add(new Fault.Kill(List.of(oneOf(service)), seconds(1, 8)));
            faults.add(new Fault.Pause(List.of(oneOf(service)), seconds(3, 15)));
        }
        String whole = anyService();
        faults.add(new Fault.Kill(List.of(Topology.replica(whole, 1), Topology.replica(whole, 2)), seconds(2, 8)));
        for (String part : List.of(Postgres.NAME, Kafka.NAME, Keycloak.NAME, Grounds.GATEWAY)) {
            faults.add(new Fault.Kill(List.of(part), seconds(1, 8)));
        }
        faults.add(new Fault.Pause(List.of(Postgres.NAME), seconds(3, 12)));
        // Long enough for the outboxes to fill.
        faults.add(new Fault.Pause(List.of(Kafka.NAME), seconds(10, 20)));
        faults.add(new Fault.Pause(List.of(Keycloak.NAME), seconds(3, 12)));
        faults.add(new Fault.Pause(List.of(Grounds.GATEWAY), seconds(3, 12)));
        faults.add(new Fault.Restart(oneOf(anyService()), seconds(1, 3)));
        faults.add(new Fault.Restart(Grounds.GATEWAY, seconds(1, 3)));
        String far = chance.nextBoolean() ? Postgres.NAME : Kafka.NAME;
        faults.add(new Fault.Cut(oneOf(anyService()), far, seconds(3, 15)));
        faults.add(new Fault.Cut(Grounds.GATEWAY, oneOf(anyService()), seconds(3, 15)));
        faults.add(new Fault.Freeze(oneOf(anyService()), Kafka.NAME, seconds(5, 15)));
        faults.add(new Fault.Freeze(oneOf(anyService()), Postgres.NAME, seconds(3, 12)));
        faults.add(new Fault.Slow(oneOf(anyService()), Postgres.NAME, millis(5, 40), seconds(5, 15)));
        faults.add(new Fault.Slow(oneOf(anyService()), Kafka.NAME, millis(50, 400), seconds(5, 15)));
        Duration wrong = seconds(60, 1_200);
        faults.add(new Fault.Skew(oneOf(anyService()), chance.nextBoolean() ? wrong : wrong.negated(), seconds(5, 15)));
        faults.add(new Fault.Crash(seconds(1, 3)));
        return faults;
    }

    private String anyService() {
        return Grounds.SERVICES.get(chance.nextInt(Grounds.SERVICES.size()));
    }

    private String oneOf(String service) {
        return Topology.replica(service, 1 + chance.nextInt(Grounds.REPLICAS));
    }

    private Duration seconds(int least, int most) {
        return Duration.ofSeconds(chance.nextInt(least, most + 1));
    }

    private Duration millis(int least, int most) {
        return Duration.ofMillis(chance.nextInt(least, most + 1));
    }
}
