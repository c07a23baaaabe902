#!/usr/bin/env bash
# Runs our hooks with the real pre-commit on a scratch repository; both programs are on the PATH. The example of the manual,
# which takes a wheel, is run with one of the program in WHEELS, a folder that also holds what pip builds with.
set -euo pipefail
project=$(realpath "$(dirname "$0")/../..")
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
export PRE_COMMIT_HOME=$scratch/pre-commit HOME=$scratch LC_ALL=C
export GIT_CONFIG_GLOBAL=$scratch/gitconfig GIT_CONFIG_NOSYSTEM=1
git config --global user.name Test
git config --global user.email test@example.org
git config --global init.defaultBranch main

# pre-commit takes hooks from a repository: this one holds their definition as it stands now.
git init --quiet "$scratch/hooks"
cp "$project/.pre-commit-hooks.yaml" "$scratch/hooks"
git -C "$scratch/hooks" add .
git -C "$scratch/hooks" commit --quiet --message hooks

mkdir "$scratch/minutes" && cd "$scratch/minutes"
git init --quiet
cat > .pre-commit-config.yaml <<CONFIG
repos:
  - repo: $scratch/hooks
    rev: $(git -C "$scratch/hooks" rev-parse HEAD)
    hooks:
      - id: referent-fix
      - id: referent
CONFIG
pre-commit install > "$scratch/install.log"

fail() { printf 'error: %s\n' "$1"; cat "$scratch/commit.log"; exit 1; }
commit() { git add . && git commit --quiet --message "$1" > "$scratch/commit.log" 2>&1; }

cp "$project/tests/minutes/fredericia-senior.txt" april.txt
echo 'no minutes, "dobbelt  mellemrum"' > notes.csv
commit "clean minutes" || fail "minutes without faults are refused"

cp "$project/tests/minutes/fredericia-social-faults.txt" maj.txt
commit "an error" && fail "minutes with errors are taken"
grep -q 'dates/weekday' "$scratch/commit.log" || fail "the finding is not shown"
git rm --quiet --force maj.txt

sed 's/bliver spurgt/bliver  spurgt/' april.txt > juni.txt
cp juni.txt "$scratch/before.txt"
commit "a fault that can be mended" && fail "a file that was mended is committed as it was"
grep -q 'files were modified by this hook' "$scratch/commit.log" || fail "the mended file is not told of"
cmp -s april.txt juni.txt || fail "the fault is not mended"
commit "mended" || fail "what is mended is refused"

cp "$scratch/before.txt" "a name with spaces & æøå.txt"
commit "an odd name" && fail "an odd name is not read"
commit "mended" || fail "an odd name is refused"
# What the settings exclude stops nobody, named by the hook or not.
mkdir kladder
cp "$project/tests/minutes/fredericia-social-faults.txt" kladder/august.txt
printf '[files]\nexclude = ["kladder/"]\n' > referent.toml
commit "a draft" || fail "a file that the settings exclude is refused"

# The example of the manual: the program comes as a wheel.
python3 - "$project/server/README.md" > .pre-commit-config.yaml <<'PYTHON'
import re, sys
print(re.search(r"```yaml\n(repos:\n  - repo: local\n.*?)```", open(sys.argv[1], encoding="utf-8").read(), re.S)[1])
PYTHON
export PIP_NO_INDEX=1 PIP_FIND_LINKS=$WHEELS PIP_DISABLE_PIP_VERSION_CHECK=1
mkdir referater
cp april.txt referater/
commit "clean minutes, with a wheel" || fail "minutes without faults are refused by the wheel"
cp "$project/tests/minutes/fredericia-social-faults.txt" referater/maj.txt
commit "an error" && fail "minutes with errors are taken by the wheel"
grep -q 'dates/weekday' "$scratch/commit.log" || fail "the wheel does not show the finding"
git rm --quiet --force referater/maj.txt
printf 'commits taken: %s, refused: 4\n' "$(git rev-list --count HEAD)"
