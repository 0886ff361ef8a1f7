-- Why parts of an accepted report were opened, by whom, and with which edition that ended (null and withdrawn: with none).
create table report_correction (
    report_id uuid not null,
    number integer not null,
    parts text[] not null,
    reason text not null,
    document text,
    opened_at timestamptz not null,
    opened_by text not null,
    opened_by_receiver boolean not null,
    closed_at timestamptz,
    edition integer,
    withdrawn boolean not null default false,
    constraint pk_report_correction primary key (report_id, number),
    constraint fk_report_correction_report foreign key (report_id) references report (id),
    constraint ck_report_correction_parts check (cardinality(parts) > 0)
);
