package vn.monitoring.task.statistics;

import java.util.EnumMap;
import java.util.Map;
import vn.monitoring.task.task.TaskStatus;
import vn.monitoring.task.timeliness.Timeliness;

/// Adds up how tasks stand.
final class Tally {

    private final Map<TaskStatus, Long> byStatus = zeros(TaskStatus.class);
    private final Map<Timeliness, Long> byTimeliness = zeros(Timeliness.class);
    private final Map<Timeliness, Long> byOriginal = zeros(Timeliness.class);
    private long total;
    private long validUpdates;
    private long expectedUpdates;

    void add(TaskStatus status, Timeliness timeliness, Timeliness original, long count) {
        total += count;
        byStatus.merge(status, count, Long::sum);
        byTimeliness.merge(timeliness, count, Long::sum);
        byOriginal.merge(original, count, Long::sum);
    }

    void addUpdates(long valid, long expected) {
        validUpdates += valid;
        expectedUpdates += expected;
    }

    Rate updateRate() {
        return Rate.of(validUpdates, expectedUpdates);
    }

    long total() {
        return total;
    }

    Map<TaskStatus, Long> byStatus() {
        return byStatus;
    }

    Map<Timeliness, Long> byTimeliness() {
        return byTimeliness;
    }

    TaskFigures figures() {
        return TaskFigures.of(byTimeliness);
    }

    TaskFigures originalFigures() {
        return TaskFigures.of(byOriginal);
    }

    private static <E extends Enum<E>> Map<E, Long> zeros(Class<E> type) {
        Map<E, Long> counts = new EnumMap<>(type);
        for (E value : type.getEnumConstants()) {
            counts.put(value, 0L);
        }
        return counts;
    }
}
