-- The tasks that somebody still has to do: given or not, paused or not; without parents, which only sum up their parts,
-- and without rows that wait for a decision. What is completed, cancelled or superseded is not open; the next period of
-- a recurring task that was completed opens with its first update.
create view open_task as
select t.id,
    t.plan_id,
    t.unit_code,
    t.responsible_unit_code,
    t.parent_id,
    t.kind,
    t.position,
    t.number,
    t.title,
    t.director_position,
    t.deliverable,
    t.status,
    t.timing_kind,
    t.recurs,
    t.starts_on,
    t.ends_on,
    t.due_from,
    t.due_on,
    t.original_due_on,
    t.percent,
    t.assigned_on,
    t.submitted_on,
    t.paused_on,
    t.update_as_of,
    t.deliverable_count,
    t.submission_count,
    t.business_date,
    t.version
from task t
where t.status not in ('COMPLETED', 'CANCELLED', 'SUPERSEDED')
  and t.kind <> 'PARENT'
  and not t.needs_decision;
