-- SPDX-FileCopyrightText: 2026 The Carrel authors
-- SPDX-License-Identifier: Apache-2.0

-- Who may read and write which columns of which rows. Every table forces row security; what is not granted
-- here does not exist for anybody. Policies use the wrapped form `(select ctx.org())`: evaluated once a query.
do $$
declare
  t record;
begin
  for t in select n.nspname, c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
           where n.nspname in ('data', 'auth', 'audit', 'api') and c.relkind = 'r' loop
    execute format('alter table %I.%I owner to carrel_owner', t.nspname, t.relname);
    execute format('alter table %I.%I enable row level security', t.nspname, t.relname);
    execute format('alter table %I.%I force row level security', t.nspname, t.relname);
  end loop;
  for t in select n.nspname, c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
           where n.nspname = 'projection' and c.relkind = 'v' loop
    execute format('alter view %I.%I owner to carrel_owner', t.nspname, t.relname);
  end loop;
end $$;

-- ---- the roles that work in clinics ---------------------------------------------------------------------
-- Organization
create policy own_organization on data.organization for select
  to carrel_front_desk, carrel_medical_assistant, carrel_prescriber, carrel_clinic_owner, carrel_sales
  using (id = (select ctx.org()));
create policy own_clinics on data.clinic for select
  to carrel_front_desk, carrel_medical_assistant, carrel_prescriber, carrel_clinic_owner, carrel_sales
  using (org_id = (select ctx.org()) and id = any ((select ctx.clinics())::uuid[]));
create policy own_people on data.person for select
  to carrel_front_desk, carrel_medical_assistant, carrel_prescriber
  using (org_id = (select ctx.org()));
create policy own_catalogue on data.product for select
  to carrel_front_desk, carrel_medical_assistant, carrel_prescriber
  using (org_id = (select ctx.org()));

-- Rows of the caller's clinics
do $$
declare
  name text;
begin
  foreach name in array array['patient', 'appointment', 'cart', 'cart_line', 'orders', 'order_line'] loop
    execute format(
      'create policy own_clinics on data.%I '
      'to carrel_front_desk, carrel_medical_assistant, carrel_prescriber '
      'using (org_id = (select ctx.org()) and clinic_id = any ((select ctx.clinics())::uuid[])) '
      'with check (org_id = (select ctx.org()) and clinic_id = any ((select ctx.clinics())::uuid[]))', name);
  end loop;
end $$;
-- In assigned_provider mode nobody but the assigned provider decides an order.
create policy assigned_decides on data.orders as restrictive for update to carrel_prescriber
  using ((select ctx.by_clinic_role()) or provider_id = (select ctx.person()));
create policy board on data.orders for select to carrel_clinic_owner, carrel_sales
  using (org_id = (select ctx.org()) and clinic_id = any ((select ctx.clinics())::uuid[]));
-- Departures name no patient: an id that somebody had and has no more.
create policy own_departures on data.departure for select
  to carrel_front_desk, carrel_medical_assistant, carrel_prescriber, carrel_clinic_owner, carrel_sales
  using (org_id = (select ctx.org()) and (clinic_id is null or clinic_id = any ((select ctx.clinics())::uuid[])));

-- Identity and chart: by clinic in clinic_role mode, by assignment in assigned_provider mode.
create policy identified on data.patient_identity for select
  to carrel_front_desk, carrel_medical_assistant, carrel_prescriber
  using (org_id = (select ctx.org()) and clinic_id = any ((select ctx.clinics())::uuid[])
         and ((select ctx.by_clinic_role()) or provider_id = (select ctx.person())));
create policy clinical on data.chart for select to carrel_medical_assistant, carrel_prescriber
  using (org_id = (select ctx.org()) and clinic_id = any ((select ctx.clinics())::uuid[])
         and ((select ctx.by_clinic_role()) or provider_id = (select ctx.person())));
create policy for_reveal on data.patient_identity for select to carrel_reveal
  using (org_id = (select ctx.org()) and clinic_id = any ((select ctx.clinics())::uuid[]));
create policy for_reveal on data.patient for select to carrel_reveal
  using (org_id = (select ctx.org()) and clinic_id = any ((select ctx.clinics())::uuid[]));
create policy own_signature on data.signing_record for insert to carrel_prescriber
  with check (org_id = (select ctx.org()) and clinic_id = any ((select ctx.clinics())::uuid[])
              and person_id = (select ctx.person()));
