-- In which roles somebody acted, and what exactly changed: fields from → to, the decision document.
alter table task_history
    add column by_roles text[] not null default '{}',
    add column details jsonb;
