-- Events on their way to Kafka: written in the transaction of the revision they tell of, deleted
-- when the broker has them.

create table outbox (
  id            bigint      generated always as identity primary key,
  lane          smallint    not null,             -- the unit of ordering: a hash of the conference
  topic         text        not null,
  record_key    text        not null,
  partition_key text        not null,
  headers       jsonb       not null,
  body          bytea       not null,
  created_at    timestamptz not null,
  set_aside_at  timestamptz,                      -- it can never be sent; an operator decides
  reason        text
);

create index outbox_lane on outbox (lane, id) where set_aside_at is null;

create table outbox_lease (
  lane       smallint    primary key,
  owner      text,
  expires_at timestamptz not null
);
