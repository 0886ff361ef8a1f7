-- The plans as indicator-service tells them.
create table plan (
    id uuid not null,
    unit_code text not null,
    number text,
    title text,
    issued_on date,
    plan_year integer,
    horizon_start date,
    horizon_end date,
    status text,
    version bigint not null,
    constraint pk_plan primary key (id)
);
