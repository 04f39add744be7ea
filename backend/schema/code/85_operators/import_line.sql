-- SPDX-FileCopyrightText: 2026 The Carrel authors
-- SPDX-License-Identifier: Apache-2.0

-- Code: all of it is dropped and made anew when any of it changed, so it is edited in place.

-- A telephone number by its digits, an e-mail address without case.
create function data.same_contact(one text, other text) returns boolean language sql immutable parallel safe
  return coalesce(case when one ~ '@' then lower(one) = lower(other)
                       else regexp_replace(one, '[^0-9x]', '', 'g') = regexp_replace(other, '[^0-9x]', '', 'g') end,
                  false);

-- Whether they show that two are the same person: what is typed where there is none (000-0000) does not.
create function data.vouches(one text, other text) returns boolean language sql immutable parallel safe
  return data.same_contact(one, other) and one ~ '@|[1-9]';

create function data.trimmed(written text) returns text language sql immutable parallel safe
  return regexp_replace(written, '^[\s\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]+'
                                 '|[\s\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]+$', '', 'g');

-- A cell without what nobody sees and the blanks around; null if nothing is left.
create function data.cell(written text) returns text language sql immutable parallel safe
  return nullif(data.trimmed(data.seen(written)), '');

-- A name as it is kept, or null for what is none ("-", "."), or everybody of whom nothing was written would have the
-- same. Joiners and fillers are spelling in some scripts and stay; what turns text around on a screen does not.
create function data.name_cell(written text) returns text language sql immutable parallel safe
  return case when data.folded_name(written) <> '' then
    data.trimmed(regexp_replace(written, '[\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff]', '', 'g'))
  end;

-- Who a line speaks of, for whoever has to compare the lines of one list: the number's key (null for none) and the
-- person's.
create function data.line_key(line jsonb, out number text, out person text) language sql immutable as $$
  select lower(data.patient_number(line->>'external_id')),
         jsonb_build_array(data.folded_name(line->>'family'), coalesce(data.folded_name(line->>'given'), ''),
                           data.cell(line->>'birth_date'))::text
$$;

-- What a line says, every member checked; null for what it leaves. Members as in data.import_patient.
create function data.read_line(org uuid, line jsonb, out number text, out family text, out given text, out sex text,
                               out phone text, out email text, out birth_date date, out provider uuid)
language plpgsql as $$
declare
  member text;
begin
  perform api.only_fields(line, 'external_id', 'family', 'given', 'birth_date', 'sex', 'phone', 'email',
                          'provider_login');
  for member in select key from jsonb_each(line) e(key, value)
                where jsonb_typeof(value) not in ('string', 'null') loop
    perform api.refuse_field(member, 'string');
  end loop;
  for member in select key from jsonb_each_text(line) e(key, value) where value ~ '[\x01-\x1f\x7f-\x9f]' loop
    perform api.refuse_field(member, 'no-control-characters');
  end loop;
  number := data.patient_number(line->>'external_id');
  family := data.name_cell(line->>'family');
  given := data.name_cell(line->>'given');
  sex := nullif(lower(data.cell(line->>'sex')), 'unknown');
  phone := data.cell(line->>'phone');
  email := data.cell(line->>'email');
  if data.number_is_damaged(line->>'external_id') then
    perform api.refuse_field('external_id', 'number-damaged-by-spreadsheet');
  elsif length(number) > 64 then
    perform api.refuse_field('external_id', 'max-length-64');
  elsif family is null then
    perform api.refuse_field('family', 'required');
  elsif length(family) > 100 then
    perform api.refuse_field('family', 'max-length-100');
  elsif length(given) > 100 then
    perform api.refuse_field('given', 'max-length-100');
  elsif sex not in ('female', 'male', 'intersex') then
    perform api.refuse_field('sex', 'known-value');
  elsif length(phone) > 40 then
    perform api.refuse_field('phone', 'max-length-40');
  elsif phone !~ '^[+0-9][0-9 ().x/-]{2,}$' then
    perform api.refuse_field('phone', 'phone-number');
  elsif length(email) > 254 then
    perform api.refuse_field('email', 'max-length-254');
  elsif email !~ '^[^@[:space:]]+@[^@[:space:]]+$' then
    perform api.refuse_field('email', 'email-address');
  elsif data.cell(line->>'birth_date') is null then
    perform api.refuse_field('birth_date', 'required');
  end if;
  birth_date := api.date_field(jsonb_build_object('birth_date', data.cell(line->>'birth_date')), 'birth_date');
  if birth_date > current_date then
    perform api.refuse_field('birth_date', 'not-in-future');
  elsif birth_date < date '1880-01-01' then
    perform api.refuse_field('birth_date', 'not-before-1880');
  end if;
  if data.cell(line->>'provider_login') is not null then
    select p.id into provider from data.person p
    where p.org_id = org and p.login = lower(data.cell(line->>'provider_login')) and p.role = 'prescriber' and p.active;
    if not found then
      perform api.refuse_field('provider_login', 'known-prescriber');
    end if;
  end if;
end $$;
