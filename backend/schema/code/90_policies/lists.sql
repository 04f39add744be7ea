-- SPDX-FileCopyrightText: 2026 The Carrel authors
-- SPDX-License-Identifier: Apache-2.0

-- Code: all of it is dropped and made anew when any of it changed, so it is edited in place.
--
-- The lists are no secret to whoever works through them.
create policy everything on work.view for select using (true);
create policy everything on work.command for select using (true);

grant select on work.view, work.command to carrel_auth, carrel_entry, carrel_front_desk, carrel_medical_assistant,
  carrel_prescriber, carrel_clinic_owner, carrel_sales;

create policy everything on work.audit_act for select using (true);
create policy everything on work.audit_purpose for select using (true);

grant select on work.audit_act, work.audit_purpose to carrel_auditor;
