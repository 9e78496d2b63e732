-- An index of recorded evaluations, filled behind the log by whoever follows it: nobody who records waits for it, and it can be made again
-- from the record at any time. It records nothing, so it is not append-only.

create table search_state (
  position bigint not null, -- entries of the log that were looked at: what stands before this is found
  secret   bytea  not null, -- under which names of persons and facts are keyed
  single   boolean primary key default true check (single)
);

-- What conclusions are found by, as numbers: an index of numbers is a tenth of one of names.
create table search_name (
  code int  generated always as identity primary key,
  kind text not null,
  name text not null,
  unique (kind, name)
);

-- One row for each conclusion: an evaluation without direction has as many as directions it looked at.
create table search_entry (
  position  bigint      not null, -- of the evaluation in the log
  part      smallint    not null,
  id        text        not null,
  time      timestamptz not null,
  day       date        not null, -- that was asked about
  amount    numeric,
  subject   text,                 -- credit code
  caller    int         not null, -- these seven are codes, and stand in tags as well
  policy    int         not null,
  question  int         not null,
  direction int,
  outcome   int         not null,
  rule_base int         not null,
  decided   int,                  -- of all clauses that decided, together
  facts     uuid        not null, -- keyed digest of what was asked, without who asks
  inputs    uuid        not null, -- and of all else that decides
  tags      int[]       not null, -- codes of everything else that it can be found by
  primary key (position, part)
) with (fillfactor = 100);

create index search_entry_tags on search_entry using gin (tags);
create index search_entry_subject on search_entry (subject, position) where subject is not null;
-- with what the newest are told by, so that a look for them stays in the index
create index search_entry_day on search_entry (day, position, part);
create index search_entry_amount on search_entry (amount, position, part) where amount is not null;
-- with what is compared among equal facts, so that a look through all of them stays in the index
create index search_entry_facts on search_entry (facts, inputs) include (outcome, amount, position);
create index search_entry_time on search_entry (time, position, part);

-- What there is at all among ten thousand neighbouring entries of the log, written when the index has passed them.
create table search_span (
  span      bigint primary key,
  day_from  date,
  day_to    date,
  time_from timestamptz,
  time_to   timestamptz,
  codes     int[] not null
);

-- Figures within a quarter of their threshold.
create table search_near (
  clause    int      not null,
  fact      int      not null,
  threshold numeric  not null,
  permille  smallint not null, -- 0 to 249 from the threshold upwards, -1 to -250 below it
  upwards   boolean  not null, -- whether the condition is met above
  position  bigint   not null,
  part      smallint not null
);
create index search_near_threshold on search_near (clause, fact, threshold, permille);

-- Judgements, each once: where it was passed. Who judged stands there as a keyed digest, the name in the record alone.
create table search_judged (
  position bigint not null,
  point    int    not null,
  value    int    not null,
  judge    bigint not null,
  primary key (position, point)
);
create index search_judged_judge on search_judged (judge, position);
create index search_judged_point on search_judged (point, judge, value);
