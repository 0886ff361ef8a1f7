-- An accepted report never changes and frozen figures never do, whoever writes.
create function refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'this row never changes: %', tg_table_name using errcode = 'restrict_violation';
end $$;

create trigger tg_report_accepted before update or delete on report
    for each row when (old.accepted_at is not null) execute function refuse_change();

create function refuse_change_of_accepted() returns trigger language plpgsql as $$
begin
    if exists (select 1 from report
               where id = (case when tg_op = 'DELETE' then old.report_id else new.report_id end) and accepted_at is not null) then
        raise exception 'an accepted report never changes: %', tg_table_name using errcode = 'restrict_violation';
    end if;
    return case when tg_op = 'DELETE' then old else new end;
end $$;

create trigger tg_report_section_accepted before insert or update or delete on report_section
    for each row execute function refuse_change_of_accepted();

create trigger tg_report_figure_accepted before insert on report_figure
    for each row execute function refuse_change_of_accepted();

create trigger tg_report_figure_frozen before update or delete on report_figure
    for each row execute function refuse_change();

create trigger tg_report_section_revision_kept before update or delete on report_section_revision
    for each row execute function refuse_change();

create trigger tg_report_review_kept before update or delete on report_review
    for each row execute function refuse_change();
