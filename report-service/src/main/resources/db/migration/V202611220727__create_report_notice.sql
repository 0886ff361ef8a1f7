-- What senders that had not sent were told: before the due date, and after it one level higher with each step. Each step once.
create table report_notice (
    obligation_id uuid not null,
    kind text not null,
    days integer not null,
    level integer not null,
    due_on date not null,
    told_at timestamptz not null,
    constraint pk_report_notice primary key (obligation_id, kind, days),
    constraint fk_report_notice_obligation foreign key (obligation_id) references report_obligation (id),
    constraint ck_report_notice_kind check ((kind = 'REMINDED' and level = 0) or (kind = 'OVERDUE' and level > 0))
);

create index ix_report_notice_told_at on report_notice (told_at desc, obligation_id desc);
comment on column report_notice.days is 'working days before the due date, or days after it';

select audit_exempt('report_notice', 'what was told of report_obligation, only added to');
