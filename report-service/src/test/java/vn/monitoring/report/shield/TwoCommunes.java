package vn.monitoring.report.shield;

import static vn.monitoring.kit.testing.ShieldedUnit.DA_MAI;
import static vn.monitoring.kit.testing.ShieldedUnit.KINH_MON;

import vn.monitoring.kit.testing.TestDatabase;

/// A row in every table for each of two communes of different provinces; every text of one names it. The commune
/// reports to its province (id4) and takes the report of its agency (id9) into that.
final class TwoCommunes {

    private static final String UNITS = """
            insert into unit (code, parent_code, path, type, name, version) values
                ('{province}', null, '{province}', 'PROVINCE', 'Province {province}', 1),
                ('{unit}', '{province}', '{province}.{unit}', 'COMMUNE_PHUONG', 'Commune {unit}', 1),
                ('{unit}.VHXH', '{unit}', '{province}.{unit}.{unit}_VHXH', 'AGENCY', 'Agency {unit}', 1);
            """;

    private static final String FACTS = """
            insert into plan (id, unit_code, number, title, status, version)
                values ('{id1}', '{unit}', '8', 'plan {mark}', 'IN_FORCE', 1);
            insert into indicator (id, plan_id, unit_code, responsible_unit_code, number, name, version)
                values ('{id2}', '{id1}', '{unit}', '{unit}.VHXH', '13', 'indicator {mark}', 1);
            insert into indicator_target (indicator_id, key, year, due_on, data)
                values ('{id2}', '2026', 2026, '2026-12-31', '{"raw":"target {mark}"}');
            insert into grade_fact (event_id, indicator_id, plan_id, unit_code, responsible_unit_code, as_of, version, data)
                values ('grade {unit}', '{id2}', '{id1}', '{unit}', '{unit}.VHXH', '2026-09-10', 1,
                '{"indicatorId":"{id2}","planId":"{id1}","unitCode":"{unit}","indicatorNumber":"13",
                    "indicatorName":"graded {mark}","asOf":"2026-09-10","status":"ON_TRACK","value":72.1,"version":1}');
            insert into task_fact (event_id, task_id, plan_id, unit_code, responsible_unit_code, business_date, version, data)
                values ('task {unit}', '{id3}', '{id1}', '{unit}', '{unit}.VHXH', '2026-09-10', 1,
                '{"id":"{id3}","planId":"{id1}","unitCode":"{unit}","number":"1","title":"task {mark}","status":"IN_PROGRESS",
                    "businessDate":"2026-09-10","version":1}');
            insert into update_rate_fact (event_id, unit_code, plan_id, month, expected, valid, insufficient, version)
                values ('rate {unit}', '{unit}', '{id1}', '2026-08-01', 10, 9, 1, 1);
            """;

    private static final String REGIMES = """
            insert into report_regime (id, name, receiver_unit_code, sender_rule, senders, frequencies, basis, cut_off_day,
                due_rule, sections, opened_until, created_at, created_by, version, layout, begun_on)
            select regime.id::uuid, 'regime {mark}', receiver, 'LISTED', array[sender], '{QUARTER}', 'DECREE', 14,
                '{"province":{"day":25,"monthsAfter":0},"commune":{"day":20,"monthsAfter":0},
                    "agency":{"day":18,"monthsAfter":0},"minimumWorkingDays":1,"movesToWorkingDay":true}',
                '{"items":[{"key":"difficulties","title":"section {mark}","content":"DIFFICULTIES"}]}',
                '2026-09-14', now(), 'test', 1, 'GOVERNMENT', '2026-01-01'
            from (values ('{id3}', '{province}', '{unit}'), ('{id5}', '{unit}', '{unit}.VHXH')) regime (id, receiver, sender);
            insert into report_regime_revision (regime_id, revision, settings, set_at, set_by)
            select g.id, 1, jsonb_build_object('name', g.name, 'senderRule', g.sender_rule, 'senders', to_jsonb(g.senders),
                'frequencies', to_jsonb(g.frequencies), 'cutOffRule', jsonb_build_object('basis', basis, 'cutOffDay', cut_off_day),
                'dueRule', due_rule, 'reminders', reminders, 'sections', sections -> 'items', 'layout', layout), now(), 'test'
            from report_regime g where g.id in ('{id3}', '{id5}');
            insert into report_period (regime_id, period, revision, from_on, cut_off_on, province_due_on, commune_due_on,
                agency_due_on, sender_rule, senders, remind_before, remind_after, opened_at)
            select g.id, '2026-Q3', 1, '2026-06-15', '2026-09-14', '2026-09-25', '2026-09-25', '2026-09-25', g.sender_rule,
                g.senders, '{3,1}', '{1,7}', '2026-09-15'
            from report_regime g where g.id in ('{id3}', '{id5}');
            """;

