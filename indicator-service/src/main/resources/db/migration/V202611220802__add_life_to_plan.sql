-- The plan above (a province's over a commune's), known by id or waiting by its number, and the days of a plan's life.
alter table plan add column parent_plan_id uuid;
alter table plan add column parent_number text;
alter table plan add column parent_key text;
alter table plan add column activated_on date;
alter table plan add column superseded_on date;
alter table plan add constraint fk_plan_parent_plan_id foreign key (parent_plan_id) references plan (id);
alter table plan add constraint ck_plan_parent check (parent_plan_id <> id);

update plan set activated_on = (imported_at at time zone 'Asia/Ho_Chi_Minh')::date where status <> 'DRAFT';
update plan set superseded_on = activated_on where superseded_by is not null;

alter table plan add constraint ck_plan_superseded check (superseded_on is null or superseded_by is not null);
alter table plan add constraint ck_plan_activated check (status <> 'DRAFT' or activated_on is null);

create index ix_plan_parent_plan_id on plan (parent_plan_id);
create index ix_plan_waiting_parent on plan (id) where parent_key is not null and parent_plan_id is null;
create index ix_plan_horizon_end on plan (horizon_end) where status = 'IN_FORCE';
create index ix_plan_superseded_on on plan (superseded_on) where status = 'IN_FORCE';
