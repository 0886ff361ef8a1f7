package vn.monitoring.task.shield;

import static vn.monitoring.kit.testing.ShieldedUnit.DA_MAI;
import static vn.monitoring.kit.testing.ShieldedUnit.KINH_MON;

import vn.monitoring.kit.testing.TestDatabase;

/// A row in every table for each of two communes of different provinces; every text of one names it.
final class TwoCommunes {

    private static final String ROWS = """
            insert into unit (code, parent_code, path, type, name, version) values
                ('{province}', null, '{province}', 'PROVINCE', 'Province {province}', 1),
                ('{unit}', '{province}', '{province}.{unit}', 'COMMUNE_PHUONG', 'Commune {unit}', 1),
                ('{unit}.VHXH', '{unit}', '{province}.{unit}.{unit}_VHXH', 'AGENCY', 'Agency {unit}', 1);
            insert into plan (id, unit_code, number, title, issued_on, plan_year, status, version)
                values ('{id1}', '{unit}', '8', 'plan {mark}', '2026-01-02', 2026, 'IN_FORCE', 1);
            insert into task (id, plan_id, unit_code, responsible_unit_code, row_key, version, kind, position, number, title,
                director_position, lead_agencies, coordinators, deliverable, timing, needs_decision, status, percent,
                assigned_on, update_as_of, update_status, update_result, update_difficulty, update_next_step,
                deliverable_count, business_date, timing_kind, due_from, due_on, original_due_on)
                values ('{id2}', '{id1}', '{unit}', '{unit}.VHXH', 'row', 3, 'TASK', 1, '1', 'task {mark}', 'director {mark}',
                '{}', '{}', 'deliverable {mark}', '{"raw":"Năm 2026","kind":"YEAR","due":"2026-12-31","start":"2026-01-01",
                    "end":null,"report":null,"schedule":null,"phases":[],"flags":[]}', false, 'IN_PROGRESS', 40, '2026-01-20',
                '2026-05-20', 'status {mark}', 'result {mark}', 'difficulty {mark}', 'next {mark}', 1, '2026-05-20', 'YEAR',
                '2026-01-01', '2026-12-31', '2026-12-31');
            insert into task_version (task_id, known_from, plan_id, unit_code, responsible_unit_code, kind, needs_decision,
                director_position, status, timing, due_on, original_due_on, percent, assigned_on)
                values ('{id2}', '2026-01-20', '{id1}', '{unit}', '{unit}.VHXH', 'TASK', false, 'director {mark}',
                'IN_PROGRESS', '{"raw":"Năm 2026","kind":"YEAR","due":"2026-12-31","start":"2026-01-01","end":null,
                    "report":null,"schedule":null,"phases":[],"flags":[]}', '2026-12-31', '2026-12-31', 40, '2026-01-20');
            insert into task_history (task_id, what, status, business_date, at, by_username, by_units, note)
                values ('{id2}', 'ASSIGNED', 'ASSIGNED', '2026-01-20', now(), 'test', '{}', 'story {mark}');
            insert into task_decision (task_id, number, kind, effective_on, document_number, document_issued_on,
                document_title, recorded_at, by_username)
                values ('{id2}', 1, 'RESUME', '2026-02-01', '1', '2026-02-01', 'decision {mark}', now(), 'test');
            insert into progress_update (id, task_id, as_of, status, result, difficulty, next_step, received_at, by_username)
                values ('{id3}', '{id2}', '2026-05-20', 'update {mark}', 'update', 'update', 'update', now(), 'test');
            insert into submission (task_id, number, submitted_on, received_at, note, by_subject, by_username)
                values ('{id2}', 1, '2026-05-20', now(), 'submission {mark}', 'subject', 'test');
            insert into occurrence (task_id, number, period_key, starts_on, due_on, original_due_on, status)
                values ('{id2}', 1, '2026-05', '2026-05-01', '2026-05-31', '2026-05-31', 'OPEN');
            insert into extension (task_id, number, requested_on, due_before, requested_due_on, reason, received_at,
                by_subject, by_username)
                values ('{id2}', 1, '2026-05-20', '2026-12-31', '2027-01-31', 'extension {mark}', now(), 'subject', 'test');
            insert into budget (task_id, source, revision, allocated, document, received_at, by_username)
                values ('{id2}', 'OTHER', 1, 1000000, 'budget {mark}', now(), 'test');
            insert into disbursement (id, task_id, source, amount, disbursed_on, document_number, note, received_at,
                by_username)
                values ('{id4}', '{id2}', 'OTHER', 500000, '2026-05-20', '1', 'disbursement {mark}', now(), 'test');
            insert into reminder (id, task_id, text, status, issued_on, issued_at, issued_by, issued_by_units, version)
                values ('{id5}', '{id2}', 'reminder {mark}', 'ISSUED', '2026-05-20', now(), 'test', '{}', 1);
            insert into deliverable (id, task_id, kind, title, file_name, media_type, size, sha256, received_at, by_username)
                values ('{id6}', '{id2}', 'FILE', 'deliverable {mark}', 'file.pdf', 'application/pdf', 3, 'x', now(), 'test');
            insert into deliverable_content (deliverable_id, content) values ('{id6}', 'content {mark}');
            insert into warning (id, task_id, plan_id, unit_code, responsible_unit_code, kind, cause, level, months, fields,
                opened_on, version)
                values ('{id7}', '{id2}', '{id1}', '{unit}', '{unit}.VHXH', 'LATE', 'UPDATE', 1, 1, '{}', '2026-05-20', 1);
            insert into update_month (task_id, month, plan_id, responsible_unit_code, opens_on, closes_on, outcome, running)
                values ('{id2}', '2026-04-01', '{id1}', '{unit}.VHXH', '2026-04-01', '2026-04-30', 'LATE', 1);
            insert into update_rate (month, plan_id, responsible_unit_code, expected, valid, insufficient)
                values ('2026-04-01', '{id1}', '{unit}.VHXH', 1, 0, 0);
            insert into inspection (id, unit_code, kind, title, plan_id, starts_on, ends_on, head_position, status,
                recorded_at, by_username, version)
                values ('{id8}', '{unit}', 'PLANNED', 'inspection {mark}', '{id1}', '2026-05-20', '2026-05-21', 'head {mark}',
                'PLANNED', now(), 'test', 1);
            insert into inspection_task (inspection_id, task_id) values ('{id8}', '{id2}');
            insert into inspection_finding (id, inspection_id, number, text, remedy_task_id, recorded_on, recorded_at,
                by_username)
                values ('{id9}', '{id8}', 1, 'finding {mark}', '{id2}', '2026-05-20', now(), 'test');
            insert into update_window (id, unit_code, valid_from, first_day, last_day, recorded_at, by_username)
                values ('{id1}', '{unit}', '2026-01-01', 1, 25, now(), 'window {mark}');
            insert into calendar_link (id, unit_code, label, secret_sha256, created_at, expires_on, by_subject, by_username)
                values ('{id1}', '{unit}', 'link {mark}', encode(sha256('secret {unit}'), 'hex'), now(), '2036-01-01',
                'subject', 'test')
            """;

    private TwoCommunes() {}

    /// Past the triggers, which would derive rows of their own.
    static void set() {
        TestDatabase.shared().truncateAll();
        TestDatabase.shared().executeUnwatched(KINH_MON.write(ROWS), DA_MAI.write(ROWS));
    }
}
