-- SPDX-FileCopyrightText: 2026 The Carrel authors
-- SPDX-License-Identifier: Apache-2.0

-- Code: all of it is dropped and made anew when any of it changed, so it is edited in place.

create function work.decline_order(body jsonb) returns jsonb language plpgsql as $$
declare
  wanted uuid := api.uuid_field(body, 'order_id');
  reason text := api.text_field(body, 'reason_code', 20);
  note text := '';
  now_version int;
  o record;
begin
  perform api.only_fields(body, 'order_id', 'version', 'reason_code', 'note');
  if reason <> all (array['dose_question', 'interaction', 'allergy', 'needs_visit', 'duplicate', 'other']) then
    perform api.refuse_field('reason_code', 'known-reason');
  end if;
  if jsonb_typeof(body->'note') <> 'null' then
    note := btrim(api.text_field(body, 'note', 1000, 0));
  end if;
  if reason = 'other' and coalesce(note, '') = '' then
    perform api.refuse_field('note', 'required-for-other');
  end if;
  select * into o from work.lock_order(wanted, api.int_field(body, 'version', 1, 2147483647));
  update data.orders set state = 'declined', decided_by = ctx.person(), decided_at = clock_timestamp(),
    decline_reason = reason, decline_note = coalesce(note, '')
  where org_id = ctx.org() and id = wanted returning version into now_version;
  return jsonb_build_object('result', jsonb_build_object('order_id', wanted, 'state', 'declined',
                                                         'version', now_version),
    'clinic_id', o.clinic_id, 'patient_ref', o.patient_ref, 'subject_type', 'order', 'subject_id', wanted);
end $$;

insert into work.command (name, roles, purpose, remembered, function) values
  ('decline-order', '{prescriber}', 'treatment', true, 'work.decline_order(jsonb)');
