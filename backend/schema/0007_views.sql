-- SPDX-FileCopyrightText: 2026 The Carrel authors
-- SPDX-License-Identifier: Apache-2.0

-- What a row looks like on the wire, per view. security_invoker: the caller's grants and policies decide, so
-- the identity join finds nothing where the policy of patient_identity says so.
create view projection.schedule with (security_invoker = true) as
select a.clinic_id, a.changed_xid, a.id, json_build_object(
  'id', a.id, 'clinic_id', a.clinic_id, 'patient_id', a.patient_id, 'patient_ref', a.patient_ref,
  'starts_at', api.wire_time(a.starts_at), 'duration_minutes', a.duration_minutes, 'kind', a.kind,
  'provider_name', w.display_name, 'state', a.state, 'version', a.version) as doc
from data.appointment a left join data.person w on (w.org_id, w.id) = (a.org_id, a.provider_id);

create view projection.patients with (security_invoker = true) as
select p.clinic_id, p.changed_xid, p.id, json_build_object(
  'id', p.id, 'clinic_id', p.clinic_id, 'ref', p.ref, 'provider_name', w.display_name, 'family', i.family,
  'given', i.given, 'birth_date', i.birth_date, 'sex', i.sex, 'phone', i.phone, 'email', i.email,
  'version', p.version) as doc
from data.patient p
  left join data.person w on (w.org_id, w.id) = (p.org_id, p.provider_id)
  left join data.patient_identity i on (i.org_id, i.patient_id) = (p.org_id, p.id);

create view projection.charts with (security_invoker = true) as
select c.clinic_id, c.changed_xid, c.patient_id as id, json_build_object(
  'id', c.patient_id, 'clinic_id', c.clinic_id, 'allergy_status', c.allergy_status,
  'allergies', c.allergies, 'medications', c.medications, 'version', c.version) as doc
from data.chart c;

create view projection.catalogue with (security_invoker = true) as
select null::uuid as clinic_id, p.changed_xid, p.id, json_build_object(
  'id', p.id, 'name', p.name, 'brand', p.brand, 'strength', p.strength, 'form', p.form, 'unit', p.unit,
  'category', p.category, 'schedule', p.schedule, 'max_quantity', p.max_quantity,
  'default_directions', p.default_directions, 'active', p.active, 'version', p.version) as doc
from data.product p;

create view projection.carts with (security_invoker = true) as
select c.clinic_id, c.changed_xid, c.id, json_build_object(
  'id', c.id, 'clinic_id', c.clinic_id, 'patient_id', c.patient_id, 'patient_ref', c.patient_ref,
  'state', c.state,
  'lines', (select coalesce(json_agg(json_build_object('id', l.id, 'product_id', l.product_id,
              'product_name', trim(p.name || ' ' || p.strength), 'quantity', l.quantity,
              'refill_day', l.refill_day) order by l.position), '[]')
            from data.cart_line l join data.product p on (p.org_id, p.id) = (l.org_id, l.product_id)
            where (l.org_id, l.cart_id) = (c.org_id, c.id)),
  'changed_at', api.wire_time(c.changed_at), 'version', c.version) as doc
from data.cart c;

create view projection.orders with (security_invoker = true) as
select o.clinic_id, o.changed_xid, o.id, json_build_object(
  'id', o.id, 'number', o.number, 'clinic_id', o.clinic_id, 'patient_id', o.patient_id,
  'patient_ref', o.patient_ref, 'state', o.state,
  'lines', (select coalesce(json_agg(json_build_object(
              'product_name', trim(l.drug || ' ' || l.strength), 'schedule', l.schedule,
              'quantity', l.quantity, 'unit', l.unit, 'refill_day', l.refill_day) order by l.position), '[]')
            from data.order_line l where (l.org_id, l.order_id) = (o.org_id, o.id)),
  'line_count', o.line_count, 'controlled', o.controlled, 'provider_name', w.display_name,
  'submitted_at', api.wire_time(o.submitted_at), 'decided_at', api.wire_time(o.decided_at),
  'decline_reason', o.decline_reason, 'decline_note', o.decline_note, 'version', o.version) as doc
from data.orders o left join data.person w on (w.org_id, w.id) = (o.org_id, o.provider_id);

create view projection.operations with (security_invoker = true) as
select o.clinic_id, o.changed_xid, o.id, json_build_object(
  'id', o.id, 'number', o.number, 'clinic_id', o.clinic_id, 'patient_ref', o.patient_ref, 'state', o.state,
  'line_count', o.line_count, 'submitted_at', api.wire_time(o.submitted_at),
  'decided_at', api.wire_time(o.decided_at), 'version', o.version) as doc
from data.orders o;

create function projection.source_of(view_name text) returns text language sql immutable as $$
  select case view_name when 'schedule' then 'appointment' when 'patients' then 'patient'
    when 'charts' then 'chart' when 'catalogue' then 'product' when 'carts' then 'cart' else 'orders' end
$$;

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
  since xid8 := coalesce(state->>'s', '0')::xid8;
  next_since text := coalesce(state->>'n', pg_snapshot_xmin(pg_current_snapshot())::text);
  first_pass boolean := since = '0'::xid8;
  total bigint := (state->>'t')::bigint;
  new_pass boolean := state->>'n' is null;
  clinics uuid[] := case when view_name = 'catalogue' then array[null::uuid]
                         else (select array_agg(c order by c) from unnest(ctx.clinics()) c) end;
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
    execute format('select count(*) from projection.%I where $1 is null or clinic_id = any ($1)', view_name)
    into total using case when view_name = 'catalogue' then null else clinics end;
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
      'select string_agg(doc::text, '','' order by changed_xid, id), count(*)::int, '
      '(array_agg(changed_xid order by changed_xid, id))[count(*)], '
      '(array_agg(id order by changed_xid, id))[count(*)] '
      'from (select changed_xid, id, doc from projection.%I '
      'where %s (changed_xid, id) > ($2, $3) order by changed_xid, id limit $4) page',
      view_name, case when clinic is null then '' else 'clinic_id = $1 and' end)
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
    where d.source = projection.source_of(view_name) and d.changed_xid >= since
      and (d.clinic_id is null or d.clinic_id = any (ctx.clinics()));
    if gone is not null then
      execute format('select coalesce(jsonb_agg(g), ''[]'') from unnest($1) g '
                     'where not exists (select from projection.%I r where r.id = g %s)',
                     view_name, case when view_name = 'catalogue' then '' else 'and r.clinic_id = any ($2)' end)
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
