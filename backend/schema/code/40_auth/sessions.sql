-- SPDX-FileCopyrightText: 2026 The Carrel authors
-- SPDX-License-Identifier: Apache-2.0

-- Code: all of it is dropped and made anew when any of it changed, so it is edited in place.
--
-- What api.handle calls runs as carrel_auth, which alone reads credentials and sessions.

create function auth.idle_limit_of(role text) returns interval language sql immutable
  return case when role = 'prescriber' then interval '15 minutes' else interval '30 minutes' end;

create function auth.lease_until(org uuid) returns text language sql stable as $$
  select api.wire_time(clock_timestamp() + lease_seconds * interval '1 second')
  from data.organization where id = org
$$;

-- Enters the caller's context for the rest of the transaction.
create function auth.enter(s auth.session) returns void language plpgsql as $$
declare
  who record;
begin
  select p.role, p.grant_epoch, o.access_mode,
         (select coalesce(array_agg(pc.clinic_id order by pc.clinic_id), '{}') from data.person_clinic pc
          where pc.org_id = p.org_id and pc.person_id = p.id) as clinics
  into strict who
  from data.person p join data.organization o on o.id = p.org_id
  where p.org_id = s.org_id and p.id = s.person_id;
  perform set_config('carrel.org', s.org_id::text, true),
          set_config('carrel.person', s.person_id::text, true),
          set_config('carrel.role', who.role, true),
          set_config('carrel.clinics', who.clinics::text, true),
          set_config('carrel.access_mode', who.access_mode, true),
          set_config('carrel.session', s.id::text, true),
          set_config('carrel.device', s.device_id::text, true),
          set_config('carrel.grant_epoch', who.grant_epoch::text, true);
end $$;

-- Looks the session up and decides whether `operation` may go on. Null: yes, and the context is entered.
create function auth.resolve(token text, operation text, background boolean) returns api.answer
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  s auth.session;
begin
  select se.* into s from auth.session se join data.person p on (p.org_id, p.id) = (se.org_id, se.person_id)
  where se.token_hash = auth.token_hash(token) and p.active;
  if not found or s.state = 'ended' or s.expires_at <= clock_timestamp() then
    return api.problem('session-expired', 'The session is unknown or has ended.');
  end if;
  if s.state = 'pending' then
    if operation not in ('secondFactor', 'endSession') then
      return api.problem('second-factor-required', 'The second factor has not been given.');
    end if;
  elsif operation = 'secondFactor' then
    return api.problem('invalid-input', 'The second factor was given already.',
                       '{"field": "code", "rule": "session-pending"}');
  elsif s.state = 'active' and s.last_active_at + s.idle_limit <= clock_timestamp() then
    -- Idle for too long is a lock that nobody asked for; it began when the limit was reached.
    update auth.session se set state = 'locked', locked_at = se.last_active_at where se.id = s.id
    returning * into s;
  end if;
  if s.state = 'locked' and operation not in ('unlockSession', 'endSession', 'lockSession') then
    return api.problem('session-locked', 'The session is locked.');
  end if;
  if s.state = 'active' and not background and s.last_active_at < clock_timestamp() - interval '5 seconds' then
    update auth.session se set last_active_at = clock_timestamp() where se.id = s.id;
  end if;
  perform auth.enter(s);
  return null;
end $$;

create function auth.lock_session() returns api.answer language plpgsql security definer
set search_path = pg_catalog, pg_temp as $$
begin
  update auth.session set state = 'locked', locked_at = clock_timestamp()
  where id = ctx.session_id() and state = 'active';
  return (204, '', '{}')::api.answer;
end $$;

create function auth.end_session() returns api.answer language plpgsql security definer
set search_path = pg_catalog, pg_temp as $$
begin
  update auth.session set state = 'ended', ended_at = clock_timestamp() where id = ctx.session_id();
  return (204, '', '{}')::api.answer;
end $$;

alter function auth.resolve owner to carrel_auth;
alter function auth.lock_session owner to carrel_auth;
alter function auth.end_session owner to carrel_auth;

grant execute on function auth.resolve, auth.lock_session, auth.end_session to carrel_entry;
