-- What a trigger keeps of a task has been judged with the task. As it was, but for the words around it.
create or replace function keep_task_version() returns trigger language plpgsql as $$
declare
    moment timestamptz := clock_timestamp();
    scope constant text := scope_as_system();
begin
    if tg_op = 'UPDATE' then
        update task_version set known_to = greatest(moment, known_from)
        where task_id = old.id and known_to = 'infinity'
        returning known_to into moment;
    end if;
    insert into task_version (task_id, known_from, plan_id, unit_code, responsible_unit_code, kind, needs_decision,
        group_name, director_position, status, timing, recurs, deadline, derived_timing, extended_from_due_on, extended_due_on,
        due_on, original_due_on, percent, assigned_on, submitted_on, completed_on, paused_on, dropped_on, update_as_of)
    values (new.id, coalesce(moment, clock_timestamp()), new.plan_id, new.unit_code, new.responsible_unit_code, new.kind,
        new.needs_decision, new.group_name, new.director_position, new.status, new.timing::text,
        new.recurs, new.deadline, new.derived_timing::text, new.extended_from_due_on, new.extended_due_on, new.due_on,
        new.original_due_on, new.percent, new.assigned_on, new.submitted_on, new.completed_on, new.paused_on,
        new.dropped_on, new.update_as_of);
    perform scope_back(scope);
    return null;
end
$$;
