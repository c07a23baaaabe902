#!/usr/bin/env bash
# Runs the test in one Neovim: run.sh NVIM, with SERVER.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
source "$here/../samples.sh"
PLUGIN="$root/editors/nvim" timeout 300 "$1" --clean --headless -n -c "luafile $here/test.lua"
