//! `structure/item-number`: item numbers repeat, skip or run backwards.
//!
//! A meeting may start at any number, and a closed part at 1 again. Many municipalities take closed items out before
//! they publish, so a number that is missing proves nothing by itself: a skip is an error where the document shows
//! that its closed items are listed, or where the table of contents has the item under another number, and a hint
//! elsewhere. A number that repeats or runs backwards is wrong wherever the line is certainly the heading of an item;
//! in documents whose headings are bare numbered lines that is so only when its sections begin anew.

#[cfg(test)]
mod tests;

use lint::{Applicability, Check, Example, Findings, Fixes, MinutesView, Note, Rule, Severity, Text};
use minutes::{Item, Placed};
use segment::ItemForm;
use syntax::Flag;
use syntax::numbered::further_numbers;
use text::edit::Edit;
use text::{TextRange, range};
use zones::{Zone, ZoneSet};

pub(crate) static RULE: Rule = Rule {
    name: "structure/item-number",
    summary: Text {
        da: "Punkternes numre gentages, springer eller løber baglæns",
        en: "Item numbers repeat, skip or run backwards",
    },
    why: Text {
        da: "Beslutninger, bilag og senere referater henviser til punktets nummer. Et nummer, der står to gange eller \
             mangler, gør henvisningerne forkerte og får læseren til at lede efter et punkt, der ikke er der. Et møde \
             må begynde ved et hvilket som helst nummer.",
        en: "Decisions, attachments and later minutes refer to an item by its number. A number that stands twice or is \
             missing makes them wrong and sends the reader looking for an item that is not there. A meeting may start \
             at any number.",
    },
    source: "",
    severity: Severity::Error,
    on: true,
    fixes: Fixes::Unsafe,
    zones: ZoneSet::of(&[Zone::Table, Zone::ListMark, Zone::FileName, Zone::Address, Zone::Quotation]),
    options: &[],
    example: Example {
        house: "generel",
        before: "Byrådet\n4. april 2022 kl. 17.00\n\nPunkt 66: Budget\n\nBeslutning\n\nGodkendt.\n\nPunkt 66: \
                 Regnskab\n\nBeslutning\n\nGodkendt.\n\nPunkt 67: Eventuelt\n\nBeslutning\n\nIntet.\n",
        after: "Byrådet\n4. april 2022 kl. 17.00\n\nPunkt 66: Budget\n\nBeslutning\n\nGodkendt.\n\nPunkt 67: \
                Regnskab\n\nBeslutning\n\nGodkendt.\n\nPunkt 68: Eventuelt\n\nBeslutning\n\nIntet.\n",
    },
    check: Check::Outline(check),
};

/// A closed part that begins further on has numbers of its own.
const LARGEST_SKIP: u32 = 5;

/// An item with a number, in places of the document.
#[derive(Clone, Copy)]
struct Numbered<'v> {
    number: u32,
    digits: TextRange,
    closed: bool,
    /// Is the line certainly the heading of an item?
    sure: bool,
    /// Items without a number between this one and the former.
    unnumbered: u32,
    /// Does the heading of a group stand right above, "Orienteringssager"?
    grouped: bool,
    title: &'v str,
}

/// What is wrong with a number.
enum Fault {
    Repeats,
    /// The number before.
    Skips(u32),
    /// The number before.
    Backwards(u32),
}

