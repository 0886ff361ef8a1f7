-- Every change of what this service owns is written down. What follows from it, or serves the work only, is not.
select audit_table('task');
select audit_table('progress_update', '(select t.responsible_unit_code from task t where t.id = r.task_id)');
select audit_table('deliverable', '(select t.responsible_unit_code from task t where t.id = r.task_id)');
select audit_table('submission', '(select t.responsible_unit_code from task t where t.id = r.task_id)');
select audit_table('occurrence', '(select t.responsible_unit_code from task t where t.id = r.task_id)');
select audit_table('extension', '(select t.responsible_unit_code from task t where t.id = r.task_id)');
select audit_table('task_decision', '(select t.responsible_unit_code from task t where t.id = r.task_id)');
select audit_table('budget', '(select t.responsible_unit_code from task t where t.id = r.task_id)');
select audit_table('disbursement', '(select t.responsible_unit_code from task t where t.id = r.task_id)');
select audit_table('reminder', '(select t.responsible_unit_code from task t where t.id = r.task_id)');
select audit_table('inspection');
select audit_table('inspection_task', '(select i.unit_code from inspection i where i.id = r.inspection_id)');
select audit_table('inspection_finding', '(select i.unit_code from inspection i where i.id = r.inspection_id)');
select audit_table('update_window');
select audit_table('calendar_link', hidden => '{secret_sha256}', ignored => '{last_used_on}');

select audit_exempt('plan', 'a replica of the plans that indicator-service keeps and audits');
select audit_exempt('task_history', 'the story that is told of a task beside its changes, which are audited');
select audit_exempt('task_version', 'the states that a trigger keeps of task, which is audited');
select audit_exempt('deliverable_content', 'the bytes of deliverable, whose digest is in deliverable, which is audited');
select audit_exempt('occurrence_day', 'the day until which occurrences were brought up to date');
select audit_exempt('update_month', 'judged from tasks and their updates, which are audited');
select audit_exempt('update_rate', 'counted from update_month');
select audit_exempt('warning', 'judged from tasks and their updates, which are audited, and told as events');
select audit_exempt('warning_settled', 'how far the judging of warnings is');
select audit_exempt('warning_sweep', 'how far the judging of warnings is');
