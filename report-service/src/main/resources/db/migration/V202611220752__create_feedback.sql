-- Feedback of citizens (phản ánh, kiến nghị). Who sent it stands apart, sealed; see feedback_sender.
create table feedback (
    id uuid not null,
    source text not null,
    external_reference text,
    look_up_hash text,
    field text not null,
    unit_code text not null,
    assignee_unit_code text not null,
    subject text not null,
    content text,
    received_on date not null,
    due_on date not null,
    status text not null,
    answer text,
    answered_on date,
    answered_at timestamptz,
    answered_by text,
    published boolean not null,
    satisfaction integer,
    closed_on date,
    forgotten_on date,
    registered_at timestamptz not null,
    registered_by text not null,
    version bigint not null,
    constraint pk_feedback primary key (id),
    constraint uq_feedback_reference unique (source, external_reference),
    constraint uq_feedback_look_up unique (look_up_hash),
    constraint ck_feedback_status check (status in ('RECEIVED', 'ASSIGNED', 'ANSWERED', 'CLOSED')),
    constraint ck_feedback_answered check ((answer is null) = (answered_on is null)),
    constraint ck_feedback_published check (not published or answer is not null),
    constraint ck_feedback_satisfaction check (satisfaction between 1 and 5),
    constraint ck_feedback_closed check ((status = 'CLOSED') = (closed_on is not null)),
    constraint ck_feedback_forgotten check (forgotten_on is null or (closed_on is not null and content is null))
);

create index ix_feedback_list on feedback (received_on desc, id desc);
create index ix_feedback_unit on feedback (unit_code);
create index ix_feedback_assignee on feedback (assignee_unit_code, due_on);
create index ix_feedback_to_forget on feedback (closed_on) where forgotten_on is null;
