# SPDX-FileCopyrightText: 2026 The Carrel authors
# SPDX-License-Identifier: Apache-2.0
#
# Sourced by run and test: what both of them need to do first.
# shellcheck shell=bash disable=SC2034,SC2154  # who sources this has set root, and reads what is set here

readonly build_dir=$root/build/${CARREL_PRESET:-dev}
readonly build_log=$root/build/build.log

say() { printf '%s\n' "carrel: $*" >&2; }
die() { say "$*"; exit 1; }

# Installs the packages and builds the preset; prints nothing but progress unless something fails.
prepare() {
  bash "$root/packaging/debian/install-dependencies.sh"
  mkdir -p "$root/build"
  export CCACHE_DIR=${CCACHE_DIR:-$root/build/ccache} CCACHE_NOHASHDIR=1 CCACHE_BASEDIR=$root
  say "building (the log is in build/build.log)"
  if ! (cd "$root" && cmake --preset "${CARREL_PRESET:-dev}" && cmake --build --preset "${CARREL_PRESET:-dev}") \
    > "$build_log" 2>&1; then
    grep -E -m 20 -A 4 '(error|Error|FAILED):?' "$build_log" >&2 || tail -n 40 "$build_log" >&2
    die "the build failed"
  fi
}
