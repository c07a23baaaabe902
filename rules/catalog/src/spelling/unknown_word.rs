//! `spelling/unknown-word`: a word that nobody lists, and that one slip of the hand makes of a listed one ("daginsttution").
//!
//! Of the words that no dictionary knows one in ten is a slip; the others are names, foreign words, the trade's own words. So a
//! word is told only if leaving out, doubling or changing about one letter explains it, in a way that Danish inflection
//! and compounding do not (see `danish/slips.rs`): of 189 such words in minutes and manuals 181 were slips. Words of fewer than
//! eight letters are not looked up at all.

mod run_together;

use std::sync::LazyLock;

use rustc_hash::{FxHashMap, FxHashSet};
use serde::Deserialize;

use danish::letters::{fold, is_letter};
use danish::spelling::{
    is_known, is_listed, is_made, meant, with_linking_s, with_lost_vowel, with_single_letter,
};
use lint::lexicon::Case;
use lint::{Allowed, Check, Example, Findings, Fixes, Note, PartView, Rule, RuleOption, Severity, Text};
use text::edit::Edit;
use text::{TextRange, is_space, range};
use zones::ZoneSet;

pub(crate) static RULE: Rule = Rule {
    name: "spelling/unknown-word",
    summary: Text {
        da: "Et ord, som ordbogen ikke kender, og som ligner en slåfejl",
        en: "A word that the dictionary does not know, and that looks like a slip",
    },
    why: Text {
        da: "Ordet står ikke i ordbogen, heller ikke som sammensætning, og ét bogstav for meget, for lidt eller byttet om \
             forklarer det: \"daginsttution\". Er ordet rigtigt, kan det føjes til husets egne ord. 181 af \
             189 ord i referater og vejledninger var slåfejl.",
        en: "The word is not in the dictionary, nor a compound of words that are, and one letter too many, too few or \
             changed about explains it: \"daginsttution\". If the word is right, it can be added to the house's own words. Of \
             189 words in minutes and manuals 181 were slips.",
    },
    source: "",
    severity: Severity::Hint,
    on: true,
    fixes: Fixes::Unsafe,
    zones: ZoneSet::NONE,
    options: &[&DICTIONARY],
    example: Example {
        house: "generel",
        before: "Byrådet\n4. april 2022 kl. 17.00\n\n1. Budget\n\nBeslutning\n\nGodkendt for et fjervarmeselskab.\n",
        after: "Byrådet\n4. april 2022 kl. 17.00\n\n1. Budget\n\nBeslutning\n\nGodkendt for et fjernvarmeselskab.\n",
    },
    check: Check::Part(check),
};

/// Read by the program, which hands over the words.
static DICTIONARY: RuleOption = RuleOption {
    name: "dictionary",
    about: Text {
        da: "En Hunspell-ordbogs .dic-fil, med .aff-filen ved siden af, hver højst 16 MiB; dens ord er også kendt",
        en: "The .dic file of a Hunspell dictionary, beside its .aff file, each at most 16 MiB; its words are known too",
    },
    allowed: Allowed::File,
};

#[derive(Deserialize)]
struct RawWords {
    words: FxHashSet<Box<str>>,
    /// Beginnings of compounds, with their linking letter.
    stems: Vec<Box<str>>,
}

static WRITTEN: LazyLock<RawWords> = LazyLock::new(|| data::read("municipal_words"));

/// Shorter words differ in one letter from too many others.
const SHORTEST: usize = 8;

/// A word with a capital inside a sentence is a name, unless it is as long as names seldom are.
const SHORTEST_NAME: usize = 13;

/// A word that the part writes so often is meant so.
const MOST_TIMES: usize = 3;

