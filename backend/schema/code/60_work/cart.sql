-- SPDX-FileCopyrightText: 2026 The Carrel authors
-- SPDX-License-Identifier: Apache-2.0

-- Code: all of it is dropped and made anew when any of it changed, so it is edited in place.

-- The open cart, locked.
create function work.lock_cart(wanted uuid, out clinic_id uuid, out patient_id uuid, out patient_ref text,
                               out version int) language plpgsql as $$
declare
  cart_state text;
begin
  select c.clinic_id, c.patient_id, c.patient_ref, c.version, c.state
  into clinic_id, patient_id, patient_ref, version, cart_state
  from data.cart c where c.org_id = ctx.org() and c.id = wanted for update;
  if not found then
    perform work.no_such('cart');
  end if;
  if cart_state <> 'open' then
    perform api.refuse('conflict', 'The cart is not open any more.',
                       jsonb_build_object('reason', 'cart-' || cart_state));
  end if;
end $$;

create function work.cart_done(wanted uuid, clinic uuid, ref text, more jsonb default '{}') returns jsonb
language plpgsql as $$
declare
  now_version int;
begin
  update data.cart set changed_at = clock_timestamp() where org_id = ctx.org() and id = wanted
  returning version into now_version;
  return jsonb_build_object('result', jsonb_build_object('cart_id', wanted, 'version', now_version) || more,
    'clinic_id', clinic, 'patient_ref', ref, 'subject_type', 'cart', 'subject_id', wanted);
end $$;

grant execute on function work.lock_cart, work.cart_done to carrel_front_desk, carrel_medical_assistant, carrel_prescriber;
