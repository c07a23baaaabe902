//! `structure/near-duplicate-lines`: two list points alike but for a number or a word, or entirely alike, in one list.
//!
//! Three lines of one pattern are a series and meant so; two that differ in a single word are often one point written
//! twice. Attachments and decisions repeat themselves by nature and are not looked at.

use lint::{Check, Example, Findings, Fixes, ItemView, Rule, Severity, Text};
use minutes::Section;
use syntax::{Block, Class, MarkKind, SectionKind};
use text::{TextRange, is_space};
use zones::{Zone, ZoneSet};

pub(crate) static RULE: Rule = Rule {
    name: "structure/near-duplicate-lines",
    summary: Text {
        da: "To linjer i en liste er ens eller næsten ens",
        en: "Two lines of a list are alike or nearly so",
    },
    why: Text {
        da: "Linjer, der er ens på nær et tal eller et ord, er ofte kopieret og kun halvt rettet. Er de ens, er den ene \
             tilovers.",
        en: "Lines alike but for a number or a word are often copied and only half corrected. When they are alike, one \
             is too many.",
    },
    source: "",
    severity: Severity::Info,
    on: true,
    fixes: Fixes::None,
    zones: ZoneSet::of(&[Zone::Table, Zone::ListMark, Zone::FileName, Zone::Address, Zone::Quotation]),
    options: &[],
    example: Example {
        house: "generel",
        before: "Byrådet\n4. april 2022 kl. 17.00\n\n1. Plan\n\nSagsfremstilling\n\nByrådet har valgt disse emner:\n\n\
                 - Møde i det fælles erhvervsforum.\n- Praktik i lokale virksomheder.\n- Møde i det fælles \
                 erhvervsforum.\n\nBeslutning\n\nGodkendt.\n",
        after: "Byrådet\n4. april 2022 kl. 17.00\n\n1. Plan\n\nSagsfremstilling\n\nByrådet har valgt disse emner:\n\n\
                - Møde i det fælles erhvervsforum.\n- Praktik i lokale virksomheder.\n\nBeslutning\n\nGodkendt.\n",
    },
    check: Check::Item(check),
};

/// Shorter points ("Ja", "Ingen.") are alike without meaning anything, in words.
const SHORTEST: usize = 3;
/// At least this many words must be alike for one that differs.
const NEARLY: usize = 6;
/// Longer lists are tables.
const LONGEST_LIST: usize = 100;

fn check(view: &ItemView<'_>, findings: &mut Findings) {
    for section in &view.item.sections {
        let repeats = matches!(section.kind, SectionKind::Attachments | SectionKind::Decision);
        if !repeats && !section.history {
            let mut list = Vec::new();
            for (start, block) in view.blocks_of(section) {
                if is_point(block) {
                    list.push(block.words() + start);
                } else if matches!(block.class, Class::Text | Class::At | Class::Table) {
                    check_list(view, &std::mem::take(&mut list), section, findings);
                }
            }
            check_list(view, &list, section, findings);
        }
    }
}

fn is_point(block: &Block) -> bool {
    block.mark.kind.is_list()
        && block.mark.kind != MarkKind::None
        && matches!(block.class, Class::Text | Class::At)
}

fn check_list(view: &ItemView<'_>, list: &[TextRange], section: &Section, findings: &mut Findings) {
    if list.len() < 2 {
        return;
    }
    let lines: Vec<Vec<&str>> = list.iter().take(LONGEST_LIST).map(|&line| words(view.words(line))).collect();
    let mut near = Vec::new();
    for (later, line) in lines.iter().enumerate() {
        for (former, other) in lines[..later].iter().enumerate() {
            match differences(line, other) {
                0 if line.len() >= SHORTEST => {
                    report(
                        findings,
                        list[later],
                        list[former],
                        Text { da: "Linjen står to gange", en: "The line stands twice" },
                    );
                    break;
                }
                1 if line.len() > NEARLY && !is_parallel(line, other) => near.push((former, later)),
                _ => {}
            }
        }
    }
    // At-points are written over one last, and their sums and years differ on purpose.
    let lonely = |at: usize| near.iter().filter(|(a, b)| *a == at || *b == at).count() == 1;
    if section.kind != SectionKind::Recommendation {
        for &(former, later) in near.iter().filter(|(a, b)| lonely(*a) && lonely(*b)) {
            let note = Text {
                da: "Linjen er næsten magen til en anden i listen",
                en: "The line is nearly the same as another of the list",
            };
            report(findings, list[later], list[former], note);
        }
    }
}

