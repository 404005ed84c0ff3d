#!/bin/sh
# Installs the Debian packages named as arguments that are not there yet.
set -eu
missing=''
for package in "$@"; do
  dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null | grep -qx installed ||
    missing="$missing $package"
done
[ -n "$missing" ] || exit 0
as_root=''
[ "$(id -u)" -eq 0 ] || as_root=sudo
echo "Installing:$missing"
export DEBIAN_FRONTEND=noninteractive
$as_root apt-get update -qq
# Word splitting is wanted: one argument a package.
$as_root apt-get install -y -qq --no-install-recommends $missing >/dev/null
