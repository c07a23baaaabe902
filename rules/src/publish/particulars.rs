//! Words by which closed matter is known again: a name, a firm, an address, a figure, the number of a case, a link.

use crate::confidential::closed::{
    is_before_name, is_common_host, is_file, is_firm, is_place, is_usual, may_be_family,
};
use crate::confidential::telling_title::names_matter;
use crate::danish::lexicon::{is_compound, readings};
use crate::danish::sentences::sentences;
use crate::facts::amounts::is_in_groups;
use crate::privacy::streets::is_street;
use crate::text::{is_space, range_of};

/// Fewer digits make no figure that is one case's own.
const DIGITS: usize = 5;
/// Fewer digits beside letters make no number of a case.
const REFERENCE: usize = 4;
/// A shorter name is too little to know it by, in letters.
const SHORTEST: usize = 4;

/// "Kirkevej 12", "Nordlys Vind ApS", "2.450.000", "BS-4122/2025", "17 ck", "x@y.dk" in `line`.
pub(super) fn particulars(line: &str) -> Vec<&str> {
    let words = words(line);
    let figures = words.iter().copied().filter(|word| is_figure(word) || is_reference(word) || is_link(word));
    let pairs =
        words.windows(2).filter(|pair| is_address_of(pair[0], pair[1]) || is_named_firm(pair[0], pair[1]));
    let joined = pairs.map(|pair| between(line, pair[0], pair[1]));
    let plots =
        words.windows(3).filter(|three| is_plot(three)).map(|three| between(line, three[1], three[2]));
    let phones = words
        .windows(4)
        .filter(|four| four.iter().all(|two| is_pair(two)))
        .map(|four| between(line, four[0], four[3]));
    let threes = words
        .windows(3)
        .filter(|three| is_plate(three) || is_flat(three))
        .map(|three| between(line, three[0], three[2]));
    let marked = words.windows(2).filter_map(|pair| is_marked_figure(pair[0], pair[1]));
    figures.chain(joined).chain(plots).chain(phones).chain(threes).chain(marked).collect()
}

/// Words of `line` with a capital that only names have: inside a sentence, or known to nobody.
pub(super) fn proper_names(line: &str) -> Vec<&str> {
    let mut names = Vec::new();
    // "RESUMÉ" by itself heads what follows.
    let is_heading = !line.contains(char::is_lowercase) && words(line).len() == 1;
    for sentence in sentences(line).filter(|_| !is_heading) {
        let said = &line[sentence];
        let mut begins = true;
        let mut before = "";
        for word in said.split(|c: char| is_space(c) || matches!(c, '|' | '(' | ')' | '/' | ',')) {
            let bare = word.trim_matches(|c: char| !c.is_alphabetic());
            let is_number = !word.is_empty() && bare.is_empty();
            let is_label = begins && is_label(word);
            if !bare.is_empty() && !is_label && (is_name(bare, begins) || !begins && is_called(before, bare))
            {
                names.push(bare.strip_suffix("'s").or_else(|| bare.strip_suffix('\'')).unwrap_or(bare));
            }
            // A colon, a dash and a number begin anew: "Beslutning: Godkendt", "2. Godkendt".
            before = bare;
            let goes_on = word.is_empty() && begins;
            begins = goes_on || is_number || word.ends_with([':', '.', '–', '-', '?', '!', '»', '"']);
        }
    }
    names
}

/// "Sagsnr.:", "Journalnr.:": a shortened word before a colon.
fn is_label(word: &str) -> bool {
    word.ends_with(".:") || word.trim_end_matches([':', '.']).ends_with("nr")
}

/// "ejendommen Kildehus": a name by the noun before it, whatever it looks like.
fn is_called(before: &str, word: &str) -> bool {
    word.starts_with(char::is_uppercase) && word.chars().count() >= SHORTEST && is_before_name(before)
}

fn is_name(word: &str, begins: bool) -> bool {
    let in_capitals = !word.contains(char::is_lowercase);
    word.starts_with(char::is_uppercase)
        && word.chars().count() >= SHORTEST
        && !is_place(word)
        && !is_usual(word)
        && !((begins || in_capitals) && is_listed(word))
}

/// Does the dictionary have `word`, or the parts of it that make no name of a family?
pub(super) fn is_listed(word: &str) -> bool {
    let lower = word.to_lowercase();
    !readings(&lower).is_none() || is_compound(&lower) && !may_be_family(word) || names_matter(word)
}

fn words(line: &str) -> Vec<&str> {
    line.split(|c: char| is_space(c) || matches!(c, '|' | '(' | ')'))
        .map(|word| word.trim_matches(|c: char| !c.is_alphanumeric()))
        .filter(|word| !word.is_empty())
        .collect()
}

