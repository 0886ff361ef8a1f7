package vn.monitoring.indicator.target;

import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads the words and figures of one target. Its text is normalised, lower-case and without dates.
final class TargetReader {

    private static final BigDecimal WHOLE = BigDecimal.valueOf(100);

    private static final Pattern SOFT = Pattern.compile("phấn đấu|cố gắng");
    private static final Pattern CONDITION = Pattern.compile(
            "\\(?(?<!\\p{L})(?:nếu|khi|trừ|ngoại trừ|với điều kiện|trong trường hợp|đối với)\\s[^,;.)]+\\)?");
    private static final Pattern MAINTAIN = Pattern.compile("duy trì|giữ vững|giữ ổn định|giữ mức|giữ nguyên");
    private static final Pattern RELATIVE = Pattern.compile(
            "(?:trung bình|bình quân)(?: chung)?(?: của)?(?: toàn| cả)? (?:chung|tỉnh|thành phố|cả nước|cả tỉnh"
                    + "|toàn tỉnh|toàn thành phố|toàn quốc|nước|khu vực|vùng|huyện)");
    private static final Pattern GROWS = Pattern.compile("(?<!\\p{L})(?:tăng|gia tăng)(?! cường)(?!\\p{L})");
    private static final Pattern SHRINKS = Pattern.compile("(?<!\\p{L})giảm(?!\\p{L})");
    private static final Pattern TO_LEVEL = Pattern.compile(
            "(?<!\\p{L})(?:lên|xuống|còn|đến|tới|đạt|đạt mức)(?: còn| mức| đến| tới| dưới| trên)*\\s*$");
    private static final Pattern FROM_TO =
            Pattern.compile("\\s*%?\\s*(?:lên|xuống|tăng lên|giảm xuống)(?: đến| tới| còn)?\\s*");
    private static final Pattern BETWEEN = Pattern.compile("\\s*(?:-|÷|~|đến|tới)\\s*");
    private static final Pattern MARGIN = Pattern.compile("\\s*(?:±|\\+/-)\\s*");
    private static final Pattern TWO_IDEAS = Pattern.compile("[,;]| và | đồng thời ");
    private static final Pattern BROKEN =
            Pattern.compile("#(?:ref|n/a|value|name|div/0)|\\p{L}\\d+\\s*%|\\d\\p{L}+\\s*%|\\?\\?|\ufffd");
    private static final Pattern STRAY = Pattern.compile("[?*#@^_|\\\\{}\\[\\]!'\"`]|(?<=[\\d%])\\s*:$|^\\s*[,;:.]");
    private static final Pattern LETTER = Pattern.compile("\\p{L}");
    private static final Pattern UNIT_WORDS = Pattern.compile("^\\s*(\\p{L}+(?:[ /&-]+\\p{L}+){0,3})");
    private static final Pattern UNIT_END = Pattern.compile(
            "\\s(?:trở lên|trở xuống|trong|tại|trên|của|được|có|cho|ở|vào|đến|và|mỗi|so với)(?:\\s.*)?$");
    private static final Pattern OUTPUT = Pattern.compile("^ ?(grdp|gdp)(?!\\p{L})");

    /// Words after which a figure without a percent sign is the target's; behind other words it is a level, a
    /// number of a document or a part of a name ("mức độ 4", "Nghị quyết 57").
    private static final List<String> VERBS = List.of(
            "đạt",
            "có",
            "có thêm",
            "thêm",
            "được",
            "là",
            "bằng",
            "hoàn thành",
            "xây dựng",
            "triển khai",
            "thực hiện",
            "thành lập",
            "hình thành",
            "phát triển",
            "duy trì",
            "phấn đấu",
            "tăng",
            "tăng thêm",
            "giảm",
            "lên",
            "đến",
            "tới",
            "còn",
            "xuống",
            "từ",
            "giữ vững",
            "giữ mức",
            "giữ ổn định",
            "số lượng",
            "tổng số",
            "công nhận",
            "hỗ trợ",
            "tổ chức",
            "đạt mức");

    private final String text;
    private final TargetContext context;
    private final EnumSet<TargetFlag> flags = EnumSet.noneOf(TargetFlag.class);

    TargetReader(String maskedLower, TargetContext context) {
        this.text = maskedLower;
        this.context = context;
    }

