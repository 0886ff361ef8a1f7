package vn.monitoring.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import vn.monitoring.client.Api;
import vn.monitoring.client.Screen;
import vn.monitoring.client.TextTable;

/// What stands at the end: indicators by status, tasks by timeliness, reports; each per commune.
final class Summary {

    private static final Map<String, String> STATUSES = ordered(
            "ACHIEVED", "đạt",
            "ON_TRACK", "đúng lộ trình",
            "SLIGHTLY_BEHIND", "chậm nhẹ",
            "BEHIND", "chậm",
            "MISSED", "không đạt",
            "NOT_DUE", "chưa đến kỳ",
            "NO_TARGET", "không đặt mục tiêu",
            "NO_DATA", "chưa đủ dữ liệu");

    private static final Map<String, String> TIMELINESS = ordered(
            "DONE_EARLY", "xong trước hạn",
            "ON_TIME", "xong đúng hạn",
            "LATE", "xong quá hạn",
            "NOT_STARTED", "chưa bắt đầu",
            "WITHIN_TIME", "trong hạn",
            "DUE_SOON", "sắp đến hạn",
            "OVERDUE", "quá hạn",
            "KEPT_UP", "cập nhật đủ",
            "UPDATE_LATE", "chậm cập nhật",
            "NO_DEADLINE", "không có hạn");

    /// Every status the year was written to end in; a plan's first year is over, so nothing is "not due".
    private static final Set<String> SEEN =
            Set.of("ACHIEVED", "ON_TRACK", "SLIGHTLY_BEHIND", "BEHIND", "MISSED", "NO_TARGET", "NO_DATA");

    private record Statistics(long total, Map<String, Long> byTimeliness, long parents, long needsDecision) {}

    private final Api api;
    private final Screen screen;
    private final Checks checks;
    private final LocalDate today;

    Summary(Api api, Screen screen, Checks checks, LocalDate today) {
        this.api = api;
        this.screen = screen;
        this.checks = checks;
        this.today = today;
    }

    void show(List<ImportedPlan> plans) {
        showGrades(plans);
        showTasks(plans);
        showReports(plans);
    }

    private void showGrades(List<ImportedPlan> plans) {
        screen.step("Indicators by status on " + today);
        TextTable table = new TextTable(header("plan", STATUSES));
        Set<String> seen = new TreeSet<>();
        for (ImportedPlan plan : plans) {
            List<Grade> grades = api.as(plan.sample().leader())
                    .list("/api/v1/grades?planId=%s&asOf=%s".formatted(plan.id(), today), Grade.class);
            Map<String, Long> counts =
                    grades.stream().collect(Collectors.groupingBy(Grade::status, Collectors.counting()));
            seen.addAll(counts.keySet());
            checkCourses(plan, grades);
            table.row(row(plan, STATUSES, counts));
            checks.equal("Grades of " + plan.sample().name(), plan.sample().indicators(), grades.size());
        }
        screen.table(table);
        SEEN.stream()
                .filter(status -> !seen.contains(status))
                .forEach(status -> checks.fail("No indicator is " + status));
    }

    /// Each indicator must have been judged as the story meant it to be.
    private void checkCourses(ImportedPlan plan, List<Grade> grades) {
        Map<String, Grade> byIndicator =
                grades.stream().collect(Collectors.toMap(Grade::indicatorId, Function.identity()));
        for (IndicatorStory story : Measurements.stories(api, plan, today)) {
            Grade grade = byIndicator.get(story.indicator().id());
            if (grade == null) {
                checks.fail("%s: no grade of %s"
                        .formatted(plan.sample().name(), story.indicator().name()));
            } else if (!story.course().admits(grade.status())) {
                checks.fail("%s, %s: meant to be %s, judged %s (%s)"
                        .formatted(
                                plan.sample().name(),
                                story.indicator().name(),
                                story.course(),
                                grade.status(),
                                grade.explanation().en()));
            }
        }
    }

    private void showTasks(List<ImportedPlan> plans) {
        screen.step("Tasks by timeliness today");
        TextTable table = new TextTable(header("plan", TIMELINESS));
        for (ImportedPlan plan : plans) {
            Statistics statistics =
                    api.as(plan.sample().leader()).get("/api/v1/task-statistics?planId=" + plan.id(), Statistics.class);
            table.row(row(plan, TIMELINESS, statistics.byTimeliness()));
            checks.equal(
                    "Tasks counted of " + plan.sample().name(),
                    (long) plan.sample().tasks(),
                    statistics.total() + statistics.parents() + statistics.needsDecision());
        }
        screen.table(table);
    }

    private void showReports(List<ImportedPlan> plans) {
        screen.step("Reports");
        TextTable table = new TextTable("plan", "period", "due", "status");
        List<String> statuses = new ArrayList<>();
        for (ImportedPlan plan : plans) {
            List<Report.Summary> reports = api.as(plan.sample().leader())
                    .list("/api/v1/reports?unit=" + plan.sample().unit(), Report.Summary.class);
            checks.equal("Reports of " + plan.sample().name(), 1, reports.size());
            reports.forEach(report -> {
                statuses.add(report.status());
                table.row(plan.sample().name(), report.period(), report.dueOn(), report.status());
            });
        }
        screen.table(table);
        for (String status : Reports.expectedStatuses()) {
            checks.isTrue("No report is " + status, statuses.contains(status));
        }
    }

    private static String[] header(String first, Map<String, String> columns) {
        List<String> header = new ArrayList<>(List.of(first));
        header.addAll(columns.values());
        return header.toArray(String[]::new);
    }

    private static Object[] row(ImportedPlan plan, Map<String, String> columns, Map<String, Long> counts) {
        List<Object> row = new ArrayList<>(List.of(plan.sample().name()));
        columns.keySet().forEach(column -> row.add(counts.getOrDefault(column, 0L)));
        return row.toArray();
    }

    private static Map<String, String> ordered(String... pairs) {
        Map<String, String> map = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            map.put(pairs[i], pairs[i + 1]);
        }
        return map;
    }
}