fn check(view: &PartView<'_>, findings: &mut Findings) {
    // By word: what it is a slip for, and where it stands. A word that is written again and again is looked at once.
    let mut slips: FxHashMap<&str, (Vec<String>, Vec<TextRange>)> = FxHashMap::default();
    for &range in view.runs() {
        let word = &view.text[range];
        if !is_candidate(word) || is_listed(word) {
            continue;
        }
        // A compound may still lack the "s" between its parts, and none begins with "deres".
        let linked = with_single_letter(word)
            .or_else(|| with_lost_vowel(word))
            .or_else(|| with_linking_s(word))
            .or_else(|| run_together::apart(word));
        if is_made(word) && linked.is_none() || is_spared(view, range) {
            continue;
        }
        let rights = || {
            let mut rights = linked.map_or_else(|| meant(word), |right| vec![right]);
            rights.retain(|right| !is_spelt_with_c(word, right));
            rights
        };
        let (_, places) = slips.entry(word).or_insert_with(|| (rights(), Vec::new()));
        if places.len() < MOST_TIMES {
            places.push(range);
        }
    }
    let told = slips.values().filter(|(rights, places)| !rights.is_empty() && places.len() < MOST_TIMES);
    for (rights, places) in told {
        for &range in places {
            report(view, range, rights, findings);
        }
    }
}

/// Is the word long enough, and nothing but letters, of which only the first is a capital?
fn is_candidate(word: &str) -> bool {
    if word.len() < SHORTEST {
        return false;
    }
    let mut n_letters = 0;
    let mut at = 0;
    while let Some(&byte) = word.as_bytes().get(at) {
        let (fits, len) = if byte.is_ascii() {
            (byte.is_ascii_lowercase() || at == 0 && byte.is_ascii_uppercase(), 1)
        } else {
            let letter = word[at..].chars().next().unwrap_or_default();
            (is_letter(letter) && (at == 0 || !letter.is_uppercase()), letter.len_utf8())
        };
        if !fits {
            return false;
        }
        n_letters += 1;
        at += len;
    }
    n_letters >= SHORTEST
}

fn is_spared(view: &PartView<'_>, range: TextRange) -> bool {
    // A part of a word with a hyphen or apostrophe is no word of its own.
    const JOINTS: [char; 6] = ['-', '–', '\u{2011}', '\'', '’', '_'];
    let word = &view.text[range];
    let name = word.starts_with(char::is_uppercase)
        && word.chars().count() < SHORTEST_NAME
        && !begins_sentence(view, range)
        && !is_body(word)
        && with_lost_vowel(word).is_none();
    let joined = view.text[range.end().into()..].starts_with(JOINTS)
        || view.text[..range.start().into()].ends_with(JOINTS);
    name || joined
        || is_divided(view.text, range)
        || is_of_code(view.text, range)
        || is_of_the_house(view, word)
        || view.is_heading(range)
        || view.block_at(range.start()).is_some_and(|(_, block)| block.mark.heading != 0)
        || view.is_quoted(range)
        || view.is_opaque(range)
        || view.is_foreign(range)
        || is_emphasised(view.text, range)
}

/// "Havefor-⏎eningens": is the word the second half of one that a line end divides?
fn is_divided(text: &str, word: TextRange) -> bool {
    let before = text[..word.start().into()].trim_end_matches(is_space);
    let line = before.strip_suffix('\n').map(|line| line.trim_end_matches(|c| c == '\r' || is_space(c)));
    let half = line.and_then(|line| line.strip_suffix(['-', '\u{ad}', '\u{2010}']));
    half.is_some_and(|half| half.ends_with(char::is_alphabetic))
}

/// "Calc.Document", "/usr/presentation/", "getent(3)": what is written so is a name that some program knows.
fn is_of_code(text: &str, word: TextRange) -> bool {
    let (before, behind) = (&text[..word.start().into()], &text[word.end().into()..]);
    let member = before.strip_suffix('.').is_some_and(|owner| owner.ends_with(char::is_alphanumeric));
    let path = before.ends_with('/') && behind.starts_with('/');
    let page = behind.strip_prefix('(').is_some_and(|page| page.starts_with(|c: char| c.is_ascii_digit()));
    member || path || page
}

