//! People named in a line: "Borgmester Asta Brink (A), Poul T. Dahl (A) og Rita de la Cour".
//!
//! A name is two to six words with capitals; a title before it is none of it, and a party in brackets after it is told
//! apart. A single word is never a person: too many are something else.

use std::sync::LazyLock;

use serde::Deserialize;

use danish::letters::fold;
use text::{TextRange, TextSize, ends_with, is_space, range};

/// A person named in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Person {
    /// The name.
    pub name: TextRange,
    /// The party letter in brackets after it.
    pub party: Option<TextRange>,
    /// The name with the bracket.
    pub range: TextRange,
}

/// The lists; see `people.toml`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Wording {
    titles: Vec<String>,
    title_ends: Vec<String>,
    particles: Vec<String>,
    not_people: Vec<String>,
    roster_joints: Vec<String>,
    pub(super) acts: Vec<Vec<String>>,
    pub(super) speaks: Vec<String>,
    pub(super) speaks_not: Vec<String>,
    pub(super) speaks_deciding: Vec<String>,
    pub(super) acts_not: Vec<String>,
    pub(super) acts_denied: Vec<String>,
    pub(super) acts_told: Vec<String>,
    pub(super) acts_in_month: Vec<String>,
    pub(super) acts_content: Vec<String>,
    pub(super) acts_at: Vec<String>,
    pub(super) acts_here: Vec<String>,
    pub(super) item_words: Vec<String>,
    pub(super) before_items: Vec<String>,
    pub(super) absent: Vec<String>,
    pub(super) absent_labels: Vec<String>,
    pub(super) whole_meeting: Vec<String>,
    pub(super) in_part: Vec<String>,
    pub(super) absent_partly: Vec<String>,
    pub(super) away_from: Vec<String>,
    pub(super) present_labels: Vec<String>,
    pub(super) there_partly: Vec<String>,
    pub(super) substitutes: Vec<String>,
    pub(super) stand_ins: Vec<String>,
    pub(super) stands_in: Vec<String>,
    pub(super) in_place_partly: Vec<String>,
    pub(super) small_titles: Vec<String>,
    pub(super) chairs: Vec<String>,
    pub(super) chair: Vec<String>,
    pub(super) of_another: Vec<String>,
    pub(super) left: Vec<String>,
    pub(super) left_bare: Vec<String>,
    pub(super) left_what: Vec<String>,
    pub(super) away_shortly: Vec<String>,
    pub(super) away_and_back: Vec<String>,
    pub(super) returns: Vec<String>,
    pub(super) came: Vec<String>,
    pub(super) there_in_part: Vec<String>,
    pub(super) disqualified: Vec<String>,
    pub(super) member_labels: Vec<String>,
    pub(super) attending_labels: Vec<String>,
    pub(super) disqualified_not: Vec<String>,
    pub(super) disqualified_elsewhere: Vec<String>,
    pub(super) disqualified_part: Vec<String>,
    pub(super) disqualified_whole: Vec<String>,
    pub(super) disqualified_in_part: Vec<String>,
    pub(super) instead: Vec<String>,
    meetings: MeetingWords,
}

/// What a head says of those who may vote; all words are in small letters.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MeetingWords {
    /// Words of a meeting to which others come as well.
    pub open_to_others: Vec<String>,
    /// Last words before the number of votes that may be given.
    pub given: Vec<String>,
    /// First words behind a number of votes that were given.
    pub sides: Vec<String>,
    /// Words of a line that tells what was voted.
    pub voted: Vec<String>,
    /// First words behind the number of those who may vote.
    pub entitled: Vec<String>,
    /// What says that they are there.
    pub here: Vec<String>,
    /// What says that one may give more votes than one.
    pub proxies: Vec<String>,
    /// Ends of the names of bodies that vote.
    pub bodies: Vec<String>,
    /// Names by which a body speaks of itself.
    pub own_bodies: Vec<String>,
    /// Words of an assembly.
    pub assemblies: Vec<String>,
    /// Words for those who come to one.
    pub people: Vec<String>,
    /// What says that they came.
    pub came: Vec<String>,
    /// What says that one may give more votes than one.
    pub several: Vec<String>,
}

