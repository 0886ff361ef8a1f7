select scope_table('note', 'unit_code');
select scope_table('audited', 'unit_code');

create table remark (
    id bigint generated always as identity,
    note_id bigint not null,
    content text not null,
    constraint pk_remark primary key (id)
);
select audit_table('remark', '(select n.unit_code from note n where n.id = r.note_id)');
select scope_part('remark', 'note_id', 'note');
