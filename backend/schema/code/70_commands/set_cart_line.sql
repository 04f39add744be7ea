-- SPDX-FileCopyrightText: 2026 The Carrel authors
-- SPDX-License-Identifier: Apache-2.0

-- Code: all of it is dropped and made anew when any of it changed, so it is edited in place.

create function work.set_cart_line(body jsonb) returns jsonb language plpgsql as $$
declare
  wanted uuid := api.uuid_field(body, 'cart_id');
  line uuid := api.uuid_field(body, 'line_id');
  number int := api.int_field(body, 'quantity', 1, 1000);
  day date := api.date_field(body, 'refill_day');
  today date;
  c record;
  p record;
begin
  perform api.only_fields(body, 'cart_id', 'line_id', 'product_id', 'quantity', 'refill_day');
  select * into c from work.lock_cart(wanted);
  select id, active, max_quantity into p from data.product
  where org_id = ctx.org() and id = api.uuid_field(body, 'product_id');
  if not found then
    perform work.no_such('product');
  end if;
  if not p.active then
    perform api.refuse('rejected', 'The product is not active.', '{"reason": "product-inactive"}');
  end if;
  if number > p.max_quantity then
    perform api.refuse_field('quantity', 'max-' || p.max_quantity);
  end if;
  select (now() at time zone k.time_zone)::date into today from data.clinic k
  where k.org_id = ctx.org() and k.id = c.clinic_id;
  if day < today then
    perform api.refuse('rejected', 'The refill day is in the past.',
                       '{"reason": "refill-day-in-past", "field": "refill_day", "rule": "not-in-past"}');
  elsif day > today + 365 then
    perform api.refuse('rejected', 'The refill day is more than a year away.',
                       '{"reason": "refill-day-too-far", "field": "refill_day", "rule": "within-365-days"}');
  end if;
  if not exists (select from data.cart_line l
                 where l.org_id = ctx.org() and l.cart_id = wanted and l.id = line)
     and (select count(*) from data.cart_line l where l.org_id = ctx.org() and l.cart_id = wanted) >= 50 then
    perform api.refuse('rejected', 'A cart holds at most 50 lines.', '{"reason": "cart-full"}');
  end if;
  insert into data.cart_line (org_id, cart_id, id, clinic_id, product_id, quantity, refill_day)
  values (ctx.org(), wanted, line, c.clinic_id, p.id, number, day)
  on conflict (org_id, cart_id, id) do update
  set product_id = excluded.product_id, quantity = excluded.quantity, refill_day = excluded.refill_day;
  return work.cart_done(wanted, c.clinic_id, c.patient_ref, jsonb_build_object('line_id', line));
end $$;

insert into work.command (name, roles, purpose, remembered, function) values
  ('set-cart-line', '{front_desk,medical_assistant,prescriber}', 'treatment', true, 'work.set_cart_line(jsonb)');
