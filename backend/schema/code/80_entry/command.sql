-- SPDX-FileCopyrightText: 2026 The Carrel authors
-- SPDX-License-Identifier: Apache-2.0

-- Code: all of it is dropped and made anew when any of it changed, so it is edited in place.

create function api.command(params jsonb, body jsonb, meta jsonb) returns api.answer language plpgsql as $$
declare
  wanted work.command;
  act text;
  key uuid := api.key_from(meta);
  answer api.answer;
  done jsonb;
  refusal text;
begin
  select * into wanted from work.command c where c.name = params->>'command';
  if not found then
    perform api.refuse('not-found', 'There is no such command.');
  end if;
  if ctx.role() <> all (wanted.roles) then
    perform api.refuse('not-allowed', 'This role may not do that.');
  end if;
  act := replace(wanted.name, '-', '_');
  answer := api.recall(key, canon.sha256_hex(wanted.name || ' ' || coalesce(body::text, '')));
  if answer is not null then
    return answer;
  end if;
  begin
    execute format('select work.%I($1, $2)', 'run_as_' || ctx.role()) into done using wanted.name, body;
    perform audit.record(act, wanted.purpose, (done->>'clinic_id')::uuid, done->>'patient_ref', done->>'subject_type',
                         done->>'subject_id');
    answer := api.ok(jsonb_build_object('outcome', 'confirmed', 'result', done->'result',
                                        'at', api.wire_time(clock_timestamp())));
  exception when sqlstate 'CRL01' then
    get stacked diagnostics refusal = pg_exception_detail;
    answer := api.refused(refusal, act);
  end;
  -- An answer that would be the same for ever is kept, if the command lets it be.
  if answer.status in (200, 409, 422) and wanted.remembered then
    perform api.remember(key, answer);
  else
    perform api.forget(key);
  end if;
  return answer;
end $$;

grant execute on function api.command to carrel_entry;
