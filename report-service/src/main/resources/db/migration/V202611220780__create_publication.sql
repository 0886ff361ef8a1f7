-- What may be seen by everybody: the chosen fields of one kind of data about a unit and a period, decided by a person, copied at that
-- moment. The public reads the copy and nothing else. Publishing again replaces; what was public stays in the register.
create table publication (
    id uuid not null,
    kind text not null,
    unit_code text not null,
    period text not null,
    as_at date not null,
    fields text[] not null,
    decision text not null,
    licence text not null,
    public_from timestamptz not null,
    decided_by text not null,
    decided_at timestamptz not null,
    withdrawn_by text,
    withdrawn_at timestamptz,
    withdrawal_reason text,
    row_count integer not null,
    version bigint not null,
    constraint pk_publication primary key (id),
    constraint ck_publication_fields check (cardinality(fields) > 0),
    constraint ck_publication_withdrawn check ((withdrawn_at is null) = (withdrawal_reason is null))
);

create unique index uq_publication_current on publication (kind, unit_code, period) where withdrawn_at is null;
create index ix_publication_unit_code on publication (unit_code, id);

create table publication_row (
    publication_id uuid not null,
    position integer not null,
    data jsonb not null,
    constraint pk_publication_row primary key (publication_id, position),
    constraint fk_publication_row_publication foreign key (publication_id) references publication (id)
);

-- What was public is not altered afterwards.
create function refuse_change_of_publication_row() returns trigger language plpgsql as $$
begin
    raise exception 'rows of a publication never change';
end $$;

create trigger tr_publication_row_immutable before update or delete on publication_row
    for each row execute function refuse_change_of_publication_row();

select audit_table('publication');
select audit_exempt('publication_row', 'copies made when a publication is decided, which never change');
