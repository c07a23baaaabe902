#!/usr/bin/env bash
# Runs the editor tests in the real programs: run.sh [NAME…], where a name is that of a test below.
# SERVER is the program to test; without it, it is built. A missing editor fails where CI is "true", else it is skipped.
set -uo pipefail
[ -z "${SERVER:-}" ] || SERVER=$(realpath "$SERVER")
cd "$(dirname "$0")"
source ./places.sh
started=$SECONDS

if [ -z "${SERVER:-}" ]; then
  (cd "$root" && cargo build --quiet --locked -p referent) || exit 1
  SERVER=$(cd "$root" && realpath "${CARGO_TARGET_DIR:-target}/debug/referent")
fi
export SERVER
if [ "${INSTALL:-yes}" != no ]; then
  ./install.sh
  source ./places.sh
fi
printf 'editors ready after %d s\n' $((SECONDS - started))

wanted=("$@")
failed=() skipped=()

# test_in NAME VERSION PROGRAM COMMAND…: VERSION is a pattern that "PROGRAM --version" must show.
test_in() {
  local name=$1 version=$2 program=$3 start=$SECONDS found
  shift 3
  if ((${#wanted[@]})) && [[ " ${wanted[*]} " != *" $name "* ]]; then return; fi
  found=$("$program" --version 2>/dev/null)
  if ! [[ $found =~ $version ]]; then
    skipped+=("$name")
    echo "== $name: SKIPPED, $program ($version) is not here"
    return
  fi
  echo "== $name"
  "$@" || failed+=("$name")
  echo "   $((SECONDS - start)) s"
}

# Kate wants a screen even to tell its version.
kate_offscreen() { QT_QPA_PLATFORM=offscreen kate "$@"; }

same() {
  # Vim and Neovim colour alike; each folder must be whole, so there are two copies.
  local file
  for file in ftdetect ftplugin syntax; do
    diff -u "$root/editors/nvim/$file/referat.vim" "$root/editors/vim/$file/referat.vim" || return 1
  done
  echo "ok the files of Vim and Neovim are the same"
}

# Of editors that cannot be had, that the files can be read is all that is known.
readable() {
  python3 - "$root/editors" <<'PYTHON' && echo "ok the settings can be read"
import json, pathlib, sys, tomllib
editors = pathlib.Path(sys.argv[1])
tomllib.loads((editors / "helix/languages.toml").read_text())
for name in "zed/settings.json", "sublime/LSP.sublime-settings", "kate/settings.json":
    json.loads((editors / name).read_text())
PYTHON
}

# VS Code is there when its Node is, a browser, and what install.sh says when it is done.
vscode_version() {
  [ -n "$(command -v "${CHROMIUM:-chromium}")" ] && [ -n "$(compgen -G "$EDITORS/vscode/.done-*")" ] && node --version
}

test_in same '' true same
test_in readable '' true readable
test_in nvim-0.11 'NVIM v0\.11' "$EDITORS/neovim-0.11.4/bin/nvim" nvim/run.sh "$EDITORS/neovim-0.11.4/bin/nvim"
test_in nvim-0.8 'NVIM v0\.11' "$EDITORS/neovim-0.11.4/bin/nvim" env OLD=1 nvim/run.sh "$EDITORS/neovim-0.11.4/bin/nvim"
test_in nvim-0.7 'NVIM v0\.7' /usr/bin/nvim nvim/run.sh /usr/bin/nvim
test_in emacs 'GNU Emacs (2[89]|[3-9])' emacs emacs/run.sh
test_in vim 'IMproved 9' vim vim/run.sh
test_in kate 'kate 2' kate_offscreen kate/run.sh
test_in vscode 'v20' vscode_version vscode/run.sh
test_in vscode-web 'v20' vscode_version vscode/web.sh

printf '%d s in all' $((SECONDS - started))
((${#failed[@]})) && printf ', failed: %s' "${failed[*]}"
((${#skipped[@]})) && printf ', skipped: %s' "${skipped[*]}"
echo
((${#failed[@]})) && exit 1
if ((${#skipped[@]})) && [ "${CI:-}" = true ]; then
  echo "In CI each editor must be had. What could not be installed, and why, stands at the top of this step."
  exit 1
fi
exit 0
