#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Carrel authors
# SPDX-License-Identifier: Apache-2.0
#
# clang-format decides layout: fails if it would change a source file.
set -euo pipefail
cd "$1"
find app ui core backend tests -name '*.cpp' -o -name '*.h' | sort | xargs clang-format-19 --dry-run --Werror
