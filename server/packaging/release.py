#!/usr/bin/env python3
"""Makes what a release holds, from a checkout: programs, packages, the page, sums, bills of materials and licences.

    server/packaging/release.py [--out FOLDER] [--only linux-x64,win32-x64] [--program linux-x64=PATH] [--no-page]

Programs that are not given are built, as far as that can be done here; what cannot is named and left out.
"""

import argparse
import hashlib
import os
import shutil
import sys
import tempfile
from datetime import UTC, datetime
from pathlib import Path

import archives
import editors
import papers
import programs as recipes
from platforms import PLATFORMS, PROJECT, REPOSITORY, VERSION, command, date

TEMPLATES = Path(__file__).parent / "templates"


def main():
    target = Path(os.environ.get("CARGO_TARGET_DIR", PROJECT / "target")).resolve()
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--out", type=Path, default=target / "release-files")
    parser.add_argument("--only", default=",".join(PLATFORMS), help="the machines, with commas between them")
    parser.add_argument("--program", action="append", default=[], metavar="MACHINE=PATH", help="a program that is built already")
    parser.add_argument("--no-page", action="store_true", help="leave out the page, whose toolchain is large")
    asked = parser.parse_args()
    out = asked.out.resolve()
    shutil.rmtree(out, ignore_errors=True)
    out.mkdir(parents=True)
    given = dict(pair.split("=", 1) for pair in asked.program)
    programs = {}
    for name in asked.only.split(","):
        platform = PLATFORMS[name]
        program = Path(given[name]) if name in given else recipes.build(platform, target / "release")
        if program is None:
            print(f"skipped: {name} cannot be built on this machine")
        else:
            programs[platform] = (program, papers.licences(platform))
    if not programs:
        sys.exit("error: there is no program to pack")
    when = datetime.fromtimestamp(date(), UTC)
    # The extension for browsers takes the engine of the page.
    if not asked.no_page and not editors.page(out, when):
        print("skipped: the page")
    with tempfile.TemporaryDirectory() as folder:
        pack(programs, Path(folder), out, when)
    templates(out)
    sums(out)


def pack(programs, folder, out, when):
    ways = (command(platform, program) for platform, (program, _) in programs.items())
    runnable = next(filter(None, ways), None)
    for platform, (program, licences) in programs.items():
        work = folder / platform.name
        work.mkdir()
        archives.archive(platform, program, licences, out, when)
        archives.wheel(platform, program, licences, out, when)
        archives.debian(platform, program, runnable, licences, work, out, when)
        (out / f"referent-{VERSION}-{platform.name}.cdx.json").write_text(papers.bill(platform, when), encoding="utf-8")
    editors.npm(programs, folder / "npm", out)
    editors.extensions(programs, folder, out)


def templates(out):
    """The manifests of package managers, with the sums of the files that they speak of."""
    files = {path.name: sha256(path) for path in out.iterdir()}
    # What is in a folder belongs together: where one cannot be filled in, none of it is of use.
    together = {}
    for template in sorted(path for path in TEMPLATES.rglob("*") if path.is_file()):
        name = template.relative_to(TEMPLATES)
        together.setdefault(name if name.parent == Path() else name.parent, []).append((name, filled(template, files)))
    for whole, texts in together.items():
        if any("{{" in text for _, text in texts):
            print(f"skipped: {whole} speaks of a file that was not made")
            continue
        for name, text in texts:
            (out / name).parent.mkdir(exist_ok=True)
            (out / name).write_text(text, encoding="utf-8")


def filled(template, files):
    text = template.read_text("utf-8").replace("{{version}}", VERSION).replace("{{repository}}", REPOSITORY)
    for name, digest in files.items():
        text = text.replace("{{sha256 " + name + "}}", digest)
    return text


def sums(out):
    """SHA-256 of every file, as sha256sum --check reads it."""
    files = sorted(path for path in out.rglob("*") if path.is_file())
    lines = [f"{sha256(path)}  {path.relative_to(out).as_posix()}\n" for path in files]
    (out / "SHA256SUMS").write_text("".join(lines), encoding="utf-8")
    for path in files:
        print(f"{path.stat().st_size:>12,}  {path.relative_to(out)}")


def sha256(path):
    return hashlib.sha256(path.read_bytes()).hexdigest()


if __name__ == "__main__":
    main()
