//! The heading of a decision: which body decided, and when.

mod names;

use jiff::civil::Date;

use self::names::is_proper_name;
pub use self::names::{body_behind_link, body_name, placed_body_name};
use super::vocabulary::Vocabulary;
use danish::date;
use text::{TextRange, is_space, range, range_of, trim};

/// A decision's heading taken apart; ranges are bytes of the line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DecisionHeading {
    /// The body that decided, as written.
    pub body: Option<TextRange>,
    /// The date of the decision, as written and as a day; the day is `None` for a date that does not exist.
    pub date: Option<(TextRange, Option<Date>)>,
    /// Does the heading tell of an earlier decision ("Beslutning fra …, pkt. 563")?
    pub earlier: bool,
}

/// Reads "Beslutning i Byrådet den 04-04-2022" and its kin; `None` for any other line.
pub fn decision_heading(line: &str, vocabulary: &Vocabulary) -> Option<DecisionHeading> {
    let words = line.trim_end_matches([':', '.']).trim_end_matches(is_space);
    let rest = strip_word(words, "Beslutning").or_else(|| strip_word(words, "BESLUTNING"));
    match rest {
        Some(rest) => after_beslutning(line, rest, vocabulary),
        None => body_and_date(line, words, vocabulary).or_else(|| of_body(line, words, vocabulary)),
    }
}

/// `name` without the years of an election period after it.
pub fn without_period(name: &str) -> &str {
    let Some((rest, last)) = name.rsplit_once(is_space) else { return name };
    let years = last.len() >= 4 && last.chars().all(|c| c.is_ascii_digit() || c == '-' || c == '–');
    if years { rest.trim_end_matches(is_space) } else { name }
}

/// The name of a body in the form to compare: small letters, no election period, no spaces around hyphens.
pub fn folded_body(name: &str) -> String {
    let mut folded = String::with_capacity(name.len());
    for c in without_period(trim(name)).chars().flat_map(char::to_lowercase) {
        match c {
            '-' | '–' | '\u{2010}' | '\u{2011}' => {
                folded.truncate(folded.trim_end().len());
                folded.push('-');
            }
            c if is_space(c) => {
                if !folded.ends_with(' ') {
                    folded.push(' ');
                }
            }
            c => folded.push(c),
        }
    }
    folded
}

/// What follows `word` at the start of `text`, when a space stands between.
fn strip_word<'t>(text: &'t str, word: &str) -> Option<&'t str> {
    let rest = text.strip_prefix(word)?;
    rest.starts_with(is_space).then(|| rest.trim_start_matches(is_space))
}

/// "Økonomiudvalgets beslutning": whose decision it is, with no day.
fn of_body(line: &str, words: &str, vocabulary: &Vocabulary) -> Option<DecisionHeading> {
    let name = before_decision(words)?.strip_suffix(['s', 'S'])?;
    let body = body_name(name, vocabulary)?;
    Some(DecisionHeading { body: Some(range_of(line, body)), date: None, earlier: false })
}

/// What stands before " beslutning" at the end of `words`: in a heading the body, in the genitive.
pub fn before_decision(words: &str) -> Option<&str> {
    [" beslutning", " Beslutning", " BESLUTNING"].iter().find_map(|end| words.strip_suffix(end))
}

/// What leads to the body where all of the heading is in capitals.
const IN_CAPITALS: [&str; 4] = ["I ", "FRA ", "AF ", "TRUFFET AF "];

