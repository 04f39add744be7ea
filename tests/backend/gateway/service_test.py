# SPDX-FileCopyrightText: 2026 The Carrel authors
# SPDX-License-Identifier: Apache-2.0
"""The running gateway over real TLS: what it accepts, what it refuses, and what it never says."""
import os
import shutil
import signal
import socket
import ssl
import subprocess
import threading
import unittest
import uuid

from environment import PASSWORD, Environment, Gateway, eventually, login_of
from cluster import SCHEMA

environment = None


def setUpModule():
    global environment
    environment = Environment().__enter__()


def tearDownModule():
    environment.__exit__(None, None, None)


class Transport(unittest.TestCase):
    def address(self):
        return environment.client().url.hostname, environment.client().url.port

    def test_plain_http_gets_no_answer(self):
        with socket.create_connection(self.address(), timeout=10) as plain:
            plain.sendall(b"GET /v1/health HTTP/1.1\r\nHost: localhost\r\n\r\n")
            try:
                received = plain.recv(4096)
            except ConnectionResetError:
                received = b""
        self.assertNotIn(b"HTTP/", received)

    def handshake(self, *options):
        host, port = self.address()
        return subprocess.run(["openssl", "s_client", "-connect", f"{host}:{port}", "-CAfile",
                               environment.file("ca.pem"), *options], input="", capture_output=True, text=True,
                              timeout=20, check=False)

    def test_tls_1_1_is_refused(self):
        self.assertIn("Cipher is (NONE)", self.handshake("-tls1_1", "-cipher", "ALL@SECLEVEL=0").stdout)

    def test_tls_1_2_with_forward_secrecy_is_accepted_without_it_refused(self):
        self.assertIn("ECDHE", self.handshake("-tls1_2").stdout)
        self.assertIn("Cipher is (NONE)", self.handshake("-tls1_2", "-cipher", "AES128-SHA256:AES256-GCM-SHA384").stdout)

    def test_tls_1_3_is_accepted(self):
        self.assertIn("TLSv1.3", self.handshake("-tls1_3").stdout)

    def test_certificate_of_another_authority_is_refused_by_the_client(self):
        client = environment.client()
        client.tls = ssl.create_default_context()
        with self.assertRaises(ssl.SSLCertVerificationError):
            client.request("GET", "/v1/health")

    def test_views_are_compressed_and_answers_with_tokens_are_not(self):
        client = environment.client()
        environment.forget_codes("desk.ana")
        answer = client.give_password(login_of("desk.ana"), PASSWORD)
        self.assertIsNone(answer.headers.get("Content-Encoding"))
        client = environment.signed_in("desk.ana")
        self.assertEqual(client.request("GET", "/v1/views/patients/changes").headers["Content-Encoding"], "gzip")
        plain = client.request("GET", "/v1/views/patients/changes", headers={"Accept-Encoding": "br"})
        self.assertIsNone(plain.headers.get("Content-Encoding"))


