-- SPDX-FileCopyrightText: 2026 The Carrel authors
-- SPDX-License-Identifier: Apache-2.0

-- Code: all of it is dropped and made anew when any of it changed, so it is edited in place.

-- How often codes may be guessed, as a function of what happened and of the time, so that a year can be tried in a
-- second. Two rules:
--
-- 1. Five wrong codes in a row make the next one wait 30 seconds, doubling to an hour. A device where this person
--    once gave a right code counts for itself, from its last right code on; all other devices count together, so
--    that a new device id is no new allowance, and so that somebody with the password who guesses elsewhere does not
--    make the person wait at their own desk.
-- 2. Thirty wrong codes within 365 days that were not forgiven end the factor until it is enrolled anew
--    (admin.set_second_factor). Only a right code forgives, and only what was typed wrong on the same device within
--    the five minutes before, and no more than 365 in 365 days: otherwise whoever shares the device of somebody who
--    signs 40 times a day would have eight guesses forgiven each time (five at once, then after 30, 60 and 120 s),
--    116,800 a year. One a day is what the cap leaves to the owner, who may mistype every day for good; who mistypes
--    oftener than that loses the factor when 30 more have come, and the refusals of the last ten say so (tries_left).
-- The same wrong code again, on the same device within the 90 seconds that a code lives, is not looked at and not counted:
-- a refusal that was lost on the way makes a program send its request again. The answer is wrong-code whatever became of
-- the code meanwhile, so it tells nothing.
--
-- What remains. A guess is right with a probability of at most 3 in 1,000,000: six digits, three steps are taken.
--   - On a device of one's own, with the password: 30 guesses (rule 2), whatever the owner does meanwhile. Rule 1
--     spreads them over 19 hours: five at once, then 30 s * (1+2+4+...+64) = 3,810 s for seven more, then 18 at one
--     an hour. So 30 a day at most and 30 a year: a probability of 30 * 3/1,000,000 = 0.00009, 1 in 11,111.
--   - On the owner's device (their own session and password stolen), beside right codes of the owner: 365 forgiven
--     and 30 not. So 395 a year at most, which two days with 40 right codes each are enough for: 395 * 3/1,000,000 =
--     0.0012, 1 in 843. The backend cannot tell this guesser from an owner who mistypes until devices prove themselves
--     by a key. Without a cap, one wrong code forgiven with every right one would be 14,600 a year, 1 in 23.
-- A guess needs the right password in the same request or just before it: a stranger cannot end anybody's factor.
create function auth.code_rule(history auth.code_failure[], devices auth.code_device[], device uuid, now timestamptz,
                               out ended boolean, out wait int, out tries_left int) language plpgsql stable as $$
declare
  last_right timestamptz;
  in_a_row int;
  last_wrong timestamptz;
begin
  -- Over every year that there was, not only the last: what has ended stays so. Nothing is forgiven after the
  -- thirtieth, because no code is checked.
  select coalesce(max(w.kept), 0) >= 30 into ended
  from (select count(*) filter (where not f.forgiven)
                 over (order by f.at range between interval '365 days' preceding and current row) as kept
        from unnest(history) f) w;
  select greatest(0, 30 - count(*)) into tries_left from unnest(history) f
  where not f.forgiven and f.at >= now - interval '365 days';
  select max(d.right_at) into last_right from unnest(devices) d where d.device_id = device;
  select count(*), max(f.at) into in_a_row, last_wrong from unnest(history) f
  where f.at > now - interval '1 day'
    and case when last_right is not null then f.device_id = device and f.at > last_right
             else not exists (select from unnest(devices) d where d.device_id = f.device_id) end;
  wait := case when in_a_row < 5 then 0
    else greatest(0, ceil(extract(epoch from last_wrong - now) + least(3600, 30 * 2 ^ least(in_a_row - 5, 10))))::int
    end;
end $$;

create function auth.code_rule_at(org uuid, person uuid, device uuid, now timestamptz, out ended boolean,
                                  out wait int, out tries_left int) language sql stable as $$
  select r.ended, r.wait, r.tries_left
  from auth.code_rule(
    (select coalesce(array_agg(f), '{}') from auth.code_failure f where f.org_id = org and f.person_id = person),
    (select coalesce(array_agg(d), '{}') from auth.code_device d where d.org_id = org and d.person_id = person),
    device, now) r
$$;

create function auth.code_mark(org uuid, person uuid, code text) returns bytea language sql stable as $$
  select crypto.hmac(convert_to('wrong code ' || code, 'UTF8'), c.totp_secret, 'sha256')
  from auth.credential c where c.org_id = org and c.person_id = person
$$;

create function auth.code_wrong(org uuid, person uuid, device uuid, now timestamptz, code text default null) returns void
language sql as $$
  insert into auth.code_failure (org_id, person_id, device_id, at, mark)
  values (org, person, device, now, auth.code_mark(org, person, code))
$$;

-- Whether this very code was wrong on this device just now.
create function auth.code_was_wrong(org uuid, person uuid, device uuid, now timestamptz, code text) returns boolean
language sql stable as $$
  select exists (select from auth.code_failure f
                 where f.org_id = org and f.person_id = person and f.device_id = device
                   and f.at > now - interval '90 seconds' and f.mark = auth.code_mark(org, person, code))
$$;

create function auth.code_right(org uuid, person uuid, device uuid, now timestamptz) returns void language sql as $$
  update auth.code_failure set forgiven = true
  where id in (select f.id from auth.code_failure f
               where f.org_id = org and f.person_id = person and f.device_id = device and not f.forgiven
                 and f.at > now - interval '5 minutes'
               order by f.at desc
               limit greatest(0, 365 - (select count(*) from auth.code_failure g
                                        where g.org_id = org and g.person_id = person and g.forgiven
                                          and g.at > now - interval '365 days')));
  insert into auth.code_device (org_id, person_id, device_id, right_at) values (org, person, device, now)
  on conflict (org_id, person_id, device_id) do update set right_at = excluded.right_at;
$$;

-- Null if a code of this person may be tried on this device now.
create function auth.code_refusal(org uuid, person uuid, device uuid) returns api.answer language plpgsql as $$
declare
  rule record;
begin
  rule := auth.code_rule_at(org, person, device, clock_timestamp());
  if rule.ended then
    return api.problem('not-allowed', 'Too many wrong codes: the second factor must be enrolled anew.',
                       '{"reason": "second-factor-ended"}');
  elsif rule.wait > 0 then
    return auth.throttled(rule.wait);
  end if;
  return null;
end $$;
