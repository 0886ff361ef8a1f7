-- select audit_table('name') lets every change of a table be written down, by whatever statement. One call a table, in the
-- migration that makes it. Columns that are added later are taken in by audit_refresh() at the end of each migration; a trigger
-- that meets a column it does not know fails. Call it again to change the settings.
--
-- unit_of: an SQL expression over the row `r` that gives its unit's code, where the table has no responsible_unit_code and no
-- unit_code of its own: '(select t.responsible_unit_code from task t where t.id = r.task_id)'.
-- hidden: columns of which only the fact of a change is kept: secrets, personal data.
-- ignored: columns that serve the work only and are not written down: leases, times of last use.
--
-- The triggers' functions are made for the table, so that 5,000 rows are written down by one plan. bytea is kept as its
-- digest, and so is text beyond 8,000 bytes, with its beginning. Rows that a table holds already are written down as FOUND.

-- How a column's value is written as JSON.
create function audit_value(value text, type regtype, hidden boolean) returns text language sql immutable
return case
    when hidden then '''"***"'''
    when type = 'bytea'::regtype then
        format('''"sha256:'' || encode(sha256(%1$s), ''hex'') || '' '' || octet_length(%1$s) || '' bytes"''', value)
    when type in ('boolean'::regtype, 'smallint'::regtype, 'integer'::regtype, 'bigint'::regtype) then format('%s::text', value)
    when type in ('uuid'::regtype, 'date'::regtype) then format('''"'' || %s || ''"''', value)
    when type in ('numeric'::regtype, 'timestamptz'::regtype, 'timestamp'::regtype, 'double precision'::regtype, 'real'::regtype)
        then format('to_json(%s)::text', value)
    else format('case when pg_column_size(%1$s) > 8000 then audit_digest(%1$s::text) else to_json(%1$s)::text end', value)
end;

create function audit_digest(value text) returns text language sql immutable parallel safe
return to_json('sha256:' || encode(sha256(convert_to(value, 'UTF8')), 'hex') || ' ' || octet_length(value) || ' bytes: '
    || left(value, 200))::text;

create function audit_table(of_table text, unit_of text default null, hidden text[] default '{}',
    ignored text[] default '{}') returns void
language plpgsql as $body$
declare
    relation regclass := of_table::regclass;
    width integer;
    key text;
    key_of_changed text;
    of_key text;
    joined text;
    unit text;
    inserted text;
    changed_before text;
    changed_after text;
    unit_part text;
    rows_of text;
    one_of text;
    inserted_change text;
    changed_change text;
    deleted_change text;
    watched boolean := exists (select from pg_trigger where tgrelid = relation and tgname = 'audit_insert_' || of_table);