    private static final String REPORTS = """
            insert into report_obligation (id, regime_id, unit_code, receiver_unit_code, period, from_on, cut_off_on, due_on,
                status, opened_at, submitted_at, accepted_at, version)
            values ('{id4}', '{id3}', '{unit}', '{province}', '2026-Q3', '2026-06-15', '2026-09-14', '2026-09-25', 'SUBMITTED',
                    '2026-09-15', '2026-09-20', null, 3),
                ('{id9}', '{id5}', '{unit}.VHXH', '{unit}', '2026-Q3', '2026-06-15', '2026-09-14', '2026-09-25', 'ACCEPTED',
                    '2026-09-15', '2026-09-18', '2026-09-19', 4);
            insert into report (id, title, drafted_at, drafted_by, submitted_at, submitted_by, submitted_by_subject, edition,
                accepted_edition, open_parts, version)
            values ('{id4}', 'Report {mark}', '2026-09-16', 'test', '2026-09-20', 'test', 'subject', 1, null, '{}', 3),
                ('{id9}', 'Report {mark}', '2026-09-16', 'test', '2026-09-18', 'test', 'subject', 1, 1, '{}', 4);
            insert into report_section (report_id, key, ordinal, title, content, generated_text, edited_text, revision)
            select id, 'difficulties', 1, 'section {mark}', 'DIFFICULTIES', 'generated {mark}', 'edited {mark}', 1
            from report where id in ('{id4}', '{id9}');
            insert into report_section_revision (report_id, key, revision, text, edited_at, edited_by)
                values ('{id4}', 'difficulties', 1, 'revision {mark}', now(), 'test');
            insert into report_figure (report_id, kind, subject_id, ordinal, grade_seq, unit_code, revision, taken_at, taken_by,
                reason)
            select '{id4}', 'GRADE', '{id2}', 1, seq, '{unit}', 1, now(), 'test', 'renewed {mark}'
            from grade_fact where event_id = 'grade {unit}';
            insert into report_figure (report_id, kind, subject_id, ordinal, task_seq, unit_code, timeliness)
            select '{id4}', 'TASK', '{id3}', 1, seq, '{unit}', 'ON_TIME' from task_fact where event_id = 'task {unit}';
            insert into report_figure_history (report_id, kind, subject_id, ordinal, grade_seq, unit_code, revision)
            select '{id4}', 'GRADE', '{id2}', 1, seq, '{unit}', 0 from grade_fact where event_id = 'grade {unit}';
            insert into report_review (report_id, number, outcome, reason, submitted_at, decided_at, decided_by)
                values ('{id4}', 1, 'RETURNED', 'returned {mark}', '2026-09-18', '2026-09-19', 'test');
            insert into report_correction (report_id, number, parts, reason, opened_at, opened_by, opened_by_receiver)
                values ('{id4}', 1, '{section:difficulties}', 'correction {mark}', now(), 'test', false);
            insert into report_consolidation (report_id, made_at, made_by, merged) values ('{id4}', now(), 'test',
                '{"reported":1,"expected":1,"missing":[{"unitCode":"x","unitName":"missing {mark}","status":"OPEN"}],
                    "indicators":[],"tasks":[]}');
            insert into report_source (report_id, child_id, edition) values ('{id4}', '{id9}', 1);
            insert into report_edition (report_id, number, unit_code, document_number, symbol, year, notation, title, issued_on,
                issued_at, issued_by, differences, content_sha256)
                values ('{id4}', 1, '{unit}', 1, 'BC-UBND', 2026, '1/BC-UBND', 'edition {mark}', '2026-09-20', now(), 'test',
                '[]', 'x');
            insert into report_edition_file (report_id, number, format, name, media_type, size, sha256, content)
            select '{id4}', 1, 'JSON', 'report.json', 'application/json', octet_length(content),
                encode(sha256(content), 'hex'), content from convert_to('{"title":"file {mark}"}', 'UTF8') as content;
            insert into document_register (unit_code, symbol, year, last_number) values ('{unit}', 'BC-UBND', 2026, 1);
            insert into report_notice (obligation_id, kind, days, level, due_on, told_at)
                values ('{id4}', 'REMINDED', 3, 0, '2026-09-25', now());
            insert into unit_letterhead (unit_code, layout, superior, authority, symbol, place, position, recipients,
                changed_at, changed_by, version)
                values ('{unit}', 'GOVERNMENT', 'superior', 'authority {mark}', 'BC-UBND', 'place {mark}', 'position',
                '{recipient}', now(), 'test', 1);
            """;

