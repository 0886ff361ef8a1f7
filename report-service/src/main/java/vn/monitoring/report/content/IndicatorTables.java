package vn.monitoring.report.content;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.monitoring.report.document.Block;
import vn.monitoring.report.document.Block.Alignment;
import vn.monitoring.report.document.Block.Bar;
import vn.monitoring.report.document.Block.Column;
import vn.monitoring.report.fact.EarlierFigure;
import vn.monitoring.report.fact.IndicatorFigure;

/// Tables and the chart of the indicators.
final class IndicatorTables {

    private static final Set<String> GREY = Set.of("NOT_DUE", "NO_TARGET", "NO_DATA");

    private static final List<Column> SUMMARY = List.of(
            new Column("Nhóm chỉ tiêu", 34, Alignment.LEFT),
            new Column("Tổng số", 10, Alignment.CENTRE),
            new Column("Đạt", 9, Alignment.CENTRE),
            new Column("Đúng lộ trình", 10, Alignment.CENTRE),
            new Column("Chậm nhẹ", 9, Alignment.CENTRE),
            new Column("Chậm", 9, Alignment.CENTRE),
            new Column("Không đạt", 9, Alignment.CENTRE),
            new Column("Chưa đánh giá", 10, Alignment.CENTRE));

    private static final List<Column> FULL = List.of(
            new Column("TT", 5, Alignment.CENTRE),
            new Column("Chỉ tiêu", 27, Alignment.LEFT),
            new Column("Mục tiêu", 13, Alignment.LEFT),
            new Column("Kết quả", 13, Alignment.RIGHT),
            new Column("Kỳ trước", 9, Alignment.RIGHT),
            new Column("Cùng kỳ năm trước", 9, Alignment.RIGHT),
            new Column("Đánh giá", 11, Alignment.LEFT),
            new Column("Ghi chú", 13, Alignment.LEFT));

    private IndicatorTables() {}

    /// The counts by group and status, and a chart of the statuses beside those of the period before.
    static List<Block> summary(Material material) {
        List<IndicatorFigure> indicators = material.indicators();
        if (indicators.isEmpty()) {
            return List.of();
        }
        List<List<String>> rows = new ArrayList<>();
        Map<String, List<IndicatorFigure>> groups = IndicatorText.groups(indicators);
        groups.forEach((group, members) -> rows.add(counts(group.isEmpty() ? "Các chỉ tiêu khác" : group, members)));
        if (groups.size() > 1) {
            rows.add(counts("Tổng cộng", indicators));
        }
        return List.of(
                new Block.Table("Kết quả thực hiện theo nhóm chỉ tiêu", SUMMARY, List.copyOf(rows)), chart(indicators));
    }

    private static List<String> counts(String name, List<IndicatorFigure> members) {
        Stream<String> byStatus = Stream.of("ACHIEVED", "ON_TRACK", "SLIGHTLY_BEHIND", "BEHIND", "MISSED")
                .map(status -> count(members, indicator -> indicator.status().equals(status)));
        String grey = count(members, indicator -> GREY.contains(indicator.status()));
        return Stream.of(Stream.of(name, Integer.toString(members.size())), byStatus, Stream.of(grey))
                .flatMap(cells -> cells)
                .toList();
    }

    private static String count(List<IndicatorFigure> members, Predicate<IndicatorFigure> which) {
        return Long.toString(members.stream().filter(which).count());
    }

    private static Block chart(List<IndicatorFigure> indicators) {
        boolean comparable = indicators.stream().anyMatch(indicator -> indicator.previous() != null);
        List<Bar> bars = IndicatorText.ORDER.stream()
                .map(status -> {
                    long now = indicators.stream()
                            .filter(indicator -> indicator.status().equals(status))
                            .count();
                    long before = indicators.stream()
                            .map(IndicatorFigure::previous)
                            .filter(Objects::nonNull)
                            .filter(previous -> previous.status().equals(status))
                            .count();
                    return new Bar(
                            Vietnamese.capitalised(Vietnamese.grade(status)),
                            BigDecimal.valueOf(now),
                            comparable ? BigDecimal.valueOf(before) : null);
                })
                .filter(bar -> bar.value().signum() > 0
                        || bar.previous() != null && bar.previous().signum() > 0)
                .toList();
        return new Block.Chart("Số chỉ tiêu theo kết quả đánh giá", "chỉ tiêu", bars);
    }

    /// Every indicator, group by group.
    static Block full(Material material) {
        List<List<String>> rows = new ArrayList<>();
        IndicatorText.groups(material.indicators()).forEach((group, members) -> {
            if (!group.isEmpty()) {
                rows.add(List.of("", group, "", "", "", "", "", ""));
            }
            members.forEach(member -> rows.add(row(member)));
        });
        return new Block.Table(null, FULL, List.copyOf(rows));
    }

    private static List<String> row(IndicatorFigure indicator) {
        return List.of(
                Objects.requireNonNullElse(indicator.number(), ""),
                indicator.name(),
                IndicatorWords.target(indicator),
                IndicatorWords.value(indicator),
                earlier(indicator, indicator.previous()),
                earlier(indicator, indicator.lastYear()),
                Vietnamese.capitalised(IndicatorWords.status(indicator)),
                remarks(indicator));
    }

    private static String earlier(IndicatorFigure indicator, @Nullable EarlierFigure earlier) {
        return earlier == null || earlier.value() == null ? "" : IndicatorWords.measured(earlier.value(), indicator);
    }

    private static String remarks(IndicatorFigure indicator) {
        return Vietnamese.capitalised(String.join(
                "; ",
                Stream.of(IndicatorWords.missing(indicator), IndicatorWords.remarks(indicator))
                        .filter(text -> !text.isEmpty())
                        .toList()));
    }
}
