-- Later facts that alter earlier answers. Whatever tells the ledger, a register or the journal of units something leaves a word of it here
-- in its own transaction: by triggers, so that no way into those tables can forget it. What it touches is found out afterwards.

-- The outbox: what a fact is about, under each key by which answers look for it. Keys are hashes, which may coincide: then an answer is
-- made again for nothing, and comes out the same.
create table later_fact (
  sequence   bigint generated always as identity primary key,
  kind       text        not null check (kind in ('AWARD', 'EXPIRY', 'REGISTER', 'UNIT')),
  about      text        not null, -- the award, the file of a register, the entry in the journal of units
  version    integer,              -- of an award
  what       text        not null, -- the state of the award, the register, the kind of the entry
  at         timestamptz not null default date_trunc('milliseconds', clock_timestamp()),
  key        bigint      not null,
  from_day   date        not null default '-infinity', -- answers for earlier days are not concerned
  not_before timestamptz not null default '-infinity', -- a place that expires does so unwritten
  taken      bigint,               -- the round that looked for the answers it touches: the order in which facts were committed
  reached    bigint      not null default -1 -- the last of these answers that was noted, where there were too many for one transaction
);
create index later_fact_waiting on later_fact (not_before, sequence) where taken is null;
create index later_fact_taken on later_fact (taken) where taken is not null;
create index later_fact_key on later_fact (key);

-- What recorded answers rest on: an index of the record, written with it. Keys are hashes as above.
create table reliance (
  key      bigint not null,
  decision bigint not null, -- its sequence
  day      date   not null, -- that was asked about
  mark     bigint not null, -- the last round at the time of reading: what was taken by then was known
  primary key (key, decision)
);

-- Answers that a later fact touches and that were not yet made again.
create table event_due (
  decision bigint not null,
  fact     bigint not null references later_fact (sequence),
  primary key (decision, fact)
);
create index event_due_fact on event_due (fact, decision);

-- A decision that a judgement was passed on stands no longer: the one that followed does.
create index judgement_decision on judgement (decision);

create table event (
  number   bigint      primary key, -- in the order of commits, without gaps
  at       timestamptz not null,
  decision bigint      not null references decision (sequence),
  caller   text        not null,    -- whose decision it is
  answer   text        not null,    -- what it would be now, canonical JSON
  body     text        not null     -- as it is told, canonical JSON
);
create index event_caller on event (caller, number);
create index event_decision on event (decision, number);
create trigger append_only before update or delete or truncate on event for each statement execute function refuse_change();
alter table event enable always trigger append_only;

create function key_of(kind text, name text) returns bigint language sql immutable strict parallel safe as
  $$ select hashtextextended(kind || '/' || name, 0) $$;

-- A version that moves an award to another unit or content concerns both, and whoever named the award itself as similar; a place that is held ends by itself one day.
create function award_told() returns trigger language plpgsql as $$
begin
  insert into later_fact (kind, about, version, what, at, key)
    select 'AWARD', a.code, v.version, v.state, v.learned_at, k.key
    from added v join award a on a.id = v.award
      cross join lateral (values (key_of('unit', v.subject)), (key_of('content', v.content_key))) k (key) where k.key is not null;
  if exists (select from added where version > 1) then
    insert into later_fact (kind, about, version, what, at, key)
      select 'AWARD', a.code, v.version, v.state, v.learned_at, k.key
      from added v join award a on a.id = v.award join award_version b on b.award = v.award and b.version = v.version - 1
        cross join lateral (
          select key_of('award', a.code)
          union all select key_of('unit', b.subject) where b.subject <> v.subject
          union all select key_of('content', b.content_key) where b.content_key is distinct from v.content_key) k (key)
      where k.key is not null;
  end if;
  if exists (select from added where expires_at is not null) then
    insert into later_fact (kind, about, version, what, at, key, not_before)
      select 'EXPIRY', a.code, v.version, 'EXPIRED', v.expires_at, k.key, v.expires_at
      from added v join award a on a.id = v.award
        cross join lateral (values (key_of('unit', v.subject)), (key_of('content', v.content_key)), (key_of('award', a.code))) k (key)
      where v.expires_at is not null and k.key is not null;
  end if;
  return null;
end $$;
create trigger told after insert on award_version referencing new table as added for each statement execute function award_told();
alter table award_version enable always trigger told;

-- A list concerns whoever is in it, and those whose standing was not "not listed": it may free them, or say what nobody knew.
create function list_told() returns trigger language plpgsql as $$
begin
  insert into later_fact (kind, about, what, key, from_day)
    select 'REGISTER', id, register, key_of('register', register), covers_from from added;
  return null;
end $$;
create trigger told after insert on register_snapshot referencing new table as added for each statement execute function list_told();
alter table register_snapshot enable always trigger told;

create function listing_told() returns trigger language plpgsql as $$
begin
  insert into later_fact (kind, about, what, key) select distinct 'REGISTER', snapshot, register, key_of('listed', code) from added;
  return null;
end $$;
create trigger told after insert on register_entry referencing new table as added for each statement execute function listing_told();
alter table register_entry enable always trigger told;

-- Whose unit a code is, and which units belong together. Names decide nothing. What happens to a unit concerns all that are joined to it by
-- anything that ever happened, said in error or not: lines go through units whose awards do not count.
create function unit_told(entry text, what text, units text[]) returns void language sql as $$
  with recursive joined (subject) as (
    select unnest(units)
    union
    select o.subject from joined j join subject_party p on p.subject = j.subject join subject_party o on o.event = p.event)
  insert into later_fact (kind, about, what, key) select 'UNIT', entry, what, key_of('unit', subject) from joined
$$;

create function entry_told() returns trigger language plpgsql as $$
declare
  retraction record;
begin
  insert into later_fact (kind, about, what, key)
    select 'UNIT', e.id, e.kind, key_of('code', e.value) from added e where e.kind = 'CODE'
    union all
    select 'UNIT', e.id, e.kind, key_of('code', r.value) from added e join subject_entry r on r.id = e.retracts and r.kind = 'CODE' where e.kind = 'RETRACTION';
  for retraction in
    select e.id, array_agg(p.subject) as units from added e join subject_party p on p.event = e.retracts where e.kind = 'RETRACTION' group by e.id
  loop
    perform unit_told(retraction.id, 'RETRACTION', retraction.units);
  end loop;
  return null;
end $$;
create trigger told after insert on subject_entry referencing new table as added for each statement execute function entry_told();
alter table subject_entry enable always trigger told;

create function party_told() returns trigger language plpgsql as $$
begin
  perform unit_told(e.id, e.kind, array_agg(a.subject)) from added a join subject_entry e on e.id = a.event group by e.id, e.kind;
  return null;
end $$;
create trigger told after insert on subject_party referencing new table as added for each statement execute function party_told();
alter table subject_party enable always trigger told;
