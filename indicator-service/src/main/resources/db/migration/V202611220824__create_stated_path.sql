-- Levels between two milestones that a person entered, for quarters where a straight line would be wrong. A change is a new
-- version and closes the one before it; without points the path runs as the policy says.
create table stated_path (
    indicator_id uuid not null,
    version bigint not null,
    points json not null,
    source text not null,
    stated_by text not null,
    stated_at timestamptz not null,
    replaced_at timestamptz,
    constraint pk_stated_path primary key (indicator_id, version),
    constraint fk_stated_path_indicator_id foreign key (indicator_id) references indicator (id)
);

create unique index uq_stated_path_current on stated_path (indicator_id) where replaced_at is null;
