-- SPDX-FileCopyrightText: 2026 The Carrel authors
-- SPDX-License-Identifier: Apache-2.0

-- Code: all of it is dropped and made anew when any of it changed, so it is edited in place.
--
-- The columns are the document, in this order; changed_xid is the page's and comes last. security_invoker: the caller's
-- grants and policies decide.
create view projection.catalogue with (security_invoker = true) as
select p.id, p.name, p.brand, p.strength, p.form, p.unit, p.category, p.schedule, p.max_quantity,
       p.default_directions, p.active, p.version, p.changed_xid
from data.product p;

insert into work.view (name, position, roles, purpose, source, of_clinic) values
  ('catalogue', 4, '{front_desk,medical_assistant,prescriber}', 'treatment', 'product', false);
