package vn.monitoring.report.fact;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A task's state as a report shows it, with the ids that lead back to its source.
///
/// @param unitCode the unit that is responsible for the task
/// @param timeliness as at the cut-off, see [TaskTimeliness]
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
        String status,
        @Nullable BigDecimal percent,
        String timeliness,
        @Nullable LocalDate completedOn,
        @Nullable String result,
        @Nullable String difficulty,
        @Nullable String nextStep,
        LocalDate businessDate,
        String eventId,
        long version) {

    static TaskFigure from(JsonNode task, String unitCode, String eventId, LocalDate cutOff) {
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
                Json.date(timing, "due"),
                Json.textOr(task, "status", ""),
                Json.decimal(task, "percent"),
                TaskTimeliness.of(task).asAt(judgedOn(task, cutOff)),
                Json.date(task, "completedOn"),
                Json.text(update, "result"),
                Json.text(update, "difficulty"),
                Json.text(update, "nextStep"),
                LocalDate.parse(Json.textOr(task, "businessDate", "")),
                eventId,
                task.path("version").asLong());
    }

    /// The clock of a paused task stands since the day of its pause.
    private static LocalDate judgedOn(JsonNode task, LocalDate cutOff) {
        LocalDate pausedOn = Json.date(task, "pausedOn");
        return pausedOn != null && pausedOn.isBefore(cutOff) ? pausedOn : cutOff;
    }
}
