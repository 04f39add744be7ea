-- SPDX-FileCopyrightText: 2026 The Carrel authors
-- SPDX-License-Identifier: Apache-2.0

-- Code: all of it is dropped and made anew when any of it changed, so it is edited in place.

-- One page of a view, executed as the caller's role.
--
-- A pass walks clinic by clinic, each by (changed_xid, id) from (since, the lowest id): always one stretch of an
-- index, at any depth. Rows at or above `since` belong to it. It begins by noting its snapshot's xmin, which is
-- the next pass's `since` when it has ended. Every transaction this pass could not see has an xid at or above
-- that, however late it commits.
-- Cursor: v view, p person, e grant epoch, s since, n next since, t total, c clinic, x and i last row's key.
create function work.changes(view_name text, state jsonb, lim int, out page text, out row_count int)
language plpgsql as $$
declare
  v work.view := (select w from work.view w where w.name = view_name);
  -- The view's columns are the document, but for the page's own.
  document text := (select string_agg(format('page.%I', a.attname), ', ' order by a.attnum) from pg_attribute a
                    where a.attrelid = format('projection.%I', view_name)::regclass and a.attnum > 0
                      and a.attname <> 'changed_xid');
  since xid8 := coalesce(state->>'s', '0')::xid8;
  next_since text := coalesce(state->>'n', pg_snapshot_xmin(pg_current_snapshot())::text);
  first_pass boolean := since = '0'::xid8;
  total bigint := (state->>'t')::bigint;
  new_pass boolean := state->>'n' is null;
  clinics uuid[] := case when v.of_clinic then (select array_agg(c order by c) from unnest(ctx.clinics()) c)
                         else array[null::uuid] end;
  clinic uuid;
  after_xid xid8 := coalesce(state->>'x', state->>'s', '0')::xid8;
  after_id uuid := coalesce(state->>'i', '00000000-0000-0000-0000-000000000000')::uuid;
  room int := lim;
  pieces text[] := '{}';
  piece text;
  got int;
  last_xid xid8;
  last_id uuid;
  more boolean := false;
  gone uuid[];
  removed jsonb := '[]';
  cursor jsonb;
begin
  row_count := 0;
  if first_pass and new_pass then
    execute format('select count(*) from projection.%I %s', view_name,
                   case when v.of_clinic then 'where clinic_id = any ($1)' else '' end) into total using clinics;
  end if;
  foreach clinic in array coalesce(clinics, '{}') loop
    if state ? 'c' and clinic < (state->>'c')::uuid then
      continue;
    end if;
    if state ? 'c' and clinic > (state->>'c')::uuid then
      after_xid := since;
      after_id := '00000000-0000-0000-0000-000000000000';
    end if;
    execute format(
      'select string_agg((select row_to_json(document)::text from (select %s) document), '','' '
      'order by changed_xid, id), count(*)::int, (array_agg(changed_xid order by changed_xid, id))[count(*)], '
      '(array_agg(id order by changed_xid, id))[count(*)] '
      'from (select * from projection.%I where %s (changed_xid, id) > ($2, $3) order by changed_xid, id limit $4) page',
      document, view_name, case when v.of_clinic then 'clinic_id = $1 and' else '' end)
    into piece, got, last_xid, last_id using clinic, after_xid, after_id, room;
    if got > 0 then
      pieces := pieces || piece;
      row_count := row_count + got;
    end if;
    if got = room then
      cursor := jsonb_build_object('c', clinic, 'x', last_xid, 'i', last_id);
      more := true;
      exit;
    end if;
    room := room - got;
    after_xid := since;
    after_id := '00000000-0000-0000-0000-000000000000';
  end loop;
  -- Departures go with the first page of a delta.
  if not first_pass and new_pass then
    select array_agg(distinct d.row_id) into gone from data.departure d
    where d.source = v.source and d.changed_xid >= since
      and (d.clinic_id is null or d.clinic_id = any (ctx.clinics()));
    if gone is not null then
      execute format('select coalesce(jsonb_agg(g), ''[]'') from unnest($1) g '
                     'where not exists (select from projection.%I r where r.id = g %s)',
                     view_name, case when v.of_clinic then 'and r.clinic_id = any ($2)' else '' end)
      into removed using gone, ctx.clinics();
    end if;
  end if;
  cursor := jsonb_build_object('v', view_name, 'p', ctx.person(), 'e', ctx.grant_epoch()) ||
    case when more then cursor || jsonb_build_object('s', since, 'n', next_since) ||
                        case when total is null then '{}'::jsonb else jsonb_build_object('t', total) end
         else jsonb_build_object('s', next_since) end;
  page := '{"view":' || to_json(view_name) || ',"as_of":"' || api.wire_time(now()) || '","cursor":"' ||
    translate(encode(convert_to(cursor::text, 'UTF8'), 'base64'), E'+/=\n', '-_') || '","more":' || more ||
    case when first_pass then ',"total":' || total else '' end ||
    ',"rows":[' || array_to_string(pieces, ',') || '],"removed":' || removed || '}';
end $$;

create function work.cursor_from(encoded text) returns jsonb language plpgsql stable as $$
declare
  plain text := translate(encoded, '-_', '+/');
  state jsonb;
begin
  state := convert_from(decode(plain || repeat('=', (4 - length(plain) % 4) % 4), 'base64'), 'UTF8')::jsonb;
  -- Every member is cast once here, so that a forged cursor is refused and not an error later.
  perform (state->>'s')::xid8, (state->>'n')::xid8, (state->>'t')::bigint, (state->>'c')::uuid,
          (state->>'x')::xid8, (state->>'i')::uuid, (state->>'e')::int;
  if jsonb_typeof(state) <> 'object' or state->>'s' is null then
    raise exception 'not a cursor' using errcode = 'invalid_text_representation';
  end if;
  return state;
exception when data_exception then
  perform api.refuse_field('cursor', 'cursor-of-this-backend');
  return null;
end $$;

grant execute on function work.cursor_from to carrel_entry;
