//! `privacy/cpr-number`: a personal number, in any form and anywhere.
//!
//! [`privacy`] finds what can be one by its form. Modulus 11 is not asked for: numbers given out since 2007 may
//! fail it. A hyphen makes the number certain, and so does a word like "cpr", which outweighs any sign around; right
//! behind the noun of a thing it is that thing's number and a hint. Ten bare digits may be many other things, so they
//! are a warning beside a person and else a hint. It looks at quotations, tables and file names as well.

#[cfg(test)]
mod tests;

use lint::{Check, Example, Findings, Fixes, PartView, Rule, Severity, Text};
use privacy::{Verdict, weighed};
use zones::ZoneSet;

pub(crate) static RULE: Rule = Rule {
    name: "privacy/cpr-number",
    summary: Text { da: "Et CPR-nummer", en: "A CPR number (personal number)" },
    why: Text {
        da: "Et personnummer er en fortrolig oplysning og må aldrig offentliggøres. Datatilsynet har flere gange kritiseret \
             kommuner, hvis referater og bilag indeholdt personnumre.",
        en: "A personal number is confidential and must never be published. The data protection authority has criticised \
             municipalities more than once whose minutes and attachments held personal numbers.",
    },
    source: "databeskyttelsesloven § 11",
    severity: Severity::Error,
    on: true,
    fixes: Fixes::None,
    zones: ZoneSet::ALL,
    options: &[],
    example: Example {
        house: "generel",
        before: "Byrådet\n4. april 2022 kl. 17.00\n\n1. Tilskud\n\nSagsfremstilling\n\nAnsøgeren (010203-1234) søger om tilskud \
                 til en forening.\n\nBeslutning\n\nGodkendt.\n",
        after: "Byrådet\n4. april 2022 kl. 17.00\n\n1. Tilskud\n\nSagsfremstilling\n\nAnsøgeren søger om tilskud til en \
                forening.\n\nBeslutning\n\nGodkendt.\n",
    },
    check: Check::Part(check),
};

fn check(view: &PartView<'_>, findings: &mut Findings) {
    for (number, verdict) in weighed(view.text, &|range| view.is_opaque(range)) {
        if let Verdict::Told(severity) = verdict {
            findings.report(number.range, NOTE).at_most(severity);
        }
    }
}

const NOTE: Text = Text {
    da: "Det ligner et CPR-nummer, som aldrig må offentliggøres",
    en: "This looks like a CPR number, which must never be published",
};
