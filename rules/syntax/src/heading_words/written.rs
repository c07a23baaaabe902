//! `item_headings.toml` as it is written.

use danish::date;
use rustc_hash::FxHashSet;
use serde::Deserialize;
use text::{ends_with, is_space};

#[derive(Deserialize)]
pub(super) struct RawWords {
    pub(super) titles: WrittenTitles,
    pub(super) counted: Counted,
    pub(super) outcomes: Outcomes,
    pub(super) abbreviations: Abbreviations,
    pub(super) above: WrittenAbove,
    pub(super) inside: Inside,
    pub(super) marks: Marks,
    pub(super) case: Case,
    pub(super) other_documents: OtherDocuments,
    pub(super) tables: Tables,
    pub(super) groups: Groups,
}

#[derive(Debug, Deserialize)]
pub(super) struct Groups {
    pub(super) kinds: FxHashSet<Box<str>>,
    pub(super) counted: FxHashSet<Box<str>>,
    pub(super) one: FxHashSet<Box<str>>,
    pub(super) added: FxHashSet<Box<str>>,
}

#[derive(Deserialize)]
pub(super) struct Tables {
    pub(super) items: Vec<Box<str>>,
    pub(super) titles: Vec<Box<str>>,
    pub(super) times: Vec<Box<str>>,
    pub(super) told: Vec<Box<str>>,
    pub(super) asked: Vec<Box<str>>,
}

#[derive(Deserialize)]
pub(super) struct OtherDocuments {
    pub(super) names: Vec<Box<str>>,
    pub(super) but: Vec<Box<str>>,
    pub(super) ends: Vec<Box<str>>,
    pub(super) titles: Vec<Box<str>>,
    pub(super) letters: Letters,
}

/// How letters begin and end.
#[derive(Debug, Deserialize)]
pub(crate) struct Letters {
    pub(crate) opens: Vec<Box<str>>,
    pub(crate) closes: Vec<Box<str>>,
}

#[derive(Debug, Deserialize)]
pub(crate) struct Case {
    pub(crate) labels: Vec<Box<str>>,
    #[serde(default)]
    pub(super) other: Vec<Box<str>>,
}

#[derive(Deserialize)]
pub(super) struct WrittenTitles {
    pub(super) known: Vec<Box<str>>,
    pub(super) usual: Vec<Box<str>>,
    pub(super) colon: Vec<Box<str>>,
    pub(super) labels: Vec<Box<str>>,
    pub(super) shared_labels: Vec<Box<str>>,
    pub(super) durations: Vec<Box<str>>,
    pub(super) presents: Vec<Box<str>>,
    pub(super) verbs: FxHashSet<Box<str>>,
    pub(super) no_second: Vec<Box<str>>,
    pub(super) last: Vec<Box<str>>,
}

#[derive(Deserialize)]
pub(super) struct Counted {
    pub(super) after: Vec<Box<str>>,
}

#[derive(Deserialize)]
pub(super) struct Outcomes {
    pub(super) said: Vec<Box<str>>,
    pub(super) ends: Vec<Box<str>>,
}

#[derive(Deserialize)]
pub(super) struct Abbreviations {
    pub(super) ends: Vec<Box<str>>,
}

#[derive(Deserialize)]
pub(super) struct WrittenAbove {
    pub(super) agenda: Vec<Box<str>>,
    pub(super) agenda_holds: Vec<Box<str>>,
    pub(super) agendas: Vec<Box<str>>,
    pub(super) contents: Vec<Box<str>>,
    pub(super) head: Vec<Box<str>>,
    pub(super) unfinished: Vec<Box<str>>,
    pub(super) lead_in: Vec<Box<str>>,
    pub(super) small: Vec<Box<str>>,
    pub(super) continued: Vec<Box<str>>,
}

