-- SPDX-FileCopyrightText: 2026 The Carrel authors
-- SPDX-License-Identifier: Apache-2.0

-- Code: all of it is dropped and made anew when any of it changed, so it is edited in place.
--
-- The columns are the document, in this order; changed_xid is the page's and comes last. security_invoker: the caller's
-- grants and policies decide.
create view projection.charts with (security_invoker = true) as
select c.patient_id as id, c.clinic_id, c.allergy_status, c.allergies, c.medications, c.version, c.changed_xid
from data.chart c;

insert into work.view (name, position, roles, purpose, source, of_clinic) values
  ('charts', 3, '{medical_assistant,prescriber}', 'treatment', 'chart', true);
