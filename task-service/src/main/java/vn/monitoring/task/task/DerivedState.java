package vn.monitoring.task.task;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.monitoring.task.timing.Timing;

/// What a task with parts takes from them (source: domain.md, "Parents derive from children").
///
/// @param percent the mean, rounded down
/// @param timing the deadline of the part that is due last
record DerivedState(
        TaskStatus status,
        int percent,
        @Nullable LocalDate assignedOn,
        @Nullable LocalDate submittedOn,
        @Nullable LocalDate completedOn,
        @Nullable LastUpdate lastUpdate,
        @Nullable Timing timing,
        @Nullable LocalDate pausedOn,
        LocalDate businessDate) {

    private static final Set<TaskStatus> HANDED_OVER = Set.of(TaskStatus.SUBMITTED, TaskStatus.COMPLETED);

    /// @param all the parts, at least one; those that were dropped count only when all were
    static DerivedState of(List<Task> all) {
        List<Task> kept = all.stream().filter(part -> !part.status().dropped()).toList();
        List<Task> parts = kept.isEmpty() ? all : kept;
        TaskStatus status = status(all.stream().map(Task::status).collect(Collectors.toSet()));
        return new DerivedState(
                status,
                (int) parts.stream().mapToInt(DerivedState::percent).average().orElseThrow(),
                days(parts, Task::assignedOn).stream()
                        .min(Comparator.naturalOrder())
                        .orElse(null),
                status == TaskStatus.SUBMITTED ? latest(parts, Task::submittedOn) : null,
                status == TaskStatus.COMPLETED ? latest(parts, Task::completedOn) : null,
                parts.stream()
                        .map(Task::lastUpdate)
                        .filter(Objects::nonNull)
                        .max(Comparator.comparing(LastUpdate::asOf))
                        .orElse(null),
                parts.stream()
                        .map(Task::timing)
                        .filter(Timing::known)
                        .max(Comparator.comparing(DerivedState::lastDay))
                        .orElse(null),
                status == TaskStatus.PAUSED ? latest(parts, Task::pausedOn) : null,
                all.stream()
                        .map(Task::businessDate)
                        .max(Comparator.naturalOrder())
                        .orElseThrow());
    }

    /// The least advanced one, except that work on any part is work on the whole, and that what is all handed over is.
    /// A part that was dropped does not hold the whole; one that is paused holds it when nothing else is open.
    static TaskStatus status(Set<TaskStatus> all) {
        Set<TaskStatus> kept = all.stream().filter(part -> !part.dropped()).collect(Collectors.toSet());
        if (kept.isEmpty()) {
            return all.contains(TaskStatus.CANCELLED) ? TaskStatus.CANCELLED : TaskStatus.SUPERSEDED;
        }
        if (kept.stream().filter(TaskStatus::open).allMatch(part -> part == TaskStatus.PAUSED)
                && kept.contains(TaskStatus.PAUSED)) {
            return TaskStatus.PAUSED;
        }
        return advance(
                kept.stream().filter(part -> part != TaskStatus.PAUSED).collect(Collectors.toSet()),
                kept.contains(TaskStatus.PAUSED));
    }

    private static TaskStatus advance(Set<TaskStatus> parts, boolean paused) {
        if (HANDED_OVER.containsAll(parts) && !paused) {
            return parts.contains(TaskStatus.SUBMITTED) ? TaskStatus.SUBMITTED : TaskStatus.COMPLETED;
        }
        if (parts.stream().anyMatch(TaskStatus::begun)) {
            return TaskStatus.IN_PROGRESS;
        }
        return parts.stream().min(Comparator.naturalOrder()).orElseThrow();
    }

    private static int percent(Task part) {
        if (part.percent() != null) {
            return part.percent();
        }
        return part.status() == TaskStatus.COMPLETED ? 100 : 0;
    }

    private static LocalDate lastDay(Timing timing) {
        LocalDate due = timing.due();
        return due == null ? LocalDate.MIN : due;
    }

    private static @Nullable LocalDate latest(List<Task> parts, Function<Task, @Nullable LocalDate> day) {
        return days(parts, day).stream().max(Comparator.naturalOrder()).orElse(null);
    }

    private static Collection<LocalDate> days(List<Task> parts, Function<Task, @Nullable LocalDate> day) {
        return parts.stream().map(day).filter(Objects::nonNull).toList();
    }
}
