-- What the last import told of a talk, and by what its programme knows it: what a later file tells
-- the same is left as people made it. A talk that was written by hand has no row here.
create table talk_source (
  conference text        collate "C" not null,
  talk       text        collate "C" not null,
  source     text        not null,                -- the format it came in
  guid       text,
  id         text,
  code       text,
  slug       text,                                -- in the programme's addresses
  told       jsonb       not null,
  primary key (conference, talk),
  foreign key (conference, talk) references talk (conference, slug)
);
