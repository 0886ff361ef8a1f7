-- Lists of grades walk the plans in their order.
create index ix_indicator_plan_position on indicator (plan_id, position, id);
