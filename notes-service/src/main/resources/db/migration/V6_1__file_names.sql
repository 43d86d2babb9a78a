-- The file that a note was imported from, if that is called otherwise than its slug with .md.
alter table note add column file_name text;
