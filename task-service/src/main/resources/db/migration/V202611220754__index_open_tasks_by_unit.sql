-- What work lists and badges look at, so that they need not read the tasks themselves.
create index ix_task_open_unit on task (responsible_unit_code, due_on, id)
    include (status, assigned_on, submitted_on, paused_on, update_as_of)
    where status not in ('COMPLETED', 'CANCELLED', 'SUPERSEDED') and kind <> 'PARENT' and not needs_decision;
