package vn.monitoring.bench.measure;

import java.util.ArrayList;
import java.util.List;

/// A quantity over time.
public final class Curve {

    private record Point(double seconds, double value) {}

    private final List<Point> points = new ArrayList<>();

    public synchronized void add(double seconds, double value) {
        points.add(new Point(seconds, value));
    }

    /// The average of the values between two moments; 0 when there are none.
    public synchronized double average(double from, double to) {
        return points.stream()
                .filter(point -> point.seconds() >= from && point.seconds() <= to)
                .mapToDouble(Point::value)
                .average()
                .orElse(0);
    }

    public synchronized double most() {
        return points.stream().mapToDouble(Point::value).max().orElse(0);
    }

    /// How much larger the last quarter is than the second one: 1 is flat. The first quarter is left out, in which
    /// caches fill and code is compiled.
    public synchronized double growth() {
        if (points.isEmpty()) {
            return 1;
        }
        double end = points.getLast().seconds();
        double early = average(end / 4, end / 2);
        return early == 0 ? 1 : average(end * 3 / 4, end) / early;
    }
}
