//! What in a decision may name a point and is read by nothing else: "#1 godkendt", "De to første at-punkter".
//!
//! Where the points of a list get other numbers, all that names them must follow. What is not wholly understood cannot, so
//! it is found here, and nobody renumbers past it. Only what surely is of something else is passed over.

use super::super::numbers::ordinal_word;
use super::leads::{WORDS, Words, cardinal};
use super::{answers, begins_outcome};
use danish::date::dates;
use text::{TextRange, is_space, range};

/// What gets another name.
#[derive(Clone, Copy, Debug)]
pub struct Named<'a> {
    /// The numbers of the points, 1 for "a".
    pub points: &'a [u32],
    /// Have they letters?
    pub lettered: bool,
}

/// Where the line `text` of a decision may name one of `named` outside the places that are `known`.
pub fn unread(text: &str, known: &[TextRange], named: Named<'_>) -> Option<TextRange> {
    let dates: Vec<TextRange> = dates(text).map(|date| date.range).collect();
    let meets = |places: &[TextRange], place: TextRange| {
        places.iter().any(|other| other.intersect(place).is_some_and(|both| !both.is_empty()))
    };
    let mut former = range(0, 0);
    let mut led = false;
    let meeting = |former: TextRange, word: TextRange| {
        let gap = &text[TextRange::new(former.end(), word.start())];
        if gap.chars().all(|c| is_space(c) || c == '.') { former.cover(word) } else { word }
    };
    for word in words(text) {
        let beside = Beside { text, former, word, led };
        let is_known = meets(known, word);
        let suspect = !is_known && !meets(&dates, word) && beside.may_name(named);
        if suspect || is_known && beside.counts_several() {
            return Some(meeting(former, word));
        }
        led = beside.leads_on(is_known);
        former = word;
    }
    None
}

/// The runs of letters, the runs of digits and the signs "#" and "§" of `text`.
fn words(text: &str) -> impl Iterator<Item = TextRange> + '_ {
    let kind = |c: char| match c {
        '0'..='9' => 1,
        '#' | '§' => 2,
        c if c.is_alphabetic() || c == '-' => 3,
        _ => 0,
    };
    let mut at = 0;
    std::iter::from_fn(move || {
        loop {
            let rest = &text[at..];
            let here = kind(rest.chars().next()?);
            let end = rest.find(|c| kind(c) != here).unwrap_or(rest.len());
            let start = at;
            at += end;
            if here > 0 && rest[..end].contains(|c: char| c != '-') {
                return Some(range(start, start + end));
            }
        }
    })
}

/// A word of a decision with what stands beside it.
struct Beside<'t> {
    text: &'t str,
    former: TextRange,
    word: TextRange,
    /// Does what stands before it name a point, so that it may go on: "Ad 1 og"?
    led: bool,
}

