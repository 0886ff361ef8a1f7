package vn.monitoring.bench.faults.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/// What a service keeps of another's data is what the other one has.
final class ReplicasEqual implements Check {

    /// A replica and its source, each a query whose first column is the key.
    record Replica(String name, String source, String sourceSql, String keeper, String keeperSql) {}

    private static final String UNITS = """
            select code, parent_code, path, type, name, agency_type, block, aliases, valid_from, valid_to, version
            from unit""";

    static final List<Replica> ALL = List.of(
            new Replica("units in task-service", "indicator", UNITS, "task", UNITS),
            new Replica("units in report-service", "indicator", UNITS, "report", UNITS),
            new Replica(
                    "plans in task-service",
                    "indicator",
                    "select id, unit_code, number, title, issued_on, plan_year, status, version from plan",
                    "task",
                    "select id, unit_code, number, title, issued_on, plan_year, status, version from plan"),
            new Replica(
                    "plans in report-service",
                    "indicator",
                    "select id, unit_code, block, number, title, status, issued_on, activated_on, superseded_on, version from plan",
                    "report",
                    "select id, unit_code, block, number, title, status, issued_on, activated_on, superseded_on, version from plan"),
            new Replica("indicators in report-service", "indicator", """
                    select id, plan_id, unit_code, responsible_unit_code, number, name, indicator_group, measure_unit,
                        canonical_code, version from indicator""", "report", """
                    select id, plan_id, unit_code, responsible_unit_code, number, name, group_name, measure_unit,
                        canonical_code, version from indicator"""),
            new Replica("targets in report-service", "indicator", """
                    select id, indicator_id, year, due_date, valid_from, valid_to from target where valid_to is null""", "report", """
                    select key, indicator_id, year, due_on, valid_from, valid_to from indicator_target where valid_to is null"""),
            new Replica("grades in report-service", "indicator", """
                    select indicator_id || ' as of ' || as_of, version, status, value::float8, numerator::float8, period
                    from grade""", "report", """
                    select distinct on (indicator_id, as_of) indicator_id || ' as of ' || as_of, version, data ->> 'status',
                        (data ->> 'value')::float8, (data ->> 'numerator')::float8, data ->> 'period'
                    from grade_fact order by indicator_id, as_of, version desc"""),
            new Replica("tasks in report-service", "task", """
                    select id, plan_id, unit_code, responsible_unit_code, title, status, percent, update_result, assigned_on
                    from task""", "report", """
                    select distinct on (task_id) task_id, plan_id, unit_code, responsible_unit_code, data ->> 'title',
                        data ->> 'status', data ->> 'percent', data -> 'lastUpdate' ->> 'result', data ->> 'assignedOn'
                    from task_fact order by task_id, version desc"""));

    @Override
    public String name() {
        return "Every replica equals its source";
    }

    @Override
    public CheckResult check(Evidence evidence) {
        List<String> violations = new ArrayList<>();
        List<String> counted = new ArrayList<>();
        for (Replica replica : ALL) {
            Map<String, String> source = byKey(evidence.rows(replica.source(), replica.sourceSql()));
            Map<String, String> kept = byKey(evidence.rows(replica.keeper(), replica.keeperSql()));
            counted.add("%,d %s".formatted(source.size(), replica.name()));
            source.forEach((key, state) -> {
                String copy = kept.get(key);
                if (copy == null) {
                    violations.add("%s: %s is missing (source: %s)".formatted(replica.name(), key, state));
                } else if (!copy.equals(state)) {
                    violations.add("%s: %s is [%s], its source is [%s]".formatted(replica.name(), key, copy, state));
                }
            });
            kept.forEach((key, copy) -> {
                if (!source.containsKey(key)) {
                    violations.add("%s: %s is not in the source: [%s]".formatted(replica.name(), key, copy));
                }
            });
        }
        return CheckResult.of(name(), String.join(", ", counted), violations);
    }

    private static Map<String, String> byKey(List<Row> rows) {
        Function<Row, String> state = row -> row.from(1);
        return rows.stream().collect(Collectors.toMap(row -> row.text(0), state));
    }
}
