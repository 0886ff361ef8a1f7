package vn.monitoring.indicator.sdmx;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.monitoring.kit.problem.KitProblem;
import vn.monitoring.kit.problem.Problem;
import vn.monitoring.kit.text.Text;

/// What a data request narrows the figures to, as conditions on the counted figures `c`.
final class DataQuery {

    /// Codes with the operators that SDMX knows, whether they are offered here or not.
    private static final Pattern VALUES = Pattern.compile(
            "((eq|ne|lt|le|gt|ge|co|nc|sw|ew):)?[\\w@$.*~-]+([+ ]((eq|ne|lt|le|gt|ge|co|nc|sw|ew):)?[\\w@$.*~-]+)*");

    private static final int MOST_KEYS = 100;
    private static final List<Component> KEY = List.of(Component.FREQ, Component.REF_AREA, Component.INDICATOR);

    private final StringBuilder condition = new StringBuilder("true");
    private final List<String> parameters = new ArrayList<>();

    /// Reads a key, `Q.10675.*`: the values of the dimensions but time, `*` or nothing for any; several
    /// keys parted by commas.
    /// @throws Problem 400 for a key of another shape
    DataQuery key(String text) {
        if (text.equals("*")) {
            return this;
        }
        String[] keys = text.split(",", -1);
        if (keys.length > MOST_KEYS) {
            throw invalid("key", "nhiều nhất 100 khóa", "at most 100 keys");
        }
        List<String> alternatives = new ArrayList<>();
        for (String key : keys) {
            String[] values = key.split("\\.", -1);
            if (values.length > KEY.size()) {
                throw invalid("key", "FREQ.REF_AREA.INDICATOR", "FREQ.REF_AREA.INDICATOR");
            }
            List<String> parts = new ArrayList<>(List.of("true"));
            for (int i = 0; i < values.length; i++) {
                if (!values[i].isEmpty() && !values[i].equals("*")) {
                    parts.add(expression(KEY.get(i)) + " = ?");
                    parameters.add(value(KEY.get(i), values[i]));
                }
            }
            alternatives.add("(" + String.join(" and ", parts) + ")");
        }
        condition.append(" and (").append(String.join(" or ", alternatives)).append(")");
        return this;
    }

    /// Reads `c[FREQ]=Q,M`: one of the values.
    DataQuery values(Component dimension, @Nullable String text) {
        if (text == null) {
            return this;
        }
        List<String> alternatives = new ArrayList<>();
        for (String value : text.split(",", -1)) {
            if (!VALUES.matcher(value).matches()) {
                throw invalid(
                        "c[" + dimension + "]", "mã SDMX, phân cách bằng dấu phẩy", "SDMX codes parted by commas");
            }
            if (value.contains(":") && !value.startsWith("eq:") || value.contains("+") || value.contains(" ")) {
                throw notImplemented("c[" + dimension + "]");
            }
            alternatives.add(expression(dimension) + " = ?");
            parameters.add(value(dimension, value.startsWith("eq:") ? value.substring(3) : value));
        }
        condition.append(" and (").append(String.join(" or ", alternatives)).append(")");
        return this;
    }

    /// Reads `c[TIME_PERIOD]=ge:2026-01+le:2026-12` (a plus may have become a space), or periods parted
    /// by commas.
    /// @throws Problem 400 for what is no period, 501 for another operator
    DataQuery time(@Nullable String text) {
        if (text == null) {
            return this;
        }
        List<String> alternatives = new ArrayList<>();
        for (String alternative : text.split(",", -1)) {
            List<String> parts = new ArrayList<>();
            for (String part : alternative.split("[+ ]", -1)) {
                parts.add(timeCondition(part));
            }
            alternatives.add("(" + String.join(" and ", parts) + ")");
        }
        condition.append(" and (").append(String.join(" or ", alternatives)).append(")");
        return this;
    }

    private String timeCondition(String part) {
        int colon = part.indexOf(':');
        String operator = colon < 0 ? "eq" : part.substring(0, colon);
        TimePeriod time = TimePeriod.find(part.substring(colon + 1))
                .orElseThrow(() -> invalid(
                        "c[TIME_PERIOD]", "2026, 2026-S1, 2026-Q3, 2026-M09", "2026, 2026-S1, 2026-Q3, 2026-M09"));
        String first = time.firstDay().toString();
        String last = time.lastDay().toString();
        return switch (operator) {
            case "eq" -> {
                parameters.add(first);
                parameters.add(last);
                yield "c.period_start = cast(? as date) and c.period_end = cast(? as date)";
            }
            case "ge" -> bound("c.period_start >= cast(? as date)", first);
            case "gt" -> bound("c.period_start > cast(? as date)", last);
            case "le" -> bound("c.period_end <= cast(? as date)", last);
            case "lt" -> bound("c.period_end < cast(? as date)", first);
            case "ne", "co", "nc", "sw", "ew" -> throw notImplemented("c[TIME_PERIOD]=" + operator);
            default -> throw invalid("c[TIME_PERIOD]", "eq, ge, gt, le hoặc lt", "eq, ge, gt, le or lt");
        };
    }

    private String bound(String sql, String day) {
        parameters.add(day);
        return sql;
    }

    private static String expression(Component dimension) {
        return switch (dimension) {
            case FREQ -> Frequency.SQL;
            case REF_AREA -> "c.unit_code";
            case INDICATOR -> "c.canonical_code";
            case TIME_PERIOD, OBS_VALUE, UNIT_MEASURE, NUMERATOR, DENOMINATOR, OBS_STATUS, COVERAGE ->
                throw new IllegalArgumentException("no part of a key: " + dimension);
        };
    }

    /// A value as the database has it.
    private static String value(Component dimension, String id) {
        return dimension == Component.FREQ ? id : Sdmx.code(id);
    }

    String condition() {
        return condition.toString();
    }

    Object[] parameters() {
        return parameters.toArray();
    }

    static Problem notImplemented(String what) {
        return new Problem(
                SdmxProblem.SDMX_NOT_IMPLEMENTED,
                "Chưa hỗ trợ %s. Xem mô tả của thao tác để biết phần SDMX được hỗ trợ.".formatted(what),
                "%s is not offered. See the operation's description for the part of SDMX that is.".formatted(what));
    }

    static Problem invalid(String parameter, String vi, String en) {
        return new Problem(
                        KitProblem.INVALID_REQUEST,
                        "Tham số %s không đúng dạng SDMX.".formatted(parameter),
                        "The parameter %s is not as SDMX writes it.".formatted(parameter))
                .violation(parameter.equals("key") ? "path" : "query", parameter, new Text(vi, en));
    }
}
