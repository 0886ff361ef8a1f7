package vn.monitoring.bench.faults.nemesis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ScheduleTest {

    private static final int ROUND = 26;

    private static List<Fault> faults(long seed, int number) {
        return Stream.generate(new Schedule(seed)::next).limit(number).toList();
    }

    @Test
    void isTheSameForTheSameSeed() {
        assertThat(faults(7, 3 * ROUND)).isEqualTo(faults(7, 3 * ROUND)).isNotEqualTo(faults(8, 3 * ROUND));
    }

    @Test
    void hasEveryKindInEachRoundInAnotherOrder() {
        List<Fault> faults = faults(7, 2 * ROUND);
        List<Fault> first = faults.subList(0, ROUND);
        List<Fault> second = faults.subList(ROUND, 2 * ROUND);
        assertThat(kinds(first)).isEqualTo(kinds(second)).isEqualTo(Set.of(Fault.class.getPermittedSubclasses()));
        assertThat(first).isNotEqualTo(second);
        for (String part : List.of("postgresql", "kafka", "keycloak", "gateway")) {
            assertThat(first).anyMatch(fault -> fault.text().equals("kill " + part));
            assertThat(first).anyMatch(fault -> fault.text().equals("pause " + part));
        }
    }

    private static Set<Class<?>> kinds(List<Fault> faults) {
        return faults.stream().map(Object::getClass).collect(Collectors.toSet());
    }
}
