-- SPDX-FileCopyrightText: 2026 The Carrel authors
-- SPDX-License-Identifier: Apache-2.0

-- Code: all of it is dropped and made anew when any of it changed, so it is edited in place.
--
-- The columns are the document, in this order; changed_xid is the page's and comes last. security_invoker: the caller's
-- grants and policies decide.
create view projection.schedule with (security_invoker = true) as
select a.id, a.clinic_id, a.patient_id, a.patient_ref, api.wire_time(a.starts_at) as starts_at, a.duration_minutes,
       a.kind, w.display_name as provider_name, a.state, a.version, a.changed_xid
from data.appointment a left join data.person w on (w.org_id, w.id) = (a.org_id, a.provider_id);

insert into work.view (name, position, roles, purpose, source, of_clinic) values
  ('schedule', 1, '{front_desk,medical_assistant,prescriber}', 'treatment', 'appointment', true);
