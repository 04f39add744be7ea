#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Carrel authors
# SPDX-License-Identifier: Apache-2.0
#
# Lints the contract with Redocly, a second opinion beside contract_test.py. It needs Node.js 20.19 or newer, which
# Debian 12 does not have: without it this says so and ends with 77 (skipped).
#   lint.sh DIR OPENAPI
set -euo pipefail
dir=$1 document=$2

skip() { echo "skipped: $*"; exit 77; }
command -v node >/dev/null || skip "Node.js is not installed"
node -e 'const [a, b] = process.versions.node.split(".").map(Number); process.exit(a > 20 || (a === 20 && b >= 19) ? 0 : 1)' ||
  skip "Node.js $(node --version) is older than 20.19"
[ -x "$dir/node_modules/.bin/redocly" ] || skip "backend_contract_tools could not install the linter"
REDOCLY_TELEMETRY=off REDOCLY_SUPPRESS_UPDATE_NOTICE=true "$dir/node_modules/.bin/redocly" lint "$document"
