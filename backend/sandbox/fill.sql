-- SPDX-FileCopyrightText: 2026 The Carrel authors
-- SPDX-License-Identifier: Apache-2.0
--
-- Two organizations, one per access mode, with three clinics each; people for every role, a catalogue, patients,
-- today's appointments, carts and orders in every state. Runs as the cluster's administrator with
--   --set=patients=N --set=seed=N
-- and depends on those, and on today's date for appointments and orders.
\set ON_ERROR_STOP on
begin;
\ir accounts.sql
\ir names.sql
\ir catalogue.sql

-- Drawn numbers that differ by purpose but not from run to run.
create function pg_temp.draw(row_number bigint, what int, size bigint) returns bigint language sql immutable as $$
  select pg_temp.pick(current_setting('sandbox.seed')::bigint, row_number, what, size)
$$;
select set_config('sandbox.seed', :'seed', true);

insert into data.organization (id, name, access_mode)
select pg_temp.uuid_of(:'seed', domain), name, access_mode from sandbox_organization;

insert into data.organization_key (org_id, ref_key)
select pg_temp.uuid_of(:'seed', domain), sha256(convert_to('carrel-sandbox-ref|' || :'seed' || domain, 'UTF8'))
from sandbox_organization;

insert into data.clinic (org_id, id, name, address, time_zone)
select pg_temp.uuid_of(:'seed', o.domain), pg_temp.uuid_of(:'seed', o.domain || '/' || c.number), c.name, c.address, c.time_zone
from sandbox_clinic c join sandbox_organization o on o.number = c.organization;

insert into data.person (org_id, id, login, display_name, role, npi, dea)
select pg_temp.uuid_of(:'seed', o.domain), pg_temp.uuid_of(:'seed', a.login), a.login, a.display_name, a.role, a.npi, a.dea
from sandbox_account a join sandbox_organization o on o.number = a.organization;

insert into data.person_clinic (org_id, person_id, clinic_id)
select pg_temp.uuid_of(:'seed', o.domain), pg_temp.uuid_of(:'seed', a.login), pg_temp.uuid_of(:'seed', o.domain || '/' || c.number)
from sandbox_account a join sandbox_organization o on o.number = a.organization cross join unnest(a.clinics) c (number);

-- Assigning clinics raised the epoch; a fresh clinic starts at one.
update data.person set grant_epoch = 1;

insert into auth.credential (org_id, person_id, password_hash, totp_secret)
select pg_temp.uuid_of(:'seed', o.domain), pg_temp.uuid_of(:'seed', a.login),
       auth.hash_password(pg_temp.password(:'seed', a.login)),
       auth.from_base32(pg_temp.totp_secret(:'seed', a.login))
from sandbox_account a join sandbox_organization o on o.number = a.organization;

insert into data.product (org_id, id, name, brand, strength, form, unit, category, schedule, max_quantity, default_directions)
select pg_temp.uuid_of(:'seed', o.domain), pg_temp.uuid_of(:'seed', o.domain || '/product/' || p.number),
       p.name, p.brand, p.strength, p.form, p.unit, p.category, p.schedule, p.max_quantity, p.directions
from sandbox_product p cross join sandbox_organization o;

-- Who prescribes where: the first for all clinics, the second where assigned and the draw says so.
create temporary table sandbox_patient on commit drop as
select person.*, org.org_id, org.number as organization, clinic.number as clinic_number,
       pg_temp.uuid_of(:'seed', org.domain || '/' || clinic.number) as clinic_id,
       pg_temp.uuid_of(:'seed', 'patient/' || person.n) as id,
       pg_temp.uuid_of(:'seed', case
         when org.number = 1 and clinic.number > 1 and pg_temp.draw(person.n, 22, 2) = 0 then 'prescriber.omar@northgate.example'
         when org.number = 1 then 'prescriber.ruth@northgate.example'
         when clinic.number = 2 and pg_temp.draw(person.n, 22, 2) = 0 then 'prescriber.noor@meridian.example'
         else 'prescriber.maya@meridian.example' end) as provider_id,
       row_number() over (partition by org.number order by person.n) as n_in_org,
       row_number() over (partition by org.number, clinic.number order by person.n) as n_in_clinic
