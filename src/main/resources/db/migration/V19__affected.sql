-- Who would be affected by an edition: recorded decisions made again under it. What was asked for, what became of it, and what came out, part by
-- part; a run that was broken off goes on with the parts that are not there yet.

create table affected (
  sequence  bigint generated always as identity primary key,
  id        text        not null unique,
  policy    text        not null,
  workbook  text        not null,
  edition   integer     not null,
  digest    text        not null, -- of the workbook
  base      text        not null references rule_base (digest), -- what was in force, against which the draft is held
  draft     text        not null, -- the rule base that the edition would make of it
  up_to     bigint      not null, -- decisions with a sequence no greater than this
  seed      text,                 -- of the sample; null where all are made again
  each      integer,              -- of a stratum, at most
  asked_at  timestamptz not null,
  asked_by  text        not null,
  foreign key (policy, workbook, edition) references table_edition (policy, workbook, edition),
  check ((seed is null) = (each is null))
);
create index affected_of on affected (policy, workbook, edition, sequence);

-- A run is under way until the last of its steps says otherwise.
create table affected_step (
  sequence bigint generated always as identity primary key,
  run      text        not null references affected (id),
  state    text        not null check (state in ('RUNNING', 'CANCELLED', 'DONE', 'FAILED')),
  taken_at timestamptz not null,
  taken_by text        not null, -- a person, or the service itself
  detail   text
);
create index affected_step_of on affected_step (run, sequence);

-- How many there are of a kind, and which of them were drawn; only of samples.
create table affected_stratum (
  run        text    not null references affected (id),
  question   text    not null,
  direction  text    not null, -- empty where there is none
  outcome    text    not null,
  population integer not null,
  drawn      bigint[] not null, -- their sequences
  primary key (run, question, direction, outcome)
);

create table affected_part (
  run         text    not null references affected (id),
  part        integer not null,
  decisions   integer not null, -- that were made again
  undecidable integer not null, -- that could not be
  flipped     integer not null, -- decisions with a conclusion that comes out otherwise
  conclusions integer not null, -- such conclusions
  outcomes    integer not null, -- of which the outcome is another
  amounts     integer not null, -- of which the amount is another
  from_yuan   numeric not null, -- what these came to
  to_yuan     numeric not null, -- and come to
  primary key (run, part)
);

-- The same of each kind of flip: a million flips are not counted each time that somebody looks.
create table affected_sum (
  run        text    not null,
  part       integer not null,
  by         text    not null,
  name       text    not null,
  count      integer not null,
  difference numeric not null, -- in yuan
  primary key (run, part, by, name),
  foreign key (run, part) references affected_part (run, part)
);

-- A conclusion that comes out otherwise.
create table affected_flip (
  run            text    not null,
  part           integer not null,
  decision       text    not null,
  question       text    not null,
  direction      text    not null,
  step           text    not null,
  district       text    not null, -- empty where nothing is known of it
  outcome_before text    not null,
  outcome_after  text    not null,
  amount_before  numeric,
  amount_after   numeric,
  clauses        text[]  not null, -- that say something else
  primary key (run, decision, question, direction, step),
  foreign key (run, part) references affected_part (run, part)
);

do $$
declare recorded text;
begin
  foreach recorded in array array['affected', 'affected_step', 'affected_stratum', 'affected_part', 'affected_sum', 'affected_flip'] loop
    execute format('create trigger append_only before update or delete or truncate on %I for each statement execute function refuse_change()', recorded);
    execute format('alter table %I enable always trigger append_only', recorded);
  end loop;
  foreach recorded in array array['affected', 'affected_step'] loop
    execute format('create trigger counted_by_log before insert on %I for each statement execute function counted_by_log()', recorded);
    execute format('alter table %I enable always trigger counted_by_log', recorded);
  end loop;
end $$;
