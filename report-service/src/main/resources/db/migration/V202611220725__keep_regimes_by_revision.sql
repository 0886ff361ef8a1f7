-- A regime is edited by revisions: an open period keeps the one that it was opened under, with the days and the senders that
-- followed from it. An ad hoc call is a period with a title, days, senders and an outline of its own.
alter table report_regime
    add column revision integer not null default 1,
    add column receiver_name text,
    add column consolidating_unit_code text,
    add column layout text,
    add column reminders jsonb not null default '{"before": [3, 1], "after": [1, 7, 14, 30]}',
    add column begun_on date,
    add column ends_on date,
    drop constraint ck_report_regime_sender_rule;

update report_regime set begun_on = opened_until, layout = case when block = 'DANG' then 'PARTY' else 'GOVERNMENT' end;

alter table report_regime
    alter column layout set not null,
    alter column begun_on set not null,
    add constraint ck_report_regime_layout check (layout in ('GOVERNMENT', 'PARTY')),
    add constraint ck_report_regime_sender_rule
        check (sender_rule in ('LISTED', 'COMMUNES_BELOW_RECEIVER', 'AGENCIES_BELOW_RECEIVER'));
comment on column report_regime.begun_on is 'periods cut off on this day or before are opened by hand only';
comment on column report_regime.ends_on is 'periods cut off after this day are not opened any more';
comment on column report_regime.receiver_name is 'a receiver outside of the platform; receiver_unit_code then keeps the regime';

create table report_regime_revision (
    regime_id uuid not null,
    revision integer not null,
    settings jsonb not null,
    set_at timestamptz not null,
    set_by text not null,
    constraint pk_report_regime_revision primary key (regime_id, revision),
    constraint fk_report_regime_revision_regime foreign key (regime_id) references report_regime (id)
);

insert into report_regime_revision (regime_id, revision, settings, set_at, set_by)
select id, 1, jsonb_build_object('name', name, 'senderRule', sender_rule, 'senders', to_jsonb(senders),
    'frequencies', to_jsonb(frequencies), 'cutOffRule', jsonb_build_object('basis', basis, 'cutOffDay', cut_off_day),
    'dueRule', due_rule, 'reminders', reminders, 'sections', sections -> 'items', 'block', block, 'layout', layout),
    created_at, created_by
from report_regime;

create trigger tg_report_regime_revision_kept before update or delete on report_regime_revision
    for each row execute function refuse_change();

create table report_period (
    regime_id uuid not null,
    period text not null,
    revision integer not null,
    title text,
    from_on date not null,
    cut_off_on date not null,
    province_due_on date not null,
    commune_due_on date not null,
    agency_due_on date not null,
    last_due_on date not null generated always as (greatest(province_due_on, commune_due_on, agency_due_on)) stored,
    sender_rule text not null,
    senders text[] not null,
    receiver_name text,
    remind_before integer[] not null,
    remind_after integer[] not null,
    sections jsonb,
    opened_at timestamptz not null,
    opened_by text,
    constraint pk_report_period primary key (regime_id, period),
    constraint fk_report_period_revision foreign key (regime_id, revision) references report_regime_revision (regime_id, revision),
    constraint ck_report_period_days check (from_on <= cut_off_on and cut_off_on <= least(province_due_on, commune_due_on, agency_due_on)),
    constraint ck_report_period_call check ((period like '%-X%') = (title is not null))
);
comment on table report_period is 'the open periods of regimes; one with a title is an ad hoc call';
comment on column report_period.sections is 'the outline of a call that has its own';
comment on column report_period.opened_by is 'null when the clock opened it';

create unique index uq_report_period_call on report_period (regime_id, cut_off_on, lower(title)) where title is not null;
create index ix_report_period_last_due_on on report_period (last_due_on);

insert into report_period (regime_id, period, revision, from_on, cut_off_on, province_due_on, commune_due_on, agency_due_on,
    sender_rule, senders, remind_before, remind_after, opened_at)
select o.regime_id, o.period, 1, o.from_on, o.cut_off_on, o.due_on, o.due_on, o.due_on, r.sender_rule, r.senders,
    '{3,1}', '{1,7,14,30}', o.opened_at
from (select regime_id, period, min(from_on) as from_on, min(cut_off_on) as cut_off_on, max(due_on) as due_on,
        min(opened_at) as opened_at from report_obligation group by regime_id, period) o
join report_regime r on r.id = o.regime_id;

alter table report_obligation add constraint fk_report_obligation_period
    foreign key (regime_id, period) references report_period (regime_id, period);

-- Ad hoc calls are numbered through a year over all regimes.
create table report_call_number (
    year integer not null,
    last integer not null,
    constraint pk_report_call_number primary key (year)
);

select audit_table('report_period', '(select g.receiver_unit_code from report_regime g where g.id = r.regime_id)');
select audit_exempt('report_regime_revision', 'the earlier settings of report_regime, which is audited');
select audit_exempt('report_call_number', 'the last number that a call was given; the calls are audited');
