-- Code, name and aliases in small letters without marks, for a search as people type it.
alter table unit add column search_text text not null default '';
