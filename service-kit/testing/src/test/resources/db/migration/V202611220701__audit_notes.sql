select audit_table('note');

create table audited (
    part text,
    number integer,
    unit_code text,
    amount numeric,
    tags text[] not null default '{}',
    document json,
    secret text,
    content bytea,
    constraint pk_audited primary key (part, number)
);
select audit_table('audited', hidden => '{secret}');
