-- The targets of the access matrix: all belong to commune 10675 and carry the word "Hoa Sen" where only who sees them may read it;
-- but for one indicator of its agency, by which that agency may read the plan. Ids end in the numbers that IndicatorStage names.
insert into unit_change (unit_code, kind, name, type, recorded_by, recorded_at)
values ('10675', 'ENTERED', 'Phường Hoa Sen', 'COMMUNE_PHUONG', 'stage', '2026-01-01');

insert into plan (id, unit_code, block, doc_type, number, identity_key, title, issued_on, horizon_start, horizon_end, status,
    imported_at, version, activated_on, superseded_on, superseded_by)
values
    ('00000000-0000-4000-8000-000000000001', '10675', 'DANG', 'Kế hoạch', '08-KH/ĐU', 'number:8-kh-đu', 'Kế hoạch Hoa Sen',
        '2025-09-08', '2025-01-01', '2045-12-31', 'IN_FORCE', '2026-01-01', 1, '2025-09-08', null, null),
    ('00000000-0000-4000-8000-000000000002', '10675', 'CHINH_QUYEN', 'Kế hoạch', '20/KH-UBND', 'number:20-kh-ubnd', 'Dự thảo Hoa Sen',
        '2026-03-01', '2026-01-01', '2030-12-31', 'DRAFT', '2026-01-01', 1, null, null, null),
    ('00000000-0000-4000-8000-000000000003', '10675', 'CHINH_QUYEN', 'Kế hoạch', '21/KH-UBND', 'number:21-kh-ubnd', 'Kế hoạch sau Hoa Sen',
        '2026-03-01', '2026-01-01', '2030-12-31', 'IN_FORCE', '2026-01-01', 1, '2026-03-01', null, null),
    ('00000000-0000-4000-8000-000000000004', '10675', 'DANG', 'Kế hoạch', '01-KH/ĐU', 'number:1-kh-đu', 'Kế hoạch cũ Hoa Sen',
        '2025-01-08', '2025-01-01', '2045-12-31', 'SUPERSEDED', '2026-01-01', 2, '2025-01-08', '2025-09-08',
        '00000000-0000-4000-8000-000000000001');

insert into plan_version (plan_id, version, cause, block, doc_type, number, title, issued_on, horizon_start, horizon_end,
    milestone_years, legal_bases, status, recorded_by, recorded_at)
select id, version, 'IMPORTED', block, doc_type, number, title, issued_on, horizon_start, horizon_end, '{2030}', '{}', status,
    'stage', imported_at from plan;

insert into indicator (id, plan_id, unit_code, responsible_unit_code, row_key, position, number, name, indicator_group,
    measure_unit, canonical_code, canonical_match, direction, place, outcome, version)
values
    ('00000000-0000-4000-8000-000000000011', '00000000-0000-4000-8000-000000000001', '10675', '10675', 'a', 1, '1',
        'Tỷ lệ hồ sơ Hoa Sen trực tuyến', 'I. Hạ tầng', '%', 'CQ.HOSO_TT', 'EXACT', 'HIGHER', 'Chỉ tiêu!A7', 'ACCEPTED', 1),
    ('00000000-0000-4000-8000-000000000012', '00000000-0000-4000-8000-000000000001', '10675', '10675.VHXH', 'b', 2, '2',
        'Chỉ tiêu của phòng', 'I. Hạ tầng', '%', null, null, 'HIGHER', 'Chỉ tiêu!A8', 'ACCEPTED', 1),
    ('00000000-0000-4000-8000-000000000013', '00000000-0000-4000-8000-000000000002', '10675', '10675', 'a', 1, '1',
        'Tỷ lệ dự thảo Hoa Sen', null, '%', null, null, 'HIGHER', 'Chỉ tiêu!A7', 'ACCEPTED', 1),
    ('00000000-0000-4000-8000-000000000014', '00000000-0000-4000-8000-000000000001', '10675', '10675', 'c', 3, '3',
        'Tỷ lệ khác Hoa Sen', 'I. Hạ tầng', '%', null, null, 'HIGHER', 'Chỉ tiêu!A9', 'ACCEPTED', 1);

insert into target (id, indicator_id, raw, kind, comparator, low, unit, soft, year, due_date, flags, confidence, provisional,
    place, valid_from, valid_to, superseded_by)
