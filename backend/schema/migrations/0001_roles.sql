-- SPDX-FileCopyrightText: 2026 The Carrel authors
-- SPDX-License-Identifier: Apache-2.0

-- Migration: runs once and is never edited afterwards; a change is a new number.

-- Roles and rooms. Roles belong to the whole cluster, so they may exist already; schemas do not.
--
-- carrel_gateway is the only role that logs in. It is a member of nothing and may execute api.handle, nothing
-- else. Each application role is a NOLOGIN role with its own column grants; functions that read for that role
-- are SECURITY DEFINER and owned by it, so PostgreSQL applies its grants and policies whatever their text says.
do $$
declare
  name text;
begin
  foreach name in array array[
    'carrel_owner',            -- owns tables and views; forced row security applies to it
    'carrel_entry',            -- owns api.handle
    'carrel_auth',             -- the only role that reads credentials and sessions
    'carrel_machinery',        -- counters and departures, through triggers and two functions
    'carrel_auditor',          -- may add to the access log, and nothing else
    'carrel_reveal',           -- reads one identity for a recorded purpose
    'carrel_front_desk', 'carrel_medical_assistant', 'carrel_prescriber', 'carrel_clinic_owner',
    'carrel_sales'] loop
    if not exists (select from pg_catalog.pg_roles where rolname = name) then
      execute format('create role %I nologin nosuperuser nocreatedb nocreaterole noinherit nobypassrls', name);
    end if;
  end loop;
  if not exists (select from pg_catalog.pg_roles where rolname = 'carrel_gateway') then
    create role carrel_gateway login nosuperuser nocreatedb nocreaterole noinherit nobypassrls;
  end if;
end $$;

alter role carrel_gateway set search_path = pg_catalog;
alter role carrel_gateway set statement_timeout = '30s';
alter role carrel_gateway set idle_in_transaction_session_timeout = '30s';

create schema crypto;      -- pgcrypto, out of everybody's way
create schema ctx;         -- who is calling, as far as this transaction knows
create schema canon;       -- RFC 8785
create schema data;        -- organizations, people, patients, orders
create schema auth;        -- credentials and sessions
create schema audit;       -- append-only
create schema projection;  -- what a row looks like on the wire
create schema work;        -- views and commands, executed as the caller's role
create schema admin;       -- provisioning and import, not for the gateway
create schema api;         -- one function

create extension pgcrypto with schema crypto;

do $$ begin execute format('revoke all on database %I from public', current_database()); end $$;
revoke all on schema public from public;
do $$ begin execute format('grant connect on database %I to carrel_gateway', current_database()); end $$;
alter default privileges revoke execute on functions from public;
