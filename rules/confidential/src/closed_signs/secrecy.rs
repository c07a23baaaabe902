//! Sentences that say by two words near each other that what they stand beside is not for others: "orienterede desuden fortroligt",
//! "pålagde medlemmerne tavshed", "protokolleres særskilt", "offentliggøres først efter salget".
//!
//! Neither word says it alone, and what may stand between them no list holds.

use std::ops::Range;
use std::sync::LazyLock;

use super::denied::is_denied;
use super::general::without_general;
use super::plain::plain;
use super::vocabulary::{is_of_meeting, said};
use danish::letters::small;
use data::closed::{Secrecy, closed};
use text::needles::Needles;

/// Does a sentence of `line`, which holds one of the words, say so?
pub(super) fn says_secret(line: &str) -> bool {
    said(line)
        .iter()
        .flat_map(|sentence| parts(sentence))
        .any(|part| KINDS.of(part).any(|kind| says(part, kind)))
}

/// Is silence enjoined by a sentence of `line`: "Formanden mindede om tavshedspligten"?
pub fn enjoins_silence(line: &str) -> bool {
    said(line)
        .iter()
        .flat_map(|sentence| parts(sentence))
        .any(|part| KINDS.of(part).any(|kind| kind.enjoins && says(part, kind)))
}

/// "Salg (offentliggøres senere)": what stands in brackets is said by itself, and so is what stands behind a label.
fn parts(sentence: &str) -> impl Iterator<Item = &str> {
    sentence.split(['(', ')', '[', ']', ':'])
}

/// "Prisen er hemmelig.", "Beslutningen er fortrolig, til skødet er tinglyst.": may `line`, which stands right below a heading, be
/// its mark by one word of it?
pub fn may_mark_item(line: &str) -> bool {
    /// A longer sentence tells of something.
    const MOST_WORDS: usize = 11;
    let is_short = |sentence: &&String| words(sentence).count() <= MOST_WORDS;
    let line = plain(line);
    let rest = without_general(&line);
    said(rest.as_deref().unwrap_or(&line))
        .iter()
        .filter(is_short)
        .any(|sentence| (is_strong(sentence) || is_shut_for_reason(sentence)) && !is_denied(sentence))
}

/// "Lukket af hensyn til sælger": a mark by itself and its reason, which is none that shuts a house.
fn is_shut_for_reason(sentence: &str) -> bool {
    let own = &closed().signs;
    let bare = sentence.trim_start_matches(|c: char| !c.is_alphabetic());
    let rest = own.alone.iter().filter(|mark| text::begins_with(bare, mark)).map(|mark| &bare[mark.len()..]);
    let Some(rest) = rest.min_by_key(|rest| rest.len()) else { return false };
    let reason = rest.strip_prefix([' ', ',']).unwrap_or_default().trim_start_matches(' ');
    own.because.iter().any(|because| text::begins_with(reason, because))
        && !words(reason).any(|word| own.works.contains(word))
}

/// "Sag mod medlem -- FORTROLIGHED!", "Erstatningskrav, fortr.", "Nabosag. Stemplet hemmeligt": may a part of `heading` behind its
/// first words be a mark?
pub fn may_mark_heading(heading: &str) -> bool {
    /// A mark has no more words.
    const MOST_WORDS: usize = 4;
    let lower = small(&plain(heading));
    let parts = lower
        .split([',', '(', ')', '[', ']', '*', '!', ';', ':'])
        .flat_map(|part| part.split(". "))
        .flat_map(|part| part.split(" -"));
    let mut parts = parts.flat_map(|part| part.split(" –")).filter(|part| part.contains(char::is_alphabetic));
    parts.next();
    parts.any(|part| words(part).count() <= MOST_WORDS && is_strong(part) && !is_denied(part))
}

