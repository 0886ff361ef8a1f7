-- The catalogue to which a plan's own indicators are linked, so that figures of different plans add up.
create table canonical_indicator (
    code text not null,
    name text not null,
    unit text not null,
    direction text not null,
    measure text not null,
    cumulative boolean not null,
    numerator text not null,
    denominator text,
    data_holder text not null,
    roll_up text not null,
    roll_up_note text,
    frequency text not null,
    constraint pk_canonical_indicator primary key (code),
    constraint ck_canonical_indicator_direction check (direction in ('HIGHER', 'LOWER', 'MAINTAIN', 'NEAR')),
    constraint ck_canonical_indicator_measure check (measure in ('STOCK', 'FLOW', 'COUNT')),
    constraint ck_canonical_indicator_roll_up check (roll_up in ('RATIO_OF_SUMS', 'SUM')),
    constraint ck_canonical_indicator_frequency check (frequency in ('MONTH', 'QUARTER', 'HALF_YEAR', 'YEAR', 'SCHOOL_YEAR'))
);
