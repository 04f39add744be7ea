#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Carrel authors
# SPDX-License-Identifier: Apache-2.0
"""What a lock leaves behind: nothing of a patient in memory, nothing readable on disk, every draft.

Patients with names that stand in no dictionary come in through the importer; they are looked for everywhere afterwards.
The scan of memory has to find them while the workspace is open, or it proves nothing.
"""
from __future__ import annotations

import argparse
import csv
import os
import re
import signal
import subprocess
import sys
import unittest
from pathlib import Path

from desktop import Desktop
from sandbox import Sandbox

DESK = "desk.ana@northgate.example"
CANARIES = [("Zyxwarrington-Quell", "Thessalomina", "1961-03-05", "+1 555 9081726"),
            ("Ouagadrianopoulos", "Wilfreditha", "1974-11-30", "+1 555 9081727"),
            ("Grzmiszczykowska", "Brunhildegund", "1988-07-14", "+1 555 9081728")]
ROOT = Path(__file__).resolve().parents[2]
SCAN_FOUND = 3  # memory_scan.py


def needles() -> list[str]:
    """Names as they are, as banners write them, as the search folds them; and phone numbers, bare."""
    texts = set()
    for family, given, _, phone in CANARIES:
        for text in (family, given):
            texts |= {text, text.upper(), text.lower()}
        texts |= {phone, phone.replace(" ", "").lstrip("+")}
    return sorted(texts)


