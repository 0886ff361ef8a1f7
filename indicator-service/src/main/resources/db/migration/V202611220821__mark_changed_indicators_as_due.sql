-- Whatever changes an indicator or its targets (its version counts both), or puts a plan in force, makes it due for
-- grading, by whichever way it was changed.
create function mark_new_indicators_due() returns trigger language plpgsql as $$
begin
    insert into grading_due (indicator_id, changed_from)
    select id, date '1970-01-01' from new_rows order by id
    on conflict (indicator_id) do update set changed_from = excluded.changed_from;
    return null;
end
$$;

create trigger tr_indicator_created_due after insert on indicator
    referencing new table as new_rows for each statement execute function mark_new_indicators_due();

create function mark_changed_indicators_due() returns trigger language plpgsql as $$
begin
    insert into grading_due (indicator_id, changed_from)
    select n.id, date '1970-01-01' from new_rows n join old_rows o on o.id = n.id
    where n.version <> o.version order by n.id
    on conflict (indicator_id) do update set changed_from = excluded.changed_from;
    return null;
end
$$;

create trigger tr_indicator_changed_due after update on indicator
    referencing old table as old_rows new table as new_rows for each statement execute function mark_changed_indicators_due();

create function mark_indicators_of_plan_due() returns trigger language plpgsql as $$
begin
    insert into grading_due (indicator_id, changed_from)
    select id, date '1970-01-01' from indicator where plan_id = new.id order by id
    on conflict (indicator_id) do update set changed_from = excluded.changed_from;
    return null;
end
$$;

create trigger tr_plan_in_force_due after update on plan
    for each row when (new.status = 'IN_FORCE' and old.status <> 'IN_FORCE') execute function mark_indicators_of_plan_due();
