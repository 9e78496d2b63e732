-- What persons decided on discretion points. A judgement leads from the decision it was passed on to the one that follows from it;
-- of those on one point of one case the last stands, and the others stay to be seen.

create table judgement (
  sequence bigint generated always as identity primary key,
  id       text        not null unique,
  time     timestamptz not null,
  caller   text        not null,
  decision text        not null references decision (id),
  result   text        not null unique references decision (id),
  root     text        not null references decision (id), -- the decision that no judgement led to: the case
  point    text        not null,
  value    json        not null, -- true, false, or a grade of the point
  judge    text        not null,
  made_on  date        not null,
  reason   text        not null
);

-- in the order of a case's judgements, which is the order in which they supersede each other
create index judgement_case on judgement (root, sequence);

create trigger append_only before update or delete or truncate on judgement for each statement execute function refuse_change();
alter table judgement enable always trigger append_only;