class LockTest(unittest.TestCase):
    """One story in order: unittest runs the steps by name, and each stands on the one before."""

    @classmethod
    def setUpClass(cls):
        cls.sandbox = cls.enterClassContext(Sandbox(OPTIONS.bin, 400))
        cls.import_canaries()
        cls.desktop = cls.enterClassContext(Desktop())
        import robot
        from workstation import Workstation

        cls.robot = robot
        cls.workstation = cls.enterClassContext(Workstation(OPTIONS.bin, cls.sandbox, "--appearance", "light"))

    @classmethod
    def import_canaries(cls):
        account = cls.sandbox.account(DESK)
        file = cls.sandbox.folder / "canaries.csv"
        with open(file, "w", encoding="utf-8", newline="") as out:
            writer = csv.writer(out)
            writer.writerow(["last name", "first name", "dob", "phone", "mrn"])
            for number, (family, given, born, phone) in enumerate(CANARIES):
                writer.writerow([family, given, born, phone, f"CANARY-{number}"])
        database = cls.sandbox.description["postgres"]
        run = subprocess.run(
            [OPTIONS.bin / "carrel-backend", "import", "--database",
             f"host={database['socket_dir']} dbname={database['database']} user=carrel_admin",
             "--organization", account["organization_id"], "--clinic", account["clinic_ids"][0], file],
            env={**os.environ, "PGPASSFILE": str(cls.sandbox.folder / "s" / "pgpass")}, capture_output=True, text=True, check=False)
        file.unlink()
        if run.returncode != 0:
            raise RuntimeError(run.stdout + run.stderr)

    def scan_memory(self) -> subprocess.CompletedProcess:
        command = [sys.executable, str(ROOT / "tests/security/memory_scan.py")]
        if os.getuid() != 0:
            command = ["sudo", "-n", *command]
        run = subprocess.run(command, input="\n".join(needles()), capture_output=True, text=True, check=False)
        self.assertIn(run.returncode, (0, SCAN_FOUND), run.stderr)
        return run

    def test_01_patientOpenInCart_memoryIsScanned_isFoundInTheWorkspaceOnly(self):
        family, given, _, _ = CANARIES[0]
        workspace = self.workstation.sign_in(DESK)
        self.workstation.go_to("Patients")
        workspace.find("text", "Find a patient").type(family.lower()[:8])
        found = workspace.find("table", "Patients found")
        self.robot.wait_until("exactly one hit", lambda: found.row_count() == 1)
        self.robot.keys("enter")
        workspace.find_text(family.upper())
        workspace.find("push button", "New cart").press()
        workspace.find("text", "Find a product").type("estradiol")
        workspace.find("list", "Products found")
        self.robot.keys("down", "enter")
        workspace.find("spin button", "Quantity").focus()
        self.robot.keys("ctrl+a")
        self.robot.type_keys("7")
        run = self.scan_memory()
        self.assertEqual(run.returncode, SCAN_FOUND, "the scan must see what is there, or it proves nothing:\n" + run.stdout)
        self.assertRegex(run.stdout, r"carrel: read \d+ MiB, 0 hits", "the shell holds no patient data, even now")

    def test_02_workspaceOpen_processListIsRead_showsNoSecretAndNoPatient(self):
        secrets = [self.sandbox.account(DESK)["password"], *needles()]
        for pid in (self.workstation.process.pid, self.workstation.workspace_pid()):
            for name in ("cmdline", "environ"):
                text = Path(f"/proc/{pid}/{name}").read_bytes().decode("utf-8", "replace")
                self.assertFalse([s for s in secrets if s in text], f"{name} of {pid}")
                self.assertNotRegex(text, r"[0-9a-f]{64}", f"{name} of {pid} holds a key")

    def test_03_workspaceOpen_hotkeyIsPressed_workspaceIsGoneAndMemoryIsClean(self):
        self.workstation.lock()
        run = self.scan_memory()
        print(run.stdout, file=sys.stderr)
        self.assertRegex(run.stdout, r"carrel: read \d+ MiB")
        self.assertNotIn("carrel-workspace", run.stdout)
        self.assertEqual(run.returncode, 0, run.stdout)

    def test_04_locked_homeAndTemporaryFilesAreRead_nameNoPatient(self):
        forms = [form for text in needles() for form in (text.encode(), text.encode("utf-16-le"))]
        read = 0
        home = self.desktop.home  # the temporary folder is in it
        for file in home.rglob("*"):
            if file.is_file() and not file.is_symlink():
                content = file.read_bytes()
                read += len(content)
                self.assertFalse([f for f in forms if f in content], file.relative_to(home))
        self.assertGreater(read, 100_000, "the cache is among what was read")
        for log in (self.sandbox.log, (self.sandbox.folder / "s" / "postgresql.log").read_text(errors="replace")):
            self.assertFalse([text for text in needles() if text in log], "a server log names a patient")

    def cache_file(self) -> Path:
        files = list(self.desktop.home.rglob("cache.db"))
        self.assertEqual(len(files), 1, files)
        return files[0]

    def test_05_locked_cacheFileIsOpenedByTools_isNoiseToAllWithoutTheKey(self):
        cache = self.cache_file()
        kind = subprocess.run(["file", "--brief", cache], capture_output=True, text=True, check=True).stdout.strip()
        self.assertEqual(kind, "data")
        texts = subprocess.run(["strings", "-n", "8", cache], capture_output=True, text=True, check=True).stdout
        self.assertNotRegex(texts, r"(?i)create table|sqlite|patient|northgate")
        plain = subprocess.run(["sqlite3", cache, "select count(*) from sqlite_master"], capture_output=True, text=True, check=False)
        self.assertNotEqual(plain.returncode, 0)
        self.assertIn("not a database", plain.stderr)

    def test_06_locked_cacheIsOpenedBySqlcipherWithTheRightKey_countsThePatients(self):
        account = self.sandbox.account(DESK)
        cache = self.cache_file()
        data = cache.parents[2]
        person = cache.parent.name
        run = subprocess.run([OPTIONS.tools / "cache_key", data, account["organization_id"], person, "carrel"],
                             input=account["password"] + "\n", capture_output=True, text=True, check=False)
        self.assertEqual(run.returncode, 0, run.stderr)
        script = (f'PRAGMA key = "x\'{run.stdout.strip()}\'";\nPRAGMA cipher_hmac_algorithm = HMAC_SHA256;\n'
                  "PRAGMA cipher_version;\nPRAGMA cipher_integrity_check;\nselect 'patients', count(*) from patients;\n")
        shell = subprocess.run(["sqlcipher", cache], input=script, capture_output=True, text=True, check=True).stdout
        print(shell, file=sys.stderr)
        version = re.search(r"(\d+)\.(\d+)\.\d+ community", shell)
        self.assertIsNotNone(version, shell)
        self.assertGreaterEqual((int(version[1]), int(version[2])), (4, 6))
        expected = self.sandbox.sql(f"select count(*) from data.patient where clinic_id = '{account['clinic_ids'][0]}'")[0][0]
        self.assertIn(f"patients|{expected}", shell)
        wrong = subprocess.run(["sqlcipher", cache], input=script.replace(run.stdout.strip(), "00" * 32),
                               capture_output=True, text=True, check=False)
        self.assertNotIn("patients|", wrong.stdout)

    def test_07_locked_passwordIsGiven_samePlaceAndDraftAreBack(self):
        workspace = self.workstation.unlock(DESK)
        workspace.find_text(CANARIES[0][0].upper())
        self.robot.wait_until("the quantity that was typed",
                              lambda: workspace.find("spin button", "Quantity").text.startswith("7"))

    def test_08_workspace_isKilled_isTheSamePathAsALock(self):
        pid = self.workstation.workspace_pid()
        os.kill(pid, signal.SIGKILL)
        self.workstation.shell.find_text(re.compile("stopped unexpectedly"))
        self.assertEqual(self.scan_memory().returncode, 0)
        workspace = self.workstation.unlock(DESK)
        self.robot.wait_until("the draft again", lambda: workspace.find("spin button", "Quantity").text.startswith("7"))

    def test_09_running_isStartedASecondTime_saysSoAndEnds(self):
        second = subprocess.run(self.workstation.command, capture_output=True, text=True, timeout=20, check=False)
        self.assertNotEqual(second.returncode, 0)
        self.assertRegex(second.stderr, r"(?i)already")


def main() -> int:
    global OPTIONS
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--bin", type=Path, required=True)
    parser.add_argument("--tools", type=Path, required=True)
    OPTIONS = parser.parse_args()
    suite = unittest.defaultTestLoader.loadTestsFromTestCase(LockTest)
    return 0 if unittest.TextTestRunner(verbosity=2, failfast=True).run(suite).wasSuccessful() else 1


if __name__ == "__main__":
    sys.exit(main())
