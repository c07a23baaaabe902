#!/usr/bin/env python3
"""Holds the pipelines that we offer against the schemas of those who run them, and runs what of them can be run.

    python tests/formats/pipelines.py [path to referent]
"""

import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from dockerfile_parse import DockerfileParser
from ruamel.yaml import YAML

PROJECT = Path(__file__).resolve().parents[2]


def main():
    program = Path(sys.argv[1] if len(sys.argv) > 1 else "target/debug/referent").resolve()
    action = PROJECT / ".github/actions/check/action.yml"
    schema("github-actions", action)
    for workflow in sorted((PROJECT / ".github/workflows").glob("*.yml")):
        schema("github-workflows", workflow)
    install_action(action, program)
    run_action(action, program)
    run_release(program)
    run(["pre-commit", "validate-manifest", PROJECT / ".pre-commit-hooks.yaml"])
    for page in ["server/README.md"]:
        snippets(PROJECT / page)


def snippets(page):
    """The examples of the manual, each as the whole file that it is a part of."""
    text = page.read_text("utf-8")
    kinds = []
    with tempfile.TemporaryDirectory() as folder:
        for language, block in re.findall(r"```(ya?ml|dockerfile)\n(.*?)```", text, re.S):
            path = Path(folder) / f"{len(kinds)}.yml"
            if language == "dockerfile":
                kinds.append(dockerfile(block, folder))
            elif block.startswith("repos:"):
                path.write_text(block, encoding="utf-8")
                run(["pre-commit", "validate-config", path])
                kinds.append("pre-commit")
            elif block.startswith("- uses:"):
                steps = "".join(f"      {line}\n" for line in block.splitlines())
                whole = f"on: push\njobs:\n  check:\n    runs-on: ubuntu-latest\n    steps:\n{steps}"
                path.write_text(whole, encoding="utf-8")
                schema("github-workflows", path)
                inputs_are_known(whole)
                kinds.append("github")
            else:
                path.write_text(block, encoding="utf-8")
                schema("gitlab-ci", path)
                kinds.append("gitlab")
    expect(sorted(kinds) == ["docker", "github", "gitlab", "pre-commit"], f"{page} shows {kinds}")


def inputs_are_known(workflow):
    action = YAML(typ="safe").load(PROJECT / ".github/actions/check/action.yml")
    steps = YAML(typ="safe").load(workflow)["jobs"]["check"]["steps"]
    given = {name for step in steps if "referent" in step["uses"] for name in step.get("with", {})}
    expect(given and given <= set(action["inputs"]), f"the action does not know {given}")


def dockerfile(block, folder):
    parser = DockerfileParser(path=str(folder))
    parser.content = block
    known = {"FROM", "RUN", "COPY", "ENTRYPOINT", "WORKDIR", "USER"}
    names = [step["instruction"] for step in parser.structure]
    expect(set(names) <= known and names[0] == "FROM", f"{names}")
    expect("cargo" not in block, "the ready-made program is taken")
    return "docker"


def install_action(action, program):
    """The first step of the action, as the runner would run it, with a wheel of this program in place of PyPI."""
    step = YAML(typ="safe").load(action)["runs"]["steps"][0]
    with tempfile.TemporaryDirectory() as folder:
        wheels = Path(folder) / "wheels"
        run([sys.executable, PROJECT / "server/packaging/wheel.py", program, wheels])
        places = {"GITHUB_ACTION_PATH": action.parent, "RUNNER_TEMP": folder, "GITHUB_PATH": Path(folder) / "path"}
        pip = {"PIP_NO_INDEX": "1", "PIP_FIND_LINKS": wheels}
        environment = {**os.environ, **{name: str(value) for name, value in {**places, **pip}.items()}}
        command = ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", step["run"]]
        done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
        expect(done.returncode == 0, done.stdout + done.stderr)
        installed = Path((Path(folder) / "path").read_text("utf-8").strip()) / "referent"
        told = subprocess.run([installed, "--version"], capture_output=True, text=True, check=True).stdout
    print(f"the action installs {told.strip()}")


