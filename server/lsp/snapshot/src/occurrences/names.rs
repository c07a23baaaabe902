//! The committee and the people of the head, and where the text names them.
//!
//! A body is named in capitals too, and in small letters; any name may be broken over two lines.

use rules::danish::letters;
use rules::document::Document;
use rules::text::{TextRange, TextSize, is_space, range, size};

use super::{Occurrence, Target};

/// The name at `at`.
pub(super) fn at(document: &Document, at: TextSize) -> Option<Occurrence> {
    let text = document.text();
    let here = rules::text::lines::floor_boundary(text, at.into());
    known(document).into_iter().find_map(|known| {
        // It begins no further away than its own length, and some more where a line end stands in it.
        let from = text.floor_char_boundary(here.saturating_sub(known.name.len() + SLACK));
        let to = text.ceil_char_boundary((here + 1).min(text.len()));
        let mut starts = text[from..to].char_indices();
        starts.find_map(|(start, _)| {
            let place = known.place_at(text, from + start).filter(|place| place.contains_inclusive(at))?;
            if !known.is_body && is_anothers(text, place) {
                return None;
            }
            let target = Target::Name(known.name.to_owned());
            let defines = places(document, known.name).first().is_some_and(|first| first.place == place);
            Some(Occurrence { target, place, number: None, defines })
        })
    })
}

/// The person whose last name alone stands at `at`, for a reader: "Holm" where one Holm meets.
pub(super) fn surname_at(document: &Document, at: TextSize) -> Option<Occurrence> {
    let text = document.text();
    let here = rules::text::lines::floor_boundary(text, at.into());
    let letter = |c: char| !(c.is_alphanumeric() || c == '-');
    let start = here - text[..here].split(letter).next_back().map_or(0, str::len);
    let word = text[start..].split(letter).next().filter(|word| word.starts_with(char::is_uppercase))?;
    let called = |name: &&&str| {
        let last = name.rsplit_once(' ').map(|(_, last)| last);
        last.is_some_and(|last| word.strip_prefix(last).is_some_and(|rest| rest.is_empty() || rest == "s"))
    };
    let people = people(document);
    let name = people.iter().find(called)?;
    let place = surnames(document, name).into_iter().find(|place| place.contains_inclusive(at))?;
    Some(Occurrence { target: Target::Name((*name).to_owned()), place, number: None, defines: false })
}

/// At most this many bytes a line end and indentation may add to a name.
const SLACK: usize = 8;

/// Where `name` stands as words of its own, with or without the "s" of the genitive; the first place defines it.
pub(super) fn places(document: &Document, name: &str) -> Vec<Occurrence> {
    let text = document.text();
    let is_body = known(document).iter().any(|known| known.name == name && known.is_body);
    let known = Known { name, is_body };
    let Some(first) = name.chars().next() else { return Vec::new() };
    let begins = |c: char| c == first || is_body && same(c, first);
    let mut found: Vec<Occurrence> = Vec::new();
    for (at, _) in text.match_indices(begins) {
        let Some(place) = known.place_at(text, at) else { continue };
        if !is_body && is_anothers(text, place) {
            continue;
        }
        let target = Target::Name(name.to_owned());
        found.push(Occurrence { target, place, number: None, defines: found.is_empty() });
    }
    found
}

/// Is the name at `place` part of a longer one: "Anne Berg Holm", "Peter Anne Berg"?
fn is_anothers(text: &str, place: TextRange) -> bool {
    let (start, end) = (usize::from(place.start()), usize::from(place.end()));
    let from = text[..start].rfind(['\n', '\r', '.', ',', ';', ':', '(']).map_or(0, |at| at + 1);
    let to = text[end..].find(['\n', '\r', '.', ',', ';', ':', '(', ')']).map_or(text.len(), |at| end + at);
    let near = &text[from..to];
    let own = range(start - from, end - from);
    let longer = |person: TextRange| person.contains_range(own) && person.len() > own.len() + size("s");
    rules::facts::people::people(near).into_iter().any(|person| longer(person.name))
}

/// Where the last name of the person `name` stands alone and can be nobody else's at the meeting.
pub fn surnames(document: &Document, name: &str) -> Vec<TextRange> {
    let text = document.text();
    let Some((_, last)) = name.rsplit_once(' ').filter(|_| people(document).contains(&name)) else {
        return Vec::new();
    };
    let others = people(document).into_iter().filter(|other| *other != name);
    if others.into_iter().any(|other| other.split(' ').any(|part| part == last)) {
        return Vec::new();
    }
    let whole = places(document, name);
    let initial = name.chars().next().unwrap_or_default();
    // "A. Berg" is one name, and that of nobody else whose first name begins with another letter.
    let with_initial = |place: TextRange| {
        let before = &text[..place.start().into()];
        let lead = before.trim_end_matches(is_space).strip_suffix('.')?;
        let letter = lead.chars().next_back().filter(|c| c.is_uppercase())?;
        let alone = !lead[..lead.len() - letter.len_utf8()].ends_with(char::is_alphanumeric);
        alone.then(|| (letter == initial, size(&lead[..lead.len() - letter.len_utf8()])))
    };
    let extended = |place: TextRange| match with_initial(place) {
        None => Some(place),
        Some((own, start)) => own.then(|| TextRange::new(start, place.end())),
    };
    let alone = |place: &TextRange| {
        let before = text[..place.start().into()].trim_end_matches(is_space);
        let former = before.rsplit(|c: char| !c.is_alphanumeric() && c != '-').next().unwrap_or_default();
        let bordered = letters::border_before(text, place.start())
            && (letters::border_after(text, place.end()) || text[place.end().into()..].starts_with("s "));
        let firm = text[place.end().into()..]
            .strip_prefix(' ')
            .is_some_and(|next| next.starts_with(char::is_uppercase));
        // "Eva Berg", "Hotel Berg" and "Berg Auto" are others.
        bordered
            && !firm
            && !former.starts_with(char::is_uppercase)
            && whole.iter().all(|known| known.place.intersect(*place).is_none())
    };
    let all = text.match_indices(last).map(|(at, _)| range(at, at + last.len()));
    all.filter(alone).filter_map(extended).collect()
}

