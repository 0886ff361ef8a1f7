-- Where a target comes from: the plan's own table, or a decision that changed it since (then who entered it and when).
alter table target add column origin text not null default 'PLAN';
alter table target add column decided_by text;
alter table target add column decided_at timestamptz;
alter table target add constraint ck_target_origin check (origin in ('PLAN', 'DECISION'));
alter table target add constraint ck_target_decision
    check (origin = 'PLAN' or (decision_document is not null and decided_by is not null and decided_at is not null));
