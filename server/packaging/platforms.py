"""The machines that a release is for, and what each kind of package calls them."""

import os
import platform as host
import re
import shutil
import subprocess
import sys
import tomllib
from dataclasses import dataclass
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[2]
VERSION = tomllib.loads((PROJECT / "Cargo.toml").read_text("utf-8"))["workspace"]["package"]["version"]
# Packages have one free name everywhere; the command is "referent".
NAME = "referent-cli"
REPOSITORY = "https://github.com/referent/referent"
SUMMARY = "Checks the agendas and minutes of Danish municipal committees before they are published."


# This machine's own kind, in the same words.
MACHINE = "arm64" if host.machine() in ("aarch64", "arm64") else "x64"


@dataclass(frozen=True)
class Platform:
    name: str  # as npm and VS Code call it
    rust: str
    debian: str | None = None
    wheel: str | None = None  # of Linux the C library's version is read off the program

    @property
    def program(self):
        return "referent.exe" if self.name.startswith("win32") else "referent"

    @property
    def system(self):
        return self.name.split("-")[0]

    @property
    def machine(self):
        return self.name.split("-")[1]


PLATFORMS = {
    platform.name: platform
    for platform in [
        Platform("linux-x64", "x86_64-unknown-linux-gnu", debian="amd64"),
        Platform("linux-arm64", "aarch64-unknown-linux-gnu", debian="arm64"),
        Platform("win32-x64", "x86_64-pc-windows-gnu", wheel="win_amd64"),
        Platform("darwin-arm64", "aarch64-apple-darwin", wheel="macosx_11_0_arm64"),
    ]
}


def glibc(program):
    """The oldest C library that `program` runs with: (2, 17)."""
    symbols = run(["readelf", "--wide", "--version-info", program], capture=True)
    return max((int(major), int(minor)) for major, minor in re.findall(r"GLIBC_(\d+)\.(\d+)", symbols))


def command(platform, program):
    """How `program` is run on this machine, or None: by itself, or Linux's for arm64 in `qemu-user`."""
    emulator = shutil.which("qemu-aarch64")
    if platform.system == sys.platform and platform.machine == MACHINE:
        return [program]
    if platform.name == "linux-arm64" and sys.platform == "linux" and emulator:
        return [emulator, "-L", "/usr/aarch64-linux-gnu", program]
    return None


def date():
    """When the version was made, in seconds: of the last commit, so that two builds give the same files."""
    given = os.environ.get("SOURCE_DATE_EPOCH")
    return int(given or run(["git", "-C", PROJECT, "log", "-1", "--format=%ct"], capture=True))


def run(command, capture=False, **options):
    """Runs `command`, which must succeed; gives what it printed when that is wanted."""
    words = [str(word) for word in command]
    out = subprocess.PIPE if capture else None
    done = subprocess.run(words, stdout=out, text=True, check=False, **options)
    if done.returncode != 0:
        raise SystemExit(f"error: {' '.join(words[:6])} … ended with {done.returncode}")
    return done.stdout
