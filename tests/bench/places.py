#!/usr/bin/env python3
"""Measures the server where a writer feels it: a letter at the first line, in the middle and at the last one, by size.

    python3 tests/bench/places.py [--binary target/release/referent] [--sizes 10,100,1000,10000] [--keys 60]
    python3 tests/bench/places.py --processor [--sizes 1000]

Prints milliseconds, p50 / p95, from an edit to its findings as they arrive, also while an answer about the document is still being made;
then the start to the first findings, the outline and the code actions. The text is one meeting of one style, whose items are
as long in a long document as in a short one. With `--processor`, milliseconds of processor time by what was asked, which
a busy machine changes little; Linux alone tells them.
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

    def __init__(self, client: list[str] | server.Client, text: str):
        self.version = 1
        begun = time.perf_counter()
        self.client = server.Client(client) if isinstance(client, list) else client
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

    def ask(self, method: str, more: dict) -> bytes:
        self.send(method, more)
        return self.client.arrived(self.asked)

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


def places(text: str) -> dict[str, int]:
    """Where is typed, by lines."""
    lines = text.split("\n")
    middle = next(n for n in range(len(lines) // 2, len(lines)) if lines[n].startswith("Kommunen tilbyder"))
    return {"first line": 0, "first item": 6, "middle": middle, "last line": len(lines) - 2}


BESIDE = "textDocument/semanticTokens/full"


def processor(command: list[str], text: str, n_keys: int) -> dict[str, float]:
    """Milliseconds of processor time of the start, of a letter by its place, and of what is asked for."""
    typist = Typist(command, text)
    spent = [0.0]

    def since() -> float:
        former = spent[0]
        files = Path(f"/proc/{typist.client.process.pid}/task").glob("*/schedstat")
        spent[0] = sum(int(file.read_text().split()[0]) for file in files) / 1e6
        return spent[0] - former

    found = {"start": since()}
    for name, line in places(text).items():
        typed(typist, line, 1)
        found[f"first key, {name}"] = since()
        typed(typist, line, n_keys)
        found[f"key, {name}"] = since() / n_keys
    middle = places(text)["middle"]
    place = {"start": {"line": middle, "character": 3}, "end": {"line": middle, "character": 3}}
    for name, method, more in [
        ("outline", "textDocument/documentSymbol", {}),
        ("code actions", "textDocument/codeAction", {"range": place, "context": {"diagnostics": []}}),
        ("tokens", BESIDE, {}),
    ]:
        for _ in range(n_keys):
            typist.ask(method, more)
        found[name] = since() / n_keys
    typed(typist, middle, n_keys, BESIDE)
    found["key and two answers of tokens"] = since() / n_keys
    typist.client.close()
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--binary", type=Path, default=ROOT / "target/release/referent")
    parser.add_argument("--sizes", default="10,100,1000,10000", help="in KB")
    parser.add_argument("--keys", type=int, default=60)
    parser.add_argument("--processor", action="store_true", help="processor time by what was asked")
    given = parser.parse_args()
    if not given.binary.exists():
        sys.exit(f"{given.binary} is not there: cargo build --release -p referent")
    command = [str(given.binary), "lsp"]
    if given.processor:
        for size in map(int, given.sizes.split(",")):
            for name, spent in processor(command, texts.meeting(size * 1000), given.keys).items():
                print(f"{size:6} KB {spent:9.3f} ms  {name}", flush=True)
        return
    names = ["first line", "first item", "middle", "last line", "while tokens are made"]
    print(f"| KB | limit | {' | '.join(names)} | start | outline | code actions |\n|---:|---:|{'---:|' * (len(names) + 3)}")
    for size in map(int, given.sizes.split(",")):
        text = texts.meeting(size * 1000)
        typist = Typist(command, text)
        middle = places(text)["middle"]
        keys = given.keys if size < 5000 else max(given.keys // 3, 1)
        cells = [typed(typist, line, keys) for line in places(text).values()]
        cells.append(typed(typist, middle, keys, BESIDE))
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