fn between<'l>(line: &'l str, first: &str, last: &str) -> &'l str {
    &line[range_of(line, first).cover(range_of(line, last))]
}

/// Is one of these an address: "Kirkevej 12"?
pub(super) fn is_address(particular: &str) -> bool {
    particular.rsplit_once(is_space).is_some_and(|(street, number)| is_address_of(street, number))
}

fn is_address_of(street: &str, number: &str) -> bool {
    let small = number.trim_end_matches(|c: char| c.is_ascii_alphabetic());
    (is_street(street) || street.starts_with(char::is_uppercase) && is_place(street))
        && (1..=3).contains(&small.len())
        && small.bytes().all(|byte| byte.is_ascii_digit())
}

fn is_named_firm(name: &str, form: &str) -> bool {
    name.starts_with(char::is_uppercase) && is_firm(form)
}

/// "2.450.000": digits in groups.
fn is_figure(word: &str) -> bool {
    is_in_groups(word) && n_digits(word) >= DIGITS
}

/// "BS-41223/2025", "25/4471", "21436587": digits that are no day, no span of years and no part of a law.
fn is_reference(word: &str) -> bool {
    let groups: Vec<&str> =
        word.split(|c: char| !c.is_ascii_digit()).filter(|group| !group.is_empty()).collect();
    let is_year = |group: &&&str| group.len() == 4 && (group.starts_with("19") || group.starts_with("20"));
    let n_years = groups.iter().filter(is_year).count();
    let is_day = groups.len() == 3
        && groups.iter().all(|group| group.len() <= 4)
        && word.chars().all(|c| c.is_ascii_digit() || matches!(c, '.' | '-' | '/'));
    let parted = word.chars().any(|c| c.is_alphabetic() || matches!(c, '/' | '-'));
    let is_odd = word.contains(',') || word.contains('.') && !word.contains(['/', '-']);
    !is_day
        && !is_odd
        && n_digits(word) >= REFERENCE + 4 * n_years
        && (parted && groups.len() > 1
            || groups.iter().any(|group| group.len() >= DIGITS) && groups.len() == 1
            || parted && word.starts_with(char::is_uppercase))
}

/// "parcel41@lystmail.dk", `https://kort.example.dk/sag`.
fn is_link(word: &str) -> bool {
    is_file(word)
        || word.contains("://")
        || word.starts_with("www.")
        || word.split_once('@').is_some_and(|(name, host)| !name.is_empty() && host.contains('.'))
}

/// Where the addresses in `line` lead to, "omsorgia.dk", and the name in that: "omsorgia". Hosts that give anybody an address
/// are nobody's own.
pub(super) fn hosts(line: &str) -> Vec<&str> {
    let mut hosts = Vec::new();
    for word in words(line).into_iter().filter(|word| is_link(word) && !is_file(word)) {
        let behind =
            word.split_once('@').or_else(|| word.split_once("://")).map_or(word, |(_, behind)| behind);
        let host = behind.split(['/', '?', ':', '#']).next().unwrap_or(behind);
        let host = host.strip_prefix("www.").unwrap_or(host).trim_end_matches('.');
        let Some((name, _)) = host.rsplit_once('.').filter(|_| !is_common_host(host)) else { continue };
        let name = name.rsplit('.').next().unwrap_or(name);
        hosts.push(host);
        if name.chars().count() > SHORTEST && !is_listed(name) {
            hosts.push(name);
        }
    }
    hosts
}

/// "matr.nr. 17 ck".
fn is_plot(words: &[&str]) -> bool {
    let [before, number, letters] = words else { return false };
    before.to_lowercase().starts_with("matr")
        && number.bytes().all(|byte| byte.is_ascii_digit())
        && letters.len() <= 3
        && letters.bytes().all(|byte| byte.is_ascii_lowercase())
}

/// "7ab", "17 ck": the number and the letters of a plot.
pub(super) fn plot(words: &str) -> Option<(&str, &str)> {
    let at = words.find(|c: char| !c.is_ascii_digit())?;
    let (number, letters) = (&words[..at], words[at..].trim_start_matches(is_space));
    let is_plot = (1..=4).contains(&number.len())
        && (1..=3).contains(&letters.len())
        && letters.bytes().all(|byte| byte.is_ascii_lowercase());
    is_plot.then_some((number, letters))
}

