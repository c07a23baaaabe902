//! What one part of a document, its head or an item, says of names and words. It depends on the text of the part
//! alone and is kept with it, so an edit makes the facts of one part anew and no others.

use super::bodies;
use super::people;
use super::runs::{Run, long_or_large};
use ::facts::people::names_office;
use danish::letters::is_mark;
use minutes::{Head, Item, StatementKind};
use text::{TextRange, range};

/// A word of at least so many letters is remembered: short words are near each other by nature.
const LONG: usize = 10;
/// Longer runs of letters are not words.
pub(super) const LONGEST: usize = 48;

/// The names and long words of a part; ranges are bytes of the part.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Facts {
    pub(super) words: Vec<LongWord>,
    pub(super) bodies: Vec<Mention>,
    pub(super) people: Vec<Mention>,
    pub(super) abbreviations: Vec<TextRange>,
}

/// A word of letters and nothing else.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct LongWord {
    /// Of its small letters.
    pub(super) hash: u64,
    pub(super) start: u32,
    pub(super) len: u32,
}

/// A name where it stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Mention {
    /// Of the name as it is written.
    pub(super) key: u64,
    pub(super) start: u32,
    pub(super) len: u16,
    pub(super) sign: Sign,
}

/// What speaks for a mention being the name that it looks like.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sign {
    /// Nothing but its capitals.
    None,
    /// A body's name only if the document knows it: in "Skole og Ungeudvalget" the school may be another matter.
    Loose,
    /// A party letter follows a person, or the line says who was away.
    Marked,
    /// It stands among the participants, or in the heading of a decision.
    Listed,
}

impl LongWord {
    pub(super) fn range(&self) -> TextRange {
        range(self.start as usize, (self.start + self.len) as usize)
    }
}

impl Mention {
    pub(super) fn range(&self) -> TextRange {
        range(self.start as usize, self.start as usize + usize::from(self.len))
    }
}

/// The places of a part where names stand by office.
#[derive(Debug, Default)]
struct Places {
    /// The lines of the participants, or the headings of decisions.
    listed: Vec<TextRange>,
    /// "Afbud: …" under a decision.
    attendance: Vec<TextRange>,
}

impl Facts {
    /// Abbreviations in capitals: "ØKF".
    pub fn abbreviations(&self) -> &[TextRange] {
        &self.abbreviations
    }

    /// The facts of a head, whose `runs` of letters and digits are known.
    pub fn of_head(text: &str, head: &Head, runs: &[TextRange]) -> Self {
        let mut listed: Vec<TextRange> = head.participants.iter().chain(&head.absent).copied().collect();
        listed.extend(head.committee);
        Self::new(text, runs, &Places { listed, attendance: Vec::new() })
    }

    /// The facts of an item, whose `runs` of letters and digits are known.
    pub fn of_item(text: &str, item: &Item, runs: &[TextRange]) -> Self {
        let mut places = Places::default();
        for (section, decision) in item.decisions() {
            places.listed.push(section.heading);
            let attendance = decision.statements.iter().filter(|s| s.kind == StatementKind::Attendance);
            places.attendance.extend(attendance.map(|statement| statement.range));
        }
        Self::new(text, runs, &places)
    }

    fn new(text: &str, runs: &[TextRange], places: &Places) -> Self {
        let mut facts = Self::default();
        let mut named_to = 0;
        long_or_large(text, runs, |run| {
            if run.capital && run.start >= named_to {
                named_to = facts.name(text, &run, places);
            }
            if run.end - run.start >= LONG {
                facts.words.extend(long_word(text, &run));
            }
            if bodies::ends_a_name(&text.as_bytes()[run.start..run.end]) {
                for name in bodies::names_before(text, run.start, run.end) {
                    let sign = if name.loose { Sign::Loose } else { places.sign(name.range, false) };
                    facts.bodies.extend(mention(text, name.range, sign));
                }
            }
        });
        facts.words.shrink_to_fit();
        facts
    }

    /// Reads what the capital of `run` begins, a person's name or an abbreviation; gives where that ends.
    fn name(&mut self, text: &str, run: &Run, places: &Places) -> usize {
        if goes_on(text.as_bytes(), run.end)
            && let Some(name) = people::name_at(text, run.start)
        {
            let name = without_title(text, name);
            let sign = places.sign(name.range(), name.marked);
            self.people.extend(mention(text, name.range(), sign));
            return name.end;
        }
        if run.is_abbreviation(text) {
            self.abbreviations.push(range(run.start, run.end));
        }
        run.end
    }
}

