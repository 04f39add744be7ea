-- SPDX-FileCopyrightText: 2026 The Carrel authors
-- SPDX-License-Identifier: Apache-2.0

-- Code: all of it is dropped and made anew when any of it changed, so it is edited in place.

-- 'ok', 'wrong-code' or 'code-already-used'. Accepting a code moves the counter in the same statement.
create function auth.take_code(org uuid, person uuid, code text) returns text language plpgsql as $$
declare
  known auth.credential;
  step bigint := auth.current_step();
  candidate bigint;
  used boolean := false;
begin
  select * into strict known from auth.credential c
  where c.org_id = org and c.person_id = person for update;
  for candidate in select generate_series(step - 1, step + 1) loop
    if auth.totp(known.totp_secret, candidate) = code then
      if candidate > known.totp_counter then
        update auth.credential c set totp_counter = candidate where c.org_id = org and c.person_id = person;
        return 'ok';
      end if;
      used := true;
    end if;
  end loop;
  return case when used then 'code-already-used' else 'wrong-code' end;
end $$;

-- Guesses at one person's codes go one after the other, in all sessions together, until the transaction has ended.
create function auth.enter_code() returns api.answer language plpgsql as $$
begin
  perform from auth.credential c where c.org_id = ctx.org() and c.person_id = ctx.person() for update;
  return auth.code_refusal(ctx.org(), ctx.person(), ctx.device());
end $$;

-- Null if it is the code of the person in context; the only way to try one. Nothing of a code is looked at while
-- none may be tried.
create function auth.check_code(code text) returns api.answer language plpgsql as $$
declare
  refusal api.answer;
  verdict text;
  rule record;
begin
  refusal := auth.enter_code();
  if refusal is not null then
    return refusal;
  end if;
  if auth.code_was_wrong(ctx.org(), ctx.person(), ctx.device(), clock_timestamp(), code) then
    verdict := 'wrong-code';
  else
    verdict := auth.take_code(ctx.org(), ctx.person(), code);
    if verdict = 'wrong-code' then
      perform auth.code_wrong(ctx.org(), ctx.person(), ctx.device(), clock_timestamp(), code);
    end if;
  end if;
  if verdict = 'wrong-code' then
    rule := auth.code_rule_at(ctx.org(), ctx.person(), ctx.device(), clock_timestamp());
    if rule.tries_left > 10 then
      return api.problem(verdict, 'The code is wrong.');
    end if;
    return api.problem(verdict, 'The code is wrong; too many more end the second factor.',
                       jsonb_build_object('tries_left', rule.tries_left));
  elsif verdict <> 'ok' then
    return api.problem(verdict, 'The code was used already; wait for the next one.');
  end if;
  perform auth.code_right(ctx.org(), ctx.person(), ctx.device(), clock_timestamp());
  return null;
end $$;
