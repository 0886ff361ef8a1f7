-- A task of a plan: what the plan prints, and how far its life has come.
create table task (
    id uuid not null,
    plan_id uuid not null,
    unit_code text not null,
    responsible_unit_code text not null,
    parent_id uuid,
    row_key text not null,
    version bigint not null,

    kind text not null,
    position integer not null,
    number text not null,
    group_name text,
    title text,
    work text,
    responsibility text,
    director_position text,
    lead_agencies text[] not null,
    coordinators text[] not null,
    deliverable text,
    timing jsonb not null,
    needs_decision boolean not null,

    lead_set boolean not null default false,
    deadline date,
    derived_timing jsonb,
    status text not null,
    percent integer,
    assigned_on date,
    submitted_on date,
    completed_on date,
    update_as_of date,
    update_status text,
    update_result text,
    update_difficulty text,
    update_next_step text,
    deliverable_count integer not null default 0,
    submission_count integer not null default 0,
    business_date date not null,

    constraint pk_task primary key (id),
    constraint uq_task_plan_id_row_key unique (plan_id, row_key),
    constraint fk_task_plan foreign key (plan_id) references plan (id),
    constraint fk_task_parent foreign key (parent_id) references task (id),
    constraint ck_task_percent check (percent between 0 and 100)
);

create index ix_task_plan_id_position on task (plan_id, position, id);
create index ix_task_responsible_unit_code on task (responsible_unit_code);
create index ix_task_parent_id on task (parent_id) where parent_id is not null;
