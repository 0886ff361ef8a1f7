package vn.monitoring.bench.tasks;

import java.util.List;
import java.util.Map;
import vn.monitoring.bench.suite.Bench;
import vn.monitoring.bench.suite.Field;
import vn.monitoring.client.ClientFailure;

/// What a benchmark of tasks works with.
final class TaskBench extends Bench {

    private static final int WHOLE_COUNTRY = 100_000;

    private final TaskDatabase database;
    private final List<LoadedTask> loaded;

    /// @throws ClientFailure when nothing is loaded
    TaskBench(Field field) {
        super(field);
        this.database = new TaskDatabase(field.site().databaseUrl(TaskDatabase.ROLE));
        this.loaded = database.loaded();
        if (loaded.isEmpty()) {
            database.close();
            throw new ClientFailure("No tasks of a country are loaded: run ./platform load-country first.");
        }
    }

    TaskDatabase database() {
        return database;
    }

    /// The open tasks of the generated plans.
    List<LoadedTask> loaded() {
        return loaded;
    }

    @Override
    public String postgresql() {
        return database.version();
    }

    @Override
    public String loadedInWords() {
        return "%,d open tasks of %,d units"
                .formatted(
                        loaded.size(),
                        loaded.stream().map(LoadedTask::unit).distinct().count());
    }

    @Override
    public Map<String, Integer> sizes() {
        return Map.of("tasks", loaded.size());
    }

    @Override
    public boolean hasWholeCountry() {
        return loaded.size() >= WHOLE_COUNTRY;
    }

    @Override
    protected boolean isBusy() {
        return database.backlog() > 0;
    }

    @Override
    public List<String> provinces() {
        return loaded.stream().map(LoadedTask::province).distinct().toList();
    }

    @Override
    public void close() {
        database.close();
    }
}
