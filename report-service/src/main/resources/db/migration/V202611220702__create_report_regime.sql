-- Who reports to whom, how often, cut off and due when, under which outline.
create table report_regime (
    id uuid not null,
    name text not null,
    receiver_unit_code text not null,
    sender_rule text not null,
    senders text[] not null,
    frequencies text[] not null,
    basis text not null,
    cut_off_day integer not null,
    due_rule jsonb not null,
    sections jsonb not null,
    block text,
    opened_until date not null,
    created_at timestamptz not null,
    created_by text not null,
    version bigint not null,
    constraint pk_report_regime primary key (id),
    constraint ck_report_regime_sender_rule check (sender_rule in ('LISTED', 'COMMUNES_BELOW_RECEIVER')),
    constraint ck_report_regime_basis check (basis in ('DECREE', 'CALENDAR')),
    constraint ck_report_regime_frequencies check (cardinality(frequencies) > 0)
);

create unique index uq_report_regime_name on report_regime (receiver_unit_code, lower(name));
comment on column report_regime.opened_until is 'the last cut-off date up to which the scheduler has opened every period';
