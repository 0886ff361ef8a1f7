-- Every grade and every state of a task that was ever told, by business time. Rows are only added: what was known as at a
-- cut-off stays a query. `seq` is the order of arrival, which for one indicator or task is the order of telling.
create table grade_fact (
    seq bigint generated always as identity,
    event_id text not null,
    indicator_id uuid not null,
    plan_id uuid not null,
    unit_code text not null,
    responsible_unit_code text,
    as_of date not null,
    version bigint not null,
    received_at timestamptz not null default clock_timestamp(),
    data jsonb not null,
    constraint pk_grade_fact primary key (seq),
    constraint uq_grade_fact_event_id unique (event_id),
    constraint uq_grade_fact_version unique (indicator_id, as_of, version)
);

create index ix_grade_fact_latest on grade_fact (indicator_id, as_of desc, version desc, seq desc);
create index ix_grade_fact_unit_code on grade_fact (unit_code);

create table task_fact (
    seq bigint generated always as identity,
    event_id text not null,
    task_id uuid not null,
    plan_id uuid not null,
    unit_code text not null,
    responsible_unit_code text,
    business_date date not null,
    version bigint not null,
    received_at timestamptz not null default clock_timestamp(),
    data jsonb not null,
    constraint pk_task_fact primary key (seq),
    constraint uq_task_fact_event_id unique (event_id),
    constraint uq_task_fact_version unique (task_id, version)
);

create index ix_task_fact_latest on task_fact (task_id, version desc);
create index ix_task_fact_unit_code on task_fact (unit_code);
