-- How many units of a province have an entry of the catalogue in a plan in force: whose figures are expected. Counted anew
-- for the province by whatever changes its indicators or plans, one transaction after the other.
create table province_expected (
    province_code text not null,
    canonical_code text not null,
    units integer not null,
    constraint pk_province_expected primary key (province_code, canonical_code)
);

create index ix_indicator_unit_code on indicator (unit_code, canonical_code);

create function count_expected_units(provinces text[]) returns void language plpgsql as $$
begin
    perform pg_advisory_xact_lock(x'65787065'::int, hashtext(province))
    from unnest(provinces) province order by province;
    delete from province_expected where province_code = any (provinces);
    insert into province_expected (province_code, canonical_code, units)
    select split_part(u.path::text, '.', 1), i.canonical_code, count(distinct i.unit_code)
    from unit u
    join indicator i on i.unit_code = u.code
    join plan p on p.id = i.plan_id and p.status = 'IN_FORCE'
    where u.path <@ any (array (select path from unit where code = any (provinces)))
        and u.parent_code is not null and i.canonical_code is not null
        and i.canonical_match is distinct from 'NEAR'
    group by 1, 2;
end
$$;

-- Runs at the commit, once for a province however many rows changed: the first row counts, the others find it noted.
create function count_expected_units_at_commit() returns trigger language plpgsql as $$
declare
    province text := (select split_part(path::text, '.', 1) from unit where code = new.unit_code);
    counted text := coalesce(current_setting('monitoring.counted_provinces', true), '');
begin
    if province <> all (string_to_array(counted, ' ')) then
        perform set_config('monitoring.counted_provinces', counted || ' ' || province, true);
        perform count_expected_units(array[province]);
    end if;
    return null;
end
$$;

create constraint trigger tr_indicator_created_expected after insert on indicator
    deferrable initially deferred for each row
    when (new.canonical_code is not null) execute function count_expected_units_at_commit();

create constraint trigger tr_indicator_relinked_expected after update on indicator
    deferrable initially deferred for each row
    when ((old.canonical_code, old.canonical_match = 'NEAR') is distinct from (new.canonical_code, new.canonical_match = 'NEAR'))
    execute function count_expected_units_at_commit();

create constraint trigger tr_plan_status_expected after update on plan
    deferrable initially deferred for each row
    when (old.status <> new.status) execute function count_expected_units_at_commit();

select count_expected_units(array (select code from unit where parent_code is null));
