"""What is unpacked and run: archives, the Debian package, the wheel."""

import gzip
import hashlib
import io
import os
import tarfile
import zipfile
from base64 import urlsafe_b64encode
from pathlib import Path

from platforms import NAME, PROJECT, REPOSITORY, SUMMARY, VERSION, glibc, run

PAPERS = ["README.md", "README.da.md", "CHANGELOG.md", "SECURITY.md", "LICENSE-MIT", "LICENSE-APACHE", "NOTICE"]
SHELLS = {
    "bash": "usr/share/bash-completion/completions/referent",
    "zsh": "usr/share/zsh/vendor-completions/_referent",
    "fish": "usr/share/fish/vendor_completions.d/referent.fish",
}


def archive(platform, program, licences, out, when):
    """The program with its papers: .tar.gz, and .zip on Windows."""
    stem = f"referent-{VERSION}-{platform.name}"
    files = {paper: (PROJECT / paper).read_bytes() for paper in PAPERS}
    files |= {"THIRD-PARTY-LICENSES.txt": licences.encode(), "referent.1": (PROJECT / "server/referent.1").read_bytes()}
    files[platform.program] = program.read_bytes()
    if platform.system == "win32":
        path = out / f"{stem}.zip"
        zipped(path, {f"{stem}/{name}": bytes for name, bytes in files.items()}, when)
        return path
    path = out / f"{stem}.tar.gz"
    tarred(path, {f"{stem}/{name}": bytes for name, bytes in files.items()}, when)
    return path


def tarred(path, files, when):
    with open(path, "wb") as raw, gzip.GzipFile("", "wb", 9, raw, mtime=when.timestamp()) as packed:
        with tarfile.open(fileobj=packed, mode="w") as tar:
            for name, content in sorted(files.items()):
                member = tarfile.TarInfo(name)
                member.size, member.mtime = len(content), int(when.timestamp())
                member.mode = 0o755 if Path(name).name == "referent" else 0o644
                tar.addfile(member, io.BytesIO(content))


def zipped(path, files, when):
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for name, content in sorted(files.items()):
            member = zipfile.ZipInfo(name, when.timetuple()[:6])
            member.compress_type = zipfile.ZIP_DEFLATED
            executable = Path(name).name in ("referent", "referent.exe")
            member.external_attr = (0o100755 if executable else 0o100644) << 16
            archive.writestr(member, content)


def debian(platform, program, runnable, licences, folder, out, when):
    """A .deb; `runnable` is how a program is run here, for the completions of the shells."""
    if not platform.debian:
        return None
    if not runnable:
        print(f"skipped: the .deb for {platform.debian}: no program runs on this machine to write the completions")
        return None
    root = folder / "deb"
    files = {"usr/bin/referent": program.read_bytes()}
    manual = (PROJECT / "server/referent.1").read_bytes()
    files["usr/share/man/man1/referent.1.gz"] = gzip.compress(manual, 9, mtime=int(when.timestamp()))
    for shell, path in SHELLS.items():
        files[path] = run([*runnable, "completions", shell], capture=True).encode()
    doc = f"usr/share/doc/{NAME}"
    files[f"{doc}/copyright"] = (PROJECT / "NOTICE").read_bytes() + b"\n" + licences.encode()
    files[f"{doc}/changelog.gz"] = gzip.compress((PROJECT / "CHANGELOG.md").read_bytes(), 9, mtime=int(when.timestamp()))
    major, minor = glibc(program)
    control = {
        "Package": NAME,
        "Version": VERSION,
        "Architecture": platform.debian,
        "Maintainer": "referent <referent@users.noreply.github.com>",
        "Installed-Size": str(sum(map(len, files.values())) // 1024),
        "Depends": f"libc6 (>= {major}.{minor}), libgcc-s1",
        "Section": "text",
        "Priority": "optional",
        "Homepage": REPOSITORY,
        "Description": SUMMARY + "\n Reads Word, LibreOffice, HTML, PDF and text; a language server is in it.",
    }
    files["DEBIAN/control"] = "".join(f"{key}: {value}\n" for key, value in control.items()).encode()
    for name, content in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o755)
        path.write_bytes(content)
        path.chmod(0o755 if name == "usr/bin/referent" else 0o644)
    path = out / f"{NAME}_{VERSION}_{platform.debian}.deb"
    when_made = {**os.environ, "SOURCE_DATE_EPOCH": str(int(when.timestamp()))}
    run(["dpkg-deb", "--root-owner-group", "--build", root, path], env=when_made, capture=True)
    return path


def wheel(platform, program, licences, out, when):
    """A Python wheel that holds the program and nothing of Python, for pip, pipx, uvx and pre-commit."""
    tag = platform.wheel
    if tag is None:
        machine = {"x64": "x86_64", "arm64": "aarch64"}[platform.machine]
        major, minor = glibc(program)
        tag = f"manylinux_{major}_{minor}_{machine}"
    stem = f"{NAME.replace('-', '_')}-{VERSION}"
    metadata = [
        "Metadata-Version: 2.4",
        f"Name: {NAME}",
        f"Version: {VERSION}",
        f"Summary: {SUMMARY}",
        f"Project-URL: Repository, {REPOSITORY}",
        "License-Expression: MIT OR Apache-2.0",
        "License-File: THIRD-PARTY-LICENSES.txt",
        "Requires-Python: >=3.8",
        "Description-Content-Type: text/markdown",
        "",
        (PROJECT / "README.md").read_text("utf-8"),
    ]
    info = f"{stem}.dist-info"
    files = {
        f"{stem}.data/scripts/{platform.program}": program.read_bytes(),
        f"{info}/METADATA": "\n".join(metadata).encode(),
        f"{info}/WHEEL": f"Wheel-Version: 1.0\nGenerator: referent\nRoot-Is-Purelib: false\nTag: py3-none-{tag}\n".encode(),
        f"{info}/licenses/THIRD-PARTY-LICENSES.txt": licences.encode(),
    }
    record = [f"{name},sha256={digest(content)},{len(content)}" for name, content in sorted(files.items())]
    files[f"{info}/RECORD"] = ("\n".join([*record, f"{info}/RECORD,,"]) + "\n").encode()
    path = out / f"{stem}-py3-none-{tag}.whl"
    zipped(path, files, when)
    return path


def digest(content):
    return urlsafe_b64encode(hashlib.sha256(content).digest()).rstrip(b"=").decode()
