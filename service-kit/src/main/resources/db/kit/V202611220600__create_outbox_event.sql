-- Facts that wait to be told. CACHE 1: ids must follow the order of the inserts of one key's writers.
create table outbox_event (
    id bigint generated always as identity (cache 1),
    shard smallint not null,
    event_id uuid not null,
    topic text not null,
    key text not null,
    type text not null,
    occurred_at timestamptz not null,
    appended_at timestamptz not null default now(),
    data text not null,
    constraint pk_outbox_event primary key (id)
) with (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 1000, autovacuum_vacuum_cost_delay = 0);

create index ix_outbox_event_shard on outbox_event (shard, id);
