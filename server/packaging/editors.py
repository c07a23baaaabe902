"""What npm and VS Code take: a package for each machine and the one that chooses among them, the extension, the page."""

import json
import shutil
import subprocess

from archives import zipped
from platforms import NAME, PROJECT, REPOSITORY, SUMMARY, VERSION, run

# Finds the package of this machine and hands everything on to the program in it.
LAUNCHER = """#!/usr/bin/env node
const { spawnSync } = require('node:child_process');
const machine = `${process.platform}-${process.arch}`;
let program;
try {
    program = require.resolve(`NAME-${machine}/bin/referent${process.platform === 'win32' ? '.exe' : ''}`);
} catch {
    console.error(`referent: there is no program for ${machine} in this installation; other ways to get it: REPOSITORY`);
    process.exit(2);
}
const done = spawnSync(program, process.argv.slice(2), { stdio: 'inherit' });
if (done.error) console.error(`referent: ${done.error.message}`);
if (done.signal) process.kill(process.pid, done.signal);
process.exit(done.status ?? 2);
"""


def npm(programs, folder, out):
    """The packages of npm: NAME, and one for each machine, of which npm takes the one that fits."""
    common = {"version": VERSION, "license": "MIT OR Apache-2.0", "repository": {"type": "git", "url": f"git+{REPOSITORY}.git"}}
    made = []
    for platform, (program, licences) in programs.items():
        name = f"{NAME}-{platform.name}"
        package = folder / name
        (package / "bin").mkdir(parents=True)
        shutil.copy(program, package / "bin" / platform.program)
        (package / "bin" / platform.program).chmod(0o755)
        (package / "THIRD-PARTY-LICENSES.txt").write_text(licences, encoding="utf-8")
        told = {"name": name, "description": f"The program of {NAME} for {platform.name}.", "os": [platform.system], "cpu": [platform.machine]}
        made.append(packed(package, {**told, **common, "preferUnplugged": True}, out))
    main = folder / NAME
    (main / "bin").mkdir(parents=True)
    launcher = LAUNCHER.replace("NAME", NAME).replace("REPOSITORY", REPOSITORY)
    (main / "bin/referent.js").write_text(launcher, encoding="utf-8")
    shutil.copy(PROJECT / "README.md", main / "README.md")
    told = {"name": NAME, "description": SUMMARY, "bin": {"referent": "bin/referent.js"}, "engines": {"node": ">=18"}}
    others = {f"{NAME}-{platform.name}": VERSION for platform in programs}
    made.append(packed(main, {**told, **common, "optionalDependencies": others}, out))
    return made


def packed(package, manifest, out):
    (package / "package.json").write_text(json.dumps(manifest, indent=2) + "\n", encoding="utf-8")
    for licence in ["LICENSE-MIT", "LICENSE-APACHE"]:
        shutil.copy(PROJECT / licence, package / licence)
    said = run(["npm", "pack", "--silent", "--pack-destination", out], capture=True, cwd=package)
    return out / said.strip().splitlines()[-1]


def extensions(programs, folder, out):
    """The extension for VS Code: for each machine with the program inside, and one for VS Code in a browser."""
    source = folder / "vscode"
    # The extension for browsers takes the border to the engine from the page's folder.
    (folder / "browser/src").mkdir(parents=True)
    for name in ["border.js", "border.d.ts"]:
        shutil.copy(PROJECT / "editors/browser/src" / name, folder / "browser/src" / name)
    ignored = shutil.ignore_patterns("node_modules", "bin", "*.vsix")
    shutil.copytree(PROJECT / "editors/vscode", source, ignore=ignored, symlinks=False)
    run(["npm", "ci", "--silent", "--no-audit", "--no-fund"], cwd=source)
    made = []
    for platform, (program, licences) in programs.items():
        (source / "bin").mkdir(exist_ok=True)
        for old in (source / "bin").iterdir():
            old.unlink()
        shutil.copy(program, source / "bin" / platform.program)
        (source / "bin" / platform.program).chmod(0o755)
        (source / "bin/THIRD-PARTY-LICENSES.txt").write_text(licences, encoding="utf-8")
        made.append(extension(source, platform.name, out))
    shutil.rmtree(source / "bin", ignore_errors=True)
    engine = PROJECT / "editors/browser/dist/site/referent.wasm"
    if engine.exists():
        (folder / "browser/dist/site").mkdir(parents=True)
        shutil.copy(engine, folder / "browser/dist/site/referent.wasm")
        (source / "dist").mkdir(exist_ok=True)
        run(["npm", "run", "--silent", "web"], cwd=source)
        made.append(extension(source, "web", out))
    return made


def extension(source, target, out):
    path = out / f"referent-{target}-{VERSION}.vsix"
    run(["npx", "vsce", "package", "--no-dependencies", "--target", target, "--out", path], cwd=source, capture=True)
    return path


def page(out, when):
    """The page in one file, and as a site; nothing where there is no way to build it, which is said."""
    browser = PROJECT / "editors/browser"
    done = subprocess.run(["./build.sh"], cwd=browser, check=False)
    if done.returncode == 3:
        return []
    if done.returncode != 0:
        raise SystemExit("error: the page does not build")
    shutil.copy(browser / "dist/referent.html", out / "referent.html")
    site = {path.name: path.read_bytes() for path in sorted((browser / "dist/site").iterdir())}
    zipped(out / f"referent-site-{VERSION}.zip", site, when)
    return [out / "referent.html", out / f"referent-site-{VERSION}.zip"]
