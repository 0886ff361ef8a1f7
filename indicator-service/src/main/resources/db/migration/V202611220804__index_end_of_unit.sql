-- Which units have ceased is asked every minute, and what a unit took over by its code; few units have ceased.
create index ix_unit_valid_to on unit (valid_to) where valid_to is not null;
create index ix_unit_successor_code on unit (successor_code) where successor_code is not null;
