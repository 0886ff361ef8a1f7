-- json keeps the text as it was written, so that the same findings are the same value.
alter table indicator alter column findings drop default;
alter table indicator alter column findings type json using findings::json;
alter table indicator alter column findings set default '[]';
