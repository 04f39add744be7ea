-- SPDX-FileCopyrightText: 2026 The Carrel authors
-- SPDX-License-Identifier: Apache-2.0

-- Migration: runs once and is never edited afterwards; a change is a new number.

-- What clinics work with. Lists show references, so the reference is kept in every row that names a patient
-- (the foreign key keeps it true) and identity lives in a table of its own with a policy of its own.
--
-- Synced tables carry `version` and `changed_xid`. A cursor is a transaction horizon, never a bare sequence:
-- a transaction that commits late has an xid above the horizon of every pass that could not see it.
create table data.organization_key (
  org_id uuid primary key references data.organization (id),
  ref_key bytea not null default crypto.gen_random_bytes(32),
  ref_counter bigint not null default 0,
  order_counter int not null default 0
);

create table data.patient_reference (
  org_id uuid not null references data.organization (id),
  ref text not null check (ref ~ '^PT-[0-9A-F]{6}$'),
  primary key (org_id, ref)
);

-- Five rules that checks and an index below work with. Values are stored by them, so they belong to the tables: a
-- migration that changes one goes through the rows as well.
--
-- Without the characters that nobody sees: joiners, marks of direction, fillers, selectors.
create function data.seen(written text) returns text language sql immutable parallel safe
  return regexp_replace(written, '[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e'
                                 '\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0]', '', 'g');

-- A clinic's own number (MRN) as somebody may have typed or exported it: what is not seen taken away, compatibility
-- forms made plain, spaces made single. Case and leading zeros stay. In this order, because what stood on both sides of
-- something unseen may be one letter: the same again must change nothing, or the check below would refuse what this made.
create function data.plain_number(written text) returns text language sql immutable parallel safe
  return btrim(regexp_replace(normalize(data.seen(written), nfkc), '\s+', ' ', 'g'));

-- What a spreadsheet made of a number that it took for a large one or a fraction: 1.23457E+11, 1001.0. What the
-- clinic wrote cannot be known any more.
create function data.number_is_damaged(written text) returns boolean language sql immutable parallel safe
  return replace(data.plain_number(written), ' ', '') ~*
    '^([-+]?([0-9]+[.,][0-9]+e[-+]?[0-9]+|[0-9]e[-+][0-9]{2,})|0*[1-9][0-9]*[.,]0+)$';

-- The number as it is kept, or null for what is none: everything without a digit ("N/A", "unknown", "?", "#REF!",
-- "-"), nothing but zeros, a spreadsheet's error, a damaged number. No list of words could be complete, and a number
-- has a digit.
create function data.patient_number(written text) returns text language sql immutable parallel safe
begin atomic
  select case when plain !~ '[[:digit:]\u0660-\u0669\u06f0-\u06f9]'
                or plain ~ '^[-+.,/ 0\u0660\u06f0]*$'
                or plain ~* '^(-1|#.*[!?]|err:[0-9]+)$'
                or data.number_is_damaged(plain) then null
              else plain end
  from (select data.plain_number(written) as plain) as read;
end;

-- A name as far as it tells people apart: without case, accents, spaces, hyphens, apostrophes and dots, and what is not
-- seen. Empty for what is no name.
create function data.folded_name(name text) returns text language sql immutable parallel safe
  return regexp_replace(lower(normalize(data.seen(name), nfkd)), '[\u0300-\u036f\s''\u2018\u2019`.\u2010-\u2015-]', '', 'g');

create table data.patient (
  org_id uuid not null,
  id uuid not null default gen_random_uuid(),
  clinic_id uuid not null,
  ref text not null check (ref ~ '^PT-[0-9A-F]{6}$'),
  provider_id uuid,
  -- The own number of the clinic that gave it, and which clinic that is. A patient who moves takes both along, so
  -- that the former clinic's list neither makes them twice nor says anything about the new clinic's patients.
  external_id text check (length(external_id) between 1 and 64)
    check (external_id is not distinct from data.patient_number(external_id)),
  issuer_clinic_id uuid check ((issuer_clinic_id is null) = (external_id is null)),
  version int not null default 1,
  changed_xid xid8 not null default pg_current_xact_id(),
  primary key (org_id, id),
  unique (org_id, ref),
  unique (org_id, id, ref),
  foreign key (org_id, clinic_id) references data.clinic (org_id, id),
  foreign key (org_id, issuer_clinic_id) references data.clinic (org_id, id),
  foreign key (org_id, provider_id) references data.person (org_id, id)
);

-- A number counts within the clinic that gave it: 1001 of two clinics is two patients.
create unique index patient_number on data.patient (org_id, issuer_clinic_id, lower(external_id));
create index patient_changes on data.patient (org_id, clinic_id, changed_xid, id);

-- clinic_id and provider_id repeat the patient's (a trigger writes them), so that the policy is an index
-- condition and not a join.
create table data.patient_identity (
  org_id uuid not null,
  patient_id uuid not null,
  clinic_id uuid not null,
  provider_id uuid,
  family text not null check (length(family) between 1 and 100) check (data.folded_name(family) <> ''),
  given text not null default '' check (length(given) <= 100),
  birth_date date not null,
  sex text not null default 'unknown' check (sex in ('female', 'male', 'intersex', 'unknown')),
  phone text check (length(phone) <= 40),
  email text check (length(email) <= 254),
  primary key (org_id, patient_id),
  foreign key (org_id, patient_id) references data.patient (org_id, id) on delete cascade
);
create index identity_by_name on data.patient_identity (org_id, clinic_id, birth_date, data.folded_name(family));

create table data.chart (
  org_id uuid not null,
  patient_id uuid not null,
  clinic_id uuid not null,
  provider_id uuid,
  allergy_status text not null default 'not_recorded'
    check (allergy_status in ('known', 'none_known', 'not_recorded')),
  allergies jsonb not null default '[]' check (jsonb_typeof(allergies) = 'array'),
  medications jsonb not null default '[]' check (jsonb_typeof(medications) = 'array'),
  version int not null default 1,
  changed_xid xid8 not null default pg_current_xact_id(),
  primary key (org_id, patient_id),
  foreign key (org_id, patient_id) references data.patient (org_id, id) on delete cascade,
  check (allergy_status = 'known' or allergies = '[]')
);
create index chart_changes on data.chart (org_id, clinic_id, changed_xid, patient_id);
