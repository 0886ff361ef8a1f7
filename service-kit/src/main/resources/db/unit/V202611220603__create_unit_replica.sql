-- The unit tree as indicator-service tells it.
create extension if not exists ltree;

create table unit (
    code text not null,
    parent_code text,
    path ltree not null,
    type text not null,
    name text not null,
    agency_type text,
    block text,
    aliases text[] not null default '{}',
    valid_from date,
    valid_to date,
    version bigint not null,
    constraint pk_unit primary key (code)
);

create index ix_unit_path on unit using gist (path);
create index ix_unit_parent_code on unit (parent_code);
