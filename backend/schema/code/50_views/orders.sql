-- SPDX-FileCopyrightText: 2026 The Carrel authors
-- SPDX-License-Identifier: Apache-2.0

-- Code: all of it is dropped and made anew when any of it changed, so it is edited in place.
--
-- The columns are the document, in this order; changed_xid is the page's and comes last. security_invoker: the caller's
-- grants and policies decide.
create view projection.orders with (security_invoker = true) as
select o.id, o.number, o.clinic_id, o.patient_id, o.patient_ref, o.state,
       (select coalesce(json_agg(line), '[]')
        from (select trim(l.drug || ' ' || l.strength) as product_name, l.schedule, l.quantity, l.unit, l.refill_day
              from data.order_line l
              where (l.org_id, l.order_id) = (o.org_id, o.id) order by l.position) line) as lines,
       o.line_count, o.controlled, w.display_name as provider_name, api.wire_time(o.submitted_at) as submitted_at,
       api.wire_time(o.decided_at) as decided_at, o.decline_reason, o.decline_note, o.version, o.changed_xid
from data.orders o left join data.person w on (w.org_id, w.id) = (o.org_id, o.provider_id);

insert into work.view (name, position, roles, purpose, source, of_clinic) values
  ('orders', 6, '{front_desk,medical_assistant,prescriber}', 'treatment', 'orders', true);
