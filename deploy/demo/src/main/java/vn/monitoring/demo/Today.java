package vn.monitoring.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import vn.monitoring.client.Api;

/// The day on which the demo's story ends: the day of its first run, so that a later run finds the same story.
final class Today {

    private static final ZoneId CALENDAR = ZoneId.of("Asia/Ho_Chi_Minh");

    private Today() {}

    static LocalDate of(Api api, List<ImportedPlan> plans) {
        return plans.stream()
                .flatMap(plan -> firstFigure(api, plan).stream())
                .min(Comparator.naturalOrder())
                .map(first -> LocalDate.ofInstant(first, CALENDAR))
                .orElseGet(() -> LocalDate.now(CALENDAR));
    }

    private static Optional<Instant> firstFigure(Api api, ImportedPlan plan) {
        return api
                .as(plan.sample().reporter())
                .list("/api/v1/measurements?unit=" + plan.sample().unit(), Measurement.class)
                .stream()
                .map(Measurement::submittedAt)
                .min(Comparator.naturalOrder());
    }
}
