-- A grade is about two kilobytes of text, at the size from which PostgreSQL would compress each row; written by tens of
-- thousands at once that would cost more than all the rest. Indicators are never deleted, so a foreign key would only be
-- checked again and again.
alter table grade set (toast_tuple_target = 8160);
alter table grade drop constraint fk_grade_indicator_id;
