-- SPDX-FileCopyrightText: 2026 The Carrel authors
-- SPDX-License-Identifier: Apache-2.0

-- Code: all of it is dropped and made anew when any of it changed, so it is edited in place.

create function work.check_in(body jsonb) returns jsonb language plpgsql as $$
declare
  a record;
begin
  perform api.only_fields(body, 'appointment_id', 'version');
  select id, clinic_id, patient_ref, state, version into a from data.appointment
  where org_id = ctx.org() and id = api.uuid_field(body, 'appointment_id') for update;
  if not found then
    perform work.no_such('appointment');
  end if;
  perform work.check_version(a.version, api.int_field(body, 'version', 1, 2147483647));
  if a.state <> 'booked' then
    perform api.refuse('rejected', 'Only a booked appointment can be checked in.', '{"reason": "not-booked"}');
  end if;
  update data.appointment set state = 'arrived' where org_id = ctx.org() and id = a.id
  returning version into a.version;
  return jsonb_build_object('result', jsonb_build_object('appointment_id', a.id, 'state', 'arrived',
                                                         'version', a.version),
    'clinic_id', a.clinic_id, 'patient_ref', a.patient_ref, 'subject_type', 'appointment',
    'subject_id', a.id);
end $$;

insert into work.command (name, roles, purpose, remembered, function) values
  ('check-in', '{front_desk,medical_assistant}', 'check_in', true, 'work.check_in(jsonb)');
