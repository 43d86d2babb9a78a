-- When a published note last changed in a way that its readers are to be told of; null: it was never
-- published. Of what was written before this column, every change counts.
alter table note add column significant_at timestamptz;

update note set significant_at = updated_at where published_at is not null;
