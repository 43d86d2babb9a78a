-- What has been sent is deleted by its key, together with all older rows of that key.
create index outbox_key on outbox (record_key, id);
