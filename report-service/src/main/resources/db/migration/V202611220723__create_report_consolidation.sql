-- What a report took from those of the units below: merged facts, and from which edition of whose report each came.
create table report_consolidation (
    report_id uuid not null,
    made_at timestamptz not null,
    made_by text not null,
    merged jsonb not null,
    constraint pk_report_consolidation primary key (report_id),
    constraint fk_report_consolidation_report foreign key (report_id) references report (id)
);

create table report_source (
    report_id uuid not null,
    child_id uuid not null,
    edition integer not null,
    constraint pk_report_source primary key (report_id, child_id),
    constraint fk_report_source_consolidation foreign key (report_id) references report_consolidation (report_id),
    constraint fk_report_source_child foreign key (child_id) references report (id)
);

create index ix_report_source_child_id on report_source (child_id);
create index ix_report_obligation_receiver on report_obligation (receiver_unit_code, period);

create function require_open_whole_report() returns trigger language plpgsql as $$
begin
    if not exists (select 1 from report
                   where id = (case when tg_op = 'DELETE' then old.report_id else new.report_id end) and '*' = any (open_parts)) then
        raise exception 'the report is locked' using errcode = 'restrict_violation';
    end if;
    return case when tg_op = 'DELETE' then old else new end;
end $$;

create trigger tg_report_consolidation_locked before insert or update or delete on report_consolidation
    for each row execute function require_open_whole_report();
create trigger tg_report_source_locked before insert or update or delete on report_source
    for each row execute function require_open_whole_report();
