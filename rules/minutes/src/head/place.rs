//! Where a meeting is held, and whose the body is, where no label says so.

use std::sync::LazyLock;

use serde::Deserialize;

use danish::letters::small;
use danish::{clock, date};
use text::{is_space, trim};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawPlaces {
    ends: Vec<Box<str>>,
    links: Vec<Box<str>>,
    never: Vec<Box<str>>,
    owners: Vec<Box<str>>,
}

static WRITTEN: LazyLock<RawPlaces> = LazyLock::new(|| data::read("meeting_places"));

/// In words; a sentence goes on for longer.
const LONGEST: usize = 6;

/// The place behind the last time of day in `line`: "kl. 14.00-16.30 i byrådssalen", "kl. 17.30, lærerværelset".
pub(super) fn behind_time(line: &str) -> Option<&str> {
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
pub(super) fn alone(line: &str) -> Option<&str> {
    let words = trim(line);
    let bare = !words.contains([':', '(', ')', '*', '|', '#']) && !words.ends_with(['.', ',', ';', '?', '!']);
    (bare && words.starts_with(char::is_uppercase) && date::dates(words).next().is_none() && is_place(words))
        .then_some(words)
}

/// The name before ", Strandby Kommune" and the like.
pub(super) fn before_owner(name: &str) -> Option<&str> {
    let (body, owner) = name.rsplit_once(", ")?;
    let owner = small(owner);
    let words = || owner.split(is_space);
    let own =
        |word: Option<&str>| word.is_some_and(|word| WRITTEN.owners.iter().any(|owner| **owner == *word));
    (words().count() <= 3 && (own(words().next()) || own(words().next_back()))).then(|| trim(body))
}

fn is_place(words: &str) -> bool {
    let folded = small(words);
    let parts = || folded.split(|c: char| is_space(c) || c == ',').filter(|part| !part.is_empty());
    let ends = |part: &str| WRITTEN.ends.iter().any(|end| part.ends_with(&**end));
    parts().count() <= LONGEST
        && parts().any(ends)
        && !parts().any(|part| WRITTEN.never.iter().any(|never| **never == *part))
}

#[cfg(test)]
mod tests {
    use super::{alone, before_owner, behind_time};

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

    #[test]
    fn whose_a_body_is_stands_behind_its_name() {
        for (name, body) in [
            ("Økonomiudvalget, Strandby Kommune", Some("Økonomiudvalget")),
            ("Regionsrådet, Region Fjordland", Some("Regionsrådet")),
            ("Byrådet, Økonomiudvalget", None),
        ] {
            assert_eq!(before_owner(name), body, "{name}");
        }
    }
}
