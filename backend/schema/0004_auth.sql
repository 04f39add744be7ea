-- SPDX-FileCopyrightText: 2026 The Carrel authors
-- SPDX-License-Identifier: Apache-2.0

-- Credentials and sessions: reachable by carrel_auth only. The password is bcrypt over base64(SHA-256), so
-- that nothing beyond bcrypt's 72 bytes is cut off; of a token only its SHA-256 is kept. The TOTP secret is
-- stored as it is (it must be usable), readable by carrel_auth alone.
create table auth.credential (
  org_id uuid not null,
  person_id uuid not null,
  password_hash text not null,
  totp_secret bytea not null check (length(totp_secret) between 16 and 64),
  totp_counter bigint not null default 0, -- last one accepted: a code is taken once, and only ascending
  password_set_at timestamptz not null default now(),
  primary key (org_id, person_id),
  foreign key (org_id, person_id) references data.person (org_id, id) on delete cascade
);

-- Wrong passwords in a row, by the login as it was typed: an unknown login is throttled like a known one. Wrong
-- codes are none of its business (auth.code_failure): a right password clears this count.
create table auth.attempt (
  login_hash bytea primary key,
  failures int not null default 0,
  blocked_until timestamptz not null default 'epoch',
  last_at timestamptz not null default now()
);

-- Every wrong code of a person, on whatever device and in whatever session it was tried. Rows are added and may be
-- marked as forgiven; the service deletes none. A code that was used already is not a wrong one.
create table auth.code_failure (
  id bigint generated always as identity primary key,
  org_id uuid not null,
  person_id uuid not null,
  device_id uuid not null,
  at timestamptz not null,
  forgiven boolean not null default false,
  foreign key (org_id, person_id) references data.person (org_id, id) on delete cascade
);
create index code_failure_by_person on auth.code_failure (org_id, person_id, at);

-- Devices on which this person once gave a right code.
create table auth.code_device (
  org_id uuid not null,
  person_id uuid not null,
  device_id uuid not null,
  right_at timestamptz not null, -- the last time
  primary key (org_id, person_id, device_id),
  foreign key (org_id, person_id) references data.person (org_id, id) on delete cascade
);

create table auth.session (
  id uuid primary key default gen_random_uuid(),
  token_hash bytea not null unique,
  org_id uuid not null,
  person_id uuid not null,
  state text not null default 'pending' check (state in ('pending', 'active', 'locked', 'ended')),
  device_id uuid not null,
  device_name text not null,
  created_at timestamptz not null default now(),
  last_active_at timestamptz not null default now(),
  idle_limit interval not null,
  expires_at timestamptz not null,
  locked_at timestamptz,
  ended_at timestamptz,
  foreign key (org_id, person_id) references data.person (org_id, id) on delete cascade
);
create index session_by_person on auth.session (org_id, person_id);

create table auth.compromised_password (
  sha1 bytea primary key
);

create function auth.prehash(password text) returns text language sql immutable strict
  return encode(sha256(convert_to(password, 'UTF8')), 'base64');

create function auth.hash_password(password text) returns text language sql volatile strict
  return crypto.crypt(auth.prehash(password), crypto.gen_salt('bf', 10));

-- RFC 6238 / RFC 4226: HMAC-SHA-1 over the counter, dynamic truncation.
create function auth.totp(secret bytea, counter bigint, digits int default 6) returns text
language plpgsql immutable strict set search_path = pg_catalog, pg_temp as $$
declare
  mac bytea := crypto.hmac(int8send(counter), secret, 'sha1');
  start int := get_byte(mac, 19) & 15;
  number bigint := ((get_byte(mac, start) & 127)::bigint << 24) | (get_byte(mac, start + 1) << 16)
                   | (get_byte(mac, start + 2) << 8) | get_byte(mac, start + 3);
begin
  return lpad((number % (10 ^ digits)::bigint)::text, digits, '0');
end $$;

create function auth.current_step() returns bigint language sql volatile
  return floor(extract(epoch from clock_timestamp()) / 30)::bigint;

create function auth.new_token() returns text language sql volatile
  return translate(encode(crypto.gen_random_bytes(32), 'base64'), '+/=', '-_');

