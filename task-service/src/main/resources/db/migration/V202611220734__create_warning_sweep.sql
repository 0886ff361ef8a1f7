-- The last day for which all tasks were judged; one row.
create table warning_sweep (
    id boolean not null default true,
    day date not null,
    finished_at timestamptz not null,
    constraint pk_warning_sweep primary key (id),
    constraint ck_warning_sweep_id check (id)
);

-- Tasks that were judged for themselves beyond that day, because they changed before all were judged.
create table warning_settled (
    task_id uuid not null,
    through date not null,
    constraint pk_warning_settled primary key (task_id)
);
