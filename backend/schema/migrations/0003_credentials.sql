-- SPDX-FileCopyrightText: 2026 The Carrel authors
-- SPDX-License-Identifier: Apache-2.0

-- Migration: runs once and is never edited afterwards; a change is a new number.

-- Credentials and sessions: reachable by carrel_auth only. The password is bcrypt over base64(SHA-256), so
-- that nothing beyond bcrypt's 72 bytes is cut off; of a token only its SHA-256 is kept. The TOTP secret is
-- stored as it is (it must be usable), readable by carrel_auth alone.
create table auth.credential (
  org_id uuid not null,
  person_id uuid not null,
  password_hash text not null,
  totp_secret bytea not null check (length(totp_secret) between 16 and 64),
  totp_counter bigint not null default 0, -- last one accepted: a code is taken once, and only ascending
  password_set_at timestamptz not null default now(),
  primary key (org_id, person_id),
  foreign key (org_id, person_id) references data.person (org_id, id) on delete cascade
);

-- Wrong passwords in a row, by the login as it was typed: an unknown login is throttled like a known one. Wrong
-- codes are none of its business (auth.code_failure): a right password clears this count.
create table auth.attempt (
  login_hash bytea primary key,
  failures int not null default 0,
  blocked_until timestamptz not null default 'epoch',
  last_at timestamptz not null default now()
);

-- Every wrong code of a person, on whatever device and in whatever session it was tried. Rows are added and may be
-- marked as forgiven; the service deletes none. A code that was used already is not a wrong one.
create table auth.code_failure (
  id bigint generated always as identity primary key,
  org_id uuid not null,
  person_id uuid not null,
  device_id uuid not null,
  at timestamptz not null,
  forgiven boolean not null default false,
  mark bytea, -- which code it was, under the secret: the same one again is no new guess
  foreign key (org_id, person_id) references data.person (org_id, id) on delete cascade
);
create index code_failure_by_person on auth.code_failure (org_id, person_id, at);

-- Devices on which this person once gave a right code.
create table auth.code_device (
  org_id uuid not null,
  person_id uuid not null,
  device_id uuid not null,
  right_at timestamptz not null, -- the last time
  primary key (org_id, person_id, device_id),
  foreign key (org_id, person_id) references data.person (org_id, id) on delete cascade
);

create table auth.session (
  id uuid primary key default gen_random_uuid(),
  token_hash bytea not null unique,
  org_id uuid not null,
  person_id uuid not null,
  state text not null default 'pending' check (state in ('pending', 'active', 'locked', 'ended')),
  device_id uuid not null,
  device_name text not null,
  created_at timestamptz not null default now(),
  last_active_at timestamptz not null default now(),
  idle_limit interval not null,
  expires_at timestamptz not null,
  locked_at timestamptz,
  ended_at timestamptz,
  foreign key (org_id, person_id) references data.person (org_id, id) on delete cascade
);
create index session_by_person on auth.session (org_id, person_id);

create table auth.compromised_password (
  sha1 bytea primary key
);
