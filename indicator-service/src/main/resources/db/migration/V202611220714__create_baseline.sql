-- Where an indicator started, as its plan or a decision states it; without a row the first verified figure stands in.
create table baseline (
    indicator_id uuid not null,
    on_date date not null,
    value numeric not null,
    source text not null,
    stated_by text not null,
    stated_at timestamptz not null,
    version bigint not null,
    constraint pk_baseline primary key (indicator_id),
    constraint fk_baseline_indicator_id foreign key (indicator_id) references indicator (id)
);
