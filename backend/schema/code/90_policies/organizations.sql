-- SPDX-FileCopyrightText: 2026 The Carrel authors
-- SPDX-License-Identifier: Apache-2.0

-- Code: all of it is dropped and made anew when any of it changed, so it is edited in place.

create policy own_organization on data.organization for select
  to carrel_front_desk, carrel_medical_assistant, carrel_prescriber, carrel_clinic_owner, carrel_sales
  using (id = (select ctx.org()));

create policy own_clinics on data.clinic for select
  to carrel_front_desk, carrel_medical_assistant, carrel_prescriber, carrel_clinic_owner, carrel_sales
  using (org_id = (select ctx.org()) and id = any ((select ctx.clinics())::uuid[]));

create policy own_people on data.person for select
  to carrel_front_desk, carrel_medical_assistant, carrel_prescriber
  using (org_id = (select ctx.org()));

-- Who signs in is not known yet, so carrel_auth reads all of these.
create policy everything on data.organization to carrel_auth using (true);
create policy everything on data.clinic to carrel_auth using (true);
create policy everything on data.person to carrel_auth using (true);
create policy everything on data.person_clinic to carrel_auth using (true);

-- Columns
grant select (id, name) on data.organization to carrel_prescriber;
grant select (org_id, id, name, address, time_zone) on data.clinic
  to carrel_front_desk, carrel_medical_assistant, carrel_prescriber;
grant select (org_id, id, display_name) on data.person to carrel_front_desk, carrel_medical_assistant;
grant select (org_id, id, display_name, npi, dea, address) on data.person to carrel_prescriber;
grant select on data.organization, data.clinic, data.person, data.person_clinic to carrel_auth;
