-- Runs of the command that publishes the state of everything again.
create table republication (
  id              bigint generated always as identity primary key,
  state           text        not null,           -- reading, publishing, done, failed
  conference      text        collate "C",        -- the only one it is about; null: all
  retract_unknown boolean     not null,
  started_at      timestamptz not null,
  finished_at     timestamptz,
  read            bigint      not null,
  unreadable      bigint      not null,
  conferences     bigint      not null,
  notes           bigint      not null,
  unknown         bigint      not null,
  refused         bigint      not null,
  failure         text
);

-- The highest version of each entity that the run in hand has found on the topics.
create table republication_version (
  conference text    collate "C" not null,
  note       text    collate "C" not null,        -- empty: the conference itself
  version    bigint  not null,
  live       boolean not null,                    -- not retracted
  author     text,
  title      text,
  primary key (conference, note)
);
