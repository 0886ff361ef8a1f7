package vn.monitoring.report.fact;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What is known of one unit's indicators and tasks as at a day, each with the place of its fact, in the order of the
/// plans.
public record FiguresAsAt(List<Grade> grades, List<Task> tasks) {

    static final FiguresAsAt NONE = new FiguresAsAt(List.of(), List.of());

    private static final Comparator<@Nullable String> BY_NUMBER = Comparator.comparingInt(FiguresAsAt::leading)
            .thenComparing(Comparator.nullsLast(Comparator.naturalOrder()));

    /// @param planUnitCode the unit that issued the plan
    /// @param seq the place of the grade, null for an indicator that had none
    /// @param previousSeq the place of the grade as at the cut-off of the period before
    /// @param receivedAt when this service heard of it
    public record Grade(
            IndicatorFigure figure,
            String planUnitCode,
            @Nullable Long seq,
            @Nullable Long previousSeq,
            @Nullable Long lastYearSeq,
            Instant receivedAt) {

        static final Comparator<Grade> IN_ORDER = Comparator.comparing(Grade::planUnitCode)
                .thenComparing(grade -> grade.figure().planId())
                .thenComparing(grade -> grade.figure().number(), BY_NUMBER)
                .thenComparing(grade -> grade.figure().indicatorId());
    }

    /// As [Grade].
    public record Task(TaskFigure figure, String planUnitCode, long seq, Instant receivedAt) {

        static final Comparator<Task> IN_ORDER = Comparator.comparing(Task::planUnitCode)
                .thenComparing(task -> task.figure().planId())
                .thenComparing(task -> task.figure().number(), BY_NUMBER)
                .thenComparing(task -> task.figure().taskId());
    }

    public Figures figures() {
        return new Figures(
                grades.stream().map(Grade::figure).toList(),
                tasks.stream().map(Task::figure).toList());
    }

    /// The number with which a numbering such as `13a` begins; the last place for none.
    private static int leading(@Nullable String number) {
        String text = Objects.requireNonNullElse(number, "");
        int end = 0;
        while (end < text.length() && end < 9 && Character.isDigit(text.charAt(end))) {
            end++;
        }
        return end == 0 ? Integer.MAX_VALUE : Integer.parseInt(text.substring(0, end));
    }
}
