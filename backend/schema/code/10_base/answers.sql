-- SPDX-FileCopyrightText: 2026 The Carrel authors
-- SPDX-License-Identifier: Apache-2.0

-- Code: all of it is dropped and made anew when any of it changed, so it is edited in place.

-- An answer on its way out. A refusal inside nested work is raised (so that what was half done is undone) and
-- becomes a problem in api.handle; any other error is a bug and is left to the gateway as 500.
create type api.answer as (status int, body text, headers jsonb);

create function api.title_of(code text) returns text language sql immutable parallel safe
  return case code
    when 'invalid-input' then 'A value breaks a rule'
    when 'wrong-credentials' then 'Login or password is wrong'
    when 'wrong-code' then 'The code is wrong'
    when 'code-already-used' then 'The code was used already'
    when 'too-many-attempts' then 'Too many attempts'
    when 'session-expired' then 'The session has ended'
    when 'session-locked' then 'The session is locked'
    when 'second-factor-required' then 'The second factor is required'
    when 'not-allowed' then 'Not allowed'
    when 'not-found' then 'Not found'
    when 'cursor-ended' then 'The cursor has ended'
    when 'conflict' then 'Somebody else changed it first'
    when 'rejected' then 'Refused by a rule'
    else 'Error' end;

create function api.status_of(code text) returns int language sql immutable parallel safe
  return case code
    when 'invalid-input' then 400
    when 'wrong-credentials' then 401
    when 'wrong-code' then 401
    when 'code-already-used' then 401
    when 'session-expired' then 401
    when 'second-factor-required' then 401
    when 'not-allowed' then 403
    when 'not-found' then 404
    when 'conflict' then 409
    when 'cursor-ended' then 410
    when 'rejected' then 422
    when 'session-locked' then 423
    when 'too-many-attempts' then 429
    else 500 end;

-- `more` may hold field, rule, reason, retry_after and other members without patient data.
create function api.problem(code text, detail text, more jsonb default '{}') returns api.answer
language sql immutable as $$
  select (api.status_of(code),
          (jsonb_build_object('type', 'urn:carrel:problem:' || code, 'title', api.title_of(code),
                              'status', api.status_of(code), 'detail', detail, 'code', code) || more)::text,
          jsonb_build_object('Content-Type', 'application/problem+json') ||
          case when more ? 'retry_after' then jsonb_build_object('Retry-After', more->>'retry_after')
               else '{}'::jsonb end)::api.answer
$$;

create function api.ok(body jsonb, status int default 200) returns api.answer language sql immutable as $$
  select (status, body::text, jsonb_build_object('Content-Type', 'application/json'))::api.answer
$$;

create function api.refuse(code text, detail text, more jsonb default '{}') returns void
language plpgsql as $$
begin
  raise exception using errcode = 'CRL01', message = code,
    detail = jsonb_build_object('code', code, 'detail', detail, 'more', more)::text;
end $$;

-- Timestamps on the wire: RFC 3339, UTC, seconds.
create function api.wire_time(at timestamptz) returns text language sql stable parallel safe
  return to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"');
