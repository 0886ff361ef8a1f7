-- The unit tree; this service is its master. Paths are maintained by the batch import.
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
    agency_identifier text,
    valid_from date,
    valid_to date,
    version bigint not null default 1,
    constraint pk_unit primary key (code),
    constraint fk_unit_parent_code foreign key (parent_code) references unit (code) deferrable initially deferred,
    constraint ck_unit_type check (type in ('PROVINCE', 'COMMUNE_XA', 'COMMUNE_PHUONG', 'COMMUNE_DACKHU', 'AGENCY', 'SUB_UNIT')),
    constraint ck_unit_block check (block in ('DANG', 'CHINH_QUYEN', 'HDND', 'MTTQ')),
    constraint ck_unit_validity check (valid_to is null or valid_from is null or valid_to >= valid_from)
);

create index ix_unit_path on unit using gist (path);
create index ix_unit_parent_code on unit (parent_code);
