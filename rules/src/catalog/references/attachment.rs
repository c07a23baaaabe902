//! `references/attachment`: a reference to an attachment that the item does not list.
//!
//! Said only where the item's own list is numbered throughout. Laws, plans and contracts have attachments too
//! ("miljøvurderingslovens bilag 2, pkt. 13"), and so have earlier cases; those references are left alone.

use std::sync::LazyLock;

use serde::Deserialize;

use crate::data;
use crate::lint::{Check, Example, Findings, Fixes, Note, PartView, Rule, Severity, Text};
use crate::minutes::{Attachment, AttachmentReference, Content, Item};
use crate::text::{TextRange, is_space};
use crate::zones::{Zone, ZoneSet};

pub(in crate::catalog) static RULE: Rule = Rule {
    name: "references/attachment",
    summary: Text {
        da: "Der henvises til et bilag, som punktet ikke har",
        en: "A reference to an attachment that the item does not have",
    },
    why: Text {
        da: "Den, der følger henvisningen, finder intet bilag med det nummer. Enten er nummeret forkert, eller også er \
             bilaget ikke kommet med.",
        en: "Whoever follows the reference finds no attachment of that number. Either the number is wrong or the \
             attachment was left out.",
    },
    source: "",
    severity: Severity::Warning,
    on: true,
    fixes: Fixes::None,
    zones: ZoneSet::of(&[Zone::Table, Zone::ListMark, Zone::FileName]),
    options: &[],
    example: Example {
        house: "generel",
        before: "Byrådet\n4. april 2022 kl. 17.00\n\n1. Budget\n\nSagsfremstilling\n\nBudgettet fremgår af bilag 1, og tidsplanen \
                 er kort, jf. bilag 4.\n\nBilag\n\nBilag 1: Budget\nBilag 2: Tidsplan\n\nBeslutning\n\nGodkendt.\n",
        after: "Byrådet\n4. april 2022 kl. 17.00\n\n1. Budget\n\nSagsfremstilling\n\nBudgettet fremgår af bilag 1, og tidsplanen er \
                kort, jf. bilag 2.\n\nBilag\n\nBilag 1: Budget\nBilag 2: Tidsplan\n\nBeslutning\n\nGodkendt.\n",
    },
    check: Check::Part(check),
};

/// `data/foreign_attachments.toml`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Words {
    following: Vec<String>,
    nearby: Vec<String>,
}

static WORDS: LazyLock<Words> = LazyLock::new(|| data::read("foreign_attachments"));

fn check(view: &PartView<'_>, findings: &mut Findings) {
    let Some(item) = view.item.filter(|item| !item.attachment_references.is_empty()) else { return };
    let Some(list) = numbered_list(item) else { return };
    let own: Vec<&AttachmentReference> =
        item.attachment_references.iter().filter(|reference| is_own(view, item, reference.range)).collect();
    let mut all_found = true;
    let highest = list.iter().map(|(number, _)| *number).max().unwrap_or(0);
    for reference in &own {
        let lacks = |number: &&u32| !list.iter().any(|(known, _)| known == *number);
        let beyond = reference.numbers.iter().find(|&&number| number > highest);
        let Some(&number) = beyond.or_else(|| reference.numbers.iter().find(lacks)) else { continue };
        all_found = false;
        let note = Note::new(
            format!("Punktet har intet bilag {number}: listen har {}", counted(&list).0),
            format!("The item has no attachment {number}: the list has {}", counted(&list).1),
        );
        // A gap in the numbers is often an attachment that is closed and rightly left out.
        let severity = if number > highest { Severity::Warning } else { Severity::Hint };
        findings.report(reference.range, note).at_most(severity);
    }
    if all_found && !own.is_empty() {
        unmentioned(view, &list, findings);
    }
}

/// The attachments of the item with their numbers; `None` unless each has its own.
fn numbered_list(item: &Item) -> Option<Vec<(u32, &Attachment)>> {
    let mut list: Vec<(u32, &Attachment)> = Vec::new();
    for section in &item.sections {
        let Content::Attachments(attachments) = &section.content else { continue };
        for attachment in attachments {
            let number = attachment.number?;
            if list.iter().any(|(known, _)| *known == number) {
                return None;
            }
            list.push((number, attachment));
        }
    }
    (!list.is_empty()).then_some(list)
}

fn counted(list: &[(u32, &Attachment)]) -> (String, String) {
    match list {
        [(number, _)] => (format!("kun bilag {number}"), format!("only attachment {number}")),
        _ => (format!("{} bilag", list.len()), format!("{} attachments", list.len())),
    }
}

