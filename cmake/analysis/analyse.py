#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Carrel authors
# SPDX-License-Identifier: Apache-2.0
"""Lets clang-tidy and clazy read the sources, and fails if either has anything to say.

usage: analyse.py BUILD [--base REV] [--minutes N] [--tool tidy|clazy] [--jobs N]

With --base only what differs from REV is read: changed sources, and sources that include a changed header (as ninja
recorded it when it built them). Without it everything is, the most recently committed first, so that a time limit cuts
what has been read before. Says how many sources were read and which were left.

clazy 1.11 is built on LLVM 14, which cannot read libstdc++ 12's <expected> (P0848 is missing there): a clazy that old
gets the stand-in of cmake/clazy, which declares the same interface and is never compiled into anything. Left out of its
levels 0 and 1: qstring-arg (chained arg() is how translations number places) and qstring-ref (Qt 6 has no QStringRef).
"""
from __future__ import annotations

import argparse
import concurrent.futures
import json
import re
import shutil
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
ANALYSED = re.compile(r"^(app|ui|core|backend)/.*\.cpp$")
HEADERS = r".*/(app|ui|core|backend)/.*\.h$"
CLAZY_CHECKS = "level0,level1,no-qstring-arg,no-qstring-ref"


def output_of(*command: str, cwd: Path = ROOT) -> str:
    return subprocess.run(command, cwd=cwd, check=True, capture_output=True, text=True).stdout


def compiled_sources(build: Path) -> set[str]:
    """The sources that are ours and that the build compiles, relative to the tree."""
    commands = json.loads((build / "compile_commands.json").read_text())
    files = (Path(entry["file"]) for entry in commands)
    inside = (str(file.relative_to(ROOT)) for file in files if file.is_relative_to(ROOT))
    return {file for file in inside if ANALYSED.match(file)}


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


def newest_first(sources: set[str]) -> list[str]:
    """By the commit that touched them last; without history, by name."""
    try:
        log = output_of("git", "log", "--name-only", "--format=", "--", "app", "ui", "core", "backend")
    except subprocess.CalledProcessError:
        log = ""
    ordered = dict.fromkeys(line for line in log.splitlines() if line in sources)
    return [*ordered, *sorted(sources - ordered.keys())]


def tidy(build: Path, source: str) -> list[str]:
    return ["clang-tidy-19", "-quiet", "-p", str(build), str(ROOT / source)]


def clazy(build: Path, source: str) -> list[str]:
    command = ["clazy-standalone", f"--checks={CLAZY_CHECKS}", "--only-qt", f"--header-filter={HEADERS}", "-p", str(build),
               "--extra-arg=-std=c++2b", "--extra-arg=-Wno-everything"]
    if clazy_is_old():
        command.append(f"--extra-arg-before=-isystem{ROOT / 'cmake' / 'clazy'}")
    return [*command, str(ROOT / source)]


def clazy_is_old() -> bool:
    said = subprocess.run(["clazy-standalone", "--version"], capture_output=True, text=True).stdout
    version = re.search(r"LLVM version (\d+)", said)
    return version is None or int(version[1]) < 16


TOOLS = {"tidy": tidy, "clazy": clazy}
FINDING = re.compile(r"(warning|error):")


def read(tool: str, build: Path, source: str, deadline: float) -> str | None:
    """What the tool says of the source: nothing if it is content. None if there was no time to read it."""
    left = deadline - time.monotonic()
    if left <= 0:
        return None
    try:
        done = subprocess.run(TOOLS[tool](build, source), capture_output=True, text=True, timeout=left)
    except subprocess.TimeoutExpired:
        return None
    said = done.stdout + done.stderr
    return f"{tool} on {source}:\n{said}" if done.returncode != 0 or FINDING.search(said) else ""


def main() -> int:
    parser = argparse.ArgumentParser(description="clang-tidy and clazy over the sources")
    parser.add_argument("build", type=Path)
    parser.add_argument("--base", help="read only what differs from this revision")
    parser.add_argument("--minutes", type=float, default=120, help="stop after this long")
    parser.add_argument("--tool", choices=TOOLS, action="append", help="only this one")
    parser.add_argument("--jobs", type=int, default=2)
    options = parser.parse_args()
    build = options.build.resolve()
    tools = options.tool or list(TOOLS)
    for program in ("clang-tidy-19", "clazy-standalone", "ninja"):
        if shutil.which(program) is None:
            print(f"analysis: {program} is not installed", file=sys.stderr)
            return 2

    sources = compiled_sources(build)
    if not sources:
        print(f"analysis: {build}/compile_commands.json names no source of this tree", file=sys.stderr)
        return 2
    chosen = newest_first(touched(build, options.base, sources) if options.base else sources)
    deadline = time.monotonic() + options.minutes * 60
    work = [(tool, source) for source in chosen for tool in tools]
    findings, left = 0, set()
    with concurrent.futures.ThreadPoolExecutor(options.jobs) as pool:
        said = pool.map(lambda item: read(item[0], build, item[1], deadline), work)
        for (_, source), answer in zip(work, said):
            if answer is None:
                left.add(source)
            elif answer:
                findings += 1
                print(answer, flush=True)  # at once: the whole takes half an hour
    print(f"analysis: {len(chosen) - len(left)} of {len(sources)} sources read by {' and '.join(tools)}, {findings} with findings")
    if left:
        print(f"analysis: no time for {len(left)}: {' '.join(sorted(left))}")
    return 1 if findings else 0


if __name__ == "__main__":
    sys.exit(main())
