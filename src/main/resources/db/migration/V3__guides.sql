-- The notices of the year (申报通知、申报指南) as operators enter them. An edition is only ever added: the newest is in force, and
-- decisions by earlier ones can be made again.

create table guide (
  sequence   bigint generated always as identity primary key,
  policy     text        not null,
  year       integer     not null,
  edition    integer     not null,
  digest     text        not null, -- SHA-256 of the content's bytes, by which decisions name it
  content    text        not null, -- canonical JSON
  source     text        not null,
  entered_at timestamptz not null,
  entered_by text        not null,
  unique (policy, year, edition)
);

create trigger append_only before update or delete or truncate on guide for each statement execute function refuse_change();
alter table guide enable always trigger append_only;
