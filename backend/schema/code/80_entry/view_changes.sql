-- SPDX-FileCopyrightText: 2026 The Carrel authors
-- SPDX-License-Identifier: Apache-2.0

-- Code: all of it is dropped and made anew when any of it changed, so it is edited in place.

create function api.view_changes(params jsonb) returns api.answer language plpgsql as $$
declare
  wanted work.view;
  state jsonb := '{}';
  lim int := 1000;
  page record;
begin
  select * into wanted from work.view v where v.name = params->>'view';
  if not found then
    perform api.refuse('not-found', 'There is no such view.');
  end if;
  if ctx.role() <> all (wanted.roles) then
    perform api.refuse('not-allowed', 'The view is not granted to this role.');
  end if;
  if coalesce(params->>'limit', '') <> '' then
    if params->>'limit' !~ '^[0-9]{1,6}$' or (params->>'limit')::int not between 1 and 5000 then
      perform api.refuse_field('limit', 'from-1-to-5000');
    end if;
    lim := (params->>'limit')::int;
  end if;
  if coalesce(params->>'cursor', '') <> '' then
    state := work.cursor_from(params->>'cursor');
    if state->>'v' is distinct from wanted.name or (state->>'e')::int is distinct from ctx.grant_epoch()
       or state->>'p' is distinct from ctx.person()::text then
      perform api.refuse('cursor-ended', 'What this person may see has changed; start without a cursor.');
    end if;
  end if;
  execute format('select * from work.%I($1, $2, $3)', 'changes_as_' || ctx.role()) into page
  using wanted.name, state, lim;
  if page.row_count > 0 or not state ? 's' then -- an empty poll reads nothing
    perform audit.record('view_page', wanted.purpose, subject_type => 'view', subject_id => wanted.name,
                         row_count => page.row_count);
  end if;
  return (200, page.page, '{"Content-Type": "application/json"}')::api.answer;
end $$;

grant execute on function api.view_changes to carrel_entry;
