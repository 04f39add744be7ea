-- SPDX-FileCopyrightText: 2026 The Carrel authors
-- SPDX-License-Identifier: Apache-2.0

-- Code: all of it is dropped and made anew when any of it changed, so it is edited in place.

-- Says as well what became of the order: whoever lost the answer to a signature asks here, without factors, and is told
-- even where the patient was given to somebody else meanwhile and the rest is refused.
create function work.review(wanted uuid) returns jsonb language plpgsql as $$
declare
  o record;
  content jsonb;
  signature jsonb;
  chart projection.charts;
begin
  select q.clinic_id, q.patient_id, q.patient_ref, q.state into o from data.orders q
  where q.org_id = ctx.org() and q.id = wanted;
  if not found then
    perform work.no_such('order');
  end if;
  -- The policy of signing_record shows each person their own.
  select jsonb_build_object('audit_id', s.id, 'signed_at', api.wire_time(s.signed_at), 'digest', s.digest) into signature
  from data.signing_record s
  where s.org_id = ctx.org() and s.order_id = wanted and s.person_id = ctx.person();
  content := work.order_content(wanted);
  if content is null then -- the policy of patient_identity hides the patient: not the assigned provider
    perform api.refuse('not-allowed', 'Only the assigned provider reviews this order.',
                       jsonb_build_object('order_state', o.state, 'signature', signature));
  end if;
  select c.* into chart from projection.charts c where c.id = o.patient_id;
  if not found then
    chart := jsonb_populate_record(null::projection.charts, jsonb_build_object(
      'id', o.patient_id, 'clinic_id', o.clinic_id, 'allergy_status', 'not_recorded', 'allergies', '[]'::jsonb,
      'medications', '[]'::jsonb, 'version', 0));
  end if;
  return jsonb_build_object('result', jsonb_build_object(
      'order_id', wanted, 'state', o.state,
      'signature', signature,
      'patient_id', o.patient_id, 'content', content,
      'chart', to_jsonb(chart) - 'changed_xid',
      'statement', 'By completing both factors you sign this order as shown. '
                   'This is your signature under the law, and it is recorded with what is on screen.'),
    'clinic_id', o.clinic_id, 'patient_ref', o.patient_ref, 'subject_type', 'order', 'subject_id', wanted);
end $$;

create function work.review_as_prescriber(wanted uuid) returns jsonb language sql security definer
set search_path = pg_catalog, pg_temp as $$ select work.review(wanted) $$;

alter function work.review_as_prescriber owner to carrel_prescriber;
grant execute on function work.review to carrel_prescriber;
grant execute on function work.review_as_prescriber to carrel_entry;
