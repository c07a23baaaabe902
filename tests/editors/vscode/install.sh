#!/usr/bin/env bash
# Puts a real VS Code (code-server), a browser driver and what builds the extension into their places; done once, and
# again only for new pins: install.sh fetch, then install.sh build, which alone needs a compiler. Called by
# ../install.sh, which says where EDITORS is.
#
# A plain `npm install code-server` fetches binaries from outside the registry and fails where it cannot. So nothing
# of it runs its own install script, and only the native modules that are really loaded are compiled here.
set -euo pipefail

CODE_SERVER=4.100.3 # VS Code 1.100.3; wants Node 20
PLAYWRIGHT=1.65.1

here=$(cd "$(dirname "$0")" && pwd)
place=${EDITORS:?the folder of the editors}/vscode
# Compiling needs the headers of Node on disk; beside the program is where every distribution puts them.
npm_config_nodedir=$(dirname "$(dirname "$(readlink -f "$(command -v node)")")")
export npm_config_nodedir npm_config_fetch_retries=5
quiet=(--no-audit --no-fund --loglevel=error)

done_mark=$place/.done-$CODE_SERVER-$PLAYWRIGHT
vs_code=$place/node_modules/code-server/lib/vscode

fetch() {
  [ ! -f "$done_mark" ] || return 0
  rm -rf "$place"
  mkdir -p "$place"
  cd "$place"
  echo '{ "private": true }' >package.json
  npm install "${quiet[@]}" --ignore-scripts --save-exact "code-server@$CODE_SERVER" "playwright-core@$PLAYWRIGHT"
  cd "$vs_code"
  npm install "${quiet[@]}" --ignore-scripts --omit=dev
}

# Two cores are kept busy: the modules know nothing of each other.
build() {
  [ ! -f "$done_mark" ] || return 0
  (cd "$place" && npm rebuild argon2 --build-from-source --loglevel=error) &
  local argon2=$!
  (cd "$vs_code" && npm rebuild @vscode/spdlog native-watchdog --loglevel=error)
  wait "$argon2"
  ln -sfn node_modules "$vs_code/node_modules.asar"
  touch "$done_mark"
}

# From the lockfile, beside the source: that is where a developer has them too.
extension() {
  cd "$here/../../../editors/vscode"
  [ node_modules/.package-lock.json -nt package-lock.json ] || npm ci "${quiet[@]}"
}

case ${1:-} in
fetch)
  (fetch)
  (extension)
  ;;
build) (build) ;;
*)
  echo "usage: install.sh fetch|build" >&2
  exit 2
  ;;
esac
