-- SPDX-FileCopyrightText: 2026 The Carrel authors
-- SPDX-License-Identifier: Apache-2.0

-- Code: all of it is dropped and made anew when any of it changed, so it is edited in place.
--
-- The columns are the document, in this order; changed_xid is the page's and comes last. security_invoker: the caller's
-- grants and policies decide, so the identity join finds nothing where the policy of patient_identity says so.
create view projection.patients with (security_invoker = true) as
select p.id, p.clinic_id, p.ref, w.display_name as provider_name, i.family, i.given, i.birth_date, i.sex, i.phone,
       i.email, p.version, p.changed_xid
from data.patient p
  left join data.person w on (w.org_id, w.id) = (p.org_id, p.provider_id)
  left join data.patient_identity i on (i.org_id, i.patient_id) = (p.org_id, p.id);

insert into work.view (name, position, roles, purpose, source, of_clinic) values
  ('patients', 2, '{front_desk,medical_assistant,prescriber}', 'treatment', 'patient', true);
