create table submission (
    task_id uuid not null,
    number integer not null,
    submitted_on date not null,
    received_at timestamptz not null,
    note text,
    by_subject text not null,
    by_username text not null,
    outcome text,
    decided_at timestamptz,
    decided_by text,
    reason text,
    constraint pk_submission primary key (task_id, number),
    constraint fk_submission_task foreign key (task_id) references task (id),
    constraint ck_submission_outcome check (outcome in ('ACCEPTED', 'RETURNED')),
    constraint ck_submission_decided check ((outcome is null) = (decided_at is null))
);

-- One submission at a time waits for its review.
create unique index uq_submission_pending on submission (task_id) where outcome is null;