/// "function", "document": does `word` have a "c" where Danish has "k" or "s", as in the languages it came from?
fn is_spelt_with_c(word: &str, right: &str) -> bool {
    let folded = fold(word);
    let pairs = || folded.chars().zip(right.chars()).filter(|(a, b)| a != b);
    folded.chars().count() == right.chars().count()
        && pairs().next().is_some()
        && pairs().all(|(a, b)| a == 'c' && matches!(b, 'k' | 's'))
}

/// "Skoleudvaglet", "Ældrerdået": is what was meant the name of a body?
fn is_body(word: &str) -> bool {
    const ENDS: [&str; 8] = [
        "udvalg",
        "udvalget",
        "rådet",
        "nævnet",
        "bestyrelse",
        "bestyrelsen",
        "forvaltning",
        "forvaltningen",
    ];
    // What a name may have been is not asked of every name.
    const SIGNS: [&str; 6] = ["ud", "rå", "rd", "næv", "best", "forv"];
    if !SIGNS.iter().any(|sign| word.contains(sign)) {
        return false;
    }
    let rights = meant(word);
    rights.len() == 1 && rights.iter().all(|right| ENDS.iter().any(|end| right.ends_with(end)))
}

/// Is it the trade's word, one of `[vocabulary]`, part of a known name, or in the dictionary that the settings name?
fn is_of_the_house(view: &PartView<'_>, word: &str) -> bool {
    let small = fold(word);
    let bare = small.strip_suffix('s').unwrap_or(&small);
    let named = |known: &str| {
        let known = fold(known);
        *known == *small || *known == *bare
    };
    let names = &view.context.names;
    let bodies = names.committees.iter().chain(&names.departments).chain(&names.municipality);
    let members = names.members.iter().map(|member| &member.name);
    WRITTEN.words.contains(&*small)
        || WRITTEN.words.contains(bare)
        || WRITTEN.stems.iter().any(|stem| small.strip_prefix(&**stem).is_some_and(is_known))
        || names.vocabulary.iter().any(|known| named(known))
        || bodies.chain(members).flat_map(|name| name.split([' ', '-'])).any(named)
        || view.context.dictionary.as_ref().is_some_and(|dictionary| dictionary.knows(word))
}

