#!/usr/bin/env bash
# Runs the test in Emacs, with SERVER.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
source "$here/../samples.sh"
MODE="$root/editors/emacs" timeout 300 emacs --batch -q -l "$here/test.el" 2>"$WORK/messages" || {
  tail -5 "$WORK/messages"
  exit 1
}
