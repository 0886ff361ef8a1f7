package vn.monitoring.bench.scale;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import vn.monitoring.bench.measure.Figure;
import vn.monitoring.bench.measure.Machine;

/// The readings of all sizes, and how each figure grows with replicas and with data.
public record ScaleReport(Machine machine, ScaleWish wish, List<Reading> readings) {

    /// How a figure grows in one direction while the other stands still.
    ///
    /// @param along `replicas` or `communes`
    /// @param at the size of the other
    /// @param exponent of the power law, to two decimals
    record Slope(String figure, String along, int at, Map<Integer, Double> values, double exponent, double fit) {}

    List<Slope> slopes() {
        List<Slope> slopes = new ArrayList<>();
        for (String figure : figures()) {
            for (int communes : wish.communes()) {
                add(slopes, figure, "replicas", communes, Reading::communes, Reading::replicas);
            }
            for (int replicas : wish.replicas()) {
                add(slopes, figure, "communes", replicas, Reading::replicas, Reading::communes);
            }
        }
        return slopes;
    }

    private void add(
            List<Slope> slopes,
            String figure,
            String along,
            int at,
            ToIntFunction<Reading> fixed,
            ToIntFunction<Reading> moving) {
        Map<Integer, Double> values = new TreeMap<>();
        for (Reading reading : readings) {
            if (fixed.applyAsInt(reading) == at) {
                reading.telling().stream()
                        .filter(one -> one.name().equals(figure) && one.value() > 0)
                        .forEach(one -> values.put(moving.applyAsInt(reading), one.value()));
            }
        }
        if (values.size() > 1) {
            PowerLaw law = PowerLaw.through(values);
            slopes.add(new Slope(figure, along, at, values, rounded(law.exponent()), rounded(law.fit())));
        }
    }

    private List<String> figures() {
        return readings.stream()
                .flatMap(reading -> reading.telling().stream())
                .map(Figure::name)
                .distinct()
                .toList();
    }

    private static double rounded(double value) {
        return Math.round(value * 100) / 100.0;
    }

    public Map<String, Object> json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("machine", machine);
        json.put("wish", wish);
        json.put("readings", readings);
        json.put("slopes", slopes());
        return json;
    }

    /// The two tables of `docs/scale.md`.
    public String markdown() {
        return "%d cores, %,d MB, load average before %.1f, commit %s%n%n"
                        .formatted(machine.cores(), machine.memoryMegabytes(), machine.loadBefore(), machine.commit())
                + table("replicas", "communes", wish.replicas())
                + "\n"
                + table("communes", "replicas", wish.communes());
    }

    private String table(String along, String other, List<Integer> sizes) {
        StringBuilder text = new StringBuilder("| figure | %s |".formatted(other));
        sizes.forEach(size -> text.append(" %,d %s |".formatted(size, along)));
        text.append(" slope | R² |\n|---|---|")
                .append("---|".repeat(sizes.size()))
                .append("---|---|\n");
        for (Slope slope : slopes()) {
            if (slope.along().equals(along)) {
                text.append("| %s | %,d |".formatted(slope.figure(), slope.at()));
                sizes.forEach(size ->
                        text.append(" %s |".formatted(shown(slope.values().get(size)))));
                text.append(" %.2f | %.2f |%n".formatted(slope.exponent(), slope.fit()));
            }
        }
        return text.toString();
    }

    private static String shown(@Nullable Double value) {
        return value == null ? "–" : "%,.1f".formatted(value);
    }
}
