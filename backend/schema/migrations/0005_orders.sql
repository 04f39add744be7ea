-- SPDX-FileCopyrightText: 2026 The Carrel authors
-- SPDX-License-Identifier: Apache-2.0

-- Migration: runs once and is never edited afterwards; a change is a new number.

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
  check (digest = encode(sha256(convert_to(content, 'UTF8')), 'hex'))
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