    Reading read() {
        boolean soft = SOFT.matcher(text).find();
        String condition = null;
        String rest = text;
        Matcher stated = CONDITION.matcher(text);
        if (stated.find()) {
            condition = stated.group().replaceAll("^\\(|\\)$", "").strip();
            rest = text.substring(0, stated.start())
                    + " ".repeat(stated.group().length())
                    + text.substring(stated.end());
        }
        if (BROKEN.matcher(rest).find()) {
            flags.add(TargetFlag.UNREADABLE);
            return words(TargetKind.QUALITATIVE, soft, condition);
        }
        List<Figure> all = Figure.allIn(rest);
        List<Figure> figures = targetFigures(all, rest);
        if (RELATIVE.matcher(rest).find() && figures.stream().noneMatch(Figure::percent)) {
            return relative(rest, soft, condition);
        }
        if (figures.isEmpty()) {
            return wordsOnly(rest, !all.isEmpty(), soft, condition);
        }
        return figured(rest, figures, soft, condition);
    }

    private static List<Figure> targetFigures(List<Figure> all, String rest) {
        return all.stream().filter(figure -> ofTarget(figure, rest)).toList();
    }

    private static boolean ofTarget(Figure figure, String rest) {
        if (figure.percent()) {
            return true;
        }
        String before = rest.substring(0, figure.start()).stripTrailing();
        if (!LETTER.matcher(before).find()) {
            return true;
        }
        if (Comparison.before(before) != null) {
            return true;
        }
        if (BETWEEN.matcher(tailAfterFigure(before)).matches()) {
            return true;
        }
        return VERBS.stream().anyMatch(verb -> Comparison.endsWithWord(before, verb));
    }

    /// What stands between the figure before and the end of the text; the whole text when there is none.
    private static String tailAfterFigure(String before) {
        List<Figure> earlier = Figure.allIn(before);
        return earlier.isEmpty() ? before : before.substring(earlier.getLast().end()) + " ";
    }

    private Reading relative(String rest, boolean soft, @Nullable String condition) {
        Comparator comparator;
        if (rest.contains("không thấp hơn")
                || rest.contains("không dưới")
                || rest.contains("hoặc bằng")
                || rest.contains("tối thiểu")
                || rest.contains("trở lên")) {
            comparator = Comparator.GE;
        } else if (rest.contains("không cao hơn") || rest.contains("không vượt")) {
            comparator = Comparator.LE;
        } else if (rest.contains("thấp hơn") || rest.contains("dưới")) {
            comparator = Comparator.LT;
        } else if (rest.contains("cao hơn") || rest.contains("trên") || rest.contains("vượt")) {
            comparator = Comparator.GT;
        } else {
            comparator = context.direction() == Direction.LOWER ? Comparator.LE : Comparator.GE;
        }
        return new Reading(TargetKind.RELATIVE, comparator, null, null, null, soft, condition, flags);
    }

    private Reading wordsOnly(String rest, boolean numberInText, boolean soft, @Nullable String condition) {
        if (!LETTER.matcher(rest).find() || rest.contains("%")) {
            flags.add(TargetFlag.UNREADABLE);
            return words(TargetKind.QUALITATIVE, soft, condition);
        }
        TargetKind kind = GROWS.matcher(rest).find()
                ? TargetKind.TREND_UP
                : SHRINKS.matcher(rest).find() ? TargetKind.TREND_DOWN : TargetKind.QUALITATIVE;
        if (kind != TargetKind.QUALITATIVE && TWO_IDEAS.matcher(rest.strip()).find()) {
            flags.add(TargetFlag.COMPOUND_TEXT);
        }
        if (numberInText) {
            flags.add(TargetFlag.NUMBER_IN_TEXT);
        }
        return words(kind, soft, condition);
    }

    private Reading words(TargetKind kind, boolean soft, @Nullable String condition) {
        return new Reading(kind, null, null, null, null, soft, condition, flags);
    }

    private Reading figured(String rest, List<Figure> figures, boolean soft, @Nullable String condition) {
        Figure first = figures.getFirst();
        Figure last = first;
        BigDecimal low = first.number();
        BigDecimal high = null;
        int used = 1;
        if (figures.size() > 1) {
            Figure second = figures.get(1);
            String between = rest.substring(first.end(), Math.max(first.end(), second.start()));
            if (FROM_TO.matcher(between).matches()) {
                first = second;
                last = second;
                low = second.number();
                used = 2;
            } else if (BETWEEN.matcher(between).matches()
                    || between.isEmpty() && second.number().signum() < 0) {
                last = second;
                high = second.number().abs();
                used = 2;
            } else if (MARGIN.matcher(between).matches()) {
                last = second;
                high = low.add(second.number());
                low = low.subtract(second.number());
                used = 2;
            }
        }
        if (figures.size() > used) {
            flags.add(TargetFlag.SEVERAL_VALUES);
        }
        String before = rest.substring(0, first.start());
        String after = rest.substring(last.end());
        Comparison stated = Comparison.before(before);
        boolean fromAlone = stated != null
                && high != null
                && stated.comparator() == Comparator.GE
                && before.stripTrailing().endsWith("từ");
        Comparator comparator = stated == null || fromAlone ? Comparison.after(after) : stated.comparator();
        String lead = stated == null ? before : before.substring(0, stated.start());
        String unit = unit(last, after);
        strays(rest);
        if ((first.ambiguous() || last.ambiguous()) && (unit == null || !unit.startsWith("%"))) {
            flags.add(TargetFlag.AMBIGUOUS_NUMBER);
        }
        TargetKind kind = kind(lead, before, low, high, comparator);
        Comparator settled = settle(kind, comparator, high, low, unit);
        bounds(kind, settled, low, high, unit);
        return new Reading(kind, settled, low, high, unit, soft, condition, Set.copyOf(flags));
    }

