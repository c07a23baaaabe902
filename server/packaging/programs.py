"""Builds the program for each machine, by whatever of the known ways this one can go."""

import os
import shutil
from pathlib import Path

from platforms import PROJECT, run

# The oldest C library of Linux that a program built with zig as its linker still runs with.
OLDEST_GLIBC = "2.17"
# Debian's compiler, which comes with the source of the standard library; rustup's knows its own targets only.
DEBIAN = {"RUSTC": "/usr/bin/rustc", "RUSTC_BOOTSTRAP": "1"}
PROFILE = "dist"


def build(platform, target_folder):
    """The program for `platform`, or why there is none."""
    for way in [with_zig, with_mingw, for_this_machine, with_gcc_for_arm]:
        built = way(platform, target_folder)
        if built:
            return built
    return None


def cargo(platform, folder, cargo="cargo", words=("build",), target=None, environment=(), more=()):
    command = [cargo, *words, "--quiet", "--locked", "--profile", PROFILE, "--package", "referent"]
    command += ["--manifest-path", PROJECT / "Cargo.toml", "--target", target or platform.rust, *more]
    run(command, cwd=PROJECT, env={**os.environ, "CARGO_TARGET_DIR": str(folder), **dict(environment)})
    return Path(folder) / platform.rust / PROFILE / platform.program


def with_zig(platform, folder):
    """Linux as old as can be: pip install cargo-zigbuild ziglang."""
    has = shutil.which("cargo-zigbuild") and platform.system == "linux" and has_target(platform.rust)
    target = f"{platform.rust}.{OLDEST_GLIBC}"
    return cargo(platform, folder, words=("zigbuild",), target=target) if has else None


def with_mingw(platform, folder):
    """Windows from Debian: rustc-web cargo-web rust-web-src gcc-mingw-w64-x86-64-win32."""
    if platform.system != "win32" or os.name == "nt" or not shutil.which("x86_64-w64-mingw32-gcc") or not debian_rust():
        return None
    linker = {"CARGO_TARGET_X86_64_PC_WINDOWS_GNU_LINKER": "x86_64-w64-mingw32-gcc"}
    more = ("-Zbuild-std=std,panic_unwind", "--no-default-features", "--features", "pdf")
    return cargo(platform, folder, "/usr/bin/cargo", environment={**DEBIAN, **linker}, more=more)


def with_gcc_for_arm(platform, folder):
    """Linux on arm64 from Debian: rustc-web cargo-web rust-web-src gcc-aarch64-linux-gnu."""
    if platform.name != "linux-arm64" or not shutil.which("aarch64-linux-gnu-gcc") or not debian_rust():
        return None
    linker = {"CARGO_TARGET_AARCH64_UNKNOWN_LINUX_GNU_LINKER": "aarch64-linux-gnu-gcc"}
    more = ("-Zbuild-std=std,panic_unwind",)
    return cargo(platform, folder, "/usr/bin/cargo", environment={**DEBIAN, **linker}, more=more)


def for_this_machine(platform, folder):
    """With the toolchain that is here, where it has the target: on macOS and Windows their own programs."""
    return cargo(platform, folder) if has_target(platform.rust) else None


def has_target(name):
    root = run(["rustc", "--print", "sysroot"], capture=True, cwd=PROJECT).strip()
    return (Path(root) / "lib/rustlib" / name / "lib").is_dir()


def debian_rust():
    return Path("/usr/bin/rustc").exists() and Path("/usr/lib/rustlib/src/rust/library").exists()
