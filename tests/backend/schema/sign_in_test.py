# SPDX-FileCopyrightText: 2026 The Carrel authors
# SPDX-License-Identifier: Apache-2.0
"""Signing in, the second factor, lock and unlock, throttle; RFC vectors."""
import unittest

from cluster import SqlError, quote
from world import PASSWORD, new_id, world

DEVICE = {"id": "6f1cf0d0-5a53-4c53-a1a7-0d5f4f1f2a11", "name": "counter 1"}


class Vectors(unittest.TestCase):
    def test_totp_matchesRfc6238(self):
        secret = "'12345678901234567890'::bytea"
        for seconds, code in [(59, "94287082"), (1111111109, "07081804"), (1111111111, "14050471"),
                              (1234567890, "89005924"), (2000000000, "69279037"), (20000000000, "65353130")]:
            self.assertEqual(world().admin.value(f"select auth.totp({secret}, {seconds // 30}, 8)"), code)

    def test_base32_matchesRfc4648(self):
        for encoded, plain in [("MY======", "f"), ("MZXQ====", "fo"), ("MZXW6===", "foo"), ("mzxw6yq", "foob"),
                               ("MZXW 6YTB", "fooba"), ("MZXW6YTBOI======", "foobar")]:
            self.assertEqual(world().admin.value(
                f"select convert_from(auth.from_base32({quote(encoded)}), 'UTF8')"), plain)

    def test_canonicalJson_matchesRfc8785(self):
        for value, canonical in [
                ('{"b": 1, "a": [true, null, "x"], "aa": {}}', '{"a":[true,null,"x"],"aa":{},"b":1}'),
                ('{"€": "Euro Sign", "\\r": "Carriage Return", "1": "One", "ö": "o"}',
                 '{"\\r":"Carriage Return","1":"One","ö":"o","€":"Euro Sign"}'),
                ('["\\u20ac$\\u000f\\u000aA\'\\u0042\\u0022\\u005c\\\\\\"\\/"]',
                 '["€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"]'),
                ('[1e2, -0, 9007199254740991, "\\u007f"]', '[100,0,9007199254740991,"\x7f"]')]:
            self.assertEqual(world().admin.value(f"select canon.jcs({quote(value)}::jsonb)"), canonical)
        with self.assertRaises(SqlError):
            world().admin.run("select canon.jcs('[1.5]')")