class Form(unittest.TestCase):
    def setUp(self):
        self.client = environment.client()

    def assertProblem(self, answer, status, code, **members):
        self.assertEqual((answer.status, answer.code), (status, code), answer.body)
        self.assertEqual(answer.headers["Content-Type"], "application/problem+json")
        self.assertEqual(answer.json["request_id"], answer.headers["X-Request-Id"])
        for name, value in members.items():
            self.assertEqual(answer.json[name], value)

    def post(self, raw, **headers):
        return self.client.request("POST", "/v1/sessions", raw=raw,
                                   headers={"Content-Type": "application/json"} | headers)

    def test_body_over_256_kib_is_refused_and_the_connection_still_works(self):
        self.assertProblem(self.post(b'{"login":"' + b"x" * 262144 + b'"}'), 413, "too-large")
        self.assertEqual(self.client.request("GET", "/v1/health").status, 200)

    def test_body_of_just_256_kib_is_read(self):
        frame = b'{"login":""}'
        answer = self.post(b'{"login":"' + b"x" * (262144 - len(frame)) + b'"}')
        self.assertProblem(answer, 400, "invalid-input", field="login")

    def test_announced_gigabyte_is_refused_at_once(self):
        answer = self.client.request("POST", "/v1/sessions", raw=b"{}", headers={
            "Content-Type": "application/json", "Content-Length": "1000000000"})
        self.assertProblem(answer, 413, "too-large")

    def test_chunked_body_is_refused(self):
        answer = self.client.request("POST", "/v1/sessions", headers={
            "Transfer-Encoding": "chunked", "Content-Type": "application/json"}, raw=iter([b"{}"]))
        self.assertProblem(answer, 411, "invalid-input", field="Content-Length")

    def test_compressed_body_is_refused(self):
        self.assertProblem(self.post(b"\x1f\x8b", **{"Content-Encoding": "gzip"}), 415, "invalid-input",
                           field="Content-Encoding")

    def test_two_lengths_are_refused_and_nothing_after_them_is_read(self):
        context = ssl.create_default_context(cafile=environment.file("ca.pem"))
        with socket.create_connection((self.client.url.hostname, self.client.url.port), timeout=10) as raw:
            with context.wrap_socket(raw, server_hostname="localhost") as tls:
                tls.sendall(b"POST /v1/sessions HTTP/1.1\r\nHost: localhost\r\nContent-Length: 2\r\n"
                            b"Content-Length: 0\r\n\r\nGET /v1/health HTTP/1.1\r\nHost: localhost\r\n\r\n")
                received = b""
                while chunk := tls.recv(4096):
                    received += chunk
        self.assertEqual(received.count(b"HTTP/1.1"), 1)
        self.assertIn(b"400 Bad Request", received)

    def test_malformed_json_is_refused_naming_the_rule(self):
        for raw, rule in ((b"{", "json"), (b"[]", "json-object"), (b"", "required"),
                          (b'{"a":' * 17 + b"1" + b"}" * 17, "nested-at-most-16"), (b'{"a":"\\u0000"}', "valid-text")):
            with self.subTest(rule):
                self.assertProblem(self.post(raw), 400, "invalid-input", field="body", rule=rule)

    def test_other_content_types_are_refused(self):
        for kind in ("text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x"):
            answer = self.post(b"login=x&password=y", **{"Content-Type": kind})
            self.assertIn(answer.status, (400, 415), kind)
            self.assertEqual(answer.code, "invalid-input")
        self.assertProblem(self.post(b"a", **{"Content-Type": "text/plain"}), 415, "invalid-input", field="Content-Type")

    def test_unknown_route_and_wrong_method_are_problems(self):
        self.assertProblem(self.client.request("GET", "/v1/nothing"), 404, "not-found")
        answer = self.client.request("DELETE", "/v1/me")
        self.assertProblem(answer, 405, "invalid-input", field="method")
        self.assertEqual(answer.headers["Allow"], "GET")

    def test_malformed_parameters_are_refused_by_name(self):
        client = environment.signed_in("desk.ana")
        path = "/v1/views/patients/changes"
        for query, field in (("limit=0", "limit"), ("limit=5001", "limit"), ("limit=1&limit=2", "query"), ("limit=x", "limit"),
                             ("cursor=" + "a" * 2049, "cursor"), ("cursor=", "cursor"), ("order=name", "query")):
            with self.subTest(query[:20]):
                self.assertProblem(client.request("GET", f"{path}?{query}"), 400, "invalid-input", field=field)
        self.assertProblem(client.request("GET", "/v1/orders/1/review"), 400, "invalid-input", field="order_id")
        for cursor in ("x", "eyJ2IjoxfQ", "%00", "%F0%9F%92%A9"):
            answer = client.request("GET", f"{path}?cursor={cursor}")
            self.assertIn(answer.status, (400, 410), (cursor, answer.body))
        self.assertIn(client.request("GET", "/v1/views/%00/changes").status, (400, 404))
        self.assertProblem(client.request("GET", "/v1/views/nonsense/changes"), 404, "not-found")

    def test_command_without_or_with_a_broken_key_is_refused(self):
        client = environment.signed_in("desk.ana")
        for headers, rule in (({}, "required"), ({"Idempotency-Key": "1"}, "uuid")):
            self.assertProblem(client.request("POST", "/v1/commands/check-in", {}, headers=headers), 400,
                               "invalid-input", field="Idempotency-Key", rule=rule)

    def test_request_id_of_the_client_is_kept_if_it_is_one(self):
        mine = str(uuid.uuid4())
        self.assertEqual(self.client.request("GET", "/v1/health", headers={"X-Request-Id": mine}).headers["X-Request-Id"], mine)
        other = self.client.request("GET", "/v1/health", headers={"X-Request-Id": "<script>"}).headers["X-Request-Id"]
        self.assertEqual(str(uuid.UUID(other)), other)

    def test_long_headers_are_refused(self):
        answer = self.client.request("GET", "/v1/health", headers={"X-Long": "x" * 20000})
        self.assertGreaterEqual(answer.status, 400)
        self.assertEqual(answer.headers["Content-Type"], "application/problem+json")


