#!/usr/bin/env bash
# Tests the extension as it is in a browser, where no program can run, in a real VS Code's web extension host. Needs
# editors/browser/dist/site/referent.wasm (editors/browser/build.sh); ends with a reason where it is not there.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
source "$here/../places.sh"
export OUT="${OUT:-$root/target/editors/vscode}" CHROMIUM="${CHROMIUM:-$(command -v chromium)}" SERVER=none
if [ ! -f "$root/editors/browser/dist/site/referent.wasm" ]; then
  echo "skipped: there is no engine; editors/browser/build.sh makes it"
  exit 0
fi
mkdir -p "$OUT"
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
# Without its other entry the extension can run nowhere but in the web extension host.
(cd "$root/editors/vscode" && npm run --silent web)
cp -r "$root/editors/vscode" "$place/vscode"
(
  cd "$place/vscode"
  npm pkg delete main scripts.vscode:prepublish
  npx --no-install vsce package --no-dependencies --target web --out "$place/web.vsix" > /dev/null
)
VSIX=$place/web.vsix timeout 400 node "$here/drive.mjs" web
