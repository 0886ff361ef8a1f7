-- The two halves of verified_figure by indicator: without them an indicator's figures of all periods are read, twice, to find
-- the verified ones and those that are being revised.
create index ix_measurement_verified on measurement (indicator_id) where status = 'VERIFIED';
create index ix_measurement_in_revision on measurement (indicator_id) where status <> 'VERIFIED' and revision > 1;
