-- SPDX-FileCopyrightText: 2026 The Carrel authors
-- SPDX-License-Identifier: Apache-2.0

-- Commands, executed as the caller's role: its column grants and policies decide what can be read and written.
-- A row of another clinic or organization is simply not there, so it answers like one that never existed.
-- Each returns result, clinic_id, patient_ref, subject_type and subject_id (the last four for the access log).
create function work.no_such(what text) returns void language plpgsql as $$
begin
  perform api.refuse('not-found', 'There is no such ' || what || '.');
end $$;

create function work.check_version(known int, given int) returns void language plpgsql as $$
begin
  if known <> given then
    perform api.refuse('conflict', 'The version is not the current one.',
                       jsonb_build_object('reason', 'version-changed', 'current_version', known));
  end if;
end $$;

create function work.check_in(body jsonb) returns jsonb language plpgsql as $$
declare
  a record;
begin
  perform api.only_fields(body, 'appointment_id', 'version');
  select id, clinic_id, patient_ref, state, version into a from data.appointment
  where org_id = ctx.org() and id = api.uuid_field(body, 'appointment_id') for update;
  if not found then
    perform work.no_such('appointment');
  end if;
  perform work.check_version(a.version, api.int_field(body, 'version', 1, 2147483647));
  if a.state <> 'booked' then
    perform api.refuse('rejected', 'Only a booked appointment can be checked in.', '{"reason": "not-booked"}');
  end if;
  update data.appointment set state = 'arrived' where org_id = ctx.org() and id = a.id
  returning version into a.version;
  return jsonb_build_object('result', jsonb_build_object('appointment_id', a.id, 'state', 'arrived',
                                                         'version', a.version),
    'clinic_id', a.clinic_id, 'patient_ref', a.patient_ref, 'subject_type', 'appointment',
    'subject_id', a.id);
end $$;

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

-- The order, locked for a decision; refuses what this prescriber may not decide.
create function work.lock_order(wanted uuid, given_version int, out clinic_id uuid, out patient_ref text,
                                out controlled boolean) language plpgsql as $$
declare
  o record;
begin
  select q.id, q.clinic_id, q.patient_ref, q.controlled, q.state, q.version, q.provider_id into o
  from data.orders q where q.org_id = ctx.org() and q.id = wanted;
  if not found then
    perform work.no_such('order');
  end if;
  if not ctx.by_clinic_role() and o.provider_id is distinct from ctx.person() then
    perform api.refuse('not-allowed', 'Only the assigned provider decides this order.');
  end if;
  select q.state, q.version into o.state, o.version
  from data.orders q where q.org_id = ctx.org() and q.id = wanted for update;
  if not found then
    perform work.no_such('order');
  end if;
  perform work.check_version(o.version, given_version);
  if o.state <> 'awaiting_approval' then
    perform api.refuse('conflict', 'The order was decided already.',
                       jsonb_build_object('reason', 'order-' || replace(o.state, '_', '-')));
  end if;
  clinic_id := o.clinic_id;
  patient_ref := o.patient_ref;
  controlled := o.controlled;
end $$;

create function work.decline_order(body jsonb) returns jsonb language plpgsql as $$
declare
  wanted uuid := api.uuid_field(body, 'order_id');
  reason text := api.text_field(body, 'reason_code', 20);
  note text := '';
  now_version int;
  o record;
begin
  perform api.only_fields(body, 'order_id', 'version', 'reason_code', 'note');
  if reason <> all (array['dose_question', 'interaction', 'allergy', 'needs_visit', 'duplicate', 'other']) then
    perform api.refuse_field('reason_code', 'known-reason');
  end if;
  if jsonb_typeof(body->'note') <> 'null' then
    note := btrim(api.text_field(body, 'note', 1000, 0));
  end if;
  if reason = 'other' and coalesce(note, '') = '' then
    perform api.refuse_field('note', 'required-for-other');
  end if;
  select * into o from work.lock_order(wanted, api.int_field(body, 'version', 1, 2147483647));
  update data.orders set state = 'declined', decided_by = ctx.person(), decided_at = clock_timestamp(),
    decline_reason = reason, decline_note = coalesce(note, '')
  where org_id = ctx.org() and id = wanted returning version into now_version;
  return jsonb_build_object('result', jsonb_build_object('order_id', wanted, 'state', 'declined',
                                                         'version', now_version),
    'clinic_id', o.clinic_id, 'patient_ref', o.patient_ref, 'subject_type', 'order', 'subject_id', wanted);
