-- What triggers derive goes beyond the units of whoever writes: the sums of the province, marks of all indicators of a plan.
-- What they keep of a row has been judged with that row. Each is as it was, but for the words around what it derives.
create or replace function keep_superseded_measurement() returns trigger language plpgsql as $$
declare
    scope constant text := scope_as_system();
begin
    insert into measurement_history (measurement_id, version, revision, indicator_id, period, period_start, period_end,
        numerator, denominator, value, cumulative, as_of, flags, source, note, status, submitted_by, submitter_subject,
        submitter_units, submitted_at, verified_by, verifier_units, verified_at, reason)
    select id, version, revision, indicator_id, period, period_start, period_end, numerator, denominator, value, cumulative,
        as_of, flags, source, note, status, submitted_by, submitter_subject, submitter_units, submitted_at, verified_by,
        verifier_units, verified_at, reason
    from old_rows;
    perform scope_back(scope);
    return null;
end
$$;

create or replace function mark_indicators_of_plan_due() returns trigger language plpgsql as $$
declare
    scope constant text := scope_as_system();
begin
    insert into grading_due (indicator_id, changed_from)
    select id, date '1970-01-01' from indicator where plan_id = new.id order by id
    on conflict (indicator_id) do update set changed_from = excluded.changed_from;
    perform scope_back(scope);
    return null;
end
$$;

create or replace function count_expected_units_at_commit() returns trigger language plpgsql as $$
declare
    province text := (select split_part(path::text, '.', 1) from unit where code = new.unit_code);
    counted text := coalesce(current_setting('monitoring.counted_provinces', true), '');
    scope text;
begin
    if province <> all (string_to_array(counted, ' ')) then
        perform set_config('monitoring.counted_provinces', counted || ' ' || province, true);
        scope := scope_as_system();
        perform count_expected_units(array[province]);
        perform scope_back(scope);
    end if;
    return null;
end
$$;

create or replace function refresh_after_verification() returns trigger language plpgsql as $$
declare
    of_units text[];
    of_codes text[];
    of_periods text[];
    scope text;
begin
    select array_agg(n.unit_code order by n.period, n.unit_code), array_agg(i.canonical_code order by n.period, n.unit_code),
        array_agg(n.period order by n.period, n.unit_code)
    into of_units, of_codes, of_periods
    from new_rows n
    join indicator i on i.id = n.indicator_id
    where n.status = 'VERIFIED' and i.canonical_code is not null;
    if of_units is null then
        return null;
    end if;
    if cardinality(of_units) = 1 then
        perform pg_advisory_xact_lock_shared(x'66616374'::int, hashtext(of_periods[1]));
        perform pg_advisory_xact_lock(x'666b6579'::int, hashtext(of_periods[1] || ' ' || of_units[1]));
    else
        perform pg_advisory_xact_lock(x'66616374'::int, hashtext(period)) from (
            select distinct unnest(of_periods) as period order by 1) held;
    end if;
    scope := scope_as_system();
    perform refresh_unit_figures(of_units, of_codes, of_periods);
    perform scope_back(scope);
    return null;
end
$$;

create or replace function refresh_after_relinking() returns trigger language plpgsql as $$
declare
    of_units text[];
    of_codes text[];
    of_periods text[];
    scope text;
begin
    select array_agg(unit_code), array_agg(canonical_code), array_agg(period) into of_units, of_codes, of_periods
    from (
        select distinct n.unit_code, code.canonical_code, m.period
        from new_rows n
        join old_rows o on o.id = n.id
            and (o.canonical_code, o.canonical_match = 'NEAR') is distinct from (n.canonical_code, n.canonical_match = 'NEAR')
        join measurement m on m.indicator_id = n.id
        cross join lateral (values (o.canonical_code), (n.canonical_code)) as code (canonical_code)
        where code.canonical_code is not null
    ) moved;
    if of_units is not null then
        perform pg_advisory_xact_lock(x'66616374'::int, hashtext(period)) from (
            select distinct unnest(of_periods) as period order by 1) held;
        scope := scope_as_system();
        perform refresh_unit_figures(of_units, of_codes, of_periods);
        perform scope_back(scope);
    end if;
    return null;
end
$$;
