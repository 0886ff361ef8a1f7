-- Lists of grades walk the plans in their order; comparisons look for one indicator of the catalogue per commune.
create index ix_indicator_plan_position on indicator (plan_id, position, id);
create index ix_indicator_unit_code on indicator (unit_code, canonical_code);
