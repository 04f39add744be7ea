-- SPDX-FileCopyrightText: 2026 The Carrel authors
-- SPDX-License-Identifier: Apache-2.0

-- Code: all of it is dropped and made anew when any of it changed, so it is edited in place.
--
-- Answers that were given: the same key with the same request gets the same answer again.

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

grant execute on function api.remember, api.forget, api.recall, api.key_from, api.refused to carrel_entry;
