-- A receiver outside of the platform takes no report here: the sender's own standing body notes that it did. A unit that ceased
-- to be owes no longer what it had not sent: the obligation lapses, and stays to be seen.
alter table report_obligation
    add column receiver_name text,
    add column lapsed_on date,
    drop constraint ck_report_obligation_receiver,
    add constraint ck_report_obligation_receiver check ((unit_code = receiver_unit_code) = (receiver_name is not null));
comment on column report_obligation.receiver_name is 'who receives outside of the platform; receiver_unit_code is then the sender';
comment on column report_obligation.lapsed_on is 'the last day of the unit, when nothing was sent by then';

create index ix_report_obligation_unsent on report_obligation (due_on) where submitted_at is null and lapsed_on is null;