class SignIn(unittest.TestCase):
    def pending(self, name="desk.ana"):
        environment.forget_codes(name)
        client = environment.client()
        client.secret = environment.secrets[name]
        self.assertEqual(client.give_password(login_of(name), PASSWORD).status, 201)
        return client

    def test_both_factors_with_a_code_from_oathtool_open_a_session(self):
        client = self.pending()
        self.assertEqual(client.give_code(client.totp()).status, 200)
        me = client.call("GET", "/v1/me")
        self.assertEqual(me["role"], "front_desk")
        self.assertEqual([clinic["name"] for clinic in me["clinics"]], ["Oak"])

    def test_wrong_password_and_unknown_login_get_the_same_answer(self):
        client = environment.client()
        answers = [client.give_password(login, "not it, not it") for login in (login_of("desk.ben"), "nobody@north.example")]
        for answer in answers:
            self.assertEqual((answer.status, answer.code), (401, "wrong-credentials"))
        strip = [{k: v for k, v in answer.json.items() if k != "request_id"} for answer in answers]
        self.assertEqual(*strip)
        environment.forget_codes("desk.ben")

    def test_five_wrong_passwords_make_the_account_wait(self):
        client = environment.client()
        for _ in range(5):
            client.give_password(login_of("desk.ben"), "not it, not it")
        answer = client.give_password(login_of("desk.ben"), PASSWORD)
        self.assertEqual((answer.status, answer.code), (429, "too-many-attempts"))
        self.assertGreater(int(answer.headers["Retry-After"]), 0)
        self.assertEqual(answer.json["retry_after"], int(answer.headers["Retry-After"]))
        environment.forget_codes("desk.ben")

    def test_wrong_code_and_reused_code_are_told_apart(self):
        client = self.pending()
        right = client.totp()
        wrong = f"{(int(right) + 1) % 1000000:06}"
        self.assertEqual(client.give_code(wrong).code, "wrong-code")
        self.assertEqual(client.give_code(right).status, 200)
        again = environment.client()
        again.give_password(login_of("desk.ana"), PASSWORD)
        self.assertEqual(again.give_code(right).code, "code-already-used")

    def test_pending_session_can_do_nothing_but_the_second_factor(self):
        client = self.pending()
        for method, path in (("GET", "/v1/me"), ("GET", "/v1/views/patients/changes"), ("POST", "/v1/sessions/current/lock")):
            self.assertEqual(client.request(method, path).code, "second-factor-required", path)

    def test_unknown_or_malformed_token_is_an_expired_session(self):
        for token in (None, "A" * 43, "x", "' or 1=1 --", "A" * 300):
            answer = environment.client().request("GET", "/v1/me", token=token)
            self.assertEqual((answer.status, answer.code), (401, "session-expired"), token)

    def test_expired_session_ends(self):
        client = environment.signed_in("desk.ana")
        environment.admin.run("update auth.session set expires_at = now() - interval '1 second' "
                              f"where device_id = '{client.device['id']}'")
        self.assertEqual(client.request("GET", "/v1/me").code, "session-expired")

    def test_idle_session_locks_and_background_polling_does_not_prevent_it(self):
        client = environment.signed_in("desk.ana")
        environment.admin.run("update auth.session set last_active_at = now() - interval '29 minutes 50 seconds' "
                              f"where device_id = '{client.device['id']}'")
        client.get_view("patients", background=True)
        moved = environment.admin.value("select now() - last_active_at > interval '29 minutes' as idle from auth.session "
                                        f"where device_id = '{client.device['id']}'")
        self.assertTrue(moved)
        client.get_view("patients")
        self.assertFalse(environment.admin.value("select now() - last_active_at > interval '29 minutes' as idle "
                                                 f"from auth.session where device_id = '{client.device['id']}'"))

    def test_locked_session_answers_423_until_unlocked(self):
        client = environment.signed_in("desk.ana")
        client.lock()
        self.assertEqual(client.request("GET", "/v1/me").status, 423)
        self.assertEqual(client.request("GET", "/v1/views/patients/changes").code, "session-locked")
        self.assertEqual(client.request("POST", "/v1/sessions/current/unlock", {"password": "no"}).code, "wrong-credentials")
        client.unlock(PASSWORD)
        self.assertEqual(client.request("GET", "/v1/me").status, 200)

    def test_harm07_active_session_is_not_unlocked(self):
        client = environment.signed_in("desk.ana")
        answer = client.request("POST", "/v1/sessions/current/unlock", {"password": PASSWORD})
        self.assertEqual((answer.status, answer.code, answer.json["reason"]), (409, "conflict", "session-active"))
        self.assertEqual(client.request("GET", "/v1/me").status, 200)

    def test_long_locked_session_wants_the_code_too(self):
        client = environment.signed_in("desk.ana")
        client.lock()
        environment.admin.run("update auth.session set locked_at = now() - interval '16 minutes' "
                              f"where device_id = '{client.device['id']}'")
        answer = client.request("POST", "/v1/sessions/current/unlock", {"password": PASSWORD})
        self.assertEqual((answer.status, answer.code), (401, "second-factor-required"))
        client.unlock(PASSWORD, client.next_code())
        self.assertEqual(client.request("GET", "/v1/me").status, 200)

    def test_ended_session_is_over(self):
        client = environment.signed_in("desk.ana")
        client.sign_out()
        self.assertEqual(client.request("GET", "/v1/me").code, "session-expired")

    def test_revoked_person_is_out_at_once(self):
        client = environment.signed_in("prescriber.omar")
        environment.run("user", "revoke", "--login", login_of("prescriber.omar"))
        self.assertEqual(client.request("GET", "/v1/me").code, "session-expired")
        self.assertEqual(client.give_password(login_of("prescriber.omar"), PASSWORD).code, "wrong-credentials")


