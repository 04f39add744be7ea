#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Carrel authors
# SPDX-License-Identifier: Apache-2.0
#
# A real backend in one command: private PostgreSQL, certificate authority, synthetic clinics, gateway.
# Runs until it is stopped (SIGINT or SIGTERM) or its gateway ends; leaves nothing running and nothing behind
# but DIR. Everything in it is synthetic: durability of the database is switched off for speed.
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
readonly here
dir= bin= publish= patients=20000 seed=1 listen=localhost:0
while [ $# -gt 0 ]; do
  case $1 in
    --dir) dir=$2 ;;
    --bin) bin=$2 ;;
    --patients) patients=$2 ;;
    --seed) seed=$2 ;;
    --listen) listen=$2 ;;
    --publish) publish=$2 ;; # a second place for sandbox.json, removed at the end
    *) echo "sandbox: unknown option $1" >&2; exit 2 ;;
  esac
  shift 2
done
[ -n "$dir" ] && [ -n "$bin" ] || { echo "usage: sandbox.sh --dir DIR --bin DIR [--patients N] [--seed N]" >&2; exit 2; }

say() { printf 'sandbox: %s\n' "$*" >&2; }

umask 077
rm -rf "$dir"
mkdir -p "$dir"
dir=$(cd "$dir" && pwd)

# A socket's path may have 107 bytes, and the database's own user must reach it, which a checkout deep in
# somebody's home grants neither of: the cluster gets a short folder of its own.
cluster=$(mktemp -d /tmp/carrel-db-XXXXXX)
as_database_user=()
if [ "$(id -u)" -eq 0 ]; then
  as_database_user=(runuser -u postgres --)
  chown postgres "$cluster"
