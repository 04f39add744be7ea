-- SPDX-FileCopyrightText: 2026 The Carrel authors
-- SPDX-License-Identifier: Apache-2.0

-- The one function that the gateway may execute.
create function api.schema_version() returns int language sql immutable as $$ select 11 $$;

create function api.remember(key uuid, answer api.answer) returns void language sql as $$
  update api.given_answer g set status = answer.status, body = answer.body, headers = answer.headers
  where g.org_id = ctx.org() and g.person_id = ctx.person() and g.key = remember.key
$$;

create function api.forget(key uuid) returns void language sql as $$
  delete from api.given_answer g
  where g.org_id = ctx.org() and g.person_id = ctx.person() and g.key = forget.key
$$;

-- Null if `key` is new (and now taken by this transaction: a second sender waits here until it has ended);
-- else the answer that was given, or the refusal of another request under the same key.
create function api.recall(key uuid, request_hash text) returns api.answer language plpgsql as $$
declare
  known api.given_answer;
begin
  insert into api.given_answer (org_id, person_id, key, request_hash)
  values (ctx.org(), ctx.person(), key, request_hash) on conflict do nothing;
  if found then
    return null;
  end if;
  select * into strict known from api.given_answer g
  where g.org_id = ctx.org() and g.person_id = ctx.person() and g.key = recall.key;
  if known.request_hash <> recall.request_hash then
    return api.problem('rejected', 'The idempotency key was used for another request.',
                       '{"reason": "idempotency-key-reused"}');
  end if;
  return (known.status, known.body, known.headers)::api.answer;
end $$;

create function api.key_from(meta jsonb) returns uuid language plpgsql as $$
begin
  if coalesce(meta->>'idempotency_key', '') = '' then
    perform api.refuse('invalid-input', 'The header Idempotency-Key is required.',
                       '{"field": "Idempotency-Key", "rule": "required"}');
  elsif meta->>'idempotency_key' !~ '^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$' then
    perform api.refuse('invalid-input', 'The header Idempotency-Key is not a UUID.',
                       '{"field": "Idempotency-Key", "rule": "uuid"}');
  end if;
  return (meta->>'idempotency_key')::uuid;
end $$;

-- Turns what api.refuse() raised into a problem; audits refusals of people who are known.
create function api.refused(detail text, act text) returns api.answer language plpgsql as $$
declare
  d jsonb := detail::jsonb;
begin
  if ctx.person() is not null then
    perform audit.record(act, 'operations', outcome => d->>'code');
  end if;
  return api.problem(d->>'code', d->>'detail', d->'more');
end $$;

create function api.view_changes(params jsonb) returns api.answer language plpgsql as $$
declare
  view_name text := params->>'view';
  state jsonb := '{}';
  lim int := 1000;
  page record;
begin
  if view_name is null or view_name <> all (array['schedule', 'patients', 'charts', 'catalogue', 'carts',
                                                  'orders', 'operations']) then
    perform api.refuse('not-found', 'There is no such view.');
  end if;
  if view_name <> all (ctx.views_of(ctx.role())) then
    perform api.refuse('not-allowed', 'The view is not granted to this role.');
  end if;
  if coalesce(params->>'limit', '') <> '' then
    if params->>'limit' !~ '^[0-9]{1,6}$' or (params->>'limit')::int not between 1 and 5000 then
      perform api.refuse_field('limit', 'from-1-to-5000');
    end if;
    lim := (params->>'limit')::int;
  end if;
  if coalesce(params->>'cursor', '') <> '' then
    state := work.cursor_from(params->>'cursor');
    if state->>'v' is distinct from view_name or (state->>'e')::int is distinct from ctx.grant_epoch()
       or state->>'p' is distinct from ctx.person()::text then
      perform api.refuse('cursor-ended', 'What this person may see has changed; start without a cursor.');
    end if;
  end if;
  case ctx.role()
    when 'front_desk' then page := work.changes_as_front_desk(view_name, state, lim);
    when 'medical_assistant' then page := work.changes_as_medical_assistant(view_name, state, lim);
    when 'prescriber' then page := work.changes_as_prescriber(view_name, state, lim);
    when 'owner' then page := work.changes_as_owner(view_name, state, lim);
    when 'sales' then page := work.changes_as_sales(view_name, state, lim);
  end case;
  if page.row_count > 0 or not state ? 's' then -- an empty poll reads nothing
    perform audit.record('view_page', case when view_name = 'operations' then 'operations' else 'treatment' end,
                         subject_type => 'view', subject_id => view_name, row_count => page.row_count);
  end if;
  return (200, page.page, '{"Content-Type": "application/json"}')::api.answer;
end $$;

create function api.command(params jsonb, body jsonb, meta jsonb) returns api.answer language plpgsql as $$
declare
  name text := params->>'command';
  key uuid := api.key_from(meta);
  answer api.answer;
  done jsonb;
  refusal text;
