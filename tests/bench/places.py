#!/usr/bin/env python3
"""Measures the server where a writer feels it: a letter at the first line, in the middle and at the last one, by size.

    python3 tests/bench/places.py [--binary target/release/referent] [--sizes 10,100,1000,10000] [--keys 60]

Prints milliseconds, p50 / p95, from an edit to its findings, also while an answer about the document is still being made;
then the start to the first findings, the outline and the code actions. The text is one meeting of one style, whose items are
as long in a long document as in a short one.
"""

import argparse
import sys
import time
from pathlib import Path

import server
import texts

ROOT = Path(__file__).resolve().parent.parent.parent
LIMITS = {10: 0.5, 100: 1.5, 1000: 3.0, 10000: 25.0}


def shown(times: list[float]) -> str:
    """p50 / p95 of seconds, in milliseconds."""
    times = sorted(times)
    return f"{times[len(times) // 2] * 1000:.2f} / {times[len(times) * 95 // 100] * 1000:.2f}"


def timed(what) -> float:
    before = time.perf_counter()
    what()
    return time.perf_counter() - before


class Typist:
    """Somebody who types in one document and waits for the findings."""

    def __init__(self, command: list[str], text: str):
        self.text = text
        self.version = 1
        begun = time.perf_counter()
        self.client = server.Client(command)
        self.client.open(text)
        self.start = time.perf_counter() - begun
        self.asked = 100

    def key(self, line: int) -> None:
        """A letter at the start of `line`, or the last one taken away again."""
        self.version += 1
        end = 0 if self.version % 2 == 0 else 1
        self.change(line, end, "x" if end == 0 else "")

    def change(self, line: int, end: int, new: str) -> None:
        place = {"start": {"line": line, "character": 0}, "end": {"line": line, "character": end}}
        document = {"uri": server.URI, "version": self.version}
        params = {"textDocument": document, "contentChanges": [{"range": place, "text": new}]}
        self.client.send({"method": "textDocument/didChange", "params": params})

    def findings(self) -> None:
        """Waits until all is told of the text as it is: what found nothing new sends nothing."""
        self.ask("textDocument/diagnostic", {})

    def ask(self, method: str, more: dict) -> dict:
        self.send(method, more)
        return self.client.until(lambda message, id=self.asked: message.get("id") == id)

    def send(self, method: str, more: dict) -> None:
        self.asked += 1
        params = {"textDocument": {"uri": server.URI}, **more}
        self.client.send({"id": self.asked, "method": method, "params": params})


def typed(typist: Typist, line: int, keys: int, beside: str = "") -> str:
    """A letter is typed on `line`, `keys` times; each time while an answer to `beside` is still being made."""

    def key() -> None:
        typist.key(line)
        typist.findings()

    times = []
    for _ in range(keys):
        if beside:
            typist.send(beside, {})
            typist.send(beside, {})
        times.append(timed(key))
    return shown(times)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--binary", type=Path, default=ROOT / "target/release/referent")
    parser.add_argument("--sizes", default="10,100,1000,10000", help="in KB")
    parser.add_argument("--keys", type=int, default=60)
    given = parser.parse_args()
    if not given.binary.exists():
        sys.exit(f"{given.binary} is not there: cargo build --release -p referent")
    command = [str(given.binary), "lsp"]
    names = ["first line", "first item", "middle", "last line", "while tokens are made"]
    print(f"| KB | limit | {' | '.join(names)} | start | outline | code actions |\n|---:|---:|{'---:|' * (len(names) + 3)}")
    for size in map(int, given.sizes.split(",")):
        text = texts.meeting(size * 1000)
        typist = Typist(command, text)
        lines = text.split("\n")
        middle = next(n for n in range(len(lines) // 2, len(lines)) if lines[n].startswith("Kommunen tilbyder"))
        last = len(lines) - 2
        keys = given.keys if size < 5000 else max(given.keys // 3, 1)
        cells = [typed(typist, line, keys) for line in (0, 6, middle, last)]
        cells.append(typed(typist, middle, keys, "textDocument/semanticTokens/full"))
        starts = [typist.start]
        place = {"start": {"line": middle, "character": 3}, "end": {"line": middle, "character": 3}}
        wanted = {"range": place, "context": {"diagnostics": []}}
        outline = [timed(lambda: typist.ask("textDocument/documentSymbol", {})) for _ in range(keys)]
        actions = [timed(lambda: typist.ask("textDocument/codeAction", wanted)) for _ in range(keys)]
        typist.client.close()
        for _ in range(4 if size < 5000 else 1):
            again = Typist(command, text)
            starts.append(again.start)
            again.client.close()
        limit = LIMITS.get(size, "")
        print(f"| {size} | {limit} | {' | '.join(cells)} | {min(starts) * 1000:.1f} | {shown(outline)} | {shown(actions)} |", flush=True)


if __name__ == "__main__":
    main()
