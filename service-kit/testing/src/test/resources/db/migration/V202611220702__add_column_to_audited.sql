-- What is audited grows later: the trail takes the column in without being asked.
alter table audited add column remark text;
