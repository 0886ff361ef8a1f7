-- A commune's evaluation of a year: what the published ranking says of it, in words of its own, assessed and confirmed above.
-- JSON is kept as text, since what was confirmed stays as it was byte for byte.
create table evaluation_sheet (
    id uuid not null,
    unit_code text not null,
    above_unit_code text not null,
    year integer not null,
    ranking_id uuid not null,
    standing text not null,
    self_assessment text not null,
    points text not null,
    assessment text,
    status text not null,
    classification text,
    made_at timestamptz not null,
    made_by text not null,
    submitted_at timestamptz,
    submitted_by text,
    assessed_at timestamptz,
    assessed_by text,
    confirmed_at timestamptz,
    confirmed_by text,
    version bigint not null,
    constraint pk_evaluation_sheet primary key (id),
    constraint fk_evaluation_sheet_ranking foreign key (ranking_id) references ranking (id),
    constraint uq_evaluation_sheet_unit unique (unit_code, year),
    constraint ck_evaluation_sheet_status check (status in ('DRAFT', 'SUBMITTED', 'ASSESSED', 'CONFIRMED')),
    constraint ck_evaluation_sheet_confirmed check ((status = 'CONFIRMED') = (confirmed_at is not null)),
    constraint ck_evaluation_sheet_classification check (classification in ('EXCELLENT', 'GOOD', 'COMPLETED', 'NOT_COMPLETED'))
);

create index ix_evaluation_sheet_list on evaluation_sheet (year desc, unit_code, id);

create trigger tg_evaluation_sheet_confirmed before update or delete on evaluation_sheet
    for each row when (old.status = 'CONFIRMED') execute function refuse_change();
create trigger tg_evaluation_sheet_standing before update on evaluation_sheet
    for each row when (old.standing is distinct from new.standing or old.ranking_id <> new.ranking_id)
    execute function refuse_change();
