-- Who chairs the task, what it rests on, the indicators it serves; and whether the row was corrected here since the plan's
-- table said it (print_of is what the table said last).
alter table task
    add column chair_position text,
    add column legal_bases text[] not null default '{}',
    add column indicator_ids text[] not null default '{}',
    add column canonical_codes text[] not null default '{}',
    add column corrected boolean not null default false,
    add column print_of text;

create index ix_task_indicator_ids on task using gin (indicator_ids);
create index ix_task_canonical_codes on task using gin (canonical_codes);
