//! `references/attachment`: a reference to an attachment that the item does not list.
//!
//! Said only where the item's own list is numbered throughout. Laws, plans, by-laws and contracts have attachments too
//! ("miljøvurderingslovens bilag 2, pkt. 13"), and so have earlier cases; those references are left alone. A number just
//! beyond the list is mostly an attachment that is closed and rightly left out, and one far beyond it, or several of
//! them, those of another document. An attachment that the text does not mention is usual, and nothing is said of it.

use std::sync::LazyLock;

use serde::Deserialize;

use danish::sentences::sentences;
use lint::{Check, Example, Findings, Fixes, Note, PartView, Rule, Severity, Text};
use minutes::{Attachment, AttachmentOwner, AttachmentReference, Content, Item, attachment_owner};
use text::{TextRange, is_space};
use zones::{Zone, ZoneSet};

pub(crate) static RULE: Rule = Rule {
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

/// `rules/data/lists/foreign_attachments.toml`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Words {
    following: Vec<String>,
    nearby: Vec<String>,
    titles: Vec<String>,
    closed: Vec<String>,
}

static WORDS: LazyLock<Words> = LazyLock::new(|| data::read("foreign_attachments"));

/// A number that lies further beyond the list belongs to another document.
const FAR: u32 = 4;

fn check(view: &PartView<'_>, findings: &mut Findings) {
    let Some(item) = view.item else { return };
    let Some(list) = numbered_list(view, item) else { return };
    check_gap(view, item, &list, findings);
    if item.attachment_references.is_empty() || is_about_foreign(view, item) {
        return;
    }
    let highest = list.iter().map(|(number, _)| *number).max().unwrap_or(0);
    let known = |number: &u32| list.iter().any(|(known, _)| known == number);
    let lacking: Vec<(&AttachmentReference, Vec<u32>)> = item
        .attachment_references
        .iter()
        .filter(|reference| reference.certain)
        .map(|reference| (reference, reference.numbers.iter().copied().filter(|n| !known(n)).collect()))
        .filter(|(reference, numbers): &(_, Vec<u32>)| {
            !numbers.is_empty() && is_own(view, item, reference.range)
        })
        .collect();
    // "Bilag 1-5" begins in the list, and so is of it.
    let apart = lacking.iter().filter(|(reference, _)| !reference.numbers.iter().any(known));
    let mut beyond: Vec<u32> =
        apart.flat_map(|(_, numbers)| numbers).copied().filter(|n| *n > highest).collect();
    beyond.sort_unstable();
    beyond.dedup();
    let foreign = beyond.len() > 2 || beyond.last().is_some_and(|last| *last > highest + FAR);
    let closed = || {
        let text = view.text.to_lowercase();
        WORDS.closed.iter().any(|word| text.contains(word.as_str()))
    };
    for (reference, numbers) in &lacking {
        let over: Vec<u32> = numbers.iter().copied().filter(|n| *n > highest).collect();
        let next = over[..] == [highest + 1];
        let severity = match over[..] {
            [] | [_, ..] if closed() => Severity::Hint,
            [_, ..] if foreign => continue,
            [_, ..] if next => Severity::Hint,
            _ => Severity::Warning,
        };
        report(reference.range, over.first().copied().unwrap_or(numbers[0]), &list, severity, findings);
    }
}

/// "Bilag 2", "Bilag 4": one number is passed over in a list that runs on otherwise, and no word says why.
fn check_gap(view: &PartView<'_>, item: &Item, list: &[(u32, &Attachment)], findings: &mut Findings) {
    let gaps: Vec<&[(u32, &Attachment)]> =
        list.windows(2).filter(|pair| pair[0].0 + 1 != pair[1].0).collect();
    let [gap] = gaps[..] else { return };
    let ((before, _), (after, next)) = (gap[0], gap[1]);
    let missing = before + 1;
    let named = item.attachment_references.iter().any(|reference| reference.numbers.contains(&missing));
    let begins = list.first().is_some_and(|(first, _)| *first == 1);
    let text = view.text.to_lowercase();
    let closed = WORDS.closed.iter().any(|word| text.contains(word.as_str()));
    if after != missing + 1 || !begins || list.len() < FEWEST_IN_ROW || named || closed {
        return;
    }
    let note = Note::new(
        format!("Listen springer bilag {missing} over"),
        format!("The list passes over attachment {missing}"),
    );
    findings.report(next.range, note).at_most(Severity::Info);
}

/// A shorter list is no row of numbers.
const FEWEST_IN_ROW: usize = 3;

