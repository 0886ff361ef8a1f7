package vn.monitoring.report.content;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.monitoring.report.document.Block;
import vn.monitoring.report.document.Block.Alignment;
import vn.monitoring.report.document.Block.Bar;
import vn.monitoring.report.document.Block.Column;
import vn.monitoring.report.fact.TaskFigure;

/// Tables and the chart of the tasks.
final class TaskTables {

    private static final Set<String> DONE = Set.of("DONE_EARLY", "ON_TIME");
    private static final Set<String> IN_TIME = Set.of("WITHIN_TIME", "NOT_STARTED", "KEPT_UP");
    private static final Set<String> OTHER = Set.of("NO_DEADLINE", "DROPPED");

    private static final List<Column> SUMMARY = List.of(
            new Column("Nhóm nhiệm vụ", 30, Alignment.LEFT),
            new Column("Tổng số", 9, Alignment.CENTRE),
            new Column("Hoàn thành đúng, trước hạn", 12, Alignment.CENTRE),
            new Column("Hoàn thành quá hạn", 10, Alignment.CENTRE),
            new Column("Trong hạn", 9, Alignment.CENTRE),
            new Column("Sắp đến hạn", 10, Alignment.CENTRE),
            new Column("Quá hạn, chậm cập nhật", 11, Alignment.CENTRE),
            new Column("Khác", 9, Alignment.CENTRE));

    private static final List<Column> FULL = List.of(
            new Column("TT", 5, Alignment.CENTRE),
            new Column("Nhiệm vụ", 29, Alignment.LEFT),
            new Column("Cơ quan chủ trì", 15, Alignment.LEFT),
            new Column("Thời hạn", 11, Alignment.CENTRE),
            new Column("Sản phẩm", 13, Alignment.LEFT),
            new Column("Tiến độ", 8, Alignment.RIGHT),
            new Column("Tình trạng", 11, Alignment.LEFT),
            new Column("Ghi chú", 8, Alignment.LEFT));

    private TaskTables() {}

    /// The counts by group and timeliness, and a chart of the timeliness.
    static List<Block> summary(Material material) {
        List<TaskFigure> tasks = material.tasks();
        if (tasks.isEmpty()) {
            return List.of();
        }
        List<List<String>> rows = new ArrayList<>();
        Map<String, List<TaskFigure>> groups = groups(tasks);
        groups.forEach((group, members) -> rows.add(counts(group.isEmpty() ? "Các nhiệm vụ khác" : group, members)));
        if (groups.size() > 1) {
            rows.add(counts("Tổng cộng", tasks));
        }
        List<Bar> bars = TaskText.ORDER.stream()
                .map(timeliness -> new Bar(
                        Vietnamese.capitalised(Vietnamese.timeliness(timeliness)),
                        BigDecimal.valueOf(of(tasks, Set.of(timeliness))),
                        null))
                .filter(bar -> bar.value().signum() > 0)
                .toList();
        return List.of(
                new Block.Table("Tình hình thực hiện theo nhóm nhiệm vụ", SUMMARY, List.copyOf(rows)),
                new Block.Chart("Số nhiệm vụ theo tiến độ", "nhiệm vụ", bars));
    }

    private static List<String> counts(String name, List<TaskFigure> members) {
        return Stream.concat(
                        Stream.of(name, Integer.toString(members.size())),
                        Stream.of(
                                        DONE,
                                        Set.of("LATE"),
                                        IN_TIME,
                                        Set.of("DUE_SOON"),
                                        Set.of("OVERDUE", "UPDATE_LATE"),
                                        OTHER)
                                .map(which -> Long.toString(of(members, which))))
                .toList();
    }

    private static long of(List<TaskFigure> members, Set<String> which) {
        return members.stream()
                .filter(member -> which.contains(member.timeliness()))
                .count();
    }

    private static Map<String, List<TaskFigure>> groups(List<TaskFigure> tasks) {
        return tasks.stream()
                .collect(Collectors.groupingBy(
                        task -> Objects.requireNonNullElse(task.group(), ""), LinkedHashMap::new, Collectors.toList()));
    }

    /// Every task, group by group.
    static Block full(Material material) {
        List<List<String>> rows = new ArrayList<>();
        groups(material.tasks()).forEach((group, members) -> {
            if (!group.isEmpty()) {
                rows.add(List.of("", group, "", "", "", "", "", ""));
            }
            members.forEach(member -> rows.add(row(member)));
        });
        return new Block.Table(null, FULL, List.copyOf(rows));
    }

    private static List<String> row(TaskFigure task) {
        return List.of(
                Objects.requireNonNullElse(task.number(), ""),
                task.title(),
                String.join("; ", task.leadAgencies()),
                task.due() == null ? Objects.requireNonNullElse(task.deadline(), "") : Vietnamese.day(task.due()),
                Objects.requireNonNullElse(task.deliverable(), ""),
                task.percent() == null ? "" : Vietnamese.number(task.percent()) + "%",
                Vietnamese.capitalised(Vietnamese.timeliness(task.timeliness())),
                remark(task));
    }

    /// Of an extended task how it stands against the deadline it had before.
    private static String remark(TaskFigure task) {
        return task.extendedFrom()
                .map(original -> "Hạn gốc %s: %s"
                        .formatted(Vietnamese.day(original), Vietnamese.timeliness(task.originalTimeliness())))
                .orElse("");
    }
}
