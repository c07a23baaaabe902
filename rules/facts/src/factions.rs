//! Some of those who meet as the subject of a sentence: "(A), (C) og Liselott Brink (UP) anbefaler …", "F undlod at tage stilling".

use super::asides::WORDS;
use super::people::people;
use text::{TextRange, is_space, range};

/// A party or a person, in bytes of the sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Faction {
    /// The letters of the party, or the name without them.
    pub name: TextRange,
    /// Is it a person?
    pub person: bool,
}

/// A subject has no more bytes than these.
const LONGEST: usize = 240;

/// Those with whom `sentence` begins and of whom it says one of these verbs right behind them, and the byte where the verb ends. `None`
/// where anything else stands before it.
pub fn led(sentence: &str, verbs: &[String]) -> Option<(Vec<Faction>, usize)> {
    let near = &sentence[..sentence.floor_char_boundary(LONGEST.min(sentence.len()))];
    let place = |verb: &String| {
        let whole = |at: &usize| {
            near[..*at].ends_with(is_space) && !sentence[at + verb.len()..].starts_with(char::is_alphanumeric)
        };
        let at = near.match_indices(&**verb).map(|(at, _)| at).find(whole)?;
        Some((near[..at].trim_end_matches(is_space).len(), at + verb.len()))
    };
    let (end, behind) =
        verbs.iter().filter_map(place).min_by_key(|(at, behind)| (*at, std::cmp::Reverse(*behind)))?;
    Some((subject(&sentence[..end])?, behind))
}

/// Does `sentence` tell what only some of those who meet want, or how they vote?
pub fn is_of_some(sentence: &str) -> bool {
    let sentence = sentence.trim_start_matches(|c| is_space(c) || matches!(c, '-' | '–' | '•' | '*'));
    led(sentence, &WORDS.factions).is_some()
}

/// Those whom `words` list, where they do nothing else.
fn subject(words: &str) -> Option<Vec<Faction>> {
    let mut found = Vec::new();
    let mut from = 0;
    let mut joints: Vec<(usize, usize)> =
        words.match_indices(", ").map(|(at, joint)| (at, at + joint.len())).collect();
    for joint in [" og ", " samt "] {
        joints.extend(words.match_indices(joint).map(|(at, _)| (at, at + joint.len())));
    }
    joints.sort_unstable();
    for (end, next) in joints.into_iter().chain([(words.len(), words.len())]) {
        // ", og "
        if end > from {
            found.push(faction(words, from, end)?);
        }
        from = from.max(next);
    }
    (!found.is_empty()).then_some(found)
}

/// The one whom the entry from byte `from` to `to` names: "(F)", "F", "Liste F", "Ida Lund (A)", "Ida Lund".
fn faction(words: &str, from: usize, to: usize) -> Option<Faction> {
    let entry = &words[from..to];
    let bare =
        ["Liste ", "Gruppe ", "Partiet "].iter().find_map(|word| entry.strip_prefix(word)).unwrap_or(entry);
    let start = to - bare.len();
    let inner = bare.strip_prefix('(').and_then(|rest| rest.strip_suffix(')'));
    let letters = inner.unwrap_or(bare);
    if (1..=3).contains(&letters.chars().count()) && letters.chars().all(char::is_uppercase) {
        let start = start + usize::from(inner.is_some());
        return Some(Faction { name: range(start, start + letters.len()), person: false });
    }
    let [one] = people(entry)[..] else { return None };
    let whole = usize::from(one.range.start()) == 0
        && entry[usize::from(one.range.end())..].trim_matches([')', ' ']).is_empty();
    whole.then(|| Faction {
        name: range(from + usize::from(one.name.start()), from + usize::from(one.name.end())),
        person: true,
    })
}

#[cfg(test)]
mod tests {
    use super::{is_of_some, led};

    #[test]
    fn some_are_parties_and_members() {
        let verbs = ["undlod".to_owned()];
        let read = |text: &'static str| {
            led(text, &verbs)
                .map(|(who, _)| who.iter().map(|one| (&text[one.name], one.person)).collect::<Vec<_>>())
        };
        assert_eq!(read("(F) undlod at tage stilling."), Some(vec![("F", false)]));
        assert_eq!(read("(Ø) og (F) undlod at tage stilling."), Some(vec![("Ø", false), ("F", false)]));
        assert_eq!(
            read("F, Liste Ø og Ida Lund (A) undlod."),
            Some(vec![("F", false), ("Ø", false), ("Ida Lund", true)])
        );
        assert_eq!(read("Bo T. Holm (A) undlod at stemme."), Some(vec![("Bo T. Holm", true)]));
        for text in [
            "Udvalget undlod at tage stilling.",
            "Ingen undlod at stemme.",
            "De øvrige undlod.",
            "Punkt 3 undlod F.",
            "Godkendt. F undlod.",
        ] {
            assert_eq!(read(text), None, "{text}");
        }
    }

    #[test]
    fn what_some_want_is_not_what_all_decide() {
        for text in [
            "(A), (C), (Ø) og (F) anbefaler administrationens indstillingspunkter 3 og 4.",
            "(F) undlod at tage stilling til indstillingspunkt 1.",
            "V stemte imod punkt 2.",
            "Ida Lund (A) støttede at-punkt 2.",
        ] {
            assert!(is_of_some(text), "{text}");
        }
        for text in [
            "Udvalget anbefaler punkt 1.",
            "Økonomiudvalget anbefaler indstillingspunkt 5.",
            "Punkt 1 anbefales.",
            "Et flertal (V og C) anbefaler punkt 1.",
            "Godkendt. V stemte imod punkt 2.",
        ] {
            assert!(!is_of_some(text), "{text}");
        }
    }
}
