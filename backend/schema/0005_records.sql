-- SPDX-FileCopyrightText: 2026 The Carrel authors
-- SPDX-License-Identifier: Apache-2.0

-- What clinics work with. Lists show references, so the reference is kept in every row that names a patient
-- (the foreign key keeps it true) and identity lives in a table of its own with a policy of its own.
--
-- Synced tables carry `version` and `changed_xid`. A cursor is a transaction horizon, never a bare sequence:
-- a transaction that commits late has an xid above the horizon of every pass that could not see it.
create table data.organization_key (
  org_id uuid primary key references data.organization (id),
  ref_key bytea not null default crypto.gen_random_bytes(32),
  ref_counter bigint not null default 0,
  order_counter int not null default 0
);

create table data.patient_reference (
  org_id uuid not null references data.organization (id),
  ref text not null check (ref ~ '^PT-[0-9A-F]{6}$'),
  primary key (org_id, ref)
);

-- A clinic's own number (MRN) as somebody may have typed or exported it: compatibility forms made plain, what is not
-- seen taken away, spaces made single. Case and leading zeros stay.
create function data.plain_number(written text) returns text language sql immutable parallel safe
  return btrim(regexp_replace(regexp_replace(normalize(written, nfkc), '[\u00ad\u200b-\u200f\u2060\ufeff]', '', 'g'),
                              '\s+', ' ', 'g'));

-- What a spreadsheet made of a number that it took for a large one or a fraction: 1.23457E+11, 1001.0. What the
-- clinic wrote cannot be known any more.
create function data.number_is_damaged(written text) returns boolean language sql immutable parallel safe
  return replace(data.plain_number(written), ' ', '') ~*
    '^([-+]?([0-9]+[.,][0-9]+e[-+]?[0-9]+|[0-9]e[-+][0-9]{2,})|0*[1-9][0-9]*[.,]0+)$';

-- The number as it is kept, or null for what is none: everything without a digit ("N/A", "unknown", "?", "#REF!",
-- "-"), nothing but zeros, a spreadsheet's error, a damaged number. No list of words could be complete, and a number
-- has a digit.
create function data.patient_number(written text) returns text language sql immutable parallel safe
begin atomic
  select case when plain !~ '[[:digit:]\u0660-\u0669\u06f0-\u06f9]'
                or plain ~ '^[-+.,/ 0\u0660\u06f0]*$'
                or plain ~* '^(-1|#.*[!?]|err:[0-9]+)$'
                or data.number_is_damaged(plain) then null
              else plain end
  from (select data.plain_number(written) as plain) as read;
end;
-- A name as far as it tells people apart: without case, accents, spaces, hyphens, apostrophes and dots.
create function data.folded_name(name text) returns text language sql immutable parallel safe
  return regexp_replace(lower(normalize(name, nfkd)), '[\u0300-\u036f\s''\u2018\u2019`.\u2010-\u2015-]', '', 'g');

-- The check and the index below are worked out for whoever writes the row.
grant execute on function data.plain_number(text), data.number_is_damaged(text), data.patient_number(text),
  data.folded_name(text) to carrel_machinery;

create table data.patient (
  org_id uuid not null,
  id uuid not null default gen_random_uuid(),
  clinic_id uuid not null,
  ref text not null check (ref ~ '^PT-[0-9A-F]{6}$'),
  provider_id uuid,
  -- The own number of the clinic that gave it, and which clinic that is. A patient who moves takes both along, so
  -- that the former clinic's list neither makes them twice nor says anything about the new clinic's patients.
  external_id text check (length(external_id) between 1 and 64)
    check (external_id is not distinct from data.patient_number(external_id)),
  issuer_clinic_id uuid check ((issuer_clinic_id is null) = (external_id is null)),
  version int not null default 1,
  changed_xid xid8 not null default pg_current_xact_id(),
  primary key (org_id, id),
  unique (org_id, ref),
  unique (org_id, id, ref),
  foreign key (org_id, clinic_id) references data.clinic (org_id, id),
  foreign key (org_id, issuer_clinic_id) references data.clinic (org_id, id),
  foreign key (org_id, provider_id) references data.person (org_id, id)
);
-- A number counts within the clinic that gave it: 1001 of two clinics is two patients.
create unique index patient_number on data.patient (org_id, issuer_clinic_id, lower(external_id));
create index patient_changes on data.patient (org_id, clinic_id, changed_xid, id);

