-- SPDX-FileCopyrightText: 2026 The Carrel authors
-- SPDX-License-Identifier: Apache-2.0

-- Code: all of it is dropped and made anew when any of it changed, so it is edited in place.

-- One identity for one purpose, in either access mode: runs as carrel_reveal, whose policy knows the clinic
-- but not the assignment, and nobody gets it without the entry in the access log.
create function work.reveal(body jsonb) returns jsonb language plpgsql security definer
set search_path = pg_catalog, pg_temp as $$
declare
  p record;
  identity jsonb;
begin
  perform api.only_fields(body, 'patient_id', 'purpose');
  if api.text_field(body, 'purpose', 20) <> 'check_in' then
    perform api.refuse_field('purpose', 'check_in');
  end if;
  select q.org_id, q.id, q.ref, q.clinic_id into p from data.patient q
  where q.org_id = ctx.org() and q.id = api.uuid_field(body, 'patient_id');
  if not found then
    perform work.no_such('patient');
  end if;
  select to_jsonb(i) into strict identity
  from (select family, given, birth_date, sex, phone, email from data.patient_identity
        where (org_id, patient_id) = (p.org_id, p.id)) i;
  return jsonb_build_object('result', identity, 'clinic_id', p.clinic_id, 'patient_ref', p.ref, 'subject_type', 'patient',
    'subject_id', body->>'patient_id');
end $$;

alter function work.reveal owner to carrel_reveal;

-- Not remembered: what holds an identity is not kept; a reveal is repeated, and recorded again.
insert into work.command (name, roles, purpose, remembered, function) values
  ('reveal', '{front_desk,medical_assistant}', 'check_in', false, 'work.reveal(jsonb)');
