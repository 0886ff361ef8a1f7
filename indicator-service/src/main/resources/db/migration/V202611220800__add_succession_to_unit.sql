-- A unit that was merged names the one that took its place, and that one names those it came from.
alter table unit add column successor_code text;
alter table unit add column predecessor_codes text[] not null default '{}';
alter table unit add constraint fk_unit_successor_code foreign key (successor_code) references unit (code)
    deferrable initially deferred;
alter table unit add constraint ck_unit_successor check (successor_code is null or valid_to is not null);
