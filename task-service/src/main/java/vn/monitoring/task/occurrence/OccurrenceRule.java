package vn.monitoring.task.occurrence;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.monitoring.task.task.TaskStanding;
import vn.monitoring.task.task.TaskStatus;
import vn.monitoring.task.timeliness.TimelinessRule;
import vn.monitoring.task.timing.Timing;

/// What the occurrences of a task are on a day, given what they were.
///
/// What is done or missed stays; what is open follows the deadline: a period that the deadline does not ask
/// for any more is dropped, or gone if it had not begun, and nothing stands twice. A change of the plan
/// asks for nothing in the past. The same input gives the same result, so that it may be applied again.
record OccurrenceRule(TimelinessRule rule) {

    /// What the occurrences follow from.
    ///
    /// @param counted whether the row is a task of its own: no parent, no row that waits for a decision
    /// @param completedFor the first day of the occurrence that the completion counts for
    record Given(
            UUID taskId,
            boolean counted,
            TaskStanding standing,
            @Nullable LocalDate completedFor) {}

    /// In the order of their days.
    List<Occurrence> now(Given given, List<Occurrence> before, LocalDate today) {
        Map<String, OccurrenceWindow> asked = (given.counted()
                        ? OccurrenceWindow.of(given.standing(), rule, today)
                        : List.<OccurrenceWindow>of())
                .stream()
                        .collect(Collectors.toMap(
                                OccurrenceWindow::periodKey, Function.identity(), (first, second) -> first));
        Map<String, Occurrence> known =
                before.stream().collect(Collectors.toMap(Occurrence::periodKey, Function.identity()));
        LocalDate continued = before.stream()
                .filter(occurrence -> asked.containsKey(occurrence.periodKey()))
                .map(Occurrence::startsOn)
                .max(Comparator.naturalOrder())
                .orElse(LocalDate.MAX);
        List<Occurrence> now = new ArrayList<>();
        for (Occurrence occurrence : before) {
            if (!asked.containsKey(occurrence.periodKey())) {
                fallenOut(occurrence, given.standing(), today).ifPresent(now::add);
            }
        }
        int number = before.stream().mapToInt(Occurrence::number).max().orElse(0);
        for (OccurrenceWindow window : inOrder(asked)) {
            Occurrence occurrence = known.get(window.periodKey());
            if (occurrence == null
                    && window.dueOn().isBefore(today)
                    && !window.startsOn().isAfter(continued)) {
                continue;
            }
            Occurrence current = occurrence == null ? opened(++number, window) : following(occurrence, window, today);
            now.add(judged(current, window, given, today));
        }
        now.sort(Comparator.comparing(Occurrence::startsOn).thenComparing(Occurrence::number));
        return now;
    }

    private static List<OccurrenceWindow> inOrder(Map<String, OccurrenceWindow> windows) {
        return windows.values().stream()
                .sorted(Comparator.comparing(OccurrenceWindow::startsOn).thenComparing(OccurrenceWindow::periodKey))
                .toList();
    }

    private static Occurrence opened(int number, OccurrenceWindow window) {
        return new Occurrence(
                number,
                window.periodKey(),
                window.startsOn(),
                window.dueOn(),
                window.originalDueOn(),
                OccurrenceStatus.OPEN,
                null);
    }

    /// What is over keeps the days it was judged by, also when the extension it had has given way to
    /// another one.
    private static Occurrence following(Occurrence occurrence, OccurrenceWindow window, LocalDate today) {
        boolean over = occurrence.status() == OccurrenceStatus.DONE
                || occurrence.status() != OccurrenceStatus.OPEN
                        && window.dueOn().isBefore(today);
        return over ? occurrence : occurrence.within(window);
    }

    /// What is not asked for any more: gone if nobody had to do it yet.
    private static Optional<Occurrence> fallenOut(Occurrence occurrence, TaskStanding standing, LocalDate today) {
        if (occurrence.status() != OccurrenceStatus.OPEN) {
            return Optional.of(occurrence);
        }
        LocalDate assignedOn = standing.assignedOn();
        boolean begunBeforeAssignment = standing.timing() instanceof Timing.Continuous
                && assignedOn != null
                && !occurrence.startsOn().isAfter(assignedOn);
        if (assignedOn == null || begunBeforeAssignment || occurrence.startsOn().isAfter(today)) {
            return Optional.empty();
        }
        return Optional.of(occurrence.as(OccurrenceStatus.DROPPED));
    }

    private static Occurrence judged(Occurrence occurrence, OccurrenceWindow window, Given given, LocalDate today) {
        if (occurrence.status() == OccurrenceStatus.DONE) {
            return occurrence;
        }
        LocalDate doneOn = doneOn(window, given);
        if (doneOn != null) {
            return occurrence.done(doneOn);
        }
        if (!occurrence.dueOn().isBefore(today)) {
            return occurrence.as(OccurrenceStatus.OPEN);
        }
        if (occurrence.status() == OccurrenceStatus.OPEN && !waits(occurrence, given.standing())) {
            return occurrence.as(
                    held(occurrence, given.standing()) ? OccurrenceStatus.DROPPED : OccurrenceStatus.MISSED);
        }
        return occurrence;
    }

    private static @Nullable LocalDate doneOn(OccurrenceWindow window, Given given) {
        TaskStanding standing = given.standing();
        LocalDate completedOn = standing.completedOn();
        LocalDate updatedOn = standing.updatedOn();
        return switch (standing.timing() instanceof Timing.Extended extended
                ? extended.original()
                : standing.timing()) {
            case Timing.Continuous ignored ->
                updatedOn != null && !updatedOn.isBefore(window.startsOn()) && !updatedOn.isAfter(window.lastDay())
                        ? updatedOn
                        : null;
            case Timing.Phased ignored ->
                completedOn != null && !window.startsOn().isAfter(completedOn) ? completedOn : null;
            default -> completedOn != null && window.startsOn().equals(given.completedFor()) ? completedOn : null;
        };
    }

    /// Handed over in time; the reviewer's delay does not count.
    private static boolean waits(Occurrence occurrence, TaskStanding standing) {
        LocalDate submittedOn = standing.submittedOn();
        return standing.status() == TaskStatus.SUBMITTED
                && submittedOn != null
                && !submittedOn.isBefore(occurrence.startsOn())
                && !submittedOn.isAfter(occurrence.dueOn());
    }

    /// The task's clock stood when the occurrence ended.
    private static boolean held(Occurrence occurrence, TaskStanding standing) {
        LocalDate pausedOn = standing.pausedOn();
        return pausedOn != null && !pausedOn.isAfter(occurrence.dueOn());
    }
}
