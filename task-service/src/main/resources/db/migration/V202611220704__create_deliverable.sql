-- What a task was to bring about: a file, or a reference to a document.
create table deliverable (
    id uuid not null,
    task_id uuid not null,
    kind text not null,
    title text not null,
    document_number text,
    issued_on date,
    file_name text,
    media_type text,
    size integer,
    sha256 text,
    received_at timestamptz not null,
    by_username text not null,
    constraint pk_deliverable primary key (id),
    constraint fk_deliverable_task foreign key (task_id) references task (id),
    constraint ck_deliverable_kind check ((kind = 'FILE') = (file_name is not null))
);

create index ix_deliverable_task_id on deliverable (task_id, received_at);

-- Apart, so that lists do not read files.
create table deliverable_content (
    deliverable_id uuid not null,
    content bytea not null,
    constraint pk_deliverable_content primary key (deliverable_id),
    constraint fk_deliverable_content_deliverable foreign key (deliverable_id) references deliverable (id)
);

alter table deliverable_content alter column content set storage external;
