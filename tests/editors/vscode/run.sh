#!/bin/bash
# Tests the packaged extension in a real VS Code. SERVER names the program; without it the workspace's is built.
# What cannot be had is a failure where CI=true, and a printed skip elsewhere. Pictures are left in OUT.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
repo=$(cd "$here/../../.." && pwd)
export OUT="${OUT:-$repo/target/editors/vscode}"
export CHROMIUM="${CHROMIUM:-$(command -v chromium || command -v chromium-browser || true)}"

missing() {
    if [ "${CI:-}" = true ]; then
        echo "FAIL vscode: $1" >&2
        exit 1
    fi
    echo "skip vscode: $1"
    exit 0
}

command -v node >/dev/null || missing "no node"
[ "$(node -p 'process.versions.node.split(".")[0]')" = 20 ] || missing "code-server 4.100 wants Node 20, found $(node --version)"
[ -n "$CHROMIUM" ] || missing "no chromium (Debian: apt-get install chromium)"
for tool in g++ make python3; do command -v $tool >/dev/null || missing "no $tool to compile native modules with"; done
"$here/install.sh" || missing "VS Code could not be installed"

if [ -z "${SERVER:-}" ]; then
    (cd "$repo" && cargo build --quiet --locked -p referent)
    SERVER="${CARGO_TARGET_DIR:-$repo/target}/debug/referent"
fi
export SERVER

mkdir -p "$OUT"
export VSIX="$OUT/referent.vsix"
(
    cd "$repo/editors/vscode"
    npm ci --no-audit --no-fund --loglevel=error
    npx --no-install vsce package --no-dependencies --out "$VSIX"
)
node "$here/grammar.mjs"
node "$here/unit.mjs"
node "$here/drive.mjs" api
node "$here/drive.mjs" ui
