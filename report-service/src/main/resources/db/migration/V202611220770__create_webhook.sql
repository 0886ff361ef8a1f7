-- Where other systems want to be told. Secrets are sealed. One sender at a time serves an endpoint: `leased_until` is its lease,
-- `paused_until` its rest after a failure.
create table webhook (
    id uuid not null,
    unit_code text not null,
    url text not null,
    description text,
    types text[] not null default '{}',
    status text not null,
    disabled_reason text,
    failing_since timestamptz,
    secret text not null,
    earlier_secret text,
    earlier_secret_until timestamptz,
    created_by text not null,
    created_at timestamptz not null,
    leased_until timestamptz,
    paused_until timestamptz,
    version bigint not null,
    constraint pk_webhook primary key (id),
    constraint uq_webhook_unit_code_url unique (unit_code, url),
    constraint ck_webhook_status check (status in ('ACTIVE', 'DISABLED')),
    constraint ck_webhook_disabled_reason check ((status = 'DISABLED') = (disabled_reason is not null))
);
