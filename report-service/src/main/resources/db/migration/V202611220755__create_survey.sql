-- A question on how satisfied people are with a unit's service, answered by whoever has the link.
create table survey (
    id uuid not null,
    unit_code text not null,
    field text not null,
    period text not null,
    question text not null,
    satisfied_from integer not null,
    token text not null,
    status text not null,
    opened_at timestamptz not null,
    opened_by text not null,
    closed_at timestamptz,
    closed_by text,
    version bigint not null,
    constraint pk_survey primary key (id),
    constraint uq_survey_token unique (token),
    constraint ck_survey_status check ((status = 'OPEN') = (closed_at is null) and status in ('OPEN', 'CLOSED')),
    constraint ck_survey_satisfied_from check (satisfied_from between 2 and 5)
);

create index ix_survey_list on survey (opened_at desc, id desc);
create index ix_survey_unit_code on survey (unit_code, period);

-- One answer for each cast, with no trace of who gave it.
create table survey_answer (
    survey_id uuid not null,
    nonce uuid not null,
    score integer not null,
    answered_at timestamptz not null,
    constraint pk_survey_answer primary key (survey_id, nonce),
    constraint fk_survey_answer_survey foreign key (survey_id) references survey (id),
    constraint ck_survey_answer_score check (score between 1 and 5)
);

create index ix_survey_answer_at on survey_answer (survey_id, answered_at);

create trigger tg_survey_answer_kept before update or delete on survey_answer
    for each row execute function refuse_change();
