#!/usr/bin/env bash
# Runs the test in one Neovim: run.sh NVIM, with SERVER.
set -euo pipefail
: "${SERVER:?the program}"
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../../.." && pwd)
WORK=$(mktemp -d)
trap 'rm -rf "$WORK"' EXIT
cp "$root/tests/minutes/fredericia-social-faults.txt" "$WORK/referat-social.txt"
cp "$root/tests/minutes/pkt-handicap-faults.referat" "$WORK/handicap.referat"
export WORK SERVER PLUGIN="$root/editors/nvim" LC_ALL=C.UTF-8
# A private home: nothing of the user's, and nothing left behind.
export HOME=$WORK XDG_CONFIG_HOME=$WORK/config XDG_STATE_HOME=$WORK/state XDG_DATA_HOME=$WORK/data XDG_CACHE_HOME=$WORK/cache
timeout 120 "$1" --clean --headless -n -c "luafile $here/test.lua"
