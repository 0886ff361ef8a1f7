-- Indicators whose grades may have changed since they were graded: marked in the transaction that changed what they depend
-- on, unmarked by whoever grades them before he reads. Empty when nothing is due, so that asking costs nothing. Without a
-- foreign key, since bulk changes mark many at once.
create table grading_due (
    indicator_id uuid not null,
    changed_from date not null,
    constraint pk_grading_due primary key (indicator_id)
);

-- The day and the policy for which all indicators have been looked at. One row at most.
create table grading_sweep (
    id boolean not null default true,
    day date not null,
    policy_version integer not null,
    constraint pk_grading_sweep primary key (id),
    constraint ck_grading_sweep_single check (id)
);