fn report(view: &PartView<'_>, range: TextRange, rights: &[String], findings: &mut Findings) {
    let Some(right) = rights.first() else { return };
    let word = &view.text[range];
    // What is meant is found in small letters.
    let right = &if word.starts_with(char::is_uppercase) {
        Case::Capital.apply(right).into_owned()
    } else {
        right.clone()
    };
    let note = Note::new(
        format!("Ordbogen kender ikke \"{word}\"; der menes vist \"{right}\""),
        format!("The dictionary does not know \"{word}\"; \"{right}\" may be meant"),
    );
    let report = findings.report(range, note);
    if rights.len() == 1 {
        let title = Note::new(format!("Skriv \"{right}\""), format!("Write \"{right}\""));
        report.unsafe_fix(title, Edit::respell(view.text, range, right));
    }
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

/// Does a sentence or a line begin with the word? Elsewhere a capital makes a name, and so it may where the line before has no
/// sign at its end: "Bo Braad⏎Carstens"; but under a heading begins what is written there.
pub(super) fn begins_sentence(view: &PartView<'_>, word: TextRange) -> bool {
    let before = view.text[..word.start().into()].trim_end_matches(is_space);
    if let Some(line) = before.strip_suffix('\n') {
        let end = line.trim_end_matches('\r').trim_end_matches(is_space);
        let last = end.chars().next_back().map_or(0, char::len_utf8);
        return !end.ends_with(|c: char| c.is_alphanumeric() || c == ',')
            || view.is_heading(range(end.len() - last, end.len()));
    }
    before.ends_with(['\n', '\r', '.', '!', '?', ':', '•', '-', '–', '*', '#', ')', '|']) || before.is_empty()
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::{RULE, WRITTEN};
    use document::fixture::{check, check_fix};
    use document::{Document, Engine};
    use lint::{Names, Settings};

    fn silent(line: &str) {
        check(&RULE, &format!("1. Skoler\n\nSagsfremstilling\n\n{line}\n"));
    }

    #[test]
    fn the_trades_words_are_many_and_in_small_letters() {
        assert!(WRITTEN.words.len() >= 150);
        assert!(WRITTEN.words.iter().all(|word| word.to_lowercase() == **word));
    }

    #[test]
    fn flags_slips_in_listed_words_and_in_parts_of_compounds() {
        check(
            &RULE,
            "
1. Skoler

Den nye daginsttution er et arbjedende værksted hos et fjervarmeselskab.
        ^^^^^^^^^^^^^ Ordbogen kender ikke \"daginsttution\"; der menes vist \"daginstitution\"
                            ^^^^^^^^^^
                                                       ^^^^^^^^^^^^^^^^
",
        );
    }

    #[test]
    fn ignores_words_that_are_only_unknown() {
        silent("Infillbyggeriet, boardwalken og kontraktuelle uvisiterede basisscenarier er storskala.");
        silent("Kommunen bruger onboardingforløb, lånoptag og havneudvidelsesplaner.");
    }

    #[test]
    fn ignores_names_quotations_addresses_and_italics() {
        silent("Lise Andresen og Donnermosen ligger ved Eriksmindevej.");
        silent("De ”grønne institutioenr” står på www.daginsttution.dk og i *arbjedende* form.");
    }

    #[test]
    fn names_of_bodies_are_words_and_english_is_left_alone() {
        check(
            &RULE,
            "
1. Skoler

Sagen går til Ældrerdået, Børne- og Skoleudvaglet og Beskæftiglesesudvalget i maj.
              ^^^^^^^^^^ Ordbogen kender ikke \"Ældrerdået\"; der menes vist \"Ældrerådet\"
                                    ^^^^^^^^^^^^^ Ordbogen kender ikke \"Skoleudvaglet\"; der menes vist \"Skoleudvalget\"
                                                     ^^^^^^^^^^^^^^^^^^^^^^ Ordbogen kender ikke \"Beskæftiglesesudvalget\"; der menes vist \"Beskæftigelsesudvalget\"
",
        );
        silent("Se the document and its application, der handler om protection of the environment.");
    }

    #[test]
    fn ignores_half_a_word_at_a_line_end() {
        silent(
            "Gebyret betales på Skov-\nforennigens konto, og den natio-\nnalparkkomite, som vi bad en kultur- \ndaginsttution om, kom.",
        );
    }

    #[test]
    fn ignores_names_of_programs_and_foreign_spellings() {
        silent(
            "Se Calc.Daginsttution, /usr/daginsttution/ og daginsttution(3). En function kalder et document.",
        );
    }

    #[test]
    fn ignores_a_word_that_is_written_so_again_and_again() {
        silent("En daginsttution, to daginsttution og tre daginsttution.");
    }

    #[test]
    fn words_and_names_of_the_house_are_known() {
        let found = |names: &str| {
            let names: Names = toml::from_str(names).expect("names");
            let settings = Settings::new(vec![(&RULE, RULE.severity)]);
            let engine = Engine { settings, names: Arc::new(names), ..Engine::default() };
            let text = "1. Skoler\n\nVi har en daginsttution.\n".to_owned();
            Document::new(Arc::new(engine), text).diagnostics().len()
        };
        assert_eq!(found(""), 1);
        assert_eq!(found("vocabulary = [\"Daginsttution\"]"), 0);
        assert_eq!(found("departments = [\"Center for daginsttution\"]"), 0);
    }

    #[test]
    fn writes_what_was_meant() {
        check_fix(&RULE, "1. Skoler\n\nEn daginsttution.\n", "1. Skoler\n\nEn daginstitution.\n");
        check_fix(&RULE, "1. Skoler\n\nDaginsttutionen er ny.\n", "1. Skoler\n\nDaginstitutionen er ny.\n");
    }
}
