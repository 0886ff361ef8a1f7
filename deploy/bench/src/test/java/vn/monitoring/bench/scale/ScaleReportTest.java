package vn.monitoring.bench.scale;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.monitoring.bench.measure.Figure;
import vn.monitoring.bench.measure.Machine;

class ScaleReportTest {

    private static final Machine MACHINE = new Machine(4, "", 16_000, "", "", "", 0.5, "abc");

    /// A rate that doubles with the replicas and does not care for the data; a time that grows with the data.
    @Test
    void tellsGrowthInBothDirections() {
        List<Reading> readings = new ArrayList<>();
        for (int communes : List.of(208, 832)) {
            for (int replicas : List.of(1, 2)) {
                readings.add(new Reading(
                        replicas,
                        communes,
                        List.of(
                                new Figure("single", "figures, rate", 500.0 * replicas, "/s", null),
                                new Figure("single", "figures, generator", 0.3, "cores", null),
                                new Figure("worklist", "list, p99", communes / 10.0, "ms", null)),
                        List.of()));
            }
        }
        ScaleReport report =
                new ScaleReport(MACHINE, new ScaleWish(List.of(1, 2), List.of(208, 832), 16, 20), readings);

        assertThat(report.slopes())
                .extracting(ScaleReport.Slope::figure, ScaleReport.Slope::along, ScaleReport.Slope::exponent)
                .containsExactlyInAnyOrder(
                        tuple("figures, rate", "replicas", 1.0),
                        tuple("figures, rate", "replicas", 1.0),
                        tuple("figures, rate", "communes", 0.0),
                        tuple("figures, rate", "communes", 0.0),
                        tuple("list, p99", "replicas", 0.0),
                        tuple("list, p99", "replicas", 0.0),
                        tuple("list, p99", "communes", 1.0),
                        tuple("list, p99", "communes", 1.0));
        assertThat(report.markdown())
                .contains("| figure | communes | 1 replicas | 2 replicas | slope | R² |")
                .contains("| figures, rate | 208 | 500.0 | 1,000.0 | 1.00 | 1.00 |")
                .contains("| list, p99 | 2 | 20.8 | 83.2 | 1.00 | 1.00 |");
    }
}
