//! Ranges of numbers when one of their numbers changes, and what cannot follow it.

use rules::text::{TextRange, is_space};
use snapshot::document::Snapshot;
use snapshot::occurrences::{self, Occurrence, Target};

use crate::numbering::{is_of, letter, number, order};

/// What joins the ends of a range.
const JOINTS: [&str; 6] = ["-", "\u{2011}", "–", "til og med", "t.o.m.", "til"];

/// Is the number one end of a range? With another end the range may name others.
pub(crate) fn is_range(snapshot: &Snapshot, occurrence: &Occurrence) -> bool {
    let (Some(number), false) = (occurrence.number, occurrence.defines) else { return false };
    let (text, place) = (snapshot.text(), occurrence.place);
    let after = &text[TextRange::new(number.end(), place.end().max(number.end()))];
    let before = &text[TextRange::new(place.start().min(number.start()), number.start())];
    let spaced = |c: char| is_space(c) || matches!(c, '.' | ')');
    let is_letter = letter(&text[number]).is_some();
    let digit = |c: char| c.is_ascii_digit() || is_letter && c.is_ascii_lowercase();
    let (after, before) = (after.trim_start_matches(spaced), before.trim_end_matches(spaced));
    JOINTS.iter().any(|joint| {
        after.strip_prefix(joint).is_some_and(|next| next.trim_start_matches(spaced).starts_with(digit))
            || before.strip_suffix(joint).is_some_and(|last| last.trim_end_matches(spaced).ends_with(digit))
    })
}

/// The numbers of a list, and which of them get others.
pub(super) struct Moves {
    /// Those that the list has, before and after.
    numbers: Vec<(u32, u32)>,
    /// Before and after; of numbers that the list does not have too.
    moved: Vec<(u32, u32)>,
    old: Option<u32>,
}

impl Moves {
    /// `target`, whose number is `old`, gets the number `new`, and what had that gets the old one.
    pub(super) fn of(snapshot: &Snapshot, target: &Target, old: Option<u32>, new: u32) -> Self {
        let minutes = snapshot.document.minutes();
        let numbers: Vec<u32> = match *target {
            Target::Item(_) => minutes.items().filter_map(|placed| Some(placed.item.number?.0)).collect(),
            Target::Point(i, list, _) => {
                let item = minutes.items().nth(i).map(|placed| placed.item);
                let list = item.and_then(|item| item.recommendations().nth(list));
                list.map(|list| list.names()).unwrap_or_default()
            }
            Target::Attachment(i, _) => {
                let all = occurrences::in_item(&snapshot.document, i).into_iter();
                let listed = all.filter(|named| named.defines && is_of(&named.target, target));
                listed.filter_map(|named| number(&named.target)).collect()
            }
            Target::Abbreviation(_) | Target::Name(_) => Vec::new(),
        };
        let mut moved: Vec<(u32, u32)> = old.map(|old| (old, new)).into_iter().collect();
        if numbers.contains(&new) {
            moved.extend(old.map(|old| (new, old)));
        }
        let after = |number| (number, after(&moved, number));
        Self { numbers: numbers.into_iter().map(after).collect(), moved, old }
    }

    /// Does the range that `named` is in name the same ones when its ends follow?
    pub(super) fn keep(&self, snapshot: &Snapshot, named: &Occurrence) -> bool {
        let Some((first, last)) = number(&named.target).or(self.old).and_then(|n| ends(snapshot, named, n))
        else {
            return false;
        };
        let (new_first, new_last) = (after(&self.moved, first), after(&self.moved, last));
        let (before, now) = (first..=last, new_first..=new_last);
        // "Punkt 15-17" may become "15-18", and not "15-40".
        let none = |has: &dyn Fn(u32) -> bool, (first, last): (u32, u32)| {
            (first..=last).take(MOST).filter(|number| !has(*number)).count()
        };
        let had = |number| self.numbers.iter().any(|(old, _)| *old == number);
        let has = |number| self.numbers.iter().any(|(_, new)| *new == number);
        new_first < new_last
            && self.numbers.iter().all(|(old, new)| before.contains(old) == now.contains(new))
            && none(&has, (new_first, new_last)) <= none(&had, (first, last)) + 1
    }
}

/// No range that anybody writes has more numbers.
const MOST: usize = 200;

fn after(moved: &[(u32, u32)], number: u32) -> u32 {
    moved.iter().find(|(old, _)| *old == number).map_or(number, |(_, new)| *new)
}

