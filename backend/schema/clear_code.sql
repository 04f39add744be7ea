-- SPDX-FileCopyrightText: 2026 The Carrel authors
-- SPDX-License-Identifier: Apache-2.0

-- Takes away everything that the files under code/ made, before they make it anew: what vanished from them is gone, and
-- no old grant outlives its line. Tables stay with their rows, constraints and indexes. So do the functions that a
-- constraint, an index or a default of a table works with: values were stored by their rules, so they are the table's,
-- and stand in its migration. Nothing cascades: what a table needs cannot fall by mistake.
do $$
declare
  rooms constant regnamespace[] := array['ctx', 'canon', 'data', 'auth', 'audit', 'projection', 'work', 'admin', 'api'];
  item record;
  list text;
begin
  for item in select t.tgname, t.tgrelid::regclass as place from pg_trigger t join pg_class c on c.oid = t.tgrelid
              where c.relnamespace = any (rooms) and not t.tgisinternal loop
    execute format('drop trigger %I on %s', item.tgname, item.place);
  end loop;
  for item in select p.polname, p.polrelid::regclass as place from pg_policy p join pg_class c on c.oid = p.polrelid
              where c.relnamespace = any (rooms) loop
    execute format('drop policy %I on %s', item.polname, item.place);
  end loop;
  select string_agg(c.oid::regclass::text, ', ') into list from pg_class c
  where c.relnamespace = any (rooms) and c.relkind = 'v';
  if list is not null then
    execute 'drop view ' || list;
  end if;

  -- Together, because bodies in standard SQL know each other.
  with recursive needed (id) as (
    select d.refobjid from pg_depend d
    where d.refclassid = 'pg_proc'::regclass
      and d.classid in ('pg_constraint'::regclass, 'pg_class'::regclass, 'pg_attrdef'::regclass)
    union
    select d.refobjid from pg_depend d join needed n on d.classid = 'pg_proc'::regclass and d.objid = n.id
    where d.refclassid = 'pg_proc'::regclass
  )
  select string_agg(p.oid::regprocedure::text, ', ') into list from pg_proc p
  where p.pronamespace = any (rooms) and p.oid not in (select id from needed)
    and not exists (select from pg_depend d
                    where (d.classid, d.objid, d.deptype) = ('pg_proc'::regclass, p.oid, 'e'));
  if list is not null then
    execute 'drop routine ' || list;
  end if;

  -- Room "work" has no table of the records: its tables are lists that the files fill.
  select string_agg(c.oid::regclass::text, ', ') into list from pg_class c
  where c.relnamespace = 'work'::regnamespace and c.relkind = 'r';
  if list is not null then
    execute 'drop table ' || list;
  end if;
  select string_agg(c.reltype::regtype::text, ', ') into list from pg_class c
  where c.relnamespace = any (rooms) and c.relkind = 'c';
  if list is not null then
    execute 'drop type ' || list;
  end if;

  -- Grants to the roles of 0001 on what stays; never an owner's own.
  for item in
    with granted (thing, owner, acl) as (
      select 'table ' || c.oid::regclass, c.relowner, c.relacl from pg_class c
      where c.relnamespace = any (rooms) and c.relkind = 'r'
      union all
      select 'table ' || c.oid::regclass, c.relowner, a.attacl from pg_attribute a join pg_class c on c.oid = a.attrelid
      where c.relnamespace = any (rooms) and c.relkind = 'r'
      union all
      select 'routine ' || p.oid::regprocedure, p.proowner, p.proacl from pg_proc p
      where p.pronamespace = any (rooms || regnamespace 'crypto')
      union all
      select 'schema ' || n.oid::regnamespace, n.nspowner, n.nspacl from pg_namespace n
      where n.oid = any (rooms || regnamespace 'crypto')
    )
    select distinct g.thing, r.rolname from granted g cross join aclexplode(g.acl) a join pg_roles r on r.oid = a.grantee
    where r.rolname like 'carrel\_%' and r.oid <> g.owner
  loop
    execute format('revoke all on %s from %I', item.thing, item.rolname);
  end loop;
end $$;
-- Bodies are looked at when all functions are there (code/99_check).
set local check_function_bodies = off;
