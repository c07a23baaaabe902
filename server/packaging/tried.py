#!/usr/bin/env python3
"""Installs every file of a release that can run on this machine into an empty place, and runs the README's example there.

    server/packaging/tried.py FOLDER

What cannot be tried here is named with its reason. Installs with --no-index and --offline: nothing is fetched.
"""

import hashlib
import json
import os
import shutil
import subprocess
import sys
import tarfile
import tempfile
import time
import zipfile
from pathlib import Path

from platforms import NAME, PLATFORMS, PROJECT, VERSION, command, run

SAMPLE = PROJECT / "tests/documents/social.docx"
TEXT = PROJECT / "tests/minutes/fredericia-social-faults.txt"
# Debian has it beside the path until the package "wine" is there too.
WINE = shutil.which("wine64", path=f"{os.environ.get('PATH', '')}:/usr/lib/wine")
BCRYPT = """
/* What wine 8 lacks and Windows has. */
#include <windows.h>
BOOLEAN NTAPI SystemFunction036(PVOID, ULONG);
__declspec(dllexport) BOOL WINAPI ProcessPrng(PBYTE to, SIZE_T n) { return SystemFunction036(to, (ULONG)n); }
"""


def main():
    files = Path(sys.argv[1]).resolve()
    sums(files)
    tries = [wheel, npm, debian, archive, arm, windows, extension, manifests]
    failed = False
    for attempt in tries:
        with tempfile.TemporaryDirectory(prefix="release-") as place:
            start = time.monotonic()
            try:
                said = attempt(files, Path(place))
            except (AssertionError, SystemExit, subprocess.SubprocessError) as error:
                failed, said = True, f"FAILED: {error}"
            print(f"{attempt.__name__:<10} {said} ({time.monotonic() - start:.1f} s)", flush=True)
    sys.exit(failed)


def example(command, folder):
    """The README's example with `command` as `referent`: a Word file with faults, in an empty folder."""
    shutil.copy(SAMPLE, folder / "agenda.docx")
    clean = {"PATH": "/usr/bin:/bin", "HOME": str(folder), "LC_ALL": "C.UTF-8", **wine(folder)}
    status, said, told = ran([*command, "check", "agenda.docx"], folder, clean)
    assert status == 1, f"exit {status}: {told}"
    assert "dates/weekday" in said and "••••••-••••" in said, said
    _, version, _ = ran([*command, "--version"], folder, clean)
    assert version.strip() == f"referent {VERSION}", version
    return f"{told.strip().splitlines()[-1]}"


def ran(command, folder, environment):
    """Exit status, standard output and standard error. Through files, since wine leaves processes that hold a pipe open."""
    out, err = folder / "out.txt", folder / "err.txt"
    with out.open("wb") as to, err.open("wb") as errors:
        done = subprocess.run([*map(str, command)], cwd=folder, env=environment, stdin=subprocess.DEVNULL, stdout=to, stderr=errors, timeout=300, check=False)
    return done.returncode, out.read_text("utf-8"), err.read_text("utf-8")


def wine(folder):
    # The loader is what a program that starts another wants.
    return {"WINEPREFIX": str(folder / "wine"), "WINEDEBUG": "-all", "DISPLAY": "", "WINELOADER": WINE or ""}


def one(files, pattern):
    found = sorted(files.glob(pattern))
    return found[0] if found else None


def wheel(files, place):
    if not one(files, "*x86_64.whl"):
        return "skipped: no wheel for this machine"
    run([sys.executable, "-m", "venv", place / "venv"])
    pip = [place / "venv/bin/python", "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-index"]
    run([*pip, "--find-links", files, f"{NAME}=={VERSION}"])
    return example([place / "venv/bin/referent"], place)


def npm(files, place):
    mine = one(files, f"{NAME}-linux-x64-*.tgz")
    if not mine:
        return "skipped: no package for this machine"
    run(["npm", "install", "--silent", "--offline", "--no-audit", "--no-fund", "--prefix", place, mine, files / f"{NAME}-{VERSION}.tgz"], cwd=place)
    return example([place / "node_modules/.bin/referent"], place)