/// "14, 2. tv": a house, a floor and a side.
fn is_flat(words: &[&str]) -> bool {
    let [house, floor, side] = words else { return false };
    let is_number = |word: &str, most: usize| {
        (1..=most).contains(&word.len()) && word.bytes().all(|byte| byte.is_ascii_digit())
    };
    is_number(house.trim_end_matches(|c: char| c.is_ascii_alphabetic()), 3)
        && (is_number(floor, 2) || matches!(*floor, "st" | "kl"))
        && matches!(*side, "tv" | "th" | "mf")
}

/// "AB 12 345"
fn is_plate(words: &[&str]) -> bool {
    let [letters, two, three] = words else { return false };
    let is_row = |word: &str, len: usize| word.len() == len && word.bytes().all(|byte| byte.is_ascii_digit());
    letters.len() == 2
        && letters.bytes().all(|byte| byte.is_ascii_uppercase())
        && is_row(two, 2)
        && is_row(three, 3)
}

/// "født 12.03.2019", "2,31 pct.": the figure.
fn is_marked_figure<'l>(first: &'l str, second: &'l str) -> Option<&'l str> {
    let is_day = |word: &str| {
        n_digits(word) >= 6 && word.chars().all(|c| c.is_ascii_digit() || matches!(c, '.' | '-' | '/'))
    };
    let is_rate = |word: &str| {
        word.contains(',') && n_digits(word) >= 3 && word.chars().all(|c| c.is_ascii_digit() || c == ',')
    };
    if first.to_lowercase().starts_with("fød") && is_day(second)
        || first.to_lowercase().starts_with("matr") && plot(second).is_some()
    {
        return Some(second);
    }
    (is_rate(first) && matches!(second.trim_end_matches('.'), "pct" | "procent")).then_some(first)
}

fn is_pair(word: &str) -> bool {
    word.len() == 2 && word.bytes().all(|byte| byte.is_ascii_digit())
}

fn n_digits(word: &str) -> usize {
    word.bytes().filter(u8::is_ascii_digit).count()
}

/// `words` as a link or the name of a file would have them: small, without signs, "ø" as "oe".
pub fn slug(words: &str) -> String {
    let mut slug = String::with_capacity(words.len());
    for c in words.chars().flat_map(char::to_lowercase) {
        match c {
            'æ' => slug.push_str("ae"),
            'ø' => slug.push_str("oe"),
            'å' => slug.push_str("aa"),
            _ if c.is_alphanumeric() => slug.push(c),
            _ => {}
        }
    }
    slug
}

#[cfg(test)]
mod tests {
    use super::{particulars, proper_names, slug};

    #[test]
    fn an_address_a_firm_and_a_figure_are_known_again() {
        let of = |line| particulars(line);
        assert_eq!(of("Kommunen sælger Kirkevej 12 til Tømrer Dam."), ["Kirkevej 12"]);
        assert_eq!(of("Bud fra Nordlys Vind ApS på 2.450.000 kr."), ["2.450.000", "Vind ApS"]);
        assert!(of("Punkt 2, bilag 3, den 12.05.2026 kl. 16.30 og uge 12").is_empty());
    }

    #[test]
    fn a_case_a_plot_a_phone_and_a_link_are_known_again() {
        let of = |line| particulars(line);
        assert_eq!(of("Sagen BS-41223/2025 forliges."), ["BS-41223/2025"]);
        assert_eq!(of("Journal 25/4471"), ["25/4471"]);
        assert_eq!(of("Matr.nr. 17 ck tages."), ["17 ck"]);
        assert_eq!(of("Matr.nr. 7ab sælges."), ["7ab"]);
        assert_eq!(of("Lejeren i nr. 14, 2. tv. opsiges."), ["14, 2. tv"]);
        assert_eq!(of("Ring 86 12 34 56."), ["86 12 34 56"]);
        assert_eq!(of("Bilen er AB 12 345, renten 2,31 pct."), ["AB 12 345", "2,31"]);
        assert_eq!(of("Skriv til parcel41@lystmail.dk."), ["parcel41@lystmail.dk"]);
        assert!(of("Budget 2024-2027, § 10, stk. 2, 2025/2026, lov nr. 1234, 7.a").is_empty());
    }

    #[test]
    fn a_capital_inside_a_sentence_makes_a_name() {
        assert_eq!(proper_names("Grunden sælges til Murerfirmaet Trolle."), ["Murerfirmaet", "Trolle"]);
        assert_eq!(proper_names("Beslutning: Godkendt. Klagen afvises."), [""; 0]);
        assert_eq!(proper_names("Valdemar bortvises."), ["Valdemar"]);
        assert_eq!(slug("Ravnsborg Teglværk"), "ravnsborgteglvaerk");
    }
}
