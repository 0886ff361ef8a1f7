package vn.monitoring.indicator.grading;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/// The path E(t): what is expected on a day between the last milestone (or the baseline) and the next one.
///
/// Linear: start + (end − start) · days gone / days in all, rounded to two decimals, so that what is shown is what is
/// compared. Step: the start level until the milestone is due. A falling milestone is followed downwards.
record Path(LocalDate from, BigDecimal start, LocalDate to, BigDecimal end, GradingPolicy.PathShape shape) {

    static final int SCALE = 2;

    BigDecimal expectedOn(LocalDate date) {
        if (!date.isBefore(to)) {
            return end.setScale(SCALE, RoundingMode.HALF_UP);
        }
        if (!date.isAfter(from)) {
            return start.setScale(SCALE, RoundingMode.HALF_UP);
        }
        return switch (shape) {
            case STEP -> start.setScale(SCALE, RoundingMode.HALF_UP);
            case LINEAR -> {
                BigDecimal gone = BigDecimal.valueOf(ChronoUnit.DAYS.between(from, date));
                BigDecimal all = BigDecimal.valueOf(ChronoUnit.DAYS.between(from, to));
                BigDecimal rise = end.subtract(start).multiply(gone).divide(all, 12, RoundingMode.HALF_UP);
                yield start.add(rise).setScale(SCALE, RoundingMode.HALF_UP);
            }
        };
    }
}