    private static final String COMPARED = """
            insert into ranking (id, unit_code, period, from_on, to_on, as_of, policy, policy_version, status, task_bound,
                grade_bound, update_bound, content_hash, made_at, made_by, published_at, published_by, version)
                values ('{id5}', '{province}', '2026', '2026-01-01', '2026-09-30', '2026-09-30',
                '{"weights":{"TASKS_ON_TIME":35,"INDICATORS":35,"MONTHLY_UPDATE":15,"DATA_QUALITY":10,"FEEDBACK":5},
                    "minDueTasks":5,"minCoveragePercent":80,"slightlyBehindPercent":50,"excellentFrom":90,"goodFrom":70,
                    "completedFrom":50,"mostBonus":5,"mostPenalty":10}',
                1, 'PUBLISHED', 0, 0, 0, 'x', now(), 'ranked {mark}', now(), 'test', 2);
            insert into ranking_row (ranking_id, unit_code, ordinal, counts, task_seqs, grade_seqs, update_seqs, feedback_ids,
                reasons)
                values ('{id5}', '{unit}', 0, '{"unitCode":"{unit}","unitName":"row {mark}","unitType":"COMMUNE_PHUONG",
                    "tasks":{"due":0,"onTime":0},"indicators":{"onTrack":0,"slightlyBehind":0,"behind":0,"noData":0,"notDue":0,
                    "noTarget":0},"updates":{"expected":0,"valid":0},"quality":{"figures":0,"good":0,"firm":0,"counted":0,
                    "current":0},"feedback":{"due":0,"onTime":0}}', '{}', '{}', '{}', '{}', '{TOO_FEW_DUE_TASKS}');
            insert into ranking_policy (unit_code, version, policy, decision_document, decided_at, decided_by)
            select unit_code, 2, policy, 'decision {mark}', now(), 'test' from ranking where id = '{id5}';
            insert into evaluation_sheet (id, unit_code, above_unit_code, year, ranking_id, standing, self_assessment, points,
                status, made_at, made_by, version)
            select '{id8}', '{unit}', '{province}', 2026, id, jsonb_build_object('rankingId', id, 'policy', policy,
                'policyVersion', 1, 'row', jsonb_build_object('unitCode', '{unit}', 'unitName', 'sheet {mark}', 'unitType',
                'COMMUNE_PHUONG', 'dueTasks', 0, 'results', '{}'::jsonb, 'reasons', '[]'::jsonb), 'parts', '[]'::jsonb)::text,
                '{}', '[]', 'DRAFT', now(), 'test', 1 from ranking where id = '{id5}';
            """;