-- clinic_id and provider_id repeat the patient's (a trigger writes them), so that the policy is an index
-- condition and not a join.
create table data.patient_identity (
  org_id uuid not null,
  patient_id uuid not null,
  clinic_id uuid not null,
  provider_id uuid,
  family text not null check (length(family) between 1 and 100),
  given text not null default '' check (length(given) <= 100),
  birth_date date not null,
  sex text not null default 'unknown' check (sex in ('female', 'male', 'intersex', 'unknown')),
  phone text check (length(phone) <= 40),
  email text check (length(email) <= 254),
  primary key (org_id, patient_id),
  foreign key (org_id, patient_id) references data.patient (org_id, id) on delete cascade
);
create index identity_by_name on data.patient_identity (org_id, clinic_id, birth_date, data.folded_name(family));

create table data.chart (
  org_id uuid not null,
  patient_id uuid not null,
  clinic_id uuid not null,
  provider_id uuid,
  allergy_status text not null default 'not_recorded'
    check (allergy_status in ('known', 'none_known', 'not_recorded')),
  allergies jsonb not null default '[]' check (jsonb_typeof(allergies) = 'array'),
  medications jsonb not null default '[]' check (jsonb_typeof(medications) = 'array'),
  version int not null default 1,
  changed_xid xid8 not null default pg_current_xact_id(),
  primary key (org_id, patient_id),
  foreign key (org_id, patient_id) references data.patient (org_id, id) on delete cascade,
  check (allergy_status = 'known' or allergies = '[]')
);
create index chart_changes on data.chart (org_id, clinic_id, changed_xid, patient_id);

create table data.product (
  org_id uuid not null references data.organization (id),
  id uuid not null default gen_random_uuid(),
  name text not null,
  brand text not null default '',
  strength text not null default '',
  form text not null default '',
  unit text not null default '',
  category text not null default '',
  schedule text not null default '' check (schedule in ('', 'II', 'III', 'IV', 'V')),
  max_quantity int not null check (max_quantity between 1 and 1000),
  default_directions text not null default '',
  active boolean not null default true,
  version int not null default 1,
  changed_xid xid8 not null default pg_current_xact_id(),
  primary key (org_id, id),
  unique (org_id, name, strength, form)
);
create index product_changes on data.product (org_id, changed_xid, id);

create table data.appointment (
  org_id uuid not null,
  id uuid not null default gen_random_uuid(),
  clinic_id uuid not null,
  patient_id uuid not null,
  patient_ref text not null,
  provider_id uuid,
  starts_at timestamptz not null,
  duration_minutes int not null default 30 check (duration_minutes between 1 and 1440),
  kind text not null default '',
  state text not null default 'booked'
    check (state in ('booked', 'arrived', 'in_room', 'done', 'no_show', 'cancelled')),
  version int not null default 1,
  changed_xid xid8 not null default pg_current_xact_id(),
  primary key (org_id, id),
  foreign key (org_id, clinic_id) references data.clinic (org_id, id),
  foreign key (org_id, provider_id) references data.person (org_id, id),
  foreign key (org_id, patient_id, patient_ref) references data.patient (org_id, id, ref) on delete cascade
);
create index appointment_changes on data.appointment (org_id, clinic_id, changed_xid, id);
create index appointment_by_patient on data.appointment (org_id, patient_id);

create table data.cart (
  org_id uuid not null,
  id uuid not null,
  clinic_id uuid not null,
  patient_id uuid not null,
  patient_ref text not null,
  state text not null default 'open' check (state in ('open', 'submitted', 'abandoned')),
  opened_by uuid not null,
  changed_at timestamptz not null default now(),
  version int not null default 1,
  changed_xid xid8 not null default pg_current_xact_id(),
  primary key (org_id, id),
  foreign key (org_id, clinic_id) references data.clinic (org_id, id),
  foreign key (org_id, opened_by) references data.person (org_id, id),
  foreign key (org_id, patient_id, patient_ref) references data.patient (org_id, id, ref) on delete cascade
);
create index cart_changes on data.cart (org_id, clinic_id, changed_xid, id);
create index cart_by_patient on data.cart (org_id, patient_id);

