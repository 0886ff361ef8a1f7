-- Keeps unit_figure and the provinces' sums as the verified figures say, in the transaction that verifies them or links an
-- indicator to another entry of the catalogue, one figure or a hundred thousand: what is added up is never behind.
--
-- The fact of a unit is taken from its plan in force before others, from the government's before others, then from the
-- latest figure. A link that is only suggested does not count before a person confirms it. The sums change by what the facts changed by; they leave out the province's own figure, which stands
-- beside them. Each fact is looked up by index, whatever the statistics say. The caller holds the locks under which no two transactions change the facts of one unit and period.
create function refresh_unit_figures(of_units text[], of_codes text[], of_periods text[]) returns void language plpgsql as $$
begin
    with touched as (
        select distinct unit_code, canonical_code, period from unnest(of_units, of_codes, of_periods) t (unit_code, canonical_code, period)
    ),
    fact as (
        select distinct on (t.unit_code, t.canonical_code, t.period) t.period, t.canonical_code, t.unit_code,
            split_part(u.path::text, '.', 1) as province_code,
            case when f.denominator is not null then f.numerator
                when c.roll_up = 'SUM' then coalesce(f.numerator, f.value) end as numerator,
            f.denominator, f.value, f.as_of, i.id as indicator_id, m.id as measurement_id, f.revision, f.version, f.verified_at
        from touched t
        join unit u on u.code = t.unit_code
        join canonical_indicator c on c.code = t.canonical_code
        cross join lateral (
            select id, plan_id from indicator
            where unit_code = t.unit_code and canonical_code = t.canonical_code and canonical_match is distinct from 'NEAR'
            offset 0) i
        join plan p on p.id = i.plan_id
        cross join lateral (select * from measurement where indicator_id = i.id and period = t.period offset 0) m
        cross join lateral (
            select m.numerator, m.denominator, m.value, m.as_of, m.revision, m.version, m.verified_at
            where m.status = 'VERIFIED'
            union all (
                select h.numerator, h.denominator, h.value, h.as_of, h.revision, h.version, h.verified_at
                from measurement_history h
                where m.status <> 'VERIFIED' and h.measurement_id = m.id and h.status = 'VERIFIED'
                order by h.version desc limit 1)) f
        order by t.unit_code, t.canonical_code, t.period, p.status = 'IN_FORCE' desc, p.block = 'CHINH_QUYEN' desc,
            f.as_of desc, f.verified_at desc
    ),
    before as (
        select uf.* from touched t
        join unit_figure uf on uf.period = t.period and uf.canonical_code = t.canonical_code and uf.unit_code = t.unit_code
    ),
    gone as (
        delete from unit_figure uf using before b
        where uf.period = b.period and uf.canonical_code = b.canonical_code and uf.unit_code = b.unit_code
            and not exists (select from fact f
                where f.period = b.period and f.canonical_code = b.canonical_code and f.unit_code = b.unit_code)
    ),
    kept as (
        insert into unit_figure as uf (period, canonical_code, unit_code, province_code, numerator, denominator, value, as_of,
            indicator_id, measurement_id, revision, version, verified_at)
        select * from fact
        on conflict (period, canonical_code, unit_code) do update set province_code = excluded.province_code,
            numerator = excluded.numerator, denominator = excluded.denominator, value = excluded.value,
            as_of = excluded.as_of, indicator_id = excluded.indicator_id, measurement_id = excluded.measurement_id,
            revision = excluded.revision, version = excluded.version, verified_at = excluded.verified_at
    ),
    difference as (
        select period, canonical_code, province_code, coalesce(sum(numerator), 0) as numerator, sum(denominator) as denominator,
            sum(units)::integer as units
        from (
            select period, canonical_code, province_code, unit_code, numerator, denominator,
                (numerator is not null)::integer as units
            from fact
            union all
            select period, canonical_code, province_code, unit_code, -numerator, -denominator,
                -(numerator is not null)::integer
            from before
        ) parts
        where unit_code <> province_code
        group by period, canonical_code, province_code
    )
    insert into province_sum as s (period, canonical_code, province_code, verified_numerator, verified_denominator,
        verified_units, version, changed_at)
    select period, canonical_code, province_code, numerator, denominator, units, 1, now()
    from difference
    where numerator <> 0 or coalesce(denominator, 0) <> 0 or units <> 0
    order by period, canonical_code, province_code
    on conflict (period, canonical_code, province_code) do update set
        verified_numerator = s.verified_numerator + excluded.verified_numerator,
        verified_denominator = case when excluded.verified_denominator is null then s.verified_denominator
            else coalesce(s.verified_denominator, 0) + excluded.verified_denominator end,
        verified_units = s.verified_units + excluded.verified_units, version = s.version + 1,
        changed_at = excluded.changed_at;
end
$$;

-- One figure shares the period with others and holds its unit alone; many hold the whole period.
create function refresh_after_verification() returns trigger language plpgsql as $$
declare
    of_units text[];
    of_codes text[];
    of_periods text[];
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
    perform refresh_unit_figures(of_units, of_codes, of_periods);
    return null;
end
$$;

create trigger tr_measurement_verified_facts after update on measurement
    referencing new table as new_rows for each statement execute function refresh_after_verification();

create function refresh_after_relinking() returns trigger language plpgsql as $$
declare
    of_units text[];
    of_codes text[];
    of_periods text[];
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
        perform refresh_unit_figures(of_units, of_codes, of_periods);
    end if;
    return null;
end
$$;

create trigger tr_indicator_relinked_facts after update on indicator
    referencing old table as old_rows new table as new_rows for each statement execute function refresh_after_relinking();
