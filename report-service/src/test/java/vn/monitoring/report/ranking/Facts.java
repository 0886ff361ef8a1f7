package vn.monitoring.report.ranking;

import vn.monitoring.kit.testing.TestDatabase;

/// Facts of communes as the replicas hold them, written in sets.
final class Facts {

    private Facts() {}

    /// Tasks of the quarter's months that a commune leads, so many of them done in time.
    static void tasks(String unitCode, int due, int onTime) {
        TestDatabase.shared().execute("""
                insert into task_fact (event_id, task_id, plan_id, unit_code, business_date, version, data)
                select gen_random_uuid(), id, gen_random_uuid(), '%1$s', '2026-08-31', 3, jsonb_build_object(
                    'id', id, 'kind', 'TASK', 'needsDecision', false, 'timing', jsonb_build_object('kind', 'MONTH'),
                    'status', case when n <= %3$d then 'COMPLETED' else 'IN_PROGRESS' end, 'dueOn', '2026-08-31',
                    'completedOn', case when n <= %3$d then '2026-08-30' end)
                from (select n, gen_random_uuid() as id from generate_series(1, %2$d) n) t""".formatted(unitCode, due, onTime));
    }

    /// Indicators of a commune: on track, slightly behind and without data; all figures are good but those slightly
    /// behind, which are provisional.
    static void grades(String unitCode, int onTrack, int slightlyBehind, int noData) {
        TestDatabase.shared().execute("""
                insert into grade_fact (event_id, indicator_id, plan_id, unit_code, as_of, version, data)
                select gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), '%1$s', '2026-09-30', 1, jsonb_build_object(
                    'status', case when n <= %2$d then 'ON_TRACK' when n <= %2$d + %3$d then 'SLIGHTLY_BEHIND' else 'NO_DATA' end,
                    'overlays', jsonb_build_object('provisional', n > %2$d), 'measureUnit', '%%', 'numerator', 8,
                    'denominator', 10, 'measurementId', gen_random_uuid(), 'period', '2026-Q3')
                from generate_series(1, %2$d + %3$d + %4$d) n""".formatted(unitCode, onTrack, slightlyBehind, noData));
    }

    static void feedback(String unitCode, int due, int onTime) {
        TestDatabase.shared().execute("""
                insert into feedback (id, source, field, unit_code, assignee_unit_code, subject, received_on, due_on, status,
                    answer, answered_on, published, registered_at, registered_by, version)
                select gen_random_uuid(), 'test', 'moi-truong', '%1$s', '%1$s', 'Rác', '2026-08-01', '2026-08-15',
                    case when n <= %3$d then 'ANSWERED' else 'RECEIVED' end, case when n <= %3$d then 'Đã xử lý' end,
                    case when n <= %3$d then date '2026-08-15' end, false, now(), 'test', 1
                from generate_series(1, %2$d) n""".formatted(unitCode, due, onTime));
    }
}
