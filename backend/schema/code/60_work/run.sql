-- SPDX-FileCopyrightText: 2026 The Carrel authors
-- SPDX-License-Identifier: Apache-2.0

-- Code: all of it is dropped and made anew when any of it changed, so it is edited in place.

-- Looks the command up once more, as the caller's role: a door does only what its role may do.
create function work.run(command text, body jsonb) returns jsonb language plpgsql as $$
declare
  wanted work.command;
  done jsonb;
begin
  select * into wanted from work.command c where c.name = command and ctx.role() = any (c.roles);
  if not found then
    perform api.refuse('not-allowed', 'This role may not do that.');
  end if;
  execute format('select %s($1)', wanted.function::regproc) into done using body;
  return done;
end $$;
