-- SPDX-FileCopyrightText: 2026 The Carrel authors
-- SPDX-License-Identifier: Apache-2.0

-- Code: all of it is dropped and made anew when any of it changed, so it is edited in place.

create function auth.password_is_compromised(sha1 bytea) returns boolean language sql stable strict
  return exists (select from auth.compromised_password c where c.sha1 = password_is_compromised.sha1);

-- Null, or the rule that the password breaks (NIST 800-63B: length and a list of what is known; no more).
create function auth.password_rule_broken(password text) returns text language sql stable
  return case when length(password) < 12 then 'min-length-12'
              when length(password) > 1024 then 'max-length-1024'
              when auth.password_is_compromised(crypto.digest(password, 'sha1')) then 'compromised' end;