values
    ('00000000-0000-4000-8000-000000000021', '00000000-0000-4000-8000-000000000011', '≥ 80%', 'NUMBER', 'GE', 80, '%', false, 2026,
        '2026-12-31', '{}', 'HIGH', false, 'Chỉ tiêu!D7', '2026-01-01', null, null),
    ('00000000-0000-4000-8000-000000000022', '00000000-0000-4000-8000-000000000011', '90)', 'NUMBER', 'GE', 90, '%', false, 2030,
        '2030-12-31', '{STRAY_CHAR}', 'LOW', true, 'Chỉ tiêu!E7', '2025-09-08', null, null),
    ('00000000-0000-4000-8000-000000000023', '00000000-0000-4000-8000-000000000011', '≥ 78%', 'NUMBER', 'GE', 78, '%', false, 2026,
        '2026-12-31', '{}', 'HIGH', false, 'Chỉ tiêu!D7', '2025-09-08', '2026-01-01', '00000000-0000-4000-8000-000000000021'),
    ('00000000-0000-4000-8000-000000000024', '00000000-0000-4000-8000-000000000011', '≥ 85%', 'NUMBER', 'GE', 85, '%', false, 2028,
        '2028-12-31', '{VALUE_CONFLICT}', 'HIGH', true, 'Chỉ tiêu!E8', '2025-09-08', null, null),
    ('00000000-0000-4000-8000-000000000025', '00000000-0000-4000-8000-000000000012', '≥ 50%', 'NUMBER', 'GE', 50, '%', false, 2026,
        '2026-12-31', '{}', 'HIGH', false, 'Chỉ tiêu!D8', '2025-09-08', null, null);

insert into target_conflict (id, indicator_id, due_date, source, first_raw, first_place, second_raw, second_place, status,
    opened_by, opened_at, choice, chosen_raw, decision_document, decided_by, decided_at, version)
values
    ('00000000-0000-4000-8000-000000000031', '00000000-0000-4000-8000-000000000011', '2028-12-31', 'PERSON', '≥ 85%', 'Chỉ tiêu!E8',
        '≥ 88%', 'Hoa Sen, mục III', 'OPEN', 'stage', '2026-01-01', null, null, null, null, null, 0),
    ('00000000-0000-4000-8000-000000000032', '00000000-0000-4000-8000-000000000011', '2027-12-31', 'PERSON', '≥ 82%', 'Chỉ tiêu!E8',
        '≥ 83%', 'Hoa Sen, mục IV', 'DECIDED', 'stage', '2026-01-01', 'A', '≥ 82%', 'Thông báo 15-TB/ĐU', 'stage', '2026-02-01', 1);

insert into baseline (indicator_id, on_date, value, source, stated_by, stated_at, version)
values ('00000000-0000-4000-8000-000000000011', '2024-12-31', 62, 'Báo cáo Hoa Sen', 'stage', '2026-01-01', 1);

insert into measurement (id, indicator_id, plan_id, unit_code, period, period_start, period_end, numerator, denominator, value,
    cumulative, as_of, source, note, status, submitted_by, submitter_subject, submitter_units, submitted_at, revision, version)
values
    ('00000000-0000-4000-8000-000000000041', '00000000-0000-4000-8000-000000000011', '00000000-0000-4000-8000-000000000001', '10675',
        '2026-Q3', '2026-07-01', '2026-09-30', 7213057, 9000001, 80.15, false, '2026-09-30', 'Báo cáo Hoa Sen', null, 'SUBMITTED',
        'reporter', 'subject-of-reporter', '{10675.HCC}', '2026-10-01', 1, 0),
    ('00000000-0000-4000-8000-000000000042', '00000000-0000-4000-8000-000000000011', '00000000-0000-4000-8000-000000000001', '10675',
        '2026-Q2', '2026-04-01', '2026-06-30', 712, 1000, 71.2, false, '2026-06-30', 'Báo cáo Hoa Sen', null, 'SUBMITTED',
        'reporter', 'subject-of-reporter', '{10675.HCC}', '2026-07-01', 1, 0),
    ('00000000-0000-4000-8000-000000000043', '00000000-0000-4000-8000-000000000011', '00000000-0000-4000-8000-000000000001', '10675',
        '2026-Q1', '2026-01-01', '2026-03-31', 700, 1000, 70, false, '2026-03-31', 'Báo cáo Hoa Sen', null, 'SUBMITTED',
        'caller', 'subject-of-caller', '{10675}', '2026-04-01', 1, 0),
    ('00000000-0000-4000-8000-000000000044', '00000000-0000-4000-8000-000000000011', '00000000-0000-4000-8000-000000000001', '10675',
        '2025-Q4', '2025-10-01', '2025-12-31', 690, 1000, 69, false, '2025-12-31', 'Báo cáo Hoa Sen', null, 'SUBMITTED',
        'reporter', 'subject-of-reporter', '{10675.HCC}', '2026-01-01', 1, 0);

