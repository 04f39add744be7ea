-- SPDX-FileCopyrightText: 2026 The Carrel authors
-- SPDX-License-Identifier: Apache-2.0

-- Code: all of it is dropped and made anew when any of it changed, so it is edited in place.

create function work.open_cart(body jsonb) returns jsonb language plpgsql as $$
declare
  wanted uuid := api.uuid_field(body, 'cart_id');
  clinic uuid := api.uuid_field(body, 'clinic_id');
  p record;
begin
  perform api.only_fields(body, 'cart_id', 'patient_id', 'clinic_id');
  select id, clinic_id, ref into p from data.patient
  where org_id = ctx.org() and id = api.uuid_field(body, 'patient_id');
  if not found or p.clinic_id <> clinic then
    perform work.no_such('patient in this clinic');
  end if;
  begin
    insert into data.cart (org_id, id, clinic_id, patient_id, patient_ref, opened_by)
    values (ctx.org(), wanted, clinic, p.id, p.ref, ctx.person());
  exception when unique_violation then
    perform api.refuse('conflict', 'The cart id is taken.', '{"reason": "cart-exists"}');
  end;
  return jsonb_build_object('result', jsonb_build_object('cart_id', wanted, 'version', 1),
    'clinic_id', clinic, 'patient_ref', p.ref, 'subject_type', 'cart', 'subject_id', wanted);
end $$;

insert into work.command (name, roles, purpose, remembered, function) values
  ('open-cart', '{front_desk,medical_assistant,prescriber}', 'treatment', true, 'work.open_cart(jsonb)');