fi
postgres_bin=$(printf "%s\n" /usr/lib/postgresql/*/bin | sort -V | tail -n 1)
[ -d "$postgres_bin" ] || { say "PostgreSQL is not installed"; exit 1; }

postgres_pid= gateway_pid=
stop() {
  trap - EXIT INT TERM
  [ -z "$gateway_pid" ] || { kill -TERM "$gateway_pid" 2>/dev/null && wait "$gateway_pid" 2>/dev/null; } || true
  # The postmaster itself: runuser stands between us and it, and passes no signal on.
  [ ! -f "$cluster/data/postmaster.pid" ] || kill -INT "$(head -n 1 "$cluster/data/postmaster.pid")" 2>/dev/null || true
  [ -z "$postgres_pid" ] || wait "$postgres_pid" 2>/dev/null || true
  rm -rf "$cluster"
  [ -z "$publish" ] || rm -f "$publish"
  rm -f "$dir/sandbox.json"
}
trap stop EXIT
trap 'exit 0' INT TERM

random() { openssl rand -hex 24; }

start_postgresql() {
  printf '%s\n' "$admin_password" | "${as_database_user[@]}" tee "$cluster/password" >/dev/null
  (cd / && "${as_database_user[@]}" "$postgres_bin/initdb" --pgdata="$cluster/data" --username=carrel_admin \
    --auth-local=scram-sha-256 --auth-host=reject --pwfile="$cluster/password" \
    --encoding=UTF8 --locale=C.UTF-8 --no-sync --no-instructions >/dev/null)
  rm -f "$cluster/password"
  "${as_database_user[@]}" tee -a "$cluster/data/postgresql.conf" >/dev/null <<CONF
listen_addresses = ''
unix_socket_directories = '$cluster'
fsync = off
synchronous_commit = off
full_page_writes = off
shared_buffers = 256MB
maintenance_work_mem = 256MB
max_wal_size = 4GB
jit = off
log_min_messages = fatal
log_statement = none
log_min_error_statement = panic
CONF
  (cd / && exec "${as_database_user[@]}" "$postgres_bin/postgres" -D "$cluster/data" >"$dir/postgresql.log" 2>&1) &
  postgres_pid=$!
  until "$postgres_bin/pg_isready" --quiet --host="$cluster" --username=carrel_admin; do
    kill -0 "$postgres_pid" 2>/dev/null || { say "PostgreSQL did not start:"; cat "$dir/postgresql.log" >&2; exit 1; }
    read -rt 0.05 <> <(:) || true
  done
}

# The authority's key never leaves this folder and signs this one certificate.
make_certificates() {
  openssl ecparam -name prime256v1 -genkey -noout -out "$dir/ca.key" 2>/dev/null
  openssl req -x509 -new -key "$dir/ca.key" -sha256 -days 30 -subj "/CN=Carrel sandbox authority" \
    -addext "basicConstraints=critical,CA:TRUE,pathlen:0" -addext "keyUsage=critical,keyCertSign" -out "$dir/ca.pem"
  openssl ecparam -name prime256v1 -genkey -noout -out "$dir/server.key" 2>/dev/null
  openssl req -new -key "$dir/server.key" -subj "/CN=localhost" -out "$dir/server.csr"
  openssl x509 -req -in "$dir/server.csr" -CA "$dir/ca.pem" -CAkey "$dir/ca.key" -CAcreateserial -sha256 -days 30 \
    -extfile <(printf '%s\n' "subjectAltName=DNS:localhost,IP:127.0.0.1,IP:::1" "basicConstraints=critical,CA:FALSE" \
      "keyUsage=critical,digitalSignature" "extendedKeyUsage=serverAuth" "authorityKeyIdentifier=keyid") -out "$dir/server.pem" 2>/dev/null
  rm -f "$dir/server.csr" "$dir/ca.srl"
}

admin_password=$(random)
gateway_password=$(random)
export PGHOST=$cluster PGUSER=carrel_admin PGPASSFILE=$dir/pgpass PGOPTIONS='--client-min-messages=warning'
printf '*:*:*:carrel_admin:%s\n*:*:*:carrel_gateway:%s\n' "$admin_password" "$gateway_password" > "$dir/pgpass"
printf '%s\n' "$gateway_password" > "$dir/gateway-password"

start_postgresql
make_certificates
psql --quiet --no-psqlrc --dbname=postgres --command='create database carrel' >/dev/null
"$bin/carrel-backend" migrate --database "dbname=carrel" --gateway-password-file "$dir/gateway-password" >&2

say "filling two organizations with $patients patients"
psql --quiet --no-psqlrc --set=ON_ERROR_STOP=1 --set=patients="$patients" --set=seed="$seed" --dbname=carrel \
  --file="$here/fill.sql" >/dev/null

start_gateway() {
  : > "$dir/gateway.out"
  "$bin/carrel-backend" serve --database "host=$cluster dbname=carrel user=carrel_gateway passfile=$dir/pgpass" \
    --listen "$listen" --certificate "$dir/server.pem" --key "$dir/server.key" \
    > "$dir/gateway.out" 2>> "$dir/gateway.log" &
  gateway_pid=$!
  until [ -s "$dir/gateway.out" ]; do
    kill -0 "$gateway_pid" 2>/dev/null || { say "the gateway did not start:"; cat "$dir/gateway.log" >&2; exit 1; }
    read -rt 0.05 <> <(:) || true
  done
  base_url=$(sed -nE 's/.*"listening": *"([^"]+)".*/\1/p' "$dir/gateway.out")
  listen=${base_url#https://} # the same address after an outage
}

stop_gateway() {
  [ -n "$gateway_pid" ] || return 0
  kill -TERM "$gateway_pid" && wait "$gateway_pid" || true
  gateway_pid=
}

start_gateway
psql --quiet --no-psqlrc --tuples-only --no-align --set=ON_ERROR_STOP=1 --set=seed="$seed" --dbname=carrel \
  --set=base_url="$base_url" --set=ca_file="$dir/ca.pem" \
  --set=socket_dir="$cluster" --set=gateway_password="$gateway_password" --file="$here/describe.sql" \
  > "$dir/sandbox.json.part"
mv "$dir/sandbox.json.part" "$dir/sandbox.json"
[ -z "$publish" ] || cp "$dir/sandbox.json" "$publish"
say "ready: $dir/sandbox.json"

# An outage on demand, for those who want to see the workstation without its backend: USR1 takes the gateway away,
# USR2 brings it back at the same address.
trap stop_gateway USR1
trap start_gateway USR2

# Ends on a signal, or when a part of it ends by itself.
while kill -0 "$postgres_pid" 2>/dev/null && { [ -z "$gateway_pid" ] || kill -0 "$gateway_pid" 2>/dev/null; }; do
  wait -n "$postgres_pid" ${gateway_pid:+"$gateway_pid"} || true
done
say "a part of the sandbox ended by itself; see $dir/gateway.log"
exit 1
