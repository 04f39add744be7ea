#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Carrel authors
# SPDX-License-Identifier: Apache-2.0
"""What CMake can not forbid: layers, include cycles, banned calls, missing READMEs and licence lines,
names that stand twice.

usage: lint.py ROOT    exit status 1 if anything is found
"""
import re
import sys
from collections import defaultdict
from pathlib import Path

from layers import ALLOWED, BANNED, PAGE
from names import check_names

SOURCE_SUFFIXES = {".cpp", ".h", ".mm"}
CODE_FOLDERS = ["app", "ui", "core", "backend", "tests"]
INCLUDE = re.compile(r'^\s*#\s*include\s*([<"])([^>"]+)[>"]', re.MULTILINE)
COMMENT = re.compile(r'//[^\n]*|/\*.*?\*/|"(?:\\.|[^"\\\n])*"', re.DOTALL)
LONG_SOURCE = 400


def sources(root: Path) -> list[Path]:
    return sorted(path for folder in CODE_FOLDERS for path in (root / folder).rglob("*") if path.suffix in SOURCE_SUFFIXES)


def resolve(root: Path, file: Path, kind: str, name: str) -> Path | None:
    """The file of this tree that an include names, if it names one."""
    for base in ([file.parent] if kind == '"' else []) + [root]:
        target = (base / name).resolve()
        if target.is_file() and target.is_relative_to(root):
            return target
    return None


def layer_of(folder: str) -> str | None:
    """The longest entry of the map that holds `folder`; a page is a layer of its own."""
    fitting = [entry for entry in ALLOWED if folder == entry or folder.startswith(entry + "/")]
    page = re.match(r"ui/[a-z]+", folder)
    return max(fitting, key=len, default=page.group() if page else None)


def within(folder: str, entries: list[str]) -> bool:
    return any(folder == entry or folder.startswith(entry + "/") for entry in entries)


def check_layers(root: Path, includes: dict[Path, set[Path]]) -> list[str]:
    found = []
    for file, targets in includes.items():
        folder = file.parent.relative_to(root).as_posix()
        if folder.startswith("tests"):
            continue
        layer = layer_of(folder)
        if layer is None:
            found.append(f"{file.relative_to(root)}: folder {folder} stands in no layer (tests/lint/layers.py)")
            continue
        for target in sorted(targets):
            other = target.parent.relative_to(root).as_posix()
            own = other == folder or layer_of(other) == layer and not layer == "app"
            if not own and not within(other, ALLOWED.get(layer, PAGE)):
                found.append(f"{file.relative_to(root)}: {layer} must not include {target.relative_to(root)}")
    return found


def check_cycles(root: Path, includes: dict[Path, set[Path]]) -> list[str]:
    """Cycles between folders: each is named once, by the arrows that close it."""
    graph: dict[str, set[str]] = defaultdict(set)
    for file, targets in includes.items():
        here = file.parent.relative_to(root).as_posix()
        graph[here] |= {there for target in targets if (there := target.parent.relative_to(root).as_posix()) != here}
    found, done, path = [], set(), []

    def visit(folder: str) -> None:
        if folder in path:
            found.append("include cycle: " + " -> ".join([*path[path.index(folder):], folder]))
            return
        if folder in done:
            return
        path.append(folder)
        for other in sorted(graph[folder]):
            visit(other)
        path.pop()
        done.add(folder)

    for folder in sorted(graph):
        visit(folder)
    return found


def check_banned(root: Path, files: list[Path]) -> list[str]:
    found = []
    for file in files:
        name = file.relative_to(root).as_posix()
        # Comments and texts may speak of what code may not do; line numbers stay.
        code = COMMENT.sub(lambda match: "\n" * match.group().count("\n"), file.read_text(encoding="utf-8"))
        for pattern, excepted, reason in BANNED:
            if re.search(excepted, name):
                continue
            for match in re.finditer(pattern, code):
                found.append(f"{name}:{code.count(chr(10), 0, match.start()) + 1}: {match.group().strip()}: {reason}")
    return found


def check_housekeeping(root: Path, files: list[Path]) -> list[str]:
    found = []
    for file in files:
        head = file.read_text(encoding="utf-8")[:200]
        if "SPDX-License-Identifier: Apache-2.0" not in head:
            found.append(f"{file.relative_to(root)}: no SPDX line")
    folders = {file.parent for file in files if not file.is_relative_to(root / "tests")}
    for folder in sorted(folders):
        if not (folder / "README.md").is_file():
            found.append(f"{folder.relative_to(root)}: no README.md with the folder's rule")
    return found


def main() -> int:
    root = Path(sys.argv[1]).resolve()
    files = sources(root)
    includes = {
        file: {target for kind, name in INCLUDE.findall(file.read_text(encoding="utf-8"))
               if (target := resolve(root, file, kind, name)) is not None and target != file}
        for file in files
    }
    found = (check_layers(root, includes) + check_cycles(root, includes) + check_banned(root, files)
             + check_housekeeping(root, files)
             + check_names({file.relative_to(root).as_posix(): file.read_text(encoding="utf-8") for file in files}))
    for line in found:
        print(line)
    for file in files:
        lines = file.read_text(encoding="utf-8").count("\n")
        if lines > LONG_SOURCE:
            print(f"note: {file.relative_to(root)} has {lines} lines: does it still have one job?")
    print(f"{len(files)} files read, {len(found)} findings")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
