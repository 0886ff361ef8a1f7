create table note (
    id bigint generated always as identity,
    unit_code text not null,
    content text not null,
    version bigint not null default 0,
    constraint pk_note primary key (id),
    constraint uq_note_content unique (content)
);
