# SPDX-FileCopyrightText: 2026 The Carrel authors
# SPDX-License-Identifier: Apache-2.0
"""An HTTPS client that follows backend/api/openapi.yaml, from Python's standard library.

    client = BackendClient("https://localhost:8443", "/path/ca.pem")
    me = client.sign_in("desk.ana@northgate.example", password, totp_secret)["me"]
    rows = client.get_view_all("patients")
    client.command("check-in", appointment_id=row["id"], version=row["version"])

A call returns an Answer; the convenience functions return its JSON and raise BackendError for a problem. One client
is one session on one device and is not thread-safe.
"""
import gzip
import http.client
import json
import ssl
import subprocess
import time
import urllib.parse
import uuid


class Answer:
    def __init__(self, status, headers, body):
        self.status = status
        self.headers = headers
        self.body = body

    @property
    def json(self):
        return json.loads(self.body) if self.body else None

    @property
    def code(self):
        """The problem's code, or None."""
        return self.json.get("code") if self.status >= 400 and self.body else None

    def __repr__(self):
        return f"<Answer {self.status} {self.code or ''}>"


class BackendError(Exception):
    def __init__(self, answer):
        super().__init__(f"{answer.status} {answer.body[:400]!r}")
        self.answer = answer


def code_at(secret, step):
    """The code of a base32 secret in 30-second step number `step`, from oathtool. The secret goes by stdin."""
    result = subprocess.run(["oathtool", "--totp", "--base32", f"--now=@{step * 30}", "-"], input=secret + "\n",
                            capture_output=True, text=True, check=True)
    return result.stdout.strip()


def current_step():
    return int(time.time()) // 30


def totp(secret, step_offset=0):
    return code_at(secret, current_step() + step_offset)


class BackendClient:
    last_steps = {}  # of each secret: codes are accepted once and in ascending order, over all clients

    def __init__(self, base_url, ca_file, device_id=None, timeout=30):
        self.url = urllib.parse.urlsplit(base_url)
        self.tls = ssl.create_default_context(cafile=ca_file)
        self.timeout = timeout
        self.device = {"id": device_id or str(uuid.uuid4()), "name": "test-client"}
        self.token = None
        self.secret = None
        self.me = None
        self._connection = None

    # -- the wire ---------------------------------------------------------------------------------------------
    def request(self, method, path, body=None, headers=None, raw=None, token=...):
        """One request. `body` becomes JSON; `raw` are bytes sent as they are; token=None sends none."""
        head = {"Accept-Encoding": "gzip"}
        bearer = self.token if token is ... else token
        if bearer:
            head["Authorization"] = "Bearer " + bearer
        data = raw
        if body is not None:
            data = json.dumps(body).encode()
            head["Content-Type"] = "application/json"
        head.update(headers or {})
        for attempt in (1, 2):
            if self._connection is None:
                self._connection = http.client.HTTPSConnection(self.url.hostname, self.url.port, context=self.tls,
                                                               timeout=self.timeout)
            fresh = self._connection.sock is None
            try:
                self._connection.request(method, path, body=data, headers=head)
                response = self._connection.getresponse()
                payload = response.read()
                break
            except (http.client.RemoteDisconnected, ConnectionResetError, BrokenPipeError, ssl.SSLEOFError):
                # A kept connection may have been closed meanwhile; a fresh one that breaks is a failure.
                self.close()
                if fresh or attempt == 2:
                    raise
        if response.headers.get("Content-Encoding") == "gzip":
            payload = gzip.decompress(payload)
        return Answer(response.status, response.headers, payload)

    def close(self):
        if self._connection is not None:
            self._connection.close()
            self._connection = None

    def call(self, *arguments, **named):
        answer = self.request(*arguments, **named)
        if answer.status >= 400:
            raise BackendError(answer)
        return answer.json

    # -- the session ------------------------------------------------------------------------------------------
    def totp(self, step_offset=0):
        return totp(self.secret, step_offset)

    def next_code(self):
        """A code that was not used yet by any client of this process, within the window of one step."""
        now = current_step()
        step = max(now - 1, self.last_steps.get(self.secret, 0) + 1)
        if step > now + 1:
            raise RuntimeError("the three codes of the window are used; reset the counter or wait")
        self.last_steps[self.secret] = step
        return code_at(self.secret, step)

    def give_password(self, login, password):
        answer = self.request("POST", "/v1/sessions", token=None,
                              body={"login": login, "password": password, "device": self.device})
        if answer.status == 201:
            self.token = answer.json["token"]
        return answer

    def give_code(self, code):
        answer = self.request("POST", "/v1/sessions/current/second-factor", {"code": code})
        if answer.status == 200:
            self.token = answer.json["token"]
            self.me = answer.json["me"]
        return answer

    def sign_in(self, login, password, secret):
        """Both factors; returns the answer to the second."""
        self.secret = secret
        for answer in (self.give_password(login, password), None):
            answer = answer or self.give_code(self.next_code())
            if answer.status >= 400:
                raise BackendError(answer)
        return answer.json

    def lock(self):
        return self.call("POST", "/v1/sessions/current/lock")

    def unlock(self, password, code=None):
        return self.call("POST", "/v1/sessions/current/unlock",
                         {"password": password} | ({"code": code} if code else {}))

    def sign_out(self):
        return self.call("DELETE", "/v1/sessions/current")

    # -- reading ----------------------------------------------------------------------------------------------
    def get_view(self, view, cursor=None, limit=None, background=False):
        query = {name: value for name, value in (("cursor", cursor), ("limit", limit)) if value is not None}
        path = f"/v1/views/{view}/changes" + ("?" + urllib.parse.urlencode(query) if query else "")
        return self.call("GET", path, headers={"X-Carrel-Activity": "background"} if background else None)

    def get_view_all(self, view, limit=5000):
        """Every row of a view as the first pass and what followed it have it."""
        rows = {}
        cursor, more = None, True
        while more:
            page = self.get_view(view, cursor, limit)
            rows.update((row["id"], row) for row in page["rows"])
            for gone in page["removed"]:
                rows.pop(gone, None)
            cursor, more = page["cursor"], page["more"]
        return list(rows.values())

    # -- writing ----------------------------------------------------------------------------------------------
    def command(self, name, key=None, **body):
        """Returns the command's result."""
        return self.call("POST", f"/v1/commands/{name}", body,
                         headers={"Idempotency-Key": key or str(uuid.uuid4())})["result"]

    def review(self, order_id):
        return self.call("GET", f"/v1/orders/{order_id}/review")

    def approve(self, order_id, version, digest, password, code, key=None):
        return self.call("POST", f"/v1/orders/{order_id}/approval",
                         {"version": version, "digest": digest, "password": password, "code": code},
                         headers={"Idempotency-Key": key or str(uuid.uuid4())})
