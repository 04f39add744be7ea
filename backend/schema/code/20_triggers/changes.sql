-- SPDX-FileCopyrightText: 2026 The Carrel authors
-- SPDX-License-Identifier: Apache-2.0

-- Code: all of it is dropped and made anew when any of it changed, so it is edited in place.
--
-- Synced rows count their versions and note the transaction; rows that leave a clinic are noted as departures.

create function data.touch() returns trigger language plpgsql as $$
begin
  if new is distinct from old then
    new.version := old.version + 1;
    new.changed_xid := pg_current_xact_id();
  end if;
  return new;
end $$;

create function data.departed() returns trigger language plpgsql security definer
set search_path = pg_catalog, pg_temp as $$
begin
  insert into data.departure (org_id, clinic_id, source, row_id)
  values (old.org_id, (to_jsonb(old)->>'clinic_id')::uuid, tg_table_name,
          coalesce(to_jsonb(old)->>'id', to_jsonb(old)->>'patient_id')::uuid);
  return null;
end $$;

alter function data.departed owner to carrel_machinery;

do $$
declare
  name text;
begin
  foreach name in array array['patient', 'chart', 'product', 'appointment', 'cart', 'orders'] loop
    execute format('create trigger touch before update on data.%I for each row execute function data.touch()',
                   name);
    execute format('create trigger gone after delete on data.%I for each row execute function data.departed()',
                   name);
    if name <> 'product' then
      execute format('create trigger moved after update on data.%I for each row '
                     'when (old.clinic_id is distinct from new.clinic_id) '
                     'execute function data.departed()', name);
    end if;
  end loop;
end $$;

create trigger reassigned after update on data.chart for each row
  when (old.clinic_id is not distinct from new.clinic_id and
        old.provider_id is distinct from new.provider_id)
  execute function data.departed();
