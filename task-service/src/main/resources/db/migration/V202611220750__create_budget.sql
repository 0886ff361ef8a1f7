-- What is allocated to a task from each source, in whole đồng. A change is a new row: the one before it gets its end.
create table budget (
    id bigint generated always as identity,
    task_id uuid not null,
    source text not null,
    revision integer not null,
    allocated numeric(18, 0) not null,
    document text,
    received_at timestamptz not null,
    superseded_at timestamptz,
    by_username text not null,
    constraint pk_budget primary key (id),
    constraint fk_budget_task foreign key (task_id) references task (id),
    constraint uq_budget_task_id_source_revision unique (task_id, source, revision),
    constraint ck_budget_allocated check (allocated >= 0)
);

-- One row of a source holds at a time.
create unique index uq_budget_current on budget (task_id, source) where superseded_at is null;
