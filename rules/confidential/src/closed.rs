//! What the lines under an item that was treated behind closed doors tell of the case.
//!
//! Of a closed item the title is published, and the decision as far as confidentiality allows. So a decision in usual
//! words is as it should be, and so is a line that says that nothing is said.

use std::sync::LazyLock;

use aho_corasick::AhoCorasick;

use danish::letters::small;
use danish::lexicon::readings;
use danish::sentences::sentences;
use data::closed::{Items, closed};
use facts::amounts::has_sum;
use lint::people_in;
use privacy::streets::is_only_street;
use references::outcome::decided;
use syntax::{Class, Label};
use text::needles::Needles;
use text::{TextRange, is_space};

pub(crate) static WORDS: LazyLock<&Items> = LazyLock::new(|| &closed().items);

/// What a closed item tells, from harmless to worst.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Reveals {
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
pub fn is_formal(title: &str) -> bool {
    let title = title.to_lowercase();
    FORMAL.iter().any(|formal| title.starts_with(formal))
}

/// How titles begin of items about the meeting itself.
const FORMAL: &[&str] = &[
    "godkendelse af dagsorden",
    "godkendelse af den lukkede dagsorden",
    "godkendelse af lukket dagsorden",
    "godkendelse af referat",
    "godkendelse af protokol",
    "godkendelse af beslutningsprotokol",
    "godkendelse af lukket referat",
    "underskrift",
    "digital underskrift",
    "elektronisk underskrift",
    "dagsorden",
];

/// Is `title` that of an item which follows the closed ones and is open nearly everywhere: "Eventuelt"?
pub fn is_reopening(title: &str) -> bool {
    let lower = small(title);
    let bare = lower.trim_matches(|c: char| !c.is_alphanumeric());
    WORDS.reopening.iter().any(|own| own == bare)
}

/// Does `line` begin as those do that end minutes and tell of no case: "Referent: Lis Olesen", "Næste møde er den 3. marts"?
pub fn is_tail(line: &str) -> bool {
    let lower = small(line);
    WORDS.tails.iter().any(|tail| lower.starts_with(tail.as_str()))
}

/// Does `line` tell of a duty that somebody has: "Formanden har tavshedspligt."?
pub fn tells_of_duty(line: &str) -> bool {
    let lower = small(line);
    WORDS.duties.iter().any(|duty| lower.contains(duty.as_str()))
}

/// Is `line` one that stands under the end of a meeting: a name, a role, a day, or a place to sign?
pub fn is_signature(line: &str) -> bool {
    const LONGEST: usize = 90;
    let words = line.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let is_own = |word: &str| {
        word.chars().all(|c| c.is_ascii_digit())
            || word.starts_with(char::is_uppercase)
            || WORDS.signing.contains(&*small(word))
    };
    line.len() <= LONGEST && words.into_iter().all(is_own)
}

/// Is all that `sentence` says in the words that any decision may have?
pub fn is_usual(sentence: &str) -> bool {
    is_formula(sentence)
}

/// How many of the words of `sentence` are none that any decision may have.
pub fn n_telling(sentence: &str) -> usize {
    let words = sentence.split(|c: char| !c.is_alphanumeric()).filter(|word| word.chars().count() > 1);
    words.filter(|word| !WORDS.formula.contains(&*small(word))).count()
}

/// May `line`, which stands under the heading of a closed item or under that of its decision, be published? A person may
/// be named as one who was away or voted, and in no other way, and no reason may be given.
pub fn may_be_published(line: &str) -> bool {
    withholds(line) && !is_private(line) && tells_only_names(line) && !names_party(line)
        || sentences(line).all(|sentence| {
            let sentence = &line[sentence];
            is_formula(sentence)
                || tells_only_names(sentence) && is_of_the_meeting(sentence) && !names_party(sentence)
        })
}

/// "Borgeren NN deltog ikke.", "Ansøger var ikke til stede.": a word for those whose case it is.
fn names_party(sentence: &str) -> bool {
    let lower = small(sentence);
    let spaced = lower.split(|c: char| !c.is_alphanumeric()).collect::<Vec<_>>().join(" ");
    let spaced = format!(" {spaced} ");
    WORDS.people.iter().chain(&WORDS.bare_people).any(|person| spaced.contains(&format!(" {person} ")))
}

