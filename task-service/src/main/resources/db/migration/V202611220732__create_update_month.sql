-- How a task stood when the window of a month closed; never changed, whatever comes in later.
create table update_month (
    task_id uuid not null,
    month date not null,
    plan_id uuid not null,
    responsible_unit_code text not null,
    opens_on date not null,
    closes_on date not null,
    outcome text not null,
    missing text[] not null default '{}',
    running integer not null,
    constraint pk_update_month primary key (task_id, month),
    constraint ck_update_month_outcome check (outcome in ('VALID', 'LATE', 'INSUFFICIENT_DATA')),
    constraint ck_update_month_running check ((outcome = 'VALID') = (running = 0))
);

-- Their sums, kept with them.
create table update_rate (
    month date not null,
    plan_id uuid not null,
    responsible_unit_code text not null,
    expected integer not null,
    valid integer not null,
    insufficient integer not null,
    constraint pk_update_rate primary key (month, plan_id, responsible_unit_code),
    constraint ck_update_rate check (valid + insufficient <= expected)
);

create index ix_update_rate_unit on update_rate (responsible_unit_code, month);
