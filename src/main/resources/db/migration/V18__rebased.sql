-- A document decided by an edition goes on by it under a new build of the service: around the workbooks in force everything else is of
-- that build. The service notes which rule base came of it; no edition's state changes by that, nor what anybody approved.

alter table edition_step add column build text references rule_base (digest); -- what the build brought for the document, without any edition
alter table edition_step drop constraint edition_step_step_check, drop constraint only_then;
alter table edition_step
  add constraint known_step check (step in ('DRAFT', 'CHECKED', 'SUBMITTED', 'APPROVED', 'SCHEDULED', 'IN_FORCE', 'REBASED', 'SUPERSEDED', 'REFUSED', 'WITHDRAWN')),
  add constraint only_then check (rule_base is null or step in ('APPROVED', 'WITHDRAWN', 'REBASED') and effective_from is not null),
  add constraint of_a_build check ((step = 'REBASED') = (build is not null) and (step <> 'REBASED' or rule_base is not null));

-- What a document is decided by at a moment, as far as it was settled by another. An edition that came to nothing before it took effect,
-- or that could not be used, decides nothing.
create function deciding(known_at timestamptz, at timestamptz) returns setof edition_step language sql stable as $$
  select distinct on (s.policy) s.* from edition_step s
  where s.rule_base is not null and s.effective_from <= at and s.taken_at <= known_at and not exists (select from edition_step c
    where (c.policy, c.workbook, c.edition) = (s.policy, s.workbook, s.edition) and c.taken_at <= known_at
    and (c.step = 'REFUSED' or c.step = 'WITHDRAWN' and c.rule_base is null))
  order by s.policy, s.effective_from desc, s.sequence desc
$$;

create or replace function take_step() returns trigger language plpgsql as $$
declare
  e        table_edition;
  last     text;
  admitted text[];
begin
  -- one after the other: the rules below look at more than one row
  perform pg_advisory_xact_lock(hashtext('edition_step'), hashtext(new.policy));
  select * into strict e from table_edition where policy = new.policy and workbook = new.workbook and edition = new.edition;
  select step into last from edition_step where policy = new.policy and workbook = new.workbook and edition = new.edition and step <> 'REBASED'
    order by sequence desc limit 1;
  admitted := case last
    when 'DRAFT' then array['CHECKED', 'WITHDRAWN']
    when 'CHECKED' then array['SUBMITTED', 'WITHDRAWN']
    when 'SUBMITTED' then array['APPROVED', 'REFUSED', 'WITHDRAWN']
    when 'APPROVED' then array['SCHEDULED', 'IN_FORCE', 'REFUSED', 'WITHDRAWN']
    when 'SCHEDULED' then array['IN_FORCE', 'REFUSED', 'WITHDRAWN']
    when 'IN_FORCE' then array['REBASED', 'SUPERSEDED', 'WITHDRAWN']
    when 'SUPERSEDED' then array['IN_FORCE'] -- when the one after it is withdrawn
    when 'WITHDRAWN' then array['REBASED']
    else array[]::text[] end;
  if last is null and new.step <> 'DRAFT' or last is not null and new.step <> all (admitted) then
    raise exception '第 % 版的状态是 %，不能转为 %', new.edition, coalesce(last, '（无）'), new.step using errcode = 'check_violation', constraint = 'in_order';
  end if;
  -- what decides changes by their word alone
  if (new.step = 'APPROVED' or new.step = 'WITHDRAWN' and last in ('APPROVED', 'SCHEDULED', 'IN_FORCE'))
     and not exists (select from role_held where subject = new.taken_by and role = 'APPROVER') then
    raise exception '% 不是审批员', new.taken_by using errcode = 'check_violation', constraint = 'by_approver';
  end if;
  -- in the place of what decides, from the same moment on: what was withdrawn decides by what its withdrawal brought back
  if new.step = 'REBASED' and (new.taken_by <> 'zhunsheng' or not exists (select from deciding('infinity', new.taken_at) d
      where (d.policy, d.workbook, d.edition, d.effective_from) = (new.policy, new.workbook, new.edition, new.effective_from))) then
    raise exception '第 % 版此刻不作决定，或不是服务自己换的规则', new.edition using errcode = 'check_violation', constraint = 'in_its_place';
  end if;
  if (new.step = 'WITHDRAWN' and last = 'IN_FORCE') <> (new.step = 'WITHDRAWN' and new.rule_base is not null) then
    raise exception '撤回第 % 版须写明由哪个规则库接替，且只在它生效中时写', new.edition using errcode = 'check_violation', constraint = 'what_comes_back';
  end if;
  if exists (select from unnest(array[new.rule_base, new.build]) named where named is not null
             and not exists (select from rule_base b where b.digest = named and b.policy = new.policy)) then
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

-- Which build brought what since when: what decides where no edition does, as it was known at a moment.
create table build_begun (
  sequence  bigint generated always as identity primary key,
  policy    text        not null,
  rule_base text        not null references rule_base (digest),
  begun_at  timestamptz not null
);

-- the builds of before: what was kept and never was anybody's edition
insert into build_begun (policy, rule_base, begun_at)
select b.policy, b.digest, b.created_at from rule_base b where not exists (select from edition_step s where s.rule_base = b.digest) order by b.created_at;

create trigger append_only before update or delete or truncate on build_begun for each statement execute function refuse_change();
alter table build_begun enable always trigger append_only;
create trigger counted_by_log before insert on build_begun for each statement execute function counted_by_log();
alter table build_begun enable always trigger counted_by_log;

-- Other instances hear of a step when it is committed, and look.
create function call_out_step() returns trigger language plpgsql as $$
begin
  perform pg_notify('edition_step', '');
  return null;
end $$;

create trigger call_out after insert on edition_step for each statement execute function call_out_step();
