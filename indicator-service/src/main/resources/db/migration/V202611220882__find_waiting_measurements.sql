-- What waits for verification is little beside what was verified.
create index ix_measurement_waiting on measurement (period, indicator_id) where status = 'SUBMITTED';