#[derive(Debug, Deserialize)]
pub(super) struct Inside {
    pub(super) decision: Vec<Box<str>>,
    pub(super) report: Vec<Box<str>>,
    pub(super) alone: Vec<Box<str>>,
    pub(super) recommendation: Vec<Box<str>>,
    pub(super) over_outcome: Vec<Box<str>>,
    pub(super) whose: Vec<Box<str>>,
    pub(super) of_body: Vec<Box<str>>,
}

#[derive(Deserialize)]
pub(super) struct Marks {
    pub(super) open: Vec<Box<str>>,
    pub(super) before: Vec<Box<str>>,
}

impl Inside {
    /// What follows whose decision it is, at the beginning of `words` in small letters: "afgørelse: …".
    pub(super) fn behind_body<'w>(&self, words: &'w str) -> Option<&'w str> {
        let words = words.trim_start_matches(['*', '_']);
        let (body, rest) = words.split_once(' ')?;
        self.whose.iter().any(|whose| ends_with(body, whose)).then_some(rest)
    }

    /// "beslutning den 3. marts 2026: godkendt", "beslutning i kulturudvalget: udsat": does a label that says when or who begin `words`?
    pub(super) fn label_dated(&self, words: &str) -> bool {
        const LONGEST: usize = 100;
        const LINKS: [&str; 4] = ["i ", "fra ", "af ", "truffet af "];
        let bare = words.trim_start_matches(['*', '_']);
        let mut behind = self.of_body.iter().filter_map(|name| bare.strip_prefix(&**name)?.strip_prefix(' '));
        let Some(rest) = behind.next() else { return false };
        let Some(colon) = label_end(rest).filter(|colon| *colon <= LONGEST) else { return false };
        let (label, said) = (rest[..colon].trim_end_matches(['*', '_', ' ']), &rest[colon + 1..]);
        let named = LINKS.iter().find_map(|link| label.strip_prefix(link));
        let day = date::dates(label).last();
        // "Beslutning fra Byrådet, 3. maj 2024: Godkendt." tells of an earlier meeting.
        if label.starts_with("fra ") && day.as_ref().is_none_or(|day| day.year.is_some()) {
            return false;
        }
        let day = day.map(|day| day.range);
        let (before, ends) = match day {
            Some(day) => (&label[..day.start().into()], usize::from(day.end()) == label.len()),
            None => (label, true),
        };
        let body = named.is_some_and(|_| {
            let last = before.trim_end_matches([' ', ',']).rsplit(' ').next().unwrap_or("");
            day.is_some() || self.whose.iter().any(|whose| ends_with(last, whose.trim_end_matches('s')))
        });
        ends && (body || day.is_some() && before.is_empty()) && said.contains(char::is_alphanumeric)
    }

    /// Are `words`, in small letters, the heading of what was decided: "konklusion", "rådets afgørelse"?
    pub(super) fn heads(&self, words: &str) -> bool {
        let is_one = |names: &[Box<str>], words: &str| names.iter().any(|name| words == &**name);
        is_one(&self.alone, words) || self.behind_body(words).is_some_and(|own| is_one(&self.of_body, own))
    }
}

/// Where the colon stands that ends a label, and not one of "kl. 17:00".
fn label_end(words: &str) -> Option<usize> {
    let ends = |at: &usize| words[at + 1..].starts_with(|c: char| is_space(c) || matches!(c, '*' | '_'));
    words.match_indices(':').map(|(at, _)| at).find(ends)
}

/// What stands behind one of `names` and a colon, in bold or not.
pub(super) fn labels<'w>(names: &[Box<str>], words: &'w str) -> Option<&'w str> {
    let outer = |c: char| is_space(c) || matches!(c, '*' | '_');
    let words = words.trim_start_matches(outer);
    names.iter().find_map(|name| {
        let rest = words.strip_prefix(&**name)?;
        // "**Beslutning.** Planen vedtages."
        let bold = [".**", "**."].iter().find_map(|sign| rest.strip_prefix(sign));
        let said =
            bold.or_else(|| rest.trim_start_matches(outer).strip_prefix(':'))?.trim_start_matches(outer);
        said.contains(char::is_alphanumeric).then_some(said)
    })
}
