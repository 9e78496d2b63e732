-- The ledger of awards: who was supported by what, and when this service learned of it. A version is only ever added: a correction or a
-- later event stands beside what was known before, so that every earlier answer can be given again.

create extension if not exists btree_gist;

create table award (
  id         bigint generated always as identity primary key,
  code       text        not null unique, -- printed in the act
  origin     text        not null check (origin in ('RESERVED', 'REPORTED', 'IMPORTED')),
  entered_at timestamptz not null,
  entered_by text        not null
);

create table award_version (
  award          bigint      not null references award (id),
  version        integer     not null,
  learned_at     timestamptz not null,
  learned_by     text        not null,
  source         text,
  reason         text,                   -- why a correction was made
  subject        text        not null,
  unit_code      text        not null,   -- as the act names the unit
  policy         text        not null,   -- the id of a document held here, or the number of another one
  direction      text,
  clause         text,
  content_key    text,
  title          text,
  abstract       text,
  funder_level   text        not null check (funder_level in ('NATIONAL', 'MUNICIPAL', 'DISTRICT', 'OTHER')),
  form           text        not null check (form in ('MONEY', 'POLICY_SERVICE', 'STATUS')),
  amount_yuan    numeric(17, 2) check (amount_yuan >= 0),
  state          text        not null check (state in ('RESERVED', 'RELEASED', 'CONFIRMED', 'PAID', 'CANCELLED_BEFORE_PAYMENT', 'RECOVERED')),
  decided_on     date        not null,   -- of a reservation: the day it was asked for
  received_on    date,
  cancelled_on   date,
  recovered_on   date,
  expires_at     timestamptz check ((expires_at is not null) = (state = 'RESERVED')),
  primary key (award, version)
);

create index award_version_subject on award_version (subject, award, version);
create index award_version_content on award_version (content_key, award, version) where content_key is not null;
create index award_version_decided on award_version (decided_on, award);
create index award_version_learned on award_version (learned_at);

create trigger append_only before update or delete or truncate on award for each statement execute function refuse_change();
alter table award enable always trigger append_only;
create trigger append_only before update or delete or truncate on award_version for each statement execute function refuse_change();
alter table award_version enable always trigger append_only;

-- The places that reservations made here hold: what a clause bars, for whom or what, from when until when. The last line behind the locks,
-- and no record, so that a place given up is deleted. What was imported or reported is fact and takes no place.
create table award_place (
  award bigint    not null references award (id),
  key   text      not null, -- the clause, and the unit or the content it follows
  span  daterange not null check (not isempty(span)),
  primary key (award, key),
  constraint one_award_a_place exclude using gist (key with =, span with &&)
);
