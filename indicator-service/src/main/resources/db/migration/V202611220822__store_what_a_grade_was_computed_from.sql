-- basis holds every input of the rules, so that a grade can be computed again from its own row. json and not jsonb: it is
-- written for tens of thousands of grades at once and read for one. Status and overlays lie in the index, since scorecards
-- read nothing else. Versions of the policy are never deleted, so a foreign key would only be checked again and again.
alter table grade add column basis json;
alter table grade alter column target type json using target::json;
alter table grade alter column inputs type json using inputs::json;
alter table grade drop constraint fk_grade_policy_version;
alter table grade drop constraint uq_grade_as_of;
create unique index uq_grade_as_of on grade (indicator_id, as_of) include (status, regressing, at_risk, provisional);
