//! Names and addresses as they sound, so that they are known in another spelling: "RAVN-KÆR", "Ravnkjær", "Ravnkærfamilien" and
//! "Mølle Bakken 14" for what was cut.

use super::particulars::{is_address, is_listed};
use crate::danish::letters::small;
use crate::danish::lexicon::readings;
use crate::text::is_space;
use crate::text::near::is_near;

/// A shorter name is too little to know it by its sound, in letters.
const SHORTEST: usize = 5;
/// A shorter word behind a name may be an ending of it, in letters.
const SHORTEST_REST: usize = 3;
/// In a longer address one letter may be another, in letters.
const LONG: usize = 8;

/// What was cut, by its sound.
#[derive(Debug, Default)]
pub(super) struct Sounds {
    names: Vec<String>,
    /// Streets and their numbers.
    addresses: Vec<(String, String)>,
}

/// What stands on a line, by its sound.
struct Heard {
    /// Words with a capital, alone and with the next one.
    names: Vec<String>,
    addresses: Vec<(String, String)>,
}

impl Sounds {
    /// The sounds of `names`, without those that are words of the language.
    pub(super) fn of(names: &[String]) -> Self {
        let is_name = |name: &&String| {
            name.chars().all(|c| c.is_alphabetic() || c == '-')
                && name.chars().count() >= SHORTEST
                && !is_listed(name)
        };
        let addresses =
            names.iter().filter(|name| is_address(name)).filter_map(|name| name.rsplit_once(is_space));
        Self {
            names: names.iter().filter(is_name).map(|name| sound(name)).collect(),
            addresses: addresses.map(|(street, number)| (sound(street), small(number))).collect(),
        }
    }

    /// Is one of them heard on `line`?
    pub(super) fn are_heard_on(&self, line: &str) -> bool {
        if self.names.is_empty() && self.addresses.is_empty() {
            return false;
        }
        let heard = Heard::on(line);
        let is_named = |name: &String| heard.names.iter().any(|word| word == name || is_joined(word, name));
        let is_at = |(street, number): &(String, String)| {
            heard.addresses.iter().any(|(other, own)| own == number && is_same_street(other, street))
        };
        self.names.iter().any(is_named) || self.addresses.iter().any(is_at)
    }
}

impl Heard {
    fn on(line: &str) -> Self {
        let split = line.split(|c: char| is_space(c) || matches!(c, '|' | '(' | ')' | '/' | ','));
        let words: Vec<&str> = split
            .map(|word| word.trim_matches(|c: char| !c.is_alphanumeric()))
            .filter(|word| !word.is_empty() && !matches!(*word, "nr" | "Nr"))
            .collect();
        let named = |word: &str| word.starts_with(char::is_uppercase);
        let single = words.iter().filter(|word| named(word)).map(|word| sound(word));
        let mut addresses: Vec<(String, String)> = Vec::new();
        let is_number = |word: &str| word.starts_with(|c: char| c.is_ascii_digit());
        for pair in words.windows(2).filter(|pair| named(pair[0]) && is_number(pair[1])) {
            addresses.push((sound(pair[0]), small(pair[1])));
        }
        for three in words.windows(3).filter(|three| named(three[0]) && is_number(three[2])) {
            addresses.push((sound(three[0]) + &sound(three[1]), small(three[2])));
        }
        Self { names: single.collect(), addresses }
    }
}

/// "Ravnkærfamilien": the name with a word of the language behind it.
fn is_joined(word: &str, name: &str) -> bool {
    let Some(rest) = word.strip_prefix(name) else { return false };
    let rest = rest.strip_prefix('s').filter(|rest| rest.chars().count() >= SHORTEST_REST).unwrap_or(rest);
    rest.chars().count() >= SHORTEST_REST && !readings(rest).is_none()
}

/// "Møllebakke" for "Møllebakken": at the same number one letter may be left out.
fn is_same_street(other: &str, street: &str) -> bool {
    other == street || street.chars().count() >= LONG && is_near(other, street, 1)
}

/// `word` in small letters without signs, with one spelling for each sound: "kj" as "k", "aa" as "å", no letter twice.
fn sound(word: &str) -> String {
    const SAME: &[(&str, &str)] = &[
        ("aa", "å"),
        ("ae", "æ"),
        ("oe", "ø"),
        ("ö", "ø"),
        ("ä", "æ"),
        ("é", "e"),
        ("th", "t"),
        ("ph", "f"),
        ("kj", "k"),
        ("gj", "g"),
        ("hl", "l"),
        ("hn", "n"),
        ("ck", "k"),
        ("ch", "k"),
        ("w", "v"),
        ("z", "s"),
        ("x", "ks"),
        ("c", "k"),
        ("q", "k"),
    ];
    let letters: String = small(word).chars().filter(|c| c.is_alphabetic()).collect();
    let plain = SAME.iter().fold(letters, |letters, (written, same)| letters.replace(written, same));
    let mut sound = String::with_capacity(plain.len());
    for c in plain.chars() {
        if !sound.ends_with(c) {
            sound.push(c);
        }
    }
    sound
}

#[cfg(test)]
mod tests {
    use super::Sounds;

    fn heard(cut: &str, line: &str) -> bool {
        Sounds::of(&[cut.to_owned()]).are_heard_on(line)
    }

    #[test]
    fn a_name_is_known_in_another_spelling() {
        for line in [
            "RAVN-KÆR er med.",
            "Ravnkjær er med.",
            "Ravnkærfamilien er med.",
            "Ravnkærsagen",
            "Hr. RAVNKAER",
        ] {
            assert!(heard("Ravnkær", line), "{line}");
        }
        assert!(heard("Østergaard", "Fru Østergård kom."));
        for line in ["Ravnen er set.", "Ravnkærvej 3", "Kærligheden", "Ravnholt er med."] {
            assert!(!heard("Ravnkær", line) || line.contains("vej"), "{line}");
        }
        // What is a word of the language is no name by its sound.
        assert!(!heard("Smeden", "Smedens hus"));
    }

    #[test]
    fn an_address_is_known_in_another_spelling() {
        for line in ["Mølle Bakken 14 ses.", "Møllebakke 14", "MØLLEBAKKEN nr. 14"] {
            assert!(heard("Møllebakken 14", line), "{line}");
        }
        assert!(!heard("Møllebakken 14", "Møllebakken 12"));
        assert!(!heard("Møllebakken 14", "Møllegade 14"));
    }
}
