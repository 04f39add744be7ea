-- SPDX-FileCopyrightText: 2026 The Carrel authors
-- SPDX-License-Identifier: Apache-2.0

-- Code: all of it is dropped and made anew when any of it changed, so it is edited in place.
--
-- For `carrel-backend user | import` and the sandbox, connected as an administrator whom row security does not
-- hold (a superuser, or a member of a role with BYPASSRLS). Not for the gateway.

create function admin.create_organization(name text, access_mode text default 'assigned_provider',
                                          id uuid default gen_random_uuid()) returns uuid language sql as $$
  with made as (insert into data.organization (id, name, access_mode) values (id, name, access_mode)
                returning organization.id),
       key as (insert into data.organization_key (org_id) select made.id from made)
  select made.id from made
$$;

create function admin.create_clinic(org uuid, name text, address text default '',
                                    time_zone text default 'America/New_York',
                                    id uuid default gen_random_uuid()) returns uuid language plpgsql as $$
begin
  if not exists (select from pg_timezone_names z where z.name = time_zone) then
    perform api.refuse_field('time_zone', 'iana-time-zone');
  end if;
  insert into data.clinic (org_id, id, name, address, time_zone) values (org, id, name, address, time_zone);
  return id;
end $$;

create function admin.create_product(org uuid, product jsonb) returns uuid language sql as $$
  insert into data.product (org_id, id, name, brand, strength, form, unit, category, schedule, max_quantity,
                            default_directions)
  values (org, coalesce((product->>'id')::uuid, gen_random_uuid()), product->>'name',
          coalesce(product->>'brand', ''), coalesce(product->>'strength', ''), coalesce(product->>'form', ''),
          coalesce(product->>'unit', ''), coalesce(product->>'category', ''),
          coalesce(product->>'schedule', ''), (product->>'max_quantity')::int,
          coalesce(product->>'default_directions', ''))
  returning id
$$;