update measurement set status = 'VERIFIED', verified_by = 'standing', verifier_units = '{10675}', verified_at = '2026-10-02', version = 1
where id = '00000000-0000-4000-8000-000000000041';

insert into evidence (id, measurement_id, revision, file_name, original_name, media_type, size, sha256, uploaded_by, uploaded_at)
values
    ('00000000-0000-4000-8000-000000000051', '00000000-0000-4000-8000-000000000042', 1, '51.pdf', 'Hoa Sen.pdf', 'application/pdf', 7,
        'a1', 'reporter', '2026-07-01'),
    ('00000000-0000-4000-8000-000000000052', '00000000-0000-4000-8000-000000000041', 1, '52.pdf', 'Hoa Sen.pdf', 'application/pdf', 7,
        'a1', 'reporter', '2026-10-01'),
    ('00000000-0000-4000-8000-000000000053', '00000000-0000-4000-8000-000000000044', 1, '53.pdf', 'Hoa Sen.pdf', 'application/pdf', 7,
        'a1', 'reporter', '2026-01-01');
insert into evidence_content (evidence_id, content) select id, convert_to('Hoa Sen', 'UTF8') from evidence;

insert into period_closure (id, unit_code, period, period_start, period_end, closed_by, closed_at)
values ('00000000-0000-4000-8000-000000000055', '10675', '2025-Q4', '2025-10-01', '2025-12-31', 'Hoa Sen', '2026-02-01');

insert into grade (id, indicator_id, as_of, status, regressing, at_risk, provisional, inputs, explanation_vi, explanation_en,
    policy_version, graded_at, version)
values ('00000000-0000-4000-8000-000000000061', '00000000-0000-4000-8000-000000000011', '2026-09-30', 'ON_TRACK', false, false, false,
    '{}', 'Hoa Sen đúng lộ trình', 'On track', 1, '2026-10-02', 1);

insert into central_update (update_id, unit_code, canonical_code, period, measurement_id, revision, as_of, updated_on, note, marked_by,
    marked_at)
values ('00000000-0000-4000-8000-000000000071', '10675', 'CQ.HOSO_TT', '2026-Q3', '00000000-0000-4000-8000-000000000041', 1,
    '2026-09-30', '2026-10-05', 'Nhập Hoa Sen', 'standing', '2026-10-05');

-- Of a commune to which no caller belongs: what a request about 10675 may not reach by naming it.
insert into unit (code, parent_code, path, type, name) values ('07229', '24', '24.07229', 'COMMUNE_PHUONG', 'Phường khác');
insert into plan (id, unit_code, block, doc_type, number, identity_key, title, issued_on, horizon_start, horizon_end, status,
    imported_at, version, activated_on)
values ('00000000-0000-4000-8000-000000000005', '07229', 'DANG', 'Kế hoạch', '09-KH/ĐU', 'number:9-kh-đu', 'Kế hoạch khác',
    '2025-09-08', '2025-01-01', '2045-12-31', 'IN_FORCE', '2026-01-01', 1, '2025-09-08');
insert into indicator (id, plan_id, unit_code, responsible_unit_code, row_key, position, number, name, measure_unit, canonical_code,
    canonical_match, direction, place, outcome, version)
values ('00000000-0000-4000-8000-000000000015', '00000000-0000-4000-8000-000000000005', '07229', '07229', 'a', 1, '1',
    'Tỷ lệ hồ sơ', '%', 'CQ.HOSO_TT', 'EXACT', 'HIGHER', 'Chỉ tiêu!A7', 'ACCEPTED', 1);
insert into measurement (id, indicator_id, plan_id, unit_code, period, period_start, period_end, numerator, denominator, value,
    cumulative, as_of, status, submitted_by, submitter_subject, submitter_units, submitted_at, revision, version)
values ('00000000-0000-4000-8000-000000000045', '00000000-0000-4000-8000-000000000015', '00000000-0000-4000-8000-000000000005',
    '07229', '2026-Q3', '2026-07-01', '2026-09-30', 5, 8, 62.5, false, '2026-09-30', 'SUBMITTED', 'reporter', 'subject-of-reporter',
    '{07229}', '2026-10-01', 1, 0);
update measurement set status = 'VERIFIED', verified_by = 'standing', verifier_units = '{07229}', verified_at = '2026-10-02', version = 1
where id = '00000000-0000-4000-8000-000000000045';

-- Nothing is left to be graded, so that grading does not go on behind the requests.
delete from grading_due;
insert into grading_sweep (day, policy_version) values ('2026-10-20', 1);
