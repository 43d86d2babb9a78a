-- Whoever has an outbox: the few rows that are set aside are found without reading all that waits.
create index if not exists outbox_set_aside on outbox (id) where set_aside_at is not null;
