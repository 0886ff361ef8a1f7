-- An update that lacks something is kept and says what; only a complete one counts.
alter table progress_update
    alter column as_of drop not null,
    alter column status drop not null,
    alter column result drop not null,
    alter column difficulty drop not null,
    alter column next_step drop not null,
    add column entry bigint generated always as identity,
    add column missing text[] not null default '{}',
    add constraint ck_progress_update_complete check (cardinality(missing) > 0
        or (as_of is not null and status is not null and result is not null and difficulty is not null
            and next_step is not null));

-- In the order in which they came in.
create index ix_progress_update_entry on progress_update (task_id, entry desc);
create index ix_progress_update_complete on progress_update (task_id, entry desc) where cardinality(missing) = 0;
