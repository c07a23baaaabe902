//! What was taken out of closed matter and stands once more in the open: a sentence, the name of a file, of a person.

use super::particulars::{hosts, is_address, particulars, proper_names, slug};
use super::sound::Sounds;
use super::spelt::{holds, holds_in_any_case, is_named_beside, over_line_end};
use super::sums::sums;
use super::{Kind, Withheld};
use crate::confidential::closed::{is_file, is_place, is_private, is_usual, n_telling};
use crate::confidential::closure::{Line, Reach, letters};
use crate::danish::sentences::sentences;
use crate::document::Document;
use crate::facts::quantity::Quantity;
use crate::lint::people_in;
use crate::syntax::{Class, Label};
use crate::text::{TextRange, is_space};

/// What stands again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Again {
    /// Nothing but it on its line, which goes too.
    Line(TextRange),
    /// It is part of what else is said there.
    Within(TextRange),
    /// A name alone.
    Name(TextRange),
    /// A sum, an address, a number, a link.
    Figure(TextRange),
}

/// Fewer words that tell something make no sentence that is known again.
const TELLING: usize = 3;
/// A shorter name is too little to know it by, in letters.
const SHORTEST: usize = 4;

/// A name that more open lines hold is no secret.
const WELL_KNOWN: usize = 3;
/// A sum that is lower may be any, in kroner.
const LOWEST: i64 = 10_000;
/// And so may one in whole hundreds.
const ROUND: i64 = 100;
/// A line at the head that says more than the body, the place and the day has more words.
const HEAD_WORDS: usize = 6;

/// What was taken out, as it is known again.
pub(super) struct Gone {
    /// As letters and digits.
    sentences: Vec<String>,
    /// Names, and addresses, firms and figures.
    pub(super) names: Vec<String>,
    /// Names of people with their first names.
    pub(super) people: Vec<String>,
    /// Values of [`Quantity`].
    sums: Vec<i64>,
    sounds: Sounds,
    /// Notes to closed matter that stand elsewhere.
    notes: Vec<Again>,
}

