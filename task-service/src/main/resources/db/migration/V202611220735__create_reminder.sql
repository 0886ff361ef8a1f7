-- Đôn đốc: somebody above asks after a task, is heard, and is answered.
create table reminder (
    id uuid not null,
    task_id uuid not null,
    warning_id uuid,
    text text not null,
    explain_by date,
    status text not null,
    issued_on date not null,
    issued_at timestamptz not null,
    issued_by text not null,
    issued_by_units text[] not null,
    acknowledged_at timestamptz,
    acknowledged_by text,
    explanation text,
    explained_on date,
    explained_by text,
    version bigint not null,
    constraint pk_reminder primary key (id),
    constraint fk_reminder_task foreign key (task_id) references task (id),
    constraint fk_reminder_warning foreign key (warning_id) references warning (id),
    constraint ck_reminder_status check (status in ('ISSUED', 'ACKNOWLEDGED', 'EXPLAINED')),
    constraint ck_reminder_acknowledged check ((status = 'ISSUED') = (acknowledged_at is null)),
    constraint ck_reminder_explained check ((status = 'EXPLAINED') = (explanation is not null))
);

create index ix_reminder_task_id on reminder (task_id, issued_at desc);
-- What still waits for the lead: to be acknowledged, or for an explanation that was asked for.
create index ix_reminder_waiting on reminder (task_id)
    where status = 'ISSUED' or (status = 'ACKNOWLEDGED' and explain_by is not null);
