//! What is recommended where no heading says so: "Det anbefales" on a line of its own, and below it lines that begin with "at".
//!
//! The outline has no recommendation there, for a list in a case text looks the same. Whoever compares must see it all the same:
//! nobody may read that the recommendation is the same where a line of it was changed.

use super::phrases::WORDS;

/// A lead-in has at most this many words; what is longer is a sentence of the case.
const MOST: usize = 12;

/// What a line is to the points below a lead-in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum At {
    /// It is none.
    Not,
    /// A point begins here.
    Begins,
    /// The point of the line before goes on.
    GoesOn,
}

/// The lines of `text`, each with what it is.
pub(super) fn lines(text: &str) -> Vec<(&str, At)> {
    let lines: Vec<&str> = text.split_inclusive('\n').collect();
    // Does a lead-in stand above, and has a point begun?
    let (mut leads, mut begun) = (false, false);
    let mut found = Vec::with_capacity(lines.len());
    for line in lines {
        let words = line.trim();
        let at = match words {
            "" => {
                // A paragraph behind a point is none of it; another point may follow.
                begun = false;
                At::Not
            }
            _ if leads && begins_with_at(words) => At::Begins,
            _ if begun && words.starts_with(char::is_lowercase) => At::GoesOn,
            _ => At::Not,
        };
        match at {
            At::Begins => begun = true,
            At::Not if !words.is_empty() => (leads, begun) = (is_lead(words), false),
            _ => {}
        }
        found.push((line, at));
    }
    found
}

/// Is anything recommended so in `text`?
pub(super) fn asks(text: &str) -> bool {
    lines(text).iter().any(|(_, at)| *at == At::Begins)
}

/// What a sentence in compared words asks for: "direktionen indstiller at regnskabet godkendes".
pub(super) fn asked_in_sentence(words: &str) -> Option<&str> {
    WORDS.asking.iter().find_map(|verb| {
        let at = words.find(&format!("{verb} at "))?;
        let whole = words[..at].is_empty() || words[..at].ends_with(' ');
        whole.then(|| &words[at + verb.len()..])
    })
}

/// "Forvaltningen indstiller til Byrådet,": a short line with such a verb that ends no sentence.
fn is_lead(line: &str) -> bool {
    let lower = line.to_lowercase();
    let mut words = lower.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    !line.ends_with(['.', '!', '?'])
        && lower.split_whitespace().count() <= MOST
        && words.any(|word| WORDS.asking.iter().any(|verb| verb == word))
}

/// "at …", "- at …", "2. at …", "b) at …".
fn begins_with_at(line: &str) -> bool {
    let unmarked = line.trim_start_matches(['-', '–', '•', '*', ' ']);
    let numbered = unmarked.split_once(['.', ')']).filter(|(mark, _)| {
        mark.len() <= 2 && (mark.bytes().all(|byte| byte.is_ascii_digit()) || mark.len() == 1)
    });
    let words = numbered.map_or(unmarked, |(_, rest)| rest).trim_start();
    let rest = words.strip_prefix("at").or_else(|| words.strip_prefix("At"));
    rest.is_some_and(|rest| rest.starts_with(char::is_whitespace))
}

#[cfg(test)]
mod tests {
    use super::{At, asks, lines};

    #[test]
    fn points_below_a_lead_in_are_known() {
        for text in [
            "Rammen er 5 kr.\nDet anbefales\nat rammen godkendes\nat der gives besked\n",
            "Forvaltningen indstiller til Byrådet,\n\n- at rammen godkendes\n- at der gives besked\n",
            "Bestyrelsen foreslår:\n1. at rammen\n2) at der gives besked\n",
        ] {
            let begins = lines(text).into_iter().filter(|(_, at)| *at == At::Begins);
            assert_eq!(begins.count(), 2, "{text}");
        }
        let broken = "Det indstilles\nat rammen på 5 kr.\ngodkendes\nPunktet er åbent.\n";
        let found: Vec<At> = lines(broken).into_iter().map(|(_, at)| at).collect();
        assert_eq!(found, [At::Not, At::Begins, At::GoesOn, At::Not]);
    }

    #[test]
    fn other_lists_are_none() {
        for text in [
            "Målet er\nat flere cykler\nat færre kører bil\n",
            "Udvalget indstillede det i fjor. Det blev vedtaget.\nat rammen godkendes\n",
            "Det anbefales\nDer er tre grunde:\nat flere cykler\n",
            "Direktionen indstiller, at rammen godkendes.\nAtter et møde.\n",
        ] {
            assert!(!asks(text), "{text}");
        }
    }
}