/// The words of meetings that are part of the program.
pub fn meeting_words() -> &'static MeetingWords {
    &wording().meetings
}

/// The lists that are part of the program.
pub(super) fn wording() -> &'static Wording {
    static WORDING: LazyLock<Wording> = LazyLock::new(|| data::read("people"));
    &WORDING
}

/// Is somebody called by nothing but the office: "Formanden"?
pub fn is_office(name: &str) -> bool {
    let name = fold(name);
    wording().chairs.iter().any(|title| **title == *name)
}

/// A name has no more words than these.
const MOST_WORDS: usize = 6;

/// The people named in `line`, in order.
pub fn people(line: &str) -> Vec<Person> {
    let mut found = Vec::new();
    let mut words: Vec<TextRange> = Vec::new();
    let mut at = 0;
    for token in line.split_inclusive(|c: char| is_space(c) || c == '\n') {
        let word = token.trim_end_matches(|c: char| is_space(c) || c == '\n');
        let bare = word.trim_end_matches([',', ';', ':', '.', ')']);
        let initial = word.ends_with('.')
            && word.chars().count() <= 3
            && word.chars().next().is_some_and(char::is_uppercase);
        let bare = if initial { word } else { bare };
        let (is_part, starts) = (is_name_word(bare), bare.starts_with(char::is_uppercase));
        let place = range(at, at + bare.len());
        let particle = !words.is_empty() && wording().particles.iter().any(|particle| particle == bare);
        if is_part && starts || particle {
            words.push(place);
        } else {
            end(line, &mut words, &mut found);
        }
        if bare.len() != word.len() {
            end(line, &mut words, &mut found);
        }
        at += token.len();
    }
    end(line, &mut words, &mut found);
    found
}

/// Somebody in a list of those who meet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Listed {
    /// What they are called, without title, bracket and office: a name, or the one word that stands there.
    pub name: TextRange,
    /// The party letter in brackets after it.
    pub party: Option<TextRange>,
}

/// Those listed in `line`, a line of those who are there or away without its label: "Karen Holm (A), Jens Bæk og formand Åse Lund". What
/// names no person ("Afdelingen for Teknik og Miljø") is an entry as well.
pub fn listed(line: &str) -> Vec<Listed> {
    let mut found = Vec::new();
    let mut start = 0;
    for end in line.match_indices([',', ';']).map(|(at, _)| at).chain([line.len()]) {
        entries(line, (start, end), &mut found);
        start = end + 1;
    }
    found
}

/// The entries from byte `start` to `end` of `line`, which "og" may part.
fn entries(line: &str, (start, end): (usize, usize), found: &mut Vec<Listed>) {
    let part = &line[start..end];
    let joint = wording().roster_joints.iter().filter_map(|joint| {
        let mut places =
            part.match_indices(&**joint).filter(|&(at, _)| joins(&part[..at], &part[at + joint.len()..]));
        places.next().map(|(at, _)| (at, at + joint.len()))
    });
    match joint.min() {
        Some((before, behind)) => {
            entries(line, (start, start + before), found);
            entries(line, (start + behind, end), found);
        }
        None => found.extend(entry(line, (start, end))),
    }
}

/// Do people stand on either side of an "og": "Jens Bæk (V) og Åse Lund"? In "Teknik og Miljø" none does.
fn joins(before: &str, behind: &str) -> bool {
    let named = people(before);
    let Some(last) = named.last() else { return false };
    let rest = before[last.range.end().into()..].trim_matches(is_space);
    let closed = rest.is_empty() || rest.starts_with('(') && rest.ends_with(')');
    closed
        && (behind.trim_start_matches(is_space).starts_with(char::is_uppercase) || !people(behind).is_empty())
}

