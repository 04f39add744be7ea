#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Carrel authors
# SPDX-License-Identifier: Apache-2.0
#
# Installs what packages.txt names, on Debian 12 and 13 and Ubuntu 24.04, as root or through sudo. Does nothing, and
# needs no network, when everything is there already. It never changes which mirror the machine uses: where a release's
# own SQLCipher is too old, the suite that is added is the machine's own source with the suite's name changed.
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

release=$(. /etc/os-release && printf '%s' "${VERSION_CODENAME:-unknown}")
readonly release

# Presence is not enough for SQLCipher: Debian 12 itself carries 3.4.1, of 2016, whose files are of another format. The
# floor is 4.6, which every test runs on. Ubuntu 24.04 has 4.5.6 and no suite with a newer one. For it speaks that file
# format and interface are those of every 4.x; against it, that its SQLite is 3.44 and that nobody has run the tests there.
sqlcipher_floor() { case $release in noble) printf 4.5.6 ;; *) printf 4.6 ;; esac; }

is_satisfied() {
  is_installed "$1" || return 1
  case $1 in
    libsqlcipher-dev|sqlcipher)
      dpkg --compare-versions "$(dpkg-query -W -f='${Version}' "$1")" ge "$(sqlcipher_floor)" ;;
  esac
}

# Prints "URI<TAB>signed-by" of the first configured source that serves this release.
configured_debian_source() {
  local file
  for file in "$sources_dir"/*.sources; do
    [ -f "$file" ] || continue
    awk -v release="$release" 'BEGIN { RS = ""; FS = "\n" }
      { uri = ""; key = ""; ok = 0
        for (i = 1; i <= NF; i++) {
          if ($i ~ /^URIs:/) { split($i, a, /[ \t]+/); uri = a[2] }
          if ($i ~ /^Signed-By:/) { split($i, a, /[ \t]+/); key = a[2] }
          if ($i ~ "^Suites:(.*[ \t])?" release "([ \t]|$)") ok = 1
        }
        if (ok && uri != "") { printf "%s\t%s\n", uri, key; exit } }' "$file"
  done
  cat /etc/apt/sources.list "$sources_dir"/*.list 2>/dev/null |
    sed -nE 's/^deb[ \t]+(\[[^]]*signed-by=([^] ]+)[^]]*\][ \t]+|\[[^]]*\][ \t]+)?([^ \t]+)[ \t]+'"$release"'[ \t].*/\3\t\2/p'
}

add_suite() {
  local suite=$1 uri key
  [ -f "$backports_list" ] && return 0
  if grep -rqsE "(^Suites:.*|[ \t])$suite([ \t]|\$)" /etc/apt/sources.list "$sources_dir"; then return 0; fi
  IFS=$'\t' read -r uri key < <(configured_debian_source | head -n 1) || true
  if [ -z "${uri:-}" ]; then
    say "no Debian source for $release is configured on this machine, so $suite cannot be added"
    exit 1
  fi
  say "adding the suite $suite of this machine's Debian mirror"
  {
    printf 'Types: deb\nURIs: %s\nSuites: %s\nComponents: main\n' "$uri" "$suite"
    [ -n "$key" ] && printf 'Signed-By: %s\n' "$key"
  } | as_root tee "$backports_list" >/dev/null
}

known_release() {
  case $release in bookworm|noble) printf '%s' "$release" ;; *) printf 'trixie' ;; esac
}

main() {
  local line what releases name suite wanted=()
  case $release in
    bookworm|trixie|noble) ;;
    *) say "this is neither Debian 12 or 13 nor Ubuntu 24.04 ($release): packages are looked for under the names of Debian 13" ;;
  esac
  while read -r line; do
    read -r what releases <<< "${line%%#*}"
    [ -n "$what" ] || continue
    if [ -n "$releases" ] && [[ " $releases " != *" $(known_release) "* ]]; then continue; fi
    name=${what%%/*}; suite=${what#"$name"}; suite=${suite#/}
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
