-- The story of a task, one row for each thing that happened to it; never changed.
create table task_history (
    id bigint generated always as identity,
    task_id uuid not null,
    what text not null,
    status text not null,
    business_date date not null,
    at timestamptz not null,
    by_username text not null,
    by_units text[] not null,
    note text,
    constraint pk_task_history primary key (id),
    constraint fk_task_history_task foreign key (task_id) references task (id)
);

create index ix_task_history_task_id on task_history (task_id, id);