def debian(files, place):
    package = one(files, "*_amd64.deb")
    if not package or not shutil.which("dpkg"):
        return "skipped: no package for this machine, or no dpkg"
    root = place / "root"
    for folder in ["var/lib/dpkg/info", "var/lib/dpkg/updates"]:
        (root / folder).mkdir(parents=True)
    (root / "var/lib/dpkg/status").touch()
    # What it depends on is not in the empty root; that it is here is what the run shows.
    run(["dpkg", f"--root={root}", "--force-depends", "--force-not-root", "--install", package], capture=True, stderr=subprocess.DEVNULL)
    run(["dpkg", f"--root={root}", "--verify", NAME], capture=True)
    assert (root / "usr/share/man/man1/referent.1.gz").exists()
    assert "referent" in (root / "usr/share/bash-completion/completions/referent").read_text("utf-8")
    return example([root / "usr/bin/referent"], place)


def archive(files, place):
    packed = one(files, "*-linux-x64.tar.gz")
    if not packed:
        return "skipped: no program for this machine"
    with tarfile.open(packed) as tar:
        tar.extractall(place, filter="data")
    return example([place / f"referent-{VERSION}-linux-x64/referent"], place)


def arm(files, place):
    """On text alone: the child that reads documents would want the emulator too, and the kernel does not know it."""
    packed = one(files, "*-linux-arm64.tar.gz")
    if not packed:
        return "skipped: no program for arm64"
    with tarfile.open(packed) as tar:
        tar.extractall(place, filter="data")
    words = command(PLATFORMS["linux-arm64"], place / f"referent-{VERSION}-linux-arm64/referent")
    if not words:
        return "skipped: no qemu-user here"
    shutil.copy(TEXT, place / "agenda.txt")
    status, said, told = ran([*words, "check", "agenda.txt"], place, {"PATH": "/usr/bin:/bin", "HOME": str(place), "LC_ALL": "C.UTF-8"})
    assert status == 1 and "dates/weekday" in said, f"exit {status}: {told}"
    return told.strip().splitlines()[-1]


def windows(files, place):
    packed = one(files, "*-win32-x64.zip")
    if not packed:
        return "skipped: no program for Windows"
    if not WINE or not shutil.which("x86_64-w64-mingw32-gcc"):
        return "skipped: no wine64 or mingw here"
    with zipfile.ZipFile(packed) as archive:
        archive.extractall(place)
    folder = place / f"referent-{VERSION}-win32-x64"
    (place / "stub.c").write_text(BCRYPT, encoding="ascii")
    run(["x86_64-w64-mingw32-gcc", "-shared", "-o", folder / "bcryptprimitives.dll", place / "stub.c", "-ladvapi32"])
    subprocess.run([WINE, "wineboot", "--init"], env={**os.environ, **wine(place)}, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=300, check=False)
    return example([WINE, folder / "referent.exe"], place)


def extension(files, place):
    """The program of the extension, as the extension calls it."""
    packed = one(files, "referent-linux-x64-*.vsix")
    if not packed:
        return "skipped: no extension for this machine"
    with zipfile.ZipFile(packed) as archive:
        archive.extractall(place)
    program = place / "extension/bin/referent"
    program.chmod(0o755)
    hello = json.dumps({"jsonrpc": "2.0", "id": 1, "method": "initialize", "params": {"capabilities": {}}})
    message = f"Content-Length: {len(hello)}\r\n\r\n{hello}".encode()
    answer = subprocess.run([program, "lsp"], input=message, capture_output=True, timeout=30, check=False).stdout
    assert b'"serverInfo"' in answer, answer
    return f"{example([program], place)}; it answers as a language server"


def manifests(files, place):
    json.loads((files / "referent.json").read_text("utf-8")) if (files / "referent.json").exists() else None
    for bill in files.glob("*.cdx.json"):
        parts = json.loads(bill.read_text("utf-8"))["components"]
        assert len(parts) > 50 and all(part["purl"] and part.get("licenses") for part in parts), bill.name
    ruby = shutil.which("ruby")
    if ruby:
        run([ruby, "-c", files / "referent.rb"], capture=True)
    return "read as JSON" + (" and Ruby" if ruby else "; skipped: no ruby for referent.rb")


def sums(files):
    for line in (files / "SHA256SUMS").read_text("utf-8").splitlines():
        digest, name = line.split("  ", 1)
        assert hashlib.sha256((files / name).read_bytes()).hexdigest() == digest, name


if __name__ == "__main__":
    main()
