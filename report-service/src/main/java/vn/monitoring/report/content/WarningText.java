package vn.monitoring.report.content;

import java.util.ArrayList;
import java.util.List;
import vn.monitoring.report.fact.IndicatorFigure;
import vn.monitoring.report.fact.TaskFigure;

/// Writes what a report warns of: what has been missed, what is slipping, and what nobody can judge.
final class WarningText {

    private WarningText() {}

    static String write(Material material) {
        List<String> lines = new ArrayList<>();
        SectionText.add(
                lines,
                "Chỉ tiêu chậm hoặc không đạt:",
                material.indicators().stream()
                        .filter(indicator -> IndicatorText.BEHIND.contains(indicator.status()))
                        .map(WarningText::of)
                        .toList());
        SectionText.add(
                lines,
                "Chỉ tiêu xấu đi hoặc có nguy cơ không đạt:",
                material.indicators().stream()
                        .filter(indicator -> !IndicatorText.BEHIND.contains(indicator.status()))
                        .filter(indicator -> indicator.regressing() || indicator.atRisk())
                        .map(indicator ->
                                IndicatorWords.name(indicator) + ": " + IndicatorWords.remarks(indicator) + ".")
                        .toList());
        SectionText.add(
                lines,
                "Chỉ tiêu chưa có số liệu:",
                material.indicators().stream()
                        .filter(indicator -> indicator.status().equals("NO_DATA") && indicator.value() == null)
                        .map(indicator -> IndicatorWords.name(indicator) + ".")
                        .toList());
        SectionText.add(lines, "Nhiệm vụ quá hạn:", tasks(material, "OVERDUE"));
        SectionText.add(lines, "Nhiệm vụ thường xuyên chậm cập nhật:", tasks(material, "UPDATE_LATE"));
        SectionText.add(lines, "Nhiệm vụ chưa xác định thời hạn:", tasks(material, "NO_DEADLINE"));
        return lines.isEmpty() ? "Không có nội dung phải cảnh báo." : String.join("\n", lines);
    }

    private static String of(IndicatorFigure indicator) {
        String missing = IndicatorWords.missing(indicator);
        return "%s: %s, %s%s."
                .formatted(
                        IndicatorWords.name(indicator),
                        IndicatorWords.value(indicator),
                        IndicatorWords.status(indicator),
                        missing.isEmpty() ? "" : ", " + missing);
    }

    private static List<String> tasks(Material material, String timeliness) {
        return material.tasks().stream()
                .filter(task -> task.timeliness().equals(timeliness))
                .map(WarningText::of)
                .toList();
    }

    private static String of(TaskFigure task) {
        String leads = task.leadAgencies().isEmpty() ? "" : "; chủ trì: " + String.join(", ", task.leadAgencies());
        return TaskText.name(task) + TaskText.deadline(task) + leads + ".";
    }
}