fn is_of_the_meeting(sentence: &str) -> bool {
    static OF_MEETING: LazyLock<Needles> =
        LazyLock::new(|| Needles::new(WORDS.attending.iter().chain(&WORDS.voting).chain(&WORDS.absent)));
    OF_MEETING.are_in(&small(sentence))
}

/// Does `words` tell who took part or voted how, in names and the words that belong to that?
pub fn tells_only_names(words: &str) -> bool {
    let is_own = |word: &str| {
        let small = small(word);
        let counted = word.len() <= 2 && word.bytes().all(|byte| byte.is_ascii_digit());
        counted
            || word.starts_with(char::is_uppercase)
            || WORDS.formula.contains(&*small)
            || WORDS.dissent.contains(&*small)
    };
    let mut parts = words
        .split(|c: char| !c.is_alphanumeric() && c != '-')
        .filter(|word| !word.trim_matches('-').is_empty());
    parts.all(is_own) && !names_object(words)
}

/// "stemte for Ruth Bagger", "om Ruth Bagger": a name that is none of a voter.
fn names_object(words: &str) -> bool {
    // "til NN", "til K.L.", "til Toft": of whoever gets something no more need be known.
    let own: Vec<&str> = words.split(is_space).filter(|word| !word.is_empty()).collect();
    let is_given = |pair: &[&str]| {
        WORDS.before_given.contains(&*small(pair[0])) && {
            let name = pair[1].trim_matches(|c: char| !c.is_alphanumeric());
            let lower = small(name);
            name.starts_with(char::is_uppercase)
                && !WORDS.formula.contains(&*lower)
                && !WORDS.body_ends.iter().any(|end| lower.ends_with(end.as_str()))
                && !is_place(name)
        }
    };
    if own.windows(2).any(is_given) {
        return true;
    }
    people_in(words).any(|name| {
        let before = words[..usize::from(name.start())].trim_end();
        let last = before.rsplit(is_space).next().unwrap_or_default();
        ["for", "om", "mod", "imod", "af", "til", "over"].contains(&&*small(last))
    })
}

/// Does `line`, in small letters, tell who was there and who was not?
pub(super) fn tells_who_took_part(line: &str) -> bool {
    WORDS.attending.iter().any(|words| line.contains(words.as_str()))
        || WORDS.absent.iter().any(|words| line.starts_with(words.as_str()))
}

/// Does `words` say whom or how much the case is about?
pub fn is_private(words: &str) -> bool {
    names_person(words) || names_amount(words)
}

/// "ApS", "aps".
pub fn is_firm_in_any_case(word: &str) -> bool {
    WORDS.firms.iter().any(|form| form.to_lowercase() == word.to_lowercase())
}

/// What a line that stands under no heading, or under that of the decision, shows.
pub fn of_line(line: &str) -> Reveals {
    if withholds(line) {
        return Reveals::Nothing;
    }
    sentences(line).map(|sentence| of_sentence(&line[sentence])).max().unwrap_or(Reveals::Nothing)
}

fn of_sentence(sentence: &str) -> Reveals {
    let lower = sentence.to_lowercase();
    // Who voted how is published with the decision.
    if WORDS.voting.iter().any(|words| lower.contains(words.as_str()))
        || is_formula(sentence)
        || says_only_outcome(sentence)
    {
        Reveals::Nothing
    } else if names_person(sentence) || names_amount(sentence) {
        Reveals::Private
    } else {
        Reveals::Words
    }
}

/// "Tiltrådt som indstillet.", "Sagen bordlægges.": the words of an outcome, and beside them only what any decision may have.
fn says_only_outcome(sentence: &str) -> bool {
    let mut rest = sentence.to_owned();
    let said = decided(sentence);
    for (_, place) in said.iter().rev() {
        let place = usize::from(place.start())..usize::from(place.end());
        if rest.get(place.clone()).is_some() {
            rest.replace_range(place, " ");
        }
    }
    !said.is_empty() && is_formula(&rest)
}