from pg_temp.person(:seed, 1, :patients) as person
-- namesakes stay in one clinic: the pair is what the counter has to tell apart
cross join lateral (select case when person.n % 1000 = 7 then person.n - 1 else person.n end as source) s
join (select number, domain, pg_temp.uuid_of(:'seed', domain) as org_id from sandbox_organization) org
  on org.number = case when pg_temp.draw(s.source, 20, 5) < 3 then 1 else 2 end
cross join lateral (select 1 + pg_temp.draw(s.source, 21, 3)::int as number) clinic;
create index on sandbox_patient (organization, n_in_org);

create temporary table sandbox_reference on commit drop as
select org.number as organization, allocated.n, allocated.ref
from sandbox_organization org
cross join lateral data.allocate_patient_ref(pg_temp.uuid_of(:'seed', org.domain),
  (select count(*) from sandbox_patient p where p.organization = org.number)::int) with ordinality as allocated (ref, n);
create index on sandbox_reference (organization, n);
alter table sandbox_patient add column ref text;
update sandbox_patient p set ref = r.ref from sandbox_reference r where r.organization = p.organization and r.n = p.n_in_org;

insert into data.patient (org_id, id, clinic_id, ref, provider_id, external_id)
select org_id, id, clinic_id, ref, provider_id, 'MRN-' || lpad(n::text, 8, '0') from sandbox_patient order by n;

insert into data.patient_identity (org_id, patient_id, clinic_id, provider_id, family, given, birth_date, sex, phone, email)
select org_id, id, clinic_id, provider_id, family, given, birth_date, sex, phone, email from sandbox_patient order by n;

insert into data.chart (org_id, patient_id, clinic_id, provider_id, allergy_status, allergies, medications)
select p.org_id, p.id, p.clinic_id, p.provider_id, drawn.status,
       case when drawn.status = 'known' then
         (select jsonb_agg(distinct (array[
            '{"substance":"penicillin","reaction":"hives","severity":"moderate"}',
            '{"substance":"sulfonamides","reaction":"rash","severity":"mild"}',
            '{"substance":"latex","reaction":"contact dermatitis","severity":"mild"}',
            '{"substance":"peanut","reaction":"anaphylaxis","severity":"severe"}',
            '{"substance":"benzyl alcohol","reaction":"wheezing","severity":"severe"}',
            '{"substance":"cottonseed oil","reaction":"swelling at the injection site","severity":"moderate"}',
            '{"substance":"iodinated contrast","reaction":"flushing","severity":"mild"}'
          ]::jsonb[])[1 + pg_temp.draw(p.n, 30 + i, 7)]) from generate_series(1, 1 + pg_temp.draw(p.n, 40, 3)::int) i)
       else '[]'::jsonb end,
       coalesce((select jsonb_agg(distinct (array[
            '{"drug":"lisinopril","dose":"10 mg","directions":"once a day"}',
            '{"drug":"metformin","dose":"500 mg","directions":"twice a day with meals"}',
            '{"drug":"levothyroxine","dose":"50 mcg","directions":"once a day before breakfast"}',
            '{"drug":"atorvastatin","dose":"20 mg","directions":"once a day in the evening"}',
            '{"drug":"sertraline","dose":"50 mg","directions":"once a day"}',
            '{"drug":"omeprazole","dose":"20 mg","directions":"once a day before breakfast"}',
            '{"drug":"warfarin","dose":"3 mg","directions":"once a day, as the INR clinic says"}',
            '{"drug":"albuterol inhaler","dose":"90 mcg","directions":"two puffs when needed"}',
            '{"drug":"amlodipine","dose":"5 mg","directions":"once a day"}'
          ]::jsonb[])[1 + pg_temp.draw(p.n, 50 + i, 9)]) from generate_series(1, pg_temp.draw(p.n, 60, 5)::int) i), '[]'::jsonb)
