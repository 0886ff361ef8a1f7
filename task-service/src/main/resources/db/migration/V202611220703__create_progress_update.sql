create table progress_update (
    id uuid not null,
    task_id uuid not null,
    as_of date not null,
    status text not null,
    result text not null,
    difficulty text not null,
    next_step text not null,
    percent integer,
    received_at timestamptz not null,
    by_username text not null,
    constraint pk_progress_update primary key (id),
    constraint fk_progress_update_task foreign key (task_id) references task (id),
    constraint ck_progress_update_percent check (percent between 0 and 100)
);

create index ix_progress_update_task_id on progress_update (task_id, as_of, received_at);
