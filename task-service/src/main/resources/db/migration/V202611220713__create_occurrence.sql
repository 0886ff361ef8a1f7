-- The periods or phases in which a task comes back, generated ahead; what is done or missed is never deleted.
create table occurrence (
    task_id uuid not null,
    number integer not null,
    period_key text not null,
    starts_on date not null,
    due_on date not null,
    original_due_on date not null,
    status text not null,
    done_on date,
    constraint pk_occurrence primary key (task_id, number),
    constraint uq_occurrence_task_id_period_key unique (task_id, period_key),
    constraint fk_occurrence_task foreign key (task_id) references task (id),
    constraint ck_occurrence_status check (status in ('OPEN', 'DONE', 'MISSED', 'DROPPED')),
    constraint ck_occurrence_done check ((status = 'DONE') = (done_on is not null)),
    constraint ck_occurrence_days check (starts_on <= due_on and original_due_on <= due_on)
);

create index ix_occurrence_due_on on occurrence (due_on) where status = 'OPEN';

-- The day until which occurrences were brought up to date.
create table occurrence_day (
    id boolean not null default true,
    rolled_to date not null,
    constraint pk_occurrence_day primary key (id),
    constraint ck_occurrence_day_one check (id)
);
