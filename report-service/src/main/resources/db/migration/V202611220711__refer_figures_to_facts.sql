-- A frozen figure refers to the fact it was taken from, which nobody can remove below it; what a fact does not say is frozen
-- beside it: the responsible unit, a task's timeliness as at the cut-off, an indicator that had no grade.
drop trigger tg_report_figure_frozen on report_figure;

alter table report_figure
    add column grade_seq bigint,
    add column task_seq bigint,
    add column previous_grade_seq bigint,
    add column last_year_grade_seq bigint,
    add column unit_code text,
    add column timeliness text,
    add column original_timeliness text,
    add column due_on date,
    add column original_due_on date,
    add column revision integer not null default 0,
    add column taken_at timestamptz,
    add column taken_by text,
    add column reason text,
    alter column data drop not null;

update report_figure f set unit_code = f.data ->> 'unitCode', grade_seq = g.seq, data = null
from grade_fact g where f.kind = 'GRADE' and g.event_id = f.event_id;
update report_figure f set unit_code = f.data ->> 'unitCode', task_seq = t.seq, timeliness = f.data ->> 'timeliness',
    original_timeliness = f.data ->> 'timeliness', due_on = (f.data ->> 'due')::date, original_due_on = (f.data ->> 'due')::date,
    data = null
from task_fact t where f.kind = 'TASK' and t.event_id = f.event_id;

alter table report_figure
    drop column event_id,
    drop column business_date,
    alter column unit_code set not null,
    add constraint fk_report_figure_grade foreign key (grade_seq) references grade_fact (seq),
    add constraint fk_report_figure_task foreign key (task_seq) references task_fact (seq),
    add constraint fk_report_figure_previous foreign key (previous_grade_seq) references grade_fact (seq),
    add constraint fk_report_figure_last_year foreign key (last_year_grade_seq) references grade_fact (seq),
    add constraint ck_report_figure_source check (num_nonnulls(grade_seq, task_seq, data) = 1),
    add constraint ck_report_figure_task check ((kind = 'TASK') = (timeliness is not null)),
    add constraint ck_report_figure_revision check ((revision = 0) = (reason is null));
comment on column report_figure.data is 'the figure of an indicator that had no grade as at the cut-off';
comment on column report_figure.reason is 'why this revision replaced the one before';

create table report_figure_history (like report_figure,
    constraint pk_report_figure_history primary key (report_id, kind, subject_id, revision));

create function replace_open_figure() returns trigger language plpgsql as $$
begin
    if (new.report_id, new.kind, new.subject_id, new.ordinal, new.revision)
            is distinct from (old.report_id, old.kind, old.subject_id, old.ordinal, old.revision + 1) then
        raise exception 'a frozen figure is only replaced by its next revision' using errcode = 'restrict_violation';
    end if;
    if not exists (select 1 from report where id = new.report_id
                   and open_parts && array['*', 'figure:' || new.kind || ':' || new.subject_id]) then
        raise exception 'the figure is locked' using errcode = 'restrict_violation';
    end if;
    insert into report_figure_history select old.*;
    return new;
end $$;

create trigger tg_report_figure_replaced before update on report_figure
    for each row execute function replace_open_figure();
create trigger tg_report_figure_kept before delete on report_figure
    for each row execute function refuse_change();
create trigger tg_report_figure_history_kept before update or delete on report_figure_history
    for each row execute function refuse_change();

select audit_exempt('report_figure_history', 'the earlier revisions of report_figure, with who replaced them and why');
