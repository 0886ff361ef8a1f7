package vn.monitoring.task.timing;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads the deadline of a task as plans write it (source: domain.md, "Deadlines of tasks"; every form of the four
/// plans).
///
/// Never fails: a text without a deadline in it is `Timing.Unreadable`, no text at all is `Timing.Missing`. A
/// document the text refers to is taken out first, since the years in its number are no deadline.
public final class TimingParser {
    private static final String END = "(?![\\p{L}\\d])";
    private static final String START = "(?<![\\p{L}\\d])";

    private static final Pattern DOCUMENT = Pattern.compile(START
            + "(?:theo|sau khi có) ((?:quyết định|kế hoạch|công văn|chương trình|nghị quyết|nghị định|thông tư|thông báo|chỉ thị"
            + "|đề án|hướng dẫn|văn bản|quy định|tiến độ|lộ trình|lịch)" + END + "[^,;()]*?)"
            + "(?=\\.?\\s*$|\\.\\s|[,;()]|\\s(?:hoàn thành|xong|trong|đến|trước)" + END + ")");
    private static final Pattern NOT_SET =
            Pattern.compile("(?:chưa|không) (?:xác định|có|quy định)(?: thời (?:hạn|gian))?\\.?");
    private static final Pattern ON_REQUEST =
            Pattern.compile(START + "(?:(?:theo|khi có) (?:yêu cầu|đề nghị|chỉ đạo)|khi phát sinh|đột xuất)" + END);
    private static final Pattern CONTINUOUS =
            Pattern.compile(START + "(?:thường xuyên|liên tục|hằng ngày|hằng tuần)" + END);
    private static final Pattern OPEN_END =
            Pattern.compile("(?:và|,|;)?\\s*(?:(?:các|những) năm (?:tiếp theo|sau|kế tiếp)|trở đi)" + END);
    private static final Pattern EVERY = Pattern.compile(START + "(?:hằng|mỗi|từng|theo) (năm|quý|tháng)" + END + "|"
            + START + "(?:0?6|sáu) tháng(?: (?:một|1) lần|/lần)");
    private static final String REPORT = "báo cáo";
    private static final Pattern CLAUSE = Pattern.compile("[;,.()]");
    private static final Pattern YEAR_RANGE = Pattern.compile(
            "(?<![\\d/])((?:19|20|21)\\d\\d)\\s*" + "(?:-|đến(?: hết)?(?: năm)?)\\s*((?:19|20|21)\\d\\d)(?![\\d/])");
    private static final Pattern LABEL_BEHIND = Pattern.compile("^\\s*(?::|\\()?\\s*([^,;()]*?)\\s*(?:\\)|[,;.]|$)");
    private static final Pattern STRICT_BEFORE =
            Pattern.compile(START + "trước(?: (?:thời điểm|ngày|năm|khi sang))?\\s*$");
    private static final Pattern BETWEEN = Pattern.compile("^\\s*(?:-|đến|tới|đến hết|đến cuối|đến ngày|đến năm)\\s*$");
    private static final Pattern DONE = Pattern.compile(START + "(?:hoàn thành|xong)" + END);
    private static final Pattern BASICALLY = Pattern.compile(START + "cơ bản" + END);
    private static final Pattern DELIVERABLE = Pattern.compile(START
            + "(?:kế hoạch|đề án|dự án|quy chế|quy định|chương trình|quyết định|báo cáo|văn bản|phê duyệt|ban hành|nghiệm thu"
            + "|bàn giao)" + END);

    private static final Map<TimingKind, TimingKind> BEFORE = Map.of(
            TimingKind.DATE, TimingKind.BEFORE_DATE,
            TimingKind.MONTH, TimingKind.BEFORE_MONTH,
            TimingKind.QUARTER, TimingKind.BEFORE_QUARTER,
            TimingKind.HALF_YEAR, TimingKind.BEFORE_HALF_YEAR,
            TimingKind.YEAR, TimingKind.BEFORE_YEAR);
    private static final Set<TimingKind> NAMING_THEIR_START =
            Set.of(TimingKind.MONTH, TimingKind.QUARTER, TimingKind.HALF_YEAR);

    private TimingParser() {}

    public static Timing parse(@Nullable String text) {
        return parse(text, null);
    }

    /// Reads a text of a plan for one year, which lends its year to "Quý II" or "tháng 9".
    public static Timing parse(@Nullable String text, @Nullable Integer planYear) {
        String raw = text == null
                ? ""
                : Normalizer.normalize(text, Normalizer.Form.NFC).strip();
        String normal = normalise(raw);
        if (normal.codePoints().noneMatch(Character::isLetterOrDigit)
                || NOT_SET.matcher(normal).matches()) {
            return new Timing.Missing(raw);
        }
        return new Reading(raw, normal, planYear).timing();
    }

    private static String normalise(String raw) {
        return raw.toLowerCase(Locale.ROOT)
                .replaceAll("\\p{Pd}|\u2212", "-")
                .replaceAll("[\\s\u00a0\u200b]+", " ")
                .replaceAll(START + "hàng (?=năm|quý|tháng|tuần|ngày)", "hằng ")
                .replaceAll(START + "qúy" + END, "quý")
                .strip();
    }

    /// One text being read; the flags gather on the way.
    private static final class Reading {
        private final String raw;
        private final String text;
        private final @Nullable String document;
        private final List<YearRange> ranges;
        private final CalendarPoint.Found found;
        private final Set<TimingFlag> flags = EnumSet.noneOf(TimingFlag.class);

        Reading(String raw, String normal, @Nullable Integer planYear) {
            this.raw = raw;
            Matcher reference = DOCUMENT.matcher(normal);
            if (reference.find()) {
                this.document = reference.group(1);
                this.text = reference.replaceFirst(" ");
            } else {
                this.document = null;
                this.text = normal;
            }
            this.ranges = YEAR_RANGE
                    .matcher(text)
                    .results()
                    .map(YearRange::of)
                    .filter(range -> range.from() <= range.to())
                    .toList();
            this.found = CalendarPoint.allIn(text, planYear);
        }

        Timing timing() {
            if (found.impossible()) {
                return new Timing.Unreadable(raw, Set.of(TimingFlag.IMPOSSIBLE_DATE));
            }
            if (found.points().stream().anyMatch(CalendarPoint::yearFromPlan)) {
                flags.add(TimingFlag.YEAR_FROM_PLAN);
            }
            if (document != null) {
                return external(document);
            }
            if (CONTINUOUS.matcher(text).find()) {
                return new Timing.Continuous(raw, bound(true), bound(false), report(), Set.copyOf(flags));
            }
            Recurrence every = every();
            if (every != null) {
                return new Timing.Recurring(raw, every, bound(true), bound(false), report(), Set.copyOf(flags));
            }
            if (OPEN_END.matcher(text).find() && !found.points().isEmpty()) {
                flags.add(TimingFlag.OPEN_END);
                LocalDate start = found.points().getFirst().first();
                return new Timing.Recurring(raw, Recurrence.YEARLY, start, null, report(), Set.copyOf(flags));
            }
            if (DONE.matcher(text).find() && BASICALLY.matcher(text).find()) {
                flags.add(TimingFlag.BASICALLY_DONE);
            }
            if (ranges.size() > 1) {
                return new Timing.Phased(raw, ranges.stream().map(this::phase).toList(), Set.copyOf(flags));
            }
            if (ranges.size() == 1) {
                YearRange range = ranges.getFirst();
                return period(LocalDate.of(range.from(), 1, 1), LocalDate.of(range.to(), 12, 31));
            }
            if (!found.points().isEmpty()) {
                return dated(found.points());
            }
            if (ON_REQUEST.matcher(text).find()) {
                return new Timing.OnRequest(raw, Set.copyOf(flags));
            }
            return new Timing.Unreadable(raw, Set.copyOf(flags));
        }

        private Timing external(String schedule) {
            flags.add(TimingFlag.SCHEDULE_IN);
            LocalDate due =
                    found.points().isEmpty() ? null : found.points().getLast().last();
            return new Timing.External(raw, schedule, due, Set.copyOf(flags));
        }

        private Timing dated(List<CalendarPoint> points) {
            CalendarPoint first = points.getFirst();
            CalendarPoint last = points.getLast();
            if (points.size() == 2
                    && BETWEEN.matcher(text.substring(first.to(), last.from())).matches()
                    && !first.first().isAfter(last.last())) {
                return period(first.first(), last.last());
            }
            if (points.stream().map(CalendarPoint::last).distinct().count() > 1) {
                flags.add(TimingFlag.SEVERAL_DATES);
            }
            flagDeliverable();
            TimingKind before = BEFORE.get(last.kind());
            if (before == null) {
                return period(last.first(), last.last());
            }
            if (STRICT_BEFORE.matcher(text.substring(0, last.from())).find()) {
                flags.add(TimingFlag.STRICT_BEFORE);
                return new Timing.Once(raw, before, last.first().minusDays(1), null, Set.copyOf(flags));
            }
            LocalDate start = NAMING_THEIR_START.contains(last.kind()) ? last.first() : null;
            return new Timing.Once(raw, last.kind(), last.last(), start, Set.copyOf(flags));
        }

        private Timing period(LocalDate start, LocalDate end) {
            flagDeliverable();
            return new Timing.Period(raw, start, end, Set.copyOf(flags));
        }

        private void flagDeliverable() {
            if (DELIVERABLE.matcher(text).find()) {
                flags.add(TimingFlag.DELIVERABLE_IN_TIMING);
            }
        }

        /// The years around something continuous or recurring: of a range both, else a single point is the end,
        /// or the start after "từ".
        private @Nullable LocalDate bound(boolean lower) {
            if (!ranges.isEmpty()) {
                return lower
                        ? LocalDate.of(ranges.getFirst().from(), 1, 1)
                        : LocalDate.of(ranges.getLast().to(), 12, 31);
            }
            if (found.points().isEmpty()) {
                return null;
            }
            CalendarPoint first = found.points().getFirst();
            CalendarPoint last = found.points().getLast();
            boolean open = OPEN_END.matcher(text).find();
            if (open) {
                flags.add(TimingFlag.OPEN_END);
            }
            boolean from = open || text.substring(0, first.from()).matches("(?s).*" + START + "từ\\s*(?:năm |ngày )?$");
            if (lower) {
                return from || found.points().size() > 1 ? first.first() : null;
            }
            return found.points().size() == 1 && from ? null : last.last();
        }

        private @Nullable Recurrence report() {
            return CLAUSE.splitAsStream(text)
                    .filter(clause -> clause.contains(REPORT))
                    .map(TimingParser::recurrence)
                    .filter(Objects::nonNull)
                    .findFirst()
                    .orElse(null);
        }

        /// How often the work comes back: what is said of its reports counts only when nothing else is said.
        private @Nullable Recurrence every() {
            return CLAUSE.splitAsStream(text)
                    .filter(clause -> !clause.contains(REPORT))
                    .map(TimingParser::recurrence)
                    .filter(Objects::nonNull)
                    .findFirst()
                    .orElseGet(this::report);
        }

        private Phase phase(YearRange range) {
            Matcher behind = LABEL_BEHIND.matcher(text.substring(range.end()));
            String label = behind.find() ? behind.group(1) : "";
            if (label.isEmpty()) {
                String before = text.substring(0, range.start());
                label = before.substring(Math.max(before.lastIndexOf(','), before.lastIndexOf(';')) + 1)
                        .replaceAll("[(:]", "")
                        .strip();
            }
            return new Phase(range.from(), range.to(), label);
        }
    }

    private static @Nullable Recurrence recurrence(String clause) {
        Matcher every = EVERY.matcher(clause);
        if (!every.find()) {
            return null;
        }
        String unit = every.group(1);
        if (unit == null) {
            return Recurrence.HALF_YEARLY;
        }
        return switch (unit) {
            case "tháng" -> Recurrence.MONTHLY;
            case "quý" -> Recurrence.QUARTERLY;
            default -> Recurrence.YEARLY;
        };
    }

    private record YearRange(int from, int to, int start, int end) {
        static YearRange of(MatchResult match) {
            return new YearRange(
                    Integer.parseInt(match.group(1)), Integer.parseInt(match.group(2)), match.start(), match.end());
        }
    }
}
