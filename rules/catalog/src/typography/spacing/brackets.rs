//! Round brackets with a space inside, or none behind: "( ekskl. moms )", "(350 kr.)opkræves".

use danish::lexicon::{Readings, readings_of_compound};
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
    /// A second sign closes here, where one bracket has opened.
    Doubled(TextRange),
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

/// "(have 32))": no bracket of the paragraph is open before the one at `at`, and no smile ends what stands in it.
fn closes_twice(text: &str, at: usize, inner: &str) -> bool {
    /// In bytes.
    const REACH: usize = 600;
    let rest = &text[at + 1 + inner.len() + 1..];
    let before = &text[floor_boundary(text, at.saturating_sub(REACH))..at];
    let paragraph = before.rsplit("\n\n").next().unwrap_or_default();
    rest.starts_with(')')
        && !rest[1..].starts_with(|c: char| c.is_alphanumeric() || c == ')')
        && inner.ends_with(|c: char| c.is_alphanumeric() || c == '.')
        && depth(paragraph) == 0
}

/// How many brackets are open at the end of `text`.
fn depth(text: &str) -> usize {
    text.bytes().fold(0, |open, byte| match byte {
        b'(' => open + 1,
        b')' => usize::saturating_sub(open, 1),
        _ => open,
    })
}

/// "LER(ledningsregistret)": letters, and the word that they begin.
fn is_spelt_out(letters: &str, inner: &str) -> bool {
    const SHORTEST: usize = 8;
    let mut first = letters.chars();
    first
        .next()
        .is_some_and(|c| inner.starts_with(|word: char| word.is_lowercase() && c.to_lowercase().eq([word])))
        && letters.chars().count() > 1
        && letters.chars().all(char::is_uppercase)
        && inner.chars().all(char::is_lowercase)
        && inner.chars().count() >= SHORTEST
        && readings_of_compound(inner).any(Readings::DEFINITE)
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
    if closes_twice(view.text, at, inner) {
        found.push(Fault::Doubled(range(close + 1, close + 2)));
    }
    // "regnskabet(se bilag 1)"; but "bruger(ne)" and "f(x og y)".
    let word = &view.text[view.text[..at].trim_end_matches(char::is_alphabetic).len()..at];
    let plain = word.chars().count() > 3 && word.chars().all(char::is_lowercase);
    let long_word = inner.split(|c: char| !c.is_alphabetic()).any(|word| word.chars().count() > 3);
    let sentence = begins.starts_with(char::is_alphabetic) && words > 1 && inner.contains(' ') && long_word;
    let goes_on = view.char_after(close + 1).is_some_and(char::is_alphanumeric);
    // "sizeof(long double)" is no Danish.
    let told = plain && sentence && !readings_of_compound(word).is_none();
    if (told || is_spelt_out(word, inner)) && !goes_on {
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

#[cfg(test)]
mod tests {
    use crate::typography::spacing::RULE;
    use document::fixture::check;

    #[test]
    fn a_word_stands_apart_from_the_bracket_and_a_colon_does_not() {
        check(
            &RULE,
            "
1. Skoler

LER(ledningsregistret) er klar, og BR(byrådet) stemte. Følgende : Anne og Bo deltog.
   ^ Der mangler et mellemrum foran parentesen
                                                               ^^ Der er mellemrum foran kolonet
MED(udvalg), F(x) og SFO(erne) er i orden. Følgende: Anne.
",
        );
    }

    #[test]
    fn a_bracket_closes_once() {
        check(
            &RULE,
            "
1. Skoler

Haven (have 32)) er solgt, og Ida (formand)) kom.
               ^ Parentesen slutter to gange
                                           ^ Parentesen slutter to gange

Haven (med hæk (og låge)) er solgt, tak (fint :)) og f(g(x)) er funktioner.
",
        );
    }
}
