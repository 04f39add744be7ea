#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Carrel authors
# SPDX-License-Identifier: Apache-2.0
#
# usage: run-clazy.sh BUILD_DIR FILE_REGEX    fails if clazy has anything to say
#
# Levels 0 and 1. Left out, with reasons:
#   qstring-arg             multi-arg needs all texts at hand; chained arg() is how translations number places
#   qstring-ref             Qt 6 has no QStringRef, hence no midRef
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
build=$1 regex=$2
checks=level0,level1,no-qstring-arg,no-qstring-ref
python3 - "$build/compile_commands.json" "$regex" <<'PY' | xargs -P 2 -n 4 bash -c '
  clazy-standalone --checks="'"$checks"'" --only-qt --header-filter=".*/(app|ui|core|backend)/.*\.h$" -p "'"$build"'" \
    --extra-arg=-std=c++2b --extra-arg=-Wno-everything --extra-arg-before=-isystem"'"$here"'" "$@"' _ 2>&1 | tee "$build/clazy.log"
import json, re, sys
regex = re.compile(sys.argv[2])
print("\n".join(sorted({entry["file"] for entry in json.load(open(sys.argv[1])) if regex.match(entry["file"])})))
PY
! grep -qE '(warning|error):' "$build/clazy.log"
