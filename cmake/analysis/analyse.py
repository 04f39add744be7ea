#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Carrel authors
# SPDX-License-Identifier: Apache-2.0
"""Lets clang-tidy and clazy read the sources, and fails if either has anything to say or no time to say it.

usage: analyse.py BUILD [--base REV] [--minutes N] [--tool tidy|clazy] [--jobs N]

Both spend four fifths of their time on Qt's and the library's headers. So the sources of a module are read as one unit,
which includes them all: 13 s instead of 70 s for eight of them; small modules of one room are read together, with the
options of all. Where a unit does not compile (two sources use one name without linkage), its halves are read.
With --base only what differs from REV is read: changed sources, and
sources that include a changed header (as ninja recorded it when it built them).

clazy 1.11 is built on LLVM 14, which cannot read libstdc++ 12's <expected> (P0848 is missing there): a clazy that old
gets the stand-in of cmake/clazy, which declares the same interface and is never compiled into anything; and it is spared
core/cache/views, whose rows are made without a constructor (P0960 is missing as well). Left out of its levels 0 and 1:
qstring-arg (chained arg() is how translations number places) and qstring-ref (Qt 6 has no QStringRef).
"""
from __future__ import annotations

import argparse
import concurrent.futures
import functools
import json
import re
import shutil
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Callable

ROOT = Path(__file__).resolve().parents[2]
OURS = re.compile(r"^(app|ui|core|backend)/.*\.cpp$")
SHOWN = r".*/(app|ui|core|backend)/.*\.(h|cpp)$"
FOR_NEW_CLAZY = re.compile(r"^core/cache/views/")
SMALL_UNIT = 8  # sources; from there on the headers weigh less than the sources
OPTION = re.compile(r"-isystem \S+|\S+")
CLAZY_CHECKS = "level0,level1,no-qstring-arg,no-qstring-ref"
FINDING = re.compile(r"(warning|error):")
DOES_NOT_COMPILE = re.compile(r"error: .*\[clang-diagnostic-error\]|^Error while processing", re.MULTILINE)


def output_of(*command: str) -> str:
    return subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout


@dataclass(frozen=True)
class Unit:
    """Sources that are compiled with the same options."""
    options: str
    sources: tuple[str, ...]  # relative to the tree

    def only(self, wanted: Callable[[str], bool]) -> Unit:
        return Unit(self.options, tuple(name for name in self.sources if wanted(name)))

    def halves(self) -> list[Unit]:
        middle = len(self.sources) // 2
        return [Unit(self.options, part) for part in (self.sources[:middle], self.sources[middle:]) if part]

    def room(self) -> str:
        """core, ui, or one program: two of them would bring two main()."""
        parts = self.sources[0].split("/")
        return parts[0] if parts[0] in ("core", "ui") else "/".join(parts[:2])

    def together(self, other: Unit) -> Unit:
        options = dict.fromkeys(OPTION.findall(f"{self.options} {other.options}"))
        return Unit(" ".join(options), self.sources + other.sources)

    def write(self, folder: Path, build: Path) -> Path:
        """Writes one source that includes all, and the command that compiles it."""
        source = folder / "unit.cpp"
        source.write_text("".join(f'#include "{ROOT / name}" // NOLINT(bugprone-suspicious-include)\n' for name in self.sources))
        command = {"directory": str(build), "file": str(source), "command": f"{self.options} -c {source}"}
        (folder / "compile_commands.json").write_text(json.dumps([command]))
        return source


def includes_x11(name: str) -> bool:
    return "#include <X11/" in (ROOT / name).read_text()


def units_of(build: Path) -> list[Unit]:
    sources: dict[str, list[str]] = {}
    for entry in json.loads((build / "compile_commands.json").read_text()):
        file = Path(entry["file"])
        if file.is_relative_to(ROOT) and OURS.match(name := str(file.relative_to(ROOT))):
            sources.setdefault(re.sub(r" -o \S+ -c \S+$", "", entry["command"]), []).append(name)
    units: list[Unit] = []
    small: dict[str, Unit] = {}
    for options, names in sources.items():
        unit = Unit(options, tuple(names))
        room = unit.room()
        if room in small:
            unit = small.pop(room).together(unit)
        if len(unit.sources) < SMALL_UNIT:
            small[room] = unit
        else:
            units.append(unit)
    # X11's macros (None, KeyPress) spoil every header of Qt's that comes after them.
    return [Unit(unit.options, tuple(sorted(unit.sources, key=includes_x11))) for unit in (*units, *small.values())]


