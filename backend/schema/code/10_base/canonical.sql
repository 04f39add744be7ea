-- SPDX-FileCopyrightText: 2026 The Carrel authors
-- SPDX-License-Identifier: Apache-2.0

-- Code: all of it is dropped and made anew when any of it changed, so it is edited in place.

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
