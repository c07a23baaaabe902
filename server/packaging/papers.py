"""What a program is made of: a bill of materials (CycloneDX) and the licences, from what cargo knows."""

import json
import re
import tomllib
import uuid
from pathlib import Path

from platforms import PROJECT, VERSION, run

TEXTS = re.compile(r"^(licen[cs]e|copying|notice|unlicense|copyright)", re.IGNORECASE)


def parts(platform):
    """The crates that are in the program for `platform`, by name."""
    command = ["cargo", "metadata", "--locked", "--format-version", "1", "--filter-platform", platform.rust]
    metadata = json.loads(run([*command, "--manifest-path", PROJECT / "Cargo.toml"], capture=True, cwd=PROJECT))
    packages = {package["id"]: package for package in metadata["packages"]}
    nodes = {node["id"]: node for node in metadata["resolve"]["nodes"]}
    waiting = [package["id"] for package in packages.values() if package["name"] == "referent"]
    inside = set()
    while waiting:
        here = waiting.pop()
        if here in inside:
            continue
        inside.add(here)
        # What only builds or tests it is not in it.
        waiting += [dep["pkg"] for dep in nodes[here]["deps"] if any(kind["kind"] is None for kind in dep["dep_kinds"])]
    return sorted((packages[part] for part in inside), key=lambda package: (package["name"], package["version"]))


def bill(platform, when):
    """The bill of materials for `platform`, as JSON."""
    lock = tomllib.loads((PROJECT / "Cargo.lock").read_text("utf-8"))["package"]
    sums = {(package["name"], package["version"]): package.get("checksum") for package in lock}
    components = [component(part, sums) for part in parts(platform) if part["name"] != "referent"]
    tool = {"type": "application", "name": "referent", "version": VERSION, "bom-ref": "referent", "licenses": licence("MIT OR Apache-2.0")}
    whole = {
        "bomFormat": "CycloneDX",
        "specVersion": "1.5",
        "serialNumber": f"urn:uuid:{uuid.uuid5(uuid.NAMESPACE_URL, f'referent/{VERSION}/{platform.name}')}",
        "version": 1,
        "metadata": {"timestamp": when.strftime("%Y-%m-%dT%H:%M:%SZ"), "component": tool},
        "components": components,
    }
    return json.dumps(whole, indent=1, ensure_ascii=False) + "\n"


def component(part, sums):
    name, version = part["name"], part["version"]
    told = {"type": "library", "name": name, "version": version, "bom-ref": f"{name}@{version}", "purl": f"pkg:cargo/{name}@{version}"}
    if part.get("license"):
        told["licenses"] = licence(part["license"])
    if sums.get((name, version)):
        told["hashes"] = [{"alg": "SHA-256", "content": sums[(name, version)]}]
    return told


def licence(expression):
    return [{"expression": expression.replace("/", " OR ")}]


def licences(platform):
    """The licences of all that is in the program, each text once, under the names of the crates that it covers."""
    texts, without = {}, []
    for part in parts(platform):
        folder = Path(part["manifest_path"]).parent
        ours = PROJECT in folder.parents and part["name"] != "referent-lexicon"
        found = [] if ours else sorted(path for path in folder.iterdir() if path.is_file() and TEXTS.match(path.name))
        if part["name"] == "referent-lexicon":
            found = [folder / "data/NOTICE.md", folder / "data/LICENSE-MPL-1.1"]
        named = f"{part['name']} {part['version']} ({part.get('license')})"
        if not found and not ours:
            without.append(named)
        for path in found:
            texts.setdefault(path.read_text("utf-8", errors="replace").strip(), []).append(named)
    whole = ["referent is licensed under MIT or Apache-2.0. It is made of the following as well.\n"]
    for text, names in texts.items():
        whole.append("\n".join(dict.fromkeys(names)) + "\n\n" + text + "\n")
    whole.append("The Rust standard library (MIT OR Apache-2.0)\n")
    if without:
        whole.append("Packages whose sources hold no text beside the name of their licence:\n" + "\n".join(without) + "\n")
    return ("\n" + "-" * 78 + "\n\n").join(whole)