fn after_beslutning(line: &str, rest: &str, vocabulary: &Vocabulary) -> Option<DecisionHeading> {
    if rest.eq_ignore_ascii_case("den") {
        return Some(DecisionHeading { body: None, date: None, earlier: false });
    }
    let lead = ["i ", "fra ", "af ", "truffet af ", "i: ", "i\u{a0}"]
        .iter()
        .chain(IN_CAPITALS.iter().filter(|_| line.starts_with("BESLUTNING")))
        .find_map(|word| rest.strip_prefix(word));
    let earlier = rest.starts_with("fra ") || rest.starts_with("FRA ");
    let rest = lead.unwrap_or(rest).trim_start_matches(is_space);
    let (before, date) = split_date(line, rest);
    let (name, point) = match before {
        Some(before) => (before, false),
        None => strip_point(rest),
    };
    let body = trim(name.trim_end_matches([',', ':', '-', '–', ' ', '\u{a0}']));
    if body.is_empty() {
        return date.map(|date| DecisionHeading { body: None, date: Some(date), earlier });
    }
    let named = body_name(body, vocabulary).is_some();
    // A misspelt body is still one when a date follows: "Beslutning i Socialudvaget den 14-09-2020".
    let shaped = date.is_some() && body.starts_with(char::is_uppercase) && body.len() <= 120;
    let body = (named || shaped).then(|| range_of(line, body))?;
    Some(DecisionHeading { body: Some(body), date, earlier: earlier || point })
}

/// "Byrådet, 4. april 2022, pkt. 12", "Byrådets møde 28. november 2005", "07-02-2022 Byrådet".
fn body_and_date(line: &str, words: &str, vocabulary: &Vocabulary) -> Option<DecisionHeading> {
    if words.len() > 160 {
        return None;
    }
    let (words, point) = strip_point(words);
    if !may_be_dated(words) {
        return None;
    }
    let found = date::dates(words).last()?;
    let (start, end) = (usize::from(found.range.start()), usize::from(found.range.end()));
    let day = Some((range_of(line, &words[start..end]), found.date()));
    let (before, after) = (trim(&words[..start]), trim(&words[end..]));
    let name = if before.is_empty() { after } else { before };
    if (!before.is_empty() && !after.is_empty()) || name.is_empty() {
        return None;
    }
    let name = trim(name.trim_end_matches([',', ':']));
    let tails = &vocabulary.bodies.tails;
    let name = tails.iter().find_map(|tail| name.strip_suffix(&**tail)).unwrap_or(name);
    // The number of an item behind the day says that "Social og Sundhed" is who met.
    let numbered =
        || (point && name.len() <= LONGEST_POINT && is_proper_name(name, &vocabulary.bodies)).then_some(name);
    let body = body_name(name, vocabulary).or_else(numbered)?;
    Some(DecisionHeading { body: Some(range_of(line, body)), date: day, earlier: point })
}

/// Can a date stand at one end of `words`? A look at the first and the last word tells most prose apart.
fn may_be_dated(words: &str) -> bool {
    let bytes = words.as_bytes();
    if [bytes.first(), bytes.last()].into_iter().flatten().any(u8::is_ascii_digit) {
        return true;
    }
    // Months have no letters above ASCII, and "8.marts" may be one word.
    let month = bytes.iter().rev().take_while(|byte| byte.is_ascii_alphabetic()).count();
    let first =
        &words[..bytes.iter().position(|byte| matches!(byte, b' ' | b'.' | b',' | 0xc2 | 0xe2)).unwrap_or(0)];
    let begins = || first.eq_ignore_ascii_case("den") || first.eq_ignore_ascii_case("d");
    date::is_month(&words[words.len() - month..]) || begins() || date::weekday_from(first).is_some()
}

/// The part of `rest` before its last date, and that date, when nothing but ", pkt. 12" follows it.
fn split_date<'t>(line: &str, rest: &'t str) -> (Option<&'t str>, Option<(TextRange, Option<Date>)>) {
    let (words, _) = strip_point(rest);
    let Some(found) = date::dates(words).last() else { return (None, None) };
    let (start, end) = (usize::from(found.range.start()), usize::from(found.range.end()));
    if !trim(&words[end..]).is_empty() {
        return (None, None);
    }
    let at = range_of(line, &words[start..end]);
    let digits = date_words(&line[at]);
    (Some(&words[..start]), Some((range(usize::from(at.start()) + digits, at.end().into()), found.date())))
}

/// How many bytes of a date its introduction takes: "den ", "d. ".
fn date_words(date: &str) -> usize {
    date.find(|c: char| c.is_ascii_digit()).unwrap_or(0)
}

/// ", pkt. 12" is shorter than this, in bytes.
const LONGEST_POINT: usize = 30;

