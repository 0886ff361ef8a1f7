package vn.monitoring.bench.faults.check;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// Where the markers of writes come to stand in the databases.
enum Places {
    /// A figure's note stays with its revision while it is verified.
    FIGURES("indicator", Set.of("submitMeasurement", "reviseMeasurement", "submitMeasurements"), """
            select note, count(distinct (id, revision)), min(id::text) from (
                select id, revision, note from measurement
                union all select measurement_id, revision, note from measurement_history) state
            where starts_with(note, '%s.') group by note"""),

    VERIFICATIONS("indicator", Set.of("verifyMeasurement"), """
            select reason, count(distinct (id, revision)), min(id::text) from (
                select id, revision, reason from measurement
                union all select measurement_id, revision, reason from measurement_history) state
            where starts_with(reason, '%s.') group by reason"""),

    TASKS("task", Set.of("createTask"), """
            select title, count(*), min(id::text) from task where starts_with(title, '%s.') group by title"""),

    STEPS("task", Set.of("assignTask", "acknowledgeTask"), """
            select note, count(*), min(task_id::text) from task_history
            where what in ('ASSIGNED', 'ACKNOWLEDGED') and starts_with(note, '%s.') group by note"""),

    UPDATES("task", Set.of("reportProgress"), """
            select result, count(*), min(task_id::text) from progress_update
            where starts_with(result, '%s.') group by result"""),

    PAYMENTS("task", Set.of("recordDisbursement"), """
            select document_number, count(*), min(task_id::text) from disbursement
            where starts_with(document_number, '%s.') group by document_number"""),

    INCIDENTS("report", Set.of("registerIncident"), """
            select title, count(*), min(id::text) from incident where starts_with(title, '%s.') group by title"""),

    ENTRIES("report", Set.of("reportIncident", "updateIncident", "closeIncident"), """
            select split_part(text, chr(10), 1), count(*), min(incident_id::text) from incident_entry
            where starts_with(text, '%s.') group by 1"""),

    FEEDBACK("report", Set.of("registerFeedback"), """
            select external_reference, count(*), min(id::text) from feedback
            where starts_with(external_reference, '%s.') group by 1"""),

    ANSWERS("report", Set.of("answerFeedback"), """
            select answer, count(*), min(id::text) from feedback where starts_with(answer, '%s.') group by 1""");

    /// A marker that was found.
    ///
    /// @param times how many effects bear it
    /// @param aggregate one that does
    record Found(long times, String aggregate) {}

    private final String database;
    private final Set<String> operations;
    private final String sql;

    Places(String database, Set<String> operations, String sql) {
        this.database = database;
        this.operations = operations;
        this.sql = sql;
    }

    boolean holds(String operation) {
        return operations.contains(operation);
    }

    /// For a person.
    String told() {
        return "the table of " + name().toLowerCase(Locale.ROOT) + " in " + database;
    }

    /// @param run the word with which the run's markers begin: letters and digits
    String sql(String run) {
        return sql.formatted(run);
    }

    /// What stands there, by marker.
    Map<String, Found> find(Evidence evidence) {
        List<Row> rows = evidence.rows(database, sql(evidence.recording().run()));
        Map<String, Found> found = new HashMap<>();
        rows.forEach(row -> found.put(row.text(0), new Found(row.number(1), row.text(2))));
        return found;
    }
}