/// "Kirkeværge Torben Østergaard", "kirkeværge Torben Østergaard": the name of somebody of whom it is said what he is.
fn without_title(text: &str, name: people::Name) -> people::Name {
    let words = &text[name.range()];
    let (first, rest) = words.split_once(' ').unwrap_or((words, ""));
    if name.marked {
        return name;
    }
    if rest.contains(' ') && names_office(first) {
        return people::Name { start: name.end - rest.len(), marked: true, ..name };
    }
    let before = text[..name.start].strip_suffix(' ').unwrap_or_default();
    let word = &before[before.trim_end_matches(char::is_alphabetic).len()..];
    people::Name { marked: word.starts_with(char::is_lowercase) && names_office(word), ..name }
}

/// May a name go on after the word that ends at `end`: with a capital after one space, a stop, or a hyphen?
fn goes_on(bytes: &[u8], end: usize) -> bool {
    let capital = |at: usize| bytes.get(at).is_some_and(|&byte| byte.is_ascii_uppercase() || byte == 0xc3);
    match bytes.get(end) {
        Some(b' ') => capital(end + 1),
        Some(b'.' | b'-' | b'\'' | 0xc2 | 0xe2) => true,
        _ => false,
    }
}

impl Places {
    fn sign(&self, name: TextRange, marked: bool) -> Sign {
        let within = |places: &[TextRange]| places.iter().any(|place| place.contains_range(name));
        if within(&self.listed) {
            Sign::Listed
        } else if marked || within(&self.attendance) {
            Sign::Marked
        } else {
            Sign::None
        }
    }
}

fn mention(text: &str, name: TextRange, sign: Sign) -> Option<Mention> {
    let len = u16::try_from(u32::from(name.len())).ok()?;
    Some(Mention { key: hash(text[name].as_bytes()), start: name.start().into(), len, sign })
}

fn long_word(text: &str, run: &Run) -> Option<LongWord> {
    let mut letters = [0; LONGEST];
    let letters = small_letters(&text.as_bytes()[run.start..run.end], &mut letters)?;
    (letters.len() >= LONG && run.is_clean(text)).then(|| LongWord {
        hash: hash(letters),
        start: run.start as u32,
        len: (run.end - run.start) as u32,
    })
}

/// The letters of a run in Latin-1, small; `None` for letters that Latin-1 has not, and for very long words.
pub(super) fn small_letters<'b>(run: &[u8], letters: &'b mut [u8; LONGEST]) -> Option<&'b [u8]> {
    if run.is_ascii() && run.len() <= LONGEST {
        let small = &mut letters[..run.len()];
        small.copy_from_slice(run);
        small.make_ascii_lowercase();
        return Some(small);
    }
    let mut count = 0;
    let mut at = 0;
    while at < run.len() {
        let letter = match run[at..] {
            [byte, ..] if byte.is_ascii() => byte.to_ascii_lowercase(),
            // "×" and "÷" are no letters.
            [0xc3, 0x97 | 0xb7, ..] => return None,
            [0xc3, second @ 0x80..=0x9e, ..] => second + 0x60,
            [0xc3, second, ..] => second + 0x40,
            // An å in two parts, as some systems export it.
            [0xcc, 0x8a, ..] if count > 0 && letters[count - 1] == b'a' => {
                count -= 1;
                0xe5
            }
            _ => return None,
        };
        *letters.get_mut(count)? = letter;
        count += 1;
        at += if run[at].is_ascii() { 1 } else { 2 };
    }
    Some(&letters[..count])
}

impl Run {
    /// Two to six capitals, alone: "ØKF", "STAR".
    fn is_abbreviation(&self, text: &str) -> bool {
        let word = &text[self.start..self.end];
        // The second letter tells most names and first words apart.
        !word.as_bytes().get(1).is_some_and(u8::is_ascii_lowercase)
            && word.len() <= 12
            && (2..=6).contains(&word.chars().count())
            && word.chars().all(char::is_uppercase)
            && self.is_clean(text)
    }

    /// Do no digits and other signs of a code stand beside it?
    fn is_clean(&self, text: &str) -> bool {
        let sticks = |c: char| c.is_alphanumeric() || is_mark(c) || matches!(c, '_' | '@' | '/' | '\\' | '&');
        !text[..self.start].ends_with(sticks) && !text[self.end..].starts_with(sticks)
    }
}

/// A hash that is the same in every run.
fn hash(bytes: &[u8]) -> u64 {
    use std::hash::Hasher;
    let mut hasher = rustc_hash::FxHasher::default();
    hasher.write(bytes);
    hasher.finish()
}