end $$;

-- One identity for one purpose, in either access mode: runs as carrel_reveal, whose policy knows the clinic
-- but not the assignment, and nobody gets it without the entry in the access log.
create function work.reveal(body jsonb) returns jsonb language plpgsql security definer
set search_path = pg_catalog, pg_temp as $$
declare
  p record;
begin
  perform api.only_fields(body, 'patient_id', 'purpose');
  if api.text_field(body, 'purpose', 20) <> 'check_in' then
    perform api.refuse_field('purpose', 'check_in');
  end if;
  select q.ref, q.clinic_id, i.family, i.given, i.birth_date, i.sex, i.phone, i.email into p
  from data.patient q join data.patient_identity i on (i.org_id, i.patient_id) = (q.org_id, q.id)
  where q.org_id = ctx.org() and q.id = api.uuid_field(body, 'patient_id');
  if not found then
    perform work.no_such('patient');
  end if;
  return jsonb_build_object('result', jsonb_build_object('family', p.family, 'given', p.given,
      'birth_date', p.birth_date, 'sex', p.sex, 'phone', p.phone, 'email', p.email),
    'clinic_id', p.clinic_id, 'patient_ref', p.ref, 'subject_type', 'patient',
    'subject_id', body->>'patient_id');
end $$;

create function work.run(command text, body jsonb) returns jsonb language plpgsql as $$
begin
  if command <> all (ctx.commands_of(ctx.role())) then
    perform api.refuse('not-allowed', 'This role may not do that.');
  end if;
  return case command
    when 'check-in' then work.check_in(body)
    when 'open-cart' then work.open_cart(body)
    when 'set-cart-line' then work.set_cart_line(body)
    when 'remove-cart-line' then work.remove_cart_line(body)
    when 'submit-cart' then work.submit_cart(body)
    when 'decline-order' then work.decline_order(body)
    when 'reveal' then work.reveal(body) end;
end $$;

-- ---------------------------------------------------------------------------------------------------------
-- Reviewing and signing, as carrel_prescriber. The content is built from the records in one place, so what is
-- shown, what is digested and what is kept are the same text.
create function work.order_content(wanted uuid) returns jsonb language plpgsql stable as $$
declare
  content jsonb;
begin
  select jsonb_build_object(
    'format', 'carrel-order/1', 'order_id', o.id, 'order_number', o.number, 'version', o.version,
    'issued_on', to_char(now() at time zone k.time_zone, 'YYYY-MM-DD'),
    'organization', org.name,
    'clinic', jsonb_build_object('id', k.id, 'name', k.name, 'address', k.address),
    'patient', jsonb_build_object('reference', o.patient_ref, 'family', i.family, 'given', i.given,
                                  'birth_date', to_char(i.birth_date, 'YYYY-MM-DD'), 'sex', i.sex),
    'prescriber', jsonb_build_object('name', w.display_name, 'address', coalesce(w.address, k.address),
      'npi', coalesce(w.npi, ''), 'dea', case when o.controlled then coalesce(w.dea, '') else '' end),
    'lines', (select coalesce(jsonb_agg(jsonb_build_object(
        'line_id', l.id, 'position', l.position, 'drug', l.drug, 'strength', l.strength, 'form', l.form,
        'quantity', l.quantity, 'unit', l.unit, 'directions', l.directions, 'refills', l.refills,
        'refill_on', coalesce(to_char(l.refill_day, 'YYYY-MM-DD'), ''), 'schedule', l.schedule)
        order by l.position), '[]')
      from data.order_line l where (l.org_id, l.order_id) = (o.org_id, o.id)))
  into content
  from data.orders o
    join data.organization org on org.id = o.org_id
    join data.clinic k on (k.org_id, k.id) = (o.org_id, o.clinic_id)
    join data.patient_identity i on (i.org_id, i.patient_id) = (o.org_id, o.patient_id)
    join data.person w on w.org_id = o.org_id and w.id = ctx.person()
  where o.org_id = ctx.org() and o.id = wanted;
  return content;
end $$;

-- Says as well what became of the order: whoever lost the answer to a signature asks here, without factors.
create function work.review(wanted uuid) returns jsonb language plpgsql as $$
declare
  o record;
  content jsonb;
