-- SPDX-FileCopyrightText: 2026 The Carrel authors
-- SPDX-License-Identifier: Apache-2.0
--
-- Prints sandbox.json. Variables: seed, base_url, ca_file, socket_dir, gateway_password.
\set ON_ERROR_STOP on
\o /dev/null
\ir accounts.sql
\o
select jsonb_pretty(jsonb_build_object(
  'base_url', :'base_url',
  'ca_file', :'ca_file',
  'postgres', jsonb_build_object('socket_dir', :'socket_dir', 'port', 5432, 'database', current_database(),
                                 'gateway_user', 'carrel_gateway', 'gateway_password', :'gateway_password'),
  'organizations', (
    select jsonb_agg(jsonb_build_object(
      'id', pg_temp.uuid_of(:'seed', o.domain), 'name', o.name, 'access_mode', o.access_mode,
      'clinics', (select jsonb_agg(jsonb_build_object('id', pg_temp.uuid_of(:'seed', o.domain || '/' || c.number), 'name', c.name)
                                   order by c.number)
                  from sandbox_clinic c where c.organization = o.number)) order by o.number)
    from sandbox_organization o),
  'accounts', (
    select jsonb_agg(jsonb_build_object(
      'login', a.login, 'password', pg_temp.password(:'seed', a.login), 'totp_secret', pg_temp.totp_secret(:'seed', a.login),
      'role', a.role, 'display_name', a.display_name, 'organization_id', pg_temp.uuid_of(:'seed', o.domain),
      'clinic_ids', (select jsonb_agg(pg_temp.uuid_of(:'seed', o.domain || '/' || n)) from unnest(a.clinics) n)) order by a.login)
    from sandbox_account a join sandbox_organization o on o.number = a.organization)));
