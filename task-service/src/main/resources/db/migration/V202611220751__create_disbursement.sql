-- What was paid for a task from a source, in whole đồng. Never changed: a correction is a new row that takes the place
-- of the one it names (with 0 where nothing was paid), and that one no longer counts.
create table disbursement (
    id uuid not null,
    entry bigint generated always as identity,
    task_id uuid not null,
    source text not null,
    amount numeric(18, 0) not null,
    disbursed_on date not null,
    document_number text not null,
    document_title text,
    note text,
    corrects uuid,
    received_at timestamptz not null,
    by_username text not null,
    constraint pk_disbursement primary key (id),
    constraint fk_disbursement_task foreign key (task_id) references task (id),
    constraint fk_disbursement_corrects foreign key (corrects) references disbursement (id),
    constraint uq_disbursement_corrects unique (corrects),
    constraint ck_disbursement_amount check (amount > 0 or corrects is not null and amount = 0)
);

create index ix_disbursement_task_id on disbursement (task_id, disbursed_on, entry);
