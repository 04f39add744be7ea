# SPDX-FileCopyrightText: 2026 The Carrel authors
# SPDX-License-Identifier: Apache-2.0
"""The operations board cannot see an identified type: an include of one from ui/operations does not compile.

Usage: operations_wall_test.py COMPILER INCLUDE_DIRECTORY...   (those of the target carrel_ui_operations)
"""
import subprocess
import sys
import tempfile
from pathlib import Path

FORBIDDEN = [
    "core/domain/identified/patient.h",
    "core/domain/identified/order_content.h",
    "core/ports/cached_views.h",
    "core/ports/signing.h",
    "ui/format/patient_banner.h",
]
ALLOWED = ["core/domain/pseudonymous/order.h", "core/ports/pseudonymous/operations_view.h"]


def is_found(compiler: str, directories: list[str], header: str) -> bool:
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "probe.cpp"
        source.write_text(f"#if !__has_include(<{header}>)\n#error not found\n#endif\n")
        command = [compiler, "-E", *(f"-I{each}" for each in directories), str(source)]
        return subprocess.run(command, capture_output=True, check=False).returncode == 0


def main() -> int:
    compiler, *directories = sys.argv[1:]
    directories = [each for each in directories if each]
    wrong = [f"missing: {each}" for each in ALLOWED if not is_found(compiler, directories, each)]
    wrong += [f"reachable: {each}" for each in FORBIDDEN if is_found(compiler, directories, each)]
    print("\n".join(wrong) or f"{len(FORBIDDEN)} identified headers are out of reach")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