impl Gone {
    /// What of it stands once more in the `lines`, outside of `reach` and of what is `withheld`.
    pub(super) fn again(
        &self,
        lines: &[Line<'_>],
        reach: &Reach,
        withheld: &[Withheld],
        left: &dyn Fn(TextRange) -> String,
    ) -> Vec<Again> {
        let has_none = self.sentences.is_empty() && self.names.is_empty() && self.sums.is_empty();
        if has_none {
            return self.notes.clone();
        }
        let open: Vec<&Line<'_>> = open_lines(lines, reach, withheld).collect();
        let mut found: Vec<Again> =
            open.iter().filter_map(|line| self.found_in(line, &left(line.place()))).collect();
        let joined = |pair: &&[&Line<'_>]| pair[0].range().end() == pair[1].start;
        let parted = open.windows(2).filter(joined).filter_map(|pair| self.found_between(pair[0], pair[1]));
        found.extend(parted);
        found.extend(self.notes.iter().copied());
        found
    }

    pub(super) fn of(document: &Document, lines: &[Line<'_>], reach: &Reach, withheld: &[Withheld]) -> Self {
        let text = document.text();
        let taken = withheld.iter().filter(|one| one.kind.is_of_closed()).map(|one| &text[one.edit.range()]);
        let taken: Vec<&str> = taken.flat_map(str::lines).map(|line| line.trim_matches(is_space)).collect();
        let said = taken.iter().flat_map(|line| sentences(line).map(|sentence| &line[sentence]));
        let told = said.chain(taken.iter().copied()).filter(|words| is_telling(words));
        let mut sentences: Vec<String> = told.map(|words| letters(without_mark(words))).collect();
        sentences.sort();
        sentences.dedup();
        let titles =
            withheld.iter().filter(|one| one.kind == Kind::ClosedTitle).map(|one| &text[one.edit.range()]);
        let named: Vec<&str> = taken.iter().copied().chain(titles).collect();
        let took_part = took_part(document, lines);
        let members = members(text);
        let (mut names, people) = names(&members, &took_part, &named);
        // "Skovby Taxa": the town whose council meets is no secret.
        names.retain(|name| !is_of_body(document, name));
        let head = head(document);
        let particulars = named
            .iter()
            .flat_map(|line| particulars(line))
            // Where the meeting was is no secret.
            .filter(|one| !is_address(one) || !holds(head, one));
        names.extend(particulars.map(str::to_owned));
        let is_own = |host: &str| {
            document.context().names.domains.iter().any(|own| own.contains(host))
                || slug(head).contains(&slug(host.split('.').next().unwrap_or(host)))
        };
        let hosts = named.iter().flat_map(|line| hosts(line)).filter(|host| !is_own(host));
        names.extend(hosts.map(str::to_owned));
        let open: Vec<&str> = open_lines(lines, reach, withheld).map(|line| line.words).collect();
        let is_public = |name: &str| {
            holds(&took_part, name)
                || members.iter().any(|member| holds(member, name))
                || is_of_body(document, name)
                || open.iter().filter(|line| holds(line, name)).count() >= WELL_KNOWN
        };
        let proper = named.iter().flat_map(|line| proper_names(line)).filter(|name| !is_public(name));
        names.extend(proper.map(str::to_owned));
        names.sort();
        names.dedup();
        let is_own = |sum: &i64| *sum >= LOWEST * Quantity::ONE || sum % (ROUND * Quantity::ONE) != 0;
        let sums = named.iter().flat_map(|line| sums(line)).filter(is_own).collect();
        let sounds = Sounds::of(&names);
        let notes = notes(document, lines, reach, withheld);
        Self { sentences, names, people, sums, sounds, notes }
    }

    /// What of it stands on `line`, of which the words `left` stay.
    fn found_in(&self, line: &Line<'_>, left: &str) -> Option<Again> {
        let words = letters(left);
        if let Some(sentence) = self
            .sentences
            .iter()
            .filter(|sentence| words.contains(sentence.as_str()))
            .max_by_key(|one| one.len())
        {
            // "Pkt. 2: " may stand before it.
            let alone = words.chars().count() <= sentence.chars().count() + 10;
            return Some(if alone {
                Again::Line(TextRange::at(line.start, line.block.words().end()))
            } else {
                Again::Within(line.place())
            });
        }
        let repeats_sum = || !self.sums.is_empty() && sums(left).iter().any(|sum| self.sums.contains(sum));
        let has_link = left.contains("://") || left.contains("](") || left.contains('@');
        // Two items may be about one case.
        let is_number = line.block.class == Class::CaseNumber;
        let named = self.names.iter().find(|name| !is_number && holds_in_any_case(left, name));
        if let Some(name) = named {
            return Some(again(name, line));
        }
        if !is_number && self.sounds.are_heard_on(left) {
            return Some(Again::Name(line.place()));
        }
        (has_link && is_named_beside(&self.names, left) || repeats_sum()).then(|| Again::Figure(line.place()))
    }

    /// Does a name stand over the end of `line`, and neither on it nor on the `next`?
    fn found_between(&self, line: &Line<'_>, next: &Line<'_>) -> Option<Again> {
        let joined = over_line_end(line, next)?;
        let is_alone = |name: &&String| {
            holds_in_any_case(&joined, name)
                && !holds_in_any_case(line.words, name)
                && !holds_in_any_case(next.words, name)
        };
        self.names.iter().find(is_alone).map(|name| again(name, line))
    }
}

/// "¹ Overlæge Krogh deltog ikke.": the open lines that begin with the raised digit of a note to closed matter. One that an open
/// line bears as well may be its note.
fn notes(document: &Document, lines: &[Line<'_>], reach: &Reach, withheld: &[Withheld]) -> Vec<Again> {
    let text = document.text();
    let is_raised = |c: &char| matches!(c, '¹' | '²' | '³' | '⁰' | '⁴'..='⁹');
    let own = |line: &Line<'_>| text[line.range()].trim_start().chars().next().filter(is_raised);
    let closed = |line: &&Line<'_>| {
        let is_taken =
            |one: &Withheld| one.kind.is_of_closed() && one.edit.range().contains(line.place().start());
        reach.places.iter().any(|place| place.start == line.start) || withheld.iter().any(is_taken)
    };
    let open = || open_lines(lines, reach, withheld);
    if !open().any(|line| own(line).is_some()) {
        return Vec::new();
    }
    let borne: String = lines.iter().filter(closed).map(|line| line.words).collect();
    let note = |line: &Line<'_>| {
        let mark = own(line).filter(|mark| borne.contains(*mark))?;
        let is_shared = open().any(|other| own(other).is_none() && other.words.contains(mark));
        Some(match is_shared {
            true => Again::Within(line.place()),
            false => Again::Line(TextRange::at(line.start, line.block.words().end())),
        })
    };
    open().filter_map(note).collect()
}

/// What `name`, which stands on `line`, is.
fn again(name: &str, line: &Line<'_>) -> Again {
    let is_figure = name.contains(|c: char| c.is_ascii_digit() || matches!(c, '@' | '.'));
    if is_figure { Again::Figure(line.place()) } else { Again::Name(line.place()) }
}

/// Those of `lines` that stay in a copy as they are.
fn open_lines<'l, 'd>(
    lines: &'l [Line<'d>],
    reach: &'l Reach,
    withheld: &'l [Withheld],
) -> impl Iterator<Item = &'l Line<'d>> {
    let is_gone = |place: TextRange| {
        let mut edits = withheld.iter().map(|gone| gone.edit.range());
        edits.any(|gone| gone.start() <= place.start() && place.end() <= gone.end())
    };
    let heads_closed = |line: &Line<'_>| reach.places.iter().any(|place| place.start == line.start);
    lines.iter().filter(move |line| !line.words.is_empty() && !is_gone(line.place()) && !heads_closed(line))
}

/// Does `name` stand in a short line at the head, with the body, the place and the day?
fn is_of_body(document: &Document, name: &str) -> bool {
    head(document).lines().any(|line| {
        // "ERHVERVSUDVALGET I HALSBY KOMMUNE"
        let says =
            || holds(line, name) || !line.contains(char::is_lowercase) && holds_in_any_case(line, name);
        line.split(is_space).filter(|word| !word.is_empty()).count() <= HEAD_WORDS && says()
    })
}

/// Does `words` tell something by which it is known again?
fn is_telling(words: &str) -> bool {
    let n = n_telling(words);
    is_file(words) || !is_usual(words) && (n > TELLING || n == TELLING && is_private(words))
}

/// A point of a list without its mark.
fn without_mark(words: &str) -> &str {
    words.trim_start_matches(|c: char| !c.is_alphabetic())
}

/// Last names and whole names of people in what was `taken`, but for those who took part.
fn names(members: &[&str], took_part: &str, taken: &[&str]) -> (Vec<String>, Vec<String>) {
    let (mut names, mut full): (Vec<String>, Vec<String>) = (Vec::new(), Vec::new());
    for line in taken {
        for name in people_in(line) {
            let last = line[name].rsplit(is_space).next().unwrap_or_default();
            let is_member = holds(took_part, last) || members.iter().any(|member| *member == &line[name]);
            if !is_member
                && !is_place(&line[name])
                && last.chars().count() >= SHORTEST
                && !names.iter().any(|known| known == last)
            {
                let parts = line[name].split(is_space).filter(|part| part.chars().count() >= SHORTEST);
                names.extend(parts.filter(|part| !holds(took_part, part)).map(str::to_owned));
                full.push(line[name].to_owned());
            }
        }
    }
    (names, full)
}

/// What stands before the first item: it says where and for whom the meeting was.
fn head(document: &Document) -> &str {
    let first = document.minutes().items().next();
    &document.text()[..first.map_or(0, |placed| usize::from(placed.start))]
}

/// The lines that say who took part: at the head, under items, at the end.
fn took_part(document: &Document, lines: &[Line<'_>]) -> String {
    let head = document.minutes().head();
    let named = head.participants.iter().chain(&head.absent).map(|place| &document.text()[*place]);
    let named = named.filter(|line| is_list_of_names(line));
    let labelled = lines.iter().filter(|line| {
        matches!(line.block.class, Class::Label(Label::Absent | Label::Participants | Label::Officer))
    });
    named.chain(labelled.map(|line| line.words)).collect::<Vec<_>>().join("\n")
}

/// Names with the letter of a party behind them, anywhere in `text`.
fn members(text: &str) -> Vec<&str> {
    let has_letter = |name: &TextRange| {
        let behind =
            text[usize::from(name.end())..].strip_prefix(" (").and_then(|rest| rest.split(')').next());
        behind.is_some_and(|letter| letter.chars().count() <= 2 && letter.chars().all(char::is_alphabetic))
    };
    people_in(text).filter(has_letter).map(|name| &text[name]).collect()
}

/// "Lise Munk (A), Per Dahl (V)"; not a sentence that stands below the list.
fn is_list_of_names(line: &str) -> bool {
    let words = || line.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty());
    words().filter(|word| word.starts_with(char::is_uppercase)).count() * 2 > words().count()
}
