//! `spelling/unknown-word`: a word that the dictionary does not know.
//!
//! It needs a dictionary from the caller. Much that no dictionary knows is right: names, abbreviations, codes, foreign
//! titles in quotation marks or italics, the trade's own words. All that is accepted, and what is left is a hint.
//! Suggestions are made on request, by [`crate::lint::Dictionary`]: they are slow, and a rule runs after every key.

use std::borrow::Cow;
use std::cell::OnceCell;
use std::sync::LazyLock;

use rustc_hash::FxHashSet;
use serde::Deserialize;

use crate::danish::abbreviations::abbreviations;
use crate::danish::letters::fold;
use crate::danish::words::Word;
use crate::data;
use crate::lint::{
    Allowed, Check, Dictionary, Example, Findings, Fixes, Names, Note, PartView, Rule, RuleOption, Severity,
    Text,
};
use crate::text::{TextRange, is_space};
use crate::zones::{Zone, ZoneSet};

pub(in crate::catalog) static RULE: Rule = Rule {
    name: "spelling/unknown-word",
    summary: Text { da: "Et ord, som ordbogen ikke kender", en: "A word that the dictionary does not know" },
    why: Text {
        da: "Et ord, som hverken ordbogen, fagets ordliste eller konfigurationens ord kender, er tit en slåfejl. Er ordet \
             rigtigt, kan det føjes til husets egne ord.",
        en: "A word that neither the dictionary nor the trade's words nor the configured ones know is often a slip. If \
             it is right, it can be added to the house's own words.",
    },
    source: "",
    severity: Severity::Hint,
    on: false,
    fixes: Fixes::None,
    zones: ZoneSet::of(&[Zone::Table]),
    options: &[&DICTIONARY],
    example: Example {
        house: "generel",
        before: "Byrådet\n4. april 2022 kl. 17.00\n\n1. Budget\n\nBeslutning\n\nGodkendt med en merkning.\n",
        after: "Byrådet\n4. april 2022 kl. 17.00\n\n1. Budget\n\nBeslutning\n\nGodkendt med en bemærkning.\n",
    },
    check: Check::Part(check),
};

/// Read by the program, which hands over the words.
static DICTIONARY: RuleOption = RuleOption {
    name: "dictionary",
    about: Text {
        da: "Ordbogens .dic-fil, med .aff-filen ved siden af, hver højst 16 MiB; ellers den danske ordbog, der er på maskinen",
        en: "The .dic file of the dictionary, beside its .aff file, each at most 16 MiB; else the Danish dictionary that is on the machine",
    },
    allowed: Allowed::File,
};

#[derive(Deserialize)]
struct Written {
    words: FxHashSet<Box<str>>,
    /// Beginnings of compounds, with their linking letter.
    stems: Vec<Box<str>>,
}

static WRITTEN: LazyLock<Written> = LazyLock::new(|| data::read("municipal_words"));

fn check(view: &PartView<'_>, findings: &mut Findings) {
    let Some(dictionary) = &view.context.dictionary else { return };
    let known = Known { dictionary, names: &view.context.names };
    let names: OnceCell<FxHashSet<&str>> = OnceCell::new();
    for word in view.text_words() {
        if word.abbreviation.is_some() || is_code(word.text) || known.word(view.text, word) {
            continue;
        }
        let is_name = || {
            let seen = names.get_or_init(|| names_inside_sentences(view));
            seen.contains(word.text) || is_place(word.text) || !begins_sentence(view.text, word.range)
        };
        let spared = view.is_quoted(word.range)
            || view.is_opaque(word.range)
            || is_emphasised(view.text, word.range)
            || (word.text.starts_with(char::is_uppercase) && is_name());
        if !spared {
            findings.report(
                word.range,
                Note::new(
                    format!("Ordbogen kender ikke \"{}\"", word.text),
                    format!("The dictionary does not know \"{}\"", word.text),
                ),
            );
        }
    }
}

/// The words that have a capital where no sentence begins: names, wherever else they stand.
fn names_inside_sentences<'v>(view: &'v PartView<'_>) -> FxHashSet<&'v str> {
    let words = view.text_words().iter();
    let capital = words.filter(|word| word.text.starts_with(char::is_uppercase));
    capital.filter(|word| !begins_sentence(view.text, word.range)).map(|word| word.text).collect()
}