create table data.cart_line (
  org_id uuid not null,
  cart_id uuid not null,
  id uuid not null,
  clinic_id uuid not null,
  position int not null generated always as identity, -- order of adding
  product_id uuid not null,
  quantity int not null check (quantity >= 1),
  refill_day date,
  primary key (org_id, cart_id, id),
  foreign key (org_id, cart_id) references data.cart (org_id, id) on delete cascade,
  foreign key (org_id, product_id) references data.product (org_id, id)
);

create table data.orders (
  org_id uuid not null,
  id uuid not null default gen_random_uuid(),
  number text not null check (number ~ '^ON-[0-9]{6,9}$'),
  clinic_id uuid not null,
  patient_id uuid not null,
  patient_ref text not null,
  cart_id uuid,
  provider_id uuid,                -- responsible prescriber: the patient's
  state text not null default 'awaiting_approval'
    check (state in ('awaiting_approval', 'approved', 'declined', 'sent', 'dispensed', 'cancelled')),
  line_count int not null check (line_count >= 1),
  controlled boolean not null default false,
  submitted_by uuid not null,
  submitted_at timestamptz not null default now(),
  decided_by uuid,
  decided_at timestamptz,
  decline_reason text check (decline_reason in ('dose_question', 'interaction', 'allergy', 'needs_visit',
                                                'duplicate', 'other')),
  decline_note text check (length(decline_note) <= 1000),
  version int not null default 1,
  changed_xid xid8 not null default pg_current_xact_id(),
  primary key (org_id, id),
  unique (org_id, number),
  unique (org_id, cart_id),
  foreign key (org_id, clinic_id) references data.clinic (org_id, id),
  foreign key (org_id, provider_id) references data.person (org_id, id),
  foreign key (org_id, submitted_by) references data.person (org_id, id),
  foreign key (org_id, decided_by) references data.person (org_id, id),
  foreign key (org_id, cart_id) references data.cart (org_id, id),
  foreign key (org_id, patient_id, patient_ref) references data.patient (org_id, id, ref)
);
create index orders_changes on data.orders (org_id, clinic_id, changed_xid, id);
create index orders_by_patient on data.orders (org_id, patient_id);

-- What was ordered, as it was then: a later change of the catalogue changes no order.
create table data.order_line (
  org_id uuid not null,
  order_id uuid not null,
  id uuid not null,
  clinic_id uuid not null,
  position int not null,
  product_id uuid not null,
  drug text not null,
  strength text not null,
  form text not null,
  unit text not null,
  directions text not null,
  schedule text not null,
  quantity int not null check (quantity >= 1),
  refills int not null default 0 check (refills between 0 and 11),
  refill_day date,
  primary key (org_id, order_id, id),
  unique (org_id, order_id, position),
  foreign key (org_id, order_id) references data.orders (org_id, id) on delete cascade,
  foreign key (org_id, product_id) references data.product (org_id, id)
);

-- The record of a signing: what was shown, to the byte, and how the signer proved who they are.
create table data.signing_record (
  org_id uuid not null,
  id uuid not null default gen_random_uuid(),
  order_id uuid not null,
  clinic_id uuid not null,
  person_id uuid not null,
  digest text not null check (digest ~ '^[0-9a-f]{64}$'),
  content text not null,
  factors text not null,
  device_id uuid not null,
  session_id uuid not null,
  request_id text,
  signed_at timestamptz not null default now(),
  primary key (org_id, id),
  unique (org_id, order_id),
  foreign key (org_id, order_id) references data.orders (org_id, id),
  foreign key (org_id, person_id) references data.person (org_id, id),
  check (digest = canon.sha256_hex(content))
);

-- Rows that left somewhere: a delta sends them as `removed` to whom they are not visible any more.
create table data.departure (
  org_id uuid not null,
  clinic_id uuid,
  source text not null,
  row_id uuid not null,
  changed_xid xid8 not null default pg_current_xact_id(),
  id bigint generated always as identity
);
create index departure_changes on data.departure (org_id, source, clinic_id, changed_xid);

-- ---------------------------------------------------------------------------------------------------------
create function data.touch() returns trigger language plpgsql as $$
begin
  if new is distinct from old then
    new.version := old.version + 1;
    new.changed_xid := pg_current_xact_id();
  end if;
  return new;
end $$;

