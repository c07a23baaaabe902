#!/usr/bin/env python3
"""Nothing grows faster than the text: counts instructions for many shapes of text at two sizes.

    python3 tests/bench/growth.py [--binary target/release/referent] [--only names]
    python3 tests/bench/growth.py --fuzz target/fuzz/*/release

A text twice as long may take little more than twice the instructions, less what the program takes to start. Fails
when a shape takes more than `ALLOWED` times as much. Needs valgrind.

The second form counts the fuzz target `text`, which CI has anyway, over shorter texts and in one process, so that all
of it takes a minute.
"""

import argparse
import re
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from instructions import counted

SIZES = 40_000, 80_000
# The fuzz targets read nothing longer than 20,000 bytes.
FUZZ_SIZES = 6_000, 12_000
ALLOWED = 2.4

HEAD = "Byrådet\n4. april 2022 kl. 17.00\n\n1. Havnen\n\n"
NAMES = "Medlemmer: Marianne Toftgaard (A), Torben Lindeskov (V)\n"


def item(number: int, case: str = "Sagen er ny.") -> str:
    return f"{number}. Plan {number}\n\nSagsfremstilling\n\n{case}\n\nBeslutning\n\nGodkendt.\n\n"


# What stands before, and what is repeated; "{n}" counts.
SHAPES: dict[str, tuple[str, str]] = {
    "prose": (HEAD, "Byrådet drøftede planen for havnen og vejen. "),
    "lines": (HEAD, "Byrådet drøftede planen.\n"),
    "paragraphs": (HEAD, "Byrådet drøftede planen.\n\n"),
    "items": ("Byrådet\n4. april 2022\n\n", item(0).replace("0", "{n}")),
    "items of Markdown": ("# Byrådet\n\n", "## {n}. Plan\n\n### Beslutning\n\nGodkendt.\n\n"),
    "words without end": (HEAD, "ord"),
    "capitals": (HEAD, "ØKONOMI "),
    "blank lines": (HEAD, "\n"),
    "spaces": (HEAD, " "),
    "tabs": (HEAD, "\t"),
    "trailing spaces": (HEAD, "Planen er ny. \n"),
    "two spaces": (HEAD, "Planen  er  ny. "),
    "commas": (HEAD, "Planen ,og vejen ,er ny. "),
    "stops": (HEAD, "."),
    "digits": (HEAD, "1"),
    "numbers": (HEAD, "1.3 mio. kr. og 495.00 kr. "),
    "points between digits": (HEAD, "1.2.3."),
    "percent": (HEAD, "14% og 14 % "),
    "dates": (HEAD, "tirsdag den 5. april 2022 og d 24. august "),
    "numeric dates": (HEAD, "07/06/2022 "),
    "times": (HEAD, "kl 15.30 og kl. 15:30 "),
    "ranges": (HEAD, "42- 43 og kultur-og fritid "),
    "abbreviations": (HEAD, "b.la. 50 pct af ca 10 mio.kr. "),
    "known errors": (HEAD, "Idag er der fuldt op på sagen. "),
    "doubled words": (HEAD, "at at og og "),
    "one word": (HEAD, "og "),
    "articles": (HEAD, "en projekt leder og et aftale grundlag "),
    "shared parts": (HEAD, "børne og familieudvalget, "),
    "quotations": (HEAD, "”Planen er god.” "),
    "items of two lines": ("", "\n{n}. Sag {n}\n\nBeslutning\nGodkendt.\n"),
    "straight opening marks": (HEAD, '"a '),
    "opening marks": (HEAD, "”a "),
    "closing marks": (HEAD, "a” "),
    "straight marks": (HEAD, '"'),
    "single marks": (HEAD, "’a "),
    "nested marks": (HEAD, "„a ”b "),
    "quoted lines": (HEAD, "> Planen er god.\n"),
    "backticks": (HEAD, "`"),
    "code spans": (HEAD, "`a` "),
    "backticks of many lengths": (HEAD, "`a``b```c "),
    "fences": (HEAD, "```\na\n```\n"),
    "open fences": (HEAD, "~~~\na\n"),
    "brackets": (HEAD, "["),
    "closing brackets": (HEAD, "]("),
    "links": (HEAD, "[a](b.md) "),
    "wiki links": (HEAD, "[[a]] "),
    "open wiki links": (HEAD, "[[a "),
    "definitions": (HEAD, "[a{n}]: b\n\n"),
    "tags": (HEAD, "<b>a</b> "),
    "open tags": (HEAD, "<a "),
    "comments": (HEAD, "<!-- a -->\n"),
    "open comments": (HEAD, "<!-- a\n"),
    "addresses": (HEAD, "www.a.dk post@b.dk "),
    "at signs": (HEAD, "@"),
    "file names": (HEAD, "plan.pdf "),
    "tables": (HEAD, "| a | b |\n"),
    "bars": (HEAD, "|"),
    "list": (HEAD, "- Planen er ny\n"),
    "nested list": (HEAD, "  - a\n    - b\n"),
    "points": (HEAD + "Indstilling\n\nCentret indstiller,\n\n", "{n}. at planen godkendes.\n"),
    "answers": (HEAD + "Indstilling\n\n1. at a godkendes\n2. at b drøftes\n\nBeslutning\n\n", "Ad 1. Godkendt.\n"),
    "answers to each": (HEAD + "Indstilling\n\n1. at a godkendes\n\nBeslutning\n\n", "Ad {n}. Godkendt.\n"),
    "sections": (HEAD, "Indstilling\nat x.\nBeslutning\nAd 1. Godkendt.\n"),
    "attachments": (HEAD + "Bilag\n\n", "Bilag {n}: Notat\n"),
    "references": (HEAD, "Se bilag {n}, jf. § 5, stk 2. "),
    "votes": (HEAD + "Beslutning\n\n", "For: 9 (A, V)\nImod: 4 (C)\n"),
    "remarks": (HEAD + "Beslutning\n\n", "Ø fremsatte følgende protokolbemærkning:\n\n”Nej.”\n\n"),
    "motions": (HEAD, "BESLUTNINGSFORSLAG FRA LISTE Ø\n\nVi vil.\n\n"),
    "names": (NAMES + HEAD, "Marianne Toftgaard og Torben Lindeskov fra Kulturudvalget deltog. "),
    "names and a slip": (
        NAMES + HEAD + "daginstitution daginstitution daginsttution\n\n",
        "Marianne Toftgaard og Torben Lindeskov fra Kulturudvalget ser en daginstitution. ",
    ),
    "names that differ": (NAMES + HEAD, "Medlem Anna Holm{n} og Kulturudvalget. "),
    "near-misses of a name": (NAMES + HEAD, "Marianne Toftegaard{n} deltog. "),
    "bodies": (HEAD, "Social- og Omsorgsudvalget og Social – og Omsorgsudvalget. "),
    "long words": (HEAD, "daginstitutionslederforeningen{n} "),
    "CPR numbers": (HEAD, "010203-1234 "),
    "contents": ("Indholdsfortegnelse\n", "Plan {n}.........\t3\n"),
    "carriage returns": (HEAD, "Planen er ny.\r"),
    "zero-width spaces": (HEAD, "\u200b"),
    "soft hyphens": (HEAD, "ord\u00adord "),
    "accents": (HEAD, "a\u030a"),
}


