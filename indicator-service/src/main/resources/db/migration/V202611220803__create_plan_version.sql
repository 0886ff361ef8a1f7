-- What a plan said of itself in each of its versions, when and why: appended and never changed.
create table plan_version (
    plan_id uuid not null,
    version bigint not null,
    cause text not null,
    block text not null,
    doc_type text not null,
    number text,
    title text not null,
    issuer text,
    issued_on date,
    plan_year integer,
    horizon_start date not null,
    horizon_end date not null,
    milestone_years integer[] not null,
    legal_bases text[] not null,
    supersedes_number text,
    superseded_by uuid,
    superseded_on date,
    parent_plan_id uuid,
    parent_number text,
    status text not null,
    activated_on date,
    decision_document text,
    recorded_by text not null,
    recorded_at timestamptz not null,
    constraint pk_plan_version primary key (plan_id, version),
    constraint fk_plan_version_plan_id foreign key (plan_id) references plan (id),
    constraint ck_plan_version_cause check (cause in ('IMPORTED', 'ACTIVATED', 'CORRECTED', 'SUPERSEDED', 'EXPIRED',
        'UNIT_CEASED', 'LINKED'))
);

insert into plan_version (plan_id, version, cause, block, doc_type, number, title, issuer, issued_on, plan_year, horizon_start,
    horizon_end, milestone_years, legal_bases, supersedes_number, superseded_by, superseded_on, parent_plan_id, parent_number,
    status, activated_on, decision_document, recorded_by, recorded_at)
select id, version, 'IMPORTED', block, doc_type, number, title, issuer, issued_on, plan_year, horizon_start, horizon_end,
    milestone_years, legal_bases, supersedes_number, superseded_by, superseded_on, parent_plan_id, parent_number, status,
    activated_on, null, 'migration', imported_at from plan;

create trigger tr_plan_version_append_only before update or delete on plan_version
    for each row execute function refuse_change();
