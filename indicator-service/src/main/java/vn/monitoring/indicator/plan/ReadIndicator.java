package vn.monitoring.indicator.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
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

    private final TableRow row;
    private final String name;
    private final List<Finding> findings;
    private List<PlacedTarget> targets;
    private boolean rejected;

    ReadIndicator(TableRow row, List<PlacedTarget> targets) {
        this.row = row;
        String title = row.text(IndicatorSheet.TITLE);
        this.name = title.isEmpty() ? NAMELESS : title;
        this.targets = List.copyOf(targets);
        this.findings = new ArrayList<>(row.findings());
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

    /// The row contradicts another one: nothing of it is certain until a person chooses.
    void inConflictWith(ReadIndicator other) {
        add(IndicatorFinding.VALUE_CONFLICT.at(place(), other.place()));
        targets = targets.stream()
                .map(placed -> new PlacedTarget(placed.target().with(TargetFlag.VALUE_CONFLICT), placed.place()))
                .toList();
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
                .map(PlacedTarget::target)
                .map(target -> target.dueDate() + " " + target.kind() + " " + target.comparator() + " " + target.low()
                        + " " + target.high() + " "
                        + Vietnamese.fold(target.kind().numeric() ? "" : target.raw()))
                .toList();
    }

    /// @param confirmed whether a person has confirmed a reading, so that its doubt no longer counts
    Outcome outcome(Predicate<Target> confirmed) {
        if (rejected) {
            return Outcome.REJECTED;
        }
        boolean doubtful = targets.stream()
                .map(PlacedTarget::target)
                .anyMatch(target -> target.provisional() && !confirmed.test(target));
        if (doubtful || name.equals(NAMELESS)) {
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
