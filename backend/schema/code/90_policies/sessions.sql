-- SPDX-FileCopyrightText: 2026 The Carrel authors
-- SPDX-License-Identifier: Apache-2.0

-- Code: all of it is dropped and made anew when any of it changed, so it is edited in place.

create policy everything on auth.credential to carrel_auth using (true) with check (true);
create policy everything on auth.attempt to carrel_auth using (true) with check (true);
create policy everything on auth.code_failure to carrel_auth using (true) with check (true);
create policy everything on auth.code_device to carrel_auth using (true) with check (true);
create policy everything on auth.session to carrel_auth using (true) with check (true);

grant select on auth.credential to carrel_auth;
grant update (totp_counter) on auth.credential to carrel_auth;
grant select, insert, update, delete on auth.attempt to carrel_auth;

-- A wrong code is never unsaid: no delete, and nothing but the mark may change.
grant select, insert, update (forgiven) on auth.code_failure to carrel_auth;
grant select, insert, update (right_at) on auth.code_device to carrel_auth;
grant select, insert, update on auth.session to carrel_auth;
