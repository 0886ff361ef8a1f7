-- Every change of what this service owns is written down. What follows from it, or serves the work only, is not.
select audit_table('report_regime', 'r.receiver_unit_code');
select audit_table('report_obligation');
select audit_table('report', '(select o.unit_code from report_obligation o where o.id = r.id)');
select audit_table('report_section', '(select o.unit_code from report_obligation o where o.id = r.report_id)');
select audit_table('report_review', '(select o.unit_code from report_obligation o where o.id = r.report_id)');

select audit_exempt('plan', 'a replica of the plans that indicator-service keeps and audits');
select audit_exempt('indicator', 'a replica of the indicators that indicator-service keeps and audits');
select audit_exempt('grade_fact', 'facts as indicator-service told them, only added to');
select audit_exempt('task_fact', 'facts as task-service told them, only added to');
select audit_exempt('report_figure', 'frozen copies of facts, which never change');
select audit_exempt('report_section_revision', 'the earlier texts of report_section, which is audited');
