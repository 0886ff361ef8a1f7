-- One row of a plan's table of indicators. row_key is what a repeated import recognises within the plan.
create table indicator (
    id uuid not null,
    plan_id uuid not null,
    unit_code text not null,
    responsible_unit_code text not null,
    row_key text not null,
    position integer not null,
    number text,
    name text not null,
    indicator_group text,
    measure_unit text,
    lead_agency text,
    lead_unit_codes text[] not null default '{}',
    director_position text,
    chair_position text,
    expected_output text,
    canonical_code text,
    canonical_match text,
    direction text not null,
    place text not null,
    outcome text not null,
    findings jsonb not null default '[]',
    version bigint not null,
    constraint pk_indicator primary key (id),
    constraint fk_indicator_plan_id foreign key (plan_id) references plan (id),
    constraint fk_indicator_unit_code foreign key (unit_code) references unit (code),
    constraint fk_indicator_responsible_unit_code foreign key (responsible_unit_code) references unit (code),
    constraint fk_indicator_canonical_code foreign key (canonical_code) references canonical_indicator (code),
    constraint uq_indicator_row_key unique (plan_id, row_key),
    constraint ck_indicator_canonical_match check (canonical_match in ('EXACT', 'NEAR', 'CONFIRMED')),
    constraint ck_indicator_direction check (direction in ('HIGHER', 'LOWER', 'MAINTAIN', 'NEAR')),
    constraint ck_indicator_outcome check (outcome in ('ACCEPTED', 'FLAGGED', 'NEEDS_DECISION'))
);

create index ix_indicator_responsible_unit_code on indicator (responsible_unit_code);
create index ix_indicator_canonical_code on indicator (canonical_code);
