-- Which figures a person has re-keyed into the central system, which has no interface. Appended, never changed: the newest
-- row of a unit, indicator and period tells the last update. update_id binds what was marked in one go.
create table central_update (
    id bigint generated always as identity,
    update_id uuid not null,
    unit_code text not null,
    canonical_code text not null,
    period text not null,
    measurement_id uuid not null,
    revision integer not null,
    numerator numeric,
    denominator numeric,
    value numeric,
    as_of date not null,
    updated_on date not null,
    note text,
    marked_by text not null,
    marked_at timestamptz not null,
    constraint pk_central_update primary key (id),
    constraint fk_central_update_unit_code foreign key (unit_code) references unit (code),
    constraint fk_central_update_canonical_code foreign key (canonical_code) references canonical_indicator (code),
    constraint fk_central_update_measurement_id foreign key (measurement_id) references measurement (id)
);

create index ix_central_update_figure on central_update (unit_code, canonical_code, period, id desc);
create index ix_central_update_update_id on central_update (update_id);

create trigger tr_central_update_append_only before update or delete on central_update
    for each row execute function refuse_change();