/// Does the word end as the names of places do? "Bøgevangsskolen" may begin a sentence.
fn is_place(word: &str) -> bool {
    const ENDINGS: &[&str] = &[
        "vej", "gade", "allé", "stræde", "torv", "skolen", "skole", "hallen", "parken", "gården", "huset",
        "centret",
    ];
    let bare = word.strip_suffix('s').unwrap_or(word);
    ENDINGS.iter().any(|ending| bare.strip_suffix(ending).is_some_and(|name| name.chars().count() > 2))
}

/// Words that are right.
struct Known<'k> {
    dictionary: &'k Dictionary,
    names: &'k Names,
}

impl Known<'_> {
    fn word(&self, text: &str, word: &Word<'_>) -> bool {
        let stop = text[word.range.end().into()..].starts_with('.');
        let hanging = text[word.range.end().into()..].starts_with(['-', '–']);
        self.part(word.text)
            || (stop && self.dictionary.knows(&format!("{}.", word.text)))
            || (hanging && self.shortened(word.text))
            || self.joined(word.text)
            || self.of_the_trade(word.text)
            // That its stop is missing is for another rule to tell.
            || abbreviations().get(&format!("{}.", word.text)).is_some()
    }

    /// A word of the trade with another word joined to it, which the dictionary does not join: "rækkefølgeplan".
    fn of_the_trade(&self, word: &str) -> bool {
        let whole = fold(word);
        WRITTEN.stems.iter().any(|stem| {
            let rest = whole.strip_prefix(&**stem).unwrap_or_default();
            rest.chars().count() >= 3 && self.dictionary.knows(rest)
        })
    }

    /// A word, or one with an "s" after an apostrophe.
    fn part(&self, word: &str) -> bool {
        let whole = composed(word);
        let bare = whole.trim_end_matches(['s', 'S']).trim_end_matches(['\'', '’']);
        self.dictionary.knows(&whole)
            || (bare.len() + 1 < whole.len() && self.dictionary.knows(bare))
            || self.configured(&whole)
    }

    fn configured(&self, word: &str) -> bool {
        let small = fold(word);
        let bare = small.strip_suffix('s').unwrap_or(&small);
        let trade = &WRITTEN.words;
        let named = |known: &str| fold(known) == small || fold(known) == bare;
        trade.contains(&*small)
            || trade.contains(bare)
            || self.names.vocabulary.iter().any(|known| named(known))
            || self.names.members.iter().flat_map(|member| member.name.split([' ', '-'])).any(named)
    }

    /// The first part of a compound whose end is left out: "beskæftigelses-".
    fn shortened(&self, word: &str) -> bool {
        let stem =
            ["s", "e", ""].iter().find_map(|link| word.strip_suffix(link).filter(|stem| stem.len() > 2));
        stem.is_some_and(|stem| self.part(stem) || self.part(&format!("{stem}e")))
    }

    /// Words joined by a hyphen, of which each is known; the first ones may be codes, or have a linking "s".
    fn joined(&self, word: &str) -> bool {
        let Some((first, last)) = word.rsplit_once(['-', '\u{2011}']) else { return false };
        let known = |part: &str| is_code(part) || self.part(part) || self.shortened(part);
        (is_code(last) || self.part(last)) && first.split(['-', '\u{2011}']).all(known)
    }
}

/// Digits, or capitals: "2022", "m²", "ØKF", "SSP'er".
fn is_code(word: &str) -> bool {
    let capitals = word.chars().filter(|c| c.is_uppercase()).count();
    word.chars().count() < 2 || word.contains(char::is_numeric) || capitals > 1
}

/// The word with its letters in one piece, where some program left them in two.
fn composed(word: &str) -> Cow<'_, str> {
    if word.contains(crate::danish::letters::is_mark) { fold(word) } else { word.into() }
}

