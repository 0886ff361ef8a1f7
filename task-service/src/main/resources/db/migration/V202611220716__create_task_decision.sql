-- Decisions that hold, resume or end a task, with their document; never changed.
create table task_decision (
    task_id uuid not null,
    number integer not null,
    kind text not null,
    effective_on date not null,
    document_number text not null,
    document_issued_on date not null,
    document_title text,
    reason text,
    successor_id uuid,
    recorded_at timestamptz not null,
    by_username text not null,
    constraint pk_task_decision primary key (task_id, number),
    constraint fk_task_decision_task foreign key (task_id) references task (id),
    constraint fk_task_decision_successor foreign key (successor_id) references task (id),
    constraint ck_task_decision_kind check (kind in ('PAUSE', 'RESUME', 'CANCEL', 'SUPERSEDE'))
);
