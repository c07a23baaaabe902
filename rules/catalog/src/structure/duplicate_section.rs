//! `structure/duplicate-section`: the same section twice in an item.
//!
//! Words that head a section also stand over parts of a long case text, so a title that comes back is a fault only
//! where it can be nothing else: in a style that has the section, or for the kinds that no case text has. When several
//! titles come back, two items have run together, and that is another fault.

use danish::letters::small;
use data::closed::closed;
use house::Required;
use lint::{Check, Example, Findings, Fixes, ItemView, Note, Rule, Severity, Text};
use minutes::{Content, Decision, Section};
use syntax::{MarkKind, SectionKind};
use text::TextRange;
use zones::{Zone, ZoneSet};

pub(crate) static RULE: Rule = Rule {
    name: "structure/duplicate-section",
    summary: Text {
        da: "Det samme afsnit står to gange i et punkt",
        en: "The same section stands twice in an item",
    },
    why: Text {
        da: "Læseren ved ikke, hvilket af de to afsnit der gælder. Ofte er det ene blevet tilbage fra en tidligere \
             udgave eller fra et andet punkt. Beslutninger i flere udvalg er ikke gentagelser.",
        en: "The reader cannot tell which of the two holds. Often one is left over from an earlier version or from \
             another item. Decisions of several bodies are not repetitions.",
    },
    source: "",
    severity: Severity::Warning,
    on: true,
    fixes: Fixes::None,
    zones: ZoneSet::of(&[Zone::Table, Zone::ListMark, Zone::FileName, Zone::Address, Zone::Quotation]),
    options: &[],
    example: Example {
        house: "generel",
        before: "Byrådet\n4. april 2022 kl. 17.00\n\n1. Budget\n\nResume\n\nBudgettet er klar.\n\nResume\n\nBudgettet \
                 ligger klar.\n\nBeslutning\n\nGodkendt.\n",
        after: "Byrådet\n4. april 2022 kl. 17.00\n\n1. Budget\n\nResume\n\nBudgettet er klar.\n\nBeslutning\n\nGodkendt.\n",
    },
    check: Check::Item(check),
};

fn check(view: &ItemView<'_>, findings: &mut Findings) {
    if view.item.closed {
        return;
    }
    let mut pairs: Vec<(&Section, &Section)> = Vec::new();
    let own = own_sections(view);
    for (i, section) in own.iter().enumerate() {
        let former: Vec<&Section> =
            own[..i].iter().copied().filter(|former| same(view, former, section)).collect();
        match former[..] {
            [] => {}
            [former] => pairs.push((former, section)),
            // Three times is how a heading inside a case text comes back, not how a section is repeated.
            _ => return,
        }
    }
    let [(former, section)] = pairs[..] else { return };
    if is_certain(view, former, section) {
        let title = view.words(section.heading).trim_end_matches(':');
        findings
            .report(
                section.heading,
                Note::new(
                    format!("\"{title}\" står allerede i punktet, så det er uklart, hvad der gælder"),
                    format!("\"{title}\" stands in the item already, so it is unclear which one holds"),
                ),
            )
            .related(former.heading, Text { da: "Her står det første", en: "The first one stands here" });
    }
}

/// The sections that are the item's own: after a section that quotes earlier meetings all but the attachments may be
/// theirs.
fn own_sections<'v>(view: &ItemView<'v>) -> Vec<&'v Section> {
    let history = view.item.sections.iter().position(|section| section.history).unwrap_or(usize::MAX);
    let sections = view.item.sections.iter().enumerate();
    let own = sections.filter(|(i, section)| *i < history || section.kind == SectionKind::Attachments);
    own.map(|(_, section)| section).collect()
}

fn same(view: &ItemView<'_>, former: &Section, section: &Section) -> bool {
    match (&former.content, &section.content) {
        (Content::Decision(a), Content::Decision(b)) => {
            let words = |range: Option<TextRange>| range.map(|range| view.words(range));
            let day = |decision: &Decision| decision.date.and_then(|(_, day)| day);
            former.title == section.title && words(a.body) == words(b.body) && day(a) == day(b)
        }
        _ => former.title == section.title && former.title.is_some(),
    }
}

