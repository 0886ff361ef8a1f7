package vn.monitoring.task.worklist;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import vn.monitoring.kit.text.Vietnamese;

/// The rows that a filter leaves in the caller's sight, as SQL: the task `t` and the unit `u` that leads it.
///
/// Each unit's tasks are looked up, whatever the statistics say: a scan of all tasks takes several times as long for a
/// province. Those of one plan are looked up by the plan.
final class TaskQuery {

    static final String OPEN =
            "t.status not in ('COMPLETED', 'CANCELLED', 'SUPERSEDED') and t.kind <> 'PARENT' and not t.needs_decision";

    private final List<Object> parameters = new ArrayList<>();
    private final List<String> conditions = new ArrayList<>();
    private final String units;
    private final boolean ofPlan;

    /// @param paths the subtrees in sight, as a PostgreSQL array of ltree; the unit of the filter lies in them
    TaskQuery(String paths, TaskFilter filter, LocalDate today, Reviewer reviewer) {
        units = "(select code, path, name from unit where path <@ %s) u"
                .formatted(
                        filter.unit() == null ? "any (cast(? as ltree[]))" : "(select path from unit where code = ?)");
        parameters.add(filter.unit() == null ? paths : filter.unit());
        ofPlan = filter.planId() != null;
        if (filter.planId() != null) {
            add(SqlCondition.of("t.plan_id = ?", filter.planId()));
        }
        if (filter.list() != null) {
            conditions.add(OPEN);
            add(filter.list().condition(today, reviewer));
        }
        addFacts(filter);
        addWords(filter);
    }

    private void addFacts(TaskFilter filter) {
        if (filter.status() != null) {
            add(SqlCondition.of("t.status = ?", filter.status().name()));
        }
        if (filter.kind() != null) {
            add(SqlCondition.of("t.kind = ?", filter.kind().name()));
        }
        if (filter.dueFrom() != null) {
            add(SqlCondition.of("t.due_on >= ?", filter.dueFrom()));
        }
        if (filter.dueTo() != null) {
            add(SqlCondition.of("t.due_on <= ?", filter.dueTo()));
        }
        if (filter.warned() != null) {
            conditions.add((filter.warned() ? "" : "not ")
                    + "exists (select from warning w where w.task_id = t.id and w.closed_on is null)");
        }
    }

    private void addWords(TaskFilter filter) {
        if (filter.text() != null) {
            String words = words(filter.text());
            add(SqlCondition.of(
                    "(unaccent(concat_ws(' ', t.title, t.work)) ilike ? or t.number = ?)",
                    words,
                    Vietnamese.clean(filter.text())));
        }
        if (filter.leadAgency() != null) {
            add(SqlCondition.of(
                    "(t.responsible_unit_code = ? or unaccent(array_to_string(t.lead_agencies, ', ')) ilike ?)",
                    filter.leadAgency(),
                    words(filter.leadAgency())));
        }
        if (filter.director() != null) {
            add(SqlCondition.of("unaccent(t.director_position) ilike ?", words(filter.director())));
        }
    }

    /// A pattern of words in their order, without accents.
    private static String words(String text) {
        String plain = Vietnamese.foldWithoutMarks(text);
        String escaped = plain.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
        return "%" + escaped.replace(" ", "%") + "%";
    }

    void add(SqlCondition condition) {
        conditions.add(condition.sql());
        parameters.addAll(condition.parameters());
    }

    /// A table of the rows, in parentheses.
    ///
    /// @param columns of the task `t` and its unit `u`
    String rows(String columns) {
        String and = conditions.isEmpty() ? "" : " and " + String.join(" and ", conditions);
        if (ofPlan) {
            return "(select %s from %s join task t on t.responsible_unit_code = u.code%s)"
                    .formatted(columns, units, and);
        }
        return """
                (select row.* from %s cross join lateral (
                    select %s from task t where t.responsible_unit_code = u.code%s offset 0) row)""".formatted(units, columns, and);
    }

    List<Object> parameters() {
        return parameters;
    }
}
