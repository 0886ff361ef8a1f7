-- The rows of each unit are shown to callers of its subtree, whatever a query forgets to ask. Of tasks it is the unit that
-- answers for them, as the filters ask and the indexes hold.
select scope_table('task', 'responsible_unit_code');
select scope_table('task_version', 'responsible_unit_code');
select scope_table('warning', 'responsible_unit_code');
select scope_table('update_month', 'responsible_unit_code');
select scope_table('update_rate', 'responsible_unit_code');
select scope_part('task_history', 'task_id', 'task');
select scope_part('task_decision', 'task_id', 'task');
select scope_part('progress_update', 'task_id', 'task');
select scope_part('submission', 'task_id', 'task');
select scope_part('occurrence', 'task_id', 'task');
select scope_part('extension', 'task_id', 'task');
select scope_part('budget', 'task_id', 'task');
select scope_part('disbursement', 'task_id', 'task');
select scope_part('reminder', 'task_id', 'task');
select scope_part('deliverable', 'task_id', 'task');
select scope_part('deliverable_content', 'deliverable_id', 'deliverable');

select scope_table('inspection', 'unit_code');
select scope_part('inspection_task', 'inspection_id', 'inspection');
select scope_part('inspection_finding', 'inspection_id', 'inspection');
select scope_table('calendar_link', 'unit_code');
select scope_read('calendar_link',
    'by_subject = (select nullif(current_setting(''monitoring.caller'', true), '''')::jsonb ->> ''subject'')',
    'whoever made a link finds it, also once its unit has left his');

-- Whoever answers for a task reads the plan that it stands in: found from his units once a query, not plan by plan.
create function plans_answered_for() returns setof uuid language plpgsql stable parallel safe rows 100 as $$
begin
    return query select t.plan_id from scope_units() as mine (code) join task t on t.responsible_unit_code = mine.code;
end
$$;

select scope_table('plan', 'unit_code');
select scope_read('plan', 'id in (select plans_answered_for())',
    'whoever answers for one of its tasks reads a plan');

-- A window holds for all below the unit that set it.
select scope_table('update_window', 'unit_code');
select scope_read('update_window', 'unit_code in (select scope_above())', 'a window set above holds below');

select scope_exempt('occurrence_day', 'the day until which occurrences were brought up to date');
select scope_exempt('warning_settled', 'ids of tasks, and how far they were judged');
select scope_exempt('warning_sweep', 'how far the judging of warnings is');
