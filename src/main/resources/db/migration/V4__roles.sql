-- Who may do what. A role changes hands by two rows of two people: a proposal, and what another one decided on it. Both are only ever
-- added; what is held follows from them by a trigger and cannot be written otherwise.

create table role_change (
  sequence    bigint generated always as identity primary key,
  id          text        not null unique,
  action      text        not null check (action in ('GRANT', 'REVOKE')),
  role        text        not null check (role in ('SYSTEM', 'ANALYST', 'APPROVER', 'AUDITOR', 'SECURITY_ADMIN', 'SYSTEM_ADMIN')),
  issuer      text        not null, -- of tokens: with the subject, who this is
  subject     text        not null,
  system      text,                 -- the calling system that answers are recorded for, several clients of one included
  reason      text        not null,
  proposed_at timestamptz not null,
  proposed_by text        not null, -- a subject of the same issuer
  founding    boolean     not null default false,
  unique (id, proposed_by, founding),
  check ((role = 'SYSTEM' and action = 'GRANT') = (system is not null))
);

create table role_decision (
  sequence    bigint generated always as identity primary key,
  change      text        not null unique,
  decision    text        not null check (decision in ('CONFIRMED', 'REJECTED')),
  decided_at  timestamptz not null,
  decided_by  text        not null,
  proposed_by text        not null, -- of the change, so that the constraint below can see it
  founding    boolean     not null default false,
  foreign key (change, proposed_by, founding) references role_change (id, proposed_by, founding),
  constraint two_people check (decided_by <> proposed_by)
);

create table role_held (
  issuer  text not null,
  subject text not null,
  role    text not null,
  system  text,
  change  text not null references role_change (id),
  primary key (issuer, subject, role)
);

-- 三员分立: whoever runs the system, whoever grants its roles and whoever audits both are three people
create unique index three_offices_apart on role_held (issuer, subject) where role in ('SECURITY_ADMIN', 'SYSTEM_ADMIN', 'AUDITOR');

create function hold_role() returns trigger language plpgsql as $$
declare
  c role_change;
begin
  -- one after the other: the rules below look at more than one row
  lock table role_held in share row exclusive mode;
  select * into strict c from role_change where id = new.change;
  if not c.founding and not exists (select from role_held where issuer = c.issuer and subject = new.decided_by and role = 'SECURITY_ADMIN') then
    raise exception '% 不是安全管理员，不能决定角色变更', new.decided_by using errcode = 'check_violation', constraint = 'by_security_admin';
  end if;
  if new.decision = 'REJECTED' then
    return null;
  end if;
  if c.action = 'REVOKE' then
    delete from role_held where issuer = c.issuer and subject = c.subject and role = c.role;
    if not found then
      raise exception '% 没有角色 %，无从收回', c.subject, c.role using errcode = 'check_violation', constraint = 'not_held';
    end if;
    if c.role = 'SECURITY_ADMIN' and (select count(*) from role_held where issuer = c.issuer and role = 'SECURITY_ADMIN') < 2 then
      raise exception '安全管理员不能少于两人，否则再也无法变更角色' using errcode = 'check_violation', constraint = 'two_remain';
    end if;
    return null;
  end if;
  insert into role_held values (c.issuer, c.subject, c.role, c.system, c.id);
  if exists (select from role_held where issuer = c.issuer and subject = c.subject group by subject
             having count(*) > 1 and bool_or(role = 'SYSTEM')) then
    raise exception '% 是业务系统，不能兼任其他角色', c.subject using errcode = 'check_violation', constraint = 'system_alone';
  end if;
  -- persons are recorded by their subject, systems by their name: one must not pass for the other
  if exists (select from role_held s join role_held p on s.system = p.subject where p.role <> 'SYSTEM') then
    raise exception '业务系统与人员不能同名' using errcode = 'check_violation', constraint = 'names_apart';
  end if;
  return null;
end $$;

create trigger hold_role after insert on role_decision for each row execute function hold_role();
alter table role_decision enable always trigger hold_role;

-- the first ones have nobody to confirm them
create function found_once() returns trigger language plpgsql as $$
begin
  if new.founding and exists (select from role_held where issuer = new.issuer and role = 'SECURITY_ADMIN') then
    raise exception '已有安全管理员，角色只能经两人变更' using errcode = 'check_violation', constraint = 'found_once';
  end if;
  return new;
end $$;

create trigger found_once before insert on role_change for each row execute function found_once();
alter table role_change enable always trigger found_once;

create function refuse_by_hand() returns trigger language plpgsql as $$
begin
  if pg_trigger_depth() < 2 then
    raise exception '% follows from confirmed changes: % refused', tg_table_name, tg_op using errcode = 'insufficient_privilege';
  end if;
  return null;
end $$;

create trigger by_confirmation_only before insert or update or delete or truncate on role_held for each statement execute function refuse_by_hand();
alter table role_held enable always trigger by_confirmation_only;
create trigger append_only before update or delete or truncate on role_change for each statement execute function refuse_change();
alter table role_change enable always trigger append_only;
create trigger append_only before update or delete or truncate on role_decision for each statement execute function refuse_change();
alter table role_decision enable always trigger append_only;
