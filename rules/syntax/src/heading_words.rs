//! The words that speak for and against an item's heading, as `item_headings.toml` has them.

mod edges;
mod written;

use std::sync::LazyLock;

use memchr::memmem::Finder;
use rustc_hash::{FxHashMap, FxHashSet};

pub(crate) use self::edges::{Beginnings, Endings, ends_in_word};
use self::written::{Case, Groups, Inside, Letters, RawWords, labels};
use data::closed::closed;
use text::{is_space, parts};

/// The words, compiled once.
#[derive(Debug)]
pub(crate) struct Words {
    pub(crate) known: Beginnings,
    pub(crate) usual: Beginnings,
    pub(super) colon: Beginnings,
    pub(crate) counted: Beginnings,
    outcomes: Beginnings,
    outcome_ends: Endings,
    pub(crate) agenda: Beginnings,
    pub(crate) agenda_holds: Vec<Finder<'static>>,
    pub(super) agendas: Vec<Box<str>>,
    pub(super) contents: Beginnings,
    pub(crate) head: Beginnings,
    abbreviations: Endings,
    pub(crate) unfinished: Endings,
    pub(crate) lead_in: Vec<Finder<'static>>,
    pub(super) small: Vec<Box<str>>,
    pub(super) continued: Vec<Box<str>>,
    inside: Inside,
    /// "lukket" in "(Lukket)", and whether it says closed.
    pub(super) marks: FxHashMap<Box<str>, bool>,
    pub(super) marks_begin: Beginnings,
    /// "min" in "(15 min.)".
    pub(super) durations: Vec<Box<str>>,
    /// "v/" behind such brackets, before who presents the item.
    pub(super) presents: Vec<Box<str>>,
    /// Verbs that sentences have and titles do not.
    pub(super) verbs: FxHashSet<Box<str>>,
    /// "eventuelt", which comes last.
    pub(super) last: Vec<Box<str>>,
    /// "bilag", with which no second line of a title begins.
    pub(super) no_second: Beginnings,
    /// "emne" before a title.
    pub(super) labels: Vec<Box<str>>,
    /// "tema" before several of them.
    pub(super) shared_labels: Vec<Box<str>>,
    /// "åbent" before "punkt 12".
    pub(super) before: Vec<Box<str>>,
    /// "lukket punkt" before a title, "- lukket" behind it.
    pub(super) closed_before: &'static [Box<str>],
    pub(super) closed_after: &'static [Box<str>],
    /// "lukkede punkter" in the place of a title.
    pub(super) closed_titles: &'static [Box<str>],
    pub(super) case: Case,
    pub(super) of_case: Beginnings,
    /// "vedtægter", at the beginning of a document that is of no meeting; with one of the others it is of one.
    other_documents: Beginnings,
    pub(super) of_meeting: Vec<Box<str>>,
    other_ends: Vec<Box<str>>,
    /// "kære" and "med venlig hilsen", above and below a letter.
    pub(super) letters: Letters,
    other_titles: Beginnings,
    /// "punkt" and "beslutning", over columns of a table.
    pub(crate) item_columns: Beginnings,
    pub(super) title_columns: Beginnings,
    pub(super) told_columns: Beginnings,
    pub(super) asked_columns: Beginnings,
    /// "tid", over the column before those.
    pub(super) time_columns: Vec<Box<str>>,
    groups: Groups,
}

pub(crate) static WORDS: LazyLock<Words> = LazyLock::new(|| {
    let RawWords {
        titles,
        counted,
        outcomes,
        abbreviations,
        above,
        inside,
        marks,
        mut case,
        other_documents,
        tables,
        groups,
    } = data::read("item_headings");
    let headings = &closed().headings;
    let closed = headings.brackets.iter().chain(&headings.bracketed).map(|mark| (mark.clone(), true));
    // A mark that stands in both lists is that of the first.
    let marks_of_both = closed.chain(marks.open.into_iter().map(|mark| (mark, false)));
    let marks_of_both: FxHashMap<Box<str>, bool> = marks_of_both.collect();
    Words {
        known: titles.known.into(),
        usual: titles.usual.into(),
        colon: titles.colon.into(),
        counted: counted.after.into(),
        outcomes: outcomes.said.into(),
        outcome_ends: outcomes.ends.into(),
        agenda: above.agenda.into(),
        agenda_holds: finders(&above.agenda_holds),
        agendas: above.agendas,
        contents: above.contents.into(),
        head: above.head.into(),
        abbreviations: abbreviations.ends.into(),
        unfinished: above.unfinished.into(),
        lead_in: finders(&above.lead_in),
        small: above.small,
        continued: above.continued,
        inside,
        durations: titles.durations,
        presents: titles.presents,
        verbs: titles.verbs,
        last: titles.last,
        no_second: titles.no_second.into(),
        labels: titles.labels,
        shared_labels: titles.shared_labels,
        before: marks.before,
        closed_before: &headings.before,
        closed_after: &headings.behind,
        closed_titles: &headings.titles,
        of_case: std::mem::take(&mut case.other).into(),
        case,
        other_documents: other_documents.names.into(),
        of_meeting: other_documents.but,
        other_ends: other_documents.ends,
        letters: other_documents.letters,
        other_titles: other_documents.titles.into(),
        item_columns: tables.items.into(),
        title_columns: tables.titles.into(),
        told_columns: tables.told.into(),
        asked_columns: tables.asked.into(),
        time_columns: tables.times,
        groups,
        marks_begin: marks_of_both.keys().cloned().collect::<Vec<_>>().into(),
        marks: marks_of_both,
    }
});

