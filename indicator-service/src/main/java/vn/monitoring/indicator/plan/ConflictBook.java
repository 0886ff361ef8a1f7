package vn.monitoring.indicator.plan;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.monitoring.indicator.plan.ReadIndicator.Contradicted;
import vn.monitoring.indicator.plan.TargetConflict.Source;
import vn.monitoring.indicator.plan.TargetConflict.Status;

/// The contradictions of one import against the conflicts on record: what a person has settled stays settled, what
/// is new is opened, what the document no longer says is withdrawn.
final class ConflictBook {

    private final List<TargetConflict> stored;
    private final boolean proseTold;
    private final Map<ReadIndicator, Set<LocalDate>> settled = new HashMap<>();
    private final Set<TargetConflict> stillSaid = new HashSet<>();

    /// @param proseTold whether this import says what stands in the prose
    ConflictBook(List<TargetConflict> stored, boolean proseTold) {
        this.stored = stored;
        this.proseTold = proseTold;
    }

    /// Finds out what was decided before.
    ///
    /// @param known the stored indicators of the rows
    void compare(List<ReadIndicator> rows, Map<ReadIndicator, Indicator> known) {
        for (ReadIndicator row : rows) {
            Indicator indicator = known.get(row);
            for (Contradicted contradicted : row.contradictions()) {
                if (indicator != null && decided(indicator.id(), contradicted.contradiction())) {
                    LocalDate due = contradicted.contradiction().due();
                    settled.computeIfAbsent(row, _ -> new HashSet<>()).add(due);
                    if (contradicted.other() != null) {
                        settled.computeIfAbsent(contradicted.other(), _ -> new HashSet<>())
                                .add(due);
                    }
                }
            }
        }
    }

    private boolean decided(UUID indicatorId, Contradiction contradiction) {
        return stored.stream()
                .anyMatch(conflict -> conflict.status() == Status.DECIDED
                        && conflict.indicatorId().equals(indicatorId)
                        && conflict.isAbout(contradiction));
    }

    /// Whether a person has chosen between what the row and something else say for a day.
    boolean settled(ReadIndicator row, @Nullable LocalDate due) {
        return due != null && settled.getOrDefault(row, Set.of()).contains(due);
    }

    /// Whether a conflict waits that this import says nothing of.
    boolean staysOpen(Indicator indicator, @Nullable LocalDate due) {
        return stored.stream()
                .anyMatch(conflict -> conflict.open()
                        && conflict.dueDate().equals(due)
                        && (conflict.indicatorId().equals(indicator.id())
                                || indicator.id().equals(conflict.otherIndicatorId()))
                        && !told(conflict));
    }

    private boolean told(TargetConflict conflict) {
        return conflict.source() == Source.SHEET || conflict.source() == Source.PROSE && proseTold;
    }

    /// Makes the targets of a stored indicator disputed where the row is, and settled where nothing contradicts it
    /// any more. True when one changed.
    boolean apply(ReadIndicator row, Indicator indicator) {
        boolean changed = false;
        Set<LocalDate> disputed = row.disputedDays();
        for (LocalDate due : disputed) {
            changed |= !settled(row, due) && indicator.dispute(due);
        }
        for (MilestoneTarget target : indicator.inOrder()) {
            LocalDate due = target.dueDate();
            if (due != null
                    && target.open()
                    && target.disputed()
                    && !disputed.contains(due)
                    && !staysOpen(indicator, due)) {
                changed |= indicator.settle(due);
            }
        }
        return changed;
    }

    /// Opens what is new and withdraws what is said no longer.
    ///
    /// @param indicators the indicators of the rows, the new ones too
    /// @return the conflicts to be stored
    List<TargetConflict> record(List<ReadIndicator> rows, Map<ReadIndicator, Indicator> indicators, Opening opening) {
        List<TargetConflict> opened = new ArrayList<>();
        Set<UUID> seen = new HashSet<>();
        for (ReadIndicator row : rows) {
            Indicator indicator = indicators.get(row);
            if (indicator == null) {
                continue;
            }
            seen.add(indicator.id());
            for (Contradicted contradicted : row.contradictions()) {
                if (settled(row, contradicted.contradiction().due())) {
                    continue;
                }
                Optional<TargetConflict> known =
                        open(indicator.id(), contradicted.contradiction().due(), opened);
                if (known.isPresent()) {
                    restate(known.get(), contradicted.contradiction());
                } else {
                    Indicator other = contradicted.other() == null ? null : indicators.get(contradicted.other());
                    opened.add(opening.open(indicator, other, contradicted.contradiction()));
                }
            }
        }
        stored.stream()
                .filter(conflict -> conflict.open()
                        && told(conflict)
                        && seen.contains(conflict.indicatorId())
                        && !stillSaid.contains(conflict))
                .forEach(TargetConflict::withdraw);
        return opened;
    }

    private Optional<TargetConflict> open(UUID indicatorId, LocalDate due, List<TargetConflict> opened) {
        return java.util.stream.Stream.concat(stored.stream(), opened.stream())
                .filter(conflict -> conflict.open()
                        && conflict.indicatorId().equals(indicatorId)
                        && conflict.dueDate().equals(due))
                .findFirst();
    }

    private void restate(TargetConflict conflict, Contradiction contradiction) {
        stillSaid.add(conflict);
        if (!conflict.isAbout(contradiction) && conflict.source() == contradiction.source()) {
            conflict.restate(contradiction);
        }
    }

    /// Makes the record of a new conflict.
    interface Opening {
        TargetConflict open(Indicator indicator, @Nullable Indicator other, Contradiction contradiction);
    }
}
