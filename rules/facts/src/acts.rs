//! What is certain of the acts that minutes cite: `acts.toml`.

use std::sync::LazyLock;

use jiff::civil::Date;
use serde::Deserialize;

use danish::letters::small;
use text::{TextRange, range};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Acts {
    past: Vec<String>,
    words: Vec<String>,
    changed: Vec<String>,
    repealed: Vec<Repealed>,
    last: Vec<Last>,
}

/// An act that no longer holds.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Repealed {
    names: Vec<String>,
    /// The number it had, or that of the act which repealed it.
    pub number: String,
    /// From this day on it no longer held.
    pub repealed: Date,
    /// What holds now, in Danish.
    pub now_da: String,
    /// What holds now, in English.
    pub now_en: String,
}

/// An act, and the highest number that a section of it can have.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Last {
    names: Vec<String>,
    /// Where it can be looked up.
    pub number: String,
    /// No section has a higher number.
    pub section: u32,
}

fn acts() -> &'static Acts {
    static ACTS: LazyLock<Acts> = LazyLock::new(|| data::read("acts"));
    &ACTS
}

/// Does `sentence`, in small letters, speak of a former act, of the time before `act` was repealed, or of taking its name out?
pub fn is_of_the_past(sentence: &str, act: &Repealed) -> bool {
    let years = sentence.split(|c: char| !c.is_ascii_digit()).filter(|digits| digits.len() == 4);
    let mut years = years.filter_map(|digits| digits.parse::<i16>().ok());
    let holds = |list: &[String]| list.iter().any(|word| sentence.contains(&**word));
    holds(&acts().past)
        || holds(&acts().words) && holds(&acts().changed)
        || years.any(|year| (1900..act.repealed.year()).contains(&year))
}

/// The repealed acts that `text` names, each with its place.
pub fn repealed(text: &str) -> Vec<(TextRange, &'static Repealed)> {
    let mut found = Vec::new();
    let mut done = 0;
    for law in memchr::memmem::find_iter(text.as_bytes(), b"ov") {
        if let Some((place, act)) = law.checked_sub(1).and_then(|law| repealed_around(text, law))
            && usize::from(place.start()) >= done
        {
            done = place.end().into();
            found.push((place, act));
        }
    }
    found
}

/// The repealed act of whose name the "lov" at byte `law` is the first in it.
fn repealed_around(text: &str, law: usize) -> Option<(TextRange, &'static Repealed)> {
    /// Each name, with the place of the law in it.
    static NAMES: LazyLock<Vec<(&str, usize, &Repealed)>> = LazyLock::new(|| {
        let names = acts().repealed.iter().flat_map(|act| act.names.iter().map(move |name| (name, act)));
        names.filter_map(|(name, act)| Some((name.as_str(), name.find("lov")?, act))).collect()
    });
    if !matches!(text.as_bytes()[law], b'l' | b'L') {
        return None;
    }
    let whole = |start: usize, end: usize| {
        let after = text[end..].strip_prefix('s').unwrap_or(&text[end..]);
        !text[..start].ends_with(char::is_alphabetic) && !after.starts_with(char::is_alphabetic)
    };
    let named = NAMES.iter().filter_map(|&(name, at, act)| {
        let (start, end) = (law.checked_sub(at)?, law.checked_sub(at)? + name.len());
        let same = text.get(start..end)?.eq_ignore_ascii_case(name);
        (same && whole(start, end)).then(|| (range(start, end), act))
    });
    named.max_by_key(|(place, _)| place.len())
}

/// The act whose name, in the genitive or not, ends `before`: "efter folkeoplysningslovens ".
pub fn named_before(before: &str) -> Option<&'static Last> {
    let words = small(before.trim_end());
    let words = words.strip_suffix('s').unwrap_or(&words);
    act(|name| words.strip_suffix(name).is_some_and(|rest| !rest.ends_with(char::is_alphabetic)))
}

/// The act named right after a section: "§ 121 i folkeoplysningsloven".
pub fn named_after(after: &str) -> Option<&'static Last> {
    let words = small(after);
    let words = words.strip_prefix(" i ").or_else(|| words.strip_prefix("\u{a0}i "))?;
    act(|name| words.strip_prefix(name).is_some_and(|rest| !rest.starts_with(char::is_alphabetic)))
}

fn act(is: impl Fn(&str) -> bool) -> Option<&'static Last> {
    acts().last.iter().find(|act| act.names.iter().any(|name| is(name)))
}

#[cfg(test)]
mod tests {
    use super::{acts, named_after, named_before, repealed};

    #[test]
    fn acts_are_known_by_name() {
        assert_eq!(named_before("efter Folkeoplysningslovens ").map(|act| act.section), Some(60));
        assert_eq!(named_after(" i lov om planlægning, jf.").map(|act| act.section), Some(90));
        assert!(named_before("efter skoleloven ").is_none() && named_after(", jf. planloven").is_none());
    }

    #[test]
    fn repealed_acts_are_found_in_the_genitive() {
        let text = "Efter persondatalovens § 5 og Lov om social bistand.";
        let found: Vec<&str> = repealed(text).iter().map(|(place, _)| &text[*place]).collect();
        assert_eq!(found, ["persondataloven", "Lov om social bistand"]);
        assert!(repealed("bistandslovene").is_empty());
    }

    #[test]
    fn each_line_says_where_it_can_be_looked_up() {
        let numbers =
            acts().repealed.iter().map(|act| &act.number).chain(acts().last.iter().map(|act| &act.number));
        for number in numbers {
            assert!(number.contains("LOV nr. ") || number.contains("LBK nr. "), "{number}");
        }
    }
}
