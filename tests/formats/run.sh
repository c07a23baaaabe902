#!/usr/bin/env bash
# Has programs of others read what ours writes: report formats, pipeline definitions, pre-commit hooks.
#
#     tests/formats/run.sh [path to referent]
#
# Needs Python 3 and git. The readers are installed once, in a folder beside the build; that alone needs the network.
set -euo pipefail
cd "$(dirname "$0")/../.."
target=${CARGO_TARGET_DIR:-target}
program=$(realpath "${1:-$target/debug/referent}")
readers=$target/readers
requirements=tests/formats/requirements.txt

if ! cmp -s "$requirements" "$readers/requirements.txt" || ! compgen -G "$readers/wheels/setuptools-*" > /dev/null; then
    python3 -m venv --clear "$readers"
    "$readers/bin/pip" install --quiet --disable-pip-version-check --requirement "$requirements"
    # What pip builds the empty package of a local hook with.
    "$readers/bin/pip" download --quiet --disable-pip-version-check --dest "$readers/wheels" setuptools
    cp "$requirements" "$readers/requirements.txt"
fi
readers=$(realpath "$readers")

step() { printf '\n-- %s (%ss)\n' "$1" "$SECONDS"; }

step "report formats"
"$readers/bin/python" tests/formats/validate.py "$program"

step "pipelines"
PATH="$readers/bin:$PATH" "$readers/bin/python" tests/formats/pipelines.py "$program"

step "pre-commit"
rm -f "$readers"/wheels/referent_cli-*
"$readers/bin/python" server/packaging/wheel.py "$program" "$readers/wheels"
PATH="$(dirname "$program"):$readers/bin:$PATH" WHEELS="$readers/wheels" tests/formats/hooks.sh

step "done"
