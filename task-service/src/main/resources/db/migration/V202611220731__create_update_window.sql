-- The days of a month within which updates are to come in, where a unit or a plan has its own; from a month on.
create table update_window (
    id uuid not null,
    unit_code text not null,
    plan_id uuid,
    valid_from date not null,
    first_day integer not null,
    last_day integer not null,
    recorded_at timestamptz not null,
    by_username text not null,
    constraint pk_update_window primary key (id),
    constraint uq_update_window unique nulls not distinct (unit_code, plan_id, valid_from),
    constraint fk_update_window_plan foreign key (plan_id) references plan (id),
    constraint ck_update_window_month check (extract(day from valid_from) = 1),
    constraint ck_update_window_days check (first_day between 1 and 31 and last_day between 1 and 31)
);
