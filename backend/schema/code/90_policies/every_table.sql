-- SPDX-FileCopyrightText: 2026 The Carrel authors
-- SPDX-License-Identifier: Apache-2.0

-- Code: all of it is dropped and made anew when any of it changed, so it is edited in place.
--
-- Who may read and write which columns of which rows stands in this folder, one file a subject. Every table forces row
-- security; what is not granted does not exist for anybody. Policies use the wrapped form `(select ctx.org())`:
-- evaluated once a query.
do $$
declare
  t record;
begin
  for t in select c.oid::regclass as name, c.relkind from pg_class c join pg_namespace n on n.oid = c.relnamespace
           where n.nspname in ('data', 'auth', 'audit', 'api', 'work', 'projection') and c.relkind in ('r', 'v') loop
    execute format('alter table %s owner to carrel_owner', t.name);
    if t.relkind = 'r' then
      execute format('alter table %1$s enable row level security; alter table %1$s force row level security', t.name);
    end if;
  end loop;
end $$;
