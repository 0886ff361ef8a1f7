-- Inspections (kiểm tra, giám sát) of a unit: planned, ad hoc or on a theme.
create table inspection (
    id uuid not null,
    unit_code text not null,
    kind text not null,
    title text not null,
    plan_id uuid,
    subject text,
    starts_on date not null,
    ends_on date not null,
    head_position text not null,
    status text not null,
    started_on date,
    conclusion text,
    concluded_on date,
    closed_on date,
    recorded_at timestamptz not null,
    by_username text not null,
    version bigint not null,
    constraint pk_inspection primary key (id),
    constraint fk_inspection_plan foreign key (plan_id) references plan (id),
    constraint ck_inspection_kind check (kind in ('PLANNED', 'AD_HOC', 'THEMATIC')),
    constraint ck_inspection_status check (status in ('PLANNED', 'UNDER_WAY', 'CONCLUDED', 'CLOSED')),
    constraint ck_inspection_days check (ends_on >= starts_on),
    constraint ck_inspection_concluded check ((status in ('CONCLUDED', 'CLOSED')) = (conclusion is not null))
);

create index ix_inspection_unit on inspection (unit_code, starts_on desc, id);

-- The tasks that an inspection looks at.
create table inspection_task (
    inspection_id uuid not null,
    task_id uuid not null,
    constraint pk_inspection_task primary key (inspection_id, task_id),
    constraint fk_inspection_task_inspection foreign key (inspection_id) references inspection (id),
    constraint fk_inspection_task_task foreign key (task_id) references task (id)
);

-- What an inspection found, with the task that puts it right.
create table inspection_finding (
    id uuid not null,
    inspection_id uuid not null,
    number integer not null,
    text text not null,
    about_task_id uuid,
    remedy_task_id uuid not null,
    recorded_on date not null,
    recorded_at timestamptz not null,
    by_username text not null,
    constraint pk_inspection_finding primary key (id),
    constraint uq_inspection_finding_number unique (inspection_id, number),
    constraint uq_inspection_finding_remedy unique (remedy_task_id),
    constraint fk_inspection_finding_inspection foreign key (inspection_id) references inspection (id),
    constraint fk_inspection_finding_about foreign key (about_task_id) references task (id),
    constraint fk_inspection_finding_remedy foreign key (remedy_task_id) references task (id)
);
