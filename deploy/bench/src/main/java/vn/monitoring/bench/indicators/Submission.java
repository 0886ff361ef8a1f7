package vn.monitoring.bench.indicators;

import vn.monitoring.bench.country.Country;
import vn.monitoring.bench.country.GeneratedFigure;
import vn.monitoring.bench.country.ReportingPeriod;
import vn.monitoring.bench.measure.HttpLoad.Call;

/// A new figure that a reporter enters.
public final class Submission {

    private Submission() {}

    /// The generated country's figure of an indicator and a period.
    public static Call of(LoadedIndicator indicator, ReportingPeriod period, String token) {
        GeneratedFigure figure =
                GeneratedFigure.of(Country.Size.FULL.seed(), indicator.commune(), indicator.canonicalCode(), period, 0);
        return Call.post("/api/v1/measurements", token, """
                {"indicatorId":"%s","period":"%s","numerator":%d,"denominator":%d,"asOf":"%s","source":"Báo cáo kỳ %s"}""".formatted(
                        indicator.id(),
                        period.key(),
                        figure.numerator(),
                        figure.denominator(),
                        period.lastDay(),
                        period.key()));
    }
}
