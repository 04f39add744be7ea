#!/bin/sh
# SPDX-FileCopyrightText: 2026 The Carrel authors
# SPDX-License-Identifier: Apache-2.0
#
# with_secret_service.sh present|locked|absent PROGRAM ...
# Runs PROGRAM in a private D-Bus session with a home of its own; unless "absent", with an unlocked
# gnome-keyring-daemon as its Secret Service. Nothing of the real user's keychain is seen or touched.
set -eu
scenario=$1
shift
home=$(mktemp -d)
trap 'rm -rf "$home"' EXIT INT TERM
mkdir -m 700 "$home/run" "$home/data"
# No service files, so that D-Bus cannot start a keychain (or a password prompt) by itself.
cat > "$home/bus.conf" <<CONF
<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:tmpdir=$home/run</listen>
  <auth>EXTERNAL</auth>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
CONF
export HOME="$home" XDG_DATA_HOME="$home/data" XDG_RUNTIME_DIR="$home/run" CARREL_KEYCHAIN_SCENARIO="$scenario"
unset DBUS_SESSION_BUS_ADDRESS DISPLAY WAYLAND_DISPLAY || true
if [ "$scenario" = absent ]; then
    dbus-run-session --config-file="$home/bus.conf" -- "$@"
else
    # The daemon ends with its bus.
    # shellcheck disable=SC2016
    dbus-run-session --config-file="$home/bus.conf" -- sh -c '
        printf "test-password" | gnome-keyring-daemon --unlock --components=secrets > /dev/null
        exec "$@"' sh "$@"
fi