create policy own_signature_again on data.signing_record for select to carrel_prescriber
  using (org_id = (select ctx.org()) and clinic_id = any ((select ctx.clinics())::uuid[])
         and person_id = (select ctx.person()));

-- Columns
grant select (id, name) on data.organization to carrel_prescriber;
grant select (org_id, id, name, address, time_zone) on data.clinic
  to carrel_front_desk, carrel_medical_assistant, carrel_prescriber;
grant select (org_id, id, display_name) on data.person to carrel_front_desk, carrel_medical_assistant;
grant select (org_id, id, display_name, npi, dea, address) on data.person to carrel_prescriber;
grant select on data.product to carrel_front_desk, carrel_medical_assistant, carrel_prescriber;
grant select (org_id, id, clinic_id, ref, provider_id, version, changed_xid) on data.patient
  to carrel_front_desk, carrel_medical_assistant, carrel_prescriber;
grant select (org_id, patient_id, family, given, birth_date, sex, phone, email) on data.patient_identity
  to carrel_front_desk, carrel_medical_assistant, carrel_prescriber;
grant select (org_id, patient_id, clinic_id, allergy_status, allergies, medications, version, changed_xid)
  on data.chart to carrel_medical_assistant, carrel_prescriber;
grant select on data.appointment, data.cart, data.cart_line, data.order_line
  to carrel_front_desk, carrel_medical_assistant, carrel_prescriber;
grant select (org_id, id, number, clinic_id, patient_id, patient_ref, cart_id, provider_id, state, line_count,
              controlled, submitted_at, decided_at, decline_reason, decline_note, version, changed_xid)
  on data.orders to carrel_front_desk, carrel_medical_assistant, carrel_prescriber;
grant select (org_id, id, number, clinic_id, patient_ref, state, line_count, submitted_at, decided_at, version,
              changed_xid) on data.orders to carrel_clinic_owner, carrel_sales;
grant select on data.departure
  to carrel_front_desk, carrel_medical_assistant, carrel_prescriber, carrel_clinic_owner, carrel_sales;
grant select (org_id, id, clinic_id, ref) on data.patient to carrel_reveal;
grant select (org_id, patient_id, family, given, birth_date, sex, phone, email) on data.patient_identity
  to carrel_reveal;

grant update (state) on data.appointment to carrel_front_desk, carrel_medical_assistant;
grant insert (org_id, id, clinic_id, patient_id, patient_ref, opened_by), update (state, changed_at) on data.cart
  to carrel_front_desk, carrel_medical_assistant, carrel_prescriber;
grant insert (org_id, cart_id, id, clinic_id, product_id, quantity, refill_day),
      update (product_id, quantity, refill_day), delete on data.cart_line
  to carrel_front_desk, carrel_medical_assistant, carrel_prescriber;
grant insert (org_id, id, number, clinic_id, patient_id, patient_ref, cart_id, provider_id, line_count,
              controlled, submitted_by) on data.orders
  to carrel_front_desk, carrel_medical_assistant, carrel_prescriber;
grant insert (org_id, order_id, id, clinic_id, position, product_id, drug, strength, form, unit, directions,
              schedule, quantity, refill_day) on data.order_line
  to carrel_front_desk, carrel_medical_assistant, carrel_prescriber;
grant update (state, decided_by, decided_at, decline_reason, decline_note) on data.orders to carrel_prescriber;
grant insert, select (org_id, id, order_id, clinic_id, person_id, digest, signed_at) on data.signing_record
  to carrel_prescriber;

-- Projections
grant select on projection.schedule, projection.patients, projection.catalogue, projection.carts,
  projection.orders to carrel_front_desk, carrel_medical_assistant, carrel_prescriber;
grant select on projection.charts to carrel_medical_assistant, carrel_prescriber;
grant select on projection.operations to carrel_clinic_owner, carrel_sales;

