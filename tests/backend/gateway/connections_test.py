# SPDX-FileCopyrightText: 2026 The Carrel authors
# SPDX-License-Identifier: Apache-2.0
"""Many clients, slow ones and hostile ones: who holds a connection must not keep the others out, and what is not
understood must not become a request.

By hand, for figures with workstations that rest as long as real ones (stations, rounds, seconds of rest):
    CARREL_BACKEND=build/dev/bin/carrel-backend python3 -B tests/backend/gateway/connections_test.py --load 400 3 15
"""
import asyncio
import json
import random
import select
import signal
import socket
import ssl
import sys
import threading
import time
import unittest
import uuid

from environment import PASSWORD, Environment, eventually, login_of

environment = None
PATIENCE = 12  # seconds that an honest client waits for anything here


def setUpModule():
    global environment
    environment = Environment().__enter__()


def tearDownModule():
    environment.__exit__(None, None, None)


def context():
    return ssl.create_default_context(cafile=environment.file("ca.pem"))


def address_of(gateway):
    client = environment.client(gateway)
    return client.url.hostname, client.url.port


def plain(gateway):
    return socket.create_connection(address_of(gateway), timeout=PATIENCE)


def tls(gateway):
    return context().wrap_socket(plain(gateway), server_hostname="localhost")


def get(request_id=None, path="/v1/health"):
    return (f"GET {path} HTTP/1.1\r\nHost: localhost\r\nX-Request-Id: {request_id or uuid.uuid4()}\r\n\r\n").encode()


class StaysOpen(AssertionError):
    pass


def read_to_end(connection):
    """All that comes until the server closes; a cut counts as an end, waiting in vain does not."""
    received = b""
    try:
        while chunk := connection.recv(65536):
            received += chunk
    except TimeoutError:
        raise StaysOpen(f"the connection stays open after {received.count(b'HTTP/1.1 ')} answers: {received}") from None
    except (ConnectionError, ssl.SSLError):
        pass
    return received


def is_open(connection):
    """Whether the server's end of a connection that expects nothing more is still there."""
    try:
        connection.setblocking(False)
        return connection.recv(65536) != b""
    except (ssl.SSLWantReadError, BlockingIOError):
        return True
    except OSError:
        return False


class Dripping(threading.Thread):
    """Connections that each send one byte a little before any timeout per read would strike, until cut."""

    def __init__(self, connections, text):
        super().__init__(daemon=True)
        self.open = dict.fromkeys(connections, 0)
        self.text = text
        self.done = threading.Event()
        self.start()

    def run(self):
        while not self.done.wait(0.25):
            for connection, sent in list(self.open.items()):
                try:
                    connection.send(self.text[sent % len(self.text):][:1])
                    self.open[connection] = sent + 1
                    if not is_open(connection):
                        raise ConnectionError
                except (ssl.SSLWantWriteError, BlockingIOError):
                    pass
                except OSError:
                    del self.open[connection]

    def stop(self):
        self.done.set()
        self.join()


