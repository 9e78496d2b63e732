-- Decision tables as analysts hand them in. An edition is the workbook itself, byte for byte; what becomes of it is told by its steps.
-- Both are only ever added to: which edition was in force when, and who said so, can be asked for good.

create table table_edition (
  sequence    bigint generated always as identity primary key,
  policy      text        not null,
  workbook    text        not null, -- the file's name without its ending
  edition     integer     not null check (edition > 0),
  digest      text        not null, -- of the content's bytes
  content     bytea       not null,
  base        text        not null, -- digest of the workbook that was in force when this one was handed in
  report      text        not null, -- what the checks found, as JSON
  uploaded_at timestamptz not null,
  author      text        not null,
  unique (policy, workbook, edition)
);
-- workbooks are compressed already
alter table table_edition alter column content set storage external;

create table edition_step (
  sequence       bigint generated always as identity primary key,
  policy         text        not null,
  workbook       text        not null,
  edition        integer     not null,
  step           text        not null check (step in ('DRAFT', 'CHECKED', 'SUBMITTED', 'APPROVED', 'SCHEDULED', 'IN_FORCE', 'SUPERSEDED', 'REFUSED', 'WITHDRAWN')),
  taken_at       timestamptz not null,
  taken_by       text        not null, -- a person, or the service itself
  reason         text,
  digest         text,        -- of the workbook, as who approved it saw it
  rule_base      text references rule_base (digest), -- what decides from effective_from on
  effective_from timestamptz,
  foreign key (policy, workbook, edition) references table_edition (policy, workbook, edition),
  constraint binds_both check (step <> 'APPROVED' or digest is not null and rule_base is not null and effective_from is not null),
  constraint only_then check (rule_base is null or step in ('APPROVED', 'WITHDRAWN') and effective_from is not null)
);
create index edition_step_of on edition_step (policy, workbook, edition, sequence);

-- Which step may follow which, and by whom. Here and not only in the service: whoever reaches the database gets no further either.
create function take_step() returns trigger language plpgsql as $$
declare
  e        table_edition;
  last     text;
  admitted text[];
begin
  -- one after the other: the rules below look at more than one row
  perform pg_advisory_xact_lock(hashtext('edition_step'), hashtext(new.policy));
  select * into strict e from table_edition where policy = new.policy and workbook = new.workbook and edition = new.edition;
  select step into last from edition_step where policy = new.policy and workbook = new.workbook and edition = new.edition order by sequence desc limit 1;
  admitted := case last
    when 'DRAFT' then array['CHECKED', 'WITHDRAWN']
    when 'CHECKED' then array['SUBMITTED', 'WITHDRAWN']
    when 'SUBMITTED' then array['APPROVED', 'REFUSED', 'WITHDRAWN']
    when 'APPROVED' then array['SCHEDULED', 'IN_FORCE', 'REFUSED', 'WITHDRAWN']
    when 'SCHEDULED' then array['IN_FORCE', 'REFUSED', 'WITHDRAWN']
    when 'IN_FORCE' then array['SUPERSEDED', 'WITHDRAWN']
    when 'SUPERSEDED' then array['IN_FORCE'] -- when the one after it is withdrawn
    else array[]::text[] end;
  if last is null and new.step <> 'DRAFT' or last is not null and new.step <> all (admitted) then
    raise exception '第 % 版的状态是 %，不能转为 %', new.edition, coalesce(last, '（无）'), new.step using errcode = 'check_violation', constraint = 'in_order';
  end if;
  -- what decides changes by their word alone
  if (new.step = 'APPROVED' or new.step = 'WITHDRAWN' and last in ('APPROVED', 'SCHEDULED', 'IN_FORCE'))
     and not exists (select from role_held where subject = new.taken_by and role = 'APPROVER') then
    raise exception '% 不是审批员', new.taken_by using errcode = 'check_violation', constraint = 'by_approver';
  end if;
  if (new.step = 'WITHDRAWN' and last = 'IN_FORCE') <> (new.step = 'WITHDRAWN' and new.rule_base is not null) then
    raise exception '撤回第 % 版须写明由哪个规则库接替，且只在它生效中时写', new.edition using errcode = 'check_violation', constraint = 'what_comes_back';
  end if;
  if new.rule_base is not null and not exists (select from rule_base b where b.digest = new.rule_base and b.policy = new.policy) then
    raise exception '规则库 % 不是本文件的', new.rule_base using errcode = 'check_violation', constraint = 'what_was_seen';
  end if;
  if new.step = 'APPROVED' then
    if new.taken_by = e.author or exists (select from edition_step s where s.policy = new.policy and s.workbook = new.workbook and s.edition = new.edition
                                    and s.step in ('DRAFT', 'SUBMITTED') and s.taken_by = new.taken_by) then
      raise exception '% 是第 % 版的作者或提交人，不能自己批准', new.taken_by, new.edition using errcode = 'check_violation', constraint = 'two_people';
    end if;
    if new.digest <> e.digest then
      raise exception '批准的不是第 % 版的工作簿', new.edition using errcode = 'check_violation', constraint = 'what_was_seen';
    end if;
    if exists (select from edition_step s where s.policy = new.policy and s.rule_base is not null and s.effective_from > new.effective_from
               and not exists (select from edition_step c where c.policy = s.policy and c.workbook = s.workbook and c.edition = s.edition
                               and (c.step = 'REFUSED' or c.step = 'WITHDRAWN' and c.rule_base is null))) then
      raise exception '本文件已有更晚生效的决定，不能早于它生效' using errcode = 'check_violation', constraint = 'one_after_the_other';
    end if;
  end if;
  return new;
end $$;

create trigger take_step before insert on edition_step for each row execute function take_step();
alter table edition_step enable always trigger take_step;

do $$
declare recorded text;
begin
  foreach recorded in array array['table_edition', 'edition_step'] loop
    execute format('create trigger append_only before update or delete or truncate on %I for each statement execute function refuse_change()', recorded);
    execute format('alter table %I enable always trigger append_only', recorded);
    execute format('create trigger counted_by_log before insert on %I for each statement execute function counted_by_log()', recorded);
    execute format('alter table %I enable always trigger counted_by_log', recorded);
  end loop;
end $$;