create function auth.token_hash(token text) returns bytea language sql immutable strict
  return sha256(convert_to(token, 'UTF8'));

-- base32 (RFC 4648), as authenticator apps and oathtool write secrets.
create function auth.from_base32(encoded text) returns bytea language plpgsql immutable strict
set search_path = pg_catalog, pg_temp as $$
declare
  clean text := rtrim(upper(translate(encoded, ' -', '')), '=');
  bits int := 0;
  held int := 0;
  result bytea := '';
  letter text;
  value int;
begin
  foreach letter in array string_to_array(clean, null) loop
    value := strpos('ABCDEFGHIJKLMNOPQRSTUVWXYZ234567', letter) - 1;
    if value < 0 then
      raise exception 'not base32' using errcode = 'invalid_text_representation';
    end if;
    held := ((held << 5) | value) & 4095;
    bits := bits + 5;
    if bits >= 8 then
      bits := bits - 8;
      result := result || set_byte('\x00'::bytea, 0, (held >> bits) & 255);
    end if;
  end loop;
  return result;
end $$;

-- ---------------------------------------------------------------------------------------------------------
-- Throttle of passwords. The row is locked while a password is checked: guesses on one account go one after the
-- other.
create function auth.enter_attempt(login text) returns int language plpgsql as $$
declare
  wait double precision;
begin
  insert into auth.attempt (login_hash) values (sha256(convert_to(lower(login), 'UTF8')))
  on conflict do nothing;
  select extract(epoch from blocked_until - clock_timestamp()) into wait from auth.attempt
  where login_hash = sha256(convert_to(lower(login), 'UTF8')) for update;
  return greatest(0, ceil(least(wait, 86400)))::int;
end $$;

create function auth.failed_attempt(login text) returns void language sql as $$
  update auth.attempt
  set failures = failures + 1, last_at = clock_timestamp(),
      blocked_until = case when failures + 1 < 5 then blocked_until
        else clock_timestamp() + least(3600, 30 * 2 ^ least(failures + 1 - 5, 10)) * interval '1 second' end
  where login_hash = sha256(convert_to(lower(login), 'UTF8'))
$$;

create function auth.clear_attempts(login text) returns void language sql as $$
  delete from auth.attempt
  where login_hash = sha256(convert_to(lower(login), 'UTF8')) or last_at < now() - interval '2 days'
$$;

create function auth.throttled(seconds int) returns api.answer language sql as $$
  select api.problem('too-many-attempts', 'Too many attempts on this account.',
                     jsonb_build_object('retry_after', seconds))
$$;

-- 'ok', 'wrong-code' or 'code-already-used'. Accepting a code moves the counter in the same statement.
create function auth.take_code(org uuid, person uuid, code text) returns text language plpgsql as $$
declare
  known auth.credential;
  step bigint := auth.current_step();
  candidate bigint;
  used boolean := false;
begin
  select * into strict known from auth.credential c
  where c.org_id = org and c.person_id = person for update;
  for candidate in select generate_series(step - 1, step + 1) loop
    if auth.totp(known.totp_secret, candidate) = code then
      if candidate > known.totp_counter then
        update auth.credential c set totp_counter = candidate where c.org_id = org and c.person_id = person;
        return 'ok';
      end if;
      used := true;
    end if;
  end loop;
  return case when used then 'code-already-used' else 'wrong-code' end;
end $$;