fn report(
    place: TextRange,
    number: u32,
    list: &[(u32, &Attachment)],
    severity: Severity,
    findings: &mut Findings,
) {
    let (da, en) = counted(list);
    let note = Note::new(
        format!("Punktet har intet bilag {number}: listen har {da}"),
        format!("The item has no attachment {number}: the list has {en}"),
    );
    findings.report(place, note).at_most(severity);
}

/// Is the case about a document with attachments of its own: a regulation, a policy, an agreement?
fn is_about_foreign(view: &PartView<'_>, item: &Item) -> bool {
    let title = item.title.map_or(String::new(), |title| view.text[title].to_lowercase());
    WORDS.titles.iter().any(|word| title.contains(word.as_str()))
}

/// The attachments of the item with their numbers; `None` unless each has its own.
fn numbered_list<'i>(view: &PartView<'_>, item: &'i Item) -> Option<Vec<(u32, &'i Attachment)>> {
    let mut list: Vec<(u32, &Attachment)> = Vec::new();
    for section in &item.sections {
        let Content::Attachments(attachments) = &section.content else { continue };
        for attachment in attachments {
            let number = attachment.number?;
            let last = last_of(&view.text[attachment.range], number);
            for number in number..=last {
                if list.iter().any(|(known, _)| *known == number) {
                    return None;
                }
                list.push((number, attachment));
            }
        }
    }
    (!list.is_empty()).then_some(list)
}

/// "Bilag 2-4: Høringssvar": the last number of the line that begins with `first`.
fn last_of(line: &str, first: u32) -> u32 {
    let written = first.to_string();
    let behind = line.find(&*written).map(|at| line[at + written.len()..].trim_start_matches(is_space));
    let joint =
        behind.and_then(|rest| ["-", "–", "til", "og"].iter().find_map(|joint| rest.strip_prefix(joint)));
    let number = joint.map(|rest| rest.trim_start_matches(is_space)).map(|rest| {
        let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
        // "Bilag 2 - 2025-regnskab" is a title.
        let ends = rest[digits..].trim_start_matches(is_space).starts_with([':', '.', '-', '–']);
        if ends { rest[..digits].parse().unwrap_or(first) } else { first }
    });
    number.filter(|last| (first..first + MOST_IN_LINE).contains(last)).unwrap_or(first)
}

/// One line lists no more attachments than these.
const MOST_IN_LINE: u32 = 30;

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
    // A plan is quoted by its sections, and another meeting by its items.
    if before.trim_start_matches(marks).starts_with('§') || names_item(before) {
        return false;
    }
    let said = said_before(before);
    let owner = before.rsplit(is_space).next().unwrap_or("");
    let of_another = owner.len() > 3 && owner.ends_with('s') && owner.starts_with(char::is_alphabetic);
    let rest = head(after);
    let whose = attachment_owner(view.text, reference, "");
    let number = item.number.map(|(number, _)| number);
    let of_this = matches!(whose, AttachmentOwner::Numbered(named) if Some(named) == number);
    let goes_on = WORDS.following.iter().any(|word| after.starts_with(word.as_str())) && !of_this
        // "Se rapporten, bilag 4": that of the report.
        || matches!(whose, AttachmentOwner::Beside | AttachmentOwner::Perhaps | AttachmentOwner::Elsewhere);
    let nearby =
        || WORDS.nearby.iter().any(|word| said.contains(word.as_str()) || rest.contains(word.as_str()));
    !of_another && !goes_on && !nearby()
}

/// What stands before the reference in its sentence; "den 12. december" does not end one.
fn said_before(before: &str) -> String {
    const NEAR: usize = 250;
    let near = &before[before.floor_char_boundary(before.len().saturating_sub(NEAR))..];
    let last = sentences(near).last().map_or(near, |sentence| &near[sentence]);
    last.to_lowercase()
}

/// "(pkt. 12, bilag 2)", "punkt 5, bilag 3".
fn names_item(before: &str) -> bool {
    let bare = before.trim_end_matches(|c: char| is_space(c) || c == ',');
    let word = bare.trim_end_matches(|c: char| c.is_ascii_digit()).trim_end_matches(is_space);
    let lower = word[word.floor_char_boundary(word.len().saturating_sub(8))..].to_lowercase();
    word.len() < bare.len() && ["pkt.", "pkt", "punkt", "sag"].iter().any(|name| lower.ends_with(name))
}

/// How much of what follows can still say whose attachment it is: at most the rest of the sentence.
fn head(after: &str) -> String {
    let near = &after[..after.floor_char_boundary(60)];
    near[..near.find('.').unwrap_or(near.len())].to_lowercase()
}

#[cfg(test)]
mod tests;
