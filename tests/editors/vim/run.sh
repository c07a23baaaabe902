#!/usr/bin/env bash
# Runs the test in Vim with ALE, with SERVER.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
source "$here/../samples.sh"
export LOG="$WORK/log" PLUGIN="$root/editors/vim"
passed=0
timeout 300 vim -u NONE -N -i NONE -n -es -S "$here/test.vim" </dev/null || passed=$?
cat "$LOG"
exit $passed
