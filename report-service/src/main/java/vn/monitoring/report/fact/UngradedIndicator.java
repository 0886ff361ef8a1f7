package vn.monitoring.report.fact;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Set;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import vn.monitoring.kit.text.Text;

/// An indicator for which no grade was told by the cut-off: in a report it stands as without data, or without a target
/// where its plan sets none for the next milestone.
///
/// @param targets those that held, by due date
record UngradedIndicator(
        UUID id,
        UUID planId,
        String unitCode,
        @Nullable String number,
        String name,
        @Nullable String group,
        @Nullable String measureUnit,
        JsonNode targets,
        String eventId,
        long version) {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");
    private static final Set<String> NOT_SET = Set.of("NONE", "ZERO_NOT_SET");

    static IndicatorFigure figure(UngradedIndicator indicator, LocalDate cutOff) {
        JsonNode target = indicator.next(cutOff);
        boolean aimed = target != null && !NOT_SET.contains(Json.textOr(target, "kind", "NONE"));
        return new IndicatorFigure(
                indicator.id,
                indicator.planId,
                indicator.unitCode,
                indicator.number,
                indicator.name,
                indicator.group,
                cutOff,
                null,
                aimed ? "NO_DATA" : "NO_TARGET",
                false,
                false,
                target != null && target.path("provisional").asBoolean(),
                null,
                null,
                null,
                indicator.measureUnit,
                null,
                target,
                null,
                null,
                aimed
                        ? new Text(
                                "Đến hết ngày %s chưa có số liệu được xác nhận.".formatted(DAY.format(cutOff)),
                                "No figure was verified up to %s.".formatted(cutOff))
                        : new Text(
                                "Kế hoạch không đặt mục tiêu cho mốc này.",
                                "The plan sets no target for this milestone."),
                null,
                null,
                null,
                null,
                indicator.eventId,
                indicator.version);
    }

    /// The first milestone that is not over, else the last one.
    private @Nullable JsonNode next(LocalDate cutOff) {
        return StreamSupport.stream(targets.spliterator(), false)
                .filter(target -> !due(target).isBefore(cutOff))
                .findFirst()
                .orElseGet(() -> targets.isEmpty() ? null : targets.get(targets.size() - 1));
    }

    private static LocalDate due(JsonNode target) {
        LocalDate due = Json.date(target, "dueDate");
        if (due != null) {
            return due;
        }
        Integer year = Json.integer(target, "year");
        return year == null ? LocalDate.MAX : LocalDate.of(year, 12, 31);
    }
}
