-- SPDX-FileCopyrightText: 2026 The Carrel authors
-- SPDX-License-Identifier: Apache-2.0

-- Code: all of it is dropped and made anew when any of it changed, so it is edited in place.

-- A number is its clinic's, unless the writer names another.
create function data.number_issued() returns trigger language plpgsql as $$
begin
  new.issuer_clinic_id := case when new.external_id is not null
                               then coalesce(new.issuer_clinic_id, new.clinic_id) end;
  return new;
end $$;
create trigger number_issued before insert or update of external_id, issuer_clinic_id on data.patient
  for each row execute function data.number_issued();

-- Identity and chart stand where the patient stands, whatever an insert says.
create function data.stand_with_patient() returns trigger language plpgsql security definer
set search_path = pg_catalog, pg_temp as $$
begin
  select p.clinic_id, p.provider_id into new.clinic_id, new.provider_id
  from data.patient p where p.org_id = new.org_id and p.id = new.patient_id;
  return new;
end $$;
create trigger stand_with_patient before insert or update on data.patient_identity
  for each row execute function data.stand_with_patient();
create trigger a_stand_with_patient before insert or update on data.chart
  for each row execute function data.stand_with_patient();

create function data.patient_moved() returns trigger language plpgsql security definer
set search_path = pg_catalog, pg_temp as $$
begin
  update data.patient_identity set clinic_id = new.clinic_id, provider_id = new.provider_id
  where org_id = new.org_id and patient_id = new.id;
  update data.chart set clinic_id = new.clinic_id, provider_id = new.provider_id
  where org_id = new.org_id and patient_id = new.id;
  update data.orders set provider_id = new.provider_id
  where org_id = new.org_id and patient_id = new.id and state = 'awaiting_approval';
  return null;
end $$;
create trigger patient_moved after update on data.patient for each row
  when (old.clinic_id is distinct from new.clinic_id or old.provider_id is distinct from new.provider_id)
  execute function data.patient_moved();

-- A changed name is a changed patient row on the wire; and so is whatever column joins it.
create function data.identity_changed() returns trigger language plpgsql security definer
set search_path = pg_catalog, pg_temp as $$
begin
  update data.patient set changed_xid = pg_current_xact_id()
  where org_id = new.org_id and id = new.patient_id;
  return null;
end $$;
create trigger identity_changed after update on data.patient_identity for each row
  when (old.* is distinct from new.*)
  execute function data.identity_changed();

alter function data.stand_with_patient owner to carrel_machinery;
alter function data.patient_moved owner to carrel_machinery;
alter function data.identity_changed owner to carrel_machinery;
