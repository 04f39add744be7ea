# SPDX-FileCopyrightText: 2026 The Carrel authors
# SPDX-License-Identifier: Apache-2.0
"""A private desktop: X server, session bus, window manager, Secret Service, accessibility bus, and a home of its own.

Everything is the real program, started for this run and ended with it. `Desktop` is a context manager; while it is
open, `environment` is what a program needs to run on it, and os.environ carries the same.
"""
from __future__ import annotations

import os
import select
import shutil
import subprocess
import tempfile
from pathlib import Path

KEYRING_PASSWORD = "tour"
START_LIMIT_SECONDS = 20


class Desktop:
    def __init__(self, width: int = 1282, height: int = 802, scale: str = "1", keyring: bool = True):
        self.size = f"{width}x{height}x24"
        self.keyring = keyring
        self.home = Path(tempfile.mkdtemp(prefix="carrel-home-"))
        self.processes: list[subprocess.Popen] = []
        self.environment = {
            key: value for key, value in os.environ.items()
            if not key.startswith(("DBUS_", "XDG_", "GNOME_", "QT_", "WAYLAND_", "DISPLAY", "AT_SPI"))
        }
        for name in ("config", "data", "cache", "run", "tmp"):
            (self.home / name).mkdir(mode=0o700)
        self.environment.update({
            "HOME": str(self.home),
            "XDG_CONFIG_HOME": str(self.home / "config"),
            "XDG_DATA_HOME": str(self.home / "data"),
            "XDG_CACHE_HOME": str(self.home / "cache"),
            "XDG_RUNTIME_DIR": str(self.home / "run"),
            "TMPDIR": str(self.home / "tmp"),
            "LANG": "C.UTF-8",
            "LC_ALL": "C.UTF-8",
            "QT_QPA_PLATFORM": "xcb",
            "QT_SCALE_FACTOR": scale,
            "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
            "NO_AT_BRIDGE": "0",
            "GTK_MODULES": "",
        })

    def __enter__(self) -> "Desktop":
        try:
            self._start_x_server()
            self._start_bus()
            self._spawn(["openbox", "--sm-disable"])
            if self.keyring:
                self._start_keyring()
            self._spawn(["/usr/libexec/at-spi-bus-launcher", "--launch-immediately"])
            os.environ.clear()
            os.environ.update(self.environment)
        except BaseException:
            self.__exit__()
            raise
        return self

    def __exit__(self, *_) -> None:
        for process in reversed(self.processes):
            if process.poll() is None:
                process.terminate()
                try:
                    process.wait(5)
                except subprocess.TimeoutExpired:
                    process.kill()
                    process.wait()
        shutil.rmtree(self.home, ignore_errors=True)

    def screenshot(self, file: Path) -> None:
        subprocess.run(["import", "-window", "root", "-strip", str(file)], env=self.environment, check=True, timeout=30)

    def _spawn(self, command: list[str], **options) -> subprocess.Popen:
        process = subprocess.Popen(command, env=self.environment, stderr=subprocess.DEVNULL,
                                   **{"stdin": subprocess.DEVNULL, "stdout": subprocess.DEVNULL, **options})
        self.processes.append(process)
        return process

    def _start_x_server(self) -> None:
        read, write = os.pipe()
        self._spawn(["Xvfb", "-displayfd", str(write), "-screen", "0", self.size, "-nolisten", "tcp", "-noreset"],
                    pass_fds=[write])
        os.close(write)
        self.environment["DISPLAY"] = ":" + _line(read, "Xvfb")

    def _start_bus(self) -> None:
        bus = self._spawn(["dbus-daemon", "--session", "--nofork", "--print-address=1"], stdout=subprocess.PIPE)
        self.environment["DBUS_SESSION_BUS_ADDRESS"] = _line(bus.stdout.fileno(), "dbus-daemon")

    def _start_keyring(self) -> None:
        # --unlock reads the password of the login keyring from standard input and creates it.
        keyring = self._spawn(["gnome-keyring-daemon", "--foreground", "--components=secrets", "--unlock"],
                              stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        keyring.stdin.write(KEYRING_PASSWORD.encode())
        keyring.stdin.close()
        subprocess.run(["gdbus", "wait", "--session", f"--timeout={START_LIMIT_SECONDS}", "org.freedesktop.secrets"],
                       env=self.environment, check=True)


def _line(descriptor: int, program: str) -> str:
    """The first line that `program` writes."""
    ready, _, _ = select.select([descriptor], [], [], START_LIMIT_SECONDS)
    text = os.read(descriptor, 512).decode().strip() if ready else ""
    if not text:
        raise RuntimeError(f"{program} did not start")
    return text
