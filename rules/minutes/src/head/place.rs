//! Where a meeting is held, where no label says so, and the municipality behind the name of a body.

use std::sync::LazyLock;

use serde::Deserialize;

use danish::letters::small;
use danish::{clock, date};
use text::{TextRange, is_space, range_of, trim};

use super::Reader;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawPlaces {
    ends: Vec<Box<str>>,
    links: Vec<Box<str>>,
    never: Vec<Box<str>>,
}

static WRITTEN: LazyLock<RawPlaces> = LazyLock::new(|| data::read("meeting_places"));

/// In words; a sentence goes on for longer.
const LONGEST: usize = 6;

impl Reader<'_> {
    /// Is `line` the line of the place, as a house style writes it? None stands in a list of people or of contents.
    pub(super) fn named_place(&mut self, line: TextRange) -> bool {
        let is_free =
            self.label.is_none() && self.head.place.is_none() && self.head.contents_heading.is_none();
        let place = self.vocabulary.named_place(&self.text[line]).filter(|_| is_free);
        self.head.place = self.head.place.or(place.map(|place| range_of(self.text, place)));
        place.is_some()
    }
}

/// "Mandag den 2. februar 2026 kl. 14.00 i byrådssalen", and where the line may be a place `below` the day "Mødelokale 2, Lundby Rådhus".
pub(super) fn of_line(line: &str, below: bool) -> Option<&str> {
    behind_time(line).or_else(|| alone(line).filter(|_| below))
}

/// The place behind the last time of day in `line`: "kl. 14.00-16.30 i byrådssalen", "kl. 17.30, lærerværelset".
fn behind_time(line: &str) -> Option<&str> {
    date::dates(line).next()?;
    let time = clock::times(line).last()?;
    let rest = trim(
        line[time.range.end().into()..]
            .trim_start_matches(|c| is_space(c) || matches!(c, ',' | '.' | '-' | '–')),
    );
    let bare = WRITTEN.links.iter().find_map(|link| rest.strip_prefix(&**link)).unwrap_or(rest);
    let bare = bare.trim_end_matches('.');
    is_place(bare).then_some(bare)
}

/// `line`, where it is nothing but a place: "Mødelokale 2, Lundby Rådhus".
fn alone(line: &str) -> Option<&str> {
    let words = trim(line);
    let bare = !words.contains([':', '(', ')', '*', '|', '#']) && !words.ends_with(['.', ',', ';', '?', '!']);
    (bare && words.starts_with(char::is_uppercase) && date::dates(words).next().is_none() && is_place(words))
        .then_some(words)
}

/// "Teknikudvalget, Vibe Kommune" without the municipality behind the name.
pub(super) fn without_municipality(name: &str) -> &str {
    let municipal = |place: &str| {
        let mut words = place.split(is_space).filter(|word| !word.is_empty());
        let named = place.starts_with(char::is_uppercase) && words.clone().count() <= 4;
        named
            && (words.next() == Some("Region")
                || words.next_back().is_some_and(|word| word.eq_ignore_ascii_case("kommune")))
    };
    name.rsplit_once(',').filter(|(_, place)| municipal(trim(place))).map_or(name, |(body, _)| trim(body))
}

fn is_place(words: &str) -> bool {
    let folded = small(words);
    let parts =
        || folded.split(|c: char| is_space(c) || matches!(c, ',' | ':')).filter(|part| !part.is_empty());
    let ends = |part: &str| WRITTEN.ends.iter().any(|end| part.ends_with(&**end));
    parts().count() <= LONGEST
        && parts().any(ends)
        && !parts().any(|part| WRITTEN.never.iter().any(|never| **never == *part))
}

#[cfg(test)]
mod tests {
    use super::{alone, behind_time};

    #[test]
    fn a_place_stands_behind_the_time_or_alone() {
        for (line, place) in [
            ("Mandag den 2. februar 2026 kl. 14:00 - 16.30 i byrådssalen", Some("byrådssalen")),
            ("Torsdag den 22. januar 2026 kl. 19.00 i sognegården", Some("sognegården")),
            ("Mandag den 16. februar 2026, kl. 17.30–20.00, lærerværelset", Some("lærerværelset")),
            ("Mandag den 16. februar 2026 kl. 17.30 med spisning", None),
            ("Mandag den 16. februar 2026 kl. 17.30", None),
            ("Vi mødes kl. 17.30 i byrådssalen", None),
        ] {
            assert_eq!(behind_time(line), place, "{line}");
        }
        for line in ["Mødelokale 2, Lundby Rådhus", "Regionshuset, mødelokale Bøgen", "Fælleshuset"] {
            assert_eq!(alone(line), Some(line));
        }
        for line in [
            "Referat",
            "Vi takker for lån af Fælleshuset",
            "Til stede: Bo Dal, Rådhuset",
            "Formanden bød velkommen i huset.",
        ] {
            assert_eq!(alone(line), None, "{line}");
        }
    }
}