-- ---- the roles that keep the house ----------------------------------------------------------------------
create policy everything on data.organization to carrel_auth using (true);
create policy everything on data.clinic to carrel_auth using (true);
create policy everything on data.person to carrel_auth using (true);
create policy everything on data.person_clinic to carrel_auth using (true);
create policy everything on auth.credential to carrel_auth using (true) with check (true);
create policy everything on auth.attempt to carrel_auth using (true) with check (true);
create policy everything on auth.code_failure to carrel_auth using (true) with check (true);
create policy everything on auth.code_device to carrel_auth using (true) with check (true);
create policy everything on auth.session to carrel_auth using (true) with check (true);
grant select on data.organization, data.clinic, data.person, data.person_clinic to carrel_auth;
grant select on auth.credential to carrel_auth;
grant update (totp_counter) on auth.credential to carrel_auth;
grant select, insert, update, delete on auth.attempt to carrel_auth;
-- A wrong code is never unsaid: no delete, and nothing but the mark may change.
grant select, insert, update (forgiven) on auth.code_failure to carrel_auth;
grant select, insert, update (right_at) on auth.code_device to carrel_auth;
grant select, insert, update on auth.session to carrel_auth;

create policy counters on data.organization_key to carrel_machinery using (true) with check (true);
create policy references_of on data.patient_reference to carrel_machinery using (true) with check (true);
create policy departures on data.departure for insert to carrel_machinery with check (true);
create policy standing on data.patient to carrel_machinery using (true) with check (true);
create policy standing on data.patient_identity to carrel_machinery using (true) with check (true);
create policy standing on data.chart to carrel_machinery using (true) with check (true);
create policy standing on data.orders to carrel_machinery using (true) with check (true);
grant select, insert, update on data.organization_key to carrel_machinery;
grant select, insert on data.patient_reference to carrel_machinery;
grant insert on data.departure to carrel_machinery;
grant select (org_id, id, clinic_id, provider_id), update (changed_xid) on data.patient to carrel_machinery;
grant select (org_id, patient_id), update (clinic_id, provider_id) on data.patient_identity, data.chart
  to carrel_machinery;
grant select (org_id, patient_id, state), update (provider_id) on data.orders to carrel_machinery;

create policy add on audit.access_log for insert to carrel_auditor with check (org_id = (select ctx.org()));
create policy own_chain on audit.device_event to carrel_auditor
  using (org_id = (select ctx.org()) and person_id = (select ctx.person()))
  with check (org_id = (select ctx.org()) and person_id = (select ctx.person()));
create policy add on audit.countersignature for insert to carrel_auditor
  with check (org_id = (select ctx.org()) and person_id = (select ctx.person()));
grant insert on audit.access_log, audit.countersignature to carrel_auditor;
grant select, insert on audit.device_event to carrel_auditor;

create policy own_answers on api.given_answer to carrel_entry
  using (org_id = (select ctx.org()) and person_id = (select ctx.person()))
  with check (org_id = (select ctx.org()) and person_id = (select ctx.person()));
grant select, insert, update, delete on api.given_answer to carrel_entry;

-- ---- one door per role ----------------------------------------------------------------------------------
-- Each is SECURITY DEFINER and owned by the role it works as. The entry function picks by the caller's role.
do $$
declare
  door record;
begin
  for door in select * from (values ('front_desk', 'carrel_front_desk'),
      ('medical_assistant', 'carrel_medical_assistant'), ('prescriber', 'carrel_prescriber'),
      ('owner', 'carrel_clinic_owner'), ('sales', 'carrel_sales')) d(role, db_role) loop
    execute format('create function work.changes_as_%s(view_name text, state jsonb, lim int, out page text, '
                   'out row_count int) language sql security definer set search_path = pg_catalog, pg_temp '
                   'as ''select * from work.changes($1, $2, $3)''', door.role);
    execute format('alter function work.changes_as_%s owner to %I', door.role, door.db_role);
    execute format('grant execute on function work.changes_as_%s to carrel_entry', door.role);
    if door.role in ('front_desk', 'medical_assistant', 'prescriber') then
      execute format('create function work.run_as_%s(command text, body jsonb) returns jsonb language sql '
                     'security definer set search_path = pg_catalog, pg_temp '
                     'as ''select work.run($1, $2)''', door.role);
      execute format('alter function work.run_as_%s owner to %I', door.role, door.db_role);
      execute format('grant execute on function work.run_as_%s to carrel_entry', door.role);
    end if;
  end loop;
end $$;

create function work.review_as_prescriber(wanted uuid) returns jsonb language sql security definer
set search_path = pg_catalog, pg_temp as $$ select work.review(wanted) $$;
create function work.approval_check_as_prescriber(wanted uuid, given_version int, given_digest text) returns void
language sql security definer set search_path = pg_catalog, pg_temp as $$
  select work.approval_check(wanted, given_version, given_digest)
