-- What was issued: an edition of a report with its number in the unit's register, and its files as bytes. Nothing of it ever changes.
create table report_edition (
    report_id uuid not null,
    number integer not null,
    unit_code text not null,
    document_number integer not null,
    symbol text not null,
    year integer not null,
    notation text not null,
    title text not null,
    issued_on date not null,
    issued_at timestamptz not null,
    issued_by text not null,
    reason text,
    differences jsonb not null,
    content_sha256 text not null,
    previous_sha256 text,
    constraint pk_report_edition primary key (report_id, number),
    constraint fk_report_edition_report foreign key (report_id) references report (id),
    constraint uq_report_edition_document unique (unit_code, symbol, year, document_number),
    constraint ck_report_edition_number check (number > 0),
    constraint ck_report_edition_previous check ((number = 1) = (previous_sha256 is null)),
    constraint ck_report_edition_document check (document_number > 0)
);

create table report_edition_file (
    report_id uuid not null,
    number integer not null,
    format text not null,
    name text not null,
    media_type text not null,
    size integer not null,
    sha256 text not null,
    content bytea not null,
    constraint pk_report_edition_file primary key (report_id, number, format),
    constraint fk_report_edition_file_edition foreign key (report_id, number) references report_edition (report_id, number),
    constraint ck_report_edition_file_format check (format in ('PDF', 'DOCX', 'XLSX', 'JSON', 'JADES')),
    constraint ck_report_edition_file_sha256 check (sha256 = encode(sha256(content), 'hex') and size = octet_length(content))
);

-- Documents are packed already: to compress them again would only cost time.
alter table report_edition_file alter column content set storage external;

create index ix_report_edition_file_pdf on report_edition_file (sha256) where format = 'PDF';

-- The last number that a unit has given in a year under a symbol; whoever issues waits for whoever is issuing.
create table document_register (
    unit_code text not null,
    symbol text not null,
    year integer not null,
    last_number integer not null,
    constraint pk_document_register primary key (unit_code, symbol, year)
);

create trigger tg_report_edition_kept before update or delete on report_edition
    for each row execute function refuse_change();

create trigger tg_report_edition_file_kept before update or delete on report_edition_file
    for each row execute function refuse_change();

select audit_table('report_edition');
select audit_table('report_edition_file',
    '(select e.unit_code from report_edition e where e.report_id = r.report_id and e.number = r.number)');
select audit_table('document_register');
