# SPDX-FileCopyrightText: 2026 The Carrel authors
# SPDX-License-Identifier: Apache-2.0
"""The sandbox backend as a context manager, and what a test may know about it."""
from __future__ import annotations

import base64
import hashlib
import hmac
import json
import os
import select
import signal
import socket
import struct
import subprocess
import tempfile
import time
from pathlib import Path
from urllib.parse import urlsplit

ROOT = Path(__file__).resolve().parents[2]
TOTP_STEP_SECONDS = 30  # RFC 6238
TYPING_SECONDS = 15  # at most, from the code to the backend's look at it, on a busy machine
START_LIMIT_SECONDS = 900


class Sandbox:
    def __init__(self, binaries: Path, patients: int, seed: int = 1, listen: str = "localhost:0"):
        self.binaries = binaries
        self.options = ["--patients", str(patients), "--seed", str(seed), "--listen", listen]
        self.folder = Path(tempfile.mkdtemp(prefix="carrel-sandbox-"))
        self.process: subprocess.Popen | None = None
        self.used_codes: dict[str, int] = {}

    def __enter__(self) -> "Sandbox":
        self.process = subprocess.Popen(["bash", str(ROOT / "backend/sandbox/sandbox.sh"), "--dir", str(self.folder / "s"),
                                         "--bin", str(self.binaries), *self.options])
        deadline = time.monotonic() + START_LIMIT_SECONDS
        while not self.config.is_file():
            if self.process.poll() is not None or time.monotonic() > deadline:
                raise RuntimeError("the sandbox did not start")
            select.select([], [], [], 0.1)
        self.description = json.loads(self.config.read_text(encoding="utf-8"))
        return self

    def __exit__(self, *_) -> None:
        self.process.terminate()
        self.process.wait(30)
        subprocess.run(["rm", "-rf", str(self.folder)], check=True)

    def take_gateway_away(self) -> None:
        """The backend is down from now on: nothing listens at its address."""
        self.process.send_signal(signal.SIGUSR1)
        self._wait_for_port(False)

    def bring_gateway_back(self) -> None:
        self.process.send_signal(signal.SIGUSR2)
        self._wait_for_port(True)

    def _wait_for_port(self, wanted: bool) -> None:
        address = urlsplit(self.description["base_url"])
        deadline = time.monotonic() + 20
        while self._listens(address.hostname, address.port) != wanted:
            if time.monotonic() > deadline:
                raise RuntimeError("the gateway did not " + ("come back" if wanted else "go away"))
            select.select([], [], [], 0.05)

    @staticmethod
    def _listens(host: str, port: int) -> bool:
        try:
            socket.create_connection((host, port), 1).close()
            return True
        except OSError:
            return False

    @property
    def config(self) -> Path:
        return self.folder / "s" / "sandbox.json"

    @property
    def log(self) -> str:
        return (self.folder / "s" / "gateway.log").read_text(encoding="utf-8", errors="replace")

    def account(self, login: str) -> dict:
        return next(a for a in self.description["accounts"] if a["login"] == login)

    def code(self, login: str) -> str:
        """A second-factor code that this login has not used yet: the backend takes the neighbours of the current step
        and each only once, so three can be used at once; for a fourth this waits for the clock to move on."""
        now = lambda: int(time.time()) // TOTP_STEP_SECONDS  # noqa: E731
        oldest = int(time.time() + TYPING_SECONDS) // TOTP_STEP_SECONDS - 1  # still taken when it has been typed
        counter = max(oldest, self.used_codes.get(login, 0) + 1)
        while counter > now() + 1:
            select.select([], [], [], 0.2)
        self.used_codes[login] = counter
        return totp(self.account(login)["totp_secret"], counter)

    def sql(self, query: str) -> list[list[str]]:
        """Asks the database as its administrator: what a test compares the screen with."""
        database = self.description["postgres"]
        run = subprocess.run(["psql", "--no-psqlrc", "--tuples-only", "--no-align", "--field-separator=\x1f",
                              "--host", database["socket_dir"], "--username=carrel_admin", "--command", query,
                              database["database"]],
                             env={**os.environ, "PGPASSFILE": str(self.folder / "s" / "pgpass")},
                             capture_output=True, text=True, check=False)
        if run.returncode != 0:
            raise RuntimeError(run.stderr)
        return [line.split("\x1f") for line in run.stdout.splitlines()]


def totp(secret: str, counter: int) -> str:
    """RFC 4226 5.3 with RFC 6238's counter."""
    digest = hmac.new(base64.b32decode(secret + "=" * (-len(secret) % 8)), struct.pack(">Q", counter), hashlib.sha1).digest()
    offset = digest[-1] & 15
    return f"{(struct.unpack_from('>I', digest, offset)[0] & 0x7FFFFFFF) % 1_000_000:06d}"