class Resilience(unittest.TestCase):
    def test_log_has_the_route_template_and_nothing_of_the_request(self):
        client = environment.signed_in("prescriber.ruth")
        order = str(uuid.uuid4())
        answer = client.request("GET", f"/v1/orders/{order}/review")
        request_id = answer.headers["X-Request-Id"]
        line = environment.gateway.log_line(request_id)
        self.assertRegex(line, rf"^GET /v1/orders/{{order_id}}/review 404 \d+ms {request_id}\n$")
        client.request("GET", "/v1/views/patients/changes?limit=7")
        client.request("POST", "/v1/sessions", {"login": "canary-login", "password": "canary-password", "device": {}})
        answer = client.request("GET", "/v1/canary-path?canary-query=1")
        environment.gateway.log_line(answer.headers["X-Request-Id"])
        log = "".join(environment.gateway.log)
        for secret in (order, "canary", "limit", PASSWORD, client.token, "Canary"):
            self.assertNotIn(secret.lower(), log.lower())

    def test_database_restarted_under_load_comes_back(self):
        clients = [environment.signed_in(name) for name in ("desk.ana", "desk.ben", "desk.kim")]
        seen = {client: [] for client in clients}
        stop = threading.Event()

        def load(client):
            while not stop.is_set():
                seen[client].append(client.request("GET", "/v1/views/patients/changes"))

        threads = [threading.Thread(target=load, args=(client,)) for client in clients]
        for thread in threads:
            thread.start()
        self.assertTrue(eventually(lambda: all(seen.values())))
        try:
            environment.stop_database()
            away = {client: len(answers) for client, answers in seen.items()}
            self.assertTrue(eventually(lambda: all(len(seen[client]) > away[client] + 1 for client in clients)))
            environment.start_database()
            back = {client: len(answers) for client, answers in seen.items()}
            self.assertTrue(eventually(lambda: all(any(a.status == 200 for a in seen[c][back[c]:]) for c in clients)))
        finally:
            stop.set()
            for thread in threads:
                thread.join()
        for answers in seen.values():
            self.assertEqual({answer.status for answer in answers}, {200, 503})
            self.assertEqual(answers[-1].status, 200)
        refusal = next(answer for answers in seen.values() for answer in answers if answer.status == 503)
        self.assertEqual(refusal.code, "unavailable")
        self.assertGreater(int(refusal.headers["Retry-After"]), 0)

    def test_fault_in_the_database_is_500_with_a_request_id_and_the_log_has_the_sqlstate_only(self):
        client = environment.signed_in("desk.ana")
        environment.admin.run("alter function auth.whoami() rename to whoami_away")
        try:
            answer = client.request("GET", "/v1/me")
        finally:
            environment.admin.run("alter function auth.whoami_away() rename to whoami")
        self.assertEqual((answer.status, answer.code), (500, "internal"))
        self.assertNotIn(b"whoami", answer.body)
        line = environment.gateway.log_line(answer.headers["X-Request-Id"])
        self.assertRegex(line, r"^sqlstate 42883 ")
        self.assertEqual(client.request("GET", "/v1/me").status, 200)

    def test_sigterm_lets_a_request_finish_and_ends_with_0(self):
        gateway = environment.start_gateway()
        client = environment.signed_in("desk.ana", gateway)
        holder = environment.cluster.connect()
        holder.run(f"begin; select from auth.session where device_id = '{client.device['id']}' for update")
        answers = []
        thread = threading.Thread(target=lambda: answers.append(client.request("POST", "/v1/sessions/current/lock")))
        thread.start()
        waiting = ("select count(*) as n from pg_stat_activity where application_name = 'carrel-backend' "
                   "and wait_event_type = 'Lock'")
        self.assertTrue(eventually(lambda: environment.admin.value(waiting) == 1))
        gateway.process.send_signal(signal.SIGTERM)
        holder.run("commit")
        thread.join(timeout=20)
        self.assertEqual([answer.status for answer in answers], [204])
        self.assertEqual(gateway.process.wait(timeout=20), 0)

    def test_idle_connections_do_not_hold_up_the_end(self):
        gateway = environment.start_gateway("--keep-alive-seconds", "60")
        client = environment.signed_in("desk.ana", gateway)
        gateway.process.send_signal(signal.SIGTERM)
        # The connection stays open on this side, and would for the 60 seconds that the server keeps one.
        self.assertEqual(gateway.process.wait(timeout=10), 0)
        self.assertIsNotNone(client._connection.sock)

    def test_process_allows_no_core_dump(self):
        with open(f"/proc/{environment.gateway.process.pid}/limits", encoding="ascii") as limits:
            core = next(line for line in limits if line.startswith("Max core file size"))
        self.assertEqual(core.split()[4:6], ["0", "0"])

    def test_serve_with_bad_arguments_says_why(self):
        base = ["--listen", "localhost:0", "--certificate", environment.file("server.pem"), "--key", environment.file("server.key")]
        wrong_key = environment.run("serve", *base[:-1], environment.file("ca.key"), check=False)
        self.assertEqual(wrong_key.returncode, 1)
        self.assertIn("certificate and key", wrong_key.stderr)
        self.assertEqual(environment.run("serve", check=False).returncode, 2)
        self.assertEqual(environment.run("serve", "--listen", "nonsense", *base[2:], check=False).returncode, 2)