/// In how many words two lines differ; 2 for more, and where the first words do.
fn differences(line: &[&str], other: &[&str]) -> usize {
    if line.len() != other.len() || line.first() != other.first() {
        return 2;
    }
    line.iter().zip(other).filter(|(a, b)| a != b).take(2).count()
}

/// Do the two differ only by a name, a day or a year, as the points of two schools or two years must?
fn is_parallel(line: &[&str], other: &[&str]) -> bool {
    let named = |word: &str| word.starts_with(char::is_uppercase);
    let year = |word: &str| {
        word.trim_matches(|c: char| !c.is_alphanumeric())
            .parse()
            .is_ok_and(|n: u16| (1900..2100).contains(&n))
    };
    let differ = line.iter().zip(other).find(|(a, b)| a != b);
    differ.is_some_and(|(a, b)| named(a) && named(b) || year(a) && year(b))
}

fn report(findings: &mut Findings, line: TextRange, former: TextRange, note: Text) {
    findings
        .report(line, note)
        .related(former, Text { da: "Her står den anden", en: "The other one stands here" });
}

/// The words of a line without the stop at its end.
fn words(line: &str) -> Vec<&str> {
    let line = line.trim_end_matches(|c| is_space(c) || matches!(c, '.' | ',' | ';'));
    line.split(is_space).filter(|word| !word.is_empty()).collect()
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use document::fixture::check;

    #[test]
    fn lines_that_are_alike_or_nearly_so_are_told() {
        check(
            &RULE,
            "
1. Plan

Sagsfremstilling

Udvalget har valgt:

- Unge, som ikke er i gang.
- Vejledning i grundskolen og overgangen til 10. klasse.
- Unge, som ikke er i gang.
  ^^^^^^^^^^^^^^^^^^^^^^^^^ Linjen står to gange
- Vejledning i grundskolen og overgangen til 9. klasse.
  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ Linjen er næsten
",
        );
    }

    #[test]
    fn ignores_points_that_must_be_alike_but_for_a_name_or_a_year() {
        check(
            &RULE,
            "1. Plan\n\nSagsfremstilling\n\nDer bygges:\n\n- Ti almene boliger ved den gamle skole i Mølleby.\n- Et nyt torv.\n- Ti \
             almene boliger ved den gamle skole i Fjordby.\n",
        );
        check(
            &RULE,
            "1. Plan\n\nSagsfremstilling\n\nDer afsættes:\n\n- En mio. kr. til stien langs åen i 2024.\n- En mio. kr. til \
             stien langs åen i 2025.\n",
        );
    }

    #[test]
    fn ignores_series_other_lists_and_what_repeats_by_nature() {
        check(
            &RULE,
            "
1. Plan

Sagsfremstilling

De tre møder:

- Møde med alle borgere i den lille by i 2021
- Møde med alle borgere i den lille by i 2022
- Møde med alle borgere i den lille by i 2023

De to næste:

- Ja
- Ja
- Møde med alle borgere i den lille by i 2021

Indstilling

Vi indstiller,

1. at der bevilges fem mio. kr. til den nye skole i 2022
2. at der bevilges fem mio. kr. til den nye skole i 2023

Beslutning

1. Godkendt med de bemærkninger der blev givet
2. Godkendt med de bemærkninger der blev givet

Bilag

- Kort over den nye skole i den lille by nr. 1
- Kort over den nye skole i den lille by nr. 2
",
        );
    }
}
