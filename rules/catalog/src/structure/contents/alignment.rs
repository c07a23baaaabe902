//! The entries of a table of contents beside the items of the meeting.

use std::cell::OnceCell;
use std::ops::Range;

use lint::MinutesView;
use segment::ItemForm;
use text::{TextRange, is_space};

use super::titles::{breaks_off, ends_in_word, folded, without_note, without_page};

/// Where the two lists differ; ranges are those of titles in the document.
pub(super) enum Discrepancy {
    /// The entry breaks off inside the title.
    Cut { entry: TextRange, item: TextRange },
    /// The entry has another title than the item in its place.
    Renamed { entry: TextRange, item: TextRange },
    /// No item has the entry's title; uncertain where closed items may have been taken out.
    Surplus { entry: TextRange, certain: bool },
    /// The item stands in another place of the sequence.
    Moved { entry: TextRange, item: TextRange },
    /// The item is not listed; the entry before its place.
    Missing { after: Option<usize>, item: TextRange },
}

/// An entry; one that runs over several lines is one.
struct Entry {
    /// The place in the head's list of the last line.
    at: usize,
    folded: Folded,
    number: Option<u32>,
    title: TextRange,
    leaders: bool,
    /// Does a page follow?
    paged: bool,
    listed_closed: bool,
}

struct Titled {
    folded: Folded,
    /// The title with the line below, where it may go on.
    continued: String,
    number: Option<u32>,
    title: TextRange,
    /// Does the title run over two lines, of which a list may hold the first?
    wrapped: bool,
    /// Closed, or perhaps the point of a list: it may be left out.
    passed_over: bool,
}

/// A title as titles are compared: every entry is held against every item.
struct Folded {
    all: String,
    /// So many bytes of it are what is left without a note in brackets.
    bare: usize,
}

impl Folded {
    fn new(title: &str) -> Self {
        let all = folded(title);
        Self { bare: without_note(&all).len(), all }
    }

    fn bare(&self) -> &str {
        &self.all[..self.bare]
    }

    fn is_empty(&self) -> bool {
        self.all.is_empty()
    }
}

/// How an entry and an item fit.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Fit {
    Same,
    Cut,
    No,
}

pub(super) struct Alignment<'v> {
    entries: Vec<Entry>,
    items: Vec<Titled>,
    /// For each entry the item that it is, in rising order.
    pairs: Vec<Option<usize>>,
    head: &'v str,
    /// The head as titles are compared, to find a title that stands there in another form; made when that is asked.
    folded_head: OnceCell<String>,
}

/// A title must be so long before a line without leaders is believed to have cut it, in bytes.
const CUT_FROM: usize = 40;
/// No meeting has so many items.
const MOST: usize = 150;

impl<'v> Alignment<'v> {
    /// The two lists, or `None` when the list is one of something else.
    pub(super) fn new(view: &MinutesView<'v>) -> Option<Self> {
        let n_lines = view.head().contents.len();
        let open = view.minutes.items().filter(|placed| !placed.item.closed);
        if n_lines > MOST || open.clone().nth(n_lines * 2).is_some() {
            return None;
        }
        let n_open = open.count();
        let mut items: Vec<Titled> = Vec::new();
        for placed in view.minutes.items() {
            let title =
                placed.item.title.unwrap_or(TextRange::empty(placed.item.heading.end())) + placed.start;
            let number = placed.item.number.map(|(number, _)| number);
            let words = &view.text[title];
            let point = view.minutes.form() == ItemForm::Number && words.ends_with('.');
            items.push(Titled {
                folded: Folded::new(words),
                continued: folded(&format!("{words} {}", line_below(view.text, title))),
                number,
                title,
                wrapped: words.trim_end().contains('\n'),
                passed_over: placed.item.closed || point,
            });
        }
        let n_untitled = items.iter().filter(|item| item.folded.is_empty()).count();
        if n_untitled * 2 > items.len() {
            return None;
        }
        let entries = entries(view, &items);
        let pairs = align(&entries, &items);
        let n_fits =
            entries.iter().filter(|entry| items.iter().any(|item| fit(entry, item) != Fit::No)).count();
        let n_paired = pairs.iter().flatten().filter(|&&item| !items[item].passed_over).count();
        (n_fits * 2 >= entries.len() && n_paired * 2 >= n_open && n_fits > 0).then(|| Self {
            entries,
            items,
            pairs,
            head: &view.text[..usize::from(view.head().len)],
            folded_head: OnceCell::new(),
        })
    }

