-- How an office heads and signs its documents where that differs from the standard of its kind. Positions, never persons.
create table unit_letterhead (
    unit_code text not null,
    layout text not null,
    superior text,
    authority text not null,
    symbol text not null,
    place text not null,
    on_behalf_of text,
    position text not null,
    recipients text[] not null,
    changed_at timestamptz not null,
    changed_by text not null,
    version bigint not null,
    constraint pk_unit_letterhead primary key (unit_code, layout),
    constraint ck_unit_letterhead_layout check (layout in ('GOVERNMENT', 'PARTY'))
);
