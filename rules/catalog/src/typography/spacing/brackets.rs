//! Round brackets with a space inside, or none behind: "( ekskl. moms )", "(350 kr.)opkræves".

use danish::lexicon::readings_of_compound;
use lint::PartView;
use text::lines::floor_boundary;
use text::{TextRange, is_space, range};

/// A pair of brackets is looked for over so many bytes of its line.
const LONGEST: usize = 200;

/// What is wrong with a bracket.
pub(super) enum Fault {
    /// This space stands inside it.
    Inside(TextRange),
    /// A word is glued to the bracket that ends here.
    Glued(TextRange),
    /// The bracket here is glued to the word before it.
    GluedBefore(TextRange),
}

/// The faults of the brackets in `view`, in order.
pub(super) fn faults(view: &PartView<'_>) -> Vec<Fault> {
    let mut found = Vec::new();
    for at in memchr::memchr_iter(b'(', view.text.as_bytes()) {
        // "mellem \( og \)" shows the signs themselves.
        if view.text[..at].ends_with('\\') {
            continue;
        }
        let Some(inner) = inner(view.text, at) else { continue };
        // A box to tick, a smile, a formula.
        let words = inner.split(is_space).filter(|word| word.contains(char::is_alphanumeric)).count();
        if words == 0 || inner.contains(['=', '(']) {
            continue;
        }
        let close = at + 1 + inner.len();
        if view.is_prose(range(at, close + 1)) {
            pair(view, at, inner, words, &mut found);
        }
    }
    found
}

/// The words between the bracket at `at` and the one that closes it on the same line.
fn inner(text: &str, at: usize) -> Option<&str> {
    let near = &text[at + 1..floor_boundary(text, (at + LONGEST).min(text.len()))];
    let end = near.find([')', '(', '\n', '\r'])?;
    near[end..].starts_with(')').then(|| &near[..end])
}

fn pair(view: &PartView<'_>, at: usize, inner: &str, words: usize, found: &mut Vec<Fault>) {
    let close = at + 1 + inner.len();
    let one = |c: Option<char>| c == Some(' ');
    let long = inner.trim().chars().count() > 2;
    let begins = inner.trim_start_matches(is_space);
    if long
        && one(inner.chars().next())
        && begins.len() + 1 == inner.len()
        && begins.starts_with(char::is_alphanumeric)
    {
        found.push(Fault::Inside(range(at + 1, at + 2)));
    }
    let ends = inner.trim_end_matches(is_space);
    let ended = ends.ends_with(|c: char| c.is_alphanumeric() || matches!(c, '.' | '%'));
    if long && one(inner.chars().next_back()) && ends.len() + 1 == inner.len() && ended {
        found.push(Fault::Inside(range(close - 1, close)));
    }
    // "regnskabet(se bilag 1)"; but "bruger(ne)" and "f(x og y)".
    let word = &view.text[view.text[..at].trim_end_matches(char::is_alphabetic).len()..at];
    let plain = word.chars().count() > 3 && word.chars().all(char::is_lowercase);
    let long_word = inner.split(|c: char| !c.is_alphabetic()).any(|word| word.chars().count() > 3);
    let sentence = begins.starts_with(char::is_alphabetic) && words > 1 && inner.contains(' ') && long_word;
    let goes_on = view.char_after(close + 1).is_some_and(char::is_alphanumeric);
    // "sizeof(long double)" is no Danish.
    if plain && sentence && !goes_on && !readings_of_compound(word).is_none() {
        found.push(Fault::GluedBefore(range(at, at + 1)));
    }
    // "bruger(ne)", "(u)heldig": a bracket of a part of a word.
    let year = inner.len() == 4 && inner.bytes().all(|byte| byte.is_ascii_digit());
    let apart = view.char_before(at).is_some_and(is_space) && (words > 1 || year);
    let next: String = view.text[close + 1..].chars().take_while(|c| c.is_alphabetic()).collect();
    if apart && next.chars().count() > 1 && next.chars().all(char::is_lowercase) {
        found.push(Fault::Glued(range(close, close + 1)));
    }
}