/// Is the word set off by Markdown's signs, as in "*in spe*" and "_ad hoc_"? A sign with a space beside it is none.
fn is_emphasised(text: &str, word: TextRange) -> bool {
    const REACH: usize = 80;
    ['*', '_'].iter().any(|&sign| {
        let faces_text = |chars: &mut dyn Iterator<Item = char>| {
            let mut nearer = 'x';
            chars.take(REACH).take_while(|c| *c != '\n').any(|c| {
                let beside = std::mem::replace(&mut nearer, c);
                c == sign && !is_space(beside)
            })
        };
        faces_text(&mut text[..word.start().into()].chars().rev())
            && faces_text(&mut text[word.end().into()..].chars())
    })
}

/// Does a sentence or a line begin with the word? Elsewhere a capital makes a name.
pub(super) fn begins_sentence(text: &str, word: TextRange) -> bool {
    let before = text[..word.start().into()].trim_end_matches(is_space);
    before.ends_with(['\n', '\r', '.', '!', '?', ':', '•', '-', '–', '*', '#', ')', '|']) || before.is_empty()
}

#[cfg(test)]
mod tests {
    use super::WRITTEN;

    #[test]
    fn the_trades_words_are_many_and_in_small_letters() {
        assert!(WRITTEN.words.len() >= 150);
        assert!(WRITTEN.words.iter().all(|word| word.to_lowercase() == **word));
    }
}

#[cfg(all(test, feature = "spelling"))]
mod with_a_dictionary {
    use std::sync::Arc;

    use super::RULE;
    use crate::document::{Document, Engine};
    use crate::lint::{Dictionary, Names, Settings};

    const AFF: &str =
        "SET UTF-8\nFLAG num\nCOMPOUNDFLAG 10\nCOMPOUNDMIN 2\nSFX 1 Y 2\nSFX 1 0 n .\nSFX 1 0 s .\n";
    const DIC: &str =
        "12\nskole/1,10\nhave/1,10\nplan/1,10\nbørn\ner\nen\ngod\nog\nden\ncirka\nBeslutning\ns.å.\n";

    fn found(text: &str) -> Vec<String> {
        let dictionary = Dictionary::new(AFF, DIC).expect("a dictionary");
        let names: Names =
            toml::from_str("vocabulary = [\"infill\"]\nmembers = [{ name = \"Nadia Haddad\" }]")
                .expect("names");
        let settings = Settings { rules: vec![(&RULE, RULE.severity)] };
        let engine = Engine {
            settings,
            names: Arc::new(names),
            dictionary: Some(Arc::new(dictionary)),
            ..Engine::default()
        };
        let document = Document::new(Arc::new(engine), text.to_owned());
        document.diagnostics().iter().map(|found| text[found.range].to_owned()).collect()
    }

    #[test]
    fn flags_words_that_nobody_knows() {
        assert_eq!(found("Den gode skolle er skolehaven."), ["gode", "skolle"]);
    }

    #[test]
    fn accepts_names_codes_and_abbreviations() {
        assert!(found("Den er Vestermark og Haddads plan, ØKF, A4, 2022, bl.a. KL's").is_empty());
        assert!(found("Nadia er god. Haddad er infill.").is_empty());
    }

    #[test]
    fn accepts_parts_around_hyphens() {
        assert!(
            found("Skole- og haveplan, børne- og skoleplan, IT-plan, skole-haveplan, skoles-").is_empty()
        );
        assert_eq!(found("en skole-haave"), ["skole-haave"]);
    }

    #[test]
    fn accepts_quotations_addresses_and_italics() {
        assert!(found("Den ”grønne Swan” er *ad hoc* og _pro bono_, www.havve.dk").is_empty());
    }

    #[test]
    fn accepts_compounds_of_the_trade() {
        assert!(found("en rækkefølgeplan og pårørendeplan").is_empty());
        assert_eq!(found("en rækkefølgeplen og hestplan"), ["rækkefølgeplen", "hestplan"]);
    }

    #[test]
    fn accepts_names_that_begin_a_sentence() {
        assert!(found("Gulholm er en have. Den er i Gulholm.\nRosenskolen er god.").is_empty());
    }

    #[test]
    fn an_abbreviation_without_its_stop_is_another_rules_to_tell() {
        assert!(found("cirka 4 mio og 3 pct er en plan").is_empty());
    }

    #[test]
    fn a_capital_after_a_stop_makes_no_name() {
        assert_eq!(found("Den er god. Skolle og skoler"), ["Skolle", "skoler"]);
    }
}
