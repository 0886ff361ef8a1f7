-- Which occurrence a completion counts for, by its first day; and the last day in time that an extension put off.
alter table task
    add column completed_for date,
    add column extended_from_due_on date;

update task set completed_for = case
        when timing ->> 'kind' = 'RECURRING_MONTH' then date_trunc('month', completed_on)::date
        when timing ->> 'kind' = 'RECURRING_QUARTER' then date_trunc('quarter', completed_on)::date
        when timing ->> 'kind' = 'RECURRING_YEAR' then date_trunc('year', completed_on)::date
        when timing ->> 'kind' = 'RECURRING_HALF_YEAR' then make_date(extract(year from completed_on)::integer,
            case when extract(month from completed_on) < 7 then 1 else 7 end, 1)
        else due_from end
where completed_on is not null;
