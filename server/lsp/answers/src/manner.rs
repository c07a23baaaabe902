//! How a document writes the sections of its items: with "###", between asterisks, and which of them.

use rules::minutes::{Placed, Section};
use rules::syntax::SectionKind;
use rules::text::first_line;
use snapshot::document::Snapshot;
use snapshot::structure::line_start;

/// What stands before and behind the heading of a section.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Manner {
    before: String,
    after: String,
}

impl Manner {
    /// As the sections of `placed` are headed, or else those of the item before it that has some.
    pub(crate) fn of(snapshot: &Snapshot, placed: Placed<'_>) -> Self {
        let text = snapshot.text();
        let first = |item: Placed<'_>| item.item.sections.iter().find_map(|section| at(text, item, section));
        let above = snapshot.document.minutes().items().take_while(|item| item.start < placed.start);
        let former = || above.filter(|item| !item.item.sections.is_empty()).last().and_then(first);
        first(placed).or_else(former).unwrap_or_default()
    }

    /// `heading` as it is written here.
    pub(crate) fn write(&self, heading: &str) -> String {
        format!("{}{heading}{}", self.before, self.after)
    }

    /// What is still to be written behind the sign of Markdown that a line begins with: "## ", "**".
    pub(crate) fn behind(typed: &str) -> Option<Self> {
        let typed = typed.trim_start();
        match typed.bytes().next()? {
            b'#' => Some(Self::default()),
            b'*' if typed.starts_with(STRONG) => {
                Some(Self { before: String::new(), after: STRONG.to_owned() })
            }
            _ => None,
        }
    }
}

/// The sign of Markdown for what is strong.
pub(crate) const STRONG: &str = "**";

/// The signs around the heading of `section`; a heading in the middle of other words tells nothing.
fn at(text: &str, placed: Placed<'_>, section: &Section) -> Option<Manner> {
    let heading = section.heading + placed.start;
    let words = &text[heading];
    let lead = words.len() - words.trim_start_matches('*').len();
    let start = usize::from(heading.start()) + lead;
    let before = &text[usize::from(line_start(text, heading.start()))..start];
    let end = usize::from(heading.start()) + words.trim_end_matches(['*', ':']).len();
    let line = first_line(&text[end..]).0;
    let after = &line[..line.len() - line.trim_start_matches(['*', ':']).len()];
    let marks = before.trim_start_matches('#').trim_start();
    let is_heading = matches!(marks, "" | STRONG) && (marks.is_empty() || after.contains(STRONG));
    is_heading.then(|| Manner { before: before.to_owned(), after: after.trim_end_matches(':').to_owned() })
}

/// The sections that most other items of the document have and `placed` lacks, as they are written there, in their order.
pub(crate) fn usual(snapshot: &Snapshot, placed: Placed<'_>) -> Vec<(SectionKind, String)> {
    let text = snapshot.text();
    let others = snapshot.document.minutes().items().filter(|item| item.start != placed.start);
    let others: Vec<Placed<'_>> = others.filter(|item| !item.item.sections.is_empty()).collect();
    let mut names: Vec<(SectionKind, &str, usize)> = Vec::new();
    for item in &others {
        for section in item.item.sections.iter().filter(|section| !section.history && section.title.is_some())
        {
            let name = text[section.heading + item.start].trim_matches(['*', ':', ' ']);
            match names.iter_mut().find(|(_, known, _)| *known == name) {
                Some((_, _, count)) => *count += 1,
                None => names.push((section.kind, name, 1)),
            }
        }
    }
    let has = |(kind, name): (SectionKind, &str)| {
        placed.item.sections.iter().any(|section| {
            section.kind == kind
                && (kind != SectionKind::Other || text[section.heading + placed.start].contains(name))
        })
    };
    let usual = names.into_iter().filter(|(_, _, count)| *count > 1 && count * 2 > others.len());
    usual
        .filter(|(kind, name, _)| !has((*kind, name)))
        .map(|(kind, name, _)| (kind, name.to_owned()))
        .collect()
}
