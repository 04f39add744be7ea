-- SPDX-FileCopyrightText: 2026 The Carrel authors
-- SPDX-License-Identifier: Apache-2.0

-- Code: all of it is dropped and made anew when any of it changed, so it is edited in place.
--
-- The lists that everything loops over which is said once for each view, command or role. Views and commands enter
-- themselves, each in its own file.

-- One row a role with a door: the functions of 95_doors are owned by its database role, which they work as.
create table work.door (
  role text primary key,
  db_role name not null
);
insert into work.door (role, db_role) values
  ('front_desk', 'carrel_front_desk'), ('medical_assistant', 'carrel_medical_assistant'),
  ('prescriber', 'carrel_prescriber'), ('owner', 'carrel_clinic_owner'), ('sales', 'carrel_sales');

-- What a device's audit events may say was done, and what for: the contract's closed lists.
create table work.audit_act (name text primary key);
insert into work.audit_act (name) values
  ('view'), ('list'), ('search'), ('reveal'), ('print'), ('copy'), ('export'), ('check_in'), ('cart_change'), ('submit'),
  ('decline'), ('sign'), ('lock');
create table work.audit_purpose (name text primary key);
insert into work.audit_purpose (name) values ('treatment'), ('check_in'), ('operations'), ('payment'), ('support');

-- One row a view of the contract: projection.<name>.
create table work.view (
  name text primary key,
  position int not null unique,      -- the order in which a workstation is told of them
  roles text[] not null,             -- who may read it
  purpose text not null references work.audit_purpose, -- for the access log
  source text not null,              -- the table whose departures are removed from it
  of_clinic boolean not null         -- whether its rows are a clinic's; else the organization's
);

-- One row a command of the contract. The function takes the body and returns result, clinic_id, patient_ref,
-- subject_type and subject_id (the last four for the access log).
create table work.command (
  name text primary key check (name ~ '^[a-z]+(-[a-z]+)*$'),
  roles text[] not null,             -- who may do it
  purpose text not null references work.audit_purpose, -- for the access log
  remembered boolean not null,       -- whether the answer is kept under its key
  function regprocedure not null unique
);
