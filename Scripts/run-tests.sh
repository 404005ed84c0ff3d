#!/bin/sh
# Runs every test and, if any fails, says again at the end which and where.
set -u
log=$(mktemp)
trap 'rm -f "$log"' EXIT
status=0
{ "$@" 2>&1 || echo "failed with $?" >"$log.status"; } | tee "$log"
[ -s "$log.status" ] && status=1
if [ $status -ne 0 ]; then
  printf '\nWhat failed:\n'
  grep -A 3 -E 'recorded an issue|error:' "$log" | head -60
  grep -E '✘ (Test|Suite)' "$log" | tail -20
fi
rm -f "$log.status"
exit $status
