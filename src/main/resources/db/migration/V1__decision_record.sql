-- The durable record. Rows are only ever added: what was answered stays as it was answered.

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% is append-only: % refused', tg_table_name, tg_op using errcode = 'insufficient_privilege';
end $$;

create table decision (
  sequence         bigint generated always as identity primary key,
  id               text        not null unique,
  time             timestamptz not null,
  caller           text        not null,
  question         text        not null,
  policy           text        not null,
  core_digest      text        not null,
  rule_base_digest text        not null,
  request_digest   text        not null,
  idempotency_key  text,
  answer           bytea       not null -- envelope and core, byte for byte as the caller received them
) with (toast_tuple_target = 8160);  -- answers of some 4 kB stay in their row as they are: compressing them, as by default, takes a third of the throughput

-- most entries carry no key and cost this index nothing
create unique index decision_idempotency on decision (caller, idempotency_key) where idempotency_key is not null;

create table rule_base (
  digest     text        primary key,
  policy     text        not null,
  engine     text        not null,
  sources    bytea       not null,
  compiled   bytea       not null,
  created_at timestamptz not null default now()
);
-- archives are compressed already
alter table rule_base alter column sources set storage external, alter column compiled set storage external;

-- "always": session_replication_role = replica, which switches ordinary triggers off, must not open a way round them
create trigger append_only before update or delete or truncate on decision for each statement execute function refuse_change();
alter table decision enable always trigger append_only;
create trigger append_only before update or delete or truncate on rule_base for each statement execute function refuse_change();
alter table rule_base enable always trigger append_only;
