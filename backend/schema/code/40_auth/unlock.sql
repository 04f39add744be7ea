-- SPDX-FileCopyrightText: 2026 The Carrel authors
-- SPDX-License-Identifier: Apache-2.0

-- Code: all of it is dropped and made anew when any of it changed, so it is edited in place.

-- Checks the factors of the person in context; null if they hold. Without a code only the password is checked, and
-- then no count of wrong codes changes. Wrong passwords are forgotten only if everything that was asked for is right.
create function auth.check_factors(password text, code text) returns api.answer language plpgsql
security definer set search_path = pg_catalog, pg_temp as $$
declare
  given_login text;
  wait int;
  known text;
  refusal api.answer;
begin
  select p.login, c.password_hash into strict given_login, known
  from data.person p join auth.credential c on (c.org_id, c.person_id) = (p.org_id, p.id)
  where p.org_id = ctx.org() and p.id = ctx.person();
  wait := auth.enter_attempt(given_login);
  if wait > 0 then
    return auth.throttled(wait);
  end if;
  if code is not null then
    refusal := auth.enter_code(); -- before the password: a wait answers the same to a right one and a wrong one
    if refusal is not null then
      return refusal;
    end if;
  end if;
  if crypto.crypt(auth.prehash(password), known) <> known then
    perform auth.failed_attempt(given_login);
    return api.problem('wrong-credentials', 'The password is wrong.');
  end if;
  if code is not null then
    refusal := auth.check_code(code);
    if refusal is not null then
      return refusal;
    end if;
  end if;
  perform auth.clear_attempts(given_login);
  return null;
end $$;

create function auth.unlock_session(body jsonb) returns api.answer language plpgsql security definer
set search_path = pg_catalog, pg_temp as $$
declare
  password text;
  code text;
  s auth.session;
  refusal api.answer;
begin
  perform api.only_fields(body, 'password', 'code');
  password := api.text_field(body, 'password', 1024);
  if body->>'code' is not null and body->>'code' <> '' then
    code := api.text_field(body, 'code', 6, 6);
  end if;
  select * into strict s from auth.session where id = ctx.session_id() for update;
  -- A session that is not locked has nothing to unlock: this would be a check of the password for its own sake.
  if s.state <> 'locked' then
    return api.problem('conflict', 'The session is not locked.', '{"reason": "session-active"}');
  end if;
  if code is null and coalesce(s.locked_at, s.last_active_at) <= clock_timestamp() - interval '15 minutes' then
    return api.problem('second-factor-required', 'Locked for more than 15 minutes: the code is needed too.');
  end if;
  refusal := auth.check_factors(password, code);
  if refusal is not null then
    return refusal;
  end if;
  update auth.session set state = 'active', locked_at = null, last_active_at = clock_timestamp()
  where id = s.id and state = 'locked';
  return api.ok(jsonb_build_object('lease_until', auth.lease_until(s.org_id),
                                   'session_until', api.wire_time(s.expires_at)));
end $$;

alter function auth.check_factors owner to carrel_auth;
alter function auth.unlock_session owner to carrel_auth;

grant execute on function auth.check_factors, auth.unlock_session to carrel_entry;