def text(shape: tuple[str, str], size: int) -> str:
    """The shape, repeated to `size` bytes."""
    head, piece = shape
    parts, length, number = [head], len(head.encode()), 1
    while length < size:
        part = piece.replace("{n}", str(number))
        parts.append(part)
        length += len(part.encode())
        number += 1
    return "".join(parts)


def steps(binary: str, written: str) -> int:
    with tempfile.NamedTemporaryFile("w", suffix=".md", newline="") as file:
        file.write(written)
        file.flush()
        return counted([binary, "check", "--isolated", "--jobs", "1", "--format", "json", file.name])


def steps_in_one_process(target: Path, texts: list[str]) -> list[int]:
    """Instructions of the fuzz target for each of `texts`: the counts are written out whenever it has read one."""
    with tempfile.TemporaryDirectory() as folder:
        files = [Path(folder, f"{number:03}") for number in range(len(texts))]
        for file, written in zip(files, texts):
            file.write_text(written, newline="")
        counts = Path(folder, "counts")
        valgrind = ["valgrind", "--tool=callgrind", f"--callgrind-out-file={counts}", "--dump-line=no"]
        entry = "--dump-after=LLVMFuzzerTestOneInput"
        subprocess.run([*valgrind, entry, target, *files], capture_output=True, check=True)
        dumps = [Path(f"{counts}.{number + 1}") for number in range(len(texts))]
        return [int(re.search(r"^totals: (\d+)", dump.read_text(), re.MULTILINE)[1]) for dump in dumps]


def fuzz_growth(target: Path, names: list[str]) -> list[tuple[str, int, float]]:
    """The growth of each shape. The first reading of a shape makes ready what only it needs, and does not count."""
    short, long = FUZZ_SIZES
    texts = [text(SHAPES[name], size) for name in names for size in (short, short, long)]
    counted = steps_in_one_process(target, texts)
    measured = zip(names, counted[1::3], counted[2::3])
    return [(name, few, many / max(few, 1)) for name, few, many in measured]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--binary", default="target/release/referent")
    parser.add_argument("--fuzz", type=Path, help="the folder of the built fuzz targets, to be counted instead")
    parser.add_argument("--only", default="")
    given = parser.parse_args()
    names = [name for name in SHAPES if given.only in name]
    if given.fuzz:
        tell(fuzz_growth(given.fuzz / "text", names))
        return
    binary = str(Path(given.binary).resolve())
    start = steps(binary, "")

    def growth(name: str) -> tuple[str, int, float]:
        short, long = (steps(binary, text(SHAPES[name], size)) - start for size in SIZES)
        return name, short, long / max(short, 1)

    with ThreadPoolExecutor(2) as pool:
        tell(list(pool.map(growth, names)))


def tell(measured: list[tuple[str, int, float]]) -> None:
    """Prints what was measured, and fails when any shape grows faster than the text."""
    for name, short, ratio in measured:
        print(f"{'!' if ratio > ALLOWED else ' '} {ratio:5.2f} {short / 1e6:8.1f} M  {name}")
    worse = [name for name, _, ratio in measured if ratio > ALLOWED]
    if worse:
        sys.exit(f"grows faster than the text: {', '.join(worse)}")


if __name__ == "__main__":
    main()