def run_action(action, program):
    """The last step of the action, as the runner would run it."""
    step = YAML(typ="safe").load(action)["runs"]["steps"][-1]
    with tempfile.TemporaryDirectory() as folder:
        clean, faults = Path(folder) / "clean", Path(folder) / "faults"
        for path, sample in [(clean, "fredericia-senior.txt"), (faults, "fredericia-social-faults.txt")]:
            path.mkdir()
            (path / "møde 1.txt").write_bytes((PROJECT / "tests/minutes" / sample).read_bytes())
        (Path(folder) / "referent.toml").write_text('[profile.publish]\nfail-on = "warning"\n', encoding="utf-8")
        for paths, profile, output, status in [
            ("clean", "", "", 0),
            ("faults", "", "", 1),
            ("clean faults", "publish", "report.sarif", 1),
        ]:
            given = {"PATHS": paths, "PROFILE": profile, "FORMAT": "sarif" if output else "github", "OUTPUT": output}
            environment = {**os.environ, **given, "PATH": f"{program.parent}{os.pathsep}{os.environ['PATH']}"}
            # As GitHub calls it for `shell: bash`.
            command = ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", step["run"]]
            done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)
            expect(done.returncode == status, f"{given}: {done.returncode} {done.stdout}{done.stderr}")
            expect(not output or (Path(folder) / output).stat().st_size > 0, "no report is written")
            expect(status == 0 or output or "file=faults/møde 1.txt,line=" in done.stdout, done.stdout)
    print("the action was run: 3 times")


def run_release(program):
    """What of the release can be run here: the wheel on Windows, what is asked of a tag, and what is told of the version."""
    jobs = YAML(typ="safe").load(PROJECT / ".github/workflows/release.yml")["jobs"]
    scripts = {job: [step["run"] for step in jobs[job]["steps"] if "run" in step] for job in jobs}
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        (folder / "tests/documents").mkdir(parents=True)
        shutil.copy(PROJECT / "tests/documents/social.docx", folder / "tests/documents")
        run([sys.executable, PROJECT / "server/packaging/wheel.py", program, folder / "files"])
        run([sys.executable, "-m", "venv", folder / "venv"])
        tools = folder / "tools"
        tools.mkdir()
        (tools / "gh").write_text('#!/bin/sh\nprintf "%s\\n" "$@" > gh.txt\n', encoding="utf-8")
        (tools / "gh").chmod(0o755)
        version = re.search(r'^version = "(.*)"', (PROJECT / "Cargo.toml").read_text("utf-8"), re.M)[1]
        path = os.pathsep.join([str(folder / "venv/bin"), str(tools), os.environ["PATH"]])
        environment = {**os.environ, "PATH": path, "GITHUB_REF_NAME": f"v{version}"}

        def ends_with(script):
            # As GitHub calls it for `shell: bash`, which is stricter than what it calls without.
            command = ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", script]
            done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)
            return done.returncode, done.stdout + done.stderr

        status, said = ends_with(scripts["windows"][0])
        expect(status == 0 and "dates/weekday" in said, f"the wheel of the release: {status} {said}")
        shutil.copy(PROJECT / "Cargo.toml", folder)
        asked = next(script for script in scripts["files"] if "GITHUB_REF_NAME" in script)
        told = next(script for script in scripts["publish"] if "gh release" in script)
        for heading, is_taken in [("", True), (" (2026-12-01)", True), (" (not released yet)", False)]:
            log = f"# Changes\n\n## {version}{heading}\n\nNew.\n\n## 0.0.1\n\nOld.\n"
            (folder / "CHANGELOG.md").write_text(log, encoding="utf-8")
            status, said = ends_with(asked)
            expect((status == 0) == is_taken, f"a tag with the heading{heading}: {status} {said}")
        environment["GITHUB_REF_NAME"] = "v0.0.9"
        expect(ends_with(asked)[0] != 0, "a tag that is not the version is taken")
        environment["GITHUB_REF_NAME"] = f"v{version}"
        status, said = ends_with(told)
        expect(status == 0, said)
        notes = (folder / "notes.md").read_text("utf-8")
        expect("New." in notes and "Old." not in notes, notes)
        expect(any(line.endswith(".whl") for line in (folder / "gh.txt").read_text("utf-8").splitlines()), "no file is published")
    print("the release was run as far as it can be here")


def schema(name, path):
    run(["check-jsonschema", "--builtin-schema", f"vendor.{name}", path])
    print(f"{Path(path).name}: valid by {name}")


def run(command):
    done = subprocess.run([str(word) for word in command], capture_output=True, text=True, check=False)
    expect(done.returncode == 0, done.stdout + done.stderr)


def expect(holds, otherwise):
    if not holds:
        sys.exit(f"error: {otherwise}")


if __name__ == "__main__":
    main()
