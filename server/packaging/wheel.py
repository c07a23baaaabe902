#!/usr/bin/env python3
"""A wheel of a program that is built already: wheel.py PROGRAM FOLDER. For tests and for whoever wants nothing else."""

import sys
from datetime import UTC, datetime
from pathlib import Path

import archives
from platforms import MACHINE, PLATFORMS, date

program, folder = map(Path, sys.argv[1:])
folder.mkdir(parents=True, exist_ok=True)
here = PLATFORMS[f"{sys.platform}-{MACHINE}"]
archives.wheel(here, program.resolve(), "See the files of the release.\n", folder, datetime.fromtimestamp(date(), UTC))
