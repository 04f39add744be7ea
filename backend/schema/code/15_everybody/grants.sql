-- SPDX-FileCopyrightText: 2026 The Carrel authors
-- SPDX-License-Identifier: Apache-2.0

-- Code: all of it is dropped and made anew when any of it changed, so it is edited in place.
--
-- What 10_base made so far serves everybody whose work is done here.
do $$
declare
  worker text;
begin
  foreach worker in array array['carrel_front_desk', 'carrel_medical_assistant', 'carrel_prescriber',
                                'carrel_clinic_owner', 'carrel_sales', 'carrel_reveal', 'carrel_auditor',
                                'carrel_auth', 'carrel_entry', 'carrel_machinery'] loop
    execute format('grant usage on schema ctx, api, canon to %I', worker);
    execute format('grant execute on all functions in schema ctx, canon, api to %I', worker);
  end loop;
end $$;
grant usage on schema work to carrel_entry, carrel_reveal, carrel_auth, carrel_auditor;
grant usage on schema data to carrel_reveal, carrel_machinery, carrel_auth;
grant usage on schema auth to carrel_auth, carrel_entry;
grant usage on schema crypto to carrel_auth, carrel_machinery;
grant usage on schema audit to carrel_auditor, carrel_entry;
grant usage on schema api to carrel_gateway;
grant execute on all functions in schema crypto to carrel_auth, carrel_machinery;
-- Foreign keys are checked as the tables' owner.
grant usage on schema data, auth, audit, api to carrel_owner;
