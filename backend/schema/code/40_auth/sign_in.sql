-- SPDX-FileCopyrightText: 2026 The Carrel authors
-- SPDX-License-Identifier: Apache-2.0

-- Code: all of it is dropped and made anew when any of it changed, so it is edited in place.

create function auth.sign_in(body jsonb) returns api.answer language plpgsql security definer
set search_path = pg_catalog, pg_temp as $$
declare
  given_login text;
  password text;
  device uuid;
  device_name text;
  wait int;
  who record;
  token text;
  refusal api.answer;
begin
  perform api.only_fields(body, 'login', 'password', 'device');
  given_login := lower(api.text_field(body, 'login', 200));
  password := api.text_field(body, 'password', 1024);
  if body->'device' is null then
    perform api.refuse_field('device', 'required');
  end if;
  perform api.only_fields(body->'device', 'id', 'name');
  device := api.uuid_field(body->'device', 'id');
  device_name := api.text_field(body->'device', 'name', 200);

  wait := auth.enter_attempt(given_login);
  if wait > 0 then
    return auth.throttled(wait);
  end if;
  select p.org_id, p.id, p.role, c.password_hash into who
  from data.person p join auth.credential c on (c.org_id, c.person_id) = (p.org_id, p.id)
  where p.login = given_login and p.active;
  -- An unknown login costs the same bcrypt as a wrong password.
  if crypto.crypt(auth.prehash(password),
                  coalesce(who.password_hash, '$2a$10$CwTycUXWue0Thq9StjUM0uJ8C1pXqbl1H9mNPJYWjPkq1BO6DyN7C'))
     is distinct from who.password_hash then
    perform auth.failed_attempt(given_login);
    return api.problem('wrong-credentials', 'The login or the password is wrong.');
  end if;
  -- Said here already, to the one who knows the password, rather than after a code that nobody looks at. Wrong
  -- passwords stay counted until the code was right too.
  refusal := auth.code_refusal(who.org_id, who.id, device);
  if refusal is not null then
    return refusal;
  end if;
  token := auth.new_token();
  insert into auth.session (token_hash, org_id, person_id, device_id, device_name, idle_limit, expires_at)
  values (auth.token_hash(token), who.org_id, who.id, device, device_name, auth.idle_limit_of(who.role),
          clock_timestamp() + interval '5 minutes');
  return api.ok(jsonb_build_object('token', token, 'second_factor', 'totp', 'expires_at',
                                   api.wire_time(clock_timestamp() + interval '5 minutes')), 201);
end $$;

create function auth.second_factor(body jsonb) returns api.answer language plpgsql security definer
set search_path = pg_catalog, pg_temp as $$
declare
  code text;
  given_login text;
  refusal api.answer;
  token text := auth.new_token();
  s auth.session;
begin
  perform api.only_fields(body, 'code');
  code := api.text_field(body, 'code', 6, 6);
  select login into strict given_login from data.person where org_id = ctx.org() and id = ctx.person();
  -- Sessions are locked before anything else, here as where one is unlocked or an operator ends them.
  perform from auth.session where id = ctx.session_id() and state = 'pending' for update;
  if not found then
    return api.problem('session-expired', 'The session is unknown or has ended.');
  end if;
  -- For its lock, which everybody takes before the credential's. Whoever mistypes passwords meanwhile makes nobody
  -- wait who has given theirs.
  perform auth.enter_attempt(given_login);
  refusal := auth.check_code(code);
  if refusal is not null then
    return refusal;
  end if;
  perform auth.clear_attempts(given_login);
  -- A new token: who held the pending one holds nothing.
  update auth.session set state = 'active', token_hash = auth.token_hash(token),
    last_active_at = clock_timestamp(), expires_at = clock_timestamp() + interval '12 hours'
  where id = ctx.session_id() returning * into strict s;
  return api.ok(jsonb_build_object('token', token, 'me', auth.me(s.org_id, s.person_id),
    'lease_until', auth.lease_until(s.org_id), 'session_until', api.wire_time(s.expires_at)));
end $$;

alter function auth.sign_in owner to carrel_auth;
alter function auth.second_factor owner to carrel_auth;

grant execute on function auth.sign_in, auth.second_factor to carrel_entry;