/// "Hanne Toft", "en borger"; not "Nørrelund Kommune", "Store Strandvej".
fn names_person(sentence: &str) -> bool {
    let lower = sentence.to_lowercase();
    let words: Vec<&str> =
        lower.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let spaced = format!(" {} ", words.join(" "));
    WORDS.people.iter().any(|person| spaced.contains(&format!(" {person} ")))
        || others_in(sentence).next().is_some()
}

/// The people named in `words`, but for members of a council, who carry the letter of their list.
pub(crate) fn others_in(words: &str) -> impl Iterator<Item = TextRange> {
    people_in(words)
        .filter(|name| !is_place(&words[*name]) && !words[usize::from(name.end())..].starts_with(" ("))
}

/// "Nørrelund Kommune", "Store Strandvej": a name that is no person's; "Ruth Agerskov" is one.
pub fn is_place(name: &str) -> bool {
    let lower = name.to_lowercase();
    if let Some((first, last)) = name.split_once(is_space)
        && may_be_family(last)
        && readings(&small(first)).is_none()
    {
        return false;
    }
    is_only_street(name) || WORDS.places.iter().any(|end| lower.ends_with(end.as_str()))
}

/// "Ulvedal", "Brændholm": may a word of two parts be the name of a family?
pub fn may_be_family(word: &str) -> bool {
    const LONGEST: usize = 12;
    let lower = small(word);
    lower.chars().count() <= LONGEST && WORDS.family_ends.iter().any(|end| lower.ends_with(end.as_str()))
}

/// Does a name follow `noun`: "ejendommen", "firmaet"?
pub fn is_before_name(noun: &str) -> bool {
    WORDS.before_names.contains(&*small(noun))
}

/// Is `host` one that gives anybody an address: "gmail.com"?
pub fn is_common_host(host: &str) -> bool {
    WORDS.common_hosts.iter().any(|common| common == &*small(host))
}

/// Is `words` the name of a file?
pub fn is_file(words: &str) -> bool {
    const LONGEST: usize = 160;
    let lower = small(words);
    words.len() <= LONGEST && WORDS.file_ends.iter().any(|end| lower.ends_with(end.as_str()))
}

/// "ApS", "A/S": the form of a firm, which stands behind its name.
pub fn is_firm(word: &str) -> bool {
    WORDS.firms.iter().any(|form| form == word)
}

/// "52.000 kr.", "2 mio.".
fn names_amount(sentence: &str) -> bool {
    let words: Vec<&str> = sentence.split(|c: char| is_space(c) || c == '(').collect();
    words.windows(2).any(|pair| {
        let number = pair[0].starts_with(|c: char| c.is_ascii_digit());
        let unit = pair[1].trim_matches(|c: char| !c.is_alphabetic());
        // "2. Mia Holm", "Ida og 2 Mia": the name, which no amount is written with.
        let is_name = unit == "Mia";
        number && !is_name && WORDS.money.contains(&unit.to_lowercase())
    })
}

/// After the last item the signatures follow, which belong to no item.
pub fn ends_meeting(class: Class, line: &str) -> bool {
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
pub fn withholds(line: &str) -> bool {
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
        || lower.len() < 40 && closed().signs.none.iter().any(|none| lower.starts_with(none.as_str()))
        || matches!(bare, "lukket" | "-" | "intet" | "")
}

/// "Byrådet godkendte Økonomiudvalgets indstilling.", "1.-3. Anbefales.": only words that any decision may have.
fn is_formula(line: &str) -> bool {
    let is_set = |word: &str| {
        let lower = word.to_lowercase();
        let bare = lower.trim_matches('-');
        let body = WORDS.body_ends.iter().any(|end| bare.ends_with(end.as_str()));
        // "Klima-, Teknik- og Miljøudvalgets": the first parts of a body's name.
        let part = word.ends_with('-') && word.starts_with(char::is_uppercase);
        let number = bare.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-');
        body || part || number || bare.chars().count() == 1 || WORDS.formula.contains(bare)
    };
    let words = line.split(|c: char| !c.is_alphanumeric() && c != '-');
    line.len() < 250 && !has_sum(line) && words.filter(|word| !word.trim_matches('-').is_empty()).all(is_set)
}