/// `words` without ", pkt. 12" at its end, and whether it was there.
pub fn strip_point(words: &str) -> (&str, bool) {
    let Some((before, last)) = words.rsplit_once(',') else { return (words, false) };
    if last.len() > LONGEST_POINT {
        return (words, false);
    }
    let last = trim(last).to_lowercase();
    let point = ["pkt.", "pkt", "punkt", "sag nr."]
        .iter()
        .any(|word| last.strip_prefix(word).is_some_and(|n| trim(n).bytes().all(|b| b.is_ascii_digit())));
    if point { (before, true) } else { (words, false) }
}

#[cfg(test)]
mod tests {
    use super::{body_name, decision_heading, folded_body};
    use crate::vocabulary::Vocabulary;

    fn read(line: &str) -> Option<(Option<&str>, Option<&str>, bool)> {
        let heading = decision_heading(line, Vocabulary::common())?;
        Some((heading.body.map(|r| &line[r]), heading.date.map(|(r, _)| &line[r]), heading.earlier))
    }

    #[test]
    fn body_and_date_are_read() {
        assert_eq!(
            read("Beslutning i Social- og Kulturudvalget den 14-09-2020"),
            Some((Some("Social- og Kulturudvalget"), Some("14-09-2020"), false))
        );
        assert_eq!(
            read("Beslutning Byrådet den 1. oktober 2018:"),
            Some((Some("Byrådet"), Some("1. oktober 2018"), false))
        );
        assert_eq!(
            read("BESLUTNING I HAVNE- OG TEKNIKUDVALGET DEN 14. APRIL 2026"),
            Some((Some("HAVNE- OG TEKNIKUDVALGET"), Some("14. APRIL 2026"), false))
        );
        assert_eq!(
            read("BESLUTNING FRA BYRÅDET DEN 2. MARTS 2026"),
            Some((Some("BYRÅDET"), Some("2. MARTS 2026"), true))
        );
        assert_eq!(read("Beslutning den:"), Some((None, None, false)));
        assert_eq!(read("Byrådet, 03-03-2016, pkt. 16"), Some((Some("Byrådet"), Some("03-03-2016"), true)));
        assert_eq!(
            read("Økonomiudvalget den 6. november 2018:"),
            Some((Some("Økonomiudvalget"), Some("den 6. november 2018"), false))
        );
        assert_eq!(
            read("Social og Sundhed, 6. januar 2020, pkt. 123:"),
            Some((Some("Social og Sundhed"), Some("6. januar 2020"), true))
        );
        assert_eq!(read("Bo Dal, 6. januar 2020"), None);
        assert_eq!(
            read("07-02-2022 Kulturudvalget 2022"),
            Some((Some("Kulturudvalget 2022"), Some("07-02-2022"), false))
        );
    }

    #[test]
    fn sentences_are_no_headings() {
        assert_eq!(read("Beslutning om lokalplan for havnen"), None);
        assert_eq!(read("Byrådet godkendte den 4. april 2022 planen."), None);
        assert_eq!(read("Byrådet behandler sagen den 4. april 2022"), None);
    }

    #[test]
    fn names_are_compared_without_case_period_and_spaces_at_hyphens() {
        assert_eq!(folded_body("Social – og Omsorgsudvalget"), folded_body("Social- og  omsorgsudvalget"));
        assert_eq!(folded_body("BYRÅD 2022-2025"), folded_body("Byråd"));
        assert_ne!(folded_body("Socialudvalget"), folded_body("Specialudvalget"));
    }

    #[test]
    fn a_body_is_known_by_its_ending() {
        assert!(body_name("Byråd 2022-2025", Vocabulary::common()).is_some());
        assert!(body_name("Børne-, Unge- og Familieudvalget", Vocabulary::common()).is_some());
        assert!(body_name("Udvalget for Børn og Unge", Vocabulary::common()).is_some());
        assert!(body_name("Center for Børn", Vocabulary::common()).is_none());
        assert!(body_name("Sagen sendes til Byrådet", Vocabulary::common()).is_none());
        assert!(body_name("Orientering i Byrådet", Vocabulary::common()).is_none());
    }
}
