-- What the official texts say, as an operator supplied them, article by article: every wording that was seen, and what a person said when
-- one had changed. Both are only ever added to.

create table official_text (
  sequence bigint generated always as identity primary key,
  id       text        not null unique,
  policy   text        not null,
  clause   text        not null, -- an article of the document, or a part of one
  version  integer     not null check (version > 0),
  digest   text,                 -- of the wording without white space: how a file breaks its lines is no law
  wording  text,                 -- null where the text was taken away
  found_at timestamptz not null,
  flagged  boolean     not null, -- what stands behind it is to be reviewed
  unique (policy, clause, version),
  unique (id, flagged),
  constraint taken_away_whole check ((digest is null) = (wording is null)),
  constraint something_first check (version > 1 or digest is not null),
  constraint changes_are_flagged check (version = 1 or flagged)
);

create table text_review (
  sequence    bigint generated always as identity primary key,
  text        text        not null,
  flagged     boolean     not null default true check (flagged), -- so that only what is flagged can be reviewed
  reviewed_at timestamptz not null,
  reviewed_by text        not null,
  reason      text        not null check (length(btrim(reason)) > 0),
  constraint reviewed_once unique (text),
  foreign key (text, flagged) references official_text (id, flagged)
);

create function review_text() returns trigger language plpgsql as $$
begin
  if not exists (select from role_held where subject = new.reviewed_by and role = 'ANALYST') then
    raise exception '% 不是政策分析员', new.reviewed_by using errcode = 'check_violation', constraint = 'by_analyst';
  end if;
  return new;
end $$;

create trigger review_text before insert on text_review for each row execute function review_text();
alter table text_review enable always trigger review_text;

do $$
declare recorded text;
begin
  foreach recorded in array array['official_text', 'text_review'] loop
    execute format('create trigger append_only before update or delete or truncate on %I for each statement execute function refuse_change()', recorded);
    execute format('alter table %I enable always trigger append_only', recorded);
    execute format('create trigger counted_by_log before insert on %I for each statement execute function counted_by_log()', recorded);
    execute format('alter table %I enable always trigger counted_by_log', recorded);
  end loop;
end $$;