    pub(super) fn discrepancies(&self, view: &MinutesView<'_>) -> Vec<Discrepancy> {
        let mut found = Vec::new();
        for (entry, item) in self.entries.iter().zip(&self.pairs) {
            if let Some(item) = item
                && fit(entry, &self.items[*item]) == Fit::Cut
            {
                found.push(Discrepancy::Cut { entry: entry.title, item: self.items[*item].title });
            }
        }
        let mut from = (0, 0);
        for at in 0..=self.entries.len() {
            let item = if at == self.entries.len() { Some(self.items.len()) } else { self.pairs[at] };
            if let Some(item) = item {
                self.gap(from.0..at, from.1..item, &mut found);
                from = (at + 1, item + 1);
            }
        }
        let body = &view.text[usize::from(view.head().len)..];
        found.retain(|discrepancy| match discrepancy {
            Discrepancy::Surplus { entry, .. } | Discrepancy::Renamed { entry, .. } => {
                !has_line(body, &view.text[*entry])
            }
            _ => true,
        });
        found
    }

    /// The entries and items between two that fit.
    fn gap(&self, entries: Range<usize>, items: Range<usize>, found: &mut Vec<Discrepancy>) {
        let mut left = self.left(entries.clone(), found);
        // An item whose title is missing is one of the entries.
        let n_untitled = self.items[items.clone()].iter().filter(|item| item.folded.is_empty()).count();
        left.truncate(left.len() - n_untitled.min(left.len()));
        let mut unlisted: Vec<&Titled> =
            self.items[items].iter().filter(|item| self.is_missed(item)).collect();
        let all = left.len() == unlisted.len();
        left.retain(|entry| {
            let same = |item: &&Titled| all || entry.number.is_some() && item.number == entry.number;
            let Some(at) = unlisted.iter().position(same) else { return true };
            let item = unlisted.remove(at).title;
            if !entry.listed_closed {
                found.push(Discrepancy::Renamed { entry: entry.title, item });
            }
            false
        });
        let last = entries.end == self.entries.len();
        let certain = !last || self.items.iter().any(|item| item.passed_over);
        let surplus = left.iter().filter(|entry| !entry.listed_closed);
        found.extend(surplus.map(|entry| Discrepancy::Surplus { entry: entry.title, certain }));
        let after = entries.end.checked_sub(1).map(|at| self.entries[at].at);
        found.extend(unlisted.iter().map(|item| Discrepancy::Missing { after, item: item.title }));
    }

    /// Those of `entries` that no item is; one whose item stands elsewhere is told.
    fn left(&self, entries: Range<usize>, found: &mut Vec<Discrepancy>) -> Vec<&Entry> {
        let mut left: Vec<&Entry> = Vec::new();
        for entry in &self.entries[entries] {
            match self.items.iter().position(|item| fit(entry, item) != Fit::No) {
                Some(item) if self.pairs.contains(&Some(item)) => {}
                Some(item) => {
                    found.push(Discrepancy::Moved { entry: entry.title, item: self.items[item].title });
                }
                None => left.push(entry),
            }
        }
        left
    }

    /// Should the item be listed, and is it not?
    fn is_missed(&self, item: &Titled) -> bool {
        let listed = || {
            self.folded_head.get_or_init(|| folded(self.head)).contains(&item.folded.all)
                || self.entries.iter().any(|entry| fit(entry, item) != Fit::No)
        };
        !item.passed_over && !item.folded.is_empty() && !listed()
    }
}

/// The line right below a title.
fn line_below(text: &str, title: TextRange) -> &str {
    let rest = &text[usize::from(title.end())..];
    let mut lines = rest.lines();
    let alone = lines.next().is_some_and(|rest| rest.trim().is_empty());
    lines.next().filter(|_| alone).map_or("", str::trim)
}

/// Has `body` a line that is `title` and at most a number before it? It may be the heading of a group of items, or of
/// an item that was not taken for one.
fn has_line(body: &str, title: &str) -> bool {
    memchr::memmem::find_iter(body.as_bytes(), title).any(|at| {
        let start = body[..at].rfind(['\n', '\r']).map_or(0, |end| end + 1);
        let before = &body[start..at];
        before.len() <= 20 && body[at + title.len()..].trim_start_matches(is_space).starts_with(['\n', '\r'])
    })
}

/// The entries of the head; lines that only together are the title of an item are one.
fn entries(view: &MinutesView<'_>, items: &[Titled]) -> Vec<Entry> {
    let lines = &view.head().contents;
    let mut entries = Vec::new();
    let mut at = 0;
    while let Some(line) = lines.get(at) {
        let mut words = view.text[line.title].to_owned();
        let mut end = at;
        for more in 1..3 {
            let Some(next) = lines.get(at + more).filter(|next| next.number.is_none()) else { break };
            let (one, longer) = (folded(&words), format!("{words} {}", &view.text[next.title]));
            let both = folded(&longer);
            if items.iter().any(|item| item.folded.all == one)
                || !items.iter().any(|item| item.folded.all.starts_with(&both))
            {
                break;
            }
            words = longer;
            end = at + more;
        }
        let title = if end == at { line.title } else { line.title.cover(lines[end].title) };
        entries.push(Entry {
            at: end,
            listed_closed: words.to_lowercase().contains("lukke"),
            folded: Folded::new(&words),
            number: line.number,
            title,
            leaders: lines[end].leaders,
            paged: lines[end].line.end() > lines[end].title.end(),
        });
        at = end + 1;
    }
    without_captions(entries, items)
}

