-- SPDX-FileCopyrightText: 2026 The Carrel authors
-- SPDX-License-Identifier: Apache-2.0

-- Provisioning and import: for `carrel-backend user | import` and the sandbox, connected as an administrator
-- that row security does not hold (a superuser, or a member of a role with BYPASSRLS). Not for the gateway.

-- What people try first. Lower case; each also counts with the usual endings.
insert into auth.compromised_password (sha1)
select distinct crypto.digest(variant, 'sha1')
from unnest(string_to_array(
  '123456 123456789 12345678 1234567890 12345 1234567 111111 123123 000000 654321 666666 987654321 112233 '
  '121212 123321 555555 777777 888888 999999 696969 159753 147258369 11111111 00000000 12341234 123454321 '
  '1q2w3e4r 1qaz2wsx qwerty qwertyuiop qwerty123 qazwsx asdfgh asdfghjkl zxcvbn zxcvbnm qweasd qweasdzxc '
  'password passw0rd p@ssw0rd p@ssword pa$$word pass secret letmein welcome login admin administrator root '
  'toor guest user test testing changeme default master access hello whatever trustno1 iloveyou princess '
  'sunshine monkey dragon football baseball basketball soccer hockey superman batman spiderman starwars '
  'pokemon shadow michael jennifer jordan hunter ashley bailey charlie daniel thomas robert matthew andrew '
  'joshua jessica amanda nicole michelle george harley ranger buster tigger killer pepper ginger summer '
  'winter spring autumn january february march april june july august september october november december '
  'monday tuesday wednesday thursday friday saturday sunday freedom computer internet samsung apple google '
  'facebook linkedin amazon microsoft windows flower cookie cheese banana orange purple silver golden yellow '
  'diamond angel angels lovely loveme forever family mother father hannah maggie sophie oliver william '
  'jackson america canada london newyork chicago boston phoenix dallas texas florida california yankees '
  'lakers eagles cowboys steelers liverpool arsenal chelsea barcelona corvette mustang ferrari porsche mercedes '
  'clinic doctor nurse patient medical medicine pharmacy hospital health healthcare prescriber frontdesk '
  'reception carrel testosterone peptide wellness northgate meridian hunter2 correcthorsebatterystaple abc123 '
  'a1b2c3 aa123456 abcd1234 abcdef abcdefg abcdefgh qwe123 asd123 zxc123 lol123 love123 pass123 pass1234', ' '))
  as word
cross join unnest(array['', '1', '12', '123', '1234', '12345', '!', '1!', '123!', '2023', '2024', '2025', '2026',
                        '2026!', '2025!', '@123', '#1']) as ending
cross join lateral unnest(array[word || ending, upper(word || ending), initcap(word) || ending]) as variant;

create function auth.password_is_compromised(sha1 bytea) returns boolean language sql stable strict
  return exists (select from auth.compromised_password c where c.sha1 = password_is_compromised.sha1);

-- Null, or the rule that the password breaks (NIST 800-63B: length and a list of what is known; no more).
create function auth.password_rule_broken(password text) returns text language sql stable
  return case when length(password) < 12 then 'min-length-12'
              when length(password) > 1024 then 'max-length-1024'
              when auth.password_is_compromised(crypto.digest(password, 'sha1')) then 'compromised' end;

create function admin.create_organization(name text, access_mode text default 'assigned_provider',
                                          id uuid default gen_random_uuid()) returns uuid language sql as $$
  with made as (insert into data.organization (id, name, access_mode) values (id, name, access_mode)
                returning organization.id),
       key as (insert into data.organization_key (org_id) select made.id from made)
  select made.id from made
$$;

create function admin.create_clinic(org uuid, name text, address text default '',
                                    time_zone text default 'America/New_York',
                                    id uuid default gen_random_uuid()) returns uuid language plpgsql as $$
begin
  if not exists (select from pg_timezone_names z where z.name = time_zone) then
    perform api.refuse_field('time_zone', 'iana-time-zone');
  end if;
  insert into data.clinic (org_id, id, name, address, time_zone) values (org, id, name, address, time_zone);
  return id;
end $$;

create function admin.set_password(person uuid, password text) returns void language plpgsql as $$
declare
  rule text := auth.password_rule_broken(password);
begin
  if rule is not null then
    perform api.refuse_field('password', rule);
  end if;
  update auth.credential set password_hash = auth.hash_password(password), password_set_at = now()
  where person_id = person;
  if not found then
    perform api.refuse('not-found', 'There is no such person.');
  end if;
  update auth.session set state = 'ended', ended_at = now() where person_id = person and state <> 'ended';
end $$;

