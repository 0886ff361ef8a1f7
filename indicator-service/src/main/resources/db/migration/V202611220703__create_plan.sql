-- A plan as issued by a unit. identity_key is its number in one spelling, else its title: what a repeated import recognises.
create table plan (
    id uuid not null,
    unit_code text not null,
    block text not null,
    doc_type text not null,
    number text,
    identity_key text not null,
    title text not null,
    issuer text,
    issued_on date,
    plan_year integer,
    horizon_start integer not null,
    horizon_end integer not null,
    milestone_years integer[] not null default '{}',
    legal_bases text[] not null default '{}',
    supersedes_number text,
    superseded_by uuid,
    status text not null,
    imported_at timestamptz not null,
    version bigint not null,
    constraint pk_plan primary key (id),
    constraint fk_plan_unit_code foreign key (unit_code) references unit (code),
    constraint fk_plan_superseded_by foreign key (superseded_by) references plan (id),
    constraint uq_plan_identity unique (unit_code, identity_key),
    constraint ck_plan_block check (block in ('DANG', 'CHINH_QUYEN', 'HDND', 'MTTQ')),
    constraint ck_plan_status check (status in ('DRAFT', 'IN_FORCE', 'SUPERSEDED', 'EXPIRED')),
    constraint ck_plan_horizon check (horizon_start <= horizon_end)
);

create index ix_plan_unit_code on plan (unit_code);
