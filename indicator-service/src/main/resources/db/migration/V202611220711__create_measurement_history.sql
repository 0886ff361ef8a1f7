-- Every state that a measurement went through, appended and never changed. The newest row with status VERIFIED holds the
-- figure that is graded, also while a later revision waits.
create table measurement_history (
    measurement_id uuid not null,
    version bigint not null,
    revision integer not null,
    indicator_id uuid not null,
    period text not null,
    period_start date not null,
    period_end date not null,
    numerator numeric,
    denominator numeric,
    value numeric,
    cumulative boolean,
    as_of date not null,
    flags text[] not null,
    source text,
    note text,
    status text not null,
    submitted_by text not null,
    submitter_units text[] not null,
    submitted_at timestamptz not null,
    verified_by text,
    verifier_units text[] not null,
    verified_at timestamptz,
    reason text,
    recorded_at timestamptz not null default now(),
    constraint pk_measurement_history primary key (measurement_id, version),
    constraint fk_measurement_history_measurement_id foreign key (measurement_id) references measurement (id)
);

create index ix_measurement_history_verified on measurement_history (indicator_id, measurement_id, version desc)
    where status = 'VERIFIED';

create function refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'table % is append-only', tg_table_name;
end
$$;

create trigger tr_measurement_history_append_only before update or delete on measurement_history
    for each row execute function refuse_change();
