-- Weights and thresholds by decision; version 1, which holds where nothing was decided, is in the code.
create table ranking_policy (
    unit_code text not null,
    version integer not null,
    policy jsonb not null,
    decision_document text not null,
    decided_at timestamptz not null,
    decided_by text not null,
    constraint pk_ranking_policy primary key (unit_code, version),
    constraint ck_ranking_policy_version check (version > 1)
);

create trigger tg_ranking_policy_kept before update or delete on ranking_policy
    for each row execute function refuse_change();

-- A run. What was counted is frozen with it, so that it can be computed again from itself.
create table ranking (
    id uuid not null,
    unit_code text not null,
    period text not null,
    from_on date not null,
    to_on date not null,
    as_of date not null,
    policy jsonb not null,
    policy_version integer not null,
    status text not null,
    corrects uuid,
    difference text,
    task_bound bigint not null,
    grade_bound bigint not null,
    update_bound bigint not null,
    content_hash text not null,
    made_at timestamptz not null,
    made_by text not null,
    published_at timestamptz,
    published_by text,
    version bigint not null,
    constraint pk_ranking primary key (id),
    constraint fk_ranking_corrects foreign key (corrects) references ranking (id),
    constraint ck_ranking_status check (status in ('DRAFT', 'PUBLISHED', 'CORRECTED')),
    constraint ck_ranking_published check ((status = 'DRAFT') = (published_at is null)),
    constraint ck_ranking_difference check ((corrects is null) = (difference is null))
);

create unique index uq_ranking_published on ranking (unit_code, period) where status = 'PUBLISHED';
create index ix_ranking_list on ranking (made_at desc, id desc);
create trigger tg_ranking_frozen before update on ranking for each row
    when ((old.unit_code, old.period, old.as_of, old.policy, old.content_hash, old.task_bound, old.grade_bound, old.update_bound)
        is distinct from
        (new.unit_code, new.period, new.as_of, new.policy, new.content_hash, new.task_bound, new.grade_bound, new.update_bound))
    execute function refuse_change();
comment on column ranking.task_bound is 'the last seq of task_fact that was looked at; the others alike';

-- One commune in a run: the frozen counts with the facts they come from, and what follows from them.
create table ranking_row (
    ranking_id uuid not null,
    unit_code text not null,
    ordinal integer not null,
    counts jsonb not null,
    task_seqs bigint[] not null,
    grade_seqs bigint[] not null,
    update_seqs bigint[] not null,
    feedback_ids uuid[] not null,
    rank integer,
    score_numerator numeric,
    score_denominator numeric,
    reasons text[] not null,
    constraint pk_ranking_row primary key (ranking_id, unit_code),
    constraint fk_ranking_row_ranking foreign key (ranking_id) references ranking (id),
    constraint ck_ranking_row_rank check ((rank is null) = (cardinality(reasons) > 0))
);

create trigger tg_ranking_row_frozen before update or delete on ranking_row
    for each row execute function refuse_change();