from sandbox_patient p
cross join lateral (select case when pg_temp.draw(p.n, 23, 100) < 35 then 'known'
                                when pg_temp.draw(p.n, 23, 100) < 85 then 'none_known' else 'not_recorded' end as status) drawn
order by p.n;

create index on sandbox_patient (clinic_id, n_in_clinic);
create temporary table sandbox_size on commit drop as
select clinic_id, count(*) as patients from sandbox_patient group by clinic_id;
analyze sandbox_patient;
analyze sandbox_size;

-- Appointments: a week around today, 24 a day and clinic from eight o'clock in the clinic's own time.
insert into data.appointment (org_id, id, clinic_id, patient_id, patient_ref, provider_id, starts_at, duration_minutes, kind, state)
select c.org_id, pg_temp.uuid_of(:'seed', 'appointment/' || c.id || '/' || day || '/' || slot),
       c.id, p.id, p.ref, p.provider_id,
       ((now() at time zone c.time_zone)::date + day + time '08:00' + slot * interval '20 minutes') at time zone c.time_zone,
       case when slot % 4 = 0 then 40 else 20 end,
       (array['Follow-up', 'New patient', 'Injection', 'Lab review', 'Refill visit'])[1 + pg_temp.draw(p.n, 24, 5)],
       case when day < 0 then case when slot % 9 = 4 then 'no_show' else 'done' end
            when day > 0 then case when slot % 13 = 5 then 'cancelled' else 'booked' end
            -- today is the same whenever it is looked at: a morning done, some waiting, the rest to come
            when slot < 6 then case when slot = 4 then 'no_show' else 'done' end
            when slot < 8 then 'in_room'
            when slot < 11 then 'arrived'
            when slot = 17 then 'cancelled'
            else 'booked' end
from data.clinic c
cross join generate_series(-2, 4) as day
cross join generate_series(0, 23) as slot
join sandbox_size size on size.clinic_id = c.id
join sandbox_patient p on p.clinic_id = c.id and p.n_in_clinic = 1 + pg_temp.draw((day + 10) * 100 + slot, 25, size.patients);

-- Carts and orders: per clinic and state as many as a busy day has. Each takes another patient.
create temporary table sandbox_work on commit drop as
select c.org_id, c.id as clinic_id, plan.state, plan.kind, i,
       row_number() over (partition by c.id order by plan.kind, plan.state, i) as slot
from data.clinic c
cross join (values ('cart', 'open', 8), ('cart', 'abandoned', 3),
                   ('order', 'awaiting_approval', 14), ('order', 'approved', 9), ('order', 'declined', 5),
                   ('order', 'sent', 18), ('order', 'dispensed', 40), ('order', 'cancelled', 3)) as plan (kind, state, count)
-- clinics differ in size: from 60 to 140 in the hundred
cross join lateral generate_series(1, greatest(2, plan.count * (60 + pg_temp.draw(hashtext(c.name || plan.state), 26, 81))::int / 100)) i;

create temporary table sandbox_placed on commit drop as
select w.*, p.n, p.id as patient_id, p.ref, p.provider_id,
       pg_temp.uuid_of(:'seed', 'cart/' || w.clinic_id || '/' || w.slot) as cart_id,
       pg_temp.uuid_of(:'seed', 'order/' || w.clinic_id || '/' || w.slot) as order_id,
       (select d.id from data.person d join data.person_clinic pc on (pc.org_id, pc.person_id) = (d.org_id, d.id)
        where d.org_id = w.org_id and d.role = 'front_desk' and pc.clinic_id = w.clinic_id
        union all
        select d.id from data.person d where d.org_id = w.org_id and d.role = 'front_desk' limit 1) as opened_by,
       -- waiting orders came in during the last two days, decided ones in the last weeks
       now() - case when w.state = 'awaiting_approval' then (10 + pg_temp.draw(p.n, 70, 2600)) * interval '1 minute'
                    else (2 + pg_temp.draw(p.n, 71, 28)) * interval '1 day' + pg_temp.draw(p.n, 72, 600) * interval '1 minute' end
         as submitted_at