def touched(build: Path, base: str, sources: set[str]) -> set[str]:
    changed = set(output_of("git", "diff", "--name-only", "-z", base, "--").split("\0"))
    result = sources & changed
    headers = {file for file in changed if file.endswith(".h")}
    target = None
    for line in output_of("ninja", "-C", str(build), "-t", "deps").splitlines():
        if not line.startswith(" "):
            target = None
            continue
        path = (build / line.strip()).resolve()
        if not path.is_relative_to(ROOT):
            continue
        name = str(path.relative_to(ROOT))
        if target is None and name in sources:
            target = name  # a compiler's first dependency is the source itself
        elif target is not None and name in headers:
            result.add(target)
    return result


def tidy(folder: Path, source: Path) -> list[str]:
    return ["clang-tidy-19", "-quiet", f"-p={folder}", f"--config-file={ROOT / '.clang-tidy'}", f"--header-filter={SHOWN}",
            str(source)]


def clazy(folder: Path, source: Path) -> list[str]:
    command = ["clazy-standalone", f"--checks={CLAZY_CHECKS}", "--only-qt", f"--header-filter={SHOWN}", "-p", str(folder),
               "--extra-arg=-std=c++2b", "--extra-arg=-Wno-everything"]
    if clazy_is_old():
        command.append(f"--extra-arg-before=-isystem{ROOT / 'cmake' / 'clazy'}")
    return [*command, str(source)]


def can_read(tool: str, source: str) -> bool:
    return tool != "clazy" or not FOR_NEW_CLAZY.match(source) or not clazy_is_old()


@functools.cache
def clazy_is_old() -> bool:
    said = subprocess.run(["clazy-standalone", "--version"], capture_output=True, text=True).stdout
    version = re.search(r"LLVM version (\d+)", said)
    return version is None or int(version[1]) < 16


TOOLS = {"tidy": tidy, "clazy": clazy}


def read(tool: str, build: Path, unit: Unit, deadline: float) -> tuple[str, set[str]]:
    """What the tool says of the unit (nothing if it is content), and the sources that there was no time for."""
    if not unit.sources:
        return "", set()
    left = deadline - time.monotonic()
    if left <= 0:
        return "", set(unit.sources)
    with tempfile.TemporaryDirectory() as folder:
        source = unit.write(Path(folder), build)
        try:
            done = subprocess.run(TOOLS[tool](Path(folder), source), capture_output=True, text=True, timeout=left)
        except subprocess.TimeoutExpired:
            return "", set(unit.sources)
    said = done.stdout + done.stderr
    if len(unit.sources) > 1 and DOES_NOT_COMPILE.search(said):
        answers = [read(tool, build, half, deadline) for half in unit.halves()]
        return "".join(words for words, _ in answers), set().union(*(late for _, late in answers))
    if done.returncode == 0 and not FINDING.search(said):
        return "", set()
    return f"{tool} on {' '.join(unit.sources)}:\n{said}\n", set()


def main() -> int:
    parser = argparse.ArgumentParser(description="clang-tidy and clazy over the sources")
    parser.add_argument("build", type=Path)
    parser.add_argument("--base", help="read only what differs from this revision")
    parser.add_argument("--minutes", type=float, default=60, help="stop after this long")
    parser.add_argument("--tool", choices=TOOLS, action="append", help="only this one")
    parser.add_argument("--jobs", type=int, default=2)
    options = parser.parse_args()
    build = options.build.resolve()
    tools = options.tool or list(TOOLS)
    for program in ("clang-tidy-19", "clazy-standalone", "ninja"):
        if shutil.which(program) is None:
            print(f"analysis: {program} is not installed", file=sys.stderr)
            return 2

    units = units_of(build)
    sources = {name for unit in units for name in unit.sources}
    if not sources:
        print(f"analysis: {build}/compile_commands.json names no source of this tree", file=sys.stderr)
        return 2
    if options.base:
        chosen = touched(build, options.base, sources)
        units = [unit.only(chosen.__contains__) for unit in units]
    units.sort(key=lambda unit: -len(unit.sources))
    deadline = time.monotonic() + options.minutes * 60
    work = [(tool, unit.only(lambda name: can_read(tool, name))) for unit in units for tool in tools]
    findings, late = 0, set()
    with concurrent.futures.ThreadPoolExecutor(options.jobs) as pool:
        for said, unread in pool.map(lambda item: read(item[0], build, item[1], deadline), work):
            late |= unread
            if said:
                findings += 1
                print(said, flush=True)
    count = sum(len(unit.sources) for unit in units) - len(late)
    print(f"analysis: {count} of {len(sources)} sources read by {' and '.join(tools)}, {findings} units with findings")
    if late:
        print(f"analysis: no time for {len(late)}: {' '.join(sorted(late))}")
    return 1 if findings or late else 0


if __name__ == "__main__":
    sys.exit(main())
