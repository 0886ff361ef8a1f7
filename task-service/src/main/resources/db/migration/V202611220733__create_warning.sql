-- What is wrong with a task, from the day on which it was seen to the day on which it no longer was. Without foreign
-- keys: rows are written in sets beside changes of their tasks, and tasks are never deleted.
create table warning (
    id uuid not null,
    task_id uuid not null,
    plan_id uuid not null,
    unit_code text not null,
    responsible_unit_code text not null,
    kind text not null,
    cause text not null,
    level integer not null,
    months integer not null,
    fields text[] not null,
    since date,
    opened_on date not null,
    escalated_on date,
    closed_on date,
    version bigint not null,
    constraint pk_warning primary key (id),
    constraint ck_warning_kind check (kind in ('LATE', 'INSUFFICIENT_DATA', 'DUE_SOON', 'OVERDUE', 'MISMATCH',
        'MISSING_DEADLINE')),
    constraint ck_warning_level check (level between 1 and 3),
    constraint ck_warning_closed check (closed_on >= opened_on)
);

-- At most one open warning for a cause.
create unique index uq_warning_open on warning (task_id, kind, cause) where closed_on is null;
create index ix_warning_open_unit on warning (responsible_unit_code, opened_on desc, id) where closed_on is null;
create index ix_warning_unit on warning (responsible_unit_code, opened_on desc, id);
create index ix_warning_task_id on warning (task_id, opened_on);
