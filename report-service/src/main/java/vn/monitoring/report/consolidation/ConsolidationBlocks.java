package vn.monitoring.report.consolidation;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.monitoring.report.consolidation.Merged.MissingSender;
import vn.monitoring.report.content.Vietnamese;
import vn.monitoring.report.document.Block;
import vn.monitoring.report.document.Block.Alignment;
import vn.monitoring.report.document.Block.Column;
import vn.monitoring.report.document.OfficialDocument.Annex;

/// Writes what was consolidated as a report shows it.
final class ConsolidationBlocks {

    private static final List<String> GRADES =
            List.of("ACHIEVED", "ON_TRACK", "SLIGHTLY_BEHIND", "BEHIND", "MISSED", "NOT_DUE", "NO_TARGET", "NO_DATA");
    private static final Set<String> DONE_IN_TIME = Set.of("DONE_EARLY", "ON_TIME");
    private static final Set<String> DONE = Set.of("DONE_EARLY", "ON_TIME", "LATE");
    private static final Set<String> OPEN = Set.of("NOT_STARTED", "WITHIN_TIME", "DUE_SOON");
    private static final Set<String> CONTINUOUS = Set.of("KEPT_UP", "UPDATE_LATE");

    /// More missing senders than these are counted, not named.
    private static final int NAMED_MISSING = 30;

    private ConsolidationBlocks() {}

    static List<Block> blocks(Merged merged) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Heading(1, "Kết quả tổng hợp từ báo cáo của các đơn vị"));
        blocks.add(new Block.Paragraph(completeness(merged)));
        if (!merged.missing().isEmpty()) {
            blocks.add(new Block.Paragraph(missing(merged.missing())));
        }
        if (!merged.indicators().isEmpty()) {
            blocks.add(indicators(merged.indicators()));
        }
        return blocks;
    }

    static List<Annex> annexes(Merged merged) {
        return merged.tasks().isEmpty()
                ? List.of()
                : List.of(new Annex("Kết quả thực hiện nhiệm vụ của các đơn vị", List.of(tasks(merged.tasks()))));
    }

    private static String completeness(Merged merged) {
        return "Đến thời điểm tổng hợp, %d/%d đơn vị có báo cáo được tiếp nhận (%s%%). Tỷ lệ chung tính bằng tổng tử số chia tổng mẫu số của các đơn vị; chỉ tiêu có dưới 80%% số đơn vị báo cáo là tạm tính."
                .formatted(merged.reported(), merged.expected(), percent(merged.reported(), merged.expected()));
    }

    private static String missing(List<MissingSender> missing) {
        if (missing.size() > NAMED_MISSING) {
            return "Còn %d đơn vị chưa có báo cáo được tiếp nhận.".formatted(missing.size());
        }
        return "Chưa có báo cáo được tiếp nhận: "
                + missing.stream().map(MissingSender::unitName).collect(Collectors.joining(", ")) + ".";
    }

    private static Block indicators(List<MergedIndicator> indicators) {
        List<List<String>> rows = new ArrayList<>();
        for (MergedIndicator indicator : indicators) {
            rows.add(List.of(
                    Integer.toString(rows.size() + 1),
                    indicator.name(),
                    indicator.numerator() == null || indicator.denominator() == null
                            ? ""
                            : Vietnamese.number(indicator.numerator()) + "/"
                                    + Vietnamese.number(indicator.denominator()),
                    value(indicator),
                    indicator.reporting() + "/" + indicator.expected(),
                    distribution(indicator)));
        }
        return new Block.Table(
                "Kết quả chung các chỉ tiêu",
                List.of(
                        new Column("TT", 5, Alignment.CENTRE),
                        new Column("Chỉ tiêu", 34, Alignment.LEFT),
                        new Column("Tử số/mẫu số", 16, Alignment.RIGHT),
                        new Column("Kết quả", 13, Alignment.RIGHT),
                        new Column("Đơn vị báo cáo", 10, Alignment.CENTRE),
                        new Column("Phân bố mức đạt của các đơn vị", 22, Alignment.LEFT)),
                rows);
    }

    private static String value(MergedIndicator indicator) {
        if (indicator.value() == null) {
            return "chưa cộng được";
        }
        String unit = indicator.measureUnit() == null ? "" : indicator.measureUnit();
        String shown = Vietnamese.number(indicator.value()) + (unit.isEmpty() || unit.equals("%") ? unit : " " + unit);
        return indicator.provisional() ? shown + " (tạm tính)" : shown;
    }

    private static String distribution(MergedIndicator indicator) {
        StringJoiner text = new StringJoiner(", ");
        for (String grade : GRADES) {
            @Nullable Integer units = indicator.statuses().get(grade);
            if (units != null) {
                text.add(units + " " + Vietnamese.grade(grade));
            }
        }
        return text.toString();
    }

    private static Block tasks(List<MergedTasks> senders) {
        List<List<String>> rows = new ArrayList<>();
        for (MergedTasks sender : senders) {
            rows.add(row(Integer.toString(rows.size() + 1), sender));
        }
        rows.add(row("", total(senders)));
        return new Block.Table(
                null,
                List.of(
                        new Column("TT", 5, Alignment.CENTRE),
                        new Column("Đơn vị", 31, Alignment.LEFT),
                        new Column("Số nhiệm vụ", 10, Alignment.RIGHT),
                        new Column("Hoàn thành đúng, trước hạn", 12, Alignment.RIGHT),
                        new Column("Hoàn thành", 10, Alignment.RIGHT),
                        new Column("Đang thực hiện, trong hạn", 12, Alignment.RIGHT),
                        new Column("Quá hạn", 10, Alignment.RIGHT),
                        new Column("Thường xuyên", 10, Alignment.RIGHT)),
                rows);
    }

    private static MergedTasks total(List<MergedTasks> senders) {
        Map<String, Integer> counts = new TreeMap<>();
        senders.forEach(sender -> sender.counts().forEach((key, count) -> counts.merge(key, count, Integer::sum)));
        int tasks = senders.stream().mapToInt(MergedTasks::tasks).sum();
        return new MergedTasks("", "Tổng cộng", tasks, counts);
    }

    private static List<String> row(String ordinal, MergedTasks sender) {
        return List.of(
                ordinal,
                sender.unitName(),
                Integer.toString(sender.tasks()),
                sum(sender, DONE_IN_TIME),
                sum(sender, DONE),
                sum(sender, OPEN),
                sum(sender, Set.of("OVERDUE")),
                sum(sender, CONTINUOUS));
    }

    private static String sum(MergedTasks sender, Set<String> timeliness) {
        return Integer.toString(timeliness.stream()
                .mapToInt(key -> sender.counts().getOrDefault(key, 0))
                .sum());
    }

    private static String percent(int part, int whole) {
        return Vietnamese.number(
                BigDecimal.valueOf(100L * part).divide(BigDecimal.valueOf(whole), 1, RoundingMode.HALF_UP));
    }
}
