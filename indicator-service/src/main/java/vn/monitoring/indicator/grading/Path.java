package vn.monitoring.indicator.grading;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/// The path E(t): what is expected on a day between the last milestone (or the baseline) and the next one, through the
/// points between them that were entered by hand.
///
/// Linear: start + (end − start) · days gone / days in all, rounded to two decimals, so that what is shown is what is
/// compared. Step: the level of the last point until the next one is due. A falling milestone is followed downwards.
///
/// @param points at least two, by date: where it starts, points entered by hand, where it leads
record Path(List<PathPoint> points, GradingPolicy.PathShape shape) {

    static final int SCALE = 2;

    Path {
        points = List.copyOf(points);
    }

    static Path between(LocalDate from, BigDecimal start, LocalDate to, BigDecimal end, GradingPolicy.PathShape shape) {
        return new Path(List.of(new PathPoint(from, start), new PathPoint(to, end)), shape);
    }

    /// This path through those of the points that lie between its ends.
    Path through(List<PathPoint> byHand) {
        List<PathPoint> between = new ArrayList<>();
        between.add(start());
        for (PathPoint point : byHand) {
            if (point.date().isAfter(start().date()) && point.date().isBefore(end().date())) {
                between.add(point);
            }
        }
        between.add(end());
        return new Path(between, shape);
    }

    PathPoint start() {
        return points.getFirst();
    }

    PathPoint end() {
        return points.getLast();
    }

    /// A person stated how it runs.
    boolean isByHand() {
        return points.size() > 2;
    }

    BigDecimal expectedOn(LocalDate date) {
        if (!date.isAfter(start().date())) {
            return shown(start().value());
        }
        PathPoint before = start();
        for (PathPoint next : points) {
            if (date.isBefore(next.date())) {
                return between(before, next, date);
            }
            before = next;
        }
        return shown(end().value());
    }

    private BigDecimal between(PathPoint before, PathPoint next, LocalDate date) {
        return switch (shape) {
            case STEP -> shown(before.value());
            case LINEAR -> {
                BigDecimal gone = BigDecimal.valueOf(ChronoUnit.DAYS.between(before.date(), date));
                BigDecimal all = BigDecimal.valueOf(ChronoUnit.DAYS.between(before.date(), next.date()));
                BigDecimal rise =
                        next.value().subtract(before.value()).multiply(gone).divide(all, 12, RoundingMode.HALF_UP);
                yield shown(before.value().add(rise));
            }
        };
    }

    private static BigDecimal shown(BigDecimal level) {
        return level.setScale(SCALE, RoundingMode.HALF_UP);
    }
}
