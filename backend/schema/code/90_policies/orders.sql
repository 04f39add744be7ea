-- SPDX-FileCopyrightText: 2026 The Carrel authors
-- SPDX-License-Identifier: Apache-2.0

-- Code: all of it is dropped and made anew when any of it changed, so it is edited in place.

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

create policy departures on data.departure for insert to carrel_machinery with check (true);

create policy own_signature on data.signing_record for insert to carrel_prescriber
  with check (org_id = (select ctx.org()) and clinic_id = any ((select ctx.clinics())::uuid[])
              and person_id = (select ctx.person()));

create policy own_signature_again on data.signing_record for select to carrel_prescriber
  using (org_id = (select ctx.org()) and clinic_id = any ((select ctx.clinics())::uuid[])
         and person_id = (select ctx.person()));

create policy standing on data.orders to carrel_machinery using (true) with check (true);

grant select on data.product to carrel_front_desk, carrel_medical_assistant, carrel_prescriber;
grant select on data.appointment, data.cart, data.cart_line, data.order_line
  to carrel_front_desk, carrel_medical_assistant, carrel_prescriber;
grant select (org_id, id, number, clinic_id, patient_id, patient_ref, cart_id, provider_id, state, line_count,
              controlled, submitted_at, decided_at, decline_reason, decline_note, version, changed_xid)
  on data.orders to carrel_front_desk, carrel_medical_assistant, carrel_prescriber;
grant select (org_id, id, number, clinic_id, patient_ref, state, line_count, submitted_at, decided_at, version,
              changed_xid) on data.orders to carrel_clinic_owner, carrel_sales;
grant select on data.departure
  to carrel_front_desk, carrel_medical_assistant, carrel_prescriber, carrel_clinic_owner, carrel_sales;
grant insert on data.departure to carrel_machinery;
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
grant select (org_id, patient_id, state), update (provider_id) on data.orders to carrel_machinery;