/// Is a strong word there, with nothing but the matter itself before it and no noun behind it: "prisen er hemmelig", not "de
/// hemmelige breve" or "journaler er fortrolige"?
fn is_strong(sentence: &str) -> bool {
    let own = &closed().signs;
    // What stands behind a comma is no noun to it.
    let words: Vec<&str> = words(sentence.split(',').next().unwrap_or_default()).collect();
    let begins = |word: &str| own.strong.iter().any(|stem| word.starts_with(stem.trim_end_matches('.')));
    let is_of_matter = |word: &&str| {
        is_of_meeting(word)
            || is_matter(word)
            || own.before_strong.contains(*word)
            || own.own_matter.iter().any(|own| own == word)
            || closed().outlets.texts.contains(*word)
            || closed().phrases.groups.contains(*word)
    };
    let is_noun = |word: &&str| {
        !is_of_meeting(word) && !is_matter(word) && word.chars().count() > 2 && !is_between(word)
    };
    let at = words.iter().position(|word| begins(word));
    // "De fortrolige bliver på arkivet."
    let is_nominal =
        |at: usize| at.checked_sub(1).is_some_and(|before| matches!(words[before], "de" | "den"));
    at.is_some_and(|at| {
        words[..at].iter().all(is_of_matter) && !words.get(at + 1).is_some_and(is_noun) && !is_nominal(at)
    })
}

/// Words that begin what follows: "fortrolig, indtil skødet er tinglyst".
fn is_between(word: &str) -> bool {
    closed().phrases.joining.contains(word) || matches!(word, "frem" | "stemplet" | "mærket" | "over" | "mod")
}

fn words(sentence: &str) -> impl Iterator<Item = &str> {
    sentence.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty())
}

/// A sentence of which more is asked is no longer, in words.
const LONGEST: usize = 60;

/// All kinds of saying so, with their words made ready to be looked for at once: few sentences hold any of them.
struct Kinds {
    words: Needles,
    /// The kind of each word.
    kinds: Vec<&'static Secrecy>,
}

static KINDS: LazyLock<Kinds> = LazyLock::new(|| {
    let own = closed().secrecy.iter().flat_map(|kind| kind.words.iter().map(move |word| (word, kind)));
    let (words, kinds): (Vec<&String>, Vec<&Secrecy>) = own.unzip();
    Kinds { words: Needles::new(words), kinds }
});

impl Kinds {
    /// Those of which `sentence` holds a word.
    fn of(&self, sentence: &str) -> impl Iterator<Item = &'static Secrecy> {
        let mut held: Vec<&'static Secrecy> = Vec::new();
        self.words.any(sentence, |found| {
            let kind = self.kinds[found.which];
            if !held.iter().any(|other| std::ptr::eq(*other, kind)) {
                held.push(kind);
            }
            false
        });
        held.into_iter()
    }
}

/// Does `sentence`, which holds a word of `kind`, say so?
fn says(sentence: &str, kind: &Secrecy) -> bool {
    let words: Vec<&str> = words(sentence).take(LONGEST).collect();
    let holds = |list: &[String]| list.iter().any(|own| !places(&words, own).is_empty());
    if holds(&kind.unless) || !kind.who.is_empty() && !holds(&kind.who) {
        return false;
    }
    if kind.with.is_empty() {
        return holds(&kind.words);
    }
    let with: Vec<Range<usize>> = kind.with.iter().flat_map(|own| places(&words, own)).collect();
    let own = kind.words.iter().flat_map(|own| places(&words, own));
    own.into_iter().any(|own| {
        let beside = with.iter().find(|with| apart(&own, with).is_some_and(|apart| apart <= kind.near));
        beside.is_some_and(|with| {
            kind.subject.is_empty() || is_about(&words[..own.start.min(with.start)], kind)
        })
    })
}

/// Is `word` one for what is secret in a case: "prisen", "navnene"?
fn is_matter(word: &str) -> bool {
    closed().signs.matter.iter().any(|begin| word.starts_with(begin.as_str()))
}

