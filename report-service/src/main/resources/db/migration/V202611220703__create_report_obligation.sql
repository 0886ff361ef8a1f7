-- One row for each sender of an open period: what is owed, by when, and how far it is.
create table report_obligation (
    id uuid not null,
    regime_id uuid not null,
    unit_code text not null,
    receiver_unit_code text not null,
    period text not null,
    from_on date not null,
    cut_off_on date not null,
    due_on date not null,
    status text not null,
    opened_at timestamptz not null,
    submitted_at timestamptz,
    version bigint not null,
    constraint pk_report_obligation primary key (id),
    constraint fk_report_obligation_regime foreign key (regime_id) references report_regime (id),
    constraint uq_report_obligation_sender unique (regime_id, period, unit_code),
    constraint ck_report_obligation_status check (status in ('OPEN', 'DRAFTED', 'SUBMITTED', 'ACCEPTED', 'RETURNED')),
    constraint ck_report_obligation_receiver check (unit_code <> receiver_unit_code)
);

create index ix_report_obligation_unit_code on report_obligation (unit_code);
create index ix_report_obligation_list on report_obligation (cut_off_on desc, unit_code, id);
