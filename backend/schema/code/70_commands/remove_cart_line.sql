-- SPDX-FileCopyrightText: 2026 The Carrel authors
-- SPDX-License-Identifier: Apache-2.0

-- Code: all of it is dropped and made anew when any of it changed, so it is edited in place.

create function work.remove_cart_line(body jsonb) returns jsonb language plpgsql as $$
declare
  wanted uuid := api.uuid_field(body, 'cart_id');
  line uuid := api.uuid_field(body, 'line_id');
  c record;
begin
  perform api.only_fields(body, 'cart_id', 'line_id');
  select * into c from work.lock_cart(wanted);
  delete from data.cart_line l where l.org_id = ctx.org() and l.cart_id = wanted and l.id = line;
  if not found then
    perform work.no_such('line in this cart');
  end if;
  return work.cart_done(wanted, c.clinic_id, c.patient_ref, jsonb_build_object('line_id', line));
end $$;

insert into work.command (name, roles, purpose, remembered, function) values
  ('remove-cart-line', '{front_desk,medical_assistant,prescriber}', 'treatment', true, 'work.remove_cart_line(jsonb)');
