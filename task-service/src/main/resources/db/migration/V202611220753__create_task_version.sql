-- What was known of each task when: a row for each version of the fields by which tasks are judged and counted, from the
-- moment it was written until the next one was. Kept by the trigger alone, so that no way of changing a task goes around it.
create table task_version (
    id bigint generated always as identity,
    task_id uuid not null,
    known_from timestamptz not null,
    known_to timestamptz not null default 'infinity',
    plan_id uuid not null,
    unit_code text not null,
    responsible_unit_code text not null,
    kind text not null,
    needs_decision boolean not null,
    group_name text,
    director_position text,
    status text not null,
    timing text not null,
    recurs text,
    deadline date,
    derived_timing text,
    extended_from_due_on date,
    extended_due_on date,
    due_on date,
    original_due_on date,
    percent integer,
    assigned_on date,
    submitted_on date,
    completed_on date,
    paused_on date,
    dropped_on date,
    update_as_of date,
    constraint pk_task_version primary key (id),
    constraint ck_task_version_known check (known_from <= known_to)
);

-- One row of a task holds now.
create unique index uq_task_version_current on task_version (task_id) where known_to = 'infinity';
-- Statistics read the rows of the units below one that held at a moment.
create index ix_task_version_unit on task_version (responsible_unit_code, known_to);

create function keep_task_version() returns trigger language plpgsql as $$
declare
    moment timestamptz := clock_timestamp();
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
    return null;
end
$$;

create trigger task_version_of_new after insert on task
    for each row execute function keep_task_version();

create trigger task_version_of_change after update on task
    for each row
    when ((old.plan_id, old.unit_code, old.responsible_unit_code, old.kind, old.needs_decision, old.group_name,
            old.director_position, old.status, old.timing, old.recurs, old.deadline, old.derived_timing, old.extended_from_due_on,
            old.extended_due_on, old.due_on, old.original_due_on, old.percent, old.assigned_on, old.submitted_on, old.completed_on,
            old.paused_on, old.dropped_on, old.update_as_of)
        is distinct from (new.plan_id, new.unit_code, new.responsible_unit_code, new.kind, new.needs_decision,
            new.group_name, new.director_position, new.status, new.timing, new.recurs, new.deadline, new.derived_timing,
            new.extended_from_due_on, new.extended_due_on, new.due_on, new.original_due_on, new.percent, new.assigned_on,
            new.submitted_on, new.completed_on, new.paused_on, new.dropped_on, new.update_as_of))
    execute function keep_task_version();

-- What was stored before the versions were kept is known from now on.
insert into task_version (task_id, known_from, plan_id, unit_code, responsible_unit_code, kind, needs_decision,
    group_name, director_position, status, timing, recurs, deadline, derived_timing, extended_from_due_on, extended_due_on, due_on,
    original_due_on, percent, assigned_on, submitted_on, completed_on, paused_on, dropped_on, update_as_of)
select id, now(), plan_id, unit_code, responsible_unit_code, kind, needs_decision, group_name, director_position, status,
    timing::text, recurs, deadline, derived_timing::text, extended_from_due_on, extended_due_on, due_on, original_due_on, percent,
    assigned_on, submitted_on, completed_on, paused_on, dropped_on, update_as_of
from task;
