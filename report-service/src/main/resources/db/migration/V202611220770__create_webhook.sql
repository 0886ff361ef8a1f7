-- Where other systems want to be told. Secrets are sealed.
create table webhook (
    id uuid not null,
    unit_code text not null,
    url text not null,
    description text,
    types text[] not null default '{}',
    status text not null,
    disabled_reason text,
    secret text not null,
    earlier_secret text,
    earlier_secret_until timestamptz,
    created_by text not null,
    created_at timestamptz not null,
    version bigint not null,
    constraint pk_webhook primary key (id),
    constraint uq_webhook_unit_code_url unique (unit_code, url),
    constraint ck_webhook_status check (status in ('ACTIVE', 'DISABLED')),
    constraint ck_webhook_disabled_reason check ((status = 'DISABLED') = (disabled_reason is not null))
);

-- How its sending goes: who sends has it until `leased_until`, it rests until `paused_until`, and took nothing since `failing_since`.
create table webhook_lease (
    webhook_id uuid not null,
    leased_until timestamptz,
    paused_until timestamptz,
    failing_since timestamptz,
    constraint pk_webhook_lease primary key (webhook_id),
    constraint fk_webhook_lease_webhook foreign key (webhook_id) references webhook (id) on delete cascade
);

select audit_table('webhook', null, '{secret,earlier_secret}');
select audit_exempt('webhook_lease', 'how the sending goes, which the log of deliveries tells');
