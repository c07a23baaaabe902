//! The words of the dictionary with all their forms, and what each form may be.
//!
//! Stavekontrolden's flags are numbers; which word class and gender they tell is written in comments of its affix file.

use std::collections::{BTreeMap, HashSet};

use lexicon::Readings;

use crate::affixes::Endings;

const COMMON: &[u16] = &[2, 7, 14, 19, 44, 48, 58, 65, 50, 75];
const NEUTER: &[u16] = &[3, 4, 15, 18, 45, 47, 57, 66, 70, 76, 84, 51];
const PLURAL: &[u16] = &[5, 11, 13, 64, 46, 71, 85, 74];
const VERB: &[u16] = &[1, 20, 21];
const ADJECTIVE: &[u16] = &[12, 23, 24, 25, 26, 27, 28, 38, 40, 41, 42, 49, 59, 77, 78, 82];
/// A word that is listed because it is wrong.
const FORBIDDEN: u16 = 6;
/// The passive of a verb's form.
const PASSIVE: u16 = 22;
/// The neuter of an adjective.
const ADJECTIVE_NEUTER: &[u16] = &[49, 82];

/// Flags of one entry.
struct Flags(HashSet<u16>);

impl Flags {
    fn any(&self, of: &[u16]) -> bool {
        of.iter().any(|flag| self.0.contains(flag))
    }
}

/// All forms of a dictionary.
pub(crate) fn forms(aff: &str, dic: &str) -> BTreeMap<String, Readings> {
    let mut forms = Forms { endings: Endings::new(aff), forms: BTreeMap::new() };
    for line in dic.lines().skip(1) {
        forms.entry(line.trim_end());
    }
    forms.forms
}

struct Forms {
    endings: Endings,
    forms: BTreeMap<String, Readings>,
}

impl Forms {
    fn add(&mut self, form: &str, reading: Readings) {
        *self.forms.entry(form.to_owned()).or_default() |= reading;
    }

    /// Reads "plan/2,11 al:planen": the word, its flags, and forms that no flag gives.
    fn entry(&mut self, line: &str) {
        let (entry, rest) = line.split_once(char::is_whitespace).unwrap_or((line, ""));
        let phrase = rest.split_whitespace().any(|field| !field.contains(':'));
        let (word, flags) = entry.split_once('/').unwrap_or((entry, ""));
        let flags = Flags(flags.split(',').filter_map(|flag| flag.parse().ok()).collect());
        if word.is_empty() || word.starts_with(['-', '#']) || phrase || flags.any(&[FORBIDDEN]) {
            return;
        }
        let others: Vec<&str> =
            rest.split_whitespace().filter_map(|field| field.strip_prefix("al:")).collect();
        let verb = flags.any(VERB);
        let gender = gender(&flags);
        let adjective = flags.any(ADJECTIVE) && gender.is_none() && !verb;
        if gender.is_some() || (flags.any(PLURAL) && !verb && !adjective) {
            self.noun(word, gender, &flags);
        }
        if verb {
            self.verb(word, &flags);
        } else if is_irregular_verb(word, &others) {
            self.irregular_verb(word, &others);
        }
        if adjective {
            self.adjective(word, &flags);
        }
        if gender.is_none() && !verb && !adjective && others.is_empty() {
            self.add(word, Readings::OTHER);
        }
    }

    fn noun(&mut self, word: &str, gender: Option<Gender>, flags: &Flags) {
        // 74 marks a plural that is an entry of its own, 46 a plural like the singular.
        if flags.any(&[74]) {
            self.add(word, Readings::PLURAL);
        } else {
            self.add(word, indefinite(gender));
        }
        if flags.any(&[46]) {
            self.add(word, Readings::PLURAL);
        }
        let flags: Vec<u16> = flags.0.iter().copied().collect();
        self.noun_forms(word, gender, &flags);
    }

    fn noun_forms(&mut self, word: &str, gender: Option<Gender>, flags: &[u16]) {
        let mut doubled = Vec::new();
        let mut found = Vec::new();
        for &flag in flags {
            let own = gender_of(flag).or(gender);
            for (form, ending) in self.endings.of(word, flag) {
                match ending.meaning.as_str() {
                    meaning if meaning.starts_with("BESTEMT_ENTAL") => found.push((form, definite(own))),
                    // The dictionary's endings of "regel" call "regler" definite and "reglerne" indefinite.
                    "PLUR_UBEK" | "PLUR_BEK" if form.ends_with("lerne") => {
                        found.push((form, Readings::DEFINITE_PLURAL));
                    }
                    "PLUR_BEK" if !form.ends_with("ne") => found.push((form, Readings::PLURAL)),
                    "PLUR_UBEK" => found.push((form, Readings::PLURAL)),
                    "PLUR_BEK" => found.push((form, Readings::DEFINITE_PLURAL)),
                    meaning if meaning.starts_with("GENITIV") => found.push((form, Readings::GENITIVE)),
                    "KONSONANT_FORDOBLING" => doubled.push((form, ending.flags.clone())),
                    _ if flag == 8 => found.push((form, Readings::DEFINITE_NEUTER)),
                    _ => {}
                }
            }
        }
        for (form, reading) in found {
            self.add(&form, reading);
        }
        for (form, flags) in doubled {
            let kept = |flag: &u16| COMMON.contains(flag) || NEUTER.contains(flag) || PLURAL.contains(flag);
            let flags: Vec<u16> = flags.into_iter().filter(kept).collect();
            self.noun_forms(&form, gender, &flags);
        }
    }