/// Where `phrase` stands in `words`; "#" is any number, "@" what is secret in a case.
fn places(words: &[&str], phrase: &str) -> Vec<Range<usize>> {
    let phrase: Vec<&str> = phrase.split(' ').collect();
    let is_own = |(word, own): (&&str, &&str)| match *own {
        "#" => word.bytes().all(|byte| byte.is_ascii_digit()),
        "@" => is_matter(word),
        own => *word == own,
    };
    let starts = (0..(words.len() + 1).saturating_sub(phrase.len()))
        .filter(|at| words[*at..].iter().zip(&phrase).all(is_own));
    starts.map(|at| at..at + phrase.len()).collect()
}

/// How many words stand between two places that do not overlap.
fn apart(one: &Range<usize>, other: &Range<usize>) -> Option<usize> {
    let (first, last) = if one.start < other.start { (one, other) } else { (other, one) };
    last.start.checked_sub(first.end)
}

/// Do the words `before` the verb name the text itself, or nothing?
fn is_about(before: &[&str], kind: &Secrecy) -> bool {
    let closed = closed();
    let is_text = |word: &&str| closed.outlets.texts.contains(*word) || kind.subject.contains(*word);
    let is_small = |word: &&str| closed.phrases.small.contains(*word) || closed.outlets.late.contains(*word);
    before.iter().any(is_text) || before.iter().all(is_small)
}

#[cfg(test)]
mod tests {
    use super::{may_mark_heading, may_mark_item, says_secret};

    #[test]
    fn one_word_may_be_enough_where_a_mark_stands() {
        for line in [
            "Prisen er hemmelig.",
            "Beslutningen er fortrolig, til skødet er tinglyst.",
            "Fortrolighedsstempel: ja",
            "Behandles som personfølsom, bilag samles ind.",
            "Tilbuddene er fortrolige indtil kontrakten er skrevet.",
            "Bilag og beslutning er fortrolige.",
            "Fortrolig aftale.",
            "Lukket af hensyn til sælger",
            "Lukket på grund af forhandling.",
            "Behandles lukket, indtil handlen er underskrevet",
            "Lukket under henvisning til loven",
        ] {
            assert!(may_mark_item(line), "{line}");
        }
        for line in [
            "Der var hemmelig afstemning, og Ida blev valgt.",
            "Samtalerne er fortrolige.",
            "De hemmelige breve udstilles.",
            "De fortrolige bliver på arkivet.",
            "Journaler er fortrolige.",
            "Der er ikke noget hemmeligt i sagen, som alle kan læse om på foreningens hjemmeside.",
            "Døren er låst.",
            "Lukket på grund af ombygning.",
            "Lukket indtil sæsonen begynder",
            "Skolen er lukket af hensyn til dyrene",
        ] {
            assert!(!may_mark_item(line), "{line}");
        }
        for heading in [
            "Sag mod medlem -- FORTROLIGHED!",
            "Erstatningskrav, fortr.",
            "Nabosag. Stemplet HEMMELIGT.",
            "Opsigelse *hemmeligt*",
        ] {
            assert!(may_mark_heading(heading), "{heading}");
        }
        for heading in
            ["Fortrolighed og tillid", "Hemmelige agenter: teater for børn", "Valg - hemmelig afstemning"]
        {
            assert!(!may_mark_heading(heading), "{heading}");
        }
    }

