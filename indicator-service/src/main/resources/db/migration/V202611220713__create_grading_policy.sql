-- The numbers that grading turns on. A change is a new version; the newest one grades, every grade names its own.
create table grading_policy (
    version integer not null,
    settings jsonb not null,
    decided_by text not null,
    decision_document text,
    in_force_from timestamptz not null default now(),
    constraint pk_grading_policy primary key (version)
);

insert into grading_policy (version, settings, decided_by) values (1, '{
    "pathShape": "LINEAR",
    "slightlyBehindProgress": 0.8,
    "slightlyBehindPoints": 2,
    "slightlyBehindCount": 1,
    "aboutTolerance": 0.05,
    "regressionPoints": 1,
    "projectionPoints": 3,
    "projectionMonths": 24,
    "silentPeriods": 2,
    "rubricAmber": 0.5,
    "rubricRed": 1.5
}', 'platform');
