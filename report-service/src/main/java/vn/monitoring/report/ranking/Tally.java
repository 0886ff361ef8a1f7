package vn.monitoring.report.ranking;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import vn.monitoring.report.unit.ReportingUnit;

/// Adds up what is read of one commune.
final class Tally {

    private final ReportingUnit commune;
    private final Map<Figure.Standing, Long> standings = new EnumMap<>(Figure.Standing.class);
    private final List<Long> tasks = new ArrayList<>();
    private final List<Long> grades = new ArrayList<>();
    private final List<Long> updates = new ArrayList<>();
    private final List<UUID> feedback = new ArrayList<>();
    private long dueTasks;
    private long tasksOnTime;
    private long expectedUpdates;
    private long validUpdates;
    private long figures;
    private long goodFigures;
    private long firmFigures;
    private long countedFigures;
    private long currentFigures;
    private long answersOnTime;

    Tally(ReportingUnit commune) {
        this.commune = commune;
    }

    void addTask(long seq, DueTask.Outcome outcome) {
        if (outcome.due() == 0 && outcome.onTime() == 0) {
            return;
        }
        tasks.add(seq);
        dueTasks += outcome.due();
        tasksOnTime += outcome.onTime();
    }

    /// @param from the first day of the ranked period
    void addGrade(long seq, Figure figure, LocalDate from) {
        grades.add(seq);
        standings.merge(figure.standing(), 1L, Long::sum);
        if (!figure.isUsed()) {
            return;
        }
        figures++;
        firmFigures += figure.isFirm() ? 1 : 0;
        countedFigures += figure.isCounted() ? 1 : 0;
        currentFigures += figure.isCurrent(from) ? 1 : 0;
        goodFigures += figure.isFirm() && figure.isCounted() && figure.isCurrent(from) ? 1 : 0;
    }

    void addUpdates(long seq, long expected, long valid) {
        updates.add(seq);
        expectedUpdates += expected;
        validUpdates += valid;
    }

    void addFeedback(UUID id, boolean onTime) {
        feedback.add(id);
        answersOnTime += onTime ? 1 : 0;
    }

    Frozen freeze() {
        UnitCounts counts = new UnitCounts(
                commune.code(),
                commune.name(),
                commune.type(),
                new UnitCounts.Tasks(dueTasks, tasksOnTime),
                new UnitCounts.Indicators(
                        count(Figure.Standing.ON_TRACK),
                        count(Figure.Standing.SLIGHTLY_BEHIND),
                        count(Figure.Standing.BEHIND),
                        count(Figure.Standing.NO_DATA),
                        count(Figure.Standing.NOT_DUE),
                        count(Figure.Standing.NO_TARGET)),
                new UnitCounts.Updates(expectedUpdates, validUpdates),
                new UnitCounts.Quality(figures, goodFigures, firmFigures, countedFigures, currentFigures),
                new UnitCounts.Feedback(feedback.size(), answersOnTime));
        return new Frozen(counts, List.copyOf(tasks), List.copyOf(grades), List.copyOf(updates), List.copyOf(feedback));
    }

    private long count(Figure.Standing standing) {
        return standings.getOrDefault(standing, 0L);
    }
}