    private TargetKind kind(
            String lead, String before, BigDecimal low, @Nullable BigDecimal high, @Nullable Comparator comparator) {
        boolean toLevel =
                TO_LEVEL.matcher(lead).find() || TO_LEVEL.matcher(before).find();
        if (MAINTAIN.matcher(lead).find()) {
            return TargetKind.MAINTAIN;
        }
        if (SHRINKS.matcher(lead).find() && !toLevel) {
            flags.add(TargetFlag.NEED_BASELINE);
            return TargetKind.REDUCTION;
        }
        if (GROWS.matcher(lead).find() && !toLevel) {
            flags.add(TargetFlag.NEED_BASELINE);
            return TargetKind.TREND_UP;
        }
        if (high != null) {
            return TargetKind.RANGE;
        }
        boolean nothingAsked = comparator == null || comparator == Comparator.EQ || comparator == Comparator.GE;
        if (low.signum() == 0 && nothingAsked && context.direction() != Direction.LOWER) {
            flags.add(TargetFlag.ZERO_TARGET);
            return TargetKind.ZERO_NOT_SET;
        }
        return TargetKind.NUMBER;
    }

    private Comparator settle(
            TargetKind kind,
            @Nullable Comparator comparator,
            @Nullable BigDecimal high,
            BigDecimal low,
            @Nullable String unit) {
        if (high != null) {
            return Comparator.IN;
        }
        if (comparator == Comparator.GE && low.compareTo(WHOLE) == 0 && share(unit) && kind != TargetKind.TREND_UP) {
            flags.add(TargetFlag.GE_100_MEANS_EQ_100);
            return Comparator.EQ;
        }
        if (comparator != null) {
            return comparator;
        }
        if (kind == TargetKind.MAINTAIN) {
            return context.direction() == Direction.LOWER ? Comparator.LE : Comparator.GE;
        }
        return Comparator.EQ;
    }

    private void bounds(
            TargetKind kind, Comparator comparator, BigDecimal low, @Nullable BigDecimal high, @Nullable String unit) {
        BigDecimal largest = high == null ? low : high;
        boolean aboveWhole = kind != TargetKind.TREND_UP
                && share(unit)
                && (largest.compareTo(WHOLE) > 0 || comparator == Comparator.GT && low.compareTo(WHOLE) >= 0);
        boolean wrongWayRound = high != null && low.compareTo(high) > 0;
        if (aboveWhole || wrongWayRound || low.signum() < 0) {
            flags.add(TargetFlag.IMPOSSIBLE_VALUE);
        }
    }

    private boolean share(@Nullable String unit) {
        return unit != null && unit.startsWith("%") && !context.growth();
    }

    private void strays(String rest) {
        if (STRAY.matcher(rest).find()) {
            flags.add(TargetFlag.STRAY_CHAR);
        }
    }

    /// The cell's own unit, else the column's.
    private @Nullable String unit(Figure figure, String after) {
        String column = context.columnUnit();
        if (figure.percent()) {
            if (column != null && !column.contains("%")) {
                flags.add(TargetFlag.UNIT_CONFLICT);
            }
            Matcher output = OUTPUT.matcher(after);
            return output.find() ? "% " + output.group(1).toUpperCase(Locale.ROOT) : "%";
        }
        if (column != null) {
            if (column.startsWith("%")) {
                flags.add(TargetFlag.UNIT_FROM_COLUMN);
            }
            return column;
        }
        Matcher words = UNIT_WORDS.matcher(after);
        if (!words.find()) {
            flags.add(TargetFlag.UNIT_MISSING);
            return null;
        }
        String unit = UNIT_END.matcher(" " + words.group(1)).replaceFirst("").strip();
        if (unit.isEmpty()) {
            flags.add(TargetFlag.UNIT_MISSING);
            return null;
        }
        return unit;
    }
}
