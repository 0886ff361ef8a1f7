package vn.monitoring.indicator.target;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads the text of a target cell into targets: one, or one for each milestone that the cell names.
///
/// Never fails: a text that cannot be read becomes an UNREADABLE target that a person has to confirm. The raw
/// text is kept unchanged in every target.
public final class TargetParser {

    private static final String SEPARATORS = " ,;.-";

    /// Reads one cell; `null` is an empty cell.
    public List<Target> parse(@Nullable String cell, TargetContext context) {
        String raw = cell == null ? "" : cell;
        String text = TargetText.normalise(raw);
        if (TargetText.nothingSet(text)) {
            return List.of(nothing(raw, context));
        }
        String lower = TargetText.lower(text);
        List<DueDate> dates = DueDate.allIn(lower);
        List<Figure> figures = Figure.allIn(DueDate.mask(lower));
        if (dates.size() < 2 || figures.isEmpty()) {
            DueDate date = dates.isEmpty() ? null : dates.getLast();
            return List.of(one(raw, lower, date, context, EnumSet.noneOf(TargetFlag.class)));
        }
        return figures.size() == 1
                ? sameForEach(raw, lower, dates, context)
                : oneForEach(raw, lower, dates, figures, context);
    }

    /// "100% (2030, 2035)": the same figure at several milestones.
    private static List<Target> sameForEach(String raw, String lower, List<DueDate> dates, TargetContext context) {
        List<Target> targets = new ArrayList<>();
        for (DueDate date : dates) {
            targets.add(one(raw, lower, date, context, EnumSet.of(TargetFlag.COMPOUND_CELL)));
        }
        return targets;
    }

    /// "≥ 85% hồ sơ (2030), 100% (2040)" and "2030: 80%; 2035: 90%": cut behind each date, or before it when dates come
    /// first.
    private static List<Target> oneForEach(
            String raw, String lower, List<DueDate> dates, List<Figure> figures, TargetContext context) {
        boolean datesFirst = dates.getFirst().start() < figures.getFirst().start();
        List<Target> targets = new ArrayList<>();
        int from = 0;
        for (int i = 0; i < dates.size(); i++) {
            boolean last = i == dates.size() - 1;
            int to = last
                    ? lower.length()
                    : datesFirst ? dates.get(i + 1).start() : dates.get(i).end();
            int begin = from;
            while (begin < to && SEPARATORS.indexOf(lower.charAt(begin)) >= 0) {
                begin++;
            }
            String segment = blankOutside(lower, begin, to);
            targets.add(one(raw, segment, dates.get(i), context, EnumSet.of(TargetFlag.COMPOUND_CELL)));
            from = to;
        }
        return targets;
    }

    private static String blankOutside(String text, int from, int to) {
        return " ".repeat(from) + text.substring(from, to) + " ".repeat(text.length() - to);
    }

    private static Target one(
            String raw, String lower, @Nullable DueDate date, TargetContext context, Set<TargetFlag> flags) {
        Due due = due(date, context, flags);
        Reading reading = new TargetReader(DueDate.mask(lower), context).read();
        flags.addAll(reading.flags());
        if (reading.kind() != TargetKind.QUALITATIVE && unbalanced(raw)) {
            flags.add(TargetFlag.STRAY_CHAR);
        }
        Confidence confidence = flags.stream()
                .map(TargetFlag::confidence)
                .max(java.util.Comparator.naturalOrder())
                .orElse(Confidence.HIGH);
        return new Target(
                raw,
                reading.kind(),
                reading.comparator(),
                reading.low(),
                reading.high(),
                reading.unit(),
                reading.soft(),
                reading.condition(),
                due.year(),
                due.date(),
                flags,
                confidence,
                confidence == Confidence.LOW);
    }

    private static Target nothing(String raw, TargetContext context) {
        EnumSet<TargetFlag> flags = EnumSet.noneOf(TargetFlag.class);
        Due due = due(null, context, flags);
        return new Target(
                raw,
                TargetKind.NONE,
                null,
                null,
                null,
                null,
                false,
                null,
                due.year(),
                due.date(),
                Set.of(),
                Confidence.HIGH,
                false);
    }

    private record Due(@Nullable Integer year, @Nullable LocalDate date) {}

    /// The cell's own date, else the column's, else the year of an annual plan, else the end of the horizon.
    private static Due due(@Nullable DueDate inCell, TargetContext context, Set<TargetFlag> flags) {
        LocalDate column = context.due();
        if (inCell != null && !(column != null && withinPeriod(inCell, column))) {
            if (inCell.strictBefore()) {
                flags.add(TargetFlag.STRICT_BEFORE);
            } else if (column != null
                    && column.getYear() != inCell.year()
                    && !flags.contains(TargetFlag.COMPOUND_CELL)) {
                flags.add(TargetFlag.YEAR_CONFLICT);
            }
            return new Due(inCell.year(), inCell.date());
        }
        if (column != null) {
            return new Due(column.getYear(), column);
        }
        Integer year = context.planYear() == null ? context.horizonEnd() : context.planYear();
        if (year == null) {
            flags.add(TargetFlag.YEAR_MISSING);
            return new Due(null, null);
        }
        flags.add(TargetFlag.YEAR_FROM_PLAN);
        return new Due(year, LocalDate.of(year, 12, 31));
    }

    /// A period in the cell that the column's year lies in says nothing new.
    private static boolean withinPeriod(DueDate inCell, LocalDate column) {
        return inCell.from() < inCell.year() && inCell.from() <= column.getYear() && column.getYear() <= inCell.year();
    }

    private static boolean unbalanced(String raw) {
        long open = raw.chars().filter(c -> c == '(').count();
        long close = raw.chars().filter(c -> c == ')').count();
        return open != close;
    }
}
