-- Secret addresses of calendar feeds, for calendar programs that cannot send a token; only the hash of the secret is kept.
create table calendar_link (
    id uuid not null,
    unit_code text not null,
    label text,
    secret_sha256 text not null,
    created_at timestamptz not null,
    expires_on date not null,
    revoked_at timestamptz,
    last_used_on date,
    by_subject text not null,
    by_username text not null,
    constraint pk_calendar_link primary key (id),
    constraint uq_calendar_link_secret_sha256 unique (secret_sha256)
);

create index ix_calendar_link_by_subject on calendar_link (by_subject, created_at);