    private static final String PEOPLE = """
            insert into incident (id, unit_code, field, severity, title, happened, position, status, detected_at, due_at,
                registered_at, registered_by, entries, version)
                values ('{id6}', '{unit}', 'ONLINE_SERVICE', 'MEDIUM', 'incident {mark}', 'happened {mark}', 'position',
                'REGISTERED', '2026-10-04', '2026-10-05', '2026-10-04', 'test', 1, 1);
            insert into incident_entry (incident_id, number, kind, text, recorded_at, by_username)
                values ('{id6}', 1, 'UPDATE', 'entry {mark}', now(), 'test');
            insert into feedback (id, source, external_reference, look_up_hash, field, unit_code, assignee_unit_code, subject,
                content, received_on, due_on, status, published, registered_at, registered_by, version)
                values ('{id7}', 'source', 'reference {unit}', '{unit}', 'field', '{unit}', '{unit}.VHXH', 'feedback {mark}',
                'content {mark}', '2026-10-01', '2026-10-15', 'ASSIGNED', false, now(), 'test', 1);
            insert into feedback_sender (feedback_id, sealed) values ('{id7}', 'sender {mark}');
            insert into feedback_assignment (feedback_id, number, from_unit_code, to_unit_code, reason, assigned_at,
                assigned_by)
                values ('{id7}', 1, '{unit}', '{unit}.VHXH', 'assignment {mark}', now(), 'test');
            insert into feedback_deadline (unit_code, field, working_days, set_at, set_by)
                values ('{unit}', 'field', 10, now(), 'deadline {mark}');
            insert into survey (id, unit_code, field, period, question, satisfied_from, token, status, opened_at, opened_by,
                version)
                values ('{id6}', '{unit}', 'field', '2026-Q3', 'survey {mark}', 4, 'token{unit}', 'OPEN', now(), 'test', 1);
            insert into survey_answer (survey_id, nonce, score, answered_at) values ('{id6}', '{id1}', 4, now());
            """;

    private static final String TOLD = """
            insert into publication (id, kind, unit_code, period, as_at, fields, decision, licence, public_from, decided_by,
                decided_at, row_count, version)
                values ('{id6}', 'SCORECARD', '{unit}', '2026-Q3', '2026-09-30', '{status,count}', 'publication {mark}',
                'CC-BY-4.0', '2026-01-01', 'test', now(), 1, 1);
            insert into publication_row (publication_id, position, data)
                values ('{id6}', 1, '{"status":"row {mark}","count":1}');
            insert into webhook (id, unit_code, url, description, types, status, secret, created_by, created_at, version)
                values ('{id6}', '{unit}', 'https://{unit}.example', 'webhook {mark}', '{}', 'ACTIVE', 'sealed', 'test',
                now(), 1);
            insert into webhook_lease (webhook_id) values ('{id6}');
            insert into webhook_message (id, type, unit_code, body, placed, appended_at)
                values ('message {unit}', 'vn.monitoring.report.drafted.v1', '{unit}', 'message {mark}', true, now());
            insert into webhook_delivery (id, webhook_id, message_id, status, attempts, created_at, queued_at, next_attempt_at)
                overriding system value
                values ({province}, '{id6}', 'message {unit}', 'DELIVERED', 1, now(), now(), now());
            insert into webhook_attempt (delivery_id, number, at, duration_ms, outcome, answer)
                values ({province}, 1, now(), 1, 'TAKEN', 'answer {mark}')
            """;

    private TwoCommunes() {}

    /// Past the triggers, which would derive rows of their own.
    static void set() {
        String rows = UNITS + FACTS + REGIMES + REPORTS + COMPARED + PEOPLE + TOLD;
        TestDatabase.shared().truncateAll();
        TestDatabase.shared().executeUnwatched(KINH_MON.write(rows), DA_MAI.write(rows));
    }
}
