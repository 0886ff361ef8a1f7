-- The state of the province's sums that an indicator with a relative target was last graded against.
alter table grading_state add column province_version bigint not null default 0;
create index ix_target_relative on target (indicator_id) where kind = 'RELATIVE';
create index ix_province_sum_canonical_code on province_sum (canonical_code, province_code);