fn is_certain(view: &ItemView<'_>, former: &Section, section: &Section) -> bool {
    let words = |section: &Section| view.words(section.body).trim();
    let repeated = words(former) == words(section) || words(former).is_empty();
    match section.kind {
        // A bare "Beslutning" may be that of another body, or of an item whose heading is missing.
        SectionKind::Decision => {
            section.title.is_none() && !leads_on(view, former) || words(former).is_empty()
        }
        SectionKind::Attachments => is_list(former) && is_list(section) || repeated,
        SectionKind::Summary
        | SectionKind::Theme
        | SectionKind::Recommendation
        | SectionKind::Climate
        | SectionKind::Competence => true,
        _ => {
            let answers = says_nothing(words(former)) || says_nothing(words(section));
            repeated || answers || is_required(view, section) || is_next(view, former, section)
        }
    }
}

/// "Ingen.", "Ingen bemærkninger.": what is written below the heading of a form. No part of a case text says so little.
fn says_nothing(body: &str) -> bool {
    const MOST_WORDS: usize = 2;
    let lower = small(body);
    lower.ends_with('.')
        && lower.split_whitespace().count() <= MOST_WORDS
        && closed().signs.none.iter().any(|none| lower.starts_with(none.as_str()))
}

/// Does another matter stand below the decision `former`, which the next one may be about: "b. Byggeansøgning", or any line
/// behind "Beslutning: Godkendt."?
fn leads_on(view: &ItemView<'_>, former: &Section) -> bool {
    let between = TextRange::new(former.heading.end(), former.body.start().max(former.heading.end()));
    let labelled = !view.words(between).contains(['\n', '\r']);
    let below = &view.blocks[former.blocks.clone()];
    labelled && !below.is_empty() || below.iter().any(|block| block.mark.kind == MarkKind::Letter)
}

/// Does a section follow at once under its own name? Further on the name may head a part of another, and so it may behind a line
/// that is no sentence: "Projekt B", unless the style knows the name.
fn is_next(view: &ItemView<'_>, former: &Section, section: &Section) -> bool {
    let own = section.title.is_some_and(|title| view.context.house.section(title).is_some());
    let whole = || section.title.is_some() && view.words(former.body).trim_end().ends_with('.');
    (own || whole()) && former.body.end() == section.heading.start()
}

fn is_list(section: &Section) -> bool {
    matches!(&section.content, Content::Attachments(list) if !list.is_empty())
}

