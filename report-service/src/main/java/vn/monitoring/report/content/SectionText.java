package vn.monitoring.report.content;

import java.util.ArrayList;
import java.util.List;
import vn.monitoring.report.regime.Section;

/// Writes the text with which a section of a draft begins; people edit it afterwards.
public final class SectionText {

    private SectionText() {}

    public static String write(Section.Content content, Material material) {
        return switch (content) {
            case INDICATORS -> IndicatorText.results(material);
            case TASKS -> TaskText.results(material);
            case DIFFICULTIES -> difficulties(material);
            case PROPOSALS -> proposals(material);
            case NEXT_PERIOD -> nextPeriod(material);
            case WARNINGS -> WarningText.write(material);
            case FREE -> "";
        };
    }

    private static String difficulties(Material material) {
        List<String> lines = new ArrayList<>();
        add(lines, "Khó khăn, vướng mắc nêu trong cập nhật nhiệm vụ:", TaskText.difficulties(material.tasks()));
        add(lines, "Chỉ tiêu chậm hoặc không đạt:", IndicatorText.behind(material));
        String noData = IndicatorText.namesOf(material.indicators(), "NO_DATA");
        if (!noData.isEmpty()) {
            lines.add("Chỉ tiêu chưa có số liệu hoặc chưa đủ cơ sở đánh giá: " + noData + ".");
        }
        return lines.isEmpty() ? "Không có khó khăn, vướng mắc được ghi nhận." : String.join("\n", lines);
    }

    private static String proposals(Material material) {
        List<String> lines = new ArrayList<>();
        add(
                lines,
                "Đề nghị xác định thời hạn cho các nhiệm vụ chưa có thời hạn:",
                TaskText.withoutDeadline(material.tasks()));
        List<String> provisional = material.indicators().stream()
                .filter(indicator -> indicator.provisional())
                .map(IndicatorWords::name)
                .toList();
        add(lines, "Đề nghị xác nhận số liệu, mục tiêu của các chỉ tiêu đang tạm tính:", provisional);
        return lines.isEmpty() ? "Không có kiến nghị, đề xuất." : String.join("\n", lines);
    }

    private static String nextPeriod(Material material) {
        List<String> lines = new ArrayList<>();
        add(
                lines,
                "Nhiệm vụ cần thực hiện đến ngày " + Vietnamese.day(material.nextCutOff()) + ":",
                TaskText.next(material.tasks(), material.nextCutOff()));
        List<String> catchUp = material.indicators().stream()
                .filter(indicator -> indicator.status().equals("SLIGHTLY_BEHIND")
                        || indicator.status().equals("BEHIND")
                        || indicator.status().equals("MISSED"))
                .map(IndicatorWords::name)
                .toList();
        add(lines, "Tập trung bù tiến độ các chỉ tiêu:", catchUp);
        return lines.isEmpty() ? "Tiếp tục thực hiện các chỉ tiêu, nhiệm vụ theo kế hoạch." : String.join("\n", lines);
    }

    static void add(List<String> lines, String heading, List<String> items) {
        if (items.isEmpty()) {
            return;
        }
        lines.add(heading);
        items.forEach(item -> lines.add("- " + item));
    }
}
