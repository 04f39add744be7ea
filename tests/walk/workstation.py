# SPDX-FileCopyrightText: 2026 The Carrel authors
# SPDX-License-Identifier: Apache-2.0
"""The workstation as a person at the desk meets it: two programs, their windows, and what one does in them."""
from __future__ import annotations

import os
import re
import subprocess
from pathlib import Path

import robot
from sandbox import Sandbox


class Workstation:
    def __init__(self, binaries: Path, sandbox: Sandbox, *options: str, config: Path | None = None):
        self.sandbox = sandbox
        self.command = [str(binaries / "carrel"), "--config", str(config or sandbox.config), *options]
        self.process: subprocess.Popen | None = None

    def __enter__(self) -> "Workstation":
        self.process = subprocess.Popen(self.command, stdin=subprocess.DEVNULL)
        return self

    def __exit__(self, *_) -> None:
        if self.process.poll() is None:
            self.process.terminate()
            try:
                self.process.wait(10)
            except subprocess.TimeoutExpired:
                self.process.kill()
                self.process.wait()

    @property
    def shell(self) -> robot.Control:
        return robot.application("carrel")

    @property
    def workspace(self) -> robot.Control:
        return robot.application("carrel-workspace")

    def workspace_pid(self) -> int | None:
        """The child process that holds patient data, if there is one."""
        children = Path(f"/proc/{self.process.pid}/task/{self.process.pid}/children").read_text().split()
        for child in children:
            try:
                if os.readlink(f"/proc/{child}/exe").endswith("/carrel-workspace"):
                    return int(child)
            except OSError:
                continue  # it ended between the two looks
        return None

    def give_password(self, login: str, password: str | None = None) -> None:
        self.shell.find("text", "Login").type(login)
        self.shell.find("password text", "Password").type(password or self.sandbox.account(login)["password"])
        self.shell.find("push button", "Sign in").press()

    def give_code(self, code: str) -> None:
        self.shell.find("text", "Code").type(code, stays=False)  # six digits go on by themselves

    def sign_in(self, login: str) -> robot.Control:
        self.give_password(login)
        self.give_code(self.sandbox.code(login))
        return self.until_synced()

    def until_synced(self) -> robot.Control:
        workspace = self.workspace
        workspace.find_text(re.compile(r"^Online"), seconds=60)
        return workspace

    def go_to(self, page: str) -> robot.Control:
        self.workspace.find(robot.BUTTONS, page).press()
        return self.workspace

    def lock(self) -> None:
        pid = self.workspace_pid()
        robot.keys("ctrl+l")
        robot.wait_until("the workspace to be gone", lambda: not os.path.exists(f"/proc/{pid}"))
        self.shell.find("push button", "Unlock")

    def unlock(self, login: str) -> robot.Control:
        self.shell.find("password text", "Password").type(self.sandbox.account(login)["password"])
        self.shell.find("push button", "Unlock").press()
        return self.workspace

    def sign_out(self) -> None:
        pid = self.workspace_pid()
        self.workspace.find("push button", "Sign out").press()
        robot.wait_until("the workspace to be gone", lambda: not os.path.exists(f"/proc/{pid}"))
        self.shell.find("push button", "Sign in")
