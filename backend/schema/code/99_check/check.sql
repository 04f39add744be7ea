-- SPDX-FileCopyrightText: 2026 The Carrel authors
-- SPDX-License-Identifier: Apache-2.0

-- Code: all of it is dropped and made anew when any of it changed, so it is edited in place.
--
-- What the database can judge of the code before it is committed. Bodies are not looked at when a function is made, so
-- that the order of files within a folder does not matter; they are looked at here.
set local check_function_bodies = on;
do $$
declare
  f record;
begin
  for f in select p.oid, l.lanname from pg_proc p join pg_language l on l.oid = p.prolang
             join pg_namespace n on n.oid = p.pronamespace
           where n.nspname in ('ctx', 'canon', 'data', 'auth', 'audit', 'projection', 'work', 'admin', 'api') loop
    begin
      if f.lanname = 'plpgsql' then
        perform plpgsql_validator(f.oid);
      elsif f.lanname = 'sql' then
        perform fmgr_sql_validator(f.oid);
      end if;
    exception when others then
      raise exception '%: %', f.oid::regprocedure, sqlerrm;
    end;
  end loop;
  for f in select c.relname from pg_class c where c.relnamespace = 'projection'::regnamespace and c.relkind = 'v'
           except select v.name from work.view v loop
    raise exception 'the view projection.% is not in the list of views', f.relname;
  end loop;
  for f in select c.function from work.command c join pg_proc p on p.oid = c.function
           where p.prorettype <> 'jsonb'::regtype or p.pronargs <> 1 or p.proargtypes[0] <> 'jsonb'::regtype loop
    raise exception '%: a command takes jsonb and returns jsonb', f.function;
  end loop;
end $$;
-- PUBLIC may execute nothing.
do $$
declare
  name text;
begin
  foreach name in array array['crypto', 'ctx', 'canon', 'data', 'auth', 'audit', 'projection', 'work', 'admin',
                              'api'] loop
    execute format('revoke all on all functions in schema %I from public', name);
    execute format('revoke all on schema %I from public', name);
  end loop;
end $$;