begin
  if name is null or name <> all (array['check-in', 'open-cart', 'set-cart-line', 'remove-cart-line',
                                        'submit-cart', 'decline-order', 'reveal']) then
    perform api.refuse('not-found', 'There is no such command.');
  end if;
  if name <> all (ctx.commands_of(ctx.role())) then
    perform api.refuse('not-allowed', 'This role may not do that.');
  end if;
  answer := api.recall(key, canon.sha256_hex(name || ' ' || coalesce(body::text, '')));
  if answer is not null then
    return answer;
  end if;
  begin
    case ctx.role()
      when 'front_desk' then done := work.run_as_front_desk(name, body);
      when 'medical_assistant' then done := work.run_as_medical_assistant(name, body);
      when 'prescriber' then done := work.run_as_prescriber(name, body);
    end case;
    perform audit.record(replace(name, '-', '_'),
      case when name in ('check-in', 'reveal') then 'check_in' else 'treatment' end,
      (done->>'clinic_id')::uuid, done->>'patient_ref', done->>'subject_type', done->>'subject_id');
    answer := api.ok(jsonb_build_object('outcome', 'confirmed', 'result', done->'result',
                                        'at', api.wire_time(clock_timestamp())));
  exception when sqlstate 'CRL01' then
    get stacked diagnostics refusal = pg_exception_detail;
    answer := api.refused(refusal, replace(name, '-', '_'));
  end;
  -- An answer that would be the same for ever is kept. What holds an identity is not: a reveal is repeated,
  -- and recorded again.
  if answer.status in (200, 409, 422) and name <> 'reveal' then
    perform api.remember(key, answer);
  else
    perform api.forget(key);
  end if;
  return answer;
end $$;

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

create function api.dispatch(operation text, token text, params jsonb, body jsonb, meta jsonb)
returns api.answer language plpgsql as $$
declare
  answer api.answer;
begin
  case operation
    when 'health' then
      return api.ok(jsonb_build_object('status', 'ok', 'version', coalesce(meta->>'version', '0.1.0'),
                                       'schema', api.schema_version(),
                                       'time', api.wire_time(clock_timestamp())));
    when 'signIn' then
      return auth.sign_in(body);
    else
      if coalesce(token, '') = '' then
        return api.problem('session-expired', 'There is no session token.');
      end if;
      answer := auth.resolve(token, operation, coalesce(meta->>'activity' = 'background', false)
                                                  or coalesce((meta->>'background')::boolean, false));
      if answer is not null then
        return answer;
      end if;
  end case;
  case operation
    when 'secondFactor' then
      answer := auth.second_factor(body);
      perform audit.record('sign_in', 'operations',
        outcome => case when answer.status = 200 then 'ok' else answer.body::jsonb->>'code' end);
    when 'lockSession' then
      answer := auth.lock_session();
      perform audit.record('lock', 'operations');
    when 'unlockSession' then
      answer := auth.unlock_session(body);
      perform audit.record('unlock', 'operations',
        outcome => case when answer.status = 200 then 'ok' else answer.body::jsonb->>'code' end);
    when 'endSession' then
      answer := auth.end_session();
      perform audit.record('sign_out', 'operations');
    when 'me' then answer := auth.whoami();
    when 'viewChanges' then answer := api.view_changes(params);
    when 'command' then answer := api.command(params, body, meta);
    when 'reviewOrder' then answer := api.review_order(params);
    when 'approveOrder' then answer := api.approve_order(params, body, meta);
    when 'uploadAudit' then answer := api.ok(audit.upload(body));
    else answer := api.problem('not-found', 'There is no such operation.');
  end case;
  return answer;
end $$;

create function api.handle(p_operation text, p_token text, p_params jsonb, p_body jsonb, p_meta jsonb)
returns table (status int, body text, headers jsonb) language plpgsql security definer
set search_path = pg_catalog, pg_temp as $$
declare
  answer api.answer;
  refusal text;
begin
  perform ctx.clear(p_meta->>'request_id');
  begin
    answer := api.dispatch(p_operation, p_token, coalesce(p_params, '{}'), p_body, coalesce(p_meta, '{}'));
  exception when sqlstate 'CRL01' then
    get stacked diagnostics refusal = pg_exception_detail;
    -- The context set inside the block was undone with it; nothing of the caller is left.
    answer := api.problem(refusal::jsonb->>'code', refusal::jsonb->>'detail', refusal::jsonb->'more');
  end;
  perform ctx.clear(null);
  status := answer.status;
  body := answer.body;
  headers := answer.headers;
  return next;
end $$;

alter function api.handle owner to carrel_entry;
revoke all on all functions in schema api from public;
grant execute on all functions in schema api to carrel_entry;
grant usage on schema api to carrel_gateway;
grant execute on function api.handle to carrel_gateway;
