#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Carrel authors
# SPDX-License-Identifier: Apache-2.0
#
# Reads every shell script with shellcheck and every Python file with flake8.
#   scripts.sh shell|python ROOT
set -euo pipefail
cd "$2"
case $1 in
  shell)
    # Whatever begins as a shell script, wherever it lies and whatever it is called.
    mapfile -d '' scripts < <(find . \( -path ./build -o -path ./.git -o -path ./tour \) -prune -o -type f -print0 |
      xargs -0 grep -lZE --max-count=1 '^#!.*\b(ba|da)?sh$|^# shellcheck shell=')
    [ ${#scripts[@]} -gt 5 ] || { echo "only ${#scripts[@]} scripts found: is this the tree?"; exit 1; }
    # 1007: "a= b=" is how several variables are emptied. 2015: "a && b || c" where b cannot fail. 2317: functions
    # that a trap calls look unreachable. 1091: a file that another one names is checked by itself.
    shellcheck --external-sources --exclude=SC1007,SC2015,SC2317,SC1091 "${scripts[@]}" ;;
  python)
    mapfile -d '' files < <(find . \( -path ./build -o -path ./.git \) -prune -o -name '*.py' -print0)
    [ ${#files[@]} -gt 5 ] || { echo "only ${#files[@]} files found: is this the tree?"; exit 1; }
    # Lines as long as clang-format's readers are used to; W503 and W504 contradict each other.
    flake8 --max-line-length=140 --extend-ignore=W503,W504 "${files[@]}" ;;
  *) echo "usage: scripts.sh shell|python ROOT" >&2; exit 2 ;;
esac
