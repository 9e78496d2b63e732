-- Files that were handed in for import, and what registers say of units.

-- What was handed in stays as it was handed in.
create table import (
  sequence  bigint generated always as identity primary key,
  id        text        not null unique,
  kind      text        not null,
  part      text        not null,
  said      json        not null, -- what the request says of the file as a whole
  partial   boolean     not null,
  format    text        not null,
  digest    text        not null, -- SHA-256 of the file
  bytes     bigint      not null,
  at        timestamptz not null,
  by        text        not null
);
create index import_file_again on import (digest);

-- in pieces, so that a large file is neither sent nor written in one go
create table import_content (
  import text    not null references import (id),
  piece  integer not null,
  bytes  bytea   not null,
  primary key (import, piece)
);

-- How far it got. The one table here whose rows change.
create table import_progress (
  import   text primary key references import (id),
  state    text        not null check (state in ('WAITING', 'RUNNING', 'TAKEN', 'TAKEN_IN_PART', 'REFUSED', 'FAILED')),
  rows     integer     not null default 0, -- in the file, where they have been counted
  read     integer     not null default 0,
  accepted integer     not null default 0,
  rejected integer     not null default 0,
  headings text[]      not null default '{}',
  finished timestamptz
);
create index import_unfinished on import_progress (import) where state in ('WAITING', 'RUNNING');

-- Written once, together with the end of the import.
create table import_finding (
  import   text    not null references import (id),
  sequence integer not null,
  line     integer not null, -- 0: the file as a whole
  heading  text,
  refused  boolean not null,
  zh       text    not null,
  en       text    not null,
  cells    json, -- of a refused row, with the first that is to tell of it
  primary key (import, sequence)
);

-- What a register said when it was fetched: the whole list, or what changed in it during a period.
create table register_snapshot (
  sequence   bigint generated always as identity primary key,
  id         text        not null unique references import (id),
  register   text        not null,
  complete   boolean     not null, -- who is not in it is not listed
  source     text        not null,
  covers_from  date      not null,
  covers_until date      not null check (covers_until >= covers_from), -- both days included
  fetched_at timestamptz not null,
  taken_at   timestamptz not null,
  taken_by   text        not null
);
create index register_snapshot_of on register_snapshot (register, taken_at);

create table register_entry (
  snapshot     text not null references register_snapshot (id),
  register     text not null,
  code         text not null,
  listed_from  date not null,
  listed_until date check (listed_until >= listed_from), -- the last day still counts
  reference    text not null,
  line         integer not null,
  primary key (snapshot, line)
);
create index register_entry_of on register_entry (register, code);

do $$
declare recorded text;
begin
  foreach recorded in array array['import', 'import_content', 'import_finding', 'register_snapshot', 'register_entry'] loop
    execute format('create trigger append_only before update or delete or truncate on %I for each statement execute function refuse_change()', recorded);
    execute format('alter table %I enable always trigger append_only', recorded);
  end loop;
end $$;
