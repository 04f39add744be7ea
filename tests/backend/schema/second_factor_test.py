# SPDX-FileCopyrightText: 2026 The Carrel authors
# SPDX-License-Identifier: Apache-2.0
"""How often somebody may guess at a person's codes, whatever else they hold and however they ask."""
import base64
import hashlib
import itertools
import json
import time
import unittest

from cluster import SqlError, quote
from world import PASSWORD, new_id, world

ROUNDS = 12  # of an attack: where nothing stops it, that many times what the rule allows gets through


class SecondFactor(unittest.TestCase):
    people = 0

    def setUp(self):
        self.world = world()
        SecondFactor.people += 1
        self.numbers = itertools.count()
        self.login = f"guessed.{SecondFactor.people}"
        self.person = quote(self.world.person(self.login, self.world.org_a, "prescriber", [self.world.north],
                                              "1234567893"))

    # ---- what people do ---------------------------------------------------------------------------------
    def sign_in(self, device, password=PASSWORD):
        return self.world.handle("signIn", body={"login": self.login, "password": password,
                                                 "device": {"id": device, "name": "somewhere"}})

    def code(self):
        return self.world.code(self.login)

    def wrong(self):
        """Another code each time, none of the three which would be taken now, nor of their neighbours."""
        near = {self.world.code(self.login, step) for step in range(-3, 4)}
        return next(code for code in (f"{number:06}" for number in self.numbers) if code not in near)

    def session(self, device):
        status, pending = self.sign_in(device)
        self.assertEqual(status, 201, pending)
        status, signed = self.world.handle("secondFactor", pending["token"], body={"code": self.code()})
        self.assertEqual(status, 200, signed)
        return signed["token"]

    def lock(self, token):
        self.assertEqual(self.world.handle("lockSession", token)[0], 204)

    def unlock(self, token, code=None, password=PASSWORD):
        return self.world.handle("unlockSession", token, body={"password": password} | ({"code": code} if code else {}))

    def answer(self, got):
        status, body = got
        return "ok" if status < 300 else body["code"]

    def guess_by_unlock(self, token):
        return self.answer(self.unlock(token, self.wrong()))

    def guess_by_sign_in(self, device):
        status, pending = self.sign_in(device)
        if status != 201:
            return pending["code"]
        return self.answer(self.world.handle("secondFactor", pending["token"], body={"code": self.wrong()}))

    def order(self, token):
        w = self.world
        order = w.order("desk.north", w.ana, w.north, w.plain)
        content = w.handle("reviewOrder", token, {"order_id": order})[1]["content"]
        canonical = json.dumps(content, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
        return order, hashlib.sha256(canonical.encode()).hexdigest()

    def approve(self, token, order, code, password=PASSWORD):
        return self.world.handle("approveOrder", token, {"order_id": order[0]}, {
            "version": 1, "digest": order[1], "password": password, "code": code}, new_id())

    def later(self, interval):
        """As if that much time had passed since everything that this person did."""
        self.world.admin.run(
            f"update auth.code_failure set at = at - interval '{interval}' where person_id = {self.person};"
            f"update auth.code_device set right_at = right_at - interval '{interval}' where person_id = {self.person};"
            f"update auth.attempt set blocked_until = blocked_until - interval '{interval}', "
            f"last_at = last_at - interval '{interval}' "
            f"where login_hash = sha256(convert_to({quote(self.login)}, 'UTF8'))")

    def kept(self):
        return self.world.admin.value(f"select count(*) from auth.code_failure where person_id = {self.person} "
                                      "and not forgiven")

    # ---- the attack that was found, by every way in -----------------------------------------------------
    def test_harm07_fourWrongCodesThenAnUnlock_repeated_isStoppedAfterFive(self):
        token = self.session(new_id())
        answers = []
        for _ in range(ROUNDS):
            self.lock(token)
            answers += [self.guess_by_unlock(token) for _ in range(4)]
            self.assertEqual(self.answer(self.unlock(token)), "ok")  # the password alone still unlocks
        self.assertEqual(answers.count("wrong-code"), 5)
        self.assertEqual(set(answers[5:]), {"too-many-attempts"})

    def test_harm07_fourWrongCodesAtAnOrderThenAnUnlock_repeated_isStoppedAfterFive(self):
        token = self.session(new_id())
        order, answers = self.order(token), []
        for _ in range(ROUNDS):
            answers += [self.answer(self.approve(token, order, self.wrong())) for _ in range(4)]
            self.lock(token)
            self.assertEqual(self.answer(self.unlock(token)), "ok")
        self.assertEqual(answers.count("wrong-code"), 5)
        self.assertEqual(set(answers[5:]), {"too-many-attempts"})

    def test_harm07_newSignInsOnEverNewDevices_betweenUnlocks_areStoppedAfterFive(self):
        token, answers = self.session(new_id()), []
        for _ in range(ROUNDS):
            answers += [self.guess_by_sign_in(new_id()) for _ in range(4)]
            self.lock(token)
            self.assertEqual(self.answer(self.unlock(token)), "ok")
        self.assertEqual(answers.count("wrong-code"), 5)
        self.assertEqual(set(answers[5:]), {"too-many-attempts"})

    def test_harm07_severalPendingSessions_shareOneCount(self):
        device = new_id()
        pending = [self.sign_in(device)[1]["token"] for _ in range(ROUNDS)]
        token = self.session(new_id())
        answers = []
        for each in pending:
            answers.append(self.answer(self.world.handle("secondFactor", each, body={"code": self.wrong()})))
            self.lock(token)
            self.assertEqual(self.answer(self.unlock(token)), "ok")
        self.assertEqual(answers, ["wrong-code"] * 5 + ["too-many-attempts"] * (ROUNDS - 5))

    def test_harm07_ownerSignsBesideAGuesserOnAnotherDevice_thirtyGuessesEndTheFactor(self):
        token = self.session(new_id())
        order, theirs, answers = self.order(token), new_id(), []
        for _ in range(ROUNDS):
            answers += [self.guess_by_sign_in(theirs) for _ in range(4)]
            self.later("25 hours")  # no wait is left
            self.lock(token)
            if self.answer(self.unlock(token, self.code())) != "ok":
                break
        self.assertEqual(answers.count("wrong-code"), 30)
        # It is over for the right code as well, by every way, until somebody enrols the person anew.
        refused = [self.sign_in(new_id()), self.unlock(token, self.code())]
        self.assertEqual(self.answer(self.unlock(token)), "ok")  # what the password alone opens stays open
        refused.append(self.approve(token, order, self.code()))
        self.later("400 days")
        refused.append(self.approve(token, order, self.code()))
        self.assertEqual([(status, body["code"], body["reason"]) for status, body in refused],
                         [(403, "not-allowed", "second-factor-ended")] * 4)
        self.world.admin.run(f"select admin.set_second_factor({self.person})")
        self.assertEqual(self.world.handle("me", token)[1]["code"], "session-expired")
        self.session(theirs)

    def test_harm07_guesserHoldsTheOwnersOwnSession_threeHundredAndNinetyFiveGuessesAreAll(self):
        token = self.session(new_id())
        wrong = right = 0
        while wrong < 500:
            self.lock(token)
            got = [self.guess_by_unlock(token) for _ in range(4)]
            wrong += got.count("wrong-code")
            if self.answer(self.unlock(token, self.code())) != "ok":
                break
            right += 1
            self.later("1 hour")
        self.assertEqual((wrong, self.kept()), (395, 30))
        self.assertEqual(self.unlock(token, self.code())[1]["reason"], "second-factor-ended")

    def test_harm07_aYearOnAnInjectedClock_guessesAreCountedAndPrinted(self):
        """Whoever guesses as soon as the rule lets them, beside an owner who signs 40 times on every day."""
        figures = {}
        for who, own_device in (("on another device", False), ("on the owner's own device", True)):
            SecondFactor.people += 1
            person = self.world.person(f"guessed.{SecondFactor.people}", self.world.org_a, "prescriber", [])
            self.world.admin.run(f"""
                create temporary table guess (at timestamptz);
                do $$
                declare
                  org uuid := {quote(self.world.org_a)};
                  person uuid := {quote(person)};
                  home uuid := gen_random_uuid();
                  guesser uuid := case when {own_device} then home else gen_random_uuid() end;
                  now timestamptz;
                  rule record;
                begin
                  for signature in 0 .. 365 * 40 - 1 loop
                    now := timestamptz '2026-01-01 08:00Z' + signature / 40 * interval '1 day'
                           + signature % 40 * interval '12 minutes';
                    rule := auth.code_rule_at(org, person, home, now);
                    exit when rule.ended;
                    perform auth.code_right(org, person, home, now);
                    loop -- until the next signature; the owner's device only when a right code still forgives
                      now := now + interval '1 second';
                      exit when extract(epoch from now)::bigint % 720 = 0;
                      continue when {own_device} and extract(epoch from now)::bigint % 720 < 430;
                      rule := auth.code_rule_at(org, person, guesser, now);
                      exit when rule.ended;
                      if rule.wait = 0 then
                        perform auth.code_wrong(org, person, guesser, now);
                        insert into guess values (now);
                      else
                        now := now + (rule.wait - 1) * interval '1 second';
                        exit when extract(epoch from now)::bigint % 720 < rule.wait;
                      end if;
                    end loop;
                  end loop;
                end $$""")
            guesses = self.world.admin.rows(
                "select count(*) as year, max(n) as day from (select count(*) over (order by at range between "
                "interval '1 day' preceding and current row) as n from guess) w")[0]
            self.world.admin.run("drop table guess")
            chance = guesses["year"] * 3 / 1_000_000
            print(f"\n  guesses {who}: {guesses['day']} on the worst day, {guesses['year']} in a year; "
                  f"a right one with probability {chance:.1e}", flush=True)
            figures[who] = guesses["year"]
        self.assertEqual(figures, {"on another device": 30, "on the owner's own device": 395})

    def test_harm07_newPassword_forgivesNoWrongCode(self):
        device = new_id()
        for _ in range(5):
            self.guess_by_sign_in(device)
        self.world.admin.run(f"select admin.set_password({self.person}, {quote(PASSWORD)})")
        self.world.admin.run("truncate auth.attempt")
        self.assertEqual(self.guess_by_sign_in(device), "too-many-attempts")

    def test_harm07_guessesAtOnceInManySessions_areEachCounted(self):
        w = self.world
        pending = [self.sign_in(new_id())[1]["token"] for _ in range(ROUNDS)]
        bodies = [{"code": self.wrong()} for _ in pending]
        lines = [w.cluster.connect("carrel_gateway") for _ in pending]
        for line, token, body in zip(lines, pending, bodies):
            line.start("select body::jsonb->>'code' from api.handle('secondFactor', "
                       f"{quote(token)}, null, {quote(body)}, '{{}}')")
        answers = [line.finish().strip() for line in lines]
        for line in lines:
            line.close()
            w.cluster.connections.remove(line)
        self.assertEqual(sorted(answers), ["too-many-attempts"] * (ROUNDS - 5) + ["wrong-code"] * 5)
        self.assertEqual(self.kept(), 5)

    # ---- and what the owner keeps -----------------------------------------------------------------------
    def test_harm07_strangerGuesses_ownersProvenDeviceStillSignsIn(self):
        home, theirs = new_id(), new_id()
        self.session(home)
        while self.guess_by_sign_in(theirs) == "wrong-code":
            pass
        self.assertEqual(self.sign_in(theirs)[1]["code"], "too-many-attempts")
        self.session(home)
        self.assertEqual(self.sign_in(theirs)[1]["code"], "too-many-attempts")

    def test_harm07_waitGrowsToAnHour_andNothingIsCheckedMeanwhile(self):
        token = self.session(new_id())
        self.lock(token)
        for _ in range(5):
            self.assertEqual(self.guess_by_unlock(token), "wrong-code")
        code = self.code()
        status, answer = self.unlock(token, code)
        self.assertEqual((status, answer["code"]), (429, "too-many-attempts"))
        self.assertTrue(25 <= answer["retry_after"] <= 30)
        self.assertEqual(self.world.admin.value(
            f"select totp_counter from auth.credential where person_id = {self.person}"), 0)
        # Nor is the password: that would be a way to try passwords which no count sees.
        self.assertEqual(self.unlock(token, code, "not the password")[0], 429)
        waits = []
        for _ in range(9):
            self.later(f"{self.unlock(token, self.wrong())[1]['retry_after']} seconds")
            self.assertEqual(self.guess_by_unlock(token), "wrong-code")
            waits.append(self.unlock(token, self.wrong())[1]["retry_after"])
        for wait, full in zip(waits, [60, 120, 240, 480, 960, 1920, 3600, 3600, 3600]):
            self.assertTrue(full - 10 <= wait <= full, waits)
        self.later("1 hour")
        self.assertEqual(self.answer(self.unlock(token, self.code())), "ok")

    def test_harm07_usedCode_isNoFailure(self):
        token = self.session(new_id())
        self.lock(token)
        code = self.code()
        self.assertEqual(self.answer(self.unlock(token, code)), "ok")
        for _ in range(ROUNDS):
            self.lock(token)
            self.assertEqual(self.answer(self.unlock(token, code)), "code-already-used")
        self.assertEqual(self.answer(self.unlock(token, self.code())), "ok")
        self.assertEqual(self.kept(), 0)

    def test_harm07_mistypedThenRight_isForgiven_onlyThereAndOnlySoon(self):
        here, elsewhere = new_id(), new_id()
        self.guess_by_sign_in(here)
        self.session(here)
        self.assertEqual(self.kept(), 0)
        self.guess_by_sign_in(here)
        self.later("6 minutes")
        self.session(here)
        self.assertEqual(self.kept(), 1)
        self.guess_by_sign_in(here)
        self.session(elsewhere)
        self.assertEqual(self.kept(), 2)

    def test_harm07_ownerMistypesOnceADay_andCorrectsItAtOnce_forThreeYears_factorNeverEnds(self):
        self.world.admin.run(f"""
            do $$
            declare
              org uuid := {quote(self.world.org_a)};
              person uuid := {self.person};
              device uuid := gen_random_uuid();
              at timestamptz := '2026-01-01 08:00Z';
            begin
              for day in 1 .. 3 * 365 loop
                exit when (auth.code_rule_at(org, person, device, at)).ended;
                perform auth.code_wrong(org, person, device, at), auth.code_right(org, person, device, at + interval '20 s');
                at := at + interval '1 day';
              end loop;
            end $$""")
        self.assertEqual(self.world.admin.value(f"select count(*) from auth.code_failure where person_id = {self.person}"),
                         3 * 365)
        self.assertEqual(self.kept(), 0)

    def test_harm07_lastTenWrongCodes_areSaidBeforeTheFactorEnds(self):
        token, said = self.session(new_id()), []
        self.lock(token)
        while True:
            status, body = self.unlock(token, self.wrong())
            if status != 401:
                break
            said.append(body.get("tries_left"))
            self.later("25 hours")
        self.assertEqual(said, [None] * 19 + list(range(10, -1, -1)))
        self.assertEqual((status, body["reason"]), (403, "second-factor-ended"))

    def test_harm07_sameWrongCodeSentAgain_countsOnce_andIsNotLookedAtAgain(self):
        device, other = new_id(), new_id()
        token = self.session(device)
        order, code, key = self.order(token), self.wrong(), new_id()
        body = {"version": 1, "digest": order[1], "password": PASSWORD, "code": code}
        for _ in range(7):  # the refusal was lost on the way, so the same request comes again
            self.assertEqual(self.answer(self.world.handle("approveOrder", token, {"order_id": order[0]}, body, key)),
                             "wrong-code")
        self.assertEqual(self.kept(), 1)
        self.assertEqual(self.answer(self.approve(token, order, self.wrong())), "wrong-code")
        self.assertEqual(self.kept(), 2)
        # Nothing is learnt by it: a code that was tried too early stays wrong until its time is over.
        early = self.code()
        self.world.admin.run(f"select auth.code_wrong({quote(self.world.org_a)}, {self.person}, {quote(device)}, now(), "
                             f"{quote(early)})")
        self.assertEqual(self.answer(self.approve(token, order, early)), "wrong-code")
        self.assertEqual(self.kept(), 3)
        self.session(other)  # what one device tried wrongly says nothing about another
        self.later("91 seconds")
        self.assertEqual(self.answer(self.approve(token, order, code)), "wrong-code")
        self.assertEqual(self.kept(), 4)
        self.assertEqual(self.answer(self.approve(token, order, self.code())), "ok")

    # ---- enrolling anew -----------------------------------------------------------------------------------
    def test_harm07_sameSecretAgain_isRefused_andForgivesNothing(self):
        token, code = self.session(new_id()), self.code()
        self.lock(token)
        self.assertEqual(self.guess_by_unlock(token), "wrong-code")
        self.assertEqual(self.answer(self.unlock(token, code)), "ok")
        secret = bytes.fromhex(self.world.admin.value("select encode(totp_secret, 'hex') from auth.credential "
                                                      f"where person_id = {self.person}"))
        self.lock(token)
        self.assertEqual(self.guess_by_unlock(token), "wrong-code")
        before = self.credential()
        with self.assertRaises(SqlError) as refused:
            self.world.admin.run(f"select admin.set_second_factor({self.person}, {quote(base64.b32encode(secret).decode())})")
        self.assertEqual(refused.exception.sqlstate, "CRL01")
        self.assertEqual(self.credential(), before)
        self.assertEqual(self.answer(self.unlock(token)), "ok")  # the session goes on

    def credential(self):
        return self.world.admin.rows(
            "select c.totp_counter, c.totp_secret, (select count(*) from auth.code_failure f where f.person_id = c.person_id) "
            f"as failures from auth.credential c where c.person_id = {self.person}")

    def test_harm07_secretThatIsGiven_takesNoCodeThatWasUsedBefore(self):
        first, second = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ", "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"
        admin, device = self.world.admin, new_id()
        admin.run(f"select admin.set_second_factor({self.person}, '{first}')")
        pending = self.sign_in(device)[1]["token"]
        code = self.code()  # of now; forgets the counter
        self.assertEqual(self.world.handle("secondFactor", pending, body={"code": code})[0], 200)
        for secret in (second, first):
            admin.run(f"select admin.set_second_factor({self.person}, '{secret}')")
        pending = self.sign_in(device)[1]["token"]
        self.assertEqual(self.answer(self.world.handle("secondFactor", pending, body={"code": code})), "code-already-used")

    def in_turn(self, held, enrol, then):
        """`enrol` waits for what `held` has locked; then comes `then`, in the transaction of `held` if it is called so."""
        holder, operator = self.world.cluster.connect(), self.world.cluster.connect()
        holder.run("begin; " + held)
        operator.start(enrol)
        self.wait_for_waiting(1)
        try:
            got = then(holder)
            holder.run("commit")
            operator.finish()
        finally:
            for line in (holder, operator):
                line.close()
                self.world.cluster.connections.remove(line)
        return got

    def wait_for_waiting(self, lines):
        deadline = time.monotonic() + 20
        while self.world.admin.value("select count(*) from pg_stat_activity where wait_event_type = 'Lock'") < lines:
            self.assertLess(time.monotonic(), deadline, "nobody waits")

    def test_harm07_unlockingWhileAnOperatorEnrolsOrSetsAPassword_isNoDeadlock(self):
        for enrol in (f"select admin.set_second_factor({self.person})",
                      f"select admin.set_password({self.person}, {quote(PASSWORD)})"):
            token = self.session(new_id())
            self.lock(token)
            body = {"password": PASSWORD, "code": self.code()}
            status = self.in_turn(
                f"select from auth.session where token_hash = auth.token_hash({quote(token)}) for update", enrol,
                lambda holder: holder.run("select status from api.handle('unlockSession', "
                                          f"{quote(token)}, null, {quote(body)}, '{{}}')"))  # noqa: B023
            self.assertEqual(status.strip(), "200")
            self.assertEqual(self.world.handle("me", token)[1]["code"], "session-expired")

    def test_harm07_secondFactorWhileAnOperatorEnrols_isNoDeadlock_andTheSessionIsOver(self):
        pending = self.sign_in(new_id())[1]["token"]
        body = {"code": self.code()}
        person = self.world.cluster.connect("carrel_gateway")

        def give_code(_):
            person.start("select body::jsonb->>'code' from api.handle('secondFactor', "
                         f"{quote(pending)}, null, {quote(body)}, '{{}}')")
            self.wait_for_waiting(2)

        self.in_turn(f"select from auth.session where token_hash = auth.token_hash({quote(pending)}) for update",
                     f"select admin.set_second_factor({self.person})", give_code)
        self.assertEqual(person.finish().strip(), "session-expired")
        person.close()
        self.world.cluster.connections.remove(person)
        self.assertEqual(self.kept(), 0)

    # ---- passwords keep a count of their own ------------------------------------------------------------
    def test_harm07_activeSession_unlockIsRefusedAndChecksNothing(self):
        token = self.session(new_id())
        for _ in range(4):
            self.assertEqual(self.sign_in(new_id(), "not the password")[1]["code"], "wrong-credentials")
        for password in (PASSWORD, "not the password"):
            status, answer = self.unlock(token, password=password)
            self.assertEqual((status, answer["code"], answer["reason"]), (409, "conflict", "session-active"))
        self.assertEqual(self.sign_in(new_id(), "not the password")[1]["code"], "wrong-credentials")
        self.assertEqual(self.sign_in(new_id())[1]["code"], "too-many-attempts")  # the four were not cleared
        self.later("1 minute")
        self.lock(token)
        self.assertEqual(self.answer(self.unlock(token)), "ok")

    def test_harm07_rightPasswordWithAWrongCode_clearsNoWrongPassword(self):
        token = self.session(new_id())
        order = self.order(token)
        for _ in range(4):
            self.assertEqual(self.answer(self.approve(token, order, self.wrong(), "not it")), "wrong-credentials")
        self.assertEqual(self.answer(self.approve(token, order, self.wrong())), "wrong-code")
        self.assertEqual(self.sign_in(new_id())[0], 201)
        self.assertEqual(self.answer(self.approve(token, order, self.wrong(), "not it")), "wrong-credentials")
        self.assertEqual(self.answer(self.approve(token, order, self.code())), "too-many-attempts")
        self.later("1 minute")
        self.assertEqual(self.answer(self.approve(token, order, self.code())), "ok")
        self.assertEqual(self.answer(self.approve(token, order, self.code(), "not it")), "conflict")


if __name__ == "__main__":
    unittest.main()
