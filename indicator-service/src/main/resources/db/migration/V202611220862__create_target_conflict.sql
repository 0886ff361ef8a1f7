-- Two readings of one milestone: of the plan's table and its prose, of two rows, or of one cell. Waits for a person; the
-- milestone's targets are provisional and flagged VALUE_CONFLICT meanwhile, so that they are not graded.
create table target_conflict (
    id uuid not null,
    indicator_id uuid not null,
    other_indicator_id uuid,
    due_date date not null,
    source text not null,
    first_raw text not null,
    first_place text not null,
    second_raw text not null,
    second_place text not null,
    status text not null,
    opened_by text not null,
    opened_at timestamptz not null,
    choice text,
    chosen_raw text,
    decision_document text,
    note text,
    decided_by text,
    decided_at timestamptz,
    version bigint not null,
    constraint pk_target_conflict primary key (id),
    constraint fk_target_conflict_indicator_id foreign key (indicator_id) references indicator (id),
    constraint fk_target_conflict_other_indicator_id foreign key (other_indicator_id) references indicator (id),
    constraint ck_target_conflict_source check (source in ('SHEET', 'PROSE', 'PERSON')),
    constraint ck_target_conflict_status check (status in ('OPEN', 'DECIDED', 'WITHDRAWN')),
    constraint ck_target_conflict_choice check (choice in ('A', 'B', 'OTHER')),
    constraint ck_target_conflict_decision check ((status = 'DECIDED')
        = (choice is not null and chosen_raw is not null and decision_document is not null and decided_by is not null
            and decided_at is not null))
);

create unique index uq_target_conflict_open on target_conflict (indicator_id, due_date) where status = 'OPEN';
create index ix_target_conflict_opened_at on target_conflict (opened_at, id);
create index ix_target_conflict_other_indicator_id on target_conflict (other_indicator_id);
