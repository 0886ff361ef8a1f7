-- What is to be told, written with the feed's entry: the message once, a delivery for each endpoint that wants it, an attempt for
-- each time it was tried. A message of a unit that is not known yet is not placed: it finds its endpoints when the unit is.
create table webhook_message (
    id text not null,
    type text not null,
    unit_code text not null,
    body text not null,
    placed boolean not null,
    appended_at timestamptz not null,
    constraint pk_webhook_message primary key (id)
);

create index ix_webhook_message_unplaced on webhook_message (appended_at) where not placed;
create index ix_webhook_message_appended_at on webhook_message using brin (appended_at);

create table webhook_delivery (
    id bigint generated always as identity,
    webhook_id uuid not null,
    message_id text not null,
    status text not null,
    attempts integer not null default 0,
    tries integer not null default 0,
    created_at timestamptz not null,
    queued_at timestamptz not null,
    next_attempt_at timestamptz not null,
    ended_at timestamptz,
    constraint pk_webhook_delivery primary key (id),
    constraint uq_webhook_delivery_message unique (webhook_id, message_id),
    constraint fk_webhook_delivery_webhook foreign key (webhook_id) references webhook (id) on delete cascade,
    constraint fk_webhook_delivery_message foreign key (message_id) references webhook_message (id),
    constraint ck_webhook_delivery_status check (status in ('PENDING', 'DELIVERED', 'GIVEN_UP'))
);

create index ix_webhook_delivery_due on webhook_delivery (webhook_id, next_attempt_at, id) where status = 'PENDING';
create index ix_webhook_delivery_queued on webhook_delivery (queued_at) where status = 'PENDING';
create index ix_webhook_delivery_log on webhook_delivery (webhook_id, id);
create index ix_webhook_delivery_message on webhook_delivery (message_id);

create table webhook_attempt (
    delivery_id bigint not null,
    number integer not null,
    at timestamptz not null,
    duration_ms integer not null,
    outcome text not null,
    http_status integer,
    answer text,
    constraint pk_webhook_attempt primary key (delivery_id, number),
    constraint fk_webhook_attempt_delivery foreign key (delivery_id) references webhook_delivery (id) on delete cascade
);

select audit_exempt('webhook_message', 'what the feed tells, kept until it is sent');
select audit_exempt('webhook_delivery', 'the log of what was sent, kept for a month');
select audit_exempt('webhook_attempt', 'the log of what was sent, kept for a month');