fn check(view: &MinutesView<'_>, findings: &mut Findings) {
    let items = numbered(view);
    // Some documents print every item as "1.".
    if items.len() >= 3 && items.iter().all(|item| item.number == 1) {
        return;
    }
    // Nobody writes "1, 2, 5, 3, 4" for "1, 2, 3, 4, 5" by a slip: the meeting took the fifth before the third.
    let is_moved = |run: &[Numbered<'_>]| moved(run).is_some_and(|places| places > 1);
    if is_moved(&items) {
        return;
    }
    let lists_closed = items.iter().any(|item| item.closed);
    let mut items = items;
    let plain = slips(&items);
    for &at in &plain {
        items[at].sure = true;
    }
    let mut start = 0;
    for end in 1..=items.len() {
        if end < items.len() && !restarts(&items, start, end) {
            continue;
        }
        if !is_moved(&items[start..end]) {
            check_run(view, &items[start..end], (lists_closed, !plain.is_empty()), findings);
        }
        start = end;
    }
}

fn numbered<'v>(view: &MinutesView<'v>) -> Vec<Numbered<'v>> {
    let bare = view.minutes.form() == ItemForm::Number;
    let mut numbered = Vec::new();
    let mut former: Option<&Item> = None;
    let mut unnumbered = 0;
    let mut above = false;
    for Placed { item, start, blocks, .. } in view.minutes.items() {
        let grouped = std::mem::replace(&mut above, blocks.last().is_some_and(|last| last.is(Flag::Group)));
        let Some((number, digits)) = item.number else {
            unnumbered += 1;
            continue;
        };
        // "IV", "C" and "7.2" count in another way.
        if !view.text[digits + start].bytes().all(|digit| digit.is_ascii_digit()) {
            continue;
        }
        let title = item.title.map_or("", |title| &view.text[title + start]);
        let anew = former.is_none_or(|former| begins_anew(former, item)) || item.closed;
        if numbered
            .last()
            .is_some_and(|last: &Numbered<'_>| last.number == number && announces(last, former, title))
        {
            numbered.pop();
        }
        numbered.push(Numbered {
            number,
            digits: digits + start,
            closed: item.closed,
            sure: !bare || anew && !title.ends_with('.'),
            unnumbered: std::mem::take(&mut unnumbered),
            grouped,
            title,
        });
        let last = numbered[numbered.len() - 1];
        let further = further(&view.text[TextRange::at(start, item.len)], item, number, digits).into_iter();
        numbered.extend(further.map(|(number, digits)| Numbered {
            number,
            digits: digits + start,
            sure: false,
            grouped: false,
            ..last
        }));
        former = Some(item);
    }
    numbered
}

/// The other numbers that a heading stands for: "Punkt 2 og 3: Veje".
fn further(text: &str, item: &Item, number: u32, digits: TextRange) -> Vec<(u32, TextRange)> {
    // "Sag nr. 7" may stand below its title.
    let Some(behind) = digits.end().checked_sub(item.heading.start()) else { return Vec::new() };
    let further = further_numbers(&text[item.heading], behind.into(), number).into_iter();
    further.map(|(number, place)| (number, range(place.start, place.end) + item.heading.start())).collect()
}

/// Has `item` a section of a kind that the former has too? The point of a list that is taken for a heading cuts an
/// item in two, and neither half repeats the other.
fn begins_anew(former: &Item, item: &Item) -> bool {
    item.sections.iter().any(|section| former.sections_of(section.kind).next().is_some())
}

/// Is `last` only the line that a page folds an item under, with its number and perhaps its title again below?
fn announces(last: &Numbered<'_>, former: Option<&Item>, title: &str) -> bool {
    (title.is_empty() || title == last.title) && former.is_some_and(|former| former.sections.is_empty())
}

