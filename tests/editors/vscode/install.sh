#!/usr/bin/env bash
# Puts a real VS Code (code-server), a browser driver and what builds the extension into their places; done once, and
# again only for new pins. Called by ../install.sh, which says where EDITORS is.
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

code_server() {
  local done_mark=$place/.done-$CODE_SERVER-$PLAYWRIGHT
  [ ! -f "$done_mark" ] || return 0
  rm -rf "$place"
  mkdir -p "$place"
  cd "$place"
  echo '{ "private": true }' >package.json
  npm install "${quiet[@]}" --ignore-scripts --save-exact "code-server@$CODE_SERVER" "playwright-core@$PLAYWRIGHT"
  npm rebuild argon2 --build-from-source --loglevel=error
  cd node_modules/code-server/lib/vscode
  npm install "${quiet[@]}" --ignore-scripts --omit=dev
  npm rebuild @vscode/spdlog native-watchdog --loglevel=error
  ln -sfn node_modules node_modules.asar
  touch "$done_mark"
}

# From the lockfile, beside the source: that is where a developer has them too.
extension() {
  cd "$here/../../../editors/vscode"
  [ node_modules/.package-lock.json -nt package-lock.json ] || npm ci "${quiet[@]}"
}

(code_server)
(extension)
