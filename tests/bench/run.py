#!/usr/bin/env python3
"""Measures `referent` beside other tools on the same bytes, in one run, and prints the tables of README.md.

    python3 tests/bench/run.py [--binary target/release/referent] [--quick] [--only check,archive,server]

Peers that are not installed are left out: `pip install rumdl==0.3.0 typos==1.52.0` brings two of them, Debian's
package `ripgrep` a third, `npm install -g cspell @cspell/dict-da-dk` a fourth. Times are the least of several runs: on
a shared machine that is the one that says most.
"""

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import server
import texts

ROOT = Path(__file__).resolve().parent.parent.parent
SIZES = {"10 KB": 10_000, "100 KB": 100_000, "1 MB": 1_000_000, "10 MB": 10_000_000}


class Run:
    """What one run of a program took: wall and processor time in seconds."""

    def __init__(self, command: list[str], env: dict[str, str]):
        begun = time.perf_counter()
        child = subprocess.Popen(
            command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env={**os.environ, **env}
        )
        _, status, usage = os.wait4(child.pid, 0)
        child.returncode = os.waitstatus_to_exitcode(status)
        self.wall = time.perf_counter() - begun
        self.processor = usage.ru_utime + usage.ru_stime


def least(command: list[str], runs: int, env: dict[str, str] | None = None, by: str = "wall") -> Run:
    """The quickest of `runs` runs."""
    return min((Run(command, env or {}) for _ in range(runs)), key=lambda run: getattr(run, by))


def tools(binary: Path, one_core: bool) -> dict[str, list[str]]:
    """Each tool that is there, with the command that checks the path put after it."""
    jobs = ["--jobs", "1"] if one_core else []
    found = {
        "`referent check`": [str(binary), "check", "--isolated", "--exit-zero", "--format", "concise", *jobs],
        "`referent outline`": [str(binary), "outline"],
    }
    peers = {
        "wc": ["wc"],
        "rg": ["rg", "--no-ignore", "-j1" if one_core else "-j2", "-c", "at udvalget godkender"],
        "rumdl": ["rumdl", "check", "--no-cache", "--isolated", "--silent"],
        "typos": ["typos", "--isolated", "--format", "brief", *(["-j1"] if one_core else [])],
        "cspell": ["cspell", "lint", "--no-progress", "--no-summary", "--locale", "da"],
        "harper-cli": ["harper-cli", "lint"],
    }
    names = {"wc": "`wc`", "rg": "ripgrep, one pattern"}
    for name, command in peers.items():
        if shutil.which(name):
            found[names.get(name, name)] = command
    return found


def check_table(binary: Path, folder: Path, quick: bool) -> None:
    """Whole process by size, on one core, where processor time is what a quiet machine would show."""
    sizes = dict(list(SIZES.items())[: 3 if quick else 4])
    paths = {name: texts.write(folder / name.replace(" ", ""), size)[0] for name, size in sizes.items()}
    print("\n### One document, whole process, one core: milliseconds of processor time; MB/s at the largest size\n")
    print(f"| | {' | '.join(sizes)} | MB/s |\n|---|{'---:|' * (len(sizes) + 1)}")
    for name, command in tools(binary, one_core=True).items():
        slow = name in {"cspell", "harper-cli"}
        cells, run = [], None
        for size, path in paths.items():
            if slow and sizes[size] > 100_000:
                cells.append("–")
                continue
            run = least([*command, str(path)], 1 if slow else 15, {"RAYON_NUM_THREADS": "1"}, "processor")
            cells.append(f"{run.processor * 1000:.1f}")
            bytes_read = sizes[size]
        print(f"| {name} | {' | '.join(cells)} | {bytes_read / run.processor / 1e6:.0f} |")


def archive_table(binary: Path, folder: Path, quick: bool) -> None:
    """Many files, one core and two."""
    count = 100 if quick else 1000
    texts.write(folder / "archive", 100_000, count)
    print(f"\n### {count:,} documents of 100 KB: seconds\n\n| | one core | two cores | MB/s, two cores |\n|---|---:|---:|---:|")
    for name, command in tools(binary, one_core=True).items():
        if name in {"`referent outline`", "`wc`", "cspell", "harper-cli"}:
            continue
        one = least([*command, str(folder / "archive")], 3, {"RAYON_NUM_THREADS": "1"})
        two = least([*tools(binary, one_core=False)[name], str(folder / "archive")], 3)
        print(f"| {name} | {one.wall:.2f} | {two.wall:.2f} | {count / 10 / two.wall:.0f} |")


def server_table(binary: Path, quick: bool) -> None:
    """From an edit to its findings, over standard input and output."""
    servers = {"`referent lsp`": [str(binary), "lsp"]}
    if shutil.which("rumdl"):
        servers["rumdl server"] = ["rumdl", "server", "--stdio"]
    sizes = dict(list(SIZES.items())[: 3 if quick else 4])
    print("\n### Language server: from an edit to its findings, p50 / p95 in milliseconds\n")
    print(f"| | {' | '.join(sizes)} | start at 100 KB | memory at 1 MB, MB |\n|---|{'---:|' * (len(sizes) + 2)}")
    for name, command in servers.items():
        figures = {size: server.measure(command, texts.text(length), 60 if length < 5_000_000 else 20) for size, length in sizes.items()}
        cells = " | ".join(f"{one.p50:.2f} / {one.p95:.2f}" for one in figures.values())
        print(f"| {name} | {cells} | {figures['100 KB'].start:.0f} | {figures['1 MB'].memory:.0f} |")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--binary", type=Path, default=ROOT / "target/release/referent")
    parser.add_argument("--quick", action="store_true", help="smaller texts, fewer files")
    parser.add_argument("--only", default="check,archive,server", help="which tables")
    options = parser.parse_args()
    if not options.binary.exists():
        sys.exit(f"{options.binary} is not there: cargo build --release -p referent")
    with tempfile.TemporaryDirectory() as folder:
        for table in options.only.split(","):
            match table:
                case "check":
                    check_table(options.binary, Path(folder), options.quick)
                case "archive":
                    archive_table(options.binary, Path(folder), options.quick)
                case "server":
                    server_table(options.binary, options.quick)
                case other:
                    sys.exit(f"no table is called {other}: check, archive or server")


if __name__ == "__main__":
    main()
