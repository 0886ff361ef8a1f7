-- A batch changes a hundred thousand figures with one statement: what it supersedes is kept by one statement too. An update
-- that leaves the version as it was is refused by the key of the history when it comes a second time.
drop trigger tr_measurement_keep_superseded on measurement;

create or replace function keep_superseded_measurement() returns trigger language plpgsql as $$
begin
    insert into measurement_history (measurement_id, version, revision, indicator_id, period, period_start, period_end,
        numerator, denominator, value, cumulative, as_of, flags, source, note, status, submitted_by, submitter_subject,
        submitter_units, submitted_at, verified_by, verifier_units, verified_at, reason)
    select id, version, revision, indicator_id, period, period_start, period_end, numerator, denominator, value, cumulative,
        as_of, flags, source, note, status, submitted_by, submitter_subject, submitter_units, submitted_at, verified_by,
        verifier_units, verified_at, reason
    from old_rows;
    return null;
end
$$;

create trigger tr_measurement_keep_superseded after update on measurement
    referencing old table as old_rows for each statement execute function keep_superseded_measurement();

-- Indicators and measurements are never deleted, and whoever writes figures has just looked their indicators up: checking
-- each of a hundred thousand rows again takes as long as writing them.
alter table measurement drop constraint fk_measurement_indicator_id;
alter table measurement_history drop constraint fk_measurement_history_measurement_id;
