-- Requests for a later due day and what was decided on them; both days are kept.
create table extension (
    task_id uuid not null,
    number integer not null,
    requested_on date not null,
    due_before date not null,
    requested_due_on date not null,
    reason text not null,
    received_at timestamptz not null,
    by_subject text not null,
    by_username text not null,
    outcome text,
    granted_due_on date,
    decided_at timestamptz,
    decided_by text,
    decision_reason text,
    document_number text,
    document_issued_on date,
    document_title text,
    constraint pk_extension primary key (task_id, number),
    constraint fk_extension_task foreign key (task_id) references task (id),
    constraint ck_extension_later check (requested_due_on > due_before),
    constraint ck_extension_outcome check (outcome in ('APPROVED', 'REFUSED')),
    constraint ck_extension_decided check ((outcome is null) = (decided_at is null)),
    constraint ck_extension_granted check ((outcome is not distinct from 'APPROVED') = (granted_due_on is not null)),
    constraint ck_extension_document check (outcome is distinct from 'APPROVED' or document_number is not null)
);

-- One request at a time waits for its decision.
create unique index uq_extension_pending on extension (task_id) where outcome is null;

alter table task add column extension_count integer not null default 0;