class Migrate(unittest.TestCase):
    def migrate(self, folder, database):
        admin = environment.conninfo("postgres").replace("dbname=carrel", f"dbname={database}")
        program = environment.gateway.process.args[0]
        return subprocess.run([program, "migrate", "--database", admin, "--schema", folder], capture_output=True,
                              text=True, timeout=60, check=False)

    def test_migrations_are_applied_once_all_or_none_and_never_changed(self):
        environment.admin.run("create database migrations")
        folder = os.path.join(environment.folder, "schema")

        def write(name, sql):
            with open(os.path.join(folder, "migrations", name), "w", encoding="utf-8") as file:
                file.write(sql)

        os.makedirs(os.path.join(folder, "migrations"))
        try:
            write("0001_one.sql", "create table one (n int);")
            write("0002_two.sql", "create table two (n int);\nselect 1/0;")
            broken = self.migrate(folder, "migrations")
            self.assertEqual(broken.returncode, 1)
            self.assertIn("0002_two.sql", broken.stderr)
            self.assertIn("22012", broken.stderr)
            write("0002_two.sql", "create table two (n int);")  # fails if the first try left anything behind
            self.assertEqual(self.migrate(folder, "migrations").stdout,
                             "applied 0001_one, 0002_two; now at migration 2\n")
            self.assertEqual(self.migrate(folder, "migrations").stdout, "nothing to do; now at migration 2\n")
            write("0003_three.sql", "create table three (n int); commit; begin;")
            escaped = self.migrate(folder, "migrations")
            self.assertEqual(escaped.returncode, 1)
            self.assertIn("0003_three.sql ended its own transaction", escaped.stderr)
            os.remove(os.path.join(folder, "migrations", "0003_three.sql"))
            write("0001_one.sql", "create table one (n bigint);")
            changed = self.migrate(folder, "migrations")
            self.assertEqual(changed.returncode, 1)
            self.assertIn("0001_one.sql was changed", changed.stderr)
            write("0001_one.sql", "create table one (n int);")
            os.remove(os.path.join(folder, "migrations", "0002_two.sql"))
            newer = self.migrate(folder, "migrations")
            self.assertEqual(newer.returncode, 1)
            self.assertIn("newer than this program", newer.stderr)
        finally:
            shutil.rmtree(folder)

    def test_harm03_database_of_another_schema_is_not_served(self):
        conninfo = environment.cluster.conninfo("served", "carrel_gateway")
        schema = os.path.join(environment.folder, "other-schema")
        arguments = ["--listen", "localhost:0", "--certificate", environment.file("server.pem"), "--key",
                     environment.file("server.key")]

        def serve():
            return subprocess.run([environment.gateway.process.args[0], "serve", "--database", conninfo, *arguments],
                                  capture_output=True, text=True, timeout=20, check=False)

        environment.admin.run("create database served")
        shutil.copytree(SCHEMA, schema)
        try:
            self.assertIn("not made of this program's schema", serve().stderr)
            # An earlier build's: the same migrations by their numbers, and one line of a function is another.
            with open(os.path.join(schema, "code", "80_entry", "handle.sql"), "a", encoding="utf-8") as file:
                file.write("-- earlier\n")
            environment.cluster.migrate("served", schema)
            refused = serve()
            self.assertEqual((refused.returncode, refused.stdout), (1, ""))
            self.assertIn("not made of this program's schema", refused.stderr)
            environment.cluster.migrate("served")
            gateway = Gateway(conninfo, environment.folder)
            environment.gateways.append(gateway)
            self.assertEqual(environment.client(gateway).request("GET", "/v1/health").status, 200)
        finally:
            shutil.rmtree(schema)

    def test_password_in_the_connection_string_is_refused(self):
        done = subprocess.run([environment.gateway.process.args[0], "migrate", "--database", "host=x password=canary"],
                              capture_output=True, text=True, timeout=20, check=False)
        self.assertEqual(done.returncode, 1)
        self.assertIn("PGPASSFILE", done.stderr)
        self.assertNotIn("canary", done.stderr)


if __name__ == "__main__":
    unittest.main()