begin
    select relnatts into width from pg_class where oid = relation;
    select string_agg(format('r.%I::text', a.attname), ' || ''/'' || ' order by k.ordinality),
        string_agg(format('coalesce(r.%1$I, o.%1$I)::text', a.attname), ' || ''/'' || ' order by k.ordinality),
        string_agg(format('o.%1$I = r.%1$I', a.attname), ' and ' order by k.ordinality), min(a.attname)
    into key, key_of_changed, joined, of_key
    from pg_index i
    cross join lateral unnest(i.indkey) with ordinality as k (attnum, ordinality)
    join pg_attribute a on a.attrelid = i.indrelid and a.attnum = k.attnum
    where i.indrelid = relation and i.indisprimary;
    if key is null then
        raise exception 'table % has no primary key and cannot be audited', of_table;
    end if;
    if exists (select from unnest(hidden || ignored) h where not exists (
            select from pg_attribute where attrelid = relation and attname = h and attnum > 0 and not attisdropped)) then
        raise exception 'table % has not all of the columns %', of_table, hidden || ignored;
    end if;
    unit := coalesce(unit_of, (
        select format('r.%I', attname) from pg_attribute
        where attrelid = relation and not attisdropped and attname in ('responsible_unit_code', 'unit_code')
        order by attname limit 1));
    select string_agg(format('case when r.%1$I is not null then %2$L || %3$s end', a.attname, to_json(a.attname) || ':',
            audit_value(format('r.%I', a.attname), a.atttypid::regtype, a.attname = any (hidden))), ', ' order by a.attnum),
        string_agg(format('case when o.%1$I%4$s is distinct from r.%1$I%4$s then %2$L || coalesce(%3$s, ''null'') end',
            a.attname, to_json(a.attname) || ':',
            audit_value(format('o.%I', a.attname), a.atttypid::regtype, a.attname = any (hidden)),
            case when a.atttypid = 'json'::regtype then '::text' else '' end), ', ' order by a.attnum),
        string_agg(format('case when o.%1$I%4$s is distinct from r.%1$I%4$s then %2$L || coalesce(%3$s, ''null'') end',
            a.attname, to_json(a.attname) || ':',
            audit_value(format('r.%I', a.attname), a.atttypid::regtype, a.attname = any (hidden)),
            case when a.atttypid = 'json'::regtype then '::text' else '' end), ', ' order by a.attnum)
    into inserted, changed_before, changed_after
    from pg_attribute a
    where a.attrelid = relation and a.attnum > 0 and not a.attisdropped and a.attgenerated <> 'v'
        and a.attname <> all (ignored);
    inserted_change := format($v$',"after":{' || concat_ws(',', %s) || '}'$v$, inserted);
    deleted_change := format($v$',"before":{' || concat_ws(',', %s) || '}'$v$, inserted);
    changed_change := format($v$case when o.%3$I is null then '' else coalesce(',"before":{' || nullif(concat_ws(',', %1$s), '') || '}', '') end
                || case when r.%3$I is null then '' else coalesce(',"after":{' || nullif(concat_ws(',', %2$s), '') || '}', '') end$v$,
        changed_before, changed_after, of_key);
    unit_part := case when unit is null then '''''' else format('coalesce('',"unit":'' || to_json(c.unit)::text, '''')') end;

    -- One row, which most statements change, is not worth a plan that takes thousands apart.
    one_of := $sql$
    if (select count(*) from (select from %5$s limit 2) few) = 1 then
        select %6$s as key, $sql$ || coalesce(unit, 'null::text') || $sql$ as unit, %2$s as change into one from %3$s;
        if found then
            if one.change <> '' then
                perform audit_append(%1$L, %4$L, 1,
                    array_remove(array[audit_key_mark(%1$L, one.key), audit_unit_mark(one.unit)], null),
                    '[{"key":' || to_json(one.key)::text || $sql$ || replace(unit_part, 'c.unit', 'one.unit') || $sql$ || one.change || '}]');
            end if;
            return null;
        end if;
    end if;$sql$;
    -- The rows of a statement, of each its key, its unit and what became of it, in parts of a thousand.
    rows_of := $sql$
    for part in
        select count(*)::integer as row_count, string_agg('{"key":' || to_json(c.key)::text || $sql$ || unit_part || $sql$ || c.change || '}', ',') as changes,
            array_agg(audit_key_mark(%1$L, c.key)) || array_remove(array_agg(audit_unit_mark(c.unit)), null) as marks
        from (select %5$s as key, $sql$ || coalesce(unit, 'null::text') || $sql$ as unit, %2$s as change,
            (row_number() over () - 1) / 1000 as part from %3$s) c
        where c.change <> ''
        group by c.part
    loop
        perform audit_append(%1$L, %4$L, part.row_count, part.marks, '[' || part.changes || ']');
    end loop;$sql$;

    execute format($sql$
create or replace function %1$I() returns trigger language plpgsql as $function$
declare
    one record;
    part record;
begin
    if (select relnatts from pg_class where oid = tg_relid) <> %2$s then
        raise exception 'columns of %3$s were added since it is audited: call audit_table(''%3$s'') again';
    end if;
    %4$s
    return null;
end
$function$;
create or replace function %5$I() returns trigger language plpgsql as $function$
declare
    one record;
    part record;
begin
    if (select relnatts from pg_class where oid = tg_relid) <> %2$s then
        raise exception 'columns of %3$s were added since it is audited: call audit_table(''%3$s'') again';
    end if;
    %6$s
    return null;
end
$function$;
create or replace function %7$I() returns trigger language plpgsql as $function$
declare
    one record;
    part record;
begin
    %8$s
    return null;
end
$function$;$sql$,
        'audit_insert_' || of_table, width, of_table,
        format(one_of, of_table, inserted_change, 'new_rows r', 'INSERT', 'new_rows', key)
            || format(rows_of, of_table, inserted_change, 'new_rows r', 'INSERT', key),
        'audit_update_' || of_table,
        format(one_of, of_table, changed_change, 'old_rows o cross join new_rows r where ' || joined, 'UPDATE', 'new_rows', key)
            || format(rows_of, of_table, changed_change, 'old_rows o full join new_rows r on ' || joined, 'UPDATE', key_of_changed),
        'audit_delete_' || of_table,
        format(one_of, of_table, deleted_change, 'old_rows r', 'DELETE', 'old_rows', key)
            || format(rows_of, of_table, deleted_change, 'old_rows r', 'DELETE', key));

    execute format('comment on function %I() is %L', 'audit_insert_' || of_table,
        json_build_object('unit_of', unit_of, 'hidden', hidden, 'ignored', ignored)::text);
    if watched then
        return;
    end if;
    execute format($sql$
create trigger %1$I after insert on %2$I referencing new table as new_rows for each statement execute function %1$I();
create trigger %3$I after update on %2$I referencing old table as old_rows new table as new_rows
    for each statement execute function %3$I();
create trigger %4$I after delete on %2$I referencing old table as old_rows for each statement execute function %4$I();
create trigger %5$I before truncate on %2$I for each statement execute function audit_refuse_change();
do $do$
declare
    part record;
begin
    %6$s
end
$do$;$sql$,
        'audit_insert_' || of_table, of_table, 'audit_update_' || of_table, 'audit_delete_' || of_table,
        'audit_truncate_' || of_table,
        format(rows_of, of_table, inserted_change, format('%I r', of_table), 'FOUND', key));
end
$body$;

-- Takes in columns that were added to audited tables; Flyway calls it whenever it has migrated.
create function audit_refresh() returns void language plpgsql as $$
declare
    grown record;
begin
    for grown in
        select c.relname, obj_description(p.oid, 'pg_proc')::json as settings
        from pg_class c
        join pg_trigger t on t.tgrelid = c.oid and t.tgname = 'audit_insert_' || c.relname
        join pg_proc p on p.oid = t.tgfoid
        where p.prosrc not like '%oid = tg_relid) <> ' || c.relnatts || ' then%'
    loop
        perform audit_table(grown.relname, grown.settings ->> 'unit_of',
            array (select json_array_elements_text(grown.settings -> 'hidden')),
            array (select json_array_elements_text(grown.settings -> 'ignored')));
    end loop;
end
$$;

-- select audit_exempt('name', 'reason'): the table is not audited, since what it holds is derived or technical.
create function audit_exempt(of_table text, reason text) returns void language plpgsql as $$
begin
    execute format('comment on table %I is %L', of_table, 'not audited: ' || reason);
end
$$;

select audit_exempt('audit_entry', 'it is the trail');
select audit_exempt('outbox_event', 'facts on their way; what they tell of is audited where it is stored');
select audit_exempt('inbox_event', 'ids of facts that were applied');
select audit_exempt('inbox_parked', 'facts that could not be applied, as they were received');
select audit_exempt('idempotent_answer', 'answers kept for a day, so that a repeated request is not done twice');
