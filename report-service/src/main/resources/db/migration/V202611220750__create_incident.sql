-- What went wrong in a unit. The clock of the first report runs from the detection, whenever it was registered.
create table incident (
    id uuid not null,
    unit_code text not null,
    field text not null,
    severity text not null,
    title text not null,
    happened text not null,
    position text not null,
    status text not null,
    detected_at timestamptz not null,
    due_at timestamptz not null,
    registered_at timestamptz not null,
    registered_by text not null,
    first_reported_at timestamptz,
    alarmed_at timestamptz,
    cause text,
    remedy text,
    closed_at timestamptz,
    closed_by text,
    entries integer not null,
    version bigint not null,
    constraint pk_incident primary key (id),
    constraint ck_incident_status check (status in ('REGISTERED', 'REPORTED', 'CLOSED')),
    constraint ck_incident_severity check (severity in ('LOW', 'MEDIUM', 'HIGH', 'CRITICAL')),
    constraint ck_incident_reported check ((status = 'REGISTERED') = (first_reported_at is null)),
    constraint ck_incident_closed check ((status = 'CLOSED') = (closed_at is not null)),
    constraint ck_incident_detected check (detected_at <= registered_at)
);

create index ix_incident_list on incident (detected_at desc, id desc);
create index ix_incident_unit_code on incident (unit_code);
create index ix_incident_running on incident (due_at) where first_reported_at is null and alarmed_at is null;

-- What was said of it, in order; rows are only added.
create table incident_entry (
    incident_id uuid not null,
    number integer not null,
    kind text not null,
    text text not null,
    recorded_at timestamptz not null,
    by_username text not null,
    constraint pk_incident_entry primary key (incident_id, number),
    constraint fk_incident_entry_incident foreign key (incident_id) references incident (id),
    constraint ck_incident_entry_kind check (kind in ('FIRST_REPORT', 'UPDATE', 'QUESTION', 'CLOSURE', 'REOPENING'))
);

create trigger tg_incident_entry_kept before update or delete on incident_entry
    for each row execute function refuse_change();
