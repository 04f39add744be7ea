-- SPDX-FileCopyrightText: 2026 The Carrel authors
-- SPDX-License-Identifier: Apache-2.0

-- Migration: runs once and is never edited afterwards; a change is a new number.

-- Organizations, clinics and the people who work there. Every foreign key carries org_id, so a row cannot
-- point into another organization.
create table data.organization (
  id uuid primary key default gen_random_uuid(),
  name text not null check (length(name) between 1 and 200),
  access_mode text not null default 'assigned_provider'
    check (access_mode in ('assigned_provider', 'clinic_role')),
  lock_after_seconds int not null default 300 check (lock_after_seconds between 30 and 300),
  lease_seconds int not null default 43200 check (lease_seconds between 300 and 43200)
);

create table data.clinic (
  org_id uuid not null references data.organization (id),
  id uuid not null default gen_random_uuid(),
  name text not null check (length(name) between 1 and 200),
  address text not null default '',
  time_zone text not null default 'America/New_York',
  primary key (org_id, id)
);

create table data.person (
  org_id uuid not null references data.organization (id),
  id uuid not null default gen_random_uuid(),
  login text not null unique check (login = lower(login) and length(login) between 3 and 200),
  display_name text not null check (length(display_name) between 1 and 200),
  role text not null check (role in ('front_desk', 'medical_assistant', 'prescriber', 'owner',
                                     'privacy_officer', 'sales', 'admin', 'support')),
  npi text check (npi ~ '^[0-9]{10}$'),
  dea text check (dea ~ '^[A-Z]{2}[0-9]{7}$'),
  address text,                       -- practice address; null: the clinic's
  active boolean not null default true,
  grant_epoch int not null default 1, -- goes up with every change of what this person may see
  primary key (org_id, id)
);

create table data.person_clinic (
  org_id uuid not null,
  person_id uuid not null,
  clinic_id uuid not null,
  primary key (org_id, person_id, clinic_id),
  foreign key (org_id, person_id) references data.person (org_id, id) on delete cascade,
  foreign key (org_id, clinic_id) references data.clinic (org_id, id)
);
