-- What the parts of a task have, for whoever sees the task: a part may be led by a unit that he does not see.
create function parts_of_task(parent uuid, out deliverables bigint, out allocated numeric, out disbursed numeric)
language plpgsql as $$
declare
    scope constant text := scope_as_system();
begin
    select sum(p.deliverable_count), sum(m.allocated), sum(m.disbursed) into deliverables, allocated, disbursed
    from task p left join lateral (select * from task_money where task_id = p.id offset 0) m on true
    where p.parent_id = parent;
    perform scope_back(scope);
end
$$;
