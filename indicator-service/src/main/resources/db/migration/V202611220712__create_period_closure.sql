-- Periods whose figures are locked, for a unit and everything below it. Reopened by a decision, which stays on record.
create table period_closure (
    id uuid not null,
    unit_code text not null,
    period text not null,
    period_start date not null,
    period_end date not null,
    closed_by text not null,
    closed_at timestamptz not null,
    reopened_by text,
    reopened_at timestamptz,
    decision_document text,
    constraint pk_period_closure primary key (id),
    constraint fk_period_closure_unit_code foreign key (unit_code) references unit (code),
    constraint ck_period_closure_reopened check ((reopened_at is null) = (decision_document is null))
);

create unique index uq_period_closure_open on period_closure (unit_code, period) where reopened_at is null;
