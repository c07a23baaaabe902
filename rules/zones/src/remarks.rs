//! Where the words of somebody else begin in a line: remarks for the minutes, motions, amendments, questions, answers.
//!
//! What says so is a label ("Protokolbemærkning fra SF:"), a label with the verb of making one ("A stillede følgende
//! forslag:"), or a phrase ("tager forbehold:"); all of them are data.

use std::sync::LazyLock;

use memchr::memmem::Finder;
use serde::Deserialize;

use text::lines::floor_boundary;
use text::needles::Needles;
use text::{holds_words, is_space};

/// `rules/data/lists/motions.toml`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Motions {
    headings: Vec<String>,
    labels: Vec<String>,
    making: Vec<String>,
    made: Vec<String>,
    phrases: Vec<String>,
    own: Vec<String>,
    owned: Vec<String>,
    deciding: Vec<String>,
}

static MOTIONS: LazyLock<Motions> = LazyLock::new(|| data::read("motions"));

/// All that a sentence must hold one of.
static WORDS: LazyLock<Needles> = LazyLock::new(|| {
    let Motions { headings, labels, owned, made, phrases, .. } = &*MOTIONS;
    Needles::new([headings, labels, owned, made, phrases].into_iter().flatten())
});

/// A label stands within so many bytes of the beginning of its sentence.
const REACH: usize = 200;

/// A line with no colon that is a label is no longer than this.
const LONGEST_LABEL: usize = 80;

/// Where somebody's words begin.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Begins {
    /// At this byte of the line.
    At(usize),
    /// In the lines below.
    Below,
    /// At this byte of the line, and they may be told in the secretary's words: "bemærker til protokollen, at …".
    Perhaps(usize),
}

/// Does somebody else's text begin in `line`?
pub fn begins(line: &str) -> Option<Begins> {
    let head = &line[..floor_boundary(line, REACH)];
    let colon = memchr::memchr_iter(b':', head.as_bytes()).find_map(|colon| {
        let said = line[colon + 1..].trim_start_matches(is_space);
        let glued = said.len() + colon + 1 == line.len() && !said.is_empty();
        let sentence = head[..colon].rsplit(['.', ':', '?', '!']).next().unwrap_or("");
        match (!glued).then(|| announces(sentence)).flatten()? {
            Whose::Perhaps => Some(Begins::Perhaps(line.len() - said.len())),
            Whose::Theirs if said.is_empty() => Some(Begins::Below),
            Whose::Theirs => Some(Begins::At(line.len() - said.len())),
        }
    });
    colon.or_else(|| is_label(line).then_some(Begins::Below)).or_else(|| told(line))
}

/// Does `line`, which holds an outcome, begin as a decision does and not as a remark: "Udvalget godkendte", "Tiltrådt"?
pub fn is_own_again(line: &str) -> bool {
    let first = first_word(line).to_lowercase();
    MOTIONS.deciding.iter().any(|own| first.ends_with(own.as_str()))
}

/// "BESLUTNINGSFORSLAG FRA LISTE Ø": does `line` stand over somebody's motion?
pub fn is_motion(line: &str) -> bool {
    MOTIONS.headings.iter().any(|heading| starts_with(line, heading))
}

/// Whose words a label announces.
enum Whose {
    Theirs,
    /// Those of the administration, which may be the minutes' own.
    Perhaps,
}

/// Does what stands before a colon say that somebody's text follows?
fn announces(sentence: &str) -> Option<Whose> {
    let sentence = sentence.trim_matches(is_space).to_lowercase();
    // Few sentences hold any of the words, and what costs more is asked of those alone.
    if !WORDS.are_in(&sentence) {
        return None;
    }
    // "Ændringsforslaget blev sat til afstemning:" announces a vote.
    if sentence.contains("afstemning") {
        return None;
    }
    let made = || {
        let verb = MOTIONS.making.iter().any(|verb| holds_words(&sentence, verb));
        verb && MOTIONS.labels.iter().chain(&MOTIONS.made).any(|label| holds_words(&sentence, label))
    };
    let labels = || MOTIONS.labels.iter().chain(&MOTIONS.owned);
    let labelled = || {
        MOTIONS.labels.contains(&sentence)
            || labels().any(|label| starts_label(&sentence, label) || ends_label(&sentence, label))
    };
    let heads = || MOTIONS.headings.iter().any(|heading| sentence.starts_with(heading.as_str()));
    let phrase = || MOTIONS.phrases.iter().any(|phrase| holds_words(&sentence, phrase));
    if !(phrase() || labelled() || heads() || made()) {
        return None;
    }
    let mut words = sentence.split(|c: char| !c.is_alphanumeric());
    let own = words.any(|word| MOTIONS.own.iter().any(|own| word.ends_with(own.as_str())));
    Some(if own { Whose::Perhaps } else { Whose::Theirs })
}

