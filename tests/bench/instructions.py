#!/usr/bin/env python3
"""Counts instructions, which are the same on a busy machine and a quiet one, and holds them against the kept counts.

    python3 tests/bench/instructions.py [--binary target/release/referent] [--write]
    python3 tests/bench/instructions.py --fuzz target/fuzz/*/release [--write]

The first counts the program. The second counts the fuzz targets that `rules/fuzz/run.sh` has built, as they read and
edit the samples: they are optimised like the program, and CI has them anyway, where a release build would cost it
minutes. Fails when a case takes a tenth more than `instructions.json` says; `--write` keeps the counts of this run,
which is right after a change that is worth its price, and after one that made something cheaper. Needs valgrind.
"""

import argparse
import json
import re
import subprocess
import sys
import tempfile
from pathlib import Path

import server
import texts

HERE = Path(__file__).resolve().parent
KEPT = HERE / "instructions.json"
ALLOWED = 1.10
EDITS = 40


def counted(command: list[str], drive=None) -> int:
    """Instructions that `command` takes; `drive` talks to it when it is a server."""
    with tempfile.NamedTemporaryFile() as log:
        valgrind = ["valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null", f"--log-file={log.name}", *command]
        if drive is None:
            subprocess.run(valgrind, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)
        else:
            drive(server.Client(valgrind))
        found = re.search(r"Collected : (\d+)", Path(log.name).read_text())
    if not found:
        sys.exit(f"valgrind counted nothing for {' '.join(command)}")
    return int(found[1])


def session(text: str, edits: int):
    """Opens `text`, types so many letters in different places, and ends the server."""

    def drive(client: server.Client) -> None:
        client.open(text)
        lines = text.count("\n")
        for number in range(edits):
            client.edit(number + 2, lines * number // max(edits, 1))
        client.send({"id": 2, "method": "shutdown"})
        client.until(lambda message: message.get("id") == 2)
        client.send({"method": "exit"})
        client.process.wait()

    return drive


def counts(binary: str, folder: Path) -> dict[str, float]:
    """Millions of instructions of each case."""
    small = texts.write(folder / "small", 50_000)[0]
    large = texts.write(folder / "large", 1_000_000)[0]
    check = [binary, "check", "--isolated", "--exit-zero", "--quiet", "--jobs", "1"]
    found = {
        "start": counted([binary, "--version"]),
        "check of 50 KB": counted([*check, str(small)]),
        "check of 1 MB": counted([*check, str(large)]),
        "outline of 1 MB": counted([binary, "outline", str(large)]),
    }
    text = texts.text(1_000_000)
    opened, edited = (counted([binary, "lsp"], session(text, edits)) for edits in (1, EDITS + 1))
    found["an edit in 1 MB"] = (edited - opened) // EDITS
    return {name: round(count / 1e6, 2) for name, count in found.items()}


def fuzz_counts(folder: Path) -> dict[str, float]:
    """Millions of instructions of the fuzz targets in `folder` over all samples, so often that starting counts little."""
    samples = [str(path) for path in sorted(texts.SAMPLES.iterdir())] * 5
    cases = {"samples read by a fuzz target": "text", "samples edited by a fuzz target": "edits"}
    return {name: round(counted([str(folder / target), *samples]) / 1e6, 2) for name, target in cases.items()}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--binary", default=str(HERE.parent.parent / "target/release/referent"))
    parser.add_argument("--fuzz", type=Path, help="the folder of the built fuzz targets, to be counted instead")
    parser.add_argument("--write", action="store_true", help="keep the counts of this run")
    options = parser.parse_args()
    kept = json.loads(KEPT.read_text())
    if options.fuzz:
        found = fuzz_counts(options.fuzz)
    else:
        with tempfile.TemporaryDirectory() as folder:
            found = counts(options.binary, Path(folder))
    if options.write:
        KEPT.write_text(json.dumps(kept | found, indent=2) + "\n")
        return
    dearer = [name for name, count in found.items() if count > kept[name] * ALLOWED]
    for name, count in found.items():
        print(f"{name}: {count} million instructions, kept {kept[name]}{'  <- dearer' if name in dearer else ''}")
    if dearer:
        sys.exit("more instructions than before: find out why, or keep the new counts with --write and say why")


if __name__ == "__main__":
    main()