/// Does a reference mean an attachment of this item?
fn is_own(view: &PartView<'_>, item: &Item, reference: TextRange) -> bool {
    let earlier =
        item.sections.iter().any(|section| section.history && section.body.contains_range(reference));
    if earlier || view.lists_attachments(reference) || view.is_heading(reference) || view.is_quoted(reference)
    {
        return false;
    }
    let line = view.line_at(reference);
    let before = view.text[TextRange::new(line.start(), reference.start())].trim_end_matches(is_space);
    let after = view.text[TextRange::new(reference.end(), line.end())].trim_start_matches(is_space);
    // "Bilag 7: Vurdering" on a line of its own is a list.
    let marks = |c: char| is_space(c) || matches!(c, '-' | '–' | '•' | '*');
    if before.trim_matches(marks).is_empty() && after.starts_with([':', '-', '–']) {
        return false;
    }
    let sentence = &before[before.rfind(". ").map_or(0, |at| at + 1)..];
    let owner = before.rsplit(is_space).next().unwrap_or("");
    let of_another = owner.len() > 3 && owner.ends_with('s') && owner.starts_with(char::is_alphabetic);
    let rest = head(after);
    let goes_on = WORDS.following.iter().any(|word| after.starts_with(word.as_str()));
    !of_another
        && !goes_on
        && !WORDS.nearby.iter().any(|word| sentence.contains(word.as_str()) || rest.contains(word.as_str()))
}

/// So much of what follows can still say whose attachment it is: at most the rest of the sentence.
fn head(after: &str) -> String {
    let near = &after[..after.floor_char_boundary(60)];
    near[..near.find('.').unwrap_or(near.len())].to_lowercase()
}

fn unmentioned(view: &PartView<'_>, list: &[(u32, &Attachment)], findings: &mut Findings) {
    let Some(item) = view.item else { return };
    let mentioned = |number: u32| {
        item.attachment_references
            .iter()
            .any(|reference| !view.lists_attachments(reference.range) && reference.numbers.contains(&number))
    };
    for (number, attachment) in list {
        if !mentioned(*number) {
            findings
                .report(
                    attachment.range,
                    Note::new(
                        format!(
                            "Teksten nævner ikke bilag {number}, selv om den nævner andre bilag ved nummer"
                        ),
                        format!(
                            "The text does not mention attachment {number}, though it names others by number"
                        ),
                    ),
                )
                .at_most(Severity::Hint);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::fixture::check;

    #[test]
    fn flags_a_number_that_the_list_lacks() {
        check(
            &RULE,
            "
Punkt 1: Varmeplan

Sagsfremstilling

Planen er vedlagt som bilag 1. Seks landsbyer kobles på, jf. bilag 2. Tidsplanen følger, jf. bilag 2-4.
                                                                                             ^^^^^^^^^ Punktet har intet bilag 3: listen har 2 bilag

Bilag

Bilag 1: Varmeplan
Bilag 2: Kort over bilag 9
",
        );
    }

    #[test]
    fn an_attachment_that_nobody_mentions_is_a_hint() {
        check(
            &RULE,
            "
Punkt 1: Varmeplan

Sagsfremstilling

Planen er vedlagt som bilag 1.

Bilag

Bilag 1: Varmeplan
Bilag 2: Kort
^^^^^^^^^^^^^ Teksten nævner ikke bilag 2
",
        );
        check(
            &RULE,
            "Punkt 1: Varmeplan\n\nSagsfremstilling\n\nPlanen er vedlagt.\n\nBilag\n\nBilag 1: Varmeplan\nBilag 2: Kort\n",
        );
    }

    #[test]
    fn ignores_items_without_a_numbered_list() {
        check(&RULE, "Punkt 1: Varmeplan\n\nSagsfremstilling\n\nJf. bilag 4.\n");
        check(
            &RULE,
            "Punkt 1: Varmeplan\n\nSagsfremstilling\n\nJf. bilag 4.\n\nBilag\n\nVarmeplan.pdf\nKort.pdf\n",
        );
        check(
            &RULE,
            "Punkt 1: Varmeplan\n\nSagsfremstilling\n\nJf. bilag 1 og 3.\n\nBilag\n\nBilag 1: Varmeplan\nKort.pdf\n",
        );
        check(&RULE, "Punkt 1: Varmeplan\n\nSagsfremstilling\n\nJf. bilag 4.\n\nBilag\n\nIngen bilag.\n");
    }

    #[test]
    fn ignores_attachments_of_other_documents() {
        check(
            &RULE,
            "
Punkt 1: Plan

Sagsfremstilling

Planen er vist i bilag 1 og er omfattet af miljøvurderingslovens bilag 2, pkt. 13.
Se også bilag 3 til aftalen og bekendtgørelsen om støj, bilag 4.
Hun henviste til ”bilag 7”, og priserne står i bilag 2 (lukket bilag).

Sagens forløb

Byrådet godkendte bilag 8.

Bilag

Bilag 1: Plan
",
        );
    }
}
