//! From when to when the meeting and its items last, where no "kl." says that it is a time: "Tid: 19-21", "Slut: 15.30", "3. Budget
//! (18.20-18.45)".

use jiff::civil::Time;

use danish::clock::times;
use danish::letters::small;
use lint::MinutesView;
use text::{TextRange, is_space, range, range_of};

use super::super::cues::{cues, holds};

/// No more bytes than these stand between the beginning and the end of a meeting in one sentence.
const LONGEST: usize = 80;

/// A time, and where it stands.
pub(super) type Placed = (Time, TextRange);

/// When the head says that the meeting begins and ends, behind labels and in whole hours.
pub(super) fn labelled(head: &str) -> (Option<Placed>, Option<Placed>) {
    let (mut begin, mut end) = (None, None);
    for line in head.lines() {
        let Some((before, behind)) = line.rsplit_once(':') else { continue };
        let plain =
            |words: &'_ str| -> String { small(words.trim_matches(|c: char| is_space(c) || c == '*')) };
        let (label, value) = (plain(before), behind.trim_matches(|c: char| is_space(c) || c == '*'));
        let is = |labels: &[String]| {
            labels.iter().any(|known| known == label.rsplit(is_space).next().unwrap_or(""))
        };
        let place = || range_of(head, value);
        if is(&cues().begin_labels) {
            begin = begin.or_else(|| Some((clock_time(value)?, place())));
        } else if is(&cues().end_labels) {
            end = end.or_else(|| Some((clock_time(value)?, place())));
        } else if is(&cues().time_labels)
            && let Some((from, to)) = value.split_once(['-', '–'])
            && let (Some(first), Some(last)) = (hour(from.trim()), hour(to.trim()))
        {
            begin = begin.or(Some((first, range_of(head, from.trim()))));
            end = end.or(Some((last, range_of(head, to.trim()))));
        }
    }
    (begin, end)
}

/// "19": a whole hour.
fn hour(words: &str) -> Option<Time> {
    let digits = (1..=2).contains(&words.len()) && words.bytes().all(|byte| byte.is_ascii_digit());
    digits.then(|| Time::new(words.parse().ok()?, 0, 0, 0).ok())?
}

/// "18.20" or "18:20".
pub(super) fn clock_time(words: &str) -> Option<Time> {
    let (hour, minute) = words.trim().split_once(['.', ':'])?;
    let two = minute.len() == 2 && (1..=2).contains(&hour.len());
    two.then(|| Time::new(hour.parse().ok()?, minute.parse().ok()?, 0, 0).ok())?
}

/// "Mødet begyndte kl. 13.05 og sluttede kl. 15.20": both in one sentence, each such pair; the end is `said` in these places.
pub(super) fn told<'v>(
    view: &'v MinutesView<'_>,
    said: &'v [usize],
) -> impl Iterator<Item = (Placed, Placed)> + 'v {
    said.iter().filter_map(|&at| {
        let line = view.text[..at].rfind('\n').map_or(0, |found| found + 1);
        let start = view.text.ceil_char_boundary(line.max(at.saturating_sub(LONGEST)));
        let before = &view.text[start..at];
        if !holds(&small(before), &cues().meeting_begins) {
            return None;
        }
        let mut first = times(before);
        let (begin, None) = (first.next()?, first.next()) else { return None };
        let rest = &view.text[at..];
        let end = times(&rest[..rest.floor_char_boundary(40)]).next()?;
        let placed = |from: usize, place: TextRange| {
            range(from + usize::from(place.start()), from + usize::from(place.end()))
        };
        Some(((begin.time()?, placed(start, begin.range)), (end.time()?, placed(at, end.range))))
    })
}

/// The items with a time in brackets behind their title: begin, end, and where that stands.
pub(super) fn items<'v>(view: &'v MinutesView<'_>) -> impl Iterator<Item = (Time, Time, TextRange)> + 'v {
    view.minutes.items().filter_map(|placed| {
        let title = placed.item.title.map(|title| title + placed.start)?;
        // The title ends before a time in brackets, and the line of the heading goes on.
        let line = placed.item.heading + placed.start;
        let words = view.text[TextRange::new(title.start(), title.end().max(line.end()))].trim_end();
        let open = words.rfind('(').filter(|_| words.ends_with(')'))?;
        let inside = &words[open + 1..words.len() - 1];
        let clock = inside.strip_prefix("kl. ").unwrap_or(inside);
        let (from, to) = clock.split_once(['-', '–'])?;
        let start = usize::from(title.start()) + open + 1;
        Some((clock_time(from)?, clock_time(to)?, range(start, start + inside.len())))
    })
}
