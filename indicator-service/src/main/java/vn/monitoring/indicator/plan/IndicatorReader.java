package vn.monitoring.indicator.plan;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.monitoring.indicator.catalogue.CanonicalMatcher;
import vn.monitoring.indicator.target.Comparator;
import vn.monitoring.indicator.target.Direction;
import vn.monitoring.indicator.target.Milestones;
import vn.monitoring.indicator.target.Target;
import vn.monitoring.indicator.target.TargetContext;
import vn.monitoring.indicator.target.TargetFlag;
import vn.monitoring.indicator.target.TargetKind;
import vn.monitoring.indicator.target.TargetParser;
import vn.monitoring.kit.sheet.Finding;
import vn.monitoring.kit.sheet.Table;
import vn.monitoring.kit.sheet.TableCell;
import vn.monitoring.kit.sheet.TableRow;
import vn.monitoring.kit.text.Vietnamese;

/// Reads the rows of the table into indicators with targets and findings. Knows the plan's years, not what is stored.
final class IndicatorReader {

    private static final Pattern DASH_RANGE = Pattern.compile("\\d\\s*%?\\s*[\u2010-\u2015\u2212]\\s*\\d");
    private static final Pattern RATE_PER_SECOND = Pattern.compile("(?iu)(?:\\d+\\s*)?[GMK]bps\\s*/\\s*s");
    private static final Pattern ACTIVITY = Pattern.compile(
            "^(?:nâng cấp|xây dựng|triển khai|tổ chức|hoàn thành|đầu tư|phát triển|đẩy mạnh|tăng cường|thực hiện|ban hành|mở rộng|bố trí) .*");
    private static final Pattern SUBJECTLESS =
            Pattern.compile("^(?:bảo đảm |đảm bảo |phấn đấu )?\\d+ ?% (?:được|đạt|có|phải) .*");
    private static final Pattern GROWTH = Pattern.compile("tăng trưởng|tốc độ tăng|mức tăng|so với");

    private final TargetParser parser = new TargetParser();
    private final @Nullable Integer planYear;
    private final int horizonEnd;
    private final CanonicalMatcher catalogue;

    IndicatorReader(PlanHeader header, CanonicalMatcher catalogue) {
        this.planYear = header.planYear();
        this.horizonEnd = header.horizonEnd().getYear();
        this.catalogue = catalogue;
    }

    /// All rows in the order of the sheet, rejected ones included.
    List<ReadIndicator> read(Table table) {
        List<ReadIndicator> rows =
                new ArrayList<>(table.rows().stream().map(this::read).toList());
        Map<String, ReadIndicator> seen = new HashMap<>();
        for (ReadIndicator row : rows) {
            if (row.name().equals(ReadIndicator.NAMELESS)) {
                continue;
            }
            ReadIndicator first = seen.putIfAbsent(row.titleKey(), row);
            if (first == null) {
                continue;
            }
            if (row.asksTheSameAs(first) && row.rowKey().equals(first.rowKey())) {
                row.rejectAsDuplicateOf(first);
            } else if (!first.contradictedBy(row)) {
                row.add(IndicatorFinding.SAME_NAME_ELSEWHERE.at(row.place(), first.place()));
            }
        }
        return rows;
    }

    /// What is to be said of the sheet as a whole beside what reading any table finds.
    List<Finding> aboutColumns(Table table) {
        List<Finding> findings = new ArrayList<>();
        for (Table.Header header : table.headers()) {
            if (!header.key().equals(IndicatorSheet.TARGET)) {
                continue;
            }
            if (header.before()) {
                findings.add(IndicatorFinding.STRICT_BEFORE.at(header.place(), header.text()));
            }
            if (planYear != null && header.year().isEmpty()) {
                findings.add(IndicatorFinding.NO_YEAR_COLUMN.at(header.place(), header.text()));
            }
        }
        return findings;
    }

    private ReadIndicator read(TableRow row) {
        String title = row.text(IndicatorSheet.TITLE);
        List<PlacedTarget> targets = targets(row, title, direction(title));
        ReadIndicator read = new ReadIndicator(row, targets);
        if (title.isEmpty() && targets.isEmpty()) {
            read.reject();
            return read;
        }
        if (targets.isEmpty()) {
            read.add(IndicatorFinding.NO_TARGET.at(row.place(), title));
        }
        targets.forEach(placed -> aboutTarget(read, row, placed));
        row.find(IndicatorSheet.TITLE).ifPresent(cell -> aboutName(read, cell));
        return read;
    }

    /// Reads what something else says of a row's milestone.
    Target read(ReadIndicator row, String text, @Nullable LocalDate due) {
        TargetContext context = new TargetContext(
                row.measureUnit(), due, planYear, horizonEnd, direction(row.name()), isGrowth(row.name()));
        String raw = Vietnamese.clean(text);
        return parser.parse(raw, context).getFirst();
    }

