-- Published notes as they are searched. Kept in the transaction that applies their events; all of it
-- can be made again from note_state.

create table note_search (
  conference       text        not null,
  note             text        not null,
  conference_title text        not null,
  author           text        not null,
  title            text        not null,
  day              date,                   -- of the note, on the conference's clocks
  verdict          text,
  speakers         text        not null,
  body             text        not null,   -- its words, without markup
  language         text        not null,   -- as far as it could be told; empty: not
  updated_at       timestamptz not null,
  words            tsvector    not null,   -- made by the service, by one analysis for texts and queries
  primary key (conference, note)
);

create index note_search_words on note_search using gin (words);
create index note_search_author on note_search (author, day desc nulls last, conference, note);

-- Whether a conference's notes are in note_search; those that were here before it are added at start.
alter table conference_state add column searchable boolean not null default false;