-- A new person with both factors. `totp_secret` is base32; null makes a new one. Returns id and secret.
create function admin.create_person(org uuid, login text, display_name text, role text, clinics uuid[],
                                    password text, totp_secret text default null, npi text default null,
                                    dea text default null, id uuid default gen_random_uuid(),
                                    out person_id uuid, out secret bytea) language plpgsql as $$
declare
  rule text := auth.password_rule_broken(password);
begin
  if rule is not null then
    perform api.refuse_field('password', rule);
  elsif role <> all (array['front_desk', 'medical_assistant', 'prescriber', 'owner', 'privacy_officer', 'sales',
                           'admin', 'support']) then
    perform api.refuse_field('role', 'known-role');
  elsif exists (select from data.person p where p.login = lower(create_person.login)) then
    perform api.refuse_field('login', 'unique');
  elsif npi !~ '^[0-9]{10}$' then
    perform api.refuse_field('npi', 'ten-digits');
  elsif dea !~ '^[A-Z]{2}[0-9]{7}$' then
    perform api.refuse_field('dea', 'two-letters-seven-digits');
  end if;
  secret := coalesce(auth.from_base32(totp_secret), crypto.gen_random_bytes(20));
  insert into data.person (org_id, id, login, display_name, role, npi, dea)
  values (org, id, lower(login), display_name, role, npi, dea);
  insert into data.person_clinic (org_id, person_id, clinic_id)
  select org, id, clinic from unnest(clinics) clinic;
  insert into auth.credential (org_id, person_id, password_hash, totp_secret)
  values (org, id, auth.hash_password(password), secret);
  person_id := id;
end $$;

create function admin.set_clinics(person uuid, clinics uuid[]) returns void language plpgsql as $$
declare
  org uuid;
begin
  select p.org_id into strict org from data.person p where p.id = person;
  delete from data.person_clinic where person_id = person and clinic_id <> all (clinics);
  insert into data.person_clinic (org_id, person_id, clinic_id)
  select org, person, clinic from unnest(clinics) clinic on conflict do nothing;
end $$;

-- Ends every session and every cursor of a person.
create function admin.deactivate(who uuid) returns void language sql as $$
  update auth.session set state = 'ended', ended_at = now() where person_id = who and state <> 'ended';
  update data.person set active = false where id = who;
$$;

create function admin.create_product(org uuid, product jsonb) returns uuid language sql as $$
  insert into data.product (org_id, id, name, brand, strength, form, unit, category, schedule, max_quantity,
                            default_directions)
  values (org, coalesce((product->>'id')::uuid, gen_random_uuid()), product->>'name',
          coalesce(product->>'brand', ''), coalesce(product->>'strength', ''), coalesce(product->>'form', ''),
          coalesce(product->>'unit', ''), coalesce(product->>'category', ''),
          coalesce(product->>'schedule', ''), (product->>'max_quantity')::int,
          coalesce(product->>'default_directions', ''))
  returning id
$$;

-- One line of a clinic's patient list. Members: family, birth_date (required), given, sex, phone, email,
-- external_id, provider_login. Returns {"outcome": "inserted" | "updated" | "unchanged", "patient_id", "ref"} or
-- {"field", "rule"}. The same line again changes nothing, not even a version. A line is the same patient by its
-- external_id; without one only if all of it is equal, because a namesake must never be overwritten.
create function data.import_patient(org uuid, clinic uuid, line jsonb) returns jsonb language plpgsql as $$
declare
  known record;
  known_id uuid;
  provider uuid;
  born date;
  wanted record;
  refusal text;
  member text;
