-- The log that attests the record: one entry for each thing recorded, numbered without holes, and over the entries a Merkle tree
-- (RFC 6962) under SHA-256 and SM3.

create table log_entry (
  leaf      bigint  primary key check (leaf >= 0),
  kind      text    not null,
  reference text    not null,
  entry     bytea   not null, -- the bytes the tree is grown over
  sha256    bytea   not null check (length(sha256) = 32), -- of the leaf
  sm3       bytea   not null check (length(sm3) = 32),
  salt      bytea,            -- from which those of its values under seal are drawn
  unique (kind, reference)
);

-- Roots of whole subtrees of 256, 65536, … leaves. With them a proof reads at most 256 hashes on each of few levels, and they cost one
-- row for 256 entries; roots of every subtree would cost one for every entry and save a proof nothing that one would notice.
create table log_subtree (
  level    integer not null check (level > 0), -- over 256 ^ level leaves
  position bigint  not null,
  sha256   bytea   not null check (length(sha256) = 32),
  sm3      bytea   not null check (length(sm3) = 32),
  primary key (level, position)
);

create table log_checkpoint (
  size bigint      primary key,
  note text        not null, -- text and signatures, as they were published
  time timestamptz not null
);

create table log_key (
  key   text        primary key, -- public, as C2SP writes it
  since timestamptz not null default now()
);

-- numbers follow one another whoever writes them
create function refuse_hole() returns trigger language plpgsql as $$
declare
  first bigint;
  last  bigint;
  rows  bigint;
begin
  select min(leaf), max(leaf), count(*) into first, last, rows from added;
  if rows > 0 and (last - first + 1 <> rows or first > 0 and not exists (select from log_entry where leaf = first - 1)) then
    raise exception '日志的编号不能有空缺：% 至 %，共 % 条', first, last, rows using errcode = 'check_violation', constraint = 'no_hole';
  end if;
  return null;
end $$;

create trigger no_hole after insert on log_entry referencing new table as added for each statement execute function refuse_hole();
alter table log_entry enable always trigger no_hole;

do $$
declare recorded text;
begin
  foreach recorded in array array['log_entry', 'log_subtree', 'log_checkpoint', 'log_key'] loop
    execute format('create trigger append_only before update or delete or truncate on %I for each statement execute function refuse_change()', recorded);
    execute format('alter table %I enable always trigger append_only', recorded);
  end loop;
end $$;

-- A row that takes its number holds this until it is committed. Whoever finds nobody holding it knows that no smaller number is still to
-- come; the sequencer looks from there on and not from the beginning.
create function counted_by_log() returns trigger language plpgsql as $$
begin
  perform pg_advisory_xact_lock_shared(hashtext('log of'), hashtext(tg_table_name));
  return null;
end $$;
-- the tables that were not counted so far
alter table subject add column sequence bigint generated always as identity unique;
alter table subject_party add column sequence bigint generated always as identity unique;
alter table award_version add column sequence bigint generated always as identity unique;

do $$
declare recorded text;
begin
  foreach recorded in array array['decision', 'judgement', 'guide', 'role_change', 'role_decision', 'subject', 'subject_entry', 'subject_party', 'award',
                                  'award_version', 'import', 'register_snapshot'] loop
    execute format('create trigger counted_by_log before insert on %I for each statement execute function counted_by_log()', recorded);
    execute format('alter table %I enable always trigger counted_by_log', recorded);
  end loop;
end $$;