/// The people of the head.
pub fn people(document: &Document) -> Vec<&str> {
    listed(document).map(|(name, _)| name).collect()
}

/// The people of the head, each with the place of the name and the party letter in brackets behind it.
pub fn listed(document: &Document) -> impl Iterator<Item = (&str, (TextRange, Option<&str>))> {
    let (text, head) = (document.text(), document.minutes().head());
    let lines = head.participants.iter().chain(&head.absent);
    lines.flat_map(move |&line| {
        let words = &text[line];
        let all = rules::facts::people::listed(words).into_iter();
        all.map(move |one| {
            (&words[one.name], (one.name + line.start(), one.party.map(|party| &words[party])))
        })
    })
}

/// A name of the head.
#[derive(Clone, Copy, Debug)]
struct Known<'d> {
    name: &'d str,
    /// Is it a body, and no person?
    is_body: bool,
}

/// The names of the head: the committee, those who took part, those who were absent.
fn known(document: &Document) -> Vec<Known<'_>> {
    let committee = document.minutes().head().committee.map(|place| &document.text()[place]);
    // "Kulturudvalget i Fjordby Kommune" is called Kulturudvalget.
    let called = committee.map(|name| name.split_once(" i ").map_or(name, |(body, _)| body));
    let bodies = called.filter(|name| name.len() > 2).map(|name| Known { name, is_body: true });
    bodies
        .into_iter()
        .chain(people(document).into_iter().map(|name| Known { name, is_body: false }))
        .collect()
}

impl Known<'_> {
    /// The place of the name, if it begins at byte `at`; that of a person also in capitals.
    fn place_at(&self, text: &str, at: usize) -> Option<TextRange> {
        let written = self.place_of(self.name, text, at);
        written.or_else(|| {
            let small = |c: char| c.is_lowercase();
            let is_capital = text[at..].chars().take(2).filter(|c| c.is_alphabetic()).all(|c| !small(c));
            self.place_of(&self.name.to_uppercase(), text, at)
                .filter(|_| is_capital && self.name.contains(small))
        })
    }

    fn place_of(&self, name: &str, text: &str, at: usize) -> Option<TextRange> {
        let mut rest = text[at..].char_indices().peekable();
        for wanted in name.chars() {
            let (n, found) = rest.next()?;
            if wanted == ' ' {
                let gap = &text[at + n..];
                let end = at + n + gap.len() - after_gap(gap)?.len();
                while rest.next_if(|&(next, _)| at + next < end).is_some() {}
            } else if !(found == wanted || self.is_body && same(found, wanted)) {
                return None;
            }
        }
        let end = rest.peek().map_or(text.len(), |&(n, _)| at + n);
        let after = |n: usize| letters::border_after(text, size(&text[..n]));
        let genitive = text[end..].starts_with(['s', 'S']) && after(end + 1);
        (letters::border_before(text, size(&text[..at])) && (genitive || after(end))).then(|| range(at, end))
    }
}

/// What follows the spaces at the start of `text`, or the one line end in them.
fn after_gap(text: &str) -> Option<&str> {
    let spaced = text.trim_start_matches(is_space);
    let next = ["\r\n", "\n", "\r"].iter().find_map(|end| spaced.strip_prefix(end)).unwrap_or(spaced);
    let words = next.trim_start_matches(is_space);
    (words.len() < text.len() && !words.starts_with(['\n', '\r'])).then_some(words)
}

fn same(a: char, b: char) -> bool {
    a == b || a.to_lowercase().eq(b.to_lowercase())
}

/// `new` in the manner of `old`, whose place it takes: in capitals, in small letters, over two lines.
pub fn adapted(old: &str, new: &str) -> String {
    let mut words = if !old.chars().any(char::is_lowercase) {
        new.to_uppercase()
    } else if !old.chars().any(char::is_uppercase) {
        new.to_lowercase()
    } else {
        new.to_owned()
    };
    // A space that does not break stays one, where the names have as many words.
    let gaps = |words: &str| -> Vec<char> { words.chars().filter(|c| is_space(*c)).collect() };
    let own = gaps(old);
    if own.iter().any(|c| *c != ' ') && own.len() == gaps(&words).len() {
        let mut own = own.into_iter();
        words = words.chars().map(|c| if is_space(c) { own.next().unwrap_or(c) } else { c }).collect();
    }
    let end = ["\r\n", "\n", "\r"].iter().find(|end| old.contains(**end));
    if let (Some(end), Some(gap)) = (end, words.rfind(' ')) {
        words.replace_range(gap..=gap, end);
    }
    words
}

/// The last name of `new` in the place of `old`, "Berg" or "A. Berg".
pub fn shortened(old: &str, new: &str) -> String {
    let last = new.rsplit(' ').next().unwrap_or(new);
    match old.split_once('.').zip(new.chars().next()) {
        Some(((_, rest), initial)) => {
            let gap = &rest[..rest.len() - rest.trim_start_matches(is_space).len()];
            format!("{initial}.{gap}{last}")
        }
        None => last.to_owned(),
    }
}
