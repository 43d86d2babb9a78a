-- Slugs are compared byte by byte (collation "C"): lists page by them, in an order that no change
-- of a locale's rules can disturb.

create table conference (
  slug                text        collate "C" primary key,
  title               text        not null,
  start_date          date,
  end_date            date,
  time_zone           text        not null,
  link                text,
  outline             text,                       -- null: the default outline
  digest_title        text,                       -- null: the conference's title
  digest_summary      text,
  digest_front_matter text,                       -- null: generated
  digest_path         text,                       -- null: the slug
  digest_file_name    text,                       -- null: summary.md
  deleted             boolean     not null,       -- the row stays, so that versions go on
  version             bigint      not null,       -- grows by one with each change, and its event
  updated_at          timestamptz not null
);

create table talk (
  conference text        collate "C" not null references conference,
  slug       text        collate "C" not null,
  title      text        not null,
  kind       text        not null,
  starts_at  timestamp,                           -- in the conference's time zone
  minutes    integer,
  room       text,
  track      text,
  summary    text,                                -- the abstract
  cancelled  boolean     not null,
  speakers   jsonb       not null,
  links      jsonb       not null,
  deleted    boolean     not null,                -- the row stays, so that entity tags go on
  revision   bigint      not null,
  updated_at timestamptz not null,
  primary key (conference, slug)
);

create table note (
  conference     text        collate "C" not null references conference,
  slug           text        collate "C" not null,
  author         text        not null,
  state          text        not null check (state in ('draft', 'published', 'retracted')),
  title          text        not null,
  date           text        not null,            -- as the author wrote it, ISO 8601
  front_matter   text,                            -- null: generated; empty: the page has none
  body           text        not null,
  talks          text[]      not null,            -- slugs, in the author's order
  verdict        text,
  entry          text,
  recommendation text,
  section        text,
  position       integer,
  rank           integer,
  revision       bigint      not null,            -- grows by one with each change of the note
  event_version  bigint      not null,            -- grows by one with each event; 0: none yet
  published_at   timestamptz,                     -- first
  updated_at     timestamptz not null,            -- when the note last changed, not its talks
  primary key (conference, slug)
);

-- Which notes cover a talk.
create index note_talks on note using gin (talks);

-- The history of each note: the last revisions of it, each in full.
create table note_revision (
  conference     text        collate "C" not null,
  note           text        collate "C" not null,
  revision       bigint      not null,
  state          text        not null,
  title          text        not null,
  date           text        not null,
  front_matter   text,
  body           text        not null,
  talks          text[]      not null,
  verdict        text,
  entry          text,
  recommendation text,
  section        text,
  position       integer,
  rank           integer,
  changed_by     text        not null,
  changed_at     timestamptz not null,
  primary key (conference, note, revision),
  foreign key (conference, note) references note (conference, slug)
);

-- Events on their way to Kafka: written in the transaction of the change they tell of, deleted when
-- the broker has them.
create table outbox (
  id            bigint generated always as identity primary key,
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
  lane       smallint primary key,
  owner      text,
  expires_at timestamptz not null
);