from sandbox_work w
join sandbox_size size on size.clinic_id = w.clinic_id
join sandbox_patient p on p.clinic_id = w.clinic_id and p.n_in_clinic = 1 + (w.slot * 7919) % size.patients;

insert into data.cart (org_id, id, clinic_id, patient_id, patient_ref, state, opened_by, changed_at)
select org_id, cart_id, clinic_id, patient_id, ref, case when kind = 'order' then 'submitted' else state end, opened_by,
       case when kind = 'order' then submitted_at else now() - pg_temp.draw(n, 73, 900) * interval '1 minute' end
from sandbox_placed;

insert into data.cart_line (org_id, cart_id, id, clinic_id, product_id, quantity, refill_day)
select distinct on (w.org_id, w.cart_id, product.id)
       w.org_id, w.cart_id, pg_temp.uuid_of(:'seed', 'line/' || w.cart_id || '/' || line), w.clinic_id, product.id,
       1 + pg_temp.draw(w.n, 80 + line, least(3, product.max_quantity))::int,
       case when pg_temp.draw(w.n, 90 + line, 3) = 0 then current_date + 7 + pg_temp.draw(w.n, 95, 60)::int end
from sandbox_placed w
cross join lateral generate_series(1, 1 + pg_temp.draw(w.n, 74, 3)::int) as line
join sandbox_organization o on pg_temp.uuid_of(:'seed', o.domain) = w.org_id
join data.product product on product.org_id = w.org_id
  -- the controlled item stands first in one order of six
  and product.id = pg_temp.uuid_of(:'seed', o.domain || '/product/' ||
      case when line = 1 and pg_temp.draw(w.n, 75, 6) = 0 then 15 else 1 + pg_temp.draw(w.n, 100 + line, 40) end);

insert into data.orders (org_id, id, number, clinic_id, patient_id, patient_ref, cart_id, provider_id, state, line_count, controlled,
                         submitted_by, submitted_at, decided_by, decided_at, decline_reason, decline_note)
select w.org_id, w.order_id, data.next_order_number(w.org_id), w.clinic_id, w.patient_id, w.ref, w.cart_id, w.provider_id, w.state,
       (select count(*) from data.cart_line l where (l.org_id, l.cart_id) = (w.org_id, w.cart_id)),
       exists (select from data.cart_line l join data.product pr on (pr.org_id, pr.id) = (l.org_id, l.product_id)
               where (l.org_id, l.cart_id) = (w.org_id, w.cart_id) and pr.schedule <> ''),
       w.opened_by, w.submitted_at,
       case when w.state in ('approved', 'declined', 'sent', 'dispensed') then w.provider_id end,
       case when w.state <> 'awaiting_approval' then w.submitted_at + (15 + pg_temp.draw(w.n, 76, 1800)) * interval '1 minute' end,
       case when w.state = 'declined' then (array['dose_question', 'interaction', 'allergy', 'needs_visit', 'duplicate'])[1 + pg_temp.draw(w.n, 77, 5)] end,
       case when w.state = 'declined' and pg_temp.draw(w.n, 78, 2) = 0 then 'Please call me before the next submission.' end
from (select * from sandbox_placed where kind = 'order' order by org_id, submitted_at) w;

insert into data.order_line (org_id, order_id, id, clinic_id, position, product_id, drug, strength, form, unit, directions, schedule,
                             quantity, refills, refill_day)
select w.org_id, w.order_id, l.id, w.clinic_id, row_number() over (partition by w.order_id order by l.position), l.product_id,
       pr.name, pr.strength, pr.form, pr.unit, pr.default_directions, pr.schedule, l.quantity,
       case when pr.schedule = '' then pg_temp.draw(w.n, 79, 4)::int else 0 end, l.refill_day
from sandbox_placed w
join data.cart_line l on (l.org_id, l.cart_id) = (w.org_id, w.cart_id)
join data.product pr on (pr.org_id, pr.id) = (l.org_id, l.product_id)
where w.kind = 'order';

commit;
analyze;