begin
  begin
    perform api.only_fields(line, 'external_id', 'family', 'given', 'birth_date', 'sex', 'phone', 'email',
                            'provider_login');
    for member in select key from jsonb_each(line) e(key, value)
                  where jsonb_typeof(value) not in ('string', 'null') loop
      perform api.refuse_field(member, 'string');
    end loop;
    for member in select key from jsonb_each_text(line) e(key, value) where value ~ '[\x01-\x1f\x7f]' loop
      perform api.refuse_field(member, 'no-control-characters');
    end loop;
    select nullif(btrim(line->>'external_id'), '') as external_id, nullif(btrim(line->>'family'), '') as family,
           coalesce(btrim(line->>'given'), '') as given,
           coalesce(nullif(lower(btrim(line->>'sex')), ''), 'unknown') as sex,
           nullif(btrim(line->>'phone'), '') as phone, nullif(btrim(line->>'email'), '') as email,
           nullif(lower(btrim(line->>'provider_login')), '') as provider_login into wanted;
    if length(wanted.external_id) > 64 then
      perform api.refuse_field('external_id', 'max-length-64');
    elsif wanted.family is null then
      perform api.refuse_field('family', 'required');
    elsif length(wanted.family) > 100 then
      perform api.refuse_field('family', 'max-length-100');
    elsif length(wanted.given) > 100 then
      perform api.refuse_field('given', 'max-length-100');
    elsif wanted.sex not in ('female', 'male', 'intersex', 'unknown') then
      perform api.refuse_field('sex', 'known-value');
    elsif length(wanted.phone) > 40 then
      perform api.refuse_field('phone', 'max-length-40');
    elsif wanted.phone !~ '^[+0-9][0-9 ().x/-]{2,}$' then
      perform api.refuse_field('phone', 'phone-number');
    elsif length(wanted.email) > 254 then
      perform api.refuse_field('email', 'max-length-254');
    elsif wanted.email !~ '^[^@[:space:]]+@[^@[:space:]]+$' then
      perform api.refuse_field('email', 'email-address');
    elsif nullif(btrim(line->>'birth_date'), '') is null then
      perform api.refuse_field('birth_date', 'required');
    end if;
    born := api.date_field(jsonb_build_object('birth_date', btrim(line->>'birth_date')), 'birth_date');
    if born > current_date then
      perform api.refuse_field('birth_date', 'not-in-future');
    elsif born < date '1880-01-01' then
      perform api.refuse_field('birth_date', 'not-before-1880');
    end if;
    if wanted.provider_login is not null then
      select p.id into provider from data.person p
      where p.org_id = org and p.login = wanted.provider_login and p.role = 'prescriber' and p.active;
      if not found then
        perform api.refuse_field('provider_login', 'known-prescriber');
      end if;
    end if;
  exception when sqlstate 'CRL01' then
    get stacked diagnostics refusal = pg_exception_detail;
    return jsonb_build_object('field', refusal::jsonb->'more'->'field', 'rule', refusal::jsonb->'more'->'rule');
  end;

  if wanted.external_id is not null then
    select p.id into known_id from data.patient p
    where p.org_id = org and p.external_id = wanted.external_id;
  else
    select p.id into known_id
    from data.patient_identity i join data.patient p on (p.org_id, p.id) = (i.org_id, i.patient_id)
    where i.org_id = org and i.clinic_id = clinic and i.birth_date = born and i.family = wanted.family
      and row(i.given, i.sex, i.phone, i.email)
          is not distinct from row(wanted.given, wanted.sex, wanted.phone, wanted.email)
      and p.external_id is null limit 1;
  end if;
  select p.id, p.ref, p.clinic_id, p.provider_id,
         row(i.family, i.given, i.birth_date, i.sex, i.phone, i.email)
           is not distinct from row(wanted.family, wanted.given, born, wanted.sex, wanted.phone, wanted.email)
           as same_identity
  into known
  from data.patient p join data.patient_identity i on (i.org_id, i.patient_id) = (p.org_id, p.id)
  where p.org_id = org and p.id = known_id for update of p;
  if not found then
    insert into data.patient (org_id, clinic_id, ref, provider_id, external_id)
    values (org, clinic, (select data.allocate_patient_ref(org, 1)), provider, wanted.external_id)
    returning id, ref, clinic_id, provider_id, false into known;
    insert into data.patient_identity (org_id, patient_id, clinic_id, provider_id, family, given, birth_date, sex,
                                       phone, email)
    values (org, known.id, clinic, provider, wanted.family, wanted.given, born, wanted.sex, wanted.phone,
            wanted.email);
    insert into data.chart (org_id, patient_id, clinic_id, provider_id) values (org, known.id, clinic, provider);
    return jsonb_build_object('outcome', 'inserted', 'patient_id', known.id, 'ref', known.ref);
  end if;
  -- A list without a provider column says nothing about who is assigned.
  provider := coalesce(provider, known.provider_id);
  if known.same_identity and known.clinic_id = clinic and known.provider_id is not distinct from provider then
    return jsonb_build_object('outcome', 'unchanged', 'patient_id', known.id, 'ref', known.ref);
  end if;
  if known.clinic_id <> clinic or known.provider_id is distinct from provider then
    update data.patient set clinic_id = clinic, provider_id = provider where org_id = org and id = known.id;
  end if;
  if not known.same_identity then
    update data.patient_identity set family = wanted.family, given = wanted.given, birth_date = born,
      sex = wanted.sex, phone = wanted.phone, email = wanted.email
    where org_id = org and patient_id = known.id;
  end if;
  return jsonb_build_object('outcome', 'updated', 'patient_id', known.id, 'ref', known.ref);
end $$;
