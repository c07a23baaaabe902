#!/bin/bash
# Puts a real VS Code (code-server) and a browser driver into the cache folder; done once, and again only for new pins.
#
# A plain `npm install code-server` fetches binaries from outside the registry and fails where it cannot. So nothing
# of it runs its own install script, and only the native modules that are really loaded are compiled here.
set -euo pipefail

CODE_SERVER=4.100.3 # VS Code 1.100.3; wants Node 20
PLAYWRIGHT=1.65.1

cache="${XDG_CACHE_HOME:-$HOME/.cache}/referent-editors/vscode"
done_mark="$cache/.done-$CODE_SERVER-$PLAYWRIGHT"
[ -f "$done_mark" ] && exit 0

# Compiling needs the headers of Node on disk; beside the program is where every distribution puts them.
node_prefix=$(dirname "$(dirname "$(readlink -f "$(command -v node)")")")
export npm_config_nodedir="$node_prefix"
quiet=(--ignore-scripts --no-audit --no-fund --loglevel=error)

rm -rf "$cache"
mkdir -p "$cache"
cd "$cache"
echo '{ "private": true }' >package.json
npm install "${quiet[@]}" --save-exact "code-server@$CODE_SERVER" "playwright-core@$PLAYWRIGHT"
npm rebuild argon2 --build-from-source --loglevel=error
(
    cd node_modules/code-server/lib/vscode
    npm install "${quiet[@]}" --omit=dev
    npm rebuild @vscode/spdlog native-watchdog --loglevel=error
    ln -sfn node_modules node_modules.asar
)
touch "$done_mark"
