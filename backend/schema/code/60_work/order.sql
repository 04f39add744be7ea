-- SPDX-FileCopyrightText: 2026 The Carrel authors
-- SPDX-License-Identifier: Apache-2.0

-- Code: all of it is dropped and made anew when any of it changed, so it is edited in place.

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

grant execute on function work.lock_order to carrel_front_desk, carrel_medical_assistant, carrel_prescriber;
grant execute on function work.order_content to carrel_prescriber;
