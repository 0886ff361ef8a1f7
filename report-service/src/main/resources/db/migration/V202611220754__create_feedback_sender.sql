-- Who sent a feedback: personal data, sealed (AES-256-GCM, see kit.security.Sealed), deleted some months after the closure.
create table feedback_sender (
    feedback_id uuid not null,
    sealed text not null,
    constraint pk_feedback_sender primary key (feedback_id),
    constraint fk_feedback_sender_feedback foreign key (feedback_id) references feedback (id)
);

-- Each reading of a sender's data (Decree 356/2025/NĐ-CP); rows are only added and outlive the data.
create table feedback_access (
    id bigint generated always as identity,
    feedback_id uuid not null,
    read_at timestamptz not null,
    subject text not null,
    by_username text not null,
    purpose text not null,
    constraint pk_feedback_access primary key (id),
    constraint fk_feedback_access_feedback foreign key (feedback_id) references feedback (id)
);

create index ix_feedback_access_feedback on feedback_access (feedback_id, id);

create trigger tg_feedback_access_kept before update or delete on feedback_access
    for each row execute function refuse_change();

-- Which unit passed it to which; rows are only added.
create table feedback_assignment (
    feedback_id uuid not null,
    number integer not null,
    from_unit_code text not null,
    to_unit_code text not null,
    reason text not null,
    assigned_at timestamptz not null,
    assigned_by text not null,
    constraint pk_feedback_assignment primary key (feedback_id, number),
    constraint fk_feedback_assignment_feedback foreign key (feedback_id) references feedback (id)
);

create trigger tg_feedback_assignment_kept before update or delete on feedback_assignment
    for each row execute function refuse_change();

-- Working days for an answer, by field, as a unit set them.
create table feedback_deadline (
    unit_code text not null,
    field text not null,
    working_days integer not null,
    set_at timestamptz not null,
    set_by text not null,
    constraint pk_feedback_deadline primary key (unit_code, field),
    constraint ck_feedback_deadline check (working_days between 1 and 250)
);

-- How often a contact has sent something today: a keyed hash of the contact, forgotten the next day.
create table feedback_contact (
    contact_hash text not null,
    day date not null,
    sent integer not null,
    constraint pk_feedback_contact primary key (contact_hash, day)
);
