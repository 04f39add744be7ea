#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Carrel authors
# SPDX-License-Identifier: Apache-2.0
#
# Installs what packages.txt names, on Debian 12, as root or through sudo. Does nothing, and needs no
# network, when everything is there already. It never changes which mirror the machine uses: the
# backports suite is the machine's own Debian source with the suite's name changed.
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
readonly here
readonly sources_dir=/etc/apt/sources.list.d
readonly backports_list=$sources_dir/carrel-backports.sources

say() { printf '%s\n' "carrel: $*" >&2; }

as_root() {
  if [ "$(id -u)" -eq 0 ]; then "$@"
  elif command -v sudo >/dev/null; then sudo "$@"
  else
    say "packages are missing and neither root nor sudo is at hand; install them yourself:"
    say "  $*"
    exit 1
  fi
}

is_installed() { [ "$(dpkg-query -W -f='${db:Status-Status}' "$1" 2>/dev/null)" = installed ]; }

# SQLCipher before 4.6 is not acceptable (bookworm itself carries 3.4.1), so presence is not enough.
is_satisfied() {
  is_installed "$1" || return 1
  case $1 in
    libsqlcipher-dev|sqlcipher)
      dpkg --compare-versions "$(dpkg-query -W -f='${Version}' "$1")" ge 4.6 ;;
  esac
}

# Prints "URI<TAB>signed-by" of the first configured source that serves the suite bookworm.
configured_debian_source() {
  local file
  for file in "$sources_dir"/*.sources; do
    [ -f "$file" ] || continue
    awk 'BEGIN { RS = ""; FS = "\n" }
      { uri = ""; key = ""; ok = 0
        for (i = 1; i <= NF; i++) {
          if ($i ~ /^URIs:/) { split($i, a, /[ \t]+/); uri = a[2] }
          if ($i ~ /^Signed-By:/) { split($i, a, /[ \t]+/); key = a[2] }
          if ($i ~ /^Suites:.*[ \t]bookworm([ \t]|$)/) ok = 1
        }
        if (ok && uri != "") { printf "%s\t%s\n", uri, key; exit } }' "$file"
  done
  cat /etc/apt/sources.list "$sources_dir"/*.list 2>/dev/null |
    sed -nE 's/^deb[ \t]+(\[[^]]*signed-by=([^] ]+)[^]]*\][ \t]+|\[[^]]*\][ \t]+)?([^ \t]+)[ \t]+bookworm[ \t].*/\3\t\2/p'
}

add_suite() {
  local suite=$1 uri key
  [ -f "$backports_list" ] && return 0
  if grep -rqsE "(^Suites:.*|[ \t])$suite([ \t]|\$)" /etc/apt/sources.list "$sources_dir"; then return 0; fi
  IFS=$'\t' read -r uri key < <(configured_debian_source | head -n 1) || true
  if [ -z "${uri:-}" ]; then
    say "no Debian source for bookworm is configured on this machine, so $suite cannot be added"
    exit 1
  fi
  say "adding the suite $suite of this machine's Debian mirror"
  {
    printf 'Types: deb\nURIs: %s\nSuites: %s\nComponents: main\n' "$uri" "$suite"
    [ -n "$key" ] && printf 'Signed-By: %s\n' "$key"
  } | as_root tee "$backports_list" >/dev/null
}

main() {
  local line name suite wanted=()
  while read -r line; do
    line=${line%%#*}; line=${line//[[:space:]]/}
    [ -n "$line" ] || continue
    name=${line%%/*}; suite=${line#"$name"}; suite=${suite#/}
    is_satisfied "$name" && continue
    wanted+=("$name${suite:+/$suite}")
    [ -z "$suite" ] || add_suite "$suite"
  done < "$here/packages.txt"
  # Any npm will do; Debian's own is taken only where there is none.
  command -v npm >/dev/null || wanted+=(nodejs npm)

  [ ${#wanted[@]} -gt 0 ] || return 0
  say "installing ${#wanted[@]} Debian packages: ${wanted[*]}"
  as_root env DEBIAN_FRONTEND=noninteractive apt-get update -qq
  # Debian's postgresql starts a cluster of its own on installation; Carrel keeps a private one.
  as_root mkdir -p /etc/postgresql-common
  [ -e /etc/postgresql-common/createcluster.conf ] ||
    printf 'create_main_cluster = false\n' | as_root tee /etc/postgresql-common/createcluster.conf >/dev/null
  as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${wanted[@]}"
}

main "$@"
