-- SPDX-FileCopyrightText: 2026 The Carrel authors
-- SPDX-License-Identifier: Apache-2.0
--
-- The sandbox's organizations, clinics and accounts, with what they sign in with. Derived from :seed alone, so that
-- fill.sql and describe.sql agree without a file of secrets between them. Synthetic: never use these anywhere else.

create temporary table sandbox_organization (number int primary key, domain text, name text, access_mode text);
insert into sandbox_organization values
  (1, 'northgate.example', 'Northgate Health Group', 'clinic_role'),
  (2, 'meridian.example', 'Meridian Wellness', 'assigned_provider');

create temporary table sandbox_clinic (organization int, number int, name text, address text, time_zone text);
insert into sandbox_clinic values
  (1, 1, 'Northgate', '12 Orchard Road, Northgate, NY 10001', 'America/New_York'),
  (1, 2, 'Riverside', '480 Quay Street, Riverside, NY 10002', 'America/New_York'),
  (1, 3, 'Elm Street', '7 Elm Street, Ashford, CT 06001', 'America/New_York'),
  (2, 1, 'Harbour', '3 Pier Avenue, Bayview, CA 94001', 'America/Los_Angeles'),
  (2, 2, 'Summit', '91 Ridge Lane, Alder, CO 80001', 'America/Denver'),
  (2, 3, 'Old Town', '5 Market Square, Old Town, TX 73301', 'America/Chicago');

create temporary table sandbox_account (
  organization int, login text, role text, display_name text, clinics int[], npi text, dea text);
insert into sandbox_account values
  (1, 'desk.ana@northgate.example', 'front_desk', 'Ana Silva', '{1}', null, null),
  (1, 'desk.ben@northgate.example', 'front_desk', 'Ben Okafor', '{2}', null, null),
  (1, 'desk.chloe@northgate.example', 'front_desk', 'Chloé Martin', '{3}', null, null),
  (1, 'assistant.dev@northgate.example', 'medical_assistant', 'Dev Patel', '{1}', null, null),
  (1, 'prescriber.ruth@northgate.example', 'prescriber', 'Dr. Ruth Adler', '{1,2,3}', '1234567893', 'BA1234563'),
  (1, 'prescriber.omar@northgate.example', 'prescriber', 'Dr. Omar Haddad', '{2,3}', '1245319599', null),
  (1, 'owner.grace@northgate.example', 'owner', 'Grace Lindqvist', '{1,2,3}', null, null),
  (1, 'privacy.ida@northgate.example', 'privacy_officer', 'Ida Novak', '{1,2,3}', null, null),
  (1, 'sales.finn@northgate.example', 'sales', 'Finn O''Hara', '{1,2,3}', null, null),
  (1, 'admin.hugo@northgate.example', 'admin', 'Hugo Brandt', '{1,2,3}', null, null),
  (1, 'support.june@northgate.example', 'support', 'June Park', '{1,2,3}', null, null),
  (2, 'desk.kim@meridian.example', 'front_desk', 'Kim Tran', '{1}', null, null),
  (2, 'desk.leo@meridian.example', 'front_desk', 'Leo Fischer', '{2}', null, null),
  (2, 'assistant.lee@meridian.example', 'medical_assistant', 'Lee Wong', '{1}', null, null),
  (2, 'prescriber.maya@meridian.example', 'prescriber', 'Dr. Maya Rao', '{1,2,3}', '1578662233', 'BR4567895'),
  (2, 'prescriber.noor@meridian.example', 'prescriber', 'Dr. Noor Aziz', '{2}', '1912301953', null),
  (2, 'owner.otto@meridian.example', 'owner', 'Otto Weiss', '{1,2,3}', null, null),
  (2, 'privacy.rosa@meridian.example', 'privacy_officer', 'Rosa Marin', '{1,2,3}', null, null),
  (2, 'sales.pia@meridian.example', 'sales', 'Pia Keller', '{1,2,3}', null, null),
  (2, 'admin.quinn@meridian.example', 'admin', 'Quinn Doyle', '{1,2,3}', null, null),
  (2, 'support.sam@meridian.example', 'support', 'Sam Reyes', '{1,2,3}', null, null);

-- RFC 4648 base 32 of a multiple of five bytes.
create function pg_temp.base32(bytes bytea) returns text language sql immutable as $$
  select string_agg(substr('ABCDEFGHIJKLMNOPQRSTUVWXYZ234567',
                           substring(bits from 5 * i + 1 for 5)::bit(5)::int + 1, 1), '' order by i)
  from (select string_agg(get_byte(bytes, b)::bit(8)::text, '' order by b)::varbit as bits
        from generate_series(0, length(bytes) - 1) b) all_bits,
       generate_series(0, length(bytes) * 8 / 5 - 1) i
$$;

-- 160 bits, as RFC 4226 recommends.
create function pg_temp.totp_secret(seed text, login text) returns text language sql immutable as $$
  select pg_temp.base32(substring(sha256(convert_to('carrel-sandbox-totp|' || seed || '|' || login, 'UTF8')) from 1 for 20))
$$;

create function pg_temp.password(seed text, login text) returns text language sql immutable as $$
  select 'lantern-orchard-' || split_part(split_part(login, '@', 1), '.', 2) || case seed when '1' then '' else '-' || seed end
$$;

-- Ids from names, so that the same seed always gives the same clinics.
create function pg_temp.uuid_of(seed text, name text) returns uuid language sql immutable as $$
  select (substr(h, 1, 12) || '4' || substr(h, 14, 3) || 'a' || substr(h, 18, 15))::uuid
  from (select md5('carrel-sandbox|' || seed || '|' || name) as h) hashed
$$;