    #[test]
    fn two_words_say_it_together() {
        for line in [
            "Formanden orienterede desuden fortroligt om følgende:",
            "Der blev fortroligt orienteret om sagen.",
            "Dernæst orienterede provsten i al fortrolighed.",
            "Lederen gav en fortrolig orientering om sagen.",
            "Bestyrelsen pålagde medlemmerne tavshed om punktet.",
            "Formanden mindede medlemmerne om deres tavshedspligt.",
            "Tavshedspligten blev indskærpet.",
            "Alle er bundet af tavshedspligt.",
            "Sagen bedes behandlet med diskretion.",
            "Alle lovede at tie om sagen.",
            "Det blev aftalt, at det sagte ikke kommer videre.",
            "Sagen er af hensyn til forhandlingen ikke offentlig.",
            "Listen er kun til brug for bestyrelsen.",
            "Herfra og til punktets slutning er referatet lukket.",
            "Det blev besluttet, at punktet ikke refereres.",
            "OBS! Slettes, når referatet godkendes.",
            "Sagen må ikke drøftes med andre.",
            "Det er aftalt med naboen, at beløbet ikke offentliggøres.",
            "Vurderingen er intern og holdes tilbage.",
            "Kun skoleledelsen og bestyrelsen var til stede.",
            "Denne del af referatet er ikke til beboerne.",
            "Punktet blev behandlet, efter at gæsterne var gået.",
            "Sponsor ønsker at være anonym.",
            "Af hensyn til de pårørende offentliggøres dette ikke.",
            "Referatet af punktet opbevares hos formanden.",
            "Punktet udgår af det offentliggjorte referat.",
            "Parterne har aftalt fortrolighed.",
            "Tavshedspligten gælder for alle deltagere.",
            "Resultatet er kun for ledelsen.",
            "Det blev henstillet, at intet siges udenfor.",
            "Indholdet må kun kendes af bestyrelsen.",
            "Protokolleres særskilt.",
            "Punktet refereres særskilt.",
            "Indføres i særskilt protokol.",
            "(offentliggøres først efter handlens afslutning)",
            "Frigives 1. august.",
            "Punktet offentliggøres, når lejeren er fraflyttet.",
            "Offentliggørelsen afventer lejerens svar.",
            "Udsendes først, når naboerne er orienteret.",
            "Pressemeddelelsen må først udsendes efter den 5. maj.",
            "Må alene læses af rådets medlemmer.",
            "2. Salg (offentliggøres senere)",
            "(klausul: ingen omtale før stiftets svar)",
            "Refereres kun i protokollen for lukkede møder.",
            "2. Salg (protokolleres særskilt)",
            "NB: Frigives først efter underskrift",
        ] {
            assert!(says_secret(line), "{line}");
        }
    }

    #[test]
    fn neither_says_it_alone_nor_of_other_things() {
        for line in [
            "Provsten fortalte om en bog, og samtaler med præsten er fortrolige.",
            "Kassereren orienterede om fortrolig rådgivning til gældsramte.",
            "Lærerne mindes om tavshedspligten ved klassemøder.",
            "Frivillige lovede at overholde deres tavshedspligt.",
            "Man kan tale med diskretion ved skranken.",
            "Det aftaltes at holde tæt om gaven.",
            "Tilsynet talte med tre beboere i enrum.",
            "Vejen er ikke offentlig.",
            "Festen sluttede, da gæsterne var gået hjem.",
            "Præstens tavshedspligt gælder også i kirken.",
            "Svarene er anonyme.",
            "Protokollen opbevares på arkivet.",
            "Banen er kun for medlemmer.",
            "Personlig runde. Refereres ikke.",
            "Referatet er godkendt.",
            "Hold tæt med gaven.",
            "Se særskilt referat fra generalforsamlingen.",
            "Der kommunikeres til forældre og medarbejdere.",
            "Der fremlægges ikke endnu en sag, og taksterne vil fremgå af hjemmesiden.",
            "Beløbet frigives med 4,5 mio. kr. i 2024.",
            "Regnskabet føres særskilt for hver afdeling.",
            "Regnskabet offentliggøres først efter generalforsamlingen.",
            "Midlerne frigives 1. august.",
            "Programmet udsendes, når talerne er på plads.",
            "Referatet lægges på hjemmesiden, når det er godkendt.",
            "Vinderen offentliggøres først ved festen.",
            "Bogen læses kun af voksne.",
        ] {
            assert!(!says_secret(line), "{line}");
        }
    }
}
