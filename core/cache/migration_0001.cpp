// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0

namespace carrel::cache {

extern const char* const migration0001;

/// The first schema. Rows are kept as the contract sends them; `pass` is the first pass that last brought a
/// row, so that a fresh start can tell what did not come again. Keys of patients are folded (folding.h).
const char* const migration0001 = R"sql(
CREATE TABLE meta(name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;

CREATE TABLE view_state(
  view TEXT PRIMARY KEY, cursor TEXT NOT NULL DEFAULT '', pass INTEGER NOT NULL DEFAULT 1,
  complete INTEGER NOT NULL DEFAULT 0, ever_complete INTEGER NOT NULL DEFAULT 0, as_of TEXT,
  received INTEGER NOT NULL DEFAULT 0, total INTEGER NOT NULL DEFAULT 0) WITHOUT ROWID;

CREATE TABLE schedule(
  row INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, clinic_id TEXT NOT NULL, patient_id TEXT NOT NULL,
  patient_ref TEXT NOT NULL, starts_at TEXT NOT NULL, duration_minutes INTEGER NOT NULL, kind TEXT,
  provider_name TEXT, state TEXT NOT NULL, version INTEGER NOT NULL, pass INTEGER NOT NULL);
CREATE INDEX schedule_day ON schedule(clinic_id, starts_at);

CREATE TABLE patients(
  row INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, clinic_id TEXT NOT NULL, ref TEXT NOT NULL,
  provider_name TEXT, family TEXT, given TEXT, birth_date TEXT, sex TEXT, phone TEXT, email TEXT,
  version INTEGER NOT NULL, family_key TEXT NOT NULL, given_key TEXT NOT NULL, phone_key TEXT,
  pass INTEGER NOT NULL);
CREATE INDEX patients_name ON patients(family_key, given_key);
CREATE INDEX patients_given ON patients(given_key, family_key) WHERE given_key <> '';
CREATE INDEX patients_birth ON patients(birth_date, family_key, given_key) WHERE birth_date IS NOT NULL;
CREATE INDEX patients_phone ON patients(phone_key) WHERE phone_key IS NOT NULL;
CREATE INDEX patients_ref ON patients(ref);
CREATE TABLE patient_word(
  patient INTEGER NOT NULL, word TEXT NOT NULL, PRIMARY KEY(patient, word)) WITHOUT ROWID;
CREATE INDEX patient_word_word ON patient_word(word);

CREATE TABLE charts(
  row INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, clinic_id TEXT NOT NULL, allergy_status TEXT NOT NULL,
  allergies TEXT NOT NULL, medications TEXT NOT NULL, version INTEGER NOT NULL, pass INTEGER NOT NULL);

CREATE TABLE catalogue(
  row INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, name TEXT NOT NULL, brand TEXT, strength TEXT,
  form TEXT, unit TEXT, category TEXT, schedule TEXT, max_quantity INTEGER NOT NULL,
  default_directions TEXT, active INTEGER NOT NULL, version INTEGER NOT NULL, pass INTEGER NOT NULL);

CREATE TABLE carts(
  row INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, clinic_id TEXT NOT NULL, patient_id TEXT NOT NULL,
  patient_ref TEXT NOT NULL, state TEXT NOT NULL, lines TEXT NOT NULL, changed_at TEXT,
  version INTEGER NOT NULL, pass INTEGER NOT NULL);
CREATE INDEX carts_patient ON carts(patient_id, changed_at);
CREATE INDEX carts_state ON carts(state, clinic_id, changed_at);

CREATE TABLE orders(
  row INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, number TEXT NOT NULL, clinic_id TEXT NOT NULL,
  patient_id TEXT NOT NULL, patient_ref TEXT NOT NULL, state TEXT NOT NULL, lines TEXT,
  line_count INTEGER NOT NULL, controlled INTEGER NOT NULL, provider_name TEXT, submitted_at TEXT NOT NULL,
  decided_at TEXT, decline_reason TEXT, decline_note TEXT, version INTEGER NOT NULL, pass INTEGER NOT NULL);
CREATE INDEX orders_state ON orders(state, submitted_at);
CREATE INDEX orders_submitted ON orders(submitted_at);
CREATE INDEX orders_patient ON orders(patient_id, submitted_at);

CREATE TABLE operations(
  row INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, number TEXT NOT NULL, clinic_id TEXT NOT NULL,
  patient_ref TEXT NOT NULL, state TEXT NOT NULL, line_count INTEGER NOT NULL, submitted_at TEXT NOT NULL,
  decided_at TEXT, version INTEGER NOT NULL, pass INTEGER NOT NULL);
CREATE INDEX operations_state ON operations(state, submitted_at);
CREATE INDEX operations_submitted ON operations(submitted_at);

-- Commands on their way, and the rows as they were before the commands' visible effects.
CREATE TABLE command(
  seq INTEGER PRIMARY KEY AUTOINCREMENT, key TEXT NOT NULL UNIQUE, name TEXT NOT NULL,
  subject TEXT NOT NULL, body TEXT NOT NULL, view TEXT NOT NULL, row_id TEXT NOT NULL,
  base_version INTEGER NOT NULL, at TEXT NOT NULL);
CREATE INDEX command_row ON command(view, row_id);
CREATE TABLE base_image(
  view TEXT NOT NULL, row_id TEXT NOT NULL, version INTEGER NOT NULL, image TEXT,
  PRIMARY KEY(view, row_id)) WITHOUT ROWID;

CREATE TABLE audit_event(seq INTEGER PRIMARY KEY, hash TEXT NOT NULL, json TEXT NOT NULL);

CREATE TABLE draft(name TEXT PRIMARY KEY, body TEXT NOT NULL) WITHOUT ROWID;
)sql";

} // namespace carrel::cache
