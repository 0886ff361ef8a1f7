-- Valid monthly updates as task-service told them, by lead unit, plan and month. Rows are only added; the highest version
-- of one lead, plan and month holds.
create table update_rate_fact (
    seq bigint generated always as identity,
    event_id text not null,
    unit_code text not null,
    plan_id uuid not null,
    month date not null,
    expected integer not null,
    valid integer not null,
    insufficient integer not null,
    version bigint not null,
    received_at timestamptz not null default clock_timestamp(),
    constraint pk_update_rate_fact primary key (seq),
    constraint uq_update_rate_fact_version unique (unit_code, month, plan_id, version),
    constraint ck_update_rate_fact check (valid >= 0 and insufficient >= 0 and valid + insufficient <= expected)
);
