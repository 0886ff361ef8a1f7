package vn.monitoring.indicator.plan;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.monitoring.indicator.target.Target;
import vn.monitoring.indicator.target.TargetFlag;
import vn.monitoring.kit.sheet.Finding;
import vn.monitoring.kit.sheet.Outcome;
import vn.monitoring.kit.sheet.TableCell;
import vn.monitoring.kit.sheet.TableRow;
import vn.monitoring.kit.text.Vietnamese;

/// One row of the sheet with everything read from it, before it is compared with what is stored.
final class ReadIndicator {

    /// Stands for the name of a row that has targets but no name, until somebody adds it.
    static final String NAMELESS = "(chưa có tên)";

    /// @param other the row that says the second thing; null when it is no other row
    record Contradicted(
            Contradiction contradiction, @Nullable ReadIndicator other) {}

    private final TableRow row;
    private final String name;
    private final List<Finding> findings;
    private final List<Contradicted> contradictions = new ArrayList<>();
    private List<PlacedTarget> targets;
    private boolean rejected;

    ReadIndicator(TableRow row, List<PlacedTarget> targets) {
        this.row = row;
        String title = row.text(IndicatorSheet.TITLE);
        this.name = title.isEmpty() ? NAMELESS : title;
        this.targets = List.copyOf(targets);
        this.findings = new ArrayList<>(row.findings());
        contradictItself();
    }

    void add(Finding finding) {
        findings.add(finding);
    }

    /// The row says the same as an earlier one: it is not stored.
    void rejectAsDuplicateOf(ReadIndicator first) {
        findings.removeIf(finding -> finding.code().equals(IndicatorFinding.DUPLICATE_ROW.name()));
        add(IndicatorFinding.DUPLICATE_ROW.at(place(), first.place()));
        rejected = true;
    }

    void reject() {
        rejected = true;
    }

    boolean rejected() {
        return rejected;
    }

    /// A later row of the same name: what the two ask differently for one day is in conflict until a person chooses.
    /// False when there is no such day.
    boolean contradictedBy(ReadIndicator later) {
        boolean any = false;
        for (PlacedTarget mine : firstOfEachDay()) {
            PlacedTarget theirs = later.firstOfEachDay().stream()
                    .filter(other -> Objects.equals(
                            other.target().dueDate(), mine.target().dueDate()))
                    .findFirst()
                    .orElse(null);
            LocalDate due = mine.target().dueDate();
            if (theirs == null || due == null || asked(mine.target()).equals(asked(theirs.target()))) {
                continue;
            }
            any = true;
            contradictions.add(new Contradicted(contradiction(due, TargetConflict.Source.SHEET, mine, theirs), later));
            dispute(due);
            later.dispute(due);
        }
        if (any) {
            add(IndicatorFinding.VALUE_CONFLICT.at(place(), later.place()));
            later.add(IndicatorFinding.VALUE_CONFLICT.at(later.place(), place()));
        }
        return any;
    }

    /// The plan's prose gives another figure than the cell.
    void contradictedByProse(PlacedTarget placed, String raw, String place) {
        LocalDate due = placed.target().dueDate();
        if (due == null) {
            return;
        }
        contradictions.add(new Contradicted(
                new Contradiction(
                        due, TargetConflict.Source.PROSE, placed.target().raw(), placed.place(), raw, place),
                null));
        dispute(due);
    }

    /// Its contradictions, of two rows in the first one only.
    List<Contradicted> contradictions() {
        return List.copyOf(contradictions);
    }

    /// The days for which something contradicts it.
    Set<LocalDate> disputedDays() {
        return targets.stream()
                .map(PlacedTarget::target)
                .filter(target -> target.flags().contains(TargetFlag.VALUE_CONFLICT))
                .map(Target::dueDate)
                .filter(Objects::nonNull)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private void dispute(LocalDate due) {
        targets = targets.stream()
                .map(placed -> due.equals(placed.target().dueDate())
                        ? new PlacedTarget(placed.target().with(TargetFlag.VALUE_CONFLICT), placed.place())
                        : placed)
                .toList();
    }

    /// Two figures of one cell, or of two cells, for one day.
    private void contradictItself() {
        for (PlacedTarget first : firstOfEachDay()) {
            LocalDate due = first.target().dueDate();
            if (due == null || !first.target().flags().contains(TargetFlag.VALUE_CONFLICT)) {
                continue;
            }
            targets.stream()
                    .filter(other -> other != first && due.equals(other.target().dueDate()))
                    .findFirst()
                    .ifPresent(other -> contradictions.add(
                            new Contradicted(contradiction(due, TargetConflict.Source.SHEET, first, other), null)));
        }
    }

    private static Contradiction contradiction(
            LocalDate due, TargetConflict.Source source, PlacedTarget first, PlacedTarget second) {
        return new Contradiction(
                due,
                source,
                first.target().raw(),
                first.place(),
                second.target().raw(),
                second.place());
    }

    private List<PlacedTarget> firstOfEachDay() {
        List<PlacedTarget> firsts = new ArrayList<>();
        for (PlacedTarget placed : targets) {
            if (firsts.stream()
                    .noneMatch(first -> Objects.equals(
                            first.target().dueDate(), placed.target().dueDate()))) {
                firsts.add(placed);
            }
        }
        return firsts;
    }

    /// What the row is called, for finding the same one elsewhere.
    String titleKey() {
        return Vietnamese.fold(name);
    }

    String rowKey() {
        return Vietnamese.fold(name) + " | " + Vietnamese.fold(row.group());
    }

    boolean asksTheSameAs(ReadIndicator other) {
        return asked().equals(other.asked());
    }

    private List<String> asked() {
        return targets.stream()
                .map(placed -> placed.target().dueDate() + " " + asked(placed.target()))
                .toList();
    }

    private static String asked(Target target) {
        return target.kind() + " " + target.comparator() + " " + target.low() + " " + target.high() + " "
                + Vietnamese.fold(target.kind().numeric() ? "" : target.raw());
    }

    /// @param doubtful whether a target still waits for a person
    Outcome outcome(Predicate<Target> doubtful) {
        if (rejected) {
            return Outcome.REJECTED;
        }
        if (targets.stream().map(PlacedTarget::target).anyMatch(doubtful) || name.equals(NAMELESS)) {
            return Outcome.NEEDS_DECISION;
        }
        return findings.isEmpty() ? Outcome.ACCEPTED : Outcome.FLAGGED;
    }

    String place() {
        return row.place();
    }

    /// The number that is unique in the sheet, `E.13`; empty when it has none.
    String number() {
        return row.qualifiedNumber();
    }

    String name() {
        return name;
    }

    String group() {
        return row.group();
    }

    /// The text of another column; empty when the cell is blank or there is no such column.
    String text(String column) {
        return row.text(column);
    }

    /// Where the cell of a column stands; the row's place when there is no such column.
    String placeOf(String column) {
        return row.find(column).map(TableCell::place).orElse(row.place());
    }

    /// The unit column's unit, else that of the first target that has one.
    @Nullable
    String measureUnit() {
        String column = row.text(IndicatorSheet.UNIT);
        if (!column.isEmpty()) {
            return column;
        }
        return targets.stream()
                .map(placed -> placed.target().unit())
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    List<PlacedTarget> targets() {
        return targets;
    }

    List<Finding> findings() {
        return findings;
    }
}
