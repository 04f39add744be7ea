-- SPDX-FileCopyrightText: 2026 The Carrel authors
-- SPDX-License-Identifier: Apache-2.0

-- Code: all of it is dropped and made anew when any of it changed, so it is edited in place.
--
-- The one function that the gateway may execute.

-- The number of the newest migration, and what all files are: written down here because nobody who calls may read the
-- lists of them. `carrel-backend migrate` says the second.
do $$ begin
  execute format('create function api.schema_version() returns int language sql immutable return %s',
                 (select max(number) from deploy.migration));
  execute format('create function api.schema_fingerprint() returns text language sql immutable return %L::text',
                 current_setting('deploy.fingerprint'));
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
    when 'schemaFingerprint' then -- the gateway's own question; no route leads here
      return (200, api.schema_fingerprint(), '{}')::api.answer;
    when 'signIn' then
      return auth.sign_in(body);
    else
      if coalesce(token, '') = '' then
        return api.problem('session-expired', 'There is no session token.');
      end if;
      answer := auth.resolve(token, operation, coalesce((meta->>'background')::boolean, false));
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
grant execute on function api.schema_version, api.schema_fingerprint, api.dispatch to carrel_entry;
grant execute on function api.handle to carrel_gateway;
