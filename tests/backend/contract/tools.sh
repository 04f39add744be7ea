#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Carrel authors
# SPDX-License-Identifier: Apache-2.0
#
# Installs into DIR what package.json names: Redocly's linter, and the OpenAPI Initiative's schema of OpenAPI 3.1 as
# @seriousme/openapi-schema-validator carries it. Done once, then offline. Ends with 77 (skipped) where it cannot be.
#   tools.sh DIR
set -euo pipefail
dir=$1
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)

cmp -s "$here/package-lock.json" "$dir/installed.json" && exit 0
command -v npm >/dev/null || { echo "skipped: npm is not installed"; exit 77; }
mkdir -p "$dir"
cp "$here/package.json" "$here/package-lock.json" "$dir/"
npm ci --prefix "$dir" --ignore-scripts --no-audit --no-fund --loglevel=error ||
  { echo "skipped: the packages could not be installed (no network on the first run?)"; exit 77; }
cp "$here/package-lock.json" "$dir/installed.json"