create function data.departed() returns trigger language plpgsql security definer
set search_path = pg_catalog, pg_temp as $$
begin
  insert into data.departure (org_id, clinic_id, source, row_id)
  values (old.org_id, (to_jsonb(old)->>'clinic_id')::uuid, tg_table_name,
          coalesce(to_jsonb(old)->>'id', to_jsonb(old)->>'patient_id')::uuid);
  return null;
end $$;

do $$
declare
  name text;
begin
  foreach name in array array['patient', 'chart', 'product', 'appointment', 'cart', 'orders'] loop
    execute format('create trigger touch before update on data.%I for each row execute function data.touch()',
                   name);
    execute format('create trigger gone after delete on data.%I for each row execute function data.departed()',
                   name);
    if name <> 'product' then
      execute format('create trigger moved after update on data.%I for each row '
                     'when (old.clinic_id is distinct from new.clinic_id) '
                     'execute function data.departed()', name);
    end if;
  end loop;
end $$;
create trigger reassigned after update on data.chart for each row
  when (old.clinic_id is not distinct from new.clinic_id and
        old.provider_id is distinct from new.provider_id)
  execute function data.departed();

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

-- A changed name is a changed patient row on the wire.
create function data.identity_changed() returns trigger language plpgsql security definer
set search_path = pg_catalog, pg_temp as $$
begin
  update data.patient set changed_xid = pg_current_xact_id()
  where org_id = new.org_id and id = new.patient_id;
  return null;
end $$;
create trigger identity_changed after update on data.patient_identity for each row
  when ((old.family, old.given, old.birth_date, old.sex, old.phone, old.email) is distinct from
        (new.family, new.given, new.birth_date, new.sex, new.phone, new.email))
  execute function data.identity_changed();

create function data.never_changes() returns trigger language plpgsql as $$
begin
  raise exception '% is append-only', tg_table_name using errcode = 'insufficient_privilege';
end $$;
create trigger never_changes before update or delete on data.signing_record
  for each row execute function data.never_changes();
create trigger never_emptied before truncate on data.signing_record
  for each statement execute function data.never_changes();

-- The lines of an order stand as they were submitted, and go with it only: what a prescriber is shown has as
-- many lines as the order says.
create function data.stays_with_order() returns trigger language plpgsql as $$
begin
  if exists (select from data.orders o where (o.org_id, o.id) = (old.org_id, old.order_id)) then
    raise exception 'the lines of an order cannot be taken out' using errcode = 'insufficient_privilege';
  end if;
  return old;
end $$;
create trigger never_changes before update on data.order_line
  for each row execute function data.never_changes();
create trigger stays_with_order before delete on data.order_line
  for each row execute function data.stays_with_order();
create trigger never_emptied before truncate on data.order_line
  for each statement execute function data.never_changes();
create trigger lines_are_counted_once before update on data.orders
  for each row when (old.line_count is distinct from new.line_count) execute function data.never_changes();

-- References: a keyed hash of a counter, the next counter where it is taken. The organization's row is locked,
-- so two allocations never see the same counter.
create function data.allocate_patient_ref(org uuid, n int default 1) returns setof text language plpgsql
security definer set search_path = pg_catalog, pg_temp as $$
declare
  secret bytea;
  counter bigint;
  missing int := n;
  got int;
begin
  insert into data.organization_key (org_id) values (org) on conflict do nothing;
  select k.ref_key, k.ref_counter into secret, counter from data.organization_key k
  where k.org_id = org for update;
  while missing > 0 loop
    if counter > 200000000 then
      raise exception 'the references of this organization are used up';
    end if;
    return query
      insert into data.patient_reference (org_id, ref)
      select org, 'PT-' || upper(encode(substr(crypto.hmac(int8send(c), secret, 'sha256'), 1, 3), 'hex'))
      from generate_series(counter + 1, counter + missing) c
      on conflict do nothing returning ref;
    get diagnostics got = row_count;
    counter := counter + missing;
    missing := missing - got;
  end loop;
  update data.organization_key k set ref_counter = counter where k.org_id = org;
end $$;

create function data.next_order_number(org uuid) returns text language plpgsql security definer
set search_path = pg_catalog, pg_temp as $$
declare
  counter int;
begin
  insert into data.organization_key as k (org_id, order_counter) values (org, 1)
  on conflict (org_id) do update set order_counter = k.order_counter + 1
  returning k.order_counter into counter;
  return 'ON-' || lpad(counter::text, 6, '0');
end $$;
