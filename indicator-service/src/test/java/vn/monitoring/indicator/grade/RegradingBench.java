package vn.monitoring.indicator.grade;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.monitoring.kit.testing.PlatformTestResource;
import vn.monitoring.kit.testing.TestClock;
import vn.monitoring.kit.testing.TestDatabase;

/// How long a whole country takes: run by name (`-Dtest=RegradingBench`), no part of the tests.
@QuarkusTest
@QuarkusTestResource(PlatformTestResource.class)
class RegradingBench {

    private static final Logger LOG = Logger.getLogger(RegradingBench.class);

    @Inject
    TestClock clock;

    @Inject
    DueGrading due;

    @AfterEach
    void clear() {
        clock.reset();
        TestDatabase.shared().truncateAll("canonical_indicator", "grading_policy");
        TestDatabase.shared().execute("delete from grading_policy where version > 1");
    }

    @Test
    void gradesACountry() {
        clock.setToday(LocalDate.of(2026, 2, 28));
        CountryData.generate(1);
        measure("first grades, one verified figure each");
        settle();
        CountryData.figures(2, 2);
        markAll();
        measure("one more verified figure each");
        settle();
        clock.setToday(LocalDate.of(2026, 3, 1));
        measure("a new day, on which nothing changes");
        settle();
        clock.setToday(LocalDate.of(2026, 3, 2));
        measure("another new day, on which nothing changes");
        settle();
        TestDatabase.shared().execute("""
                insert into grading_policy (version, settings, decided_by)
                select 2, settings || '{"slightlyBehindPoints": 6}', 'bench' from grading_policy where version = 1""");
        measure("a new policy, every grade changes");
        settle();
        time("nothing is due", () -> assertThat(due.gradeAllDue()).isZero());
        time("nothing is due, again", () -> assertThat(due.gradeAllDue()).isZero());
    }

    private static void markAll() {
        TestDatabase.shared()
                .execute("insert into grading_due select id, '2026-02-28' from indicator", "analyze measurement");
    }

    private void measure(String what) {
        time(what, () -> assertThat(due.gradeAllDue()).isEqualTo(CountryData.INDICATORS));
    }

    private static void time(String what, Runnable work) {
        Map<String, Double> before = processorSeconds();
        long start = System.nanoTime();
        work.run();
        double seconds = (System.nanoTime() - start) / 1e9;
        Map<String, Double> used = processorSeconds();
        before.forEach((process, was) -> used.computeIfPresent(process, (_, now) -> now - was));
        LOG.infof(
                "%s: %.3f s, %.0f indicators/s, processor seconds %s, load %.1f, %s grades, %s facts waiting, heap %d MB",
                what,
                seconds,
                CountryData.INDICATORS / seconds,
                used.toString(),
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
                TestDatabase.shared().ask("select count(*) from grade"),
                TestDatabase.shared().ask("select count(*) from outbox_event"),
                (Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory()) >> 20);
    }

    /// By whom: on a machine with others the time alone says little.
    private static Map<String, Double> processorSeconds() {
        Map<String, Double> seconds = new TreeMap<>();
        seconds.put("service", seconds(ProcessHandle.current()));
        String backends = TestDatabase.shared().ask("select string_agg(pid::text, ' ') from pg_stat_activity");
        seconds.put(
                "postgres",
                Stream.of(String.valueOf(backends).split(" "))
                        .map(Long::parseLong)
                        .flatMap(pid -> ProcessHandle.of(pid).stream())
                        .mapToDouble(RegradingBench::seconds)
                        .sum());
        return seconds;
    }

    private static double seconds(ProcessHandle process) {
        return process.info().totalCpuDuration().map(Duration::toMillis).orElse(0L) / 1000.0;
    }

    /// The facts told, the tables vacuumed: as between two days.
    private static void settle() {
        org.awaitility.Awaitility.await()
                .atMost(Duration.ofMinutes(3))
                .until(() -> "0".equals(TestDatabase.shared().ask("select count(*) from outbox_event")));
        TestDatabase.shared().execute("vacuum analyze grade", "vacuum analyze grading_state");
    }
}
