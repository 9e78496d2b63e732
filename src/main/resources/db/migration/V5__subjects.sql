-- Units, and under which codes and names they went when. Nothing is overwritten: a correction is a later entry that retracts an
-- earlier one, so that what was known on any day can be read again.

create table subject (
  id          text        primary key,
  recorded_at timestamptz not null,
  recorded_by text        not null
);

create table subject_entry (
  sequence    bigint      generated always as identity primary key,
  id          text        not null unique,
  subject     text        not null references subject (id), -- of an event: the unit to which it happened
  kind        text        not null check (kind in ('CODE', 'NAME', 'RENAME', 'MERGER', 'SPLIT', 'RETRACTION')),
  value       text        check ((kind in ('CODE', 'NAME')) = (value is not null)),
  edition     integer     check ((kind = 'CODE') = (edition is not null)), -- the how-manieth entry of this code
  valid_from  date, -- the day of an event; null: nobody says since when
  valid_until date        check (valid_until >= valid_from), -- the last day; null: still so, or nobody says
  source      text        not null,
  reason      text, -- why a code with a wrong check character was admitted, or why an entry was retracted
  event       text        references subject_entry (id), -- the event that brought this about
  retracts    text        unique references subject_entry (id),
  recorded_at timestamptz not null,
  recorded_by text        not null,
  check (kind <> 'RETRACTION' or retracts is not null),
  check (kind not in ('RENAME', 'MERGER', 'SPLIT') or valid_from is not null and valid_until is null)
);

-- two who enter one code at the same time want the same edition of it: the second waits for the first, and then sees its entry
create unique index subject_entry_code on subject_entry (value, edition) where kind = 'CODE';
create index subject_entry_subject on subject_entry (subject);
create index subject_entry_event on subject_entry (event) where event is not null;

create table subject_party (
  event   text not null references subject_entry (id),
  side    text not null check (side in ('BEFORE', 'AFTER')),
  subject text not null references subject (id),
  primary key (event, side, subject)
);
create index subject_party_subject on subject_party (subject);

-- what was answered to a write under a caller's Idempotency-Key, in the transaction of that write
create table idempotency_key (
  caller         text        not null,
  key            text        not null,
  request_digest text        not null,
  answer         bytea       not null,
  recorded_at    timestamptz not null default now(),
  primary key (caller, key)
);

create trigger append_only before update or delete or truncate on subject for each statement execute function refuse_change();
alter table subject enable always trigger append_only;
create trigger append_only before update or delete or truncate on subject_entry for each statement execute function refuse_change();
alter table subject_entry enable always trigger append_only;
create trigger append_only before update or delete or truncate on subject_party for each statement execute function refuse_change();
alter table subject_party enable always trigger append_only;
create trigger append_only before update or delete or truncate on idempotency_key for each statement execute function refuse_change();
alter table idempotency_key enable always trigger append_only;
