-- The history holds the states that were superseded; the current one stands in measurement alone. The trigger keeps them
-- whatever changes a measurement, one at a time or in sets.
drop trigger tr_measurement_history_append_only on measurement_history;

delete from measurement_history h using measurement m where h.measurement_id = m.id and h.version = m.version;

create trigger tr_measurement_history_append_only before update or delete on measurement_history
    for each row execute function refuse_change();

alter table measurement_history add column submitter_subject text;

create function keep_superseded_measurement() returns trigger language plpgsql as $$
begin
    insert into measurement_history (measurement_id, version, revision, indicator_id, period, period_start, period_end,
        numerator, denominator, value, cumulative, as_of, flags, source, note, status, submitted_by, submitter_subject,
        submitter_units, submitted_at, verified_by, verifier_units, verified_at, reason)
    values (old.id, old.version, old.revision, old.indicator_id, old.period, old.period_start, old.period_end,
        old.numerator, old.denominator, old.value, old.cumulative, old.as_of, old.flags, old.source, old.note, old.status,
        old.submitted_by, old.submitter_subject, old.submitter_units, old.submitted_at, old.verified_by,
        old.verifier_units, old.verified_at, old.reason);
    return null;
end
$$;

create trigger tr_measurement_keep_superseded after update on measurement
    for each row when (old.version <> new.version) execute function keep_superseded_measurement();
