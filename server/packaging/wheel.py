#!/usr/bin/env python3
"""A wheel of a program that is built already: wheel.py PROGRAM FOLDER. For tests and for whoever wants nothing else."""

import platform as machine
import sys
from datetime import UTC, datetime
from pathlib import Path

import archives
from platforms import PLATFORMS, date

program, folder = map(Path, sys.argv[1:])
folder.mkdir(parents=True, exist_ok=True)
kind = "arm64" if machine.machine() in ("aarch64", "arm64") else "x64"
here = PLATFORMS[f"{sys.platform}-{kind}"]
archives.wheel(here, program.resolve(), "See the files of the release.\n", folder, datetime.fromtimestamp(date(), UTC))