fn finders(words: &[Box<str>]) -> Vec<Finder<'static>> {
    words.iter().map(|word| Finder::new(&**word).into_owned()).collect()
}

pub(crate) fn words() -> &'static Words {
    &WORDS
}

impl Words {
    /// Does `words`, in small letters, say an outcome in one of its first five words?
    pub(crate) fn say_outcome(&self, words: &str) -> bool {
        self.behind_outcome(words, 4).is_some()
    }

    /// What follows the outcome in `words`, in small letters, behind at most `before` words.
    pub(crate) fn behind_outcome<'w>(&self, words: &'w str, before: usize) -> Option<&'w str> {
        parts(words, b' ')
            .take(before + 1)
            .find_map(|(at, _)| self.outcomes.behind(words[at..].trim_start_matches(['*', '_'])))
    }

    /// Does `words`, in small letters and without a stop, end in an outcome: "købet blev godkendt"?
    pub(crate) fn end_in_outcome(&self, words: &str) -> bool {
        self.outcome_ends.end(words)
    }

    /// Is a line, in small letters, begun by the label of a decision, or by "Referat:" with what `decides` behind it?
    pub(crate) fn label_decision(&self, words: &str, decides: impl Fn(&str) -> bool) -> bool {
        labels(&self.inside.decision, words).is_some()
            || self.inside.behind_body(words).is_some_and(|own| labels(&self.inside.of_body, own).is_some())
            // "Referat: Bussen sejler fra maj." reports and decides nothing.
            || labels(&self.inside.report, words).is_some_and(|said| self.say_outcome(said) || decides(said))
            || self.inside.label_dated(words)
            || self.inside.heads(words.trim_end_matches([':', ' ', '*']))
    }

    /// Are `words`, in small letters, what decisions or minutes are called and nothing else?
    pub(crate) fn name_decision(&self, words: &str) -> bool {
        self.inside.decision.iter().chain(&self.inside.report).any(|own| **own == *words)
    }

    /// Are `words`, in small letters, what heads a decision where an outcome stands below it?
    pub(crate) fn head_outcome(&self, words: &str) -> bool {
        self.inside.over_outcome.iter().any(|own| **own == *words)
    }

    /// Does a line, in small letters, begin with the label of a recommendation?
    pub(crate) fn label_recommendation(&self, words: &str) -> bool {
        labels(&self.inside.recommendation, words).is_some()
    }

    /// Are `words`, in small letters, a mark of closed treatment and nothing else, in the place of a title: "lukket møde"?
    pub(crate) fn are_closed_mark(&self, words: &str) -> bool {
        self.marks.get(words) == Some(&true) && !closed().headings.bracketed.iter().any(|own| **own == *words)
            || self.closed_titles.iter().any(|title| **title == *words)
    }

    /// May `words` name such a document, as far as the first letters and the last ones of their first word tell? Hardly any line may.
    pub(crate) fn may_name_other_document(&self, words: &str) -> bool {
        let bytes = words.as_bytes();
        let ends = bytes.iter().position(|byte| matches!(byte, b' ' | b'\t') || !byte.is_ascii());
        let first = &bytes[..ends.unwrap_or(bytes.len())];
        let own = first.last_chunk::<2>().map(|last| last.map(|byte| byte.to_ascii_lowercase()));
        // Letters beyond ASCII are left to those who fold them.
        ends.is_some_and(|at| !bytes[at].is_ascii())
            || self.other_documents.may_begin(bytes)
            || own.is_some_and(|own| self.other_ends.iter().any(|end| end.as_bytes().ends_with(&own)))
    }

    /// Do `words`, in small letters, name a document that is of no meeting?
    pub(crate) fn name_other_document(&self, words: &str) -> bool {
        let first = words.split(is_space).next().unwrap_or("");
        let ends = || self.other_ends.iter().any(|end| first.len() > end.len() && first.ends_with(&**end));
        (self.other_documents.begin(words) || ends())
            && !self.of_meeting.iter().any(|own| words.contains(&**own) || words.ends_with(own.trim_end()))
    }

    /// Are `words`, in small letters, a title of such documents and nothing else?
    pub(crate) fn are_other_title(&self, words: &str) -> bool {
        self.other_titles.behind(words).is_some_and(|rest| !rest.trim_end_matches(['.', ':']).contains(' '))
    }

    /// Are `words`, in small letters, what stands over a group of items, and does that group come from a list of its own?
    pub(crate) fn group(&self, words: &str) -> Option<bool> {
        let added = self.groups.added.contains(words);
        (added || self.groups.kinds.contains(words)).then_some(added)
    }

    /// Are `words` what stands before the title of an item that came later: "Ekstra punkt"?
    pub(crate) fn counts_added(&self, words: &str) -> bool {
        danish::letters::with_small(words, |words| self.groups.one.contains(words))
    }

    /// Is `word` one that counts groups of items before a number: "DEL" in "DEL I"?
    pub(crate) fn counts_part(&self, word: &str) -> bool {
        danish::letters::with_small(word, |word| self.groups.counted.contains(word))
    }

    /// Does `words`, in small letters, end in a stop that ends no sentence?
    pub(crate) fn end_in_abbreviation(&self, words: &str) -> bool {
        self.abbreviations.end(words)
    }
}
