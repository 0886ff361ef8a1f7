-- What an indicator's figures were worth on a date: one row for each date on which that could have changed.
create table grade (
    id uuid not null,
    indicator_id uuid not null,
    as_of date not null,
    status text not null,
    regressing boolean not null,
    at_risk boolean not null,
    provisional boolean not null,
    measurement_id uuid,
    period text,
    numerator numeric,
    denominator numeric,
    value numeric,
    expected numeric,
    gap numeric,
    progress numeric,
    shortfall numeric,
    shortfall_measure text,
    projection numeric,
    target jsonb,
    inputs jsonb not null,
    explanation_vi text not null,
    explanation_en text not null,
    policy_version integer not null,
    graded_at timestamptz not null,
    version bigint not null,
    constraint pk_grade primary key (id),
    constraint fk_grade_indicator_id foreign key (indicator_id) references indicator (id),
    constraint fk_grade_policy_version foreign key (policy_version) references grading_policy (version),
    constraint uq_grade_as_of unique (indicator_id, as_of),
    constraint ck_grade_status check (status in
        ('ACHIEVED', 'ON_TRACK', 'SLIGHTLY_BEHIND', 'BEHIND', 'MISSED', 'NOT_DUE', 'NO_TARGET', 'NO_DATA'))
);

-- What each indicator was last graded against: tells which ones are due, and its row is the lock while grading.
create table grading_state (
    indicator_id uuid not null,
    indicator_version bigint,
    policy_version integer,
    graded_on date,
    constraint pk_grading_state primary key (indicator_id),
    constraint fk_grading_state_indicator_id foreign key (indicator_id) references indicator (id)
);
