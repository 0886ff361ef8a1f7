-- As before, but the second half names the measurement's own columns, so that figures of some indicators are found by index
-- and not by reading all measurements.
create or replace view verified_figure as
select m.id as measurement_id, m.version, m.revision, m.indicator_id, m.period, m.period_start, m.period_end, m.numerator,
    m.denominator, m.value, m.cumulative, m.as_of, m.flags, m.source, m.submitted_by, m.submitted_at, m.verified_by,
    m.verified_at, coalesce(m.source, '') <> '' as documented,
    not m.submitter_units && m.verifier_units as confirmed_by_other_unit
from measurement m
where m.status = 'VERIFIED'
union all
select m.id as measurement_id, h.version, h.revision, m.indicator_id, m.period, h.period_start, h.period_end, h.numerator,
    h.denominator, h.value, h.cumulative, h.as_of, h.flags, h.source, h.submitted_by, h.submitted_at, h.verified_by,
    h.verified_at, coalesce(h.source, '') <> '' as documented,
    not h.submitter_units && h.verifier_units as confirmed_by_other_unit
from measurement m
cross join lateral (
    select * from measurement_history s
    where s.measurement_id = m.id and s.status = 'VERIFIED'
    order by s.version desc limit 1) h
where m.status <> 'VERIFIED' and m.revision > 1;
