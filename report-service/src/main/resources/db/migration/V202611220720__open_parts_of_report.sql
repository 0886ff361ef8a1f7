-- What of a report may be changed is said in one place: report.open_parts. '*' is all of it, 'section:<key>' one section,
-- 'figure:<kind>:<subject id>' one figure; empty while it lies with the receiver and after it was accepted. A correction opens
-- parts of an accepted report; correction_parts remembers them, so that a correction that comes back is open in these again.
drop trigger tg_report_accepted on report;
drop trigger tg_report_section_accepted on report_section;
drop trigger tg_report_figure_accepted on report_figure;
drop function refuse_change_of_accepted();

alter table report
    add column open_parts text[] not null default '{*}',
    add column correction_parts text[] not null default '{}',
    add column edition integer not null default 0,
    add column accepted_edition integer,
    add column changed boolean not null default false;

update report r set open_parts = '{}' from report_obligation o where o.id = r.id and o.status in ('SUBMITTED', 'ACCEPTED');

alter table report add constraint ck_report_correction_parts check (accepted_edition is not null or correction_parts = '{}');
comment on column report.edition is 'the newest issued edition, 0 before the first';
comment on column report.changed is 'whether anything was changed since the newest edition was issued';
comment on column report.accepted_edition is 'the newest accepted edition';

alter table report_review add column edition integer not null default 1;

alter table report_obligation drop constraint ck_report_obligation_status;
alter table report_obligation
    add column accepted_at timestamptz,
    add column consolidated_in uuid,
    add constraint ck_report_obligation_status
        check (status in ('OPEN', 'DRAFTED', 'SUBMITTED', 'ACCEPTED', 'RETURNED', 'CORRECTING', 'CONSOLIDATED'));
update report_obligation o set accepted_at = r.accepted_at from report r where r.id = o.id;
comment on column report_obligation.accepted_at is 'first acceptance: from then on the obligation is met, also while a correction is under way';

create trigger tg_report_kept before delete on report for each row execute function refuse_change();

create function require_open_section() returns trigger language plpgsql as $$
begin
    if not exists (select 1 from report where id = new.report_id and open_parts && array['*', 'section:' || new.key]) then
        raise exception 'the section is locked: %', new.key using errcode = 'restrict_violation';
    end if;
    return new;
end $$;

create trigger tg_report_section_locked before insert or update on report_section
    for each row execute function require_open_section();
create trigger tg_report_section_kept before delete on report_section
    for each row execute function refuse_change();

create function require_open_report() returns trigger language plpgsql as $$
begin
    if exists (select 1 from (select distinct report_id from added) a join report r on r.id = a.report_id
               where not '*' = any (r.open_parts)) then
        raise exception 'the report is locked' using errcode = 'restrict_violation';
    end if;
    return null;
end $$;

create trigger tg_report_figure_locked after insert on report_figure
    referencing new table as added for each statement execute function require_open_report();
comment on column report_obligation.consolidated_in is 'the receiver''s report that took its accepted edition';

create trigger tg_report_heading_kept before update on report
    for each row when ((old.title, old.drafted_at, old.drafted_by) is distinct from (new.title, new.drafted_at, new.drafted_by))
    execute function refuse_change();
