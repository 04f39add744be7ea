-- SPDX-FileCopyrightText: 2026 The Carrel authors
-- SPDX-License-Identifier: Apache-2.0

-- Code: all of it is dropped and made anew when any of it changed, so it is edited in place.

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
