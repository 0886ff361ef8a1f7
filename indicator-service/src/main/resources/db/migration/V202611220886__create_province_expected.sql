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

create function count_expected_units_of_rows() returns trigger language plpgsql as $$
begin
    perform count_expected_units(array (
        select distinct split_part(u.path::text, '.', 1) from changed_rows r join unit u on u.code = r.unit_code));
    return null;
end
$$;

create trigger tr_indicator_created_expected after insert on indicator
    referencing new table as changed_rows for each statement execute function count_expected_units_of_rows();

create function count_expected_units_of_relinked() returns trigger language plpgsql as $$
begin
    if exists (
        select from new_rows n join old_rows o on o.id = n.id
        where (n.canonical_code, n.canonical_match = 'NEAR') is distinct from (o.canonical_code, o.canonical_match = 'NEAR'))
    then
        perform count_expected_units(array (
            select distinct split_part(u.path::text, '.', 1) from new_rows n join unit u on u.code = n.unit_code));
    end if;
    return null;
end
$$;

create trigger tr_indicator_relinked_expected after update on indicator
    referencing old table as old_rows new table as new_rows
    for each statement execute function count_expected_units_of_relinked();

create function count_expected_units_of_plan() returns trigger language plpgsql as $$
begin
    perform count_expected_units(array (
        select split_part(path::text, '.', 1) from unit where code = new.unit_code));
    return null;
end
$$;

create trigger tr_plan_status_expected after update on plan
    for each row when (new.status <> old.status) execute function count_expected_units_of_plan();

select count_expected_units(array (select code from unit where parent_code is null));