fn is_required(view: &ItemView<'_>, section: &Section) -> bool {
    let own = section.title.and_then(|title| view.context.house.section(title));
    own.is_some_and(|(_, own)| own.required != Required::Never)
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use document::fixture::{check, check_in};

    #[test]
    fn a_line_that_says_who_meets_is_no_decision() {
        for (place, next) in [
            ("Plan- og Byudvalget, 9. juni 2026", "Resumé"),
            ("Plan- og Byudvalget den 9. juni 2026", "Sagsfremstilling"),
            ("9. juni 2026, Plan- og Byudvalget", "Indstilling"),
        ] {
            check(
                &RULE,
                &format!(
                    "Punkt 31: Lokalplan 214\n\nSagsnummer: 01.02.05-P16-8-25\n\n{place}\n\n{next}\n\nHer er 96 boliger.\n\nBeslutning i Plan- og Byudvalget den 9. juni 2026\n\nVedtaget.\n"
                ),
            );
        }
        check(
            &RULE,
            "Punkt 31: Lokalplan 214\n\nBeslutning i Plan- og Byudvalget den 9. juni 2026\n\nVedtaget.\n\nBeslutning i Plan- og Byudvalget den 9. juni 2026\n^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ \"Beslutning i\n\nVedtaget.\n",
        );
    }

    #[test]
    fn a_heading_with_the_answer_of_a_form_is_no_part_of_a_case() {
        let item = |sections: &str| format!("Punkt 1: Hal\n\n{sections}\n\nBeslutning\n\nGodkendt.\n");
        for sections in [
            "Økonomi\n\nIngen.\n\nHøring\n\nIngen.\n\nØkonomi\n\nUdgiften er 1 mio. kr.",
            "Høring\n\nNaboerne er hørt i sagen.\n\nØkonomi\n\nIngen.\n\nHøring\n\nIngen bemærkninger.",
        ] {
            let found = document::fixture::document("generel", &RULE, &item(sections)).diagnostics();
            assert_eq!(found.len(), 1, "{sections}");
        }
        check(
            &RULE,
            &item(
                "Sagsfremstilling\n\nHallen er kold.\n\nØkonomi\n\nTaget koster meget om året.\n\nTidsplan\n\nDet sker i \
                 maj.\n\nØkonomi\n\nUdgiften er 1 mio. kr.",
            ),
        );
    }

    #[test]
    fn flags_the_second_one() {
        check_in(
            "svendborg",
            &RULE,
            "
Beslutningstema
Forsøg med fritidsjob.
Indstilling
Direktionen indstiller,
- at forsøget godkendes
CO2-Konsekvensvurdering
Ingen.
CO2-Konsekvensvurdering
^^^^^^^^^^^^^^^^^^^^^^^ \"CO2-Konsekvensvurdering\" står allerede
Formidleren cykler.
Beslutning i Byrådet den 08-02-2021
Godkendt.
",
        );
        check(
            &RULE,
            "
1. Plan

Indstilling

Vi indstiller.

Bilag

- Kort

Beslutning

Godkendt.

Bilag
^^^^^ \"Bilag\" står allerede

- Bilag 1: Kort
",
        );
    }

    #[test]
    fn a_section_that_follows_itself_is_told_in_any_house() {
        for title in ["Økonomi", "Sagsfremstilling", "Høring"] {
            let sign = "^".repeat(title.chars().count());
            check(
                &RULE,
                &format!(
                    "1. Plan\n\n{title}\n\nIngen.\n\n{title}\n{sign} \"{title}\" står allerede\n\nUdgiften er 1 mio. kr.\n"
                ),
            );
        }
    }

    #[test]
    fn decisions_of_several_bodies_are_no_duplicates() {
        check(
            &RULE,
            "
1. Plan

Beslutning i Økonomiudvalget den 30. januar 2024

Anbefales.

Beslutning i Byrådet den 7. februar 2024

Godkendt.
",
        );
        check(&RULE, "1. Plan\n\nBeslutning\n\nGodkendt.\n\nBeslutning\n\nGodkendt.\n");
    }

    #[test]
    fn headings_inside_a_case_text_may_come_back() {
        check(
            &RULE,
            "
1. To projekter

Sagsfremstilling

Projekt A

Økonomi

Fem kr.

Projekt B

Økonomi

Ti kr.

Beslutning

Godkendt.
",
        );
        check(
            &RULE,
            "
1. Tre indsatser

Indstilling

Vi indstiller.

Sagsfremstilling

Den ene.

Indstilling

Den lægges ned.

Indstilling

Den fortsætter.

Beslutning

Godkendt.
",
        );
    }

    #[test]
    fn what_earlier_meetings_said_is_not_the_items_own() {
        check(
            &RULE,
            "
1. Plan

Indstilling

Vi indstiller.

Beslutning

Godkendt.

Tidligere behandling

Indstilling

Vi indstillede.
",
        );
    }

    #[test]
    fn two_items_that_ran_together_are_another_fault() {
        check(
            &RULE,
            "
1. Plan

Resume

Planen.

Indstilling

Vi indstiller.

Resume

Budgettet.

Indstilling

Vi indstiller.
",
        );
    }

    #[test]
    fn flags_a_section_of_the_style_under_its_own_name() {
        check_in(
            "kobenhavn",
            &RULE,
            "
1. Plan

Løsning

Planen er klar.

Økonomi

Ingen.

Økonomi
^^^^^^^ \"Økonomi\" står allerede

Udgiften er 1 mio. kr.
",
        );
    }
}
