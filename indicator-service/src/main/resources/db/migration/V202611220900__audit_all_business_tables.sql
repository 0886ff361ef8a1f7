-- Every change of what this service owns is written down. What follows from it, or serves the work only, is not.
select audit_table('unit', 'r.code');
select audit_table('unit_change');
select audit_table('canonical_indicator');
select audit_table('plan');
select audit_table('indicator');
select audit_table('target', '(select i.responsible_unit_code from indicator i where i.id = r.indicator_id)');
select audit_table('target_conflict', '(select i.responsible_unit_code from indicator i where i.id = r.indicator_id)');
select audit_table('baseline', '(select i.responsible_unit_code from indicator i where i.id = r.indicator_id)');
select audit_table('stated_path', '(select i.responsible_unit_code from indicator i where i.id = r.indicator_id)');
select audit_table('measurement');
select audit_table('evidence', '(select m.unit_code from measurement m where m.id = r.measurement_id)');
select audit_table('period_closure');
select audit_table('grading_policy');
select audit_table('central_update');

select audit_exempt('plan_version', 'a copy of each version of plan, which is audited');
select audit_exempt('measurement_history', 'the states that a trigger keeps of measurement, which is audited');
select audit_exempt('evidence_content', 'the bytes of evidence, whose digest is in evidence, which is audited');
select audit_exempt('unit_change_due', 'days on which a change of a unit takes effect; derived from unit_change');
select audit_exempt('grade', 'computed from figures, targets and policy, which are audited; keeps what it was computed from');
select audit_exempt('grading_due', 'marks of what is to be graded');
select audit_exempt('grading_state', 'how far grading is');
select audit_exempt('grading_sweep', 'how far grading is');
select audit_exempt('unit_figure', 'derived from measurement by a trigger');
select audit_exempt('province_sum', 'derived from measurement by a trigger');
select audit_exempt('province_expected', 'counted from indicator by a trigger');
