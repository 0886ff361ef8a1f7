package vn.monitoring.report.publication;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.monitoring.kit.table.TableColumn.Kind;
import vn.monitoring.kit.text.Text;
import vn.monitoring.report.fact.Facts;
import vn.monitoring.report.fact.TaskFigure;

/// How many tasks are done early, on time, late, overdue, and so on, as at the day.
@ApplicationScoped
class TaskTimelinessSource implements PublishedSource {

    private static final List<Field> FIELDS = List.of(
            Field.of("timeliness", Kind.TEXT, "Tình trạng tiến độ", "Timeliness"),
            Field.of("count", Kind.NUMBER, "Số nhiệm vụ", "Tasks").in("nhiệm vụ", "tasks"));

    private final Facts facts;

    TaskTimelinessSource(Facts facts) {
        this.facts = facts;
    }

    @Override
    public String kind() {
        return "TASK_TIMELINESS";
    }

    @Override
    public Text title() {
        return new Text("Tiến độ nhiệm vụ", "Timeliness of tasks");
    }

    @Override
    public List<Field> fields() {
        return FIELDS;
    }

    @Override
    public List<Map<String, @Nullable Object>> rows(String unitCode, String period, LocalDate asAt) {
        Map<String, Long> counts = facts.asAt(unitCode, null, asAt).figures().tasks().stream()
                .collect(Collectors.groupingBy(TaskFigure::timeliness, TreeMap::new, Collectors.counting()));
        return counts.entrySet().stream()
                .map(count -> Map.<String, @Nullable Object>of("timeliness", count.getKey(), "count", count.getValue()))
                .toList();
    }
}