/// Does a new run of numbers begin at `at`: the closed part, a group of items or another meeting from 1?
fn restarts(items: &[Numbered<'_>], start: usize, at: usize) -> bool {
    let (former, item) = (&items[at - 1], &items[at]);
    let goes_on = items.get(at + 1).is_some_and(|next| next.number == former.number + 1);
    let turned = former.closed != item.closed;
    let far = item.number > former.number + LARGEST_SKIP;
    let next = items.get(at + 1).map(|next| next.number);
    let from_one = item.number == 1 && former.number > 1 && matches!(next, None | Some(2));
    let grouped = item.grouped && item.number == 1;
    at > start
        && (grouped || turned && (item.number <= former.number && !goes_on || item.closed && far) || from_one)
}

/// A list that runs from 1, of which no line is surer than the others, has so many numbers at least.
const LEAST: usize = 4;

/// The places where such a list does not count on by one, when they are few enough to be slips of the pen: at most one number
/// that stands twice and one that is missing.
fn slips(items: &[Numbered<'_>]) -> Vec<usize> {
    let plain = items.len() >= LEAST && items[0].number == 1 && !items.iter().skip(1).any(|item| item.sure);
    if !plain {
        return Vec::new();
    }
    let step = |at: usize| items[at].number.checked_sub(items[at - 1].number);
    let slips: Vec<usize> = (1..items.len()).filter(|&at| step(at) != Some(1)).collect();
    let told = |at: usize| !items[at].title.ends_with('.');
    let repeats = |at: usize| step(at) == Some(0) && told(at) && items[at].title != items[at - 1].title;
    let skips = |at: usize| step(at) == Some(2) && told(at);
    match slips[..] {
        [one] if repeats(one) || skips(one) => slips,
        // "1, 2, 2, 4" counts on under the wrong number.
        [repeat, skip] if repeats(repeat) && skip == repeat + 1 && step(skip) == Some(2) => vec![repeat],
        [one, other] if repeats(one) && skips(other) || skips(one) && repeats(other) => slips,
        _ => Vec::new(),
    }
}

fn check_run(
    view: &MinutesView<'_>,
    run: &[Numbered<'_>],
    (lists_closed, plain): (bool, bool),
    findings: &mut Findings,
) {
    let moved = moved(run);
    let (former, wanted) = (run[0].number, vec![run[0].number]);
    let mut walk = Walk { view, run, lists_closed, former, wanted, faults: Vec::new() };
    walk.walk();
    let Walk { wanted, faults, .. } = walk;
    let mut fixed = false;
    // Where several numbers are missing, items were left out of what is at hand.
    let n_skips = faults.iter().filter(|(_, fault, _)| matches!(fault, Fault::Skips(_))).count();
    for (at, fault, severity) in faults {
        let excerpt = n_skips > 1 && matches!(fault, Fault::Skips(_));
        // Of two that changed places nothing tells whether the meeting or the pen changed them.
        let severity = if excerpt || moved.is_some() { Severity::Hint } else { severity };
        // In a plain list no heading shows that its lines are items.
        let most = if plain { severity.min(Severity::Warning) } else { severity };
        let report = findings.report(run[at].digits, note(&fault, run[at].number)).at_most(most);
        if (severity == Severity::Error || moved.is_some()) && !fixed {
            fixed = true;
            let title = Note::new("Nummerér punkterne fortløbende", "Number the items in sequence");
            report.fix(title, Applicability::Unsafe, renumber(run, &wanted));
        }
    }
}

/// By how many places the one item stands out of its order, where each number of `run` is there once and none is missing.
fn moved(run: &[Numbered<'_>]) -> Option<usize> {
    let least = run.iter().map(|item| item.number).min()?;
    let mut seen = vec![false; run.len()];
    for item in run {
        let place = seen.get_mut(usize::try_from(item.number - least).ok()?)?;
        if std::mem::replace(place, true) {
            return None;
        }
    }
    let due = |at: usize| usize::try_from(run[at].number - least).unwrap_or(at);
    let first = (0..run.len()).find(|&at| due(at) != at)?;
    let last = (0..run.len()).rfind(|&at| due(at) != at)?;
    let later = due(first) == last && (first + 1..=last).all(|at| due(at) + 1 == at);
    let earlier = due(last) == first && (first..last).all(|at| due(at) == at + 1);
    (later || earlier).then_some(last - first)
}

/// The walk over a run of numbers.
struct Walk<'r, 'v> {
    view: &'r MinutesView<'v>,
    run: &'r [Numbered<'v>],
    lists_closed: bool,
    /// The last number that stands in its place.
    former: u32,
    /// The number that each item so far should have.
    wanted: Vec<u32>,
    faults: Vec<(usize, Fault, Severity)>,
}

impl Walk<'_, '_> {
    fn walk(&mut self) {
        while let Some(item) = self.run.get(self.wanted.len()) {
            let (n, due, last) = (item.number, self.former + 1, self.wanted[self.wanted.len() - 1]);
            let next = self.run.get(self.wanted.len() + 1).map(|next| next.number);
            if n == due {
                self.wanted.push(last + 1);
                self.former = n;
            } else if !item.sure {
                self.wanted.push(n);
                self.former = if n > due && next == Some(n + 1) { n } else { self.former };
            } else {
                self.fault(item, due, next);
            }
        }
    }

    /// `item` does not have the number `due`.
    fn fault(&mut self, item: &Numbered<'_>, due: u32, next: Option<u32>) {
        let (n, at, last) = (item.number, self.wanted.len(), self.wanted[self.wanted.len() - 1]);
        self.wanted.push(last + 1);
        if n + 1 == due {
            self.faults.push((at, Fault::Repeats, Severity::Error));
            // "4, 4, 6": the second is the fifth, and the sixth has its number.
            self.former = if next == Some(due + 1) { due } else { self.former };
        } else if n > due && next == Some(due) && self.run[at + 1].sure {
            // Two items that changed places: the second is told, and both are passed.
            self.faults.push((at + 1, Fault::Backwards(n), Severity::Error));
            self.wanted.push(last + 2);
            self.former = n;
        } else if n > due && next != Some(due + 1) {
            self.skip(item, due, at);
            self.former = n;
        } else {
            let fault = if n > due { Fault::Skips(self.former) } else { Fault::Backwards(self.former) };
            self.faults.push((at, fault, Severity::Error));
            self.former = match next {
                Some(next) if next == n + 1 => n,
                Some(next) if next == due + 1 => due,
                _ => self.former,
            };
        }
    }

    /// The numbers from `due` to that of `item` are missing.
    fn skip(&mut self, item: &Numbered<'_>, due: u32, at: usize) {
        let missing = item.number - due;
        let explained =
            missing <= item.unnumbered || (due..item.number).all(|n| is_listed_closed(self.view, n));
        // Several numbers at once are hardly a slip of the pen.
        let certain = !explained && missing == 1 && (self.lists_closed || in_contents(self.view, item, due));
        if !certain {
            self.wanted[at] = self.wanted[at - 1] + missing + 1;
        }
        if !explained {
            let severity = if certain { Severity::Error } else { Severity::Hint };
            self.faults.push((at, Fault::Skips(self.former), severity));
        }
    }
}

/// Has the table of contents this item under the number that was due?
fn in_contents(view: &MinutesView<'_>, item: &Numbered<'_>, due: u32) -> bool {
    view.head()
        .contents
        .iter()
        .any(|entry| entry.number == Some(due) && &view.text[entry.title] == item.title)
}

/// Does the table of contents say that item `number` is closed?
fn is_listed_closed(view: &MinutesView<'_>, number: u32) -> bool {
    let mut entries = view.head().contents.iter().filter(|entry| entry.number == Some(number));
    entries.any(|entry| view.text[entry.title].to_lowercase().contains("lukket"))
}

fn note(fault: &Fault, number: u32) -> Note {
    match fault {
        Fault::Repeats => Note::new(
            format!("Der er allerede et punkt {number}, så henvisninger til det er tvetydige"),
            format!("There is an item {number} already, so references to it are ambiguous"),
        ),
        Fault::Skips(former) => Note::new(
            format!("Punkt {number} følger efter punkt {former}, så der mangler et nummer imellem"),
            format!("Item {number} follows item {former}, so a number between them is missing"),
        ),
        Fault::Backwards(former) => Note::new(
            format!("Punkt {number} står efter punkt {former}, så numrene løber baglæns"),
            format!("Item {number} stands after item {former}, so the numbers run backwards"),
        ),
    }
}

fn renumber(run: &[Numbered<'_>], wanted: &[u32]) -> Vec<Edit> {
    let pairs = run.iter().zip(wanted).filter(|(item, wanted)| item.number != **wanted);
    pairs.map(|(item, wanted)| Edit::replace(item.digits, wanted.to_string())).collect()
}