fn entry(line: &str, (start, end): (usize, usize)) -> Option<Listed> {
    let words = &line[start..end];
    let bare = words.split('(').next().unwrap_or(words);
    let bare = bare.trim_matches(|c| is_space(c) || c == '\n' || c == '\r').trim_end_matches('.');
    if bare.len() <= 2 {
        return None;
    }
    let at = start + words.find(bare)?;
    let office = |person: &Person| {
        bare[..person.name.start().into()].split(is_space).filter(|word| !word.is_empty()).count()
    };
    // "Formand Anne Berg" is called Anne Berg.
    let person = people(bare).into_iter().next();
    let person = person.filter(|one| usize::from(one.name.end()) == bare.len() && office(one) == 1);
    let name = person.map_or(range(at, at + bare.len()), |one| one.name + TextSize::of(&line[..at]));
    Some(Listed { name, party: party(line, name.end().into()) })
}

/// Letters, hyphens and apostrophes, and the stop of an initial.
fn is_name_word(word: &str) -> bool {
    let letter = |c: char| c.is_alphabetic() || matches!(c, '-' | '\'' | '’' | '´');
    let stem = word.strip_suffix('.').unwrap_or(word);
    !stem.is_empty() && stem.chars().all(letter) && !stem.ends_with('-')
}

fn end(line: &str, words: &mut Vec<TextRange>, found: &mut Vec<Person>) {
    let named = std::mem::take(words);
    let title = |word: &TextRange| is_title(&line[*word]);
    let particle = |word: &TextRange| line[*word].starts_with(char::is_lowercase);
    let from = named.iter().take_while(|word| title(word)).count();
    let to = named.len() - named.iter().rev().take_while(|word| particle(word)).count();
    let Some(name) = named.get(from..to).filter(|name| (2..=MOST_WORDS).contains(&name.len())) else {
        return;
    };
    if name.iter().any(|word| is_nobody(&line[*word])) {
        return;
    }
    let name = name[0].cover(name[name.len() - 1]);
    let party = party(line, name.end().into());
    let range =
        party.map_or(name, |party| name.cover(range(party.start().into(), usize::from(party.end()) + 1)));
    found.push(Person { name, party, range });
}

/// "Borgmester", "Kontaktperson", "Kirkeværgen": does `word` say what somebody is, and belong to no name?
fn is_title(word: &str) -> bool {
    wording().titles.iter().any(|title| title == word) || names_office(word)
}

/// "Kontaktperson", "kirkeværgen": does `word` end as those do that say what somebody is?
pub fn names_office(word: &str) -> bool {
    let word = word.to_lowercase();
    let mut forms = ["", "en", "n", "et"].iter().filter_map(|ending| word.strip_suffix(ending));
    forms.any(|stem| wording().title_ends.iter().any(|end| stem.ends_with(end.as_str())))
}

/// "Kommune", "Byrådet", "Kommunes": a word that makes a name that of no person, in any form.
fn is_nobody(word: &str) -> bool {
    static NOBODY: LazyLock<Vec<String>> =
        LazyLock::new(|| wording().not_people.iter().map(|known| known.to_lowercase()).collect());
    let word = word.to_lowercase();
    let forms =
        ["", "s", "et", "ets", "en", "ens", "n", "ns"].iter().filter_map(|ending| word.strip_suffix(ending));
    forms.into_iter().any(|stem| NOBODY.iter().any(|known| ends_with(stem, known)))
}

/// The letters in the bracket right after byte `end`: "(A)", "(SF)", not "(næstformand)".
fn party(line: &str, end: usize) -> Option<TextRange> {
    let rest = &line[end..];
    let inner = rest.trim_start_matches(is_space).strip_prefix('(')?;
    let len = inner.find(')')?;
    let letters = &inner[..len];
    let short = (1..=4).contains(&letters.chars().count()) && letters.chars().all(char::is_alphabetic);
    let start = line.len() - inner.len();
    (short && letters.starts_with(char::is_uppercase)).then(|| range(start, start + len))
}

/// What all ways to write one person's name share: its first and its last word, in small letters.
pub fn likeness(name: &str) -> String {
    let name = fold(name);
    let mut words = name.split(is_space);
    let first = words.next().unwrap_or_default();
    words.next_back().map_or(first.to_owned(), |last| format!("{first} {last}"))
}

