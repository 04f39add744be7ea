-- SPDX-FileCopyrightText: 2026 The Carrel authors
-- SPDX-License-Identifier: Apache-2.0

-- Code: all of it is dropped and made anew when any of it changed, so it is edited in place.

create policy add on audit.access_log for insert to carrel_auditor with check (org_id = (select ctx.org()));

create policy add on audit.countersignature for insert to carrel_auditor
  with check (org_id = (select ctx.org()) and person_id = (select ctx.person()));

create policy own_chain on audit.device_event to carrel_auditor
  using (org_id = (select ctx.org()) and person_id = (select ctx.person()))
  with check (org_id = (select ctx.org()) and person_id = (select ctx.person()));

grant insert on audit.access_log, audit.countersignature to carrel_auditor;
grant select, insert on audit.device_event to carrel_auditor;

create policy own_answers on api.given_answer to carrel_entry
  using (org_id = (select ctx.org()) and person_id = (select ctx.person()))
  with check (org_id = (select ctx.org()) and person_id = (select ctx.person()));

grant select, insert, update, delete on api.given_answer to carrel_entry;
