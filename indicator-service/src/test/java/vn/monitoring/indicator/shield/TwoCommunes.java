package vn.monitoring.indicator.shield;

import static vn.monitoring.kit.testing.ShieldedUnit.DA_MAI;
import static vn.monitoring.kit.testing.ShieldedUnit.KINH_MON;

import vn.monitoring.kit.testing.TestDatabase;

/// A row in every table for each of two communes of different provinces; every text of one names it.
final class TwoCommunes {

    private static final String ROWS = """
            insert into unit (code, parent_code, path, type, name) values
                ('{province}', null, '{province}', 'PROVINCE', 'Province {province}'),
                ('{unit}', '{province}', '{province}.{unit}', 'COMMUNE_PHUONG', 'Commune {unit}'),
                ('{unit}.VHXH', '{unit}', '{province}.{unit}.{unit}_VHXH', 'AGENCY', 'Agency {unit}');
            insert into unit_change (unit_code, kind, name, recorded_by, recorded_at)
                values ('{unit}', 'ENTERED', 'change {mark}', 'test', now());
            insert into plan (id, unit_code, block, doc_type, number, identity_key, title, issued_on, horizon_start,
                horizon_end, status, imported_at, version)
                values ('{id1}', '{unit}', 'DANG', 'Kế hoạch', '8', 'plan {mark}', 'plan {mark}', '2024-01-01', '2024-01-01',
                    '2045-12-31', 'IN_FORCE', now(), 1);
            insert into plan_version (plan_id, version, cause, block, doc_type, number, title, horizon_start, horizon_end,
                milestone_years, legal_bases, status, recorded_by, recorded_at)
                values ('{id1}', 1, 'IMPORTED', 'DANG', 'Kế hoạch', '8', 'version {mark}', '2024-01-01', '2045-12-31', '{}',
                    '{}', 'IN_FORCE', 'test', now());
            insert into indicator (id, plan_id, unit_code, responsible_unit_code, row_key, position, number, name,
                indicator_group, measure_unit, canonical_code, canonical_match, direction, place, outcome, version)
                values ('{id2}', '{id1}', '{unit}', '{unit}.VHXH', 'row', 1, '1', 'indicator {mark}', 'I', '%',
                    (select min(code) from canonical_indicator), 'EXACT', 'HIGHER', 'A7', 'ACCEPTED', 1);
            insert into target (id, indicator_id, raw, kind, comparator, low, unit, soft, year, due_date, confidence,
                provisional, place, valid_from)
                values ('{id3}', '{id2}', 'target {mark}', 'NUMBER', 'GE', 70, '%', false, 2026, '2026-12-31', 'HIGH', false,
                    'A7', '2024-01-01');
            insert into target_conflict (id, indicator_id, due_date, source, first_raw, first_place, second_raw, second_place,
                status, opened_by, opened_at, version)
                values ('{id4}', '{id2}', '2026-12-31', 'PERSON', 'conflict {mark}', 'A7', 'other {mark}', 'A8', 'OPEN',
                    'test', now(), 1);
            insert into baseline (indicator_id, on_date, value, source, stated_by, stated_at, version)
                values ('{id2}', '2024-12-31', 62, 'baseline {mark}', 'test', now(), 1);
            insert into stated_path (indicator_id, version, points, source, stated_by, stated_at)
                values ('{id2}', 1, '[]', 'path {mark}', 'test', now());
            insert into grade (id, indicator_id, as_of, status, regressing, at_risk, provisional, value, inputs,
                explanation_vi, explanation_en, policy_version, graded_at, version)
                values ('{id5}', '{id2}', '2026-09-30', 'ON_TRACK', false, false, false, 72, '{}', 'grade {mark}',
                    'grade {mark}', 1, now(), 1);
            insert into measurement (id, indicator_id, plan_id, unit_code, period, period_start, period_end, numerator,
                denominator, value, as_of, flags, source, status, submitted_by, submitter_subject, submitter_units,
                submitted_at, verified_by, verifier_units, verified_at, revision, version)
                values ('{id6}', '{id2}', '{id1}', '{unit}', '2026-09', '2026-09-01', '2026-09-30', 72, 100, 72, '2026-09-30',
                    '{}', 'figure {mark}', 'VERIFIED', 'test', 'subject', '{"{unit}.VHXH"}', now(), 'test', '{"{unit}"}',
                    now(), 2, 3);
            insert into measurement_history (measurement_id, version, revision, indicator_id, period, period_start,
                period_end, numerator, denominator, value, as_of, flags, source, status, submitted_by, submitter_subject,
                submitter_units, submitted_at, verifier_units)
                values ('{id6}', 2, 1, '{id2}', '2026-09', '2026-09-01', '2026-09-30', 71, 100, 71, '2026-09-30', '{}',
                    'superseded {mark}', 'SUBMITTED', 'test', 'subject', '{"{unit}.VHXH"}', now(), '{}');
            insert into evidence (id, measurement_id, revision, file_name, original_name, media_type, size, sha256,
                uploaded_by, uploaded_at)
                values ('{id7}', '{id6}', 2, 'file.pdf', 'evidence {mark}.pdf', 'application/pdf', 3, 'x', 'test', now());
            insert into evidence_content (evidence_id, content) values ('{id7}', 'content {mark}');
            insert into unit_figure (period, canonical_code, unit_code, province_code, numerator, denominator, value, as_of,
                indicator_id, measurement_id, revision, version, verified_at)
                values ('2026-09', (select min(code) from canonical_indicator), '{unit}', '{province}', 72, 100, 72,
                    '2026-09-30', '{id2}', '{id6}', 2, 3, now());
            insert into province_sum (province_code, canonical_code, period, verified_numerator, verified_denominator,
                verified_units, version, changed_at)
                values ('{province}', (select min(code) from canonical_indicator), '2026-09', 72, 100, 1, 1, now());
            insert into province_expected (province_code, canonical_code, units)
                values ('{province}', (select min(code) from canonical_indicator), 1);
            insert into central_update (update_id, unit_code, canonical_code, period, measurement_id, revision, value, as_of,
                updated_on, note, marked_by, marked_at)
                values ('{id8}', '{unit}', (select min(code) from canonical_indicator), '2026-09', '{id6}', 2, 72,
                    '2026-09-30', '2026-10-01', 'central {mark}', 'test', now());
            insert into period_closure (id, unit_code, period, period_start, period_end, closed_by, closed_at)
                values ('{id9}', '{unit}', '2026-08', '2026-08-01', '2026-08-31', 'closure {mark}', now())
            """;

    private TwoCommunes() {}

    /// Past the triggers, which would derive rows of their own.
    static void set() {
        TestDatabase.shared().truncateAll("canonical_indicator", "grading_policy");
        TestDatabase.shared().executeUnwatched(KINH_MON.write(ROWS), DA_MAI.write(ROWS));
    }
}