/// "Særstandpunkt", "Enhedslistens bemærkning": a label alone on its line.
fn is_label(line: &str) -> bool {
    let short = line.len() <= LONGEST_LABEL
        && line.starts_with(char::is_uppercase)
        && memchr::memchr3(b'.', b':', b',', line.as_bytes()).is_none();
    let names = |label: &String| {
        let rest = || &line[label.len()..];
        starts_with(line, label)
            && (rest().is_empty() || [" fra ", " af ", " ("].iter().any(|of| rest().starts_with(of)))
    };
    short && MOTIONS.labels.iter().any(names)
}

/// "SF bemærker til protokollen, at vi …": told, perhaps in their own words.
fn told(line: &str) -> Option<Begins> {
    static PROTOCOL: LazyLock<Finder> = LazyLock::new(|| Finder::new("protokol"));
    let at = PROTOCOL.find(line.as_bytes())?;
    let lower = line[..floor_boundary(line, at + REACH)].to_lowercase();
    let said = MOTIONS.phrases.iter().any(|phrase| holds_words(&lower, phrase));
    (said && line[at..].contains(" at ")).then_some(Begins::Perhaps(at))
}

/// "protokolbemærkning fra sf", "særudtalelse (liste a)": the label, and whose it is.
fn starts_label(sentence: &str, label: &str) -> bool {
    sentence.strip_prefix(label).is_some_and(|rest| {
        let rest = rest.trim_start_matches(is_space);
        ["fra ", "af ", "("].iter().any(|of| rest.starts_with(of))
    })
}

/// "enhedslistens bemærkning": the label behind the one whose it is.
fn ends_label(sentence: &str, label: &str) -> bool {
    const MOST_WORDS: usize = 5;
    sentence.strip_suffix(label).is_some_and(|before| {
        let owner = before.trim_end_matches(is_space);
        // "Arbejdsspørgsmål" is one word.
        owner.len() < before.len()
            && owner.ends_with(['s', '\'', '’'])
            && owner.split(is_space).count() <= MOST_WORDS
    })
}

fn starts_with(line: &str, small: &str) -> bool {
    let first = |words: &str| words.as_bytes().first().map(u8::to_ascii_lowercase);
    first(line) == first(small)
        && line.get(..small.len()).is_some_and(|start| {
            start == small || start.chars().flat_map(char::to_lowercase).eq(small.chars())
        })
}

fn first_word(line: &str) -> &str {
    line.split(|c: char| !c.is_alphanumeric()).next().unwrap_or("")
}

#[cfg(test)]
mod tests {
    use super::{Begins, begins, is_own_again};

    #[test]
    fn labels_and_verbs_announce_somebodys_words() {
        for line in [
            "Lis Holm (A) afgav følgende protokolbemærkning: Vi er imod.",
            "Liste Ø ønsker tilført protokollen: Vi er imod.",
            "Mindretalsudtalelse fra V: Vi er imod.",
            "Ad 2: Lis Holm fik ført til protokol: Vi er imod.",
            "SF's særstandpunkt: Vi er imod.",
            "A stillede ændringsforslag: Vi er imod.",
            "Venstre tager forbehold: Vi er imod.",
            "Dissens: Vi er imod.",
            "Høringssvar fra Nørby Skole: Vi er imod.",
        ] {
            assert_eq!(begins(line), line.find("Vi er").map(Begins::At), "{line}");
        }
    }

    #[test]
    fn they_may_stand_below() {
        for line in [
            "Enhedslistens bemærkning:",
            "Ændringsforslag fra A:",
            "A stillede følgende forslag:",
            "Særstandpunkt",
            "Protokolbemærkning fra SF",
        ] {
            assert_eq!(begins(line), Some(Begins::Below), "{line}");
        }
    }

    #[test]
    fn what_is_told_may_be_their_words() {
        let line = "SF bemærker til protokollen, at vi er imod.";
        assert_eq!(begins(line), line.find("protokol").map(Begins::Perhaps));
        let line = "Svar fra forvaltningen: Det er dyrt.";
        assert_eq!(begins(line), line.find("Det er").map(Begins::Perhaps));
    }

    #[test]
    fn the_minutes_own_words_are_none() {
        for line in [
            "Ændringsforslaget blev sat til afstemning: 5 stemte for.",
            "Udvalget drøftede følgende: Skolen og havnen.",
            "Der er kommet et høringssvar, som er vedlagt.",
            "Protokollen blev underskrevet.",
            "Bemærkninger: Det er dyrt.",
            "Arbejdsspørgsmål: Hvad koster det?",
            "Der er kommet tre høringssvar: Det ene er langt.",
            "Centret har dokumenteret følgende effekter: Det er dyrt.",
            "Det koster kr. 5: Det er dyrt.",
            "Mødet begynder kl. 10:15 hos Lis.",
        ] {
            assert_eq!(begins(line), None, "{line}");
        }
        assert!(is_own_again("Udvalget godkendte planen."));
        assert!(!is_own_again("Vi er imod."));
    }
}
