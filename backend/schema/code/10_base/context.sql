-- SPDX-FileCopyrightText: 2026 The Carrel authors
-- SPDX-License-Identifier: Apache-2.0

-- Code: all of it is dropped and made anew when any of it changed, so it is edited in place.

-- The caller. api.handle derives these from the session token in every call and overwrites whatever was there;
-- the gateway can set them too, but then has nothing to execute that would read them.
create function ctx.org() returns uuid language sql stable parallel safe
  return nullif(current_setting('carrel.org', true), '')::uuid;

create function ctx.person() returns uuid language sql stable parallel safe
  return nullif(current_setting('carrel.person', true), '')::uuid;

create function ctx.role() returns text language sql stable parallel safe
  return nullif(current_setting('carrel.role', true), '');

create function ctx.clinics() returns uuid[] language sql stable parallel safe
  return coalesce(nullif(current_setting('carrel.clinics', true), '')::uuid[], '{}'::uuid[]);

create function ctx.by_clinic_role() returns boolean language sql stable parallel safe
  return coalesce(current_setting('carrel.access_mode', true) = 'clinic_role', false);

create function ctx.session_id() returns uuid language sql stable parallel safe
  return nullif(current_setting('carrel.session', true), '')::uuid;

create function ctx.device() returns uuid language sql stable parallel safe
  return nullif(current_setting('carrel.device', true), '')::uuid;

create function ctx.request_id() returns text language sql stable parallel safe
  return nullif(current_setting('carrel.request', true), '');

create function ctx.grant_epoch() returns int language sql stable parallel safe
  return nullif(current_setting('carrel.grant_epoch', true), '')::int;

create function ctx.clear(request text) returns void language plpgsql as $$
declare
  name text;
begin
  foreach name in array array['org', 'person', 'role', 'clinics', 'access_mode', 'session', 'device',
                              'grant_epoch'] loop
    perform set_config('carrel.' || name, '', true);
  end loop;
  perform set_config('carrel.request', coalesce(left(request, 64), ''), true);
end $$;
