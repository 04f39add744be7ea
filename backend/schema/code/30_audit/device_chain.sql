-- SPDX-FileCopyrightText: 2026 The Carrel authors
-- SPDX-License-Identifier: Apache-2.0

-- Code: all of it is dropped and made anew when any of it changed, so it is edited in place.

-- Takes a batch of a device's events in order. What is known already is compared, not stored again.
create function audit.upload(body jsonb) returns jsonb language plpgsql security definer
set search_path = pg_catalog, pg_temp as $$
declare
  zeros constant text := repeat('0', 64);
  event jsonb;
  number bigint;
  digest text;
  current_chain int;
  head_seq bigint := 0;
  head_hash text := zeros;
  known text;
  first boolean := true;
  stamp timestamptz := clock_timestamp();
begin
  perform api.only_fields(body, 'device_id', 'events');
  if api.uuid_field(body, 'device_id') <> ctx.device() then
    perform api.refuse_field('device_id', 'device-of-the-session');
  end if;
  if jsonb_typeof(body->'events') is distinct from 'array' then
    perform api.refuse_field('events', 'array');
  end if;
  perform pg_advisory_xact_lock(hashtextextended('audit' || ctx.person()::text || ctx.device()::text, 0));
  select e.chain, e.seq, e.hash into current_chain, head_seq, head_hash from audit.device_event e
  where e.org_id = ctx.org() and e.person_id = ctx.person() and e.device_id = ctx.device()
  order by e.chain desc, e.seq desc limit 1;
  if not found then
    current_chain := 1;
    head_seq := 0;
    head_hash := zeros;
  end if;
  for event in select value from jsonb_array_elements(body->'events') loop
    perform api.only_fields(event, 'seq', 'id', 'at', 'act', 'purpose', 'clinic_id', 'patient_ref',
                            'subject_type', 'subject_id', 'previous', 'hash');
    number := api.int_field(event, 'seq', 1, 2147483647);
    perform api.uuid_field(event, 'id');
    if api.text_field(event, 'at', 40) !~ '^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,9})?Z$' then
      perform api.refuse_field('at', 'rfc3339-utc');
    end if;
    if not exists (select from work.audit_act a where a.name = api.text_field(event, 'act', 20)) then
      perform api.refuse_field('act', 'known-act');
    end if;
    if not exists (select from work.audit_purpose p where p.name = api.text_field(event, 'purpose', 20)) then
      perform api.refuse_field('purpose', 'known-purpose');
    end if;
    if api.text_field(event, 'clinic_id', 36, 0) <> '' then
      perform api.uuid_field(event, 'clinic_id');
    end if;
    if api.text_field(event, 'patient_ref', 9, 0) !~ '^(PT-[0-9A-F]{6})?$' then
      perform api.refuse_field('patient_ref', 'patient-reference');
    end if;
    perform api.text_field(event, 'subject_type', 40, 0), api.text_field(event, 'subject_id', 64, 0);
    if api.text_field(event, 'previous', 64) !~ '^[0-9a-f]{64}$' then
      perform api.refuse_field('previous', 'sha256-hex');
    end if;
    digest := canon.sha256_hex(canon.jcs(event - 'hash'));
    if api.text_field(event, 'hash', 64) <> digest then
      perform api.refuse('conflict', 'An event does not have the hash it claims.',
                         jsonb_build_object('reason', 'chain-broken', 'field', 'seq', 'seq', number));
    end if;
    if number <= head_seq then
      select e.hash into known from audit.device_event e
      where e.org_id = ctx.org() and e.person_id = ctx.person() and e.device_id = ctx.device()
        and e.chain = current_chain and e.seq = number;
      if known = digest then
        first := false;
        continue;
      end if;
      if not (first and number = 1 and event->>'previous' = zeros) then
        perform api.refuse('conflict', 'An event differs from what was uploaded before.',
                           jsonb_build_object('reason', 'chain-broken', 'field', 'seq', 'seq', number,
                                              'accepted_through', head_seq, 'head', head_hash));
      end if;
      current_chain := current_chain + 1;
      head_seq := 0;
      head_hash := zeros;
      perform audit.record('audit_chain_restart', 'operations', null, null, 'device', ctx.device()::text);
    end if;
    if number <> head_seq + 1 or event->>'previous' <> head_hash then
      perform api.refuse('conflict', 'The chain has a gap or a break.',
                         jsonb_build_object('reason', 'chain-broken', 'field', 'seq', 'seq', number,
                                            'accepted_through', head_seq, 'head', head_hash));
    end if;
    insert into audit.device_event (org_id, person_id, device_id, chain, seq, event, hash)
    values (ctx.org(), ctx.person(), ctx.device(), current_chain, number, event, digest);
    head_seq := number;
    head_hash := digest;
    first := false;
  end loop;
  insert into audit.countersignature (org_id, person_id, device_id, chain, through, head, at, seal)
  values (ctx.org(), ctx.person(), ctx.device(), current_chain, head_seq, head_hash, stamp,
          canon.sha256_hex(head_hash || '|' || head_seq || '|' || api.wire_time(stamp)));
  return jsonb_build_object('accepted_through', head_seq, 'countersigned_at', api.wire_time(stamp),
                            'head', head_hash);
end $$;

alter function audit.upload owner to carrel_auditor;

grant execute on function audit.upload to carrel_entry;
