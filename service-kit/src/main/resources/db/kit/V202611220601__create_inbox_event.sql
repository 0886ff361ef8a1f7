-- Which facts a consumer has applied, and those that it could not.
create table inbox_event (
    consumer text not null,
    event_id text not null,
    received_at timestamptz not null default now(),
    constraint pk_inbox_event primary key (consumer, event_id)
);

create index ix_inbox_event_received_at on inbox_event using brin (received_at);

create table inbox_parked (
    consumer text not null,
    topic text not null,
    partition integer not null,
    record_offset bigint not null,
    key text,
    value text,
    reason text not null,
    parked_at timestamptz not null default now(),
    constraint pk_inbox_parked primary key (consumer, topic, partition, record_offset)
);
