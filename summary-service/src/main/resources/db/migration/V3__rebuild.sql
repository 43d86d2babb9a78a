-- Rebuilds of all digests from the topics. What is read is gathered beside the state that is served.

create table rebuild (
  id           bigint      generated always as identity primary key,
  state        text        not null,           -- reading, replacing, done, failed
  started_at   timestamptz not null,
  finished_at  timestamptz,
  records      bigint      not null default 0, -- to read when it began
  read         bigint      not null default 0,
  unreadable   bigint      not null default 0, -- records that are no events; they are dead letters already
  conferences  integer     not null default 0, -- to replace
  replaced     integer     not null default 0,
  revised      integer     not null default 0, -- digests whose bytes changed
  failure      text
);

-- Unlogged: after a crash a rebuild begins anew, so nothing is lost with them.
create unlogged table rebuild_conference (
  rebuild    bigint not null,
  conference text   not null,
  version    bigint not null,
  body       bytea,
  primary key (rebuild, conference)
);

create unlogged table rebuild_note (
  rebuild          bigint  not null,
  conference       text    not null,
  note             text    not null,
  version          bigint  not null,
  body             bytea,
  source_partition integer not null,
  source_offset    bigint  not null,
  primary key (rebuild, conference, note)
);
