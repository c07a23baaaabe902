//! `structure/misspelt-heading`: a line that stands as a heading and is one or two letters from a known one.

use danish::lexicon::readings;
use house::KnownTitles;
use lint::{Check, Example, Findings, Fixes, MinutesView, Note, Rule, Severity, Text};
use text::edit::Edit;
use zones::{Zone, ZoneSet};

pub(crate) static RULE: Rule = Rule {
    name: "structure/misspelt-heading",
    summary: Text {
        da: "En overskrift ligner en kendt overskrift på nær et bogstav eller to",
        en: "A line stands as a heading and is a letter or two from a known one",
    },
    why: Text {
        da: "Overskrifterne deler punktet i afsnit. Er en af dem stavet forkert, kan hverken søgning eller programmer \
             finde afsnittet, og det bliver læst som en del af det foregående.",
        en: "The headings divide an item into sections. When one is misspelt, neither search nor programs find the \
             section, and it is read as part of the one before.",
    },
    source: "",
    severity: Severity::Warning,
    on: true,
    fixes: Fixes::Safe,
    zones: ZoneSet::of(&[Zone::Table, Zone::ListMark, Zone::FileName, Zone::Address, Zone::Quotation]),
    options: &[],
    example: Example {
        house: "generel",
        before: "Byrådet\n4. april 2022 kl. 17.00\n\n1. Budget\n\nResume\n\nBudgettet er klar.\n\n\
                 Indstiling\n\nDirektionen indstiller, at budgettet \
                 godkendes.\n\nBeslutning\n\nGodkendt.\n",
        after: "Byrådet\n4. april 2022 kl. 17.00\n\n1. Budget\n\nResume\n\nBudgettet er klar.\n\n\
                Indstilling\n\nDirektionen indstiller, at budgettet \
                godkendes.\n\nBeslutning\n\nGodkendt.\n",
    },
    check: Check::Outline(check),
};

fn check(view: &MinutesView<'_>, findings: &mut Findings) {
    if view.minutes.items().all(|placed| placed.item.near_headings.is_empty()) {
        return;
    }
    let known = KnownTitles::new(view.text, view.minutes, &view.context.house, view.vocabulary);
    for placed in view.minutes.items() {
        for near in &placed.item.near_headings {
            let Some(title) = known.meant(placed.item, near) else { continue };
            let range = near.range + placed.start;
            let title = known.spelling(title, &view.text[range]);
            if is_of_words(&view.text[range]) {
                continue;
            }
            findings
                .report(
                    range,
                    Note::new(
                        format!("Overskriften ligner \"{title}\" og er nok stavet forkert"),
                        format!("The heading looks like \"{title}\" and is probably misspelt"),
                    ),
                )
                .safe_fix(
                    Note::new(format!("Skriv \"{title}\""), format!("Write \"{title}\"")),
                    Edit::respell(view.text, range, title.as_str()),
                );
        }
    }
}

/// Is each word of the line a word? "Beslutningen" and "Vedlagt bilag" are other forms of a title, and no slips.
fn is_of_words(line: &str) -> bool {
    line.split_whitespace().all(|word| !readings(&word.to_lowercase()).is_none())
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use document::fixture::{check, check_fix_in, check_in};

    #[test]
    fn flags_a_slip_of_a_letter() {
        check(
            &RULE,
            "
1. Budget

Resume

Budgettet er klar.

Indstiling:
^^^^^^^^^^ Overskriften ligner \"Indstilling\"

Direktionen indstiller, at budgettet godkendes.

Beslutnig i Byrådet den 04-04-2022
^^^^^^^^^ Overskriften ligner \"Beslutning\"

Godkendt.
",
        );
    }

    #[test]
    fn other_forms_of_a_title_are_no_slips() {
        for line in ["Vedlagt bilag:", "Beslutningen", "Vedlagte bilaget"] {
            let text =
                format!("1. Budget\n\nBudgettet er klar.\n\n{line}\n\n1. Oplæg\n\nBeslutning\n\nGodkendt.\n");
            check(&RULE, &text);
        }
    }

    #[test]
    fn short_titles_are_known_from_other_items() {
        check(
            &RULE,
            "
1. Budget

Resume

Budgettet.

Beslutning

Godkendt.

2. Regnskab

Resme
^^^^^ Overskriften ligner \"Resume\"

Regnskabet.

Beslutning

Godkendt.

3. Eventuelt

Beslutning

Intet.
",
        );
    }

    #[test]
    fn a_house_without_blank_lines_is_read_too() {
        check_in(
            "svendborg",
            &RULE,
            "
Beslutningstema
Plan
Indstilling
Direktionen indstiller,
- at planen godkendes
Sagsfremstling
^^^^^^^^^^^^^^ Overskriften ligner \"Sagsfremstilling\"
Planen er klar.
Beslutning i Byrådet den 04-04-2022
Godkendt.
",
        );
    }

    #[test]
    fn ignores_other_words_lists_sentences_and_headings_that_are_there() {
        check(
            &RULE,
            "
1. Museet

Udstilling

Den nye udstilling åbner i maj.

Indstillinger

Direktionen indstiller, at udstillingen godkendes.

- Vurderinng

Beslutnng.

Vurdering

God.

Beslutning

Godkendt.
",
        );
        check(&RULE, "1. Plan\n\nIndstilling\n\nVi indstiller.\n\nIndstiling\n\nBeslutning\n\nGodkendt.\n");
    }

    #[test]
    fn writes_the_title_in_the_dress_of_the_line() {
        check_fix_in(
            "generel",
            &RULE,
            "1. Plan\n\nRESUME:\n\nPlanen.\n\nINDSTILING:\n\nVi indstiller.\n\nBESLUTNING:\n\nGodkendt.\n",
            "1. Plan\n\nRESUME:\n\nPlanen.\n\nINDSTILLING:\n\nVi indstiller.\n\nBESLUTNING:\n\nGodkendt.\n",
        );
    }
}
