-- SPDX-FileCopyrightText: 2026 The Carrel authors
-- SPDX-License-Identifier: Apache-2.0

-- Code: all of it is dropped and made anew when any of it changed, so it is edited in place.
--
-- What is signed, ordered or recorded stays: triggers stop everybody, the owner and a superuser's slip included.

create function data.never_changes() returns trigger language plpgsql as $$
begin
  raise exception '% is append-only', tg_table_name using errcode = 'insufficient_privilege';
end $$;
create trigger never_changes before update or delete on data.signing_record
  for each row execute function data.never_changes();
create trigger never_emptied before truncate on data.signing_record
  for each statement execute function data.never_changes();

-- The lines of an order stand as they were submitted, and go with it only: what a prescriber is shown has as
-- many lines as the order says.
create function data.stays_with_order() returns trigger language plpgsql as $$
begin
  if exists (select from data.orders o where (o.org_id, o.id) = (old.org_id, old.order_id)) then
    raise exception 'the lines of an order cannot be taken out' using errcode = 'insufficient_privilege';
  end if;
  return old;
end $$;
create trigger never_changes before update on data.order_line
  for each row execute function data.never_changes();
create trigger stays_with_order before delete on data.order_line
  for each row execute function data.stays_with_order();
create trigger never_emptied before truncate on data.order_line
  for each statement execute function data.never_changes();
create trigger lines_are_counted_once before update on data.orders
  for each row when (old.line_count is distinct from new.line_count) execute function data.never_changes();

create function audit.never_changes() returns trigger language plpgsql as $$
begin
  raise exception 'audit.% is append-only', tg_table_name using errcode = 'insufficient_privilege';
end $$;

do $$
declare
  name text;
begin
  foreach name in array array['access_log', 'device_event', 'countersignature'] loop
    execute format('create trigger never_changes before update or delete on audit.%I '
                   'for each row execute function audit.never_changes()', name);
    execute format('create trigger never_emptied before truncate on audit.%I '
                   'for each statement execute function audit.never_changes()', name);
  end loop;
end $$;
