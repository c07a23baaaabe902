#!/usr/bin/env python3
"""Makes the documents of this folder from a sample of ../minutes: run it here, with python-docx and LibreOffice.

social.docx has real headings, numbered lists and bullets; the others are what LibreOffice makes of it. beside.docx holds what
must not be published with a document: a comment, a hidden word, an author, and CPR numbers (invented) beside the text.
"""

import re
import shutil
import subprocess

from docx import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

HEADINGS = {"Sagsresumé", "Sagsbeskrivelse:", "Økonomiske konsekvenser", "Vurdering", "Indstillinger", "Bilag"}


def element(name, **attributes):
    new = OxmlElement("w:" + name)
    for key, value in attributes.items():
        new.set(qn("w:" + key), str(value))
    return new


def list_of(document, pattern, start):
    """A list of its own, which counts from start."""
    numbering = document.part.numbering_part.element
    n = len(numbering) + 100
    level = element("lvl", ilvl=0)
    for child in (element("start", val=start), element("numFmt", val="decimal"), element("lvlText", val=pattern)):
        level.append(child)
    template = element("abstractNum", abstractNumId=n)
    template.append(level)
    numbering.find(qn("w:num")).addprevious(template)
    made = element("num", numId=n)
    made.append(element("abstractNumId", val=n))
    numbering.append(made)
    return n


def put(document, line, counting):
    """Adds one line, and says which list goes on after it."""
    words = line.strip()
    number = re.match(r"(\d+)\. (?=at )", words)
    if words.startswith("Punkt ") or words in HEADINGS or words.startswith("Beslutning i "):
        document.add_heading(words, 1 if words.startswith("Punkt ") else 2)
    elif words.startswith("• "):
        document.add_paragraph(words[2:], style="List Bullet")
    elif number:
        n = int(number.group(1))
        if counting is None or n == 1:
            counting = list_of(document, "%1.", n)
        paragraph = document.add_paragraph(words[number.end():], style="List Number")
        properties = paragraph._p.get_or_add_pPr().get_or_add_numPr()
        properties.get_or_add_ilvl().val = 0
        properties.get_or_add_numId().val = counting
        return counting
    else:
        document.add_paragraph(line)
    return None


def minutes(sample, target):
    document, counting = Document(), None
    for line in open(sample, encoding="utf-8").read().splitlines():
        if line.strip():
            counting = put(document, line, counting)
    document.core_properties.author = ""
    document.save(target)


def beside(target):
    document = Document()
    for words in ("Byrådet", "4. april 2022 kl. 17.00"):
        document.add_paragraph(words)
    document.add_heading("1. Tilskud", 1)
    document.add_heading("Beslutning", 2)
    decided = document.add_paragraph("Godkendt.")
    document.add_comment(decided.runs, text="Ansøger er 010203-1234", author="Bo Berg")
    document.add_paragraph().add_run("Skjult").font.hidden = True
    document.sections[0].header.paragraphs[0].text = "Til 020304-1111"
    table = document.add_table(1, 2)
    table.cell(0, 0).text, table.cell(0, 1).text = "Ansøger", "030405-2222"
    document.core_properties.author = "Hanne Holm"
    document.save(target)


minutes("../minutes/fredericia-social-faults.txt", "social.docx")
for kind in ("odt", "html", "pdf"):
    subprocess.run(["soffice", "--headless", "--convert-to", kind, "social.docx"], check=True)
beside("beside.docx")
for name in ("beside.docx", "social.odt"):  # the sessions of the command line read them too
    shutil.copy(name, "../cli/input")
