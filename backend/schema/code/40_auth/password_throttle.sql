-- SPDX-FileCopyrightText: 2026 The Carrel authors
-- SPDX-License-Identifier: Apache-2.0

-- Code: all of it is dropped and made anew when any of it changed, so it is edited in place.

-- Throttle of passwords. The row is locked while a password is checked: guesses on one account go one after the
-- other.
create function auth.enter_attempt(login text) returns int language plpgsql as $$
declare
  wait double precision;
begin
  insert into auth.attempt (login_hash) values (sha256(convert_to(lower(login), 'UTF8')))
  on conflict do nothing;
  select extract(epoch from blocked_until - clock_timestamp()) into wait from auth.attempt
  where login_hash = sha256(convert_to(lower(login), 'UTF8')) for update;
  return greatest(0, ceil(least(wait, 86400)))::int;
end $$;

create function auth.failed_attempt(login text) returns void language sql as $$
  update auth.attempt
  set failures = failures + 1, last_at = clock_timestamp(),
      blocked_until = case when failures + 1 < 5 then blocked_until
        else clock_timestamp() + least(3600, 30 * 2 ^ least(failures + 1 - 5, 10)) * interval '1 second' end
  where login_hash = sha256(convert_to(lower(login), 'UTF8'))
$$;

create function auth.clear_attempts(login text) returns void language sql as $$
  delete from auth.attempt
  where login_hash = sha256(convert_to(lower(login), 'UTF8')) or last_at < now() - interval '2 days'
$$;

create function auth.throttled(seconds int) returns api.answer language sql as $$
  select api.problem('too-many-attempts', 'Too many attempts on this account.',
                     jsonb_build_object('retry_after', seconds))
$$;
