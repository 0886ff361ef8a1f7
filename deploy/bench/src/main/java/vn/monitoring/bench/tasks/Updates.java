package vn.monitoring.bench.tasks;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import vn.monitoring.bench.measure.HttpLoad;
import vn.monitoring.bench.measure.HttpLoad.Call;

/// Progress updates of tasks by chance, each by a reporter of its province; no task twice before all had their turn.
final class Updates implements HttpLoad.Requests {

    private static final int PERCENT_STEPS = 90;

    private final List<LoadedTask> tasks;
    private final Map<String, String> tokens = new HashMap<>();
    private final LocalDate asOf;
    private int next;

    /// @param tokens of a reporter for each province of the tasks
    Updates(List<LoadedTask> tasks, Map<String, String> tokens, LocalDate asOf, long seed) {
        this.tasks = new ArrayList<>(tasks);
        Collections.shuffle(this.tasks, new Random(seed));
        this.tokens.putAll(tokens);
        this.asOf = asOf;
    }

    @Override
    public Call next(int connection) {
        LoadedTask task = tasks.get(next % tasks.size());
        int percent = next++ % PERCENT_STEPS;
        return Call.post(
                "/api/v1/tasks/%s/updates".formatted(task.id()),
                tokens.getOrDefault(task.province(), ""),
                """
                {"asOf":"%s","percent":%d,"status":"Đang triển khai","result":"Đã hoàn thành %d %% khối lượng",\
                "difficulty":"không có","nextStep":"Tiếp tục theo kế hoạch"}""".formatted(asOf, percent, percent));
    }
}
