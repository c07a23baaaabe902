//! `structure/required-section`: a section that the style requires is missing.
//!
//! What an item has is laid beside what the style requires, so a section that stands in another place, has another
//! title of the same kind or a misspelt heading is not missing. Real minutes hold items of other kinds among the
//! ordinary ones; so an item that lacks most of what the style requires is taken for such a one, a section that most
//! items lack is told as a hint, and a decision is missed only where nearly all the other items have one.

mod insertion;
mod lacking;
#[cfg(test)]
mod tests;

use lacking::{Lacking, is_prose};

use house::{HouseSection, KnownTitles, Required};
use lint::{Applicability, Check, Example, Findings, Fixes, MinutesView, Note, Rule, Severity, Text};
use minutes::{Placed, Stage};
use syntax::{SectionKind, TitleId};
use zones::{Zone, ZoneSet};

pub(crate) static RULE: Rule = Rule {
    name: "structure/required-section",
    summary: Text {
        da: "Et afsnit, som stilen kræver, mangler",
        en: "A section that the style requires is missing",
    },
    why: Text {
        da: "Et åbent punkt i et referat skal have en beslutning: den er det, referatet er til for. En kommunes egen \
             stil kræver flere afsnit, så alle punkter er bygget ens; uden en sådan stil er en manglende beslutning et vink. \
             Lukkede punkter og punkter som \"Eventuelt\" er undtaget.",
        en: "An open item of minutes needs a decision: that is what minutes are for. A municipality's own style asks \
             for more, so that all items are built alike. Closed items and items like \"Eventuelt\" are exempt.",
    },
    source: "kommunestyrelsesloven § 13",
    severity: Severity::Error,
    on: true,
    fixes: Fixes::Unsafe,
    zones: ZoneSet::of(&[Zone::Table, Zone::ListMark, Zone::FileName, Zone::Address, Zone::Quotation]),
    options: &[],
    example: Example {
        house: "generel",
        before: "Byrådet\n4. april 2022 kl. 17.00\n\n1. Budget\n\nResume\n\nBudgettet er klar.\n\nBeslutning\n\n\
                 Godkendt.\n\n2. Regnskab\n\nIndstilling\n\nDirektionen indstiller, at regnskabet godkendes.\n",
        after: "Byrådet\n4. april 2022 kl. 17.00\n\n1. Budget\n\nResume\n\nBudgettet er klar.\n\nBeslutning\n\n\
                Godkendt.\n\n2. Regnskab\n\nIndstilling\n\nDirektionen indstiller, at regnskabet godkendes.\n\nBeslutning\n\nGodkendt.\n",
    },
    check: Check::Outline(check),
};

fn check(view: &MinutesView<'_>, findings: &mut Findings) {
    let required = required(view);
    let Some(lacking) = Lacking::new(view, &required).filter(|_| !required.is_empty()) else { return };
    let known = KnownTitles::new(view.text, view.minutes, &view.context.house, view.vocabulary);
    for (placed, missing) in lacking.items.iter().filter(|(_, missing)| !missing.is_empty()) {
        let near = placed.item.near_headings.iter().filter_map(|near| known.meant(placed.item, near));
        let near: Vec<TitleId> = near.collect();
        let misspelt = |at: usize| near.iter().any(|&title| stands_for(view, at, title));
        let undecided = |at: usize| !is_decision(view, at) || !is_prose(view, placed);
        let missing = missing.iter().copied().filter(|&at| !misspelt(at) && undecided(at));
        let (certain, doubtful): (Vec<usize>, Vec<usize>) =
            missing.partition(|&at| lacking.is_certain(view, placed, at));
        let (usual, required): (Vec<usize>, Vec<usize>) =
            certain.into_iter().partition(|&at| section(view, at).required == Required::Usual);
        report(view, placed, &required, Severity::Error, findings);
        report(view, placed, &usual, Severity::Hint, findings);
        let doubtful: Vec<usize> = doubtful.into_iter().filter(|&at| !is_decision(view, at)).collect();
        report(view, placed, &doubtful, Severity::Hint, findings);
    }
}

fn report(
    view: &MinutesView<'_>,
    placed: &Placed<'_>,
    missing: &[usize],
    most: Severity,
    findings: &mut Findings,
) {
    if missing.is_empty() {
        return;
    }
    let names: Vec<String> =
        missing.iter().map(|&at| format!("\"{}\"", bare_name(section(view, at)))).collect();
    let (da, en) = (names.join(" og "), names.join(" and "));
    let note = if missing.iter().all(|&at| section(view, at).required == Required::Usual) {
        Note::new(
            format!("Punktet mangler {da}, som der er lagt op til"),
            format!("The item lacks {en}, which the minutes call for"),
        )
    } else {
        Note::new(
            format!("Punktet mangler {da}, som stilen kræver"),
            format!("The item lacks {en}, which the style requires"),
        )
    };
    let edits = insertion::edits(view, placed, missing);
    findings.report(placed.item.heading + placed.start, note).at_most(most).sections(missing).fix(
        Note::new(format!("Indsæt {da}"), format!("Insert {en}")),
        Applicability::Unsafe,
        edits,
    );
}

fn section<'v>(view: &'v MinutesView<'_>, at: usize) -> &'v HouseSection {
    &view.context.house.sections[at]
}

fn is_decision(view: &MinutesView<'_>, at: usize) -> bool {
    section(view, at).kind == SectionKind::Decision
}

fn bare_name(own: &HouseSection) -> &str {
    own.name.trim_end_matches(':')
}

/// The places in the style of what this document must have. A council's agenda holds the decisions of its
/// committees, and is no minutes for that.
fn required(view: &MinutesView<'_>) -> Vec<usize> {
    let head = view.head();
    let called_agenda = matches!(head.stage, Some((_, Stage::Agenda)));
    // The parser takes a lone "Dagsorden" for the heading of a list of items.
    let headed_agenda = head.contents_heading.is_some_and(|heading| {
        let first =
            view.text[..usize::from(heading.start())].trim_matches(['\u{feff}', '#', ' ', '\n', '\r', '*']);
        first.is_empty() && view.text[heading].to_lowercase().starts_with("dagsorden")
    });
    let stage = if called_agenda || headed_agenda { Stage::Agenda } else { view.context.stage };
    view.context
        .house
        .sections
        .iter()
        .enumerate()
        .filter(|(_, own)| own.is_due(stage))
        .map(|(at, _)| at)
        .collect()
}

/// Is `title` the section of the style at `at`, or of its kind?
fn stands_for(view: &MinutesView<'_>, at: usize, title: TitleId) -> bool {
    let own = section(view, at);
    own.titles.contains(&title) || view.vocabulary.title_of(title).kind == own.kind
}
