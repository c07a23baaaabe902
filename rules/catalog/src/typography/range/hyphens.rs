//! The hyphen that stands for part of a word: glued to the next word, drawn apart into a pause, without its comma.

use super::{Dash, Found};
use danish::compounds::compounds;
use danish::letters::is_word_part;
use danish::lexicon::{Readings, readings};
use danish::spelling::is_known;
use text::is_space;

/// The words that join two parts of a compound.
const JOINERS: &[&str] = &["og", "eller", "samt"];

/// "kultur-og fritid": the joiner glued to the hyphen.
pub(super) fn glued(dash: &Dash<'_>) -> Option<Found> {
    let (joiner, next) = joiner(dash.after)?;
    let (first, _) = dash.sides();
    // "både-og" and "enten-eller" are words of their own.
    let own = matches!(first, "både" | "enten" | "og" | "såvel" | "hverken");
    let word = first.chars().count() > 1 && first.ends_with(char::is_lowercase);
    let goes_on = next.starts_with(char::is_alphabetic);
    (!own && word && goes_on).then(|| (dash.around(first.len(), joiner.len()), format!("{first}- {joiner}")))
}

/// "borger – og virksomhedssurvey": a pause where the hyphen should be.
pub(super) fn pause(dash: &Dash<'_>) -> Option<Found> {
    let (first, rest) = dash.sides();
    let (joiner, next) = joiner(rest)?;
    let second = word(next);
    let parts = compounds();
    let compound = is_body(second) || parts.split(&second.to_lowercase()).is_some();
    // "Byrådet – og Økonomiudvalget" is a pause: only a first part of compounds can lack its last.
    (compound && parts.is_first(&first.to_lowercase()))
        .then(|| (dash.around(first.len(), joiner.len()), format!("{first}- {joiner}")))
}

/// "beskæftigelses- integrations- og socialområdet": no comma between the parts.
pub(super) fn missing_comma(dash: &Dash<'_>) -> Option<Found> {
    let (first, rest) = dash.sides();
    if first.is_empty() {
        return None;
    }
    let second = word(rest);
    let then = rest[second.len()..].strip_prefix('-')?;
    let (_, next) = joiner(then.strip_prefix(is_space)?)?;
    let parts = compounds();
    // Which commas a body has in its name is its own affair.
    if is_body(word(next)) {
        return None;
    }
    let known = parts.is_first(&first.to_lowercase()) && parts.is_first(&second.to_lowercase());
    known.then(|| (dash.around(first.len(), second.len() + 1), format!("{first}-, {second}-")))
}

/// "de ikke- vestlige elever", "Ida Storbo- Jensen", "et julemands- kostume": a space behind the hyphen of one word or name.
pub(super) fn apart(dash: &Dash<'_>) -> Option<Found> {
    let (first, rest) = dash.sides();
    let second = word(rest);
    let behind = rest[second.len()..].trim_start_matches(is_space);
    // "kultur- fritids- og idrætsudvalget" has lost something else.
    let listed = behind.starts_with(['-', '–', ',', '/', '&']) || JOINERS.contains(&word(behind));
    let one = dash.after.strip_prefix(' ').is_some_and(|after| after.len() == rest.len());
    let before = dash.before.strip_suffix(first)?;
    if !one || dash.sign != "-" || listed {
        return None;
    }
    let whole = || dash.around(first.len(), second.len());
    if is_compound(first, second) {
        return Some((whole(), format!("{first}{second}")));
    }
    let one_name = is_negated(first, second) || is_surname(before, first, second);
    one_name.then(|| (whole(), format!("{first}-{second}")))
}

/// "ikke- vestlige": an adjective, which nothing but "ikke" makes the opposite of.
fn is_negated(first: &str, second: &str) -> bool {
    let found = readings(second);
    let plain = second.chars().all(char::is_lowercase) && !found.any(Readings::OTHER | Readings::PRESENT);
    matches!(first, "ikke" | "Ikke") && plain && found.any(Readings::ADJECTIVE | Readings::PARTICIPLE)
}

/// "Ida Storbo- Jensen": a name stands before the two, and the first is no word.
fn is_surname(before: &str, first: &str, second: &str) -> bool {
    let given = before.trim_end_matches(is_space);
    let given = &given[given.trim_end_matches(is_word_part).len()..];
    let name = |word: &str| {
        word.starts_with(char::is_uppercase) && word.chars().skip(1).all(char::is_lowercase) && word.len() > 2
    };
    name(given)
        && name(first)
        && name(second)
        && second.ends_with("sen")
        && readings(&first.to_lowercase()).is_none()
}

/// "julemands- kostume": a first part with its linking "s", which ends no clause.
fn is_compound(first: &str, second: &str) -> bool {
    let (parts, last) = (compounds(), readings(second));
    let small = first.chars().chain(second.chars()).all(char::is_lowercase);
    let linked = first.ends_with('s') && readings(first).only(Readings::GENITIVE);
    small
        && linked
        && last.any(Readings::NOUN)
        && !last.any(Readings::GENITIVE | Readings::OTHER | Readings::VERB)
        && parts.split(second).is_none()
        && is_known(&[first, second].concat())
}

/// Is this the last word of a body's name?
fn is_body(word: &str) -> bool {
    word.starts_with(char::is_uppercase) && word.contains("udvalg")
}

/// The joiner that `text` begins with, and what follows the space after it.
fn joiner(text: &str) -> Option<(&'static str, &str)> {
    JOINERS.iter().find_map(|joiner| {
        let next = text.strip_prefix(joiner)?.strip_prefix(is_space)?;
        Some((*joiner, next.trim_start_matches(is_space)))
    })
}

fn word(text: &str) -> &str {
    &text[..text.find(|c| !is_word_part(c)).unwrap_or(text.len())]
}