class Load:
    """Workstations: each polls, rests, and polls again over the same connection if that is still there."""

    def __init__(self, gateway, stations, rounds, rest):
        self.host, self.port = address_of(gateway)
        self.stations, self.rounds, self.rest = stations, rounds, rest
        self.tokens = [environment.signed_in(name, gateway).token for name in
                       ("desk.ana", "desk.ben", "assistant.dev", "prescriber.ruth", "prescriber.omar", "desk.kim")]
        self.context, self.writers = context(), []
        self.times, self.failures = [], []

    async def round(self, station, connection):
        request = (f"GET /v1/views/patients/changes HTTP/1.1\r\nHost: localhost\r\nX-Carrel-Activity: background\r\n"
                   f"Authorization: Bearer {self.tokens[station % len(self.tokens)]}\r\n\r\n").encode()
        for kept in (True, False):
            if connection is None:
                kept = False
                connection = await asyncio.open_connection(self.host, self.port, ssl=self.context,
                                                           server_hostname="localhost")
                self.writers.append(connection[1])
            reader, writer = connection
            try:
                writer.write(request)
                head = await reader.readuntil(b"\r\n\r\n")
                length = next(int(line.split(b":")[1]) for line in head.split(b"\r\n")
                              if line.lower().startswith(b"content-length"))
                await reader.readexactly(length)
                return head, connection
            except (asyncio.IncompleteReadError, ConnectionError, ssl.SSLError):
                connection = None
                if not kept:
                    raise
        raise AssertionError("never comes here")

    async def station(self, number):
        connection = None
        # Nobody's clock agrees with anybody else's; a morning's work is spread like this.
        await asyncio.sleep(random.Random(number).uniform(0, self.rest))
        for turn in range(self.rounds):
            start = time.monotonic()
            try:
                head, connection = await asyncio.wait_for(self.round(number, connection), PATIENCE)
                if not head.startswith(b"HTTP/1.1 200"):
                    raise OSError(head.split(b"\r\n")[0])
                self.times.append(time.monotonic() - start)
                if b"connection: close" in head.lower():
                    connection = None
            except (OSError, asyncio.TimeoutError, asyncio.IncompleteReadError, ssl.SSLError) as error:
                self.failures.append(repr(error))
                connection = None
            if turn + 1 < self.rounds:
                await asyncio.sleep(self.rest)

    async def all(self):
        await asyncio.gather(*(self.station(number) for number in range(self.stations)))
        for writer in self.writers:
            writer.transport.abort()

    def run(self):
        asyncio.run(self.all())
        times = sorted(self.times) or [float("nan")]
        at = lambda part: 1000 * times[min(len(times) - 1, int(part * len(times)))]  # noqa: E731
        print(f"{self.stations} workstations, {self.rounds} rounds, rest {self.rest} s: answered {len(self.times)}, "
              f"failed {len(self.failures)}, p50 {at(0.5):.0f} ms, p99 {at(0.99):.0f} ms, slowest {at(1):.0f} ms",
              file=sys.stderr)
        return self


class Crowds(unittest.TestCase):
    def setUp(self):
        self.gateway = environment.start_gateway()
        self.open = []

    def tearDown(self):
        for connection in self.open:
            connection.close()
        self.gateway.stop()

    def keep(self, connection):
        self.open.append(connection)
        return connection

    def test_harm09_400_workstations_that_poll_and_rest_are_all_served(self):
        load = Load(self.gateway, 400, 3, 5).run()
        self.assertEqual(load.failures, [])
        self.assertEqual(len(load.times), 1200)

    def test_harm09_idle_dripping_and_mute_connections_do_not_keep_honest_requests_out(self):
        for _ in range(64):
            idle = self.keep(tls(self.gateway))
            idle.sendall(get())
            self.assertIn(b"200 OK", idle.recv(4096))
        # Neither is waited for: with the service held up, the handshakes would not end.
        mute = [self.keep(plain(self.gateway)) for _ in range(64)]
        starting = [self.keep(plain(self.gateway)) for _ in range(64)]
        dripping_tls = [self.keep(context().wrap_socket(raw, server_hostname="localhost",
                                                        do_handshake_on_connect=False)) for raw in starting]
        for connection in dripping_tls:
            connection.setblocking(False)
        waiting = set(dripping_tls)

        def shake():
            for connection in list(waiting):
                try:
                    connection.do_handshake()
                    connection.send(b"GET /v1/health HTTP/1.1\r\nHost: localhost\r\nX-Slow: ")
                    waiting.discard(connection)
                except (ssl.SSLWantReadError, ssl.SSLWantWriteError):
                    pass
            return not waiting

        eventually(shake, 3)
        drip = Dripping([c for c in dripping_tls if c not in waiting], b"a")
        try:
            honest = 0
            for _ in range(20):
                with tls(self.gateway) as connection:
                    connection.sendall(get())
                    self.assertIn(b"200 OK", connection.recv(4096))
                    honest += 1
            self.assertEqual(honest, 20)
            self.assertTrue(eventually(lambda: not drip.open), f"{len(drip.open)} drip on")
            self.assertTrue(eventually(lambda: not any(map(is_open, mute))))
        finally:
            drip.stop()

    def test_harm09_more_dripping_connections_than_threads_only_slow_the_service_down(self):
        gateway = environment.start_gateway("--threads", "32")
        drip = Dripping([], b"\x16\x03\x01\x02\x00\x01" + b"\x00" * 400)
        stop = threading.Event()

        def attack():
            while not stop.wait(0.1):
                while len(drip.open) < 80 and not stop.is_set():  # an attacker comes back
                    drip.open[self.keep(plain(gateway))] = 0

        attacker = threading.Thread(target=attack, daemon=True)
        attacker.start()
        try:
            self.assertTrue(eventually(lambda: len(drip.open) >= 72))
            for _ in range(2):
                with tls(gateway) as connection:
                    connection.sendall(get())
                    self.assertIn(b"200 OK", connection.recv(4096))
        finally:
            stop.set()
            attacker.join()
            drip.stop()

    def test_harm09_burst_of_connections_is_queued_not_dropped(self):
        address = address_of(self.gateway)
        burst = []
        self.gateway.process.send_signal(signal.SIGSTOP)  # as busy as can be: nothing is accepted meanwhile
        try:
            for _ in range(200):
                connection = self.keep(socket.socket(socket.AF_INET6 if ":" in socket.getaddrinfo(*address)[0][4][0]
                                                     else socket.AF_INET))
                connection.setblocking(False)
                connection.connect_ex(address)
                burst.append(connection)
            connected = lambda: len(select.select([], burst, [], 0)[1])  # noqa: E731
            self.assertTrue(eventually(lambda: connected() == 200, 3), f"only {connected()} of 200 got in")
        finally:
            self.gateway.process.send_signal(signal.SIGCONT)

    def test_harm09_limit_per_address_is_kept_and_released(self):
        gateway = environment.start_gateway("--connections-per-address", "4")
        four = [self.keep(plain(gateway)) for _ in range(4)]
        fifth = self.keep(plain(gateway))
        self.assertEqual(read_to_end(fifth), b"")
        self.assertTrue(all(map(is_open, four)))
        four[0].close()

        def served():
            try:
                with tls(gateway) as connection:
                    connection.sendall(get())
                    return b"200 OK" in connection.recv(4096)
            except OSError:
                return False

        self.assertTrue(eventually(served))


