package vn.monitoring.demo;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A report as the platform holds it.
record Report(
        String id,
        String obligationId,
        String unitCode,
        String period,
        String status,
        @Nullable String punctuality,
        @Nullable String returnedAt,
        @Nullable Integer edition,
        long version,
        List<Section> sections,
        Figures figures) {

    record Section(String key, String text) {}

    record Figures(List<IndicatorFigure> indicators, List<Object> tasks) {

        boolean hasIndicator(String indicatorId) {
            return indicators.stream().anyMatch(figure -> figure.indicatorId().equals(indicatorId));
        }
    }

    record IndicatorFigure(String indicatorId) {}

    /// A report in a list.
    record Summary(
            String id,
            String obligationId,
            String unitCode,
            String period,
            String status,
            String dueOn,
            long version) {}

    String etag() {
        return "\"" + version + "\"";
    }
}
