-- SPDX-FileCopyrightText: 2026 The Carrel authors
-- SPDX-License-Identifier: Apache-2.0

-- Code: all of it is dropped and made anew when any of it changed, so it is edited in place.
--
-- The columns are the document, in this order; changed_xid is the page's and comes last. security_invoker: the caller's
-- grants and policies decide.
create view projection.carts with (security_invoker = true) as
select c.id, c.clinic_id, c.patient_id, c.patient_ref, c.state,
       (select coalesce(json_agg(line), '[]')
        from (select l.id, l.product_id, trim(p.name || ' ' || p.strength) as product_name, l.quantity, l.refill_day
              from data.cart_line l join data.product p on (p.org_id, p.id) = (l.org_id, l.product_id)
              where (l.org_id, l.cart_id) = (c.org_id, c.id) order by l.position) line) as lines,
       api.wire_time(c.changed_at) as changed_at, c.version, c.changed_xid
from data.cart c;

insert into work.view (name, position, roles, purpose, source, of_clinic) values
  ('carts', 5, '{front_desk,medical_assistant,prescriber}', 'treatment', 'cart', true);
