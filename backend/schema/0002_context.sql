-- SPDX-FileCopyrightText: 2026 The Carrel authors
-- SPDX-License-Identifier: Apache-2.0

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

create function ctx.views_of(role text) returns text[] language sql immutable parallel safe
  return case role
    when 'front_desk' then array['schedule', 'patients', 'catalogue', 'carts', 'orders']
    when 'medical_assistant' then array['schedule', 'patients', 'charts', 'catalogue', 'carts', 'orders']
    when 'prescriber' then array['schedule', 'patients', 'charts', 'catalogue', 'carts', 'orders']
    when 'owner' then array['operations']
    when 'sales' then array['operations']
    else array[]::text[] end;

create function ctx.commands_of(role text) returns text[] language sql immutable parallel safe
  return case role
    when 'front_desk' then array['check-in', 'open-cart', 'set-cart-line', 'remove-cart-line', 'submit-cart',
                                 'reveal']
    when 'medical_assistant' then array['check-in', 'open-cart', 'set-cart-line', 'remove-cart-line',
                                        'submit-cart', 'reveal']
    when 'prescriber' then array['open-cart', 'set-cart-line', 'remove-cart-line', 'submit-cart',
                                 'decline-order']
    else array[]::text[] end;

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

-- Fields of a request. Each names the field and the rule when it refuses.
create function api.refuse_field(field text, rule text) returns void language plpgsql as $$
begin
  perform api.refuse('invalid-input', 'The field ' || field || ' breaks the rule ' || rule || '.',
                     jsonb_build_object('field', field, 'rule', rule));
end $$;

create function api.text_field(body jsonb, field text, at_most int, at_least int default 1) returns text
language plpgsql immutable as $$
declare
  value text := body->>field;
begin
  if value is null then
    perform api.refuse_field(field, 'required');
  elsif jsonb_typeof(body->field) <> 'string' then
    perform api.refuse_field(field, 'string');
  elsif length(value) < at_least then
    perform api.refuse_field(field, 'min-length-' || at_least);
  elsif length(value) > at_most then
    perform api.refuse_field(field, 'max-length-' || at_most);
  end if;
  return value;
end $$;

create function api.uuid_field(body jsonb, field text) returns uuid language plpgsql immutable as $$
declare
  value text := body->>field;
begin
  if value is null then
    perform api.refuse_field(field, 'required');
  elsif jsonb_typeof(body->field) <> 'string'
     or value !~ '^[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}$' then
    perform api.refuse_field(field, 'uuid');
  end if;
  return value::uuid;
end $$;

create function api.int_field(body jsonb, field text, at_least int, at_most int) returns int
language plpgsql immutable as $$
declare
  value numeric;
begin
  if body->field is null or jsonb_typeof(body->field) = 'null' then
    perform api.refuse_field(field, 'required');
  elsif jsonb_typeof(body->field) <> 'number' then
    perform api.refuse_field(field, 'integer');
  end if;
  value := (body->>field)::numeric;
  if value <> trunc(value) then
    perform api.refuse_field(field, 'integer');
  elsif value < at_least then
    perform api.refuse_field(field, 'min-' || at_least);
  elsif value > at_most then
    perform api.refuse_field(field, 'max-' || at_most);
  end if;
  return value::int;
end $$;

-- An ISO date or null where the member is null or absent. to_date() would take 2026-02-30, the cast does not.
create function api.date_field(body jsonb, field text) returns date language plpgsql immutable as $$
declare
  value text := body->>field;
begin
  if value is null then
    return null;
  end if;
  if jsonb_typeof(body->field) <> 'string' or value !~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$' then
    perform api.refuse_field(field, 'iso-date');
  end if;
  begin
    return make_date(substr(value, 1, 4)::int, substr(value, 6, 2)::int, substr(value, 9, 2)::int);
  exception when datetime_field_overflow then
    perform api.refuse_field(field, 'iso-date');
  end;
  return null;
end $$;

create function api.only_fields(body jsonb, variadic known text[]) returns void language plpgsql as $$
declare
  stranger text;
begin
  if body is null or jsonb_typeof(body) <> 'object' then
    perform api.refuse_field('body', 'object');
  end if;
  select key into stranger from jsonb_object_keys(body) key where key <> all (known) limit 1;
  if stranger is not null then
    perform api.refuse_field(left(stranger, 60), 'unknown-field');
  end if;
end $$;

-- Timestamps on the wire: RFC 3339, UTC, seconds.
create function api.wire_time(at timestamptz) returns text language sql stable parallel safe
  return to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"');

-- RFC 8785 for objects, arrays, strings, integers, booleans and null. Keys are sorted by code point, which is
-- the UTF-16 order the norm asks for unless a key mixes supplementary characters with U+E000..U+FFFF; the
-- contract's keys are ASCII. A fraction is refused: the norm's number form is a matter for IEEE doubles.
create function canon.jcs(value jsonb) returns text language plpgsql immutable strict parallel safe
set search_path = pg_catalog, pg_temp as $$
declare
  number numeric;
begin
  case jsonb_typeof(value)
    when 'object' then
      return '{' || coalesce((select string_agg(to_json(key)::text || ':' || canon.jcs(member), ','
                                                order by key collate "C")
                              from jsonb_each(value) as entry(key, member)), '') || '}';
    when 'array' then
      return '[' || coalesce((select string_agg(canon.jcs(member), ',' order by position)
                              from jsonb_array_elements(value) with ordinality as entry(member, position)),
                             '') || ']';
    when 'string' then
      return to_json(value #>> '{}')::text;
    when 'number' then
      number := (value #>> '{}')::numeric;
      if number <> trunc(number) or abs(number) > 9007199254740991 then
        raise exception 'canonical JSON: only integers that a double holds exactly'
          using errcode = 'numeric_value_out_of_range';
      end if;
      return trunc(number)::text;
    else
      return value::text;
  end case;
end $$;

create function canon.sha256_hex(content text) returns text language sql immutable strict parallel safe
  return encode(sha256(convert_to(content, 'UTF8')), 'hex');