class Strangers(unittest.TestCase):
    """Whoever needs no password to ask for it must not have all threads by it."""

    def after_a_flood(self, gateway, crowd):
        """Sign-ins that cannot be answered yet, then one for health; the answers in their order."""
        host, port = address_of(gateway)
        body = json.dumps({"login": "held@north.example", "password": "x",
                           "device": {"id": str(uuid.uuid4()), "name": "x"}}).encode()
        request = (f"POST /v1/sessions HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                   f"Content-Length: {len(body)}\r\nConnection: close\r\n\r\n").encode() + body
        holder = environment.cluster.connect()
        holder.run("begin; select auth.enter_attempt('held@north.example')")
        answers = []

        def sign_in():
            with context().wrap_socket(socket.create_connection((host, port), timeout=60),
                                       server_hostname="localhost") as connection:
                connection.sendall(request)
                answers.append(read_to_end(connection))

        threads = [threading.Thread(target=sign_in) for _ in range(crowd)]
        try:
            for thread in threads:
                thread.start()
            # One in the database, four waiting for its connection: nobody else may be kept.
            eventually(lambda: len(answers) >= crowd - 5)
            with tls(gateway) as connection:
                connection.sendall(get())
                answers.append(connection.recv(4096))
        finally:
            holder.run("rollback")
            holder.close()
            for thread in threads:
                thread.join()
        return answers

    def test_harm09_flood_of_sign_ins_that_wait_leaves_threads_for_everybody_else(self):
        gateway = environment.start_gateway("--threads", "32", "--connections", "8")
        crowd, kept = 60, 5

        def refused_at_once_then_health_then_the_few_that_waited():
            answers = self.after_a_flood(gateway, crowd)
            health = next(place for place, answer in enumerate(answers) if b"200 OK" in answer)
            refused = [answer for answer in answers[:health] if answer.startswith(b"HTTP/1.1 503")]
            return (len(refused) == health == crowd - kept and len(answers) == crowd + 1
                    and all(b"Retry-After: " in answer for answer in refused))

        # The order of answers, and not for how long: a busy machine may need more than one try.
        self.assertTrue(any(refused_at_once_then_health_then_the_few_that_waited() for _ in range(3)))


class Deadlines(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.gateway = environment.start_gateway("--header-seconds", "1", "--request-seconds", "2",
                                                "--answer-seconds", "2")

    def assertCut(self, connection, drip):
        dripping = Dripping([connection], drip)
        try:
            self.assertTrue(eventually(lambda: not dripping.open), "the server goes on waiting")
        finally:
            dripping.stop()
            connection.close()

    def test_harm09_dripped_header_is_cut(self):
        connection = tls(self.gateway)
        connection.sendall(b"GET /v1/health HTTP/1.1\r\nHost: localhost\r\n")
        self.assertCut(connection, b"X-Slow: a\r\n")

    def test_harm09_dripped_request_line_is_cut(self):
        self.assertCut(tls(self.gateway), b"a")

    def test_harm09_dripped_body_is_cut_and_never_a_request(self):
        connection = tls(self.gateway)
        mine = str(uuid.uuid4())
        connection.sendall(b"POST /v1/sessions HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                           b"X-Request-Id: " + mine.encode() + b"\r\nContent-Length: 200000\r\n\r\n")
        self.assertCut(connection, b"a")
        self.assertRegex(self.gateway.log_line(mine), "^POST /v1/sessions 4")

    def test_harm09_dripped_handshake_is_cut(self):
        self.assertCut(plain(self.gateway), b"\x16\x03\x01\x02\x00\x01" + b"\x00" * 500)

    def test_harm09_client_that_never_speaks_is_cut(self):
        with plain(self.gateway) as connection:
            self.assertTrue(eventually(lambda: not is_open(connection)))

    def test_harm09_client_that_never_reads_is_cut(self):
        raw = plain(self.gateway)  # "localhost" may be ::1
        raw.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
        with context().wrap_socket(raw, server_hostname="localhost") as connection:
            connection.setblocking(False)
            request = get(path="/v1/nothing") * 20

            def refused():
                try:
                    connection.send(request)
                except (ssl.SSLWantWriteError, BlockingIOError, ssl.SSLWantReadError):
                    pass
                except OSError:
                    return True
                return False

            self.assertTrue(eventually(refused, 25), "the server holds on to a client that takes no answer")

    def test_harm09_kept_connection_is_let_go_after_its_rest(self):
        with tls(self.gateway) as connection:
            connection.sendall(get())
            self.assertIn(b"200 OK", connection.recv(4096))
            self.assertTrue(eventually(lambda: not is_open(connection), 10))


class Heads(unittest.TestCase):
    def highest_memory(self, gateway):
        with open(f"/proc/{gateway.process.pid}/status", encoding="ascii") as status:
            return next(int(line.split()[1]) for line in status if line.startswith("VmHWM"))

    def test_harm09_endless_heads_are_refused_within_bounded_memory(self):
        gateway = environment.start_gateway()
        start = b"GET /v1/health HTTP/1.1\r\nHost: localhost\r\n"
        kinds = {"many lines": (start, b"X-Fill: 0123456789\r\n" * 800), "many empty lines": (start, b"A: \r\n" * 4000),
                 "one line": (start + b"X-Fill: ", b"0123456789abcdef" * 1000),
                 "first line": (b"GET /v1/", b"0123456789abcdef" * 1000)}
        with tls(gateway) as connection:
            connection.sendall(get())
            connection.recv(4096)
        for kind, (head, filling) in kinds.items():
            with self.subTest(kind):
                before = self.highest_memory(gateway)
                sent = 0
                connection = tls(gateway)
                try:
                    connection.sendall(head)
                    while sent < 24 * 1024 * 1024:
                        connection.sendall(filling)
                        sent += len(filling)
                    connection.sendall(b"\r\n\r\n")
                    refused = False
                except OSError:
                    refused = True
                connection.close()
                self.assertTrue(refused, "24 MiB of a head were taken")
                self.assertLess(self.highest_memory(gateway) - before, 6 * 1024)

    def test_harm09_head_over_a_limit_is_answered_431_or_414_and_closed(self):
        kinds = {"lines": (b"X-Fill: 1\r\n" * 101, b"431"), "line": (b"X-Fill: " + b"x" * 9000 + b"\r\n", b"431"),
                 "bytes": ((b"X-Fill: " + b"x" * 1000 + b"\r\n") * 20, b"431")}
        for kind, (lines, status) in kinds.items():
            with self.subTest(kind), tls(environment.gateway) as connection:
                connection.sendall(b"GET /v1/health HTTP/1.1\r\nHost: localhost\r\n" + lines + b"\r\n")
                received = read_to_end(connection)
                self.assertTrue(received.startswith(b"HTTP/1.1 " + status), received[:80])
                head, body = received.split(b"\r\n\r\n", 1)
                self.assertIn(b"connection: close", head.lower())
                self.assertIn(b"application/problem+json", head)
                self.assertEqual(json.loads(body)["code"], "invalid-input")
                self.assertIn(json.loads(body)["request_id"].encode(), head)
        with tls(environment.gateway) as connection:
            connection.sendall(get(path="/v1/" + "x" * 9000))
            self.assertTrue(read_to_end(connection).startswith(b"HTTP/1.1 414"))

    def test_harm09_what_is_not_understood_gets_one_answer_and_its_body_is_no_request(self):
        host, length = b"Host: localhost\r\n", b"Content-Length: LENGTH\r\n"
        post = b"POST /v1/sessions HTTP/1.1\r\n" + host
        kinds = {
            "unknown method": b"FOO /v1/health HTTP/1.1\r\n" + host + length,
            "lower case method": b"get /v1/health HTTP/1.1\r\n" + host + length,
            "TRACE": b"TRACE /v1/health HTTP/1.1\r\n" + host + length,
            "CONNECT": b"CONNECT localhost:1 HTTP/1.1\r\n" + host + length,
            "PRI": b"PRI * HTTP/1.1\r\n" + host,
            "HTTP/2.0": b"POST /v1/sessions HTTP/2.0\r\n" + host + length,
            "no version": b"GET /v1/health\r\n" + host + length,
            "two spaces": b"GET  /v1/health HTTP/1.1\r\n" + host + length,
            "body of a GET": b"GET /v1/health HTTP/1.1\r\n" + host + length,
            "body of a HEAD": b"HEAD /v1/health HTTP/1.1\r\n" + host + length,
            "multipart without boundary": post + length + b"Content-Type: multipart/form-data\r\n",
            "multipart with a boundary": post + length + b"Content-Type: multipart/form-data; boundary=x\r\n",
            "multipart in capitals": post + length + b"Content-Type: Multipart/Form-Data\r\n",
            "broken range": post + length + b"Range: bytes=nonsense\r\n",
            "chunked": post + b"Transfer-Encoding: chunked\r\n",
            "identity": post + b"Transfer-Encoding: identity\r\n",
            "empty transfer encoding": post + b"Transfer-Encoding: \r\n" + length,
            "chunked and length": post + length + b"Transfer-Encoding: chunked\r\n",
            "space before the colon": post + length + b"Transfer-Encoding : chunked\r\n",
            "tab in the name": post + length + b"Transfer\tEncoding: chunked\r\n",
            "two lengths": post + length + b"Content-Length: 0\r\n",
            "twice the same length": post + length + length,
            "list of lengths": post + b"Content-Length: LENGTH, LENGTH\r\n",
            "length with a sign": post + b"Content-Length: +LENGTH\r\n",
            "negative length": post + b"Content-Length: -1\r\n",
            "hexadecimal length": post + b"Content-Length: 0x10\r\n",
            "escaped length": post + b"Content-Length: %30\r\n",
            "empty length": post + b"Content-Length: \r\n",
            "folded length": post + b"Content-Length:\r\n LENGTH\r\n",
            "folded line": post + b"X-Note: a\r\n b\r\n" + length,
            "bare line feed": post + b"X-Note: a\nContent-Length: 0\r\n" + length,
            "only line feeds": post.replace(b"\r", b"") + b"Content-Length: LENGTH\n\n",
            "bare carriage return": post + b"X-Note: a\rContent-Length: 0\r\n" + length,
            "zero byte": post + b"X-Note: a\0b\r\n" + length,
            "line without a colon": post + b"nonsense\r\n" + length,
            "line without a name": post + b": nonsense\r\n" + length,
            "no host": b"POST /v1/sessions HTTP/1.1\r\n" + length,
            "two hosts": post + host + length,
            "gzip": post + length + b"Content-Encoding: gzip\r\n",
            "empty first line": b"\r\n" + post + length,
        }
        for kind, head in kinds.items():
            with self.subTest(kind), tls(environment.gateway) as connection:
                second = str(uuid.uuid4())
                hidden = get(second)
                # Two records of TLS, as a proxy would send them.
                connection.sendall(head.replace(b"LENGTH", str(len(hidden)).encode()) + b"\r\n")
                connection.sendall(hidden)
                received = read_to_end(connection)
                self.assertEqual(received.count(b"HTTP/1.1 "), 1, received)
                self.assertRegex(received, rb"^HTTP/1.1 4\d\d ")
                self.assertIn(b"connection: close", received.lower())
                self.assertNotIn(second, "".join(environment.gateway.log))

    def test_harm09_well_formed_requests_of_one_connection_are_answered_in_order(self):
        ids = [str(uuid.uuid4()) for _ in range(4)]
        body = json.dumps({"login": "x"}).encode()
        post = (f"POST /v1/sessions HTTP/1.1\r\nHost: localhost\r\nX-Request-Id: {ids[1]}\r\n"
                f"Content-Type: application/json\r\nContent-Length: {len(body)}\r\n\r\n").encode() + body
        last = get(ids[3]).replace(b"\r\n\r\n", b"\r\nConnection: Close\r\n\r\n")
        with tls(environment.gateway) as connection:
            connection.sendall(get(ids[0]) + post + get(ids[2]) + last + get())
            received = read_to_end(connection).decode()
        self.assertEqual(received.count("HTTP/1.1 "), 4, received)
        places = [received.index(f"X-Request-Id: {one}") for one in ids]
        self.assertEqual(places, sorted(places))

    def test_harm09_old_version_of_http_is_answered_and_closed(self):
        with tls(environment.gateway) as connection:
            connection.sendall(b"GET /v1/health HTTP/1.0\r\n\r\n")
            received = read_to_end(connection)
        self.assertTrue(received.startswith(b"HTTP/1.1 200 OK"))
        self.assertIn(b"connection: close", received.lower())


class Database(unittest.TestCase):
    def test_harm09_health_and_sign_in_are_answered_while_slow_requests_hold_their_connections(self):
        gateway = environment.start_gateway("--connections", "8")
        client = environment.signed_in("desk.ana", gateway)
        holder = environment.cluster.connect()
        holder.run(f"begin; select from auth.session where device_id = '{client.device['id']}' for update")
        answers = []
        stop = threading.Event()

        def lock():
            other = environment.client(gateway)
            while not stop.is_set():
                answers.append(other.request("POST", "/v1/sessions/current/lock", token=client.token))

        threads = [threading.Thread(target=lock) for _ in range(12)]
        for thread in threads:
            thread.start()
        held = ("select count(*) as n from pg_stat_activity where application_name = 'carrel-backend' "
                "and wait_event_type = 'Lock'")

        def both_before_any_slow_one():
            over = len(answers)
            health = environment.client(gateway).request("GET", "/v1/health")
            environment.forget_codes("desk.ben")
            sign_in = environment.client(gateway).give_password(login_of("desk.ben"), PASSWORD)
            return (health.status, sign_in.status) == (200, 201) and len(answers) == over

        try:
            self.assertTrue(eventually(lambda: environment.admin.value(held) >= 4))
            self.assertTrue(eventually(both_before_any_slow_one))
        finally:
            stop.set()
            holder.run("commit")
            for thread in threads:
                thread.join()
        self.assertEqual({answer.status for answer in answers} - {204, 423, 503}, set())
        for answer in answers:
            if answer.status == 503:
                self.assertGreater(int(answer.headers["Retry-After"]), 0)


if __name__ == "__main__":
    if sys.argv[1:2] == ["--load"]:
        with Environment() as environment:
            Load(environment.gateway, int(sys.argv[2]), int(sys.argv[3]), float(sys.argv[4])).run()
    else:
        unittest.main()
