-- What became of looking at the record once more: decisions drawn by lot and made again, and the whole log held against what it attests.

create table audit (
  sequence   bigint generated always as identity primary key,
  id         text        not null unique,
  night      date,                 -- whose regular one it is; null where somebody asked for it
  asked_by   text,
  seed       text        not null, -- by which the decisions were drawn
  up_to      bigint      not null, -- from among those with a sequence no greater than this
  started_at timestamptz not null,
  ended_at   timestamptz not null,
  decisions  integer     not null, -- that were made again
  entries    bigint      not null, -- of the log
  holds      boolean     not null,
  found      text        not null, -- what did not hold, canonical JSON
  check ((night is null) = (asked_by is not null))
);

-- several instances of a service look at it once in a night
create unique index audit_night on audit (night);

create trigger append_only before update or delete or truncate on audit for each statement execute function refuse_change();
alter table audit enable always trigger append_only;
create trigger counted_by_log before insert on audit for each statement execute function counted_by_log();
alter table audit enable always trigger counted_by_log;
