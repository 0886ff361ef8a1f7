package vn.monitoring.bench.country;

import java.util.Random;
import java.util.UUID;

/// The figure of a commune for an indicator and a period: counts that follow from the seed and its place alone, so
/// that it is the same in whatever order figures are made.
///
/// @param variant 0 for the first value; each other one gives another value for the same place
public record GeneratedFigure(
        String unit, String indicator, ReportingPeriod period, int numerator, int denominator, int variant) {

    public static final String CSV_HEADER =
            "unit_code,canonical_code,period,numerator,denominator,value,as_of,source,indicator_id";

    private static final int LEAST_WHOLE = 40;
    private static final int WHOLE_SPREAD = 1_960;
    private static final double LEAST_SHARE = 0.45;
    private static final double SHARE_SPREAD = 0.54;

    public static GeneratedFigure of(long seed, String unit, String indicator, ReportingPeriod period, int variant) {
        Random random = new Random(seed * 31 + (unit + '|' + indicator + '|' + period.key()).hashCode());
        int denominator = LEAST_WHOLE + random.nextInt(WHOLE_SPREAD);
        int numerator = (int) (denominator * (LEAST_SHARE + SHARE_SPREAD * random.nextDouble()));
        return new GeneratedFigure(unit, indicator, period, numerator - variant, denominator, variant);
    }

    /// One line of a batch, with its end.
    public String csv() {
        return line("");
    }

    /// As the other, naming the indicator too: needed where a unit has another plan with the same entry of the
    /// catalogue.
    public String csv(UUID indicatorId) {
        return line(indicatorId.toString());
    }

    private String line(String indicatorId) {
        return unit + ',' + indicator + ',' + period.key() + ',' + numerator + ',' + denominator + ",,"
                + period.lastDay() + ",Báo cáo kỳ " + period.key() + ',' + indicatorId + '\n';
    }
}
