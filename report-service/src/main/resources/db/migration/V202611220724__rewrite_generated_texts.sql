-- A figure that was put right shows in the text that was made from it: the generated text of a section follows while any part of
-- its report is open. What people wrote stays locked.
create or replace function require_open_section() returns trigger language plpgsql as $$
declare
    open text[] := (select open_parts from report where id = new.report_id);
begin
    if open && array['*', 'section:' || new.key] then
        return new;
    end if;
    if tg_op = 'UPDATE' and cardinality(open) > 0
            and (to_jsonb(new) - 'generated_text') = (to_jsonb(old) - 'generated_text') then
        return new;
    end if;
    raise exception 'the section is locked: %', new.key using errcode = 'restrict_violation';
end $$;
