-- What all units of a province add up to for a canonical indicator and a period.
create table province_sum (
    province_code text not null,
    canonical_code text not null,
    period text not null,
    verified_numerator numeric not null default 0,
    verified_denominator numeric,
    verified_units integer not null default 0,
    version bigint not null,
    changed_at timestamptz not null,
    constraint pk_province_sum primary key (period, canonical_code, province_code)
);
