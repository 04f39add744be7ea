-- SPDX-FileCopyrightText: 2026 The Carrel authors
-- SPDX-License-Identifier: Apache-2.0

-- Code: all of it is dropped and made anew when any of it changed, so it is edited in place.

create function audit.record(act text, purpose text, clinic uuid default null, patient_ref text default null,
                             subject_type text default '', subject_id text default '',
                             row_count int default null, outcome text default 'ok') returns void
language sql security definer set search_path = pg_catalog, pg_temp as $$
  insert into audit.access_log (org_id, person_id, role, device_id, session_id, clinic_id, act, purpose,
                                patient_ref, subject_type, subject_id, row_count, outcome, request_id)
  values (ctx.org(), ctx.person(), ctx.role(), ctx.device(), ctx.session_id(), clinic, act, purpose,
          patient_ref, coalesce(subject_type, ''), coalesce(subject_id, ''), row_count, outcome,
          ctx.request_id())
$$;

alter function audit.record owner to carrel_auditor;

grant execute on function audit.record to carrel_entry;
