-- A report answers one obligation and has its id. Its figures are frozen as at the cut-off; its sections are edited by hand.
create table report (
    id uuid not null,
    title text not null,
    drafted_at timestamptz not null,
    drafted_by text not null,
    submitted_at timestamptz,
    submitted_by text,
    submitted_by_subject text,
    accepted_at timestamptz,
    accepted_by text,
    returned_at timestamptz,
    returned_by text,
    return_reason text,
    edited_at timestamptz,
    version bigint not null,
    constraint pk_report primary key (id),
    constraint fk_report_obligation foreign key (id) references report_obligation (id)
);

create table report_section (
    report_id uuid not null,
    key text not null,
    ordinal integer not null,
    title text not null,
    content text not null,
    generated_text text not null,
    edited_text text,
    revision integer not null,
    edited_at timestamptz,
    edited_by text,
    constraint pk_report_section primary key (report_id, key),
    constraint fk_report_section_report foreign key (report_id) references report (id)
);

create table report_section_revision (
    report_id uuid not null,
    key text not null,
    revision integer not null,
    text text not null,
    edited_at timestamptz not null,
    edited_by text not null,
    constraint pk_report_section_revision primary key (report_id, key, revision),
    constraint fk_report_section_revision_section foreign key (report_id, key) references report_section (report_id, key)
);

create table report_figure (
    report_id uuid not null,
    kind text not null,
    subject_id uuid not null,
    ordinal integer not null,
    event_id text not null,
    business_date date not null,
    data jsonb not null,
    constraint pk_report_figure primary key (report_id, kind, subject_id),
    constraint fk_report_figure_report foreign key (report_id) references report (id),
    constraint ck_report_figure_kind check (kind in ('GRADE', 'TASK'))
);

create table report_review (
    report_id uuid not null,
    number integer not null,
    outcome text not null,
    reason text,
    submitted_at timestamptz not null,
    decided_at timestamptz not null,
    decided_by text not null,
    constraint pk_report_review primary key (report_id, number),
    constraint fk_report_review_report foreign key (report_id) references report (id),
    constraint ck_report_review_outcome check (outcome in ('ACCEPTED', 'RETURNED'))
);
