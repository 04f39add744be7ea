-- SPDX-FileCopyrightText: 2026 The Carrel authors
-- SPDX-License-Identifier: Apache-2.0

-- Code: all of it is dropped and made anew when any of it changed, so it is edited in place.
--
-- One door per role: SECURITY DEFINER, owned by the database role that it works as, so PostgreSQL applies that role's
-- column grants and row policies. The entry function picks by the caller's role. What a role may read and do stands in
-- the lists (10_base/lists.sql) and is granted here, and nowhere else.
do $$
declare
  door work.door;
  of_role record;
begin
  for of_role in select distinct unnest(roles) as role from (select roles from work.view union all
                                                             select roles from work.command) l
                 except select d.role from work.door d loop
    raise exception 'the role % has no door', of_role.role;
  end loop;
  for door in select * from work.door loop
    execute format('grant usage on schema data, projection, work to %I', door.db_role);
    if exists (select from work.view v where door.role = any (v.roles)) then
      execute format('create function work.%1$I(view_name text, state jsonb, lim int, out page text, out row_count int) '
                     'language sql security definer set search_path = pg_catalog, pg_temp '
                     'as ''select * from work.changes($1, $2, $3)''; '
                     'alter function work.%1$I owner to %2$I; grant execute on function work.%1$I to carrel_entry; '
                     'grant execute on function work.changes to %2$I', 'changes_as_' || door.role, door.db_role);
    end if;
    if exists (select from work.command c where door.role = any (c.roles)) then
      execute format('create function work.%1$I(command text, body jsonb) returns jsonb '
                     'language sql security definer set search_path = pg_catalog, pg_temp '
                     'as ''select work.run($1, $2)''; '
                     'alter function work.%1$I owner to %2$I; grant execute on function work.%1$I to carrel_entry; '
                     'grant execute on function work.run to %2$I', 'run_as_' || door.role, door.db_role);
    end if;
    for of_role in select v.name from work.view v where door.role = any (v.roles) loop
      execute format('grant select on projection.%I to %I', of_role.name, door.db_role);
    end loop;
    for of_role in select c.function from work.command c where door.role = any (c.roles) loop
      execute format('grant execute on function %s to %I', of_role.function, door.db_role);
    end loop;
  end loop;
end $$;