-- ---------------------------------------------------------------------------------------------------------
-- How often codes may be guessed, as a function of what happened and of the time, so that a year can be tried in a
-- second. Two rules:
--
-- 1. Five wrong codes in a row make the next one wait 30 seconds, doubling to an hour. A device where this person
--    once gave a right code counts for itself, from its last right code on; all other devices count together, so
--    that a new device id is no new allowance, and so that somebody with the password who guesses elsewhere does not
--    make the person wait at their own desk.
-- 2. Thirty wrong codes within 365 days that were not forgiven end the factor until it is enrolled anew
--    (admin.set_second_factor). Only a right code forgives, and only what was typed wrong on the same device within
--    the five minutes before, and no more than 100 in 365 days: otherwise whoever shares the device of somebody who
--    signs 40 times a day would have four guesses forgiven each time, 58,400 a year.
--
-- What remains. A guess is right with a probability of at most 3 in 1,000,000: six digits, three steps are taken.
--   - On a device of one's own, with the password: 30 guesses (rule 2), whatever the owner does meanwhile. Rule 1
--     spreads them over 19 hours: five at once, then 30 s * (1+2+4+...+64) = 3,810 s for seven more, then 18 at one
--     an hour. So 30 a day at most and 30 a year: a probability of 30 * 3/1,000,000 = 0.00009, 1 in 11,111.
--   - On the owner's device (their own session and password stolen), beside right codes of the owner: 100 forgiven
--     and 30 not. So 130 a day at most and 130 a year: 130 * 3/1,000,000 = 0.00039, 1 in 2,564. The backend cannot
--     tell this guesser from an owner who mistypes until devices prove themselves by a key.
-- A guess needs the right password in the same request or just before it: a stranger cannot end anybody's factor.
create function auth.code_rule(history auth.code_failure[], devices auth.code_device[], device uuid, now timestamptz,
                               out ended boolean, out wait int) language plpgsql stable as $$
declare
  last_right timestamptz;
  in_a_row int;
  last_wrong timestamptz;
begin
  -- Over every year that there was, not only the last: what has ended stays so. Nothing is forgiven after the
  -- thirtieth, because no code is checked.
  select coalesce(max(w.kept), 0) >= 30 into ended
  from (select count(*) filter (where not f.forgiven)
                 over (order by f.at range between interval '365 days' preceding and current row) as kept
        from unnest(history) f) w;
  select max(d.right_at) into last_right from unnest(devices) d where d.device_id = device;
  select count(*), max(f.at) into in_a_row, last_wrong from unnest(history) f
  where f.at > now - interval '1 day'
    and case when last_right is not null then f.device_id = device and f.at > last_right
             else not exists (select from unnest(devices) d where d.device_id = f.device_id) end;
  wait := case when in_a_row < 5 then 0
    else greatest(0, ceil(extract(epoch from last_wrong - now) + least(3600, 30 * 2 ^ least(in_a_row - 5, 10))))::int
    end;
end $$;

create function auth.code_rule_at(org uuid, person uuid, device uuid, now timestamptz, out ended boolean,
                                  out wait int) language sql stable as $$
  select r.ended, r.wait
  from auth.code_rule(
    (select coalesce(array_agg(f), '{}') from auth.code_failure f where f.org_id = org and f.person_id = person),
    (select coalesce(array_agg(d), '{}') from auth.code_device d where d.org_id = org and d.person_id = person),
    device, now) r
$$;

create function auth.code_wrong(org uuid, person uuid, device uuid, now timestamptz) returns void language sql as $$
  insert into auth.code_failure (org_id, person_id, device_id, at) values (org, person, device, now)
$$;

create function auth.code_right(org uuid, person uuid, device uuid, now timestamptz) returns void language sql as $$
  update auth.code_failure set forgiven = true
  where id in (select f.id from auth.code_failure f
               where f.org_id = org and f.person_id = person and f.device_id = device and not f.forgiven
                 and f.at > now - interval '5 minutes'
               order by f.at desc
               limit greatest(0, 100 - (select count(*) from auth.code_failure g
                                        where g.org_id = org and g.person_id = person and g.forgiven
                                          and g.at > now - interval '365 days')));
  insert into auth.code_device (org_id, person_id, device_id, right_at) values (org, person, device, now)
  on conflict (org_id, person_id, device_id) do update set right_at = excluded.right_at;
$$;

-- Null if a code of this person may be tried on this device now.
create function auth.code_refusal(org uuid, person uuid, device uuid) returns api.answer language plpgsql as $$
declare
  rule record;
begin
  rule := auth.code_rule_at(org, person, device, clock_timestamp());
  if rule.ended then
    return api.problem('not-allowed', 'Too many wrong codes: the second factor must be enrolled anew.',
                       '{"reason": "second-factor-ended"}');
  elsif rule.wait > 0 then
    return auth.throttled(rule.wait);
  end if;
  return null;
