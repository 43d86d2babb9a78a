-- When a note was retracted, as its event told; null: it is published, or nobody knows.
alter table note_state add column retracted_at timestamptz;
alter table rebuild_note add column retracted_at timestamptz;
