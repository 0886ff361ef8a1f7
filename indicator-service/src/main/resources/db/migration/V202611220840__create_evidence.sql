-- Files that prove a measurement's figures. revision is the measurement's at the upload.
create table evidence (
    id uuid not null,
    measurement_id uuid not null,
    revision integer not null,
    file_name text not null,
    original_name text not null,
    media_type text not null,
    size integer not null,
    sha256 text not null,
    uploaded_by text not null,
    uploaded_at timestamptz not null,
    constraint pk_evidence primary key (id),
    constraint fk_evidence_measurement_id foreign key (measurement_id) references measurement (id),
    constraint uq_evidence_content unique (measurement_id, sha256),
    constraint ck_evidence_size check (size between 1 and 26214400)
);

-- Apart, so that lists do not read files. Not compressed: the types are, and parts of the content are read by position.
create table evidence_content (
    evidence_id uuid not null,
    content bytea not null,
    constraint pk_evidence_content primary key (evidence_id),
    constraint fk_evidence_content_evidence_id foreign key (evidence_id) references evidence (id) on delete cascade
);

alter table evidence_content alter column content set storage external;
