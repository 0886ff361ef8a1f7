-- A fact counts once for a unit, an entry of the catalogue and a period, though it may stand in several of the unit's
-- plans. Kept in the transaction that verifies a figure; numerator is empty for a bare percentage, which adds to nothing.
create table unit_figure (
    period text not null,
    canonical_code text not null,
    unit_code text not null,
    province_code text not null,
    numerator numeric,
    denominator numeric,
    value numeric,
    as_of date not null,
    indicator_id uuid not null,
    measurement_id uuid not null,
    revision integer not null,
    version bigint not null,
    verified_at timestamptz not null,
    constraint pk_unit_figure primary key (period, canonical_code, unit_code)
);

create index ix_unit_figure_province on unit_figure (period, province_code);
create index ix_unit_figure_unit on unit_figure (unit_code, period);
