#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Carrel authors
# SPDX-License-Identifier: Apache-2.0
"""Looks for texts in the memory of every running workstation process, as the machine's administrator can.

usage: memory_scan.py < NEEDLES      one text a line; prints "PID PROGRAM REGION COUNT" a hit, never the text
exit status: 0 nothing found, 3 found, 2 could not look; 1 is what Python ends with when this script is wrong
"""
from __future__ import annotations

import os
import re
import sys
from pathlib import Path

PROGRAMS = {"carrel", "carrel-workspace", "carrelctl"}  # the backend is the place where patients are kept
FOUND = 3
CHUNK = 16 * 1024 * 1024
NOT_MEMORY = ("[vvar]", "[vsyscall]")


def workstation_processes() -> list[tuple[int, str]]:
    found = []
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            try:
                program = os.path.basename(os.readlink(entry / "exe")).removesuffix(" (deleted)")
            except OSError:
                continue  # a kernel thread, or gone meanwhile
            if program in PROGRAMS:
                found.append((int(entry.name), program))
    return sorted(found)


def regions(pid: int):
    """Every readable region. Program texts are read too: they are small, and leaving out is how things are missed."""
    for line in Path(f"/proc/{pid}/maps").read_text().splitlines():
        match = re.match(r"([0-9a-f]+)-([0-9a-f]+) (\S+) \S+ \S+ \S+\s*(.*)", line)
        start, end, rights, name = int(match[1], 16), int(match[2], 16), match[3], match[4]
        if rights.startswith("r") and name not in NOT_MEMORY:
            yield start, end, name or "anonymous"


def forms_of(needles: list[str]) -> list[bytes]:
    """Each text as UTF-8 and as Qt's UTF-16."""
    return sorted({form for needle in needles for form in (needle.encode("utf-8"), needle.encode("utf-16-le"))})


def scan(pid: int, forms: list[bytes]) -> tuple[dict[str, int], int]:
    overlap = max(len(form) for form in forms) - 1
    hits: dict[str, int] = {}
    size = 0
    with open(f"/proc/{pid}/mem", "rb", buffering=0) as memory:
        for start, end, name in regions(pid):
            tail = b""
            for position in range(start, end, CHUNK):
                try:
                    memory.seek(position)
                    data = memory.read(min(CHUNK, end - position))
                except (OSError, ValueError):
                    continue  # the region went away, or is a device
                size += len(data)
                count = sum((tail + data).count(form) for form in forms)
                if count:
                    hits[name] = hits.get(name, 0) + count
                tail = data[-overlap:]
    return hits, size


def main() -> int:
    needles = [line.rstrip("\n") for line in sys.stdin if line.strip()]
    if not needles:
        print("memory_scan: no texts to look for", file=sys.stderr)
        return 2
    forms = forms_of(needles)
    found = False
    for pid, program in workstation_processes():
        try:
            hits, size = scan(pid, forms)
        except PermissionError:
            print(f"memory_scan: may not read {program} ({pid}); run as root", file=sys.stderr)
            return 2
        except (FileNotFoundError, ProcessLookupError):
            continue  # it ended between the list and the look, and its memory with it
        print(f"{pid} {program}: read {size / 1048576:.0f} MiB, {sum(hits.values())} hits")
        for name, count in hits.items():
            found = True
            print(f"  {name}: {count}")
    return FOUND if found else 0


if __name__ == "__main__":
    sys.exit(main())
