-- What came to this service's own tables since the trail began.
select audit_table('report_correction', '(select o.unit_code from report_obligation o where o.id = r.report_id)');
select audit_table('report_consolidation', '(select o.unit_code from report_obligation o where o.id = r.report_id)');
select audit_table('report_source', '(select o.unit_code from report_obligation o where o.id = r.report_id)');
select audit_table('unit_letterhead');
select audit_table('incident');
select audit_table('incident_entry', '(select i.unit_code from incident i where i.id = r.incident_id)');
-- What citizens wrote is forgotten after a while; the trail, which forgets nothing, keeps only that it was there.
select audit_table('feedback', 'r.unit_code', '{subject,content,look_up_hash}');
select audit_table('feedback_sender', '(select f.unit_code from feedback f where f.id = r.feedback_id)', '{sealed}');
select audit_table('feedback_assignment', 'r.to_unit_code');
select audit_table('feedback_deadline');
select audit_table('survey', 'r.unit_code', '{token}');
select audit_table('ranking_policy');
select audit_table('ranking');
select audit_table('evaluation_sheet');

select audit_exempt('feedback_contact', 'how often a contact sent something today');
select audit_exempt('survey_answer', 'answers of nobody in particular, only added');
select audit_exempt('ranking_row', 'frozen with its ranking, whose digest is audited');
select audit_exempt('update_rate_fact', 'facts as task-service told them, only added to');
