-- What the events have told, at the highest version seen of each entity. It grows with the number
-- of conferences and notes there ever were, not with the number of events.

create table conference_state (
  conference    text        primary key,
  version       bigint      not null default 0,  -- of the conference itself; 0: only its notes were heard of
  body          bytea,                           -- its conference-changed event; null: deleted, or none yet
  changed_in    bigint      not null default 0,  -- the state_version in which body last changed
  state_version bigint      not null default 0,  -- grows by one with each change of anything below
  replaced_in   bigint      not null default 0,  -- the state_version in which a rebuild replaced it all
  revision      bigint      not null default 0,  -- of the digest; 0: there never was one
  revised_at    timestamptz,
  etags         text                             -- of that revision, as JSON; null: there is no digest now
);

create table note_state (
  conference       text    not null,
  note             text    not null,
  version          bigint  not null,
  body             bytea,                        -- its talk-reviewed event; null: retracted
  changed_in       bigint  not null,             -- the conference's state_version in which it last changed
  source_partition integer not null,             -- the record that told it, for operators
  source_offset    bigint  not null,
  primary key (conference, note)
);

-- A reader that holds a document catches up with what changed since.
create index note_state_changed on note_state (conference, changed_in);

create table digest_revision (
  conference    text        not null,
  revision      bigint      not null,
  at            timestamptz not null,
  state_version bigint      not null,
  changes       text        not null,            -- JSON list of what a reader saw change
  change_count  integer     not null,
  truncated     boolean     not null,            -- there were more
  deleted       boolean     not null,
  etags         text        not null,            -- JSON, by format
  trace_id      text        not null,            -- of the write that made it
  request_id    text        not null,
  primary key (conference, revision)
);
