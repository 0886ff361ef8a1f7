package vn.monitoring.report.fact;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A task's state as a report shows it, with the ids that lead back to its source.
///
/// @param unitCode the unit that is responsible for the task
/// @param due the last day in time, of a recurring task that of its occurrence; after extensions
/// @param originalDue the same before any extension
/// @param timeliness as at the cut-off, see [TaskTimeliness]
/// @param originalTimeliness the same against the deadline before any extension
/// @param deadline the plan's words for when it is due
/// @param businessDate the day the state speaks of
/// @param eventId the CloudEvents id of the fact that this figure was taken from
@Schema(name = "TaskFigure")
public record TaskFigure(
        UUID taskId,
        UUID planId,
        String unitCode,
        @Nullable String number,
        String title,
        @Nullable String group,
        @Nullable String directorPosition,
        List<String> leadAgencies,
        @Nullable String deliverable,
        @Nullable String deadline,
        @Nullable LocalDate due,
        @Nullable LocalDate originalDue,
        String status,
        @Nullable BigDecimal percent,
        String timeliness,
        String originalTimeliness,
        @Nullable LocalDate completedOn,
        @Nullable String result,
        @Nullable String difficulty,
        @Nullable String nextStep,
        LocalDate businessDate,
        String eventId,
        long version) {

    /// The last day in time before it was extended; empty when it was not.
    public Optional<LocalDate> extendedFrom() {
        return Optional.ofNullable(originalDue).filter(original -> !original.equals(due));
    }

    static TaskFigure from(JsonNode task, String unitCode, String eventId, Judged judged) {
        JsonNode timing = task.path("timing");
        JsonNode update = task.path("lastUpdate");
        return new TaskFigure(
                Json.uuid(task, "id"),
                Json.uuid(task, "planId"),
                unitCode,
                Json.filled(task, "number"),
                Json.textOr(task, "title", ""),
                Json.text(task, "group"),
                Json.text(task, "directorPosition"),
                Json.texts(task, "leadAgencies"),
                Json.text(task, "deliverable"),
                Json.text(timing, "raw"),
                judged.due(),
                judged.originalDue(),
                Json.textOr(task, "status", ""),
                Json.decimal(task, "percent"),
                judged.timeliness(),
                judged.originalTimeliness(),
                Json.date(task, "completedOn"),
                Json.text(update, "result"),
                Json.text(update, "difficulty"),
                Json.text(update, "nextStep"),
                LocalDate.parse(Json.textOr(task, "businessDate", "")),
                eventId,
                task.path("version").asLong());
    }

    /// How a task stands as at the cut-off, which its fact says of its own day only. The clock of a paused task stands
    /// since
    /// the day of its pause.
    record Judged(
            String timeliness,
            String originalTimeliness,
            @Nullable LocalDate due,
            @Nullable LocalDate originalDue) {

        static Judged asAt(JsonNode task, LocalDate cutOff) {
            LocalDate pausedOn = Json.date(task, "pausedOn");
            LocalDate day = pausedOn != null && pausedOn.isBefore(cutOff) ? pausedOn : cutOff;
            TaskTimeliness binding = TaskTimeliness.of(task);
            TaskTimeliness original = TaskTimeliness.originallyOf(task);
            return new Judged(binding.asAt(day), original.asAt(day), binding.dueAsAt(day), original.dueAsAt(day));
        }
    }
}
