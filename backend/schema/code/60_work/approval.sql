-- SPDX-FileCopyrightText: 2026 The Carrel authors
-- SPDX-License-Identifier: Apache-2.0

-- Code: all of it is dropped and made anew when any of it changed, so it is edited in place.

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

create function work.approval_check_as_prescriber(wanted uuid, given_version int, given_digest text) returns void
language sql security definer set search_path = pg_catalog, pg_temp as $$
  select work.approval_check(wanted, given_version, given_digest)
$$;

create function work.approve_as_prescriber(wanted uuid, given_digest text, factors text) returns jsonb
language sql security definer set search_path = pg_catalog, pg_temp as $$
  select work.approve(wanted, given_digest, factors)
$$;

alter function work.approval_check_as_prescriber owner to carrel_prescriber;
alter function work.approve_as_prescriber owner to carrel_prescriber;
grant execute on function work.approval_check, work.approve to carrel_prescriber;
grant execute on function work.approval_check_as_prescriber, work.approve_as_prescriber to carrel_entry;
