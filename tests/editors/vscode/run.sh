#!/usr/bin/env bash
# Packages the extension and tests the package in a real VS Code, with SERVER. Pictures are left in OUT.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
source "$here/../places.sh"
: "${SERVER:?the program to test}"
export OUT="${OUT:-$root/target/editors/vscode}"
export CHROMIUM="${CHROMIUM:-$(command -v chromium)}"

mkdir -p "$OUT"
export VSIX="$OUT/referent.vsix"
(cd "$root/editors/vscode" && npx --no-install vsce package --no-dependencies --out "$VSIX")
node "$here/grammar.mjs"
node "$here/unit.mjs"
timeout 400 node "$here/drive.mjs" api
timeout 400 node "$here/drive.mjs" ui
