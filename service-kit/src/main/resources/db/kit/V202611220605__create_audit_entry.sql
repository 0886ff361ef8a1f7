-- The audit trail: every change of business data, hash-chained, appended in the transaction of the change and never changed.
--
-- An entry holds up to 1,000 rows of one statement. `changes` is the text of a JSON array of {key, unit, before, after} (of an
-- insert `after` alone without what is null, of an update the columns that changed); it is kept as written, since it is
-- hashed as written. `marks` are hashes of its keys and units, by which entries are found. Chains are many so that writers do
-- not wait for each other; seq counts without gaps in each. The first entry of a chain has 32 zero bytes as previous hash.
create table audit_entry (
    chain smallint not null,
    seq bigint not null,
    previous bytea not null,
    hash bytea not null,
    at timestamptz not null,
    transaction bigint not null,
    table_name text not null,
    kind text not null,
    subject text,
    username text not null,
    roles text,
    request text,
    operation text,
    row_count integer not null,
    marks integer[] not null,
    changes text not null,
    constraint pk_audit_entry primary key (chain, seq),
    constraint ck_audit_entry_kind check (kind in ('FOUND', 'INSERT', 'UPDATE', 'DELETE', 'ACCESS'))
);

create index ix_audit_entry_at on audit_entry (at, chain, seq);
create index ix_audit_entry_table_name on audit_entry (table_name, at, chain, seq);
create index ix_audit_entry_username on audit_entry (username, at, chain, seq);
create index ix_audit_entry_marks on audit_entry using gin (marks);

create function audit_refuse_change() returns trigger language plpgsql as $$
begin
    raise exception '% of % is refused: the audit trail is only added to, and what it watches is never emptied at once',
        lower(tg_op), tg_table_name using errcode = 'restrict_violation';
end
$$;

create trigger tr_audit_entry_append_only before update or delete or truncate on audit_entry
    for each statement execute function audit_refuse_change();

-- The text that is hashed: of each field its length in bytes, a colon, the field, a comma; of null only colon and comma.
-- Unambiguous, whatever a field holds.
create function audit_hash(of_chain smallint, of_seq bigint, of_previous bytea, of_at timestamptz, of_transaction bigint,
    of_table text, of_kind text, of_subject text, of_username text, of_roles text, of_request text, of_operation text,
    of_rows integer, of_marks integer[], of_changes text) returns bytea language sql stable parallel safe
return sha256(convert_to(concat(
    octet_length(of_chain::text), ':', of_chain, ',',
    octet_length(of_seq::text), ':', of_seq, ',',
    64, ':', encode(of_previous, 'hex'), ',',
    octet_length((extract(epoch from of_at) * 1000000)::bigint::text), ':', (extract(epoch from of_at) * 1000000)::bigint, ',',
    octet_length(of_transaction::text), ':', of_transaction, ',',
    octet_length(of_table), ':', of_table, ',',
    octet_length(of_kind), ':', of_kind, ',',
    octet_length(of_subject), ':', of_subject, ',',
    octet_length(of_username), ':', of_username, ',',
    octet_length(of_roles), ':', of_roles, ',',
    octet_length(of_request), ':', of_request, ',',
    octet_length(of_operation), ':', of_operation, ',',
    octet_length(of_rows::text), ':', of_rows, ',',
    octet_length(array_to_string(of_marks, ' ')), ':', array_to_string(of_marks, ' '), ',',
    octet_length(of_changes), ':', of_changes, ','), 'UTF8'));

-- How many chains there are: as many transactions can write at once without waiting.
create function audit_chains() returns integer language sql immutable parallel safe return 64;

-- The last entry of each chain that has one.
create function audit_heads() returns table (chain smallint, seq bigint, hash bytea) language sql stable
begin atomic
    select h.chain, h.seq, h.hash
    from generate_series(0, audit_chains() - 1) as c (chain)
    cross join lateral (
        select e.chain, e.seq, e.hash from audit_entry e where e.chain = c.chain order by e.seq desc limit 1) h
    order by h.chain;
end;

-- Appends an entry to the chain that this transaction holds, taking a free one at the first time.
--
-- A chain is held by an advisory lock ("audi") to the end of the transaction. How far it is stands in a setting of the
-- transaction, not in a table: a rollback, also to a savepoint, takes lock, setting and entries back together. Who changes
-- is told by the setting monitoring.caller, which holds for one transaction; without it by the database's own session.
create function audit_append(of_table text, of_kind text, of_rows integer, of_marks integer[], of_changes text) returns void
language plpgsql as $$
declare
    chains constant integer := audit_chains();
    head text := current_setting('monitoring.audit_head', true);
    caller json := nullif(current_setting('monitoring.caller', true), '')::json;
    entry audit_entry;
    chosen integer;
begin
    if coalesce(head, '') = '' then
        chosen := pg_backend_pid() % chains;
        for attempt in 1..chains loop
            exit when pg_try_advisory_xact_lock(x'61756469'::integer, chosen);
            chosen := (chosen + 1) % chains;
            if attempt = chains then
                perform pg_advisory_xact_lock(x'61756469'::integer, chosen);
            end if;
        end loop;
        entry.chain := chosen;
        select e.seq, e.hash into entry.seq, entry.previous from audit_entry e where e.chain = chosen order by e.seq desc limit 1;
    else
        entry.chain := split_part(head, ' ', 1)::smallint;
        entry.seq := split_part(head, ' ', 2)::bigint;
        entry.previous := decode(split_part(head, ' ', 3), 'hex');
    end if;
    entry.seq := coalesce(entry.seq, 0) + 1;
    entry.previous := coalesce(entry.previous, decode(repeat('00', 32), 'hex'));
    entry.at := clock_timestamp();
    entry.transaction := pg_current_xact_id()::text::bigint;
    entry.table_name := of_table;
    entry.kind := of_kind;
    entry.subject := caller ->> 'subject';
    entry.username := coalesce(caller ->> 'username', 'database:' || session_user);
    entry.roles := caller ->> 'roles';
    entry.request := caller ->> 'request';
    entry.operation := case when caller is null then nullif(current_setting('application_name'), '')
        else caller ->> 'operation' end;
    entry.row_count := of_rows;
    entry.marks := case when of_rows = 1 then of_marks else array (select distinct m from unnest(of_marks) m) end;
    entry.changes := of_changes;
    entry.hash := audit_hash(entry.chain, entry.seq, entry.previous, entry.at, entry.transaction, entry.table_name, entry.kind,
        entry.subject, entry.username, entry.roles, entry.request, entry.operation, entry.row_count, entry.marks,
        entry.changes);
    insert into audit_entry select entry.*;
    perform set_config('monitoring.audit_head', entry.chain || ' ' || entry.seq || ' ' || encode(entry.hash, 'hex'), true);
end
$$;

-- By which an entry is found: a row of a table, and a unit.
create function audit_key_mark(of_table text, key text) returns integer language sql immutable parallel safe
return hashtext(of_table || '/' || key);

create function audit_unit_mark(unit text) returns integer language sql immutable parallel safe
return hashtext('unit ' || unit);

-- Notes that data was read that must not be read unnoticed. In the transaction of the caller.
create function audit_access(of_table text, key text, unit text, what text) returns void language sql
begin atomic
    select audit_append(of_table, 'ACCESS', 1,
        array_remove(array[audit_key_mark(of_table, key), audit_unit_mark(unit)], null),
        '[{"key":' || to_json(key) || coalesce(',"unit":' || to_json(unit), '') || ',"what":' || to_json(what) || '}]');
end;
