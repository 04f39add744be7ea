-- SPDX-FileCopyrightText: 2026 The Carrel authors
-- SPDX-License-Identifier: Apache-2.0

-- Code: all of it is dropped and made anew when any of it changed, so it is edited in place.

create function work.no_such(what text) returns void language plpgsql as $$
begin
  perform api.refuse('not-found', 'There is no such ' || what || '.');
end $$;

create function work.check_version(known int, given int) returns void language plpgsql as $$
begin
  if known <> given then
    perform api.refuse('conflict', 'The version is not the current one.',
                       jsonb_build_object('reason', 'version-changed', 'current_version', known));
  end if;
end $$;

grant execute on function work.no_such, work.check_version to carrel_front_desk, carrel_medical_assistant, carrel_prescriber;
grant execute on function work.no_such to carrel_reveal;
