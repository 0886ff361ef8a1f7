-- Targets with their history: a changed one keeps its validity and points to what replaced it. Valid on day d:
-- valid_from <= d and (valid_to is null or d < valid_to).
create table target (
    id uuid not null,
    indicator_id uuid not null,
    raw text not null,
    kind text not null,
    comparator text,
    low numeric,
    high numeric,
    unit text,
    soft boolean not null,
    condition text,
    year integer,
    due_date date,
    flags text[] not null default '{}',
    confidence text not null,
    provisional boolean not null,
    confirmed_by text,
    confirmed_at timestamptz,
    place text not null,
    valid_from date not null,
    valid_to date,
    superseded_by uuid,
    decision_document text,
    constraint pk_target primary key (id),
    constraint fk_target_indicator_id foreign key (indicator_id) references indicator (id),
    constraint fk_target_superseded_by foreign key (superseded_by) references target (id) deferrable initially deferred,
    constraint ck_target_kind check (kind in ('NUMBER', 'RANGE', 'MAINTAIN', 'REDUCTION', 'TREND_UP', 'TREND_DOWN', 'RELATIVE',
        'QUALITATIVE', 'NONE', 'ZERO_NOT_SET')),
    constraint ck_target_comparator check (comparator in ('EQ', 'GE', 'GT', 'LE', 'LT', 'APPROX', 'IN')),
    constraint ck_target_confidence check (confidence in ('HIGH', 'MEDIUM', 'LOW')),
    constraint ck_target_validity check (valid_to is null or valid_to >= valid_from)
);

create index ix_target_indicator_id on target (indicator_id);
