-- SPDX-FileCopyrightText: 2026 The Carrel authors
-- SPDX-License-Identifier: Apache-2.0

-- Code: all of it is dropped and made anew when any of it changed, so it is edited in place.

create function api.review_order(params jsonb) returns api.answer language plpgsql as $$
declare
  done jsonb;
begin
  if ctx.role() <> 'prescriber' then
    perform api.refuse('not-allowed', 'Only a prescriber reviews orders.');
  end if;
  done := work.review_as_prescriber(api.uuid_field(params, 'order_id'));
  perform audit.record('review', 'treatment', (done->>'clinic_id')::uuid, done->>'patient_ref', 'order',
                       done->>'subject_id');
  return api.ok(done->'result');
end $$;

create function api.approve_order(params jsonb, body jsonb, meta jsonb) returns api.answer language plpgsql as $$
declare
  key uuid := api.key_from(meta);
  wanted uuid := api.uuid_field(params, 'order_id');
  version int;
  digest text;
  password text;
  code text;
  answer api.answer;
  done jsonb;
  refusal text;
begin
  perform api.only_fields(body, 'version', 'digest', 'password', 'code');
  version := api.int_field(body, 'version', 1, 2147483647);
  digest := api.text_field(body, 'digest', 64, 64);
  password := api.text_field(body, 'password', 1024);
  code := api.text_field(body, 'code', 6, 6);
  if digest !~ '^[0-9a-f]{64}$' then
    perform api.refuse_field('digest', 'sha256-hex');
  end if;
  if ctx.role() <> 'prescriber' then
    perform api.refuse('not-allowed', 'Only a prescriber signs orders.');
  end if;
  -- The factors are no part of the request's identity: a retry after a lost answer has another code.
  answer := api.recall(key, canon.sha256_hex('approve ' || wanted || ' ' || version || ' ' || digest));
  if answer is not null then
    return answer;
  end if;
  begin
    perform work.approval_check_as_prescriber(wanted, version, digest);
  exception when sqlstate 'CRL01' then
    get stacked diagnostics refusal = pg_exception_detail;
    perform api.forget(key);
    return api.refused(refusal, 'sign');
  end;
  -- Outside of any block that can be undone: a failed attempt counts, a code is used up.
  answer := auth.check_factors(password, code);
  if answer is not null then
    perform api.forget(key);
    perform audit.record('sign', 'treatment', subject_type => 'order', subject_id => wanted::text,
                         outcome => answer.body::jsonb->>'code');
    return answer;
  end if;
  begin
    done := work.approve_as_prescriber(wanted, digest, 'password+totp');
    perform audit.record('sign', 'treatment', (done->>'clinic_id')::uuid, done->>'patient_ref', 'order',
                         done->>'subject_id');
  exception when sqlstate 'CRL01' then
    get stacked diagnostics refusal = pg_exception_detail;
    perform api.forget(key);
    return api.refused(refusal, 'sign');
  end;
  answer := api.ok(done->'result');
  perform api.remember(key, answer);
  return answer;
end $$;

grant execute on function api.review_order, api.approve_order to carrel_entry;
