-- Row-level security behind the query filters. The setting monitoring.scope says whose rows are shown: 'system' all, for the
-- platform's own work; 'units 31 10675' those of the subtrees of these units; unset or anything else none.
--
-- Each table is named once in a migration, the one that makes it:
--   select scope_table('plan', 'unit_code')                   the expression over its columns gives its unit's code
--   select scope_part('target', 'indicator_id', 'indicator')  visible, and to be written, where the row it is a part of is
--   select scope_read('plan', 'condition', 'reason')          beyond that, rows that are read, not written
--   select scope_exempt('name', 'reason')                     holds no unit's rows, or is judged elsewhere
--
-- The flag is asked once a query, the caller's units are gathered once a query and table and looked up by hash. Operators
-- that are not leakproof (those of ltree, trigrams and arrays) cannot lead to rows of such tables by an index any more:
-- let queries come from `unit`, which is open, and join by equality.
create function scope_is_system() returns boolean language sql stable parallel safe
return coalesce(current_setting('monitoring.scope', true), '') = 'system';

-- The codes of the units that the caller acts in: his own and all below. The table unit(code, path) is each service's.
create function scope_units() returns setof text language plpgsql stable parallel safe rows 100 as $$
begin
    return query
        select below.code from unit mine join unit below on below.path <@ mine.path
        where mine.code = any (string_to_array(substr(current_setting('monitoring.scope', true), 7), ' '));
end
$$;

-- The codes of the units above the caller's own, and his own: those whose rules hold for him.
create function scope_above() returns setof text language plpgsql stable parallel safe rows 5 as $$
begin
    return query
        select above.code from unit mine join unit above on above.path @> mine.path
        where mine.code = any (string_to_array(substr(current_setting('monitoring.scope', true), 7), ' '));
end
$$;

-- For triggers that derive rows beyond the units of whoever writes: what they do between these two is the platform's work.
--   scope constant text := scope_as_system();  …  perform scope_back(scope);
-- An error takes the setting back with all else that was done since.
create function scope_as_system() returns text language plpgsql as $$
declare
    scope constant text := coalesce(current_setting('monitoring.scope', true), '');
begin
    perform set_config('monitoring.scope', 'system', true);
    return scope;
end
$$;

create function scope_back(scope text) returns void language plpgsql as $$
begin
    perform set_config('monitoring.scope', scope, true);
end
$$;

create function scope_by(of_table text, condition text) returns void language plpgsql
set client_min_messages = warning as $$
begin
    execute format('alter table %I enable row level security', of_table);
    execute format('alter table %I force row level security', of_table);
    execute format('drop policy if exists scope_rows on %I', of_table);
    execute format('drop policy if exists scope_exempt on %I', of_table);
    execute format('create policy scope_rows on %I using ((select scope_is_system()) or %s)', of_table, condition);
end
$$;

create function scope_table(of_table text, unit_of text) returns void language plpgsql as $$
begin
    perform scope_by(of_table, format('(%s) in (select scope_units())', unit_of));
end
$$;

-- `offset 0` lets each row look up the one it is a part of, instead of reading all of them for a list of fifty.
create function scope_part(of_table text, refers text, whole text, key text default 'id') returns void language plpgsql as $$
begin
    perform scope_by(of_table, format('exists (select from %I w where w.%I = %I.%I offset 0)', whole, key, of_table, refers));
end
$$;

create function scope_read(of_table text, condition text, reason text) returns void language plpgsql
set client_min_messages = warning as $$
begin
    execute format('drop policy if exists scope_read on %I', of_table);
    execute format('create policy scope_read on %I for select using (%s)', of_table, condition);
    execute format('comment on policy scope_read on %I is %L', of_table, reason);
end
$$;

-- A policy without row-level security: it does nothing but say why.
create function scope_exempt(of_table text, reason text) returns void language plpgsql
set client_min_messages = warning as $$
begin
    execute format('alter table %I no force row level security', of_table);
    execute format('alter table %I disable row level security', of_table);
    execute format('drop policy if exists scope_rows on %I', of_table);
    execute format('drop policy if exists scope_read on %I', of_table);
    execute format('drop policy if exists scope_exempt on %I', of_table);
    execute format('create policy scope_exempt on %I using (true)', of_table);
    execute format('comment on policy scope_exempt on %I is %L', of_table, reason);
end
$$;

select scope_exempt('audit_entry', 'an entry holds rows of many units; one resource reads it, row by row within the units');
select scope_exempt('outbox_event', 'facts on their way, read by the relay only');
select scope_exempt('inbox_event', 'ids of facts that were applied');
select scope_exempt('inbox_parked', 'facts that could not be applied, read by who runs the platform');
select scope_exempt('idempotent_answer', 'answers by their owner, who is part of the key');