    fn verb(&mut self, word: &str, flags: &Flags) {
        self.add(word, Readings::INFINITIVE);
        let mut found = Vec::new();
        for &flag in flags.0.iter().filter(|flag| VERB.contains(flag) || matches!(flag, 22 | 79)) {
            for (form, ending) in self.endings.of(word, flag) {
                let reading = match ending.meaning.as_str() {
                    "NUTID" => Readings::PRESENT,
                    "DATID" => Readings::PAST,
                    "PERF_PART" => Readings::PARTICIPLE,
                    "IMPERATIV" => Readings::IMPERATIVE,
                    "PASSIV" => Readings::PASSIVE,
                    meaning if meaning.starts_with("PRÆSENS_PART") => Readings::ADJECTIVE_FIXED,
                    // "håndteren", and its genitive.
                    "GENITIV" => Readings::GENITIVE,
                    _ if flag == 79 => Readings::DEFINITE_COMMON,
                    _ => Readings::OTHER,
                };
                if ending.flags.contains(&PASSIVE) {
                    let passives = self.endings.of(&form, PASSIVE);
                    found.extend(
                        passives.map(|(passive, _)| (passive, Readings::PASSIVE)).collect::<Vec<_>>(),
                    );
                }
                found.push((form, reading));
            }
        }
        for (form, reading) in found {
            self.add(&form, reading);
        }
    }

    /// A strong verb, whose forms are listed: "skrive al:skriver al:skrev al:skrevet".
    fn irregular_verb(&mut self, word: &str, others: &[&str]) {
        self.add(word, Readings::INFINITIVE);
        for form in others {
            let reading = if *form == format!("{word}r") {
                Readings::PRESENT
            } else if form.ends_with('s') && !word.ends_with("se") {
                Readings::PASSIVE
            } else if form.ends_with("nde") {
                Readings::ADJECTIVE_FIXED
            } else if ["et", "en", "ne", "ede"].iter().any(|end| form.ends_with(end)) {
                Readings::PARTICIPLE
            } else if word.strip_suffix('e').is_some_and(|stem| stem.starts_with(form)) {
                // "vælg", "løb": the order, and in some verbs the past as well.
                Readings::IMPERATIVE | Readings::PAST
            } else {
                Readings::PAST
            };
            self.add(form, reading);
        }
    }

    fn adjective(&mut self, word: &str, flags: &Flags) {
        self.add(word, Readings::ADJECTIVE_COMMON);
        let mut has_neuter = false;
        let mut found = Vec::new();
        for &flag in flags.0.iter().filter(|flag| ADJECTIVE.contains(flag)) {
            for (form, ending) in self.endings.of(word, flag) {
                let meaning = ending.meaning.as_str();
                if ADJECTIVE_NEUTER.contains(&flag) {
                    has_neuter = true;
                    found.push((form, Readings::ADJECTIVE_NEUTER));
                } else if meaning.starts_with("KOMP") || meaning.starts_with("SUPER") {
                    found.push((form, Readings::ADJECTIVE_FIXED));
                } else if !meaning.starts_with("GEN") {
                    found.push((form, Readings::ADJECTIVE_E));
                }
            }
        }
        if !has_neuter {
            self.add(word, Readings::ADJECTIVE_NEUTER);
        }
        for (form, reading) in found {
            self.add(&form, reading);
        }
    }
}

#[derive(Clone, Copy)]
enum Gender {
    Common,
    Neuter,
}

fn gender_of(flag: u16) -> Option<Gender> {
    match flag {
        _ if COMMON.contains(&flag) => Some(Gender::Common),
        _ if NEUTER.contains(&flag) => Some(Gender::Neuter),
        _ => None,
    }
}

fn gender(flags: &Flags) -> Option<Gender> {
    match flags.any(COMMON) {
        true => Some(Gender::Common),
        false => flags.any(NEUTER).then_some(Gender::Neuter),
    }
}

fn indefinite(gender: Option<Gender>) -> Readings {
    match gender {
        Some(Gender::Common) => Readings::COMMON,
        Some(Gender::Neuter) => Readings::NEUTER,
        None => Readings::GENDERLESS,
    }
}

fn definite(gender: Option<Gender>) -> Readings {
    match gender {
        Some(Gender::Neuter) => Readings::DEFINITE_NEUTER,
        _ => Readings::DEFINITE_COMMON,
    }
}

/// Do the listed forms bend as those of a verb whose infinitive is `word`?
fn is_irregular_verb(word: &str, others: &[&str]) -> bool {
    let infinitive = word.ends_with('e')
        || ["å", "se", "bo", "tro", "dø", "le", "ske", "gro", "sno"].iter().any(|end| word.ends_with(end));
    let shortened = word.strip_suffix('e').unwrap_or(word);
    let bends = |form: &&str| {
        **form == format!("{word}nde")
            || **form == format!("{word}ende")
            || **form == format!("{shortened}ende")
            || **form == format!("{word}r")
    };
    infinitive && others.iter().any(|form| form.ends_with('r')) && others.iter().any(bends)
}
