-- SPDX-FileCopyrightText: 2026 The Carrel authors
-- SPDX-License-Identifier: Apache-2.0

-- Code: all of it is dropped and made anew when any of it changed, so it is edited in place.
--
-- For `carrel-backend user | import` and the sandbox, connected as an administrator whom row security does not
-- hold (a superuser, or a member of a role with BYPASSRLS). Not for the gateway.

-- Sessions are locked before credentials, as whoever unlocks or gives a code does; and once more after, for those that
-- began meanwhile.
create function admin.end_sessions(person uuid) returns void language sql as $$
  update auth.session s set state = 'ended', ended_at = now() where s.person_id = person and s.state <> 'ended'
$$;

-- Clears no count of wrong codes: the second factor is not the password's to forgive.
create function admin.set_password(person uuid, password text) returns void language plpgsql as $$
declare
  rule text := auth.password_rule_broken(password);
begin
  if rule is not null then
    perform api.refuse_field('password', rule);
  end if;
  perform admin.end_sessions(person);
  update auth.credential set password_hash = auth.hash_password(password), password_set_at = now()
  where person_id = person;
  if not found then
    perform api.refuse('not-found', 'There is no such person.');
  end if;
  perform admin.end_sessions(person);
end $$;

-- Enrols a new secret (base32; null makes one) and returns it: after a lost telephone, or after too many wrong codes
-- ended the old one. Guesses at the old secret say nothing about the new one, so their count starts anew, and no
-- device has proved itself with it yet. So it must be another one; and of one that is given, which may have been
-- somebody's before, no code that was taken until now is taken again.
create function admin.set_second_factor(person uuid, totp_secret text default null) returns bytea
language plpgsql as $$
declare
  secret bytea := coalesce(auth.from_base32(totp_secret), crypto.gen_random_bytes(20));
  known bytea;
begin
  perform admin.end_sessions(person);
  select c.totp_secret into known from auth.credential c where c.person_id = person for update;
  if not found then
    perform api.refuse('not-found', 'There is no such person.');
  elsif known = secret then
    perform api.refuse_field('totp_secret', 'another-than-before');
  end if;
  update auth.credential c set totp_secret = secret,
    totp_counter = case when set_second_factor.totp_secret is null then 0 else auth.current_step() end
  where c.person_id = person;
  delete from auth.code_failure f where f.person_id = person;
  delete from auth.code_device d where d.person_id = person;
  perform admin.end_sessions(person);
  return secret;
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
  select admin.end_sessions(who);
  update data.person set active = false where id = who;
$$;
