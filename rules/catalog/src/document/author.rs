//! `document/author`: the properties of the file name a person.

use lint::{Check, Example, Fixes, Rule, Severity, Text};
use zones::ZoneSet;

pub(crate) static RULE: Rule = Rule {
    name: "document/author",
    summary: Text {
        da: "Filens egenskaber nævner en person",
        en: "The properties of the file name a person",
    },
    why: Text {
        da: "Word og LibreOffice gemmer navnet på den, der skrev dokumentet, og den, der sidst gemte det. Navnet \
             følger med, når filen lægges på nettet, og kan læses af alle. Fjern det i Word under Filer, \
             Oplysninger, Kontrollér dokument.",
        en: "Word and LibreOffice keep the name of whoever wrote the document and of whoever saved it last. It is \
             published with the file, and anybody can read it. Remove it in Word under File, Info, Inspect \
             Document.",
    },
    source: "",
    severity: Severity::Hint,
    on: true,
    fixes: Fixes::None,
    // No text shows it.
    example: Example { house: "generel", before: "", after: "" },
    zones: ZoneSet::NONE,
    options: &[],
    check: Check::Outside,
};
