-- SPDX-FileCopyrightText: 2026 The Carrel authors
-- SPDX-License-Identifier: Apache-2.0

-- Code: all of it is dropped and made anew when any of it changed, so it is edited in place.

-- Identity and chart: by clinic in clinic_role mode, by assignment in assigned_provider mode.
create policy identified on data.patient_identity for select
  to carrel_front_desk, carrel_medical_assistant, carrel_prescriber
  using (org_id = (select ctx.org()) and clinic_id = any ((select ctx.clinics())::uuid[])
         and ((select ctx.by_clinic_role()) or provider_id = (select ctx.person())));

create policy clinical on data.chart for select to carrel_medical_assistant, carrel_prescriber
  using (org_id = (select ctx.org()) and clinic_id = any ((select ctx.clinics())::uuid[])
         and ((select ctx.by_clinic_role()) or provider_id = (select ctx.person())));

create policy for_reveal on data.patient_identity for select to carrel_reveal
  using (org_id = (select ctx.org()) and clinic_id = any ((select ctx.clinics())::uuid[]));

create policy for_reveal on data.patient for select to carrel_reveal
  using (org_id = (select ctx.org()) and clinic_id = any ((select ctx.clinics())::uuid[]));

create policy counters on data.organization_key to carrel_machinery using (true) with check (true);

create policy references_of on data.patient_reference to carrel_machinery using (true) with check (true);

create policy standing on data.patient to carrel_machinery using (true) with check (true);

create policy standing on data.patient_identity to carrel_machinery using (true) with check (true);

create policy standing on data.chart to carrel_machinery using (true) with check (true);

grant select (org_id, id, clinic_id, ref, provider_id, version, changed_xid) on data.patient
  to carrel_front_desk, carrel_medical_assistant, carrel_prescriber;
grant select (org_id, id, clinic_id, ref) on data.patient to carrel_reveal;
grant select (org_id, patient_id, family, given, birth_date, sex, phone, email) on data.patient_identity
  to carrel_front_desk, carrel_medical_assistant, carrel_prescriber;
grant select (org_id, patient_id, family, given, birth_date, sex, phone, email) on data.patient_identity
  to carrel_reveal;
grant select (org_id, patient_id, clinic_id, allergy_status, allergies, medications, version, changed_xid)
  on data.chart to carrel_medical_assistant, carrel_prescriber;
grant select, insert, update on data.organization_key to carrel_machinery;
grant select, insert on data.patient_reference to carrel_machinery;
grant select (org_id, id, clinic_id, provider_id), update (changed_xid) on data.patient to carrel_machinery;
grant select (org_id, patient_id), update (clinic_id, provider_id) on data.patient_identity, data.chart
  to carrel_machinery;