impl Beside<'_> {
    /// The word in small letters.
    fn lower(&self) -> String {
        self.text[self.word].trim_matches('-').to_lowercase()
    }

    /// The word before it.
    fn before(&self) -> String {
        self.text[self.former].trim_matches('-').to_lowercase()
    }

    /// What stands between the two.
    fn gap(&self) -> &str {
        &self.text[TextRange::new(self.former.end(), self.word.start())]
    }

    fn after(&self) -> &str {
        &self.text[self.word.end().into()..]
    }

    /// Do only signs that join stand before the word?
    fn touches(&self) -> bool {
        self.gap().chars().all(|c| is_space(c) || matches!(c, '.' | ':' | '(' | '*'))
    }

    /// Does the next word go on naming what this one names: "ad 1 og", "litra"?
    fn leads_on(&self, known: bool) -> bool {
        let word = self.lower();
        let joins = ["og", "samt", "til", "eller"].contains(&&*word);
        let counts = word.len() == 1 || word.bytes().all(|b| b.is_ascii_digit());
        known || is_lead(&word) || (joins || counts) && self.led
    }

    /// "De to første at-punkter": a number before what is read as one point.
    fn counts_several(&self) -> bool {
        let is_ordinal = (1..=10).any(|number| ordinal_word(number).is_some_and(|word| word == self.lower()));
        let several = cardinal(&self.before()).is_some_and(|number| number > 1);
        is_ordinal && several && self.touches()
    }

    fn may_name(&self, named: Named<'_>) -> bool {
        let word = self.lower();
        if named.lettered && word.len() == 1 && word.is_ascii() && word.as_bytes()[0].is_ascii_alphabetic() {
            let point = u32::from(word.as_bytes()[0] - b'a') + 1;
            return named.points.contains(&point) && self.may_be_letter();
        }
        if named.lettered {
            return false;
        }
        if let Ok(number) = word.parse::<u32>() {
            return word.len() <= 2 && self.concerns(number, named) && self.may_be_number();
        }
        self.may_be_in_words(&word, named)
    }

    /// Is `number`, or a range that begins with it, about one of the points?
    fn concerns(&self, number: u32, named: Named<'_>) -> bool {
        let after = self.after().trim_start_matches(|c| is_space(c) || matches!(c, '.' | ')'));
        let joints = ["-", "–", "\u{2011}", "til og med", "til", "t.o.m."];
        let last = joints.iter().find_map(|joint| {
            let rest = after.strip_prefix(joint)?.trim_start_matches(is_space);
            let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
            rest[..digits].parse::<u32>().ok()
        });
        let last = last.filter(|last| (number..number + 60).contains(last)).unwrap_or(number);
        named.points.iter().any(|point| (number..=last).contains(point))
    }

    fn may_be_number(&self) -> bool {
        let (before, gap, after) = (self.before(), self.gap(), self.after());
        let glued = gap.is_empty() && !before.is_empty();
        if before == "§" || glued && before != "#" && !is_lead(&before) {
            return false;
        }
        let is_lead = is_lead(&before) && self.touches() || before == "#" || self.led;
        let digit = |c: char| c.is_ascii_digit();
        let decimal =
            |text: &str, sign: &[char]| text.strip_prefix(sign).is_some_and(|rest| rest.starts_with(digit));
        if is_lead && !decimal(after, &['.', ':']) {
            return !self.is_counted();
        }
        let elsewhere = WORDS.elsewhere.contains(&before)
            || WORDS.elsewhere_beginning.iter().any(|begin| before.starts_with(begin.as_str()));
        let behind = before.ends_with(digit) && matches!(gap, "." | "," | ":" | "/" | "-");
        let part = behind || decimal(after, &['.', ',', ':', '/']) || after.starts_with(['%', '‰']);
        !(elsewhere && self.touches() || part || self.is_counted())
    }

    /// "2 stemmer", "2. kvartal", "2 mio. kr.": does a word that is counted follow, and no answer?
    fn is_counted(&self) -> bool {
        let after = self.after();
        let next = after.trim_start_matches(|c| is_space(c) || c == '.');
        let word: String = next.chars().take_while(|c| c.is_alphabetic() || *c == '-').collect();
        next.starts_with(['%', '§'])
            || next.starts_with(char::is_lowercase)
                && !WORDS.answering.contains(&word)
                && !is_lead(&word)
                && !begins_outcome(next)
    }

    fn may_be_letter(&self) -> bool {
        let (before, after) = (self.before(), self.after());
        // "b.la." is an abbreviation.
        if after.strip_prefix('.').is_some_and(|rest| rest.starts_with(char::is_alphanumeric)) {
            return false;
        }
        let is_small = self.text[self.word].starts_with(char::is_lowercase);
        let lead = is_lead(&before) && self.touches() || self.led && is_small;
        let word = self.lower();
        // "i" is a word, and a party has a capital.
        (lead && (word != "i" || after.starts_with(')')))
            || is_small && after.starts_with(')')
            || is_small && after.starts_with(['.', ':']) && answers(after)
    }

    /// "punkt to", "det sidste udsat", "tredje blev godkendt".
    fn may_be_in_words(&self, word: &str, named: Named<'_>) -> bool {
        let after = self.after().trim_start_matches(is_space);
        let next: String = after.chars().take_while(|c| c.is_alphabetic() || *c == '-').collect();
        let next = next.to_lowercase();
        let answered = is_point(&next) || begins_outcome(after) || ["er", "blev"].contains(&&*next);
        if WORDS.positions.iter().any(|position| position == word) {
            return answered;
        }
        let ordinal = (1..=10).find(|&number| ordinal_word(number).is_some_and(|ordinal| ordinal == word));
        if let Some(number) = ordinal {
            let several = cardinal(&self.before()).is_some_and(|number| number > 1);
            return answered && (several || named.points.contains(&number));
        }
        let is_named = cardinal(word).is_some_and(|number| named.points.contains(&number));
        is_named
            && is_point(&self.before())
            && self.touches()
            && (answered || !next.starts_with(char::is_lowercase))
    }
}

fn is_lead(word: &str) -> bool {
    let Words { other, .. } = &*WORDS;
    other.iter().any(|lead| lead == word)
}

/// "punkt", "at-punkterne", "pind".
fn is_point(word: &str) -> bool {
    word.contains("punkt") || ["pkt", "pind", "pinde"].contains(&word)
}

#[cfg(test)]
mod tests {
    use super::{Named, unread};

    fn found(text: &str, points: &[u32], lettered: bool) -> Option<String> {
        unread(text, &[], Named { points, lettered }).map(|place| text[place].to_owned())
    }

    #[test]
    fn the_word_before_it_is_told_too() {
        assert_eq!(found("Godkendt, vedr. 2 udsat.", &[2], false).as_deref(), Some("vedr. 2"));
    }

    #[test]
    fn what_may_name_a_point_is_found() {
        for text in [
            "#1 godkendt, #3 udsat.",
            "1. at: Godkendt.",
            "Ad 1/3: Godkendt.",
            "Vedr. 1: Godkendt.",
            "Pind 1 godkendt.",
            "Punkt et godkendt.",
            "| 1 | Godkendt |",
            "De to første at-punkter blev godkendt.",
            "Godkendt, dog ikke 1.",
            "Det sidste udsat.",
            "Nr. 1 og 3 godkendt.",
        ] {
            assert!(found(text, &[1], false).is_some(), "{text}");
        }
        for text in ["Litra a godkendt.", "Pind b og a udsat.", "a) Godkendt."] {
            assert!(found(text, &[1], true).is_some(), "{text}");
        }
    }

    #[test]
    fn what_is_of_something_else_is_passed_over() {
        for text in [
            "Godkendt med 2 stemmer imod.",
            "Mødet holdes den 2. maj 2026 kl. 2.",
            "Der bevilges 2 mio. kr. i 2. kvartal.",
            "Godkendt efter § 2, stk. 2.",
            "Se bilag 2 og side 2.",
            "Renten er 2,5 %.",
            "Godkendt. To medlemmer stemte imod.",
            "Udvalget mødes i uge 2.",
            "Sagen blev udsat på sidste møde.",
        ] {
            assert_eq!(found(text, &[2], false), None, "{text}");
        }
        for text in ["B og V stemte imod.", "Sagen tages op i maj.", "Godkendt b.la. med lån."] {
            assert_eq!(found(text, &[2, 9], true), None, "{text}");
        }
    }
}