/// Are these two ways to write one person's name: equal, or the one without middle names?
pub fn is_same(one: &str, other: &str) -> bool {
    let (one, other) = (fold(one), fold(other));
    if one == other {
        return true;
    }
    let words = |name: &str| name.split(is_space).map(str::to_owned).collect::<Vec<_>>();
    let (one, other) = (words(&one), words(&other));
    let (short, long) = if one.len() <= other.len() { (one, other) } else { (other, one) };
    let mut rest = long.iter();
    short.first() == long.first()
        && short.last() == long.last()
        && short.len() < long.len()
        && short.iter().all(|word| rest.any(|other| other == word))
}

#[cfg(test)]
mod tests {
    use super::{is_same, listed, people};

    fn named(line: &str) -> Vec<(&str, Option<&str>)> {
        people(line)
            .iter()
            .map(|person| (&line[person.name], person.party.map(|party| &line[party])))
            .collect()
    }

    #[test]
    fn names_parties_and_titles_are_told_apart() {
        assert_eq!(
            named("Borgmester Asta Brink (A), Poul T. Dahl (SF) og Rita de la Cour, formand"),
            [("Asta Brink", Some("A")), ("Poul T. Dahl", Some("SF")), ("Rita de la Cour", None)]
        );
        assert_eq!(named("Herefter stemte Karl-Emil Ås imod."), [("Karl-Emil Ås", None)]);
        assert_eq!(named("Afbud: Finn Post (V)."), [("Finn Post", Some("V"))]);
    }

    #[test]
    fn a_title_that_no_list_has_ends_as_titles_do() {
        for (line, name) in [
            ("Kontaktperson Gerda Munk", "Gerda Munk"),
            ("Kirkeværgen Ole Bak", "Ole Bak"),
            ("Sognepræst Lis Dam Holm", "Lis Dam Holm"),
            ("Skoleleder Per Kock", "Per Kock"),
            ("Bo Kirkeby Bak", "Bo Kirkeby Bak"),
            ("Mester Jakel Lind", "Mester Jakel Lind"),
        ] {
            assert_eq!(named(line), [(name, None)]);
        }
    }

    #[test]
    fn bodies_and_single_words_are_no_people() {
        assert_eq!(
            named(
                "Nørrevang Kommune og Kultur- og Fritidsudvalget mødes i Salen. Dansk Folkeparti stemte. Nørrevang Kommunes plan og Ældre Rådet."
            ),
            []
        );
    }

    #[test]
    fn a_roster_is_read_over_its_og() {
        let names =
            |line: &'static str| -> Vec<&str> { listed(line).iter().map(|one| &line[one.name]).collect() };
        for (line, all) in [
            ("Karen Holm, Jens Bæk og Åse Lund", &["Karen Holm", "Jens Bæk", "Åse Lund"][..]),
            ("Karen Holm (A), Jens Bæk (V) og Åse Lund (F)", &["Karen Holm", "Jens Bæk", "Åse Lund"]),
            ("Karen Holm (formand) samt Åse Lund", &["Karen Holm", "Åse Lund"]),
            ("Ib Post og Åse Lund & Finn Kær", &["Ib Post", "Åse Lund", "Finn Kær"]),
            ("Ole Dam og formand Åse Lund", &["Ole Dam", "Åse Lund"]),
            ("Ole Dam og Gurli", &["Ole Dam", "Gurli"]),
            ("Teknik og Miljø, Ole Dam", &["Teknik og Miljø", "Ole Dam"]),
            ("formand og kasserer Åse Lund", &["formand og kasserer Åse Lund"]),
            ("Åse Lund, formand, Ib Post", &["Åse Lund", "formand", "Ib Post"]),
        ] {
            assert_eq!(names(line), all, "{line}");
        }
        let line = "Ib Post (A) og Åse Lund (SF)";
        let parties: Vec<&str> = listed(line).iter().filter_map(|one| Some(&line[one.party?])).collect();
        assert_eq!(parties, ["A", "SF"]);
    }

    #[test]
    fn middle_names_may_be_left_out() {
        assert!(is_same("Karl Emil Ås", "karl ås") && is_same("Ida Juul", "Ida Juul"));
        assert!(!is_same("Karl Ås", "Karla Ås") && !is_same("Karl Ås", "Karl Åse"));
    }
}