/// The ends of the range of `named` that `number` lies in: 15 and 17 of "pkt. 15-17".
fn ends(snapshot: &Snapshot, named: &Occurrence, number: u32) -> Option<(u32, u32)> {
    let words = &snapshot.text()[named.place];
    let is_letter = named.number.is_some_and(|place| letter(&snapshot.text()[place]).is_some());
    let counts = |c: char| c.is_ascii_digit() || is_letter && c.is_ascii_alphabetic();
    let mut former: Option<(u32, usize)> = None;
    let mut at = 0;
    while let Some(start) = words[at..].find(counts).map(|found| at + found) {
        let end = words[start..].find(|c: char| !c.is_alphanumeric()).map_or(words.len(), |len| start + len);
        at = end;
        let Some(this) = order(&words[start..end]) else { continue };
        if let Some((first, behind)) = former {
            let gap = &words[behind..start];
            // "2.1-2.3" and "25/3-25/5" are counted in two.
            if gap == "." || gap == "/" {
                return None;
            }
            let gap = gap.trim_matches(|c: char| is_space(c) || matches!(c, '.' | ')'));
            if JOINTS.contains(&gap) && (first..=this).contains(&number) {
                return Some((first, this));
            }
        }
        former = Some((this, end));
    }
    None
}

/// What cannot follow a new number, where it stands.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Left {
    /// "Punkterne 4-6": with another end it would mean others.
    Range(TextRange),
    /// "Punkterne 4-6" means 5 and does not say so.
    Covering(TextRange),
    /// A decision may answer the point with this number in words that are not understood: its answer would go to another point.
    Unread(TextRange, u32),
}

impl Left {
    pub(super) fn of(named: &Occurrence) -> Self {
        if named.number.is_some() { Self::Range(named.place) } else { Self::Covering(named.place) }
    }

    fn place(self) -> TextRange {
        let (Self::Range(place) | Self::Covering(place) | Self::Unread(place, _)) = self;
        place
    }
}

/// All that cannot follow, in words, with what to write first.
pub(super) fn told(snapshot: &Snapshot, mut left: Vec<Left>) -> String {
    left.sort_by_key(|left| left.place().start());
    left.dedup();
    let lang = snapshot.session.lang;
    let quoted = |wanted: &dyn Fn(&Left) -> bool| {
        let places = left.iter().filter(|left| wanted(left)).map(|left| {
            let words = snapshot.shown(left.place());
            let line = snapshot.position(left.place().start()).line + 1;
            lang.pick(format!("\"{words}\" i linje {line}"), format!("\"{words}\" on line {line}"))
        });
        let all: Vec<String> = places.collect();
        let (last, before) = all.split_last()?;
        let and = lang.pick(" og ", " and ");
        let one = before.is_empty();
        Some((if one { last.clone() } else { [&before.join(", "), and, last].concat() }, one))
    };
    let mut sentences: Vec<String> = Vec::new();
    if let Some((places, one)) = quoted(&|left| matches!(left, Left::Range(_))) {
        let go = if one { "goes" } else { "go" };
        sentences.push(lang.pick(
            format!("{places} går fra et nummer til et andet og kan ikke følge med; skriv numrene hver for sig først"),
            format!("{places} {go} from one number to another and cannot follow; write the numbers one by one first"),
        ));
    }
    if let Some((places, one)) = quoted(&|left| matches!(left, Left::Covering(_))) {
        let cover = if one { "covers" } else { "cover" };
        sentences.push(lang.pick(
            format!(
                "{places} omfatter også dette nummer, uden at det står der; skriv numrene hver for sig først"
            ),
            format!(
                "{places} {cover} this number too without writing it; write the numbers one by one first"
            ),
        ));
    }
    let unread = left.iter().find_map(|left| match left {
        Left::Unread(_, number) => Some(*number),
        _ => None,
    });
    if let Some(((places, one), number)) = quoted(&|left| matches!(left, Left::Unread(..))).zip(unread) {
        let seem = if one { "seems" } else { "seem" };
        sentences.push(lang.pick(
            format!("{places} ser ud til at svare på et at-punkt og kan ikke følge med; skriv svaret som \"Ad {number}.\" først"),
            format!("{places} {seem} to answer a point and cannot follow; write the answer as \"Ad {number}.\" first"),
        ));
    }
    sentences.join(". ")
}
