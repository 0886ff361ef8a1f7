package vn.monitoring.report.content;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.monitoring.report.fact.TaskFigure;

/// Writes what a report says of the tasks.
final class TaskText {

    /// In the order of a report.
    static final List<String> ORDER = List.of(
            "DONE_EARLY",
            "ON_TIME",
            "LATE",
            "WITHIN_TIME",
            "DUE_SOON",
            "OVERDUE",
            "NOT_STARTED",
            "KEPT_UP",
            "UPDATE_LATE",
            "NO_DEADLINE",
            "DROPPED");

    private TaskText() {}

    /// The counts by timeliness, then what was completed in the period, what is overdue and what is due soon.
    static String results(Material material) {
        List<TaskFigure> tasks = material.tasks();
        String until = "Tính đến hết ngày " + Vietnamese.day(material.window().cutOff());
        if (tasks.isEmpty()) {
            return until + ", hệ thống chưa ghi nhận nhiệm vụ nào.";
        }
        StringBuilder text = new StringBuilder(until)
                .append(", theo dõi ")
                .append(tasks.size())
                .append(" nhiệm vụ: ")
                .append(distribution(tasks))
                .append('.');
        LocalDate from = material.window().from();
        LocalDate cutOff = material.window().cutOff();
        append(text, "Hoàn thành trong kỳ", tasks, task -> within(task.completedOn(), from, cutOff));
        append(text, "Quá hạn chưa hoàn thành", tasks, task -> task.timeliness().equals("OVERDUE"));
        append(text, "Sắp đến hạn", tasks, task -> task.timeliness().equals("DUE_SOON"));
        append(text, "Chậm cập nhật tiến độ", tasks, task -> task.timeliness().equals("UPDATE_LATE"));
        return text.toString();
    }

    /// What the latest updates name as difficulties, one a line; "không có" is none.
    static List<String> difficulties(List<TaskFigure> tasks) {
        return tasks.stream()
                .filter(task -> says(task.difficulty()) && !task.timeliness().equals("DROPPED"))
                .map(task -> name(task) + ": " + ended(task.difficulty()))
                .toList();
    }

    /// Open tasks due up to a day, and the next steps that the latest updates name, one a line.
    static List<String> next(List<TaskFigure> tasks, LocalDate until) {
        return tasks.stream()
                .filter(task -> task.completedOn() == null && !task.timeliness().equals("DROPPED"))
                .filter(task -> says(task.nextStep())
                        || (task.due() != null && !task.due().isAfter(until)))
                .map(task ->
                        name(task) + deadline(task) + (says(task.nextStep()) ? ": " + ended(task.nextStep()) : "."))
                .toList();
    }

    static List<String> withoutDeadline(List<TaskFigure> tasks) {
        return tasks.stream()
                .filter(task -> task.timeliness().equals("NO_DEADLINE"))
                .map(TaskText::name)
                .toList();
    }

    static String name(TaskFigure task) {
        return task.number() == null ? task.title() : task.number() + ". " + task.title();
    }

    static String deadline(TaskFigure task) {
        if (task.due() == null) {
            return "";
        }
        String extended = task.extendedFrom()
                .map(original -> ", gia hạn từ " + Vietnamese.day(original))
                .orElse("");
        return " (hạn " + Vietnamese.day(task.due()) + extended + ")";
    }

    private static void append(
            StringBuilder text, String heading, List<TaskFigure> tasks, Predicate<TaskFigure> which) {
        List<TaskFigure> chosen = tasks.stream().filter(which).toList();
        if (chosen.isEmpty()) {
            return;
        }
        text.append("\n\n").append(heading).append(" (").append(chosen.size()).append(" nhiệm vụ):");
        for (TaskFigure task : chosen) {
            StringJoiner line = new StringJoiner("; ", "\n- ", ".");
            line.add(name(task) + deadline(task));
            if (!task.leadAgencies().isEmpty()) {
                line.add("chủ trì: " + String.join(", ", task.leadAgencies()));
            }
            if (task.percent() != null && task.completedOn() == null) {
                line.add("tiến độ " + Vietnamese.number(task.percent()) + "%");
            }
            if (task.completedOn() != null) {
                line.add("hoàn thành ngày " + Vietnamese.day(task.completedOn()));
            }
            if (says(task.result())) {
                line.add(stripped(task.result()));
            }
            text.append(line);
        }
    }

    private static String distribution(List<TaskFigure> tasks) {
        Map<String, Long> counts = tasks.stream()
                .collect(Collectors.groupingBy(TaskFigure::timeliness, LinkedHashMap::new, Collectors.counting()));
        StringJoiner text = new StringJoiner(", ");
        ORDER.stream()
                .filter(counts::containsKey)
                .forEach(key -> text.add(counts.get(key) + " " + Vietnamese.timeliness(key)));
        counts.keySet().stream()
                .filter(key -> !ORDER.contains(key))
                .forEach(key -> text.add(counts.get(key) + " " + Vietnamese.timeliness(key)));
        return text.toString();
    }

    private static boolean within(@Nullable LocalDate day, LocalDate from, LocalDate until) {
        return day != null && !day.isBefore(from) && !day.isAfter(until);
    }

    private static boolean says(@Nullable String text) {
        return text != null
                && !text.isBlank()
                && !stripped(text).equalsIgnoreCase("không có")
                && !stripped(text).equalsIgnoreCase("không");
    }

    private static String stripped(@Nullable String text) {
        return text == null ? "" : text.strip().replaceAll("\\.+$", "");
    }

    private static String ended(@Nullable String text) {
        return stripped(text) + ".";
    }
}