    Direction direction(String title) {
        return catalogue
                .match(title)
                .map(match -> match.canonical().direction())
                .orElseGet(() -> ownDirection(title));
    }

    /// Lower is better for what names itself so.
    static Direction ownDirection(String title) {
        String folded = Vietnamese.fold(title);
        boolean lower = folded.startsWith("số vụ ")
                || folded.contains(" quá hạn")
                || folded.contains(" trễ hạn")
                || folded.contains(" sự cố");
        return lower ? Direction.LOWER : Direction.HIGHER;
    }

    /// More than 100 percent is possible for what grows.
    static boolean isGrowth(String title) {
        return GROWTH.matcher(Vietnamese.fold(title)).find();
    }

    private List<PlacedTarget> targets(TableRow row, String title, Direction direction) {
        List<PlacedTarget> placed = new ArrayList<>();
        String unit = row.text(IndicatorSheet.UNIT);
        boolean growth = isGrowth(title);
        for (TableCell cell : row.all(IndicatorSheet.TARGET)) {
            if (cell.isBlank()) {
                continue;
            }
            OptionalInt year = cell.year();
            TargetContext context = new TargetContext(
                    unit.isEmpty() ? null : unit,
                    year.isPresent() ? LocalDate.of(year.getAsInt(), 12, 31) : null,
                    planYear,
                    horizonEnd,
                    direction,
                    growth);
            String raw = Vietnamese.clean(cell.raw());
            parser.parse(cell.text(), context)
                    .forEach(target -> placed.add(new PlacedTarget(target.withRaw(raw), cell.place())));
        }
        return ordered(placed, direction);
    }

    /// By due date, with what holds between milestones; two figures for one day contradict each other.
    private static List<PlacedTarget> ordered(List<PlacedTarget> placed, Direction direction) {
        List<PlacedTarget> remaining = new ArrayList<>(placed);
        List<PlacedTarget> ordered = new ArrayList<>();
        List<Target> targets =
                Milestones.inOrder(placed.stream().map(PlacedTarget::target).toList(), direction);
        for (Target target : targets) {
            PlacedTarget source = remaining.stream()
                    .filter(candidate -> sameBeforeFlags(candidate.target(), target))
                    .findFirst()
                    .orElseThrow();
            remaining.remove(source);
            boolean conflict = targets.stream()
                    .anyMatch(other -> other != target
                            && target.dueDate() != null
                            && target.dueDate().equals(other.dueDate())
                            && target.low() != null
                            && other.low() != null
                            && target.low().compareTo(other.low()) != 0);
            ordered.add(new PlacedTarget(conflict ? target.with(TargetFlag.VALUE_CONFLICT) : target, source.place()));
        }
        return ordered;
    }

    private static boolean sameBeforeFlags(Target before, Target after) {
        return before.raw().equals(after.raw())
                && before.kind() == after.kind()
                && Objects.equals(before.dueDate(), after.dueDate())
                && Objects.equals(before.low(), after.low());
    }

    private void aboutTarget(ReadIndicator read, TableRow row, PlacedTarget placed) {
        Target target = placed.target();
        String place = placed.place();
        String raw = target.raw();
        for (TargetFlag flag : target.flags().stream().sorted().toList()) {
            // The column of an annual plan is told of once, for the sheet.
            if (flag != TargetFlag.YEAR_FROM_PLAN || planYear == null) {
                read.add(IndicatorFinding.of(flag).at(place, raw));
            }
        }
        if (target.comparator() == Comparator.GT) {
            read.add(IndicatorFinding.STRICT_GT.at(place, raw));
        }
        if (target.comparator() == Comparator.APPROX) {
            read.add(IndicatorFinding.APPROX.at(place, raw));
        }
        if (target.kind() == TargetKind.RANGE && DASH_RANGE.matcher(raw).find()) {
            read.add(IndicatorFinding.DASH_VARIANT.at(place, raw));
        }
        if (target.kind() == TargetKind.QUALITATIVE
                && row.text(IndicatorSheet.UNIT).startsWith("%")) {
            read.add(IndicatorFinding.UNIT_FORM_MISMATCH.at(place, raw));
        }
    }

    private static void aboutName(ReadIndicator read, TableCell cell) {
        String lower = Vietnamese.clean(cell.text()).toLowerCase(Locale.ROOT);
        Matcher rate = RATE_PER_SECOND.matcher(cell.text());
        if (rate.find()) {
            read.add(IndicatorFinding.UNIT_ERROR.at(cell.place(), rate.group()));
        }
        boolean numeric = read.targets().stream()
                .anyMatch(placed -> placed.target().kind().numeric());
        if (numeric && ACTIVITY.matcher(lower).matches()) {
            read.add(IndicatorFinding.ACTIVITY_AS_INDICATOR.at(cell.place(), cell.text()));
        }
        if (SUBJECTLESS.matcher(lower).matches()) {
            read.add(IndicatorFinding.MISSING_SUBJECT.at(cell.place(), cell.text()));
        }
    }
}
