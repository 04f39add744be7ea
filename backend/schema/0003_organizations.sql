-- SPDX-FileCopyrightText: 2026 The Carrel authors
-- SPDX-License-Identifier: Apache-2.0

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

create function data.grants_changed() returns trigger language plpgsql as $$
begin
  if new.role is distinct from old.role or new.active is distinct from old.active then
    new.grant_epoch := old.grant_epoch + 1;
  end if;
  return new;
end $$;
create trigger grants_changed before update on data.person
  for each row execute function data.grants_changed();

create function data.clinics_changed() returns trigger language plpgsql as $$
begin
  update data.person set grant_epoch = grant_epoch + 1
  where (org_id, id) in (select old.org_id, old.person_id where tg_op <> 'INSERT'
                         union select new.org_id, new.person_id where tg_op <> 'DELETE');
  return null;
end $$;
create trigger clinics_changed after insert or update or delete on data.person_clinic
  for each row execute function data.clinics_changed();

create function data.mode_changed() returns trigger language plpgsql as $$
begin
  update data.person set grant_epoch = grant_epoch + 1 where org_id = new.id;
  return null;
end $$;
create trigger mode_changed after update of access_mode on data.organization
  for each row when (new.access_mode is distinct from old.access_mode)
  execute function data.mode_changed();
