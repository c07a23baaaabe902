//! `language/plain-words`: office Danish that has a plainer word, from a list.

use std::sync::LazyLock;

use serde::Deserialize;

use lint::lexicon::{Border, Hit, Phrase, Phrases};
use lint::{Check, Example, Findings, Fixes, Note, PartView, Rule, Severity, Text};
use text::edit::Edit;
use zones::ZoneSet;

pub(crate) static RULE: Rule = Rule {
    name: "language/plain-words",
    summary: Text {
        da: "Kancellisprog, der har et enklere ord",
        en: "Office Danish that has a plainer word",
    },
    why: Text {
        da: "Referatet læses af borgere, som ikke kender forvaltningens ord. Det enklere ord siger det samme.",
        en: "Minutes are read by citizens who do not know the words of the administration. The plainer word says the same.",
    },
    source: "",
    severity: Severity::Hint,
    on: false,
    fixes: Fixes::Unsafe,
    zones: ZoneSet::NONE,
    options: &[],
    example: Example {
        house: "generel",
        before: "Byrådet\n4. april 2022 kl. 17.00\n\n1. Skoler\n\nSagsfremstilling\n\nUdgiften andrager 2 mio. kr.\n\n\
                 Beslutning\n\nGodkendt.\n",
        after: "Byrådet\n4. april 2022 kl. 17.00\n\n1. Skoler\n\nSagsfremstilling\n\nUdgiften er 2 mio. kr.\n\nBeslutning\
                \n\nGodkendt.\n",
    },
    check: Check::Part(check),
};

/// A word of the list.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Office {
    office: String,
    plain: Vec<String>,
    #[serde(default)]
    example: String,
}

static WORDS: LazyLock<(&'static [Office], Phrases)> = LazyLock::new(|| {
    #[derive(Deserialize)]
    struct File {
        word: Vec<Office>,
    }
    let file: File = data::read("plain_words");
    let words: &'static [Office] = file.word.leak();
    let phrase = |word| Phrase { text: word, capital: true, capitals: false, border: Border::Word };
    (words, Phrases::new(words.iter().map(|word| phrase(word.office.as_str())).collect()))
});

fn check(view: &PartView<'_>, findings: &mut Findings) {
    let (words, phrases) = &*WORDS;
    for hit in phrases.find(view.text, view.runs()) {
        if view.is_prose(hit.range) {
            report(view, &words[hit.phrase], &hit, findings);
        }
    }
}

fn report(view: &PartView<'_>, word: &Office, hit: &Hit, findings: &mut Findings) {
    let plain: Vec<String> = word.plain.iter().map(|plain| hit.case.apply(plain).into_owned()).collect();
    let found = &view.text[hit.range];
    let (mut da, mut en) = (
        format!("\"{found}\" er kancellisprog; skriv \"{}\"", plain.join("\" eller \"")),
        format!("\"{found}\" is office Danish; write \"{}\"", plain.join("\" or \"")),
    );
    if !word.example.is_empty() {
        da = format!("{da}, fx: {}", word.example.trim_end_matches('.'));
        en = format!("{en}, as in: {}", word.example.trim_end_matches('.'));
    }
    let mut report = findings.report(hit.range, Note::new(da, en));
    for plain in plain {
        let title = Note::new(format!("Skriv \"{plain}\""), format!("Write \"{plain}\""));
        report = report.unsafe_fix(title, Edit::replace(hit.range, plain));
    }
}

#[cfg(test)]
mod tests {
    use super::{RULE, WORDS};
    use document::fixture::check;

    #[test]
    fn flags_office_danish_with_the_plain_word() {
        check(
            &RULE,
            "
1. Skoler

Udgiften andrager 2 mio. kr.
         ^^^^^^^^ \"andrager\" er kancellisprog; skriv \"er\", fx: Udgiften
",
        );
    }

    #[test]
    fn ignores_quotations_and_parts_of_words() {
        check(&RULE, "1. Skoler\n\nHan skrev ”det andrager 2 mio. kr.”, og kandrager er intet ord.\n");
    }

    #[test]
    fn every_word_has_a_plainer_one() {
        for word in WORDS.0 {
            assert!(!word.plain.is_empty() && !word.plain.contains(&word.office), "{}", word.office);
        }
    }
}