$$;
create function work.approve_as_prescriber(wanted uuid, given_digest text, factors text) returns jsonb
language sql security definer set search_path = pg_catalog, pg_temp as $$
  select work.approve(wanted, given_digest, factors)
$$;
alter function work.review_as_prescriber owner to carrel_prescriber;
alter function work.approval_check_as_prescriber owner to carrel_prescriber;
alter function work.approve_as_prescriber owner to carrel_prescriber;
alter function work.reveal owner to carrel_reveal;
grant execute on function work.review_as_prescriber, work.approval_check_as_prescriber,
  work.approve_as_prescriber to carrel_entry;

alter function data.departed owner to carrel_machinery;
alter function data.stand_with_patient owner to carrel_machinery;
alter function data.patient_moved owner to carrel_machinery;
alter function data.identity_changed owner to carrel_machinery;
alter function data.allocate_patient_ref owner to carrel_machinery;
alter function data.next_order_number owner to carrel_machinery;
alter function audit.record owner to carrel_auditor;
alter function audit.upload owner to carrel_auditor;
alter function auth.sign_in owner to carrel_auth;
alter function auth.resolve owner to carrel_auth;
alter function auth.second_factor owner to carrel_auth;
alter function auth.lock_session owner to carrel_auth;
alter function auth.end_session owner to carrel_auth;
alter function auth.check_factors owner to carrel_auth;
alter function auth.unlock_session owner to carrel_auth;
alter function auth.whoami owner to carrel_auth;

-- Functions. PUBLIC may execute nothing; helpers go to the roles whose work calls them.
do $$
declare
  name text;
  worker text;
begin
  foreach name in array array['crypto', 'ctx', 'canon', 'data', 'auth', 'audit', 'projection', 'work', 'admin',
                              'api'] loop
    execute format('revoke all on all functions in schema %I from public', name);
    execute format('revoke all on schema %I from public', name);
  end loop;
  foreach worker in array array['carrel_front_desk', 'carrel_medical_assistant', 'carrel_prescriber',
                                'carrel_clinic_owner', 'carrel_sales', 'carrel_reveal', 'carrel_auditor',
                                'carrel_auth', 'carrel_entry', 'carrel_machinery'] loop
    execute format('grant usage on schema ctx, api, canon to %I', worker);
    execute format('grant execute on all functions in schema ctx, canon, api to %I', worker);
  end loop;
  foreach worker in array array['carrel_front_desk', 'carrel_medical_assistant', 'carrel_prescriber',
                                'carrel_clinic_owner', 'carrel_sales'] loop
    execute format('grant usage on schema data, projection, work to %I', worker);
    execute format('grant execute on function work.changes, projection.source_of to %I', worker);
    if worker in ('carrel_front_desk', 'carrel_medical_assistant', 'carrel_prescriber') then
      execute format('grant execute on function work.run, work.no_such, work.check_version, work.check_in, '
                     'work.open_cart, work.lock_cart, work.cart_done, work.set_cart_line, '
                     'work.remove_cart_line, work.submit_cart, work.decline_order, work.reveal, '
                     'work.lock_order, data.next_order_number to %I', worker);
    end if;
  end loop;
end $$;
grant usage on schema work to carrel_entry, carrel_reveal;
-- Foreign keys are checked as the tables' owner.
grant usage on schema data, auth, audit, api to carrel_owner;
grant execute on function work.cursor_from to carrel_entry;
grant execute on function work.no_such to carrel_reveal;
grant usage on schema data to carrel_reveal, carrel_machinery, carrel_auth;
grant execute on function work.order_content, work.review, work.approval_check, work.approve to carrel_prescriber;
grant usage on schema auth, crypto to carrel_auth;
grant execute on all functions in schema auth, crypto to carrel_auth;
grant usage on schema crypto to carrel_machinery;
grant execute on all functions in schema crypto to carrel_machinery;
grant usage on schema audit to carrel_auditor, carrel_entry;
grant execute on function audit.record, audit.upload to carrel_entry;
grant execute on function audit.record to carrel_auditor;
grant usage on schema auth to carrel_entry;
grant execute on function auth.sign_in, auth.resolve, auth.second_factor, auth.lock_session, auth.end_session,
  auth.check_factors, auth.unlock_session, auth.whoami to carrel_entry;
