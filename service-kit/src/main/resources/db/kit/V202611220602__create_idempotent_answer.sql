-- Answers given under an Idempotency-Key, repeated for 24 hours.
create table idempotent_answer (
    owner text not null,
    key text not null,
    fingerprint bytea not null,
    status integer not null,
    location text,
    etag text,
    body text,
    answered_at timestamptz not null default now(),
    constraint pk_idempotent_answer primary key (owner, key)
);

create index ix_idempotent_answer_answered_at on idempotent_answer (answered_at);