begin
  select q.clinic_id, q.patient_id, q.patient_ref, q.state into o from data.orders q
  where q.org_id = ctx.org() and q.id = wanted;
  if not found then
    perform work.no_such('order');
  end if;
  content := work.order_content(wanted);
  if content is null then -- the policy of patient_identity hides the patient: not the assigned provider
    perform api.refuse('not-allowed', 'Only the assigned provider reviews this order.');
  end if;
  return jsonb_build_object('result', jsonb_build_object(
      'order_id', wanted, 'state', o.state,
      -- The policy of signing_record shows each person their own.
      'signature', (select jsonb_build_object('audit_id', s.id, 'signed_at', api.wire_time(s.signed_at),
                                              'digest', s.digest)
        from data.signing_record s
        where s.org_id = ctx.org() and s.order_id = wanted and s.person_id = ctx.person()),
      'patient_id', o.patient_id, 'content', content,
      'chart', coalesce((select c.doc::jsonb from projection.charts c where c.id = o.patient_id),
        jsonb_build_object('id', o.patient_id, 'clinic_id', o.clinic_id, 'allergy_status', 'not_recorded',
                           'allergies', '[]'::jsonb, 'medications', '[]'::jsonb, 'version', 0)),
      'statement', 'By completing both factors you sign this order as shown. '
                   'This is your signature under the law, and it is recorded with what is on screen.'),
    'clinic_id', o.clinic_id, 'patient_ref', o.patient_ref, 'subject_type', 'order', 'subject_id', wanted);
end $$;

-- First half of an approval: may this person sign, and is it what was shown? Changes nothing, keeps the lock.
create function work.approval_check(wanted uuid, given_version int, given_digest text) returns void
language plpgsql as $$
declare
  o record;
  me record;
  content jsonb;
begin
  select * into o from work.lock_order(wanted, given_version);
  select npi, dea into strict me from data.person where org_id = ctx.org() and id = ctx.person();
  if me.npi is null then
    perform api.refuse('not-allowed', 'Signing needs an NPI.', '{"reason": "npi-missing"}');
  elsif o.controlled and me.dea is null then
    perform api.refuse('not-allowed', 'Signing a controlled substance needs a DEA number.',
                       '{"reason": "dea-missing"}');
  end if;
  content := work.order_content(wanted);
  if content is null then
    perform api.refuse('not-allowed', 'Only the assigned provider signs this order.');
  end if;
  if jsonb_array_length(content->'lines') is distinct from
     (select q.line_count from data.orders q where q.org_id = ctx.org() and q.id = wanted) then
    perform api.refuse('rejected', 'The order has not as many lines as were submitted.',
                       '{"reason": "lines-missing"}');
  end if;
  if canon.sha256_hex(canon.jcs(content)) is distinct from given_digest then
    perform api.refuse('conflict', 'The order is not what was shown.', '{"reason": "content-changed"}');
  end if;
end $$;

-- Second half, after the factors: the content is built and compared once more, for the name of a patient is not
-- under the order's lock.
create function work.approve(wanted uuid, given_digest text, factors text) returns jsonb language plpgsql as $$
declare
  content text := canon.jcs(work.order_content(wanted));
  digest text := canon.sha256_hex(content);
  record_id uuid := gen_random_uuid();
  stamp timestamptz := clock_timestamp();
  o record;
begin
  if digest is distinct from given_digest then
    perform api.refuse('conflict', 'The order is not what was shown.', '{"reason": "content-changed"}');
  end if;
  update data.orders set state = 'approved', decided_by = ctx.person(), decided_at = stamp
  where org_id = ctx.org() and id = wanted and state = 'awaiting_approval'
  returning id, clinic_id, patient_ref into strict o;
  insert into data.signing_record (org_id, id, order_id, clinic_id, person_id, digest, content, factors,
                                   device_id, session_id, request_id, signed_at)
  values (ctx.org(), record_id, wanted, o.clinic_id, ctx.person(), digest, content, factors, ctx.device(),
          ctx.session_id(), ctx.request_id(), stamp);
  return jsonb_build_object('result', jsonb_build_object('order_id', wanted, 'audit_id', record_id,
      'signed_at', api.wire_time(stamp), 'digest', digest),
    'clinic_id', o.clinic_id, 'patient_ref', o.patient_ref, 'subject_type', 'order', 'subject_id', wanted);
end $$;
