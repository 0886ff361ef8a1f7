-- Plans and indicators as indicator-service tells them: the newest state of each, for titles, blocks and responsible units.
create table plan (
    id uuid not null,
    unit_code text not null,
    block text,
    number text,
    title text not null,
    status text not null,
    version bigint not null,
    constraint pk_plan primary key (id)
);

create table indicator (
    id uuid not null,
    plan_id uuid not null,
    unit_code text not null,
    responsible_unit_code text not null,
    number text,
    name text not null,
    version bigint not null,
    constraint pk_indicator primary key (id)
);
