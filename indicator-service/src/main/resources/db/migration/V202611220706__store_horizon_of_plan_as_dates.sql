-- The horizon is told as dates, since other services reckon with days.
alter table plan drop constraint ck_plan_horizon;
alter table plan alter column horizon_start type date using make_date(horizon_start, 1, 1);
alter table plan alter column horizon_end type date using make_date(horizon_end, 12, 31);
alter table plan add constraint ck_plan_horizon check (horizon_start <= horizon_end);
