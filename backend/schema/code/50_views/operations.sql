-- SPDX-FileCopyrightText: 2026 The Carrel authors
-- SPDX-License-Identifier: Apache-2.0

-- Code: all of it is dropped and made anew when any of it changed, so it is edited in place.
--
-- The columns are the document, in this order; changed_xid is the page's and comes last. security_invoker: the caller's
-- grants and policies decide. References only: nothing here leads to a patient.
create view projection.operations with (security_invoker = true) as
select o.id, o.number, o.clinic_id, o.patient_ref, o.state, o.line_count,
       api.wire_time(o.submitted_at) as submitted_at, api.wire_time(o.decided_at) as decided_at, o.version, o.changed_xid
from data.orders o;

insert into work.view (name, position, roles, purpose, source, of_clinic) values
  ('operations', 7, '{owner,sales}', 'operations', 'orders', true);
