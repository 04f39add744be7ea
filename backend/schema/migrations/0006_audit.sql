-- SPDX-FileCopyrightText: 2026 The Carrel authors
-- SPDX-License-Identifier: Apache-2.0

-- Migration: runs once and is never edited afterwards; a change is a new number.

-- Append-only: who did what to which reference, never a name. Insert is the only grant, and triggers stop
-- everybody else, the owner and a superuser's slip included.
create table audit.access_log (
  id bigint generated always as identity primary key,
  at timestamptz not null default clock_timestamp(),
  org_id uuid not null,
  person_id uuid not null,
  role text not null,
  device_id uuid,
  session_id uuid,
  clinic_id uuid,
  act text not null,
  purpose text not null,
  patient_ref text,
  subject_type text not null default '',
  subject_id text not null default '',
  row_count int,
  outcome text not null default 'ok',
  request_id text
);
create index access_log_by_org on audit.access_log (org_id, at);

-- A workstation's own hash chain. A workstation whose cache was rebuilt starts a new chain at 1: the old one
-- stays, and the restart is in the access log.
create table audit.device_event (
  org_id uuid not null,
  person_id uuid not null,
  device_id uuid not null,
  chain int not null,
  seq bigint not null check (seq >= 1),
  event jsonb not null,
  hash text not null,
  received_at timestamptz not null default clock_timestamp(),
  primary key (org_id, person_id, device_id, chain, seq)
);

create table audit.countersignature (
  org_id uuid not null,
  person_id uuid not null,
  device_id uuid not null,
  chain int not null,
  through bigint not null,
  head text not null,
  at timestamptz not null,
  seal text not null, -- SHA-256 over head and time; a signature with the backend's key takes its place later
  id bigint generated always as identity primary key
);

-- Answers that were given: the same key with the same request gets the same answer again.
create table api.given_answer (
  org_id uuid not null,
  person_id uuid not null,
  key uuid not null,
  request_hash text not null,
  status int,
  body text,
  headers jsonb,
  at timestamptz not null default now(),
  primary key (org_id, person_id, key)
);
