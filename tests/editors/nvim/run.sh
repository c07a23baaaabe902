#!/usr/bin/env bash
# Runs the tests in one Neovim: run.sh NVIM, with SERVER.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
source "$here/../samples.sh"
export PLUGIN="$root/editors/nvim"
timeout 300 "$1" --clean --headless -n -c "luafile $here/test.lua"
# Without what 0.11 has, the way to write is another.
if [ -z "${OLD:-}" ] && [[ $("$1" --version) == "NVIM v0.11"* ]]; then
  timeout 300 "$1" --clean --headless -n -c "luafile $here/secretary.lua"
fi