end $$;

-- Guesses at one person's codes go one after the other, in all sessions together, until the transaction has ended.
create function auth.enter_code() returns api.answer language plpgsql as $$
begin
  perform from auth.credential c where c.org_id = ctx.org() and c.person_id = ctx.person() for update;
  return auth.code_refusal(ctx.org(), ctx.person(), ctx.device());
end $$;

-- Null if it is the code of the person in context; the only way to try one. Nothing of a code is looked at while
-- none may be tried.
create function auth.check_code(code text) returns api.answer language plpgsql as $$
declare
  refusal api.answer;
  verdict text;
begin
  refusal := auth.enter_code();
  if refusal is not null then
    return refusal;
  end if;
  verdict := auth.take_code(ctx.org(), ctx.person(), code);
  if verdict = 'wrong-code' then
    perform auth.code_wrong(ctx.org(), ctx.person(), ctx.device(), clock_timestamp());
    return api.problem(verdict, 'The code is wrong.');
  elsif verdict <> 'ok' then
    return api.problem(verdict, 'The code was used already; wait for the next one.');
  end if;
  perform auth.code_right(ctx.org(), ctx.person(), ctx.device(), clock_timestamp());
  return null;
end $$;

create function auth.idle_limit_of(role text) returns interval language sql immutable
  return case when role = 'prescriber' then interval '15 minutes' else interval '30 minutes' end;

create function auth.me(org uuid, person uuid) returns jsonb language sql stable as $$
  select jsonb_build_object(
    'person', jsonb_strip_nulls(jsonb_build_object('id', p.id, 'display_name', p.display_name,
                                                   'login', p.login, 'npi', p.npi)),
    'organization', jsonb_build_object('id', o.id, 'name', o.name, 'access_mode', o.access_mode),
    'role', p.role,
    'clinics', coalesce((select jsonb_agg(jsonb_build_object('id', c.id, 'name', c.name,
                                                             'time_zone', c.time_zone) order by c.name)
                         from data.person_clinic pc join data.clinic c
                           on (c.org_id, c.id) = (pc.org_id, pc.clinic_id)
                         where pc.org_id = p.org_id and pc.person_id = p.id), '[]'),
    'views', to_jsonb(ctx.views_of(p.role)),
    'policy', jsonb_build_object('lock_after_seconds', o.lock_after_seconds,
                                 'lease_seconds', o.lease_seconds),
    'grant_epoch', p.grant_epoch)
  from data.person p join data.organization o on o.id = p.org_id
  where p.org_id = org and p.id = person
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

-- ---------------------------------------------------------------------------------------------------------
-- What api.handle calls. All run as carrel_auth.
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

create function auth.lease_until(org uuid) returns text language sql stable as $$
  select api.wire_time(clock_timestamp() + lease_seconds * interval '1 second')
  from data.organization where id = org
$$;

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
  -- For its lock, which everybody takes before the credential's. Whoever mistypes passwords meanwhile makes nobody
  -- wait who has given theirs.
  perform auth.enter_attempt(given_login);
  refusal := auth.check_code(code);
  if refusal is not null then
    return refusal;
  end if;
  perform auth.clear_attempts(given_login);
  -- A new token: who held the pending one holds nothing. The state is checked again under the row's lock.
  update auth.session set state = 'active', token_hash = auth.token_hash(token),
    last_active_at = clock_timestamp(), expires_at = clock_timestamp() + interval '12 hours'
  where id = ctx.session_id() and state = 'pending' returning * into s;
  if not found then
    return api.problem('session-expired', 'The session is unknown or has ended.');
  end if;
  return api.ok(jsonb_build_object('token', token, 'me', auth.me(s.org_id, s.person_id),
    'lease_until', auth.lease_until(s.org_id), 'session_until', api.wire_time(s.expires_at)));
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

create function auth.whoami() returns api.answer language sql security definer
set search_path = pg_catalog, pg_temp as $$
  select api.ok(auth.me(ctx.org(), ctx.person()))
$$;
