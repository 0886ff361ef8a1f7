-- Searches typed without accents.
create extension if not exists unaccent;
