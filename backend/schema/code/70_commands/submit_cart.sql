-- SPDX-FileCopyrightText: 2026 The Carrel authors
-- SPDX-License-Identifier: Apache-2.0

-- Code: all of it is dropped and made anew when any of it changed, so it is edited in place.

create function work.submit_cart(body jsonb) returns jsonb language plpgsql as $$
declare
  wanted uuid := api.uuid_field(body, 'cart_id');
  new_order uuid := gen_random_uuid();
  order_number text;
  lines int;
  written int;
  controlled boolean;
  c record;
begin
  perform api.only_fields(body, 'cart_id', 'version');
  select * into c from work.lock_cart(wanted);
  -- A version of 0 or none says "whatever it holds now": the outbox sends lines and submission in order.
  if body->>'version' is not null and api.int_field(body, 'version', 0, 2147483647) > 0 then
    perform work.check_version(c.version, api.int_field(body, 'version', 0, 2147483647));
  end if;
  select count(*), coalesce(bool_or(p.schedule <> ''), false) into lines, controlled
  from data.cart_line l join data.product p on (p.org_id, p.id) = (l.org_id, l.product_id)
  where l.org_id = ctx.org() and l.cart_id = wanted;
  if lines = 0 then
    perform api.refuse('rejected', 'The cart has no lines.', '{"reason": "cart-empty"}');
  end if;
  order_number := data.next_order_number(ctx.org());
  insert into data.orders (org_id, id, number, clinic_id, patient_id, patient_ref, cart_id, provider_id,
                           line_count, controlled, submitted_by)
  select ctx.org(), new_order, order_number, c.clinic_id, c.patient_id, c.patient_ref, wanted, p.provider_id,
         lines, controlled, ctx.person()
  from data.patient p where p.org_id = ctx.org() and p.id = c.patient_id;
  if not found then
    perform work.no_such('patient');
  end if;
  insert into data.order_line (org_id, order_id, id, clinic_id, position, product_id, drug, strength, form,
                               unit, directions, schedule, quantity, refill_day)
  select l.org_id, new_order, l.id, c.clinic_id, row_number() over (order by l.position), p.id, p.name,
         p.strength, p.form, p.unit, p.default_directions, p.schedule, l.quantity, l.refill_day
  from data.cart_line l join data.product p on (p.org_id, p.id) = (l.org_id, l.product_id)
  where l.org_id = ctx.org() and l.cart_id = wanted;
  get diagnostics written = row_count;
  if written <> lines then
    raise exception 'an order of % lines got %', lines, written;
  end if;
  update data.cart set state = 'submitted', changed_at = clock_timestamp()
  where org_id = ctx.org() and id = wanted;
  return jsonb_build_object('result', jsonb_build_object('order_id', new_order, 'order_number', order_number),
    'clinic_id', c.clinic_id, 'patient_ref', c.patient_ref, 'subject_type', 'order',
    'subject_id', new_order);
end $$;

insert into work.command (name, roles, purpose, remembered, function) values
  ('submit-cart', '{front_desk,medical_assistant,prescriber}', 'treatment', true, 'work.submit_cart(jsonb)');