/// Without what a list holds besides the items: the head of a column, the name of a group, the page of signatures.
fn without_captions(mut entries: Vec<Entry>, items: &[Titled]) -> Vec<Entry> {
    let most =
        |has: fn(&Entry) -> bool| entries.iter().filter(|entry| has(entry)).count() * 2 > entries.len();
    let (numbered, paged) = (most(|entry| entry.number.is_some()), most(|entry| entry.paged));
    entries.retain(|entry| {
        let bare = numbered && entry.number.is_none() || paged && !entry.paged;
        let fits = items.iter().any(|item| fit(entry, item) != Fit::No);
        fits || !bare && !is_furniture(&entry.folded.all)
    });
    entries
}

fn is_furniture(folded: &str) -> bool {
    folded.starts_with("underskrift")
        || folded.starts_with("side ")
        || folded.starts_with("bilag")
        || folded.is_empty()
}

/// The longest row of entries that fit items in the same order.
fn align(entries: &[Entry], items: &[Titled]) -> Vec<Option<usize>> {
    let (n, m) = (entries.len(), items.len());
    let mut longest = vec![vec![0_u32; m + 1]; n + 1];
    let fits: Vec<Vec<Fit>> =
        entries.iter().map(|entry| items.iter().map(|item| fit(entry, item)).collect()).collect();
    for i in (0..n).rev() {
        for j in (0..m).rev() {
            // A whole title is a better fit than one cut off.
            let gain = match fits[i][j] {
                Fit::Same => 3,
                Fit::Cut => 2,
                Fit::No => 0,
            };
            let both = if gain > 0 { longest[i + 1][j + 1] + gain } else { 0 };
            longest[i][j] = both.max(longest[i + 1][j]).max(longest[i][j + 1]);
        }
    }
    let mut pairs = vec![None; n];
    let (mut i, mut j) = (0, 0);
    while i < n && j < m {
        if longest[i][j] == longest[i + 1][j] {
            i += 1;
        } else if longest[i][j] == longest[i][j + 1] {
            j += 1;
        } else {
            pairs[i] = Some(j);
            (i, j) = (i + 1, j + 1);
        }
    }
    pairs
}

fn fit(entry: &Entry, item: &Titled) -> Fit {
    let (short, long) = (entry.folded.all.as_str(), item.folded.all.as_str());
    // Most begin otherwise, and have nothing in common.
    if let (Some(one), Some(other)) = (short.as_bytes().first(), long.as_bytes().first())
        && one != other
    {
        return Fit::No;
    }
    // A title over two lines is one: the entry is all of it, or all but what was cut.
    let goes_on = short.len() > long.len() && !long.is_empty() && item.continued.starts_with(short);
    let is_same = short == long || goes_on || entry.folded.bare() == long || short == item.folded.bare();
    if is_same || !entry.paged && without_page(short) == long {
        return Fit::Same;
    }
    if entry.number.is_some() && entry.number == item.number && is_short_for(long, short) {
        return Fit::Same;
    }
    let common: usize =
        short.chars().zip(long.chars()).take_while(|(a, b)| a == b).map(|(a, _)| a.len_utf8()).sum();
    // A title may be shortened on purpose, but not inside a word; what was cut may have lost part of a letter.
    let rest = short[common..].chars().count();
    let inside =
        long[common..].starts_with(char::is_alphanumeric) && long[..common].ends_with(char::is_alphanumeric);
    if rest == 0 && inside && is_ending(&long[common..]) && ends_in_word(short) {
        return Fit::Same;
    }
    let whole_words = rest == 0 && !inside;
    if common >= CUT_FROM && rest <= 2 && long.len() > short.len() && !whole_words {
        return Fit::Cut;
    }
    match whole_words && common > 0 && short.contains(' ') {
        true if common >= CUT_FROM
            && (!entry.leaders || !item.wrapped && breaks_off(short, &long[common..])) =>
        {
            Fit::Cut
        }
        true => Fit::Same,
        false => Fit::No,
    }
}

/// Is a `heading` of the item in the list's place the `entry` said in fewer words, or with another ending: "Ad 2. Budget" for
/// "2. Budget med kontingent og gebyrer", "Regnskabet" for "Regnskab"?
fn is_short_for(heading: &str, entry: &str) -> bool {
    let is_begin = entry.strip_prefix(heading).is_some_and(|rest| !rest.starts_with(char::is_alphanumeric));
    !heading.is_empty() && is_begin
        || !entry.contains(' ') && heading.strip_prefix(entry).is_some_and(is_ending)
}

/// "suppleant" for "suppleanter": is what one title has more only the ending of a word?
fn is_ending(rest: &str) -> bool {
    /// The longest ending of a noun, in bytes: "erne".
    const LONGEST_ENDING: usize = 4;
    rest.len() <= LONGEST_ENDING && rest.chars().all(char::is_alphabetic)
}
