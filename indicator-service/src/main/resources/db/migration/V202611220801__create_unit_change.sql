-- What happened to a unit and from which day, appended and never changed. A unit as of a day is what its changes up to that
-- day leave, in the order of effective_on (none first), then of seq. Of ENTERED and CORRECTED all of name, type, agency_type,
-- valid_from and valid_to count, of the others what is not null.
create table unit_change (
    seq bigint generated always as identity,
    unit_code text not null,
    kind text not null,
    effective_on date,
    decision_document text,
    name text,
    type text,
    agency_type text,
    valid_from date,
    valid_to date,
    successor_code text,
    predecessor_code text,
    recorded_by text not null,
    recorded_at timestamptz not null,
    constraint pk_unit_change primary key (seq),
    constraint fk_unit_change_unit_code foreign key (unit_code) references unit (code) deferrable initially deferred,
    constraint ck_unit_change_kind check (kind in ('ENTERED', 'CORRECTED', 'RENAMED', 'RECLASSIFIED', 'MERGED', 'CEASED',
        'TOOK_OVER')),
    constraint ck_unit_change_decided check (kind in ('ENTERED', 'CORRECTED')
        or (effective_on is not null and decision_document is not null))
);

create index ix_unit_change_unit_code on unit_change (unit_code, seq);

insert into unit_change (unit_code, kind, effective_on, name, type, agency_type, valid_from, valid_to, recorded_by, recorded_at)
select code, 'ENTERED', valid_from, name, type, agency_type, valid_from, valid_to, 'migration', now() from unit order by path;

create trigger tr_unit_change_append_only before update or delete on unit_change
    for each row execute function refuse_change();

-- Units with a change of a later day, until that day has come and the unit's row was brought up to date.
create table unit_change_due (
    unit_code text not null,
    due_on date not null,
    constraint pk_unit_change_due primary key (unit_code, due_on),
    constraint fk_unit_change_due_unit_code foreign key (unit_code) references unit (code)
);

create index ix_unit_change_due_due_on on unit_change_due (due_on);