class SignIn(unittest.TestCase):
    people = 0

    def setUp(self):
        self.world = world()
        SignIn.people += 1
        self.login = f"person.{SignIn.people}"
        self.world.person(self.login, self.world.org_a, "prescriber", [self.world.north])

    def sign_in(self, password=PASSWORD, login=None):
        return self.world.handle("signIn", body={"login": login or self.login, "password": password,
                                                 "device": DEVICE})

    def second_factor(self, pending, code):
        return self.world.handle("secondFactor", pending, body={"code": code})

    def forget(self):
        self.world.admin.run("truncate auth.attempt")

    def age(self, token, interval):
        self.world.admin.run("update auth.session set last_active_at = last_active_at - interval "
                             f"'{interval}', locked_at = locked_at - interval '{interval}' "
                             f"where token_hash = auth.token_hash({quote(token)})")

    def test_wrongPasswordAndUnknownLogin_getTheSameAnswer(self):
        self.assertEqual(self.sign_in("not the password")[1], self.sign_in(PASSWORD, "nobody.at.all")[1])
        self.assertEqual(self.sign_in("not the password")[0], 401)

    def test_longPasswords_areComparedToTheLastCharacter(self):
        long = "lantern " * 12
        self.world.admin.run(f"select admin.set_password({quote(self.world.people[self.login])}, {quote(long)})")
        self.assertEqual(self.sign_in(long[:-1] + "x")[1]["code"], "wrong-credentials")
        self.assertEqual(self.sign_in(long)[0], 201)

    def test_pendingSession_canOnlyTakeTheSecondFactor_andItsTokenEndsThere(self):
        pending = self.sign_in()[1]["token"]
        self.assertEqual(self.world.handle("me", pending)[1]["code"], "second-factor-required")
        status, signed = self.second_factor(pending, self.world.code(self.login))
        self.assertEqual((status, signed["me"]["role"]), (200, "prescriber"))
        self.assertNotEqual(signed["token"], pending)
        self.assertEqual(self.world.handle("me", pending)[1]["code"], "session-expired")
        self.assertEqual(self.world.handle("me", signed["token"])[1], signed["me"])

    def test_tokens_areNowhereInTheDatabase(self):
        token = self.world.sign_in(self.login)
        self.assertEqual(self.world.admin.value(
            f"select count(*) from auth.session s where s::text like '%' || {quote(token)} || '%'"), 0)

    def test_code_isTakenOnce_andOnlyAscending(self):
        w = self.world
        first = self.sign_in()[1]["token"]
        earlier, now = w.code(self.login, -1), w.code(self.login)
        self.assertEqual(self.second_factor(first, "000000" if now != "000000" else "111111")[1]["code"], "wrong-code")
        self.assertEqual(self.second_factor(first, now)[0], 200)
        second = self.sign_in()[1]["token"]
        self.assertEqual(self.second_factor(second, now)[1]["code"], "code-already-used")
        self.assertEqual(self.second_factor(second, earlier)[1]["code"], "code-already-used")
        later = w.admin.value("select auth.totp(totp_secret, totp_counter + 1) from auth.credential "
                              f"where person_id = {quote(w.people[self.login])}")
        self.assertEqual(self.second_factor(second, later)[0], 200)

    def test_fiveFailuresInARow_waitGrows_evenForTheRightPassword(self):
        for _ in range(5):
            self.assertEqual(self.sign_in("wrong wrong wrong")[0], 401)
        status, answer = self.sign_in()
        self.assertEqual((status, answer["code"]), (429, "too-many-attempts"))
        self.assertTrue(25 <= answer["retry_after"] <= 30)
        self.world.admin.run("update auth.attempt set blocked_until = now()")
        self.sign_in("wrong wrong wrong")
        self.assertTrue(50 <= self.sign_in()[1]["retry_after"] <= 60)
        self.forget()

    def test_rightPassword_doesNotForgiveWrongCodes(self):
        for number in range(5):
            pending = self.sign_in()[1]["token"]
            guess = f"{number:06}"
            self.second_factor(pending, guess if self.world.code(self.login) != guess else "999999")
        self.assertEqual(self.sign_in()[1]["code"], "too-many-attempts")
        self.forget()

    def test_lockedSession_refusesAllButUnlockAndEnd(self):
        w = self.world
        token = w.sign_in(self.login)
        self.assertEqual(w.handle("lockSession", token)[0], 204)
        for operation in ("me", "viewChanges", "command", "reviewOrder", "approveOrder", "uploadAudit"):
            self.assertEqual(w.handle(operation, token, {"view": "patients"}, {})[1]["code"], "session-locked")
        self.assertEqual(w.handle("unlockSession", token, body={"password": "wrong"})[1]["code"],
                         "wrong-credentials")
        self.assertEqual(w.handle("unlockSession", token, body={"password": PASSWORD})[0], 200)
        self.assertEqual(w.handle("me", token)[0], 200)

    def test_lockedForLong_unlockNeedsTheCode(self):
        w = self.world
        token = w.sign_in(self.login)
        w.handle("lockSession", token)
        self.age(token, "16 minutes")
        self.assertEqual(w.handle("unlockSession", token, body={"password": PASSWORD})[1]["code"],
                         "second-factor-required")
        self.assertEqual(w.handle("unlockSession", token, body={
            "password": PASSWORD, "code": w.code(self.login)})[0], 200)

    def test_idlePrescriber_isLocked_andBackgroundPollingDoesNotCount(self):
        w = self.world
        token = w.sign_in(self.login)
        self.age(token, "14 minutes")
        self.assertEqual(w.handle("viewChanges", token, {"view": "orders"}, background=True)[0], 200)
        self.age(token, "2 minutes")
        self.assertEqual(w.handle("viewChanges", token, {"view": "orders"}, background=True)[1]["code"],
                         "session-locked")
        self.assertEqual(w.handle("unlockSession", token, body={"password": PASSWORD})[1]["code"],
                         "second-factor-required")

    def test_activity_keepsTheSession(self):
        w = self.world
        token = w.sign_in(self.login)
        for _ in range(3):
            self.age(token, "14 minutes")
            self.assertEqual(w.handle("me", token)[0], 200)

    def test_twelveHours_endTheSession(self):
        w = self.world
        token = w.sign_in(self.login)
        w.admin.run("update auth.session set expires_at = now() where "
                    f"token_hash = auth.token_hash({quote(token)})")
        self.assertEqual(w.handle("me", token)[1]["code"], "session-expired")

    def test_endedSession_andDeactivatedPerson_areOut(self):
        w = self.world
        token = w.sign_in(self.login)
        self.assertEqual(w.handle("endSession", token)[0], 204)
        self.assertEqual(w.handle("me", token)[1]["code"], "session-expired")
        token = w.sign_in(self.login)
        w.admin.run(f"select admin.deactivate({quote(w.people[self.login])})")
        self.assertEqual(w.handle("me", token)[1]["code"], "session-expired")
        self.assertEqual(self.sign_in()[1]["code"], "wrong-credentials")

    def test_compromisedOrShortPassword_isNotSet(self):
        w = self.world
        for password, rule in [("Password1234", "compromised"), ("short", "min-length-12")]:
            with self.assertRaises(SqlError) as caught:
                w.admin.run(f"select admin.set_password({quote(w.people[self.login])}, {quote(password)})")
            self.assertIn(rule, str(caught.exception))

    def test_badRequests_nameTheFieldAndTheRule(self):
        w = self.world
        for body, field, rule in [
                (None, "body", "object"), ({}, "login", "required"),
                ({"login": 1, "password": "x", "device": DEVICE}, "login", "string"),
                ({"login": "x", "password": "x"}, "device", "required"),
                ({"login": "x", "password": "x", "device": {"id": "7", "name": "x"}}, "id", "uuid"),
                ({"login": "x", "password": "x", "device": DEVICE, "extra": 1}, "extra", "unknown-field")]:
            status, answer = w.handle("signIn", body=body)
            self.assertEqual((status, answer["field"], answer["rule"]), (400, field, rule))
        self.assertEqual(w.handle("me", "no such token")[1]["code"], "session-expired")
        self.assertEqual(w.handle("me", None)[1]["code"], "session-expired")
        self.assertEqual(w.handle("me", new_id())[0], 401)


if __name__ == "__main__":
    unittest.main()
