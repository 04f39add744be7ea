-- SPDX-FileCopyrightText: 2026 The Carrel authors
-- SPDX-License-Identifier: Apache-2.0

-- Code: all of it is dropped and made anew when any of it changed, so it is edited in place.

create function auth.me(org uuid, person uuid) returns jsonb language sql stable as $$
  select jsonb_build_object(
    'person', jsonb_strip_nulls(jsonb_build_object('id', p.id, 'display_name', p.display_name,
                                                   'login', p.login, 'npi', p.npi)),
    'organization', jsonb_build_object('id', o.id, 'name', o.name, 'access_mode', o.access_mode),
    'role', p.role,
    'clinics', coalesce((select jsonb_agg(jsonb_build_object('id', c.id, 'name', c.name,
                                                             'time_zone', c.time_zone) order by c.name)
                         from data.person_clinic pc join data.clinic c
                           on (c.org_id, c.id) = (pc.org_id, pc.clinic_id)
                         where pc.org_id = p.org_id and pc.person_id = p.id), '[]'),
    'views', (select coalesce(jsonb_agg(v.name order by v.position), '[]') from work.view v where p.role = any (v.roles)),
    'commands', (select coalesce(jsonb_agg(c.name order by c.name), '[]') from work.command c
                 where p.role = any (c.roles)),
    'policy', jsonb_build_object('lock_after_seconds', o.lock_after_seconds,
                                 'lease_seconds', o.lease_seconds),
    'grant_epoch', p.grant_epoch)
  from data.person p join data.organization o on o.id = p.org_id
  where p.org_id = org and p.id = person
$$;

create function auth.whoami() returns api.answer language sql security definer
set search_path = pg_catalog, pg_temp as $$
  select api.ok(auth.me(ctx.org(), ctx.person()))
$$;

alter function auth.whoami owner to carrel_auth;

grant execute on function auth.whoami to carrel_entry;
