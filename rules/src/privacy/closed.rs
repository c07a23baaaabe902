//! What the lines under an item that was treated behind closed doors tell of the case.
//!
//! Of a closed item the title is published, and the decision as far as confidentiality allows. So a decision in usual
//! words is as it should be, and so is a line that says that nothing is said.

use std::sync::LazyLock;

use aho_corasick::AhoCorasick;
use rustc_hash::FxHashSet;
use serde::Deserialize;

use crate::danish::letters::small;
use crate::danish::sentences::sentences;
use crate::data;
use crate::lint::people_in;
use crate::syntax::{Class, Label};
use crate::text::is_space;

/// `data/closed_items.toml`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Words {
    silent: Vec<String>,
    released: Vec<String>,
    attending: Vec<String>,
    absent: Vec<String>,
    voting: Vec<String>,
    formula: FxHashSet<String>,
    people: Vec<String>,
    places: Vec<String>,
    money: FxHashSet<String>,
}

static WORDS: LazyLock<Words> = LazyLock::new(|| data::read("closed_items"));

/// What a closed item tells, from harmless to worst.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Reveals {
    /// Nothing of the case.
    Nothing,
    /// Words that are no usual decision.
    Words,
    /// A person or an amount.
    Private,
    /// A section, or attachments.
    Section,
}

/// Is `title` that of an item about the meeting itself, which holds no case even in the closed part of it?
pub(crate) fn is_formal(title: &str) -> bool {
    let title = title.to_lowercase();
    ["godkendelse af", "underskrift", "digital underskrift", "elektronisk underskrift", "dagsorden"]
        .iter()
        .any(|formal| title.starts_with(formal))
}

/// May `line`, which stands under the heading of a closed item or under that of its decision, be published? A person may
/// be named as one who was away or voted, and in no other way.
pub(crate) fn may_be_published(line: &str) -> bool {
    let lower = small(line);
    let of_the_meeting = WORDS.attending.iter().chain(&WORDS.voting).chain(&WORDS.absent);
    let is_of_the_meeting = of_the_meeting.into_iter().any(|words| lower.contains(words.as_str()));
    of_line(line) == Reveals::Nothing && (is_of_the_meeting || !is_private(line))
}

/// Does `line`, in small letters, tell who was there and who was not?
pub(super) fn tells_who_took_part(line: &str) -> bool {
    WORDS.attending.iter().any(|words| line.contains(words.as_str()))
        || WORDS.absent.iter().any(|words| line.starts_with(words.as_str()))
}

/// Does `words` say whom or how much the case is about?
pub(crate) fn is_private(words: &str) -> bool {
    names_person(words) || names_amount(words)
}

/// What a line that stands under no heading, or under that of the decision, shows.
pub(crate) fn of_line(line: &str) -> Reveals {
    if withholds(line) {
        return Reveals::Nothing;
    }
    sentences(line).map(|sentence| of_sentence(&line[sentence])).max().unwrap_or(Reveals::Nothing)
}

fn of_sentence(sentence: &str) -> Reveals {
    let lower = sentence.to_lowercase();
    // Who voted how is published with the decision.
    if WORDS.voting.iter().any(|words| lower.contains(words.as_str())) || is_formula(sentence) {
        Reveals::Nothing
    } else if names_person(sentence) || names_amount(sentence) {
        Reveals::Private
    } else {
        Reveals::Words
    }
}

/// "Hanne Toft", "en borger"; not "Nørrelund Kommune", "Store Strandvej".
fn names_person(sentence: &str) -> bool {
    let lower = sentence.to_lowercase();
    let words: Vec<&str> =
        lower.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let spaced = format!(" {} ", words.join(" "));
    let is_place = |name: &str| WORDS.places.iter().any(|end| name.to_lowercase().ends_with(end.as_str()));
    WORDS.people.iter().any(|person| spaced.contains(&format!(" {person} ")))
        // Members of the council carry the letter of their list.
        || people_in(sentence).any(|name| !is_place(&sentence[name]) && !sentence[usize::from(name.end())..].starts_with(" ("))
}

/// "52.000 kr.", "2 mio.".
fn names_amount(sentence: &str) -> bool {
    let words: Vec<&str> = sentence.split(|c: char| is_space(c) || c == '(').collect();
    words.windows(2).any(|pair| {
        let number = pair[0].starts_with(|c: char| c.is_ascii_digit());
        let unit = pair[1].trim_matches(|c: char| !c.is_alphabetic()).to_lowercase();
        number && WORDS.money.contains(&unit)
    })
}

/// After the last item the signatures follow, which belong to no item.
pub(crate) fn ends_meeting(class: Class, line: &str) -> bool {
    let end = matches!(class, Class::Furniture | Class::Label(Label::EndTime));
    end && ["Underskrift", "Møde"].iter().any(|word| line.starts_with(word))
        || ["Mødet slut", "Mødet hævet", "Mødet blev hævet", "Mødet sluttede"]
            .iter()
            .any(|word| line.starts_with(word))
}

/// The silent parts of lines.
static SILENT: LazyLock<AhoCorasick> = LazyLock::new(|| {
    AhoCorasick::new(WORDS.silent.iter().chain(&WORDS.attending))
        .expect("a few dozen short words make an automaton")
});

/// In bytes: a longer line may hold the silent words and say something as well.
const LONGEST_SILENCE: usize = 200;

/// "Beslutning ikke frigivet", "Ingen.", "Ikke tilstede: Ida Holm": says nothing of the case.
pub(crate) fn withholds(line: &str) -> bool {
    let start = line[..line.floor_char_boundary(40)].to_lowercase();
    if WORDS.absent.iter().any(|word| start.starts_with(word.as_str())) {
        return true;
    }
    if line.len() >= LONGEST_SILENCE {
        return false;
    }
    let lower = small(line);
    let bare = lower.trim_end_matches('.');
    WORDS.released.iter().any(|heading| bare.trim_end_matches(':') == heading)
        || SILENT.is_match(&lower)
        || lower.len() < 40 && lower.starts_with("ingen")
        || matches!(bare, "lukket" | "-" | "intet" | "")
}

/// "Byrådet godkendte Økonomiudvalgets indstilling.", "1.-3. Anbefales.": only words that any decision may have.
fn is_formula(line: &str) -> bool {
    let is_set = |word: &str| {
        let lower = word.to_lowercase();
        let bare = lower.trim_matches('-');
        let body =
            ["udvalg", "udvalget", "udvalgets", "rådet", "rådets"].iter().any(|end| bare.ends_with(end));
        // "Klima-, Teknik- og Miljøudvalgets": the first parts of a body's name.
        let part = word.ends_with('-') && word.starts_with(char::is_uppercase);
        let number = bare.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-');
        body || part || number || bare.chars().count() == 1 || WORDS.formula.contains(bare)
    };
    let words = line.split(|c: char| !c.is_alphanumeric() && c != '-');
    line.len() < 250 && words.filter(|word| !word.trim_matches('-').is_empty()).all(is_set)
}
