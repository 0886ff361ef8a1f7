-- What an indicator stood for as at a day, also before it was ever graded: from when its plan counted, and which targets held
-- when. A target that is told no longer stays with the days on which it held. Both topics are compacted full state: read from
-- their beginning (a new consumer group) they fill what is new here.
alter table plan
    add column issued_on date,
    add column activated_on date,
    add column superseded_on date;

alter table indicator
    add column event_id text,
    add column group_name text,
    add column measure_unit text,
    add column canonical_code text,
    add column received_at timestamptz not null default clock_timestamp();

create index ix_indicator_unit_code on indicator (unit_code);

create table indicator_target (
    indicator_id uuid not null,
    key text not null,
    year integer,
    due_on date,
    valid_from date,
    valid_to date,
    data jsonb not null,
    constraint pk_indicator_target primary key (indicator_id, key)
);
comment on column indicator_target.valid_to is 'first day on which it no longer held';

-- The latest fact of each indicator and task of a unit, from the index alone.
create index ix_grade_fact_as_at on grade_fact (unit_code, indicator_id, as_of desc, version desc, seq desc);
create index ix_task_fact_as_at on task_fact (unit_code, task_id, version desc) include (business_date, seq);
drop index ix_grade_fact_unit_code;
drop index ix_task_fact_unit_code;

-- Reports refer to facts: a fact that was taken in never changes.
create function refuse_change_of_fact() returns trigger language plpgsql as $$
begin
    raise exception 'a fact never changes: %', tg_table_name using errcode = 'restrict_violation';
end $$;

create trigger tg_grade_fact_kept before update on grade_fact for each row execute function refuse_change_of_fact();
create trigger tg_task_fact_kept before update on task_fact for each row execute function refuse_change_of_fact();

select audit_exempt('indicator_target', 'a replica of the targets that indicator-service keeps and audits');
