-- Dead letters lie on their topics; here stands which of them are dealt with. A row is deleted when
-- the broker has dropped its letter.

create table dead_letter_done (
  topic     text        not null,   -- of the letter, not of the event
  partition integer     not null,
  "offset"  bigint      not null,
  how       text        not null,   -- replayed, purged
  at        timestamptz not null,
  by        text        not null,   -- the operator's subject
  primary key (topic, partition, "offset")
);
