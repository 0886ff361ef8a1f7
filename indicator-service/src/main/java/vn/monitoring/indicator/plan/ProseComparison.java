package vn.monitoring.indicator.plan;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.monitoring.indicator.target.Comparator;
import vn.monitoring.indicator.target.Direction;
import vn.monitoring.indicator.target.Target;
import vn.monitoring.kit.sheet.Finding;
import vn.monitoring.kit.text.Vietnamese;

/// Compares what the prose of a plan says with its table. Two figures that differ are a conflict; where only the
/// comparison or the form differs the table counts and the finding says so.
final class ProseComparison {

    private final IndicatorReader reader;

    ProseComparison(IndicatorReader reader) {
        this.reader = reader;
    }

    /// Adds what differs to the rows.
    ///
    /// @return what is to be said of statements that no row is about
    List<Finding> compare(List<ProseStatement> statements, List<ReadIndicator> rows) {
        List<Finding> unmatched = new ArrayList<>();
        for (ProseStatement statement : statements) {
            String said = quoted(statement);
            ReadIndicator row = find(statement, rows).orElse(null);
            if (row == null) {
                unmatched.add(IndicatorFinding.STATEMENT_UNMATCHED.at(statement.place(), said));
                continue;
            }
            String name = statement.name();
            if (name != null && CatalogueDrift.otherPopulation(row.name(), name)) {
                row.add(IndicatorFinding.DENOMINATOR_DRIFT.at(
                        row.placeOf(IndicatorSheet.TITLE), row.name() + " / " + name + " (" + statement.place() + ")"));
            }
            row.targets().stream()
                    .filter(placed -> statement.dueYear().equals(placed.target().year()))
                    .findFirst()
                    .ifPresentOrElse(
                            placed -> compare(row, placed, statement),
                            () -> row.add(IndicatorFinding.STATEMENT_UNMATCHED.at(row.place(), said)));
        }
        return unmatched;
    }

    private void compare(ReadIndicator row, PlacedTarget placed, ProseStatement statement) {
        Target printed = placed.target();
        Target said = reader.read(row, statement.raw(), printed.dueDate());
        difference(printed, said, reader.direction(row.name())).ifPresent(finding -> {
            row.add(finding.at(placed.place(), printed.raw() + " / " + quoted(statement)));
            if (finding == IndicatorFinding.PROSE_CONFLICT) {
                row.contradictedByProse(placed, said.raw(), Vietnamese.clean(statement.place()));
            }
        });
    }

    private static Optional<IndicatorFinding> difference(Target printed, Target said, Direction direction) {
        boolean bothFigures = printed.low() != null && said.low() != null;
        if (!bothFigures) {
            boolean bothWords = printed.low() == null && said.low() == null;
            return bothWords && printed.kind() == said.kind()
                    ? Optional.empty()
                    : Optional.of(IndicatorFinding.FORM_CONFLICT);
        }
        if (!same(printed.low(), said.low()) || !same(printed.high(), said.high())) {
            return Optional.of(IndicatorFinding.PROSE_CONFLICT);
        }
        if (printed.kind() != said.kind()) {
            return Optional.of(IndicatorFinding.FORM_CONFLICT);
        }
        if (printed.comparator() == said.comparator()) {
            return Optional.empty();
        }
        return Optional.of(
                meansTheSame(printed.comparator(), said.comparator(), direction)
                        ? IndicatorFinding.COMPARATOR_CONFLICT
                        : IndicatorFinding.PROSE_CONFLICT);
    }

    /// Where higher is better `80%` asks for no more than `≥ 80%`.
    private static boolean meansTheSame(@Nullable Comparator one, @Nullable Comparator other, Direction direction) {
        if (one == null || other == null) {
            return false;
        }
        Comparator onward = direction == Direction.LOWER ? Comparator.LE : Comparator.GE;
        return Set.of(Comparator.EQ, onward).containsAll(EnumSet.of(one, other));
    }

    private static boolean same(@Nullable BigDecimal one, @Nullable BigDecimal other) {
        return one == null || other == null ? one == other : one.compareTo(other) == 0;
    }

    private static Optional<ReadIndicator> find(ProseStatement statement, List<ReadIndicator> rows) {
        String number = statement.indicatorNumber();
        if (number != null) {
            return rows.stream()
                    .filter(row -> row.number().equals(number.strip()))
                    .findFirst();
        }
        String name = statement.name();
        return name == null
                ? Optional.empty()
                : rows.stream()
                        .filter(row -> row.titleKey().equals(Vietnamese.fold(name)))
                        .findFirst();
    }

    private static String quoted(ProseStatement statement) {
        return statement.raw() + " (" + statement.place() + ", " + statement.dueYear() + ")";
    }
}
