-- The deadline in columns, kept by the task itself, so that lists and evaluations read no JSON; and what holds or ends
-- a task before it is done.
alter table task
    add column timing_kind text not null default 'MISSING',
    add column recurs text,
    add column starts_on date,
    add column ends_on date,
    add column due_from date,
    add column due_on date,
    add column original_due_on date,
    add column extended_due_on date,
    add column paused_from text,
    add column paused_on date,
    add column dropped_on date,
    add constraint ck_task_status check (status in ('DRAFT', 'ASSIGNED', 'ACCEPTED', 'IN_PROGRESS', 'SUBMITTED',
        'RETURNED', 'COMPLETED', 'PAUSED', 'CANCELLED', 'SUPERSEDED')),
    add constraint ck_task_paused check ((status = 'PAUSED') = (paused_from is not null and paused_on is not null)
        or kind = 'PARENT');

-- What was imported before: its one day; the periods of what recurs follow at the first turn of the day.
update task set
    timing_kind = case when deadline is not null then 'DATE'
        else coalesce(case when timing ->> 'kind' in ('MISSING', 'UNREADABLE') then derived_timing ->> 'kind' end,
            timing ->> 'kind') end,
    recurs = case timing ->> 'kind' when 'RECURRING_MONTH' then 'MONTHLY' when 'RECURRING_QUARTER' then 'QUARTERLY'
        when 'RECURRING_HALF_YEAR' then 'HALF_YEARLY' when 'RECURRING_YEAR' then 'YEARLY'
        when 'CONTINUOUS' then coalesce(timing ->> 'report', 'MONTHLY') end,
    starts_on = (timing ->> 'start')::date,
    ends_on = (timing ->> 'end')::date,
    due_on = coalesce(deadline, (timing ->> 'due')::date, (derived_timing ->> 'due')::date,
        case when timing ->> 'kind' = 'PHASED' then (timing ->> 'end')::date end);

update task set
    original_due_on = due_on,
    due_from = case
        when timing_kind in ('YEAR', 'BEFORE_YEAR', 'EXTERNAL_SCHEDULE') then date_trunc('year', due_on)::date
        when timing_kind in ('QUARTER', 'BEFORE_QUARTER') then date_trunc('quarter', due_on)::date
        when timing_kind in ('MONTH', 'BEFORE_MONTH') then date_trunc('month', due_on)::date
        else coalesce(starts_on, due_on) end
where due_on is not null;

create index ix_task_due_on on task (due_on)
    where due_on is not null and status not in ('COMPLETED', 'CANCELLED', 'SUPERSEDED');
