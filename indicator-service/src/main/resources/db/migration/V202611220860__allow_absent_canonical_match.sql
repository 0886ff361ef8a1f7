-- ABSENT: a person has found that the catalogue has no such entry; null: nobody has looked and nothing was alike.
alter table indicator drop constraint ck_indicator_canonical_match;
alter table indicator add constraint ck_indicator_canonical_match
    check (canonical_match in ('EXACT', 'NEAR', 'CONFIRMED', 'ABSENT'));
