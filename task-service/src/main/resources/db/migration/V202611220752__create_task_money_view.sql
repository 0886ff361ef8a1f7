-- What counts now, for each task and source that has a budget or a payment.
create view task_source_money (task_id, source, allocated, disbursed) as
select task_id, source, sum(allocated), sum(disbursed)
from (
    select task_id, source, allocated, 0::numeric as disbursed from budget where superseded_at is null
    union all
    select d.task_id, d.source, 0, d.amount from disbursement d
    where not exists (select from disbursement c where c.corrects = d.id)
) entry
group by task_id, source;

-- The same over all sources.
create view task_money (task_id, allocated, disbursed) as
select task_id, sum(allocated), sum(disbursed)
from (
    select task_id, allocated, 0::numeric as disbursed from budget where superseded_at is null
    union all
    select d.task_id, 0, d.amount from disbursement d
    where not exists (select from disbursement c where c.corrects = d.id)
) entry
group by task_id;
