-- SPDX-FileCopyrightText: 2026 The Carrel authors
-- SPDX-License-Identifier: Apache-2.0

-- Code: all of it is dropped and made anew when any of it changed, so it is edited in place.
--
-- What changes a person's grants raises their epoch, which ends their cursors.

create function data.grants_changed() returns trigger language plpgsql as $$
begin
  if new.role is distinct from old.role or new.active is distinct from old.active then
    new.grant_epoch := old.grant_epoch + 1;
  end if;
  return new;
end $$;
create trigger grants_changed before update on data.person
  for each row execute function data.grants_changed();

create function data.clinics_changed() returns trigger language plpgsql as $$
begin
  update data.person set grant_epoch = grant_epoch + 1
  where (org_id, id) in (select old.org_id, old.person_id where tg_op <> 'INSERT'
                         union select new.org_id, new.person_id where tg_op <> 'DELETE');
  return null;
end $$;
create trigger clinics_changed after insert or update or delete on data.person_clinic
  for each row execute function data.clinics_changed();

create function data.mode_changed() returns trigger language plpgsql as $$
begin
  update data.person set grant_epoch = grant_epoch + 1 where org_id = new.id;
  return null;
end $$;
create trigger mode_changed after update of access_mode on data.organization
  for each row when (new.access_mode is distinct from old.access_mode)
  execute function data.mode_changed();
