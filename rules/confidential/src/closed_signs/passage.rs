//! Marks of passages: what stands behind a mark at the beginning, before one at the end, and between two.

use super::meetings::is_of_meetings;
use super::phrase::is_of_closed;
use super::plain::plain;
use super::{WORDS, heads_attachments, is_of_attachment};
use danish::letters::small;
use danish::lexicon::{Readings, readings};
use facts::amounts::has_sum;
use text::lines::floor_boundary;
use text::{begins_with, is_space};

/// What a line of its own says of those below it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Border {
    /// ">>> LUKKET", "*** Fortroligt ***", "Lukket start", "\[lukket\]": a closed passage begins.
    Start,
    /// "Lukket slut", "[/lukket]": it ends.
    End,
}

/// A border has no more words.
const FEW_WORDS: usize = 4;
/// A mark is no longer, in bytes.
const LONGEST_MARK: usize = 64;

/// How many bytes stand before what is closed in `words`, which begin with a mark: "Fortroligt: Hun er syg.", "(Lukket) Prisen er
/// fem kroner."
pub fn behind_mark(words: &str) -> Option<usize> {
    let bare = words.trim_start_matches(is_dress);
    let opens = bare.starts_with(['(', '[', '{']);
    let inner = bare.trim_start_matches(['(', '[', '{']).trim_start_matches(is_dress);
    let rest = marked(inner)?.trim_start_matches(is_dress);
    let told = match opens {
        true => rest.strip_prefix([')', ']', '}'])?.trim_start_matches([':', '.', ' ', '-', '–']),
        false => rest.strip_prefix([':', '–', '—', '-', '.'])?,
    };
    let told = told.trim_start_matches(is_dress);
    (says_something(told) && !may_be_shut(inner, told)).then(|| words.len() - told.len())
}

/// How many bytes of `words` stand before a mark in brackets at their end, and are closed by it: "Prisen er fem kroner
/// (fortroligt)."
pub fn before_mark(words: &str) -> Option<usize> {
    let (told, mark) = parted(words)?;
    (!may_be_shut(mark, told)).then_some(told.len())
}

/// The same though no more may be meant than that something is shut: "Elmehuset (lukket)".
pub fn before_any_mark(words: &str) -> Option<usize> {
    parted(words).map(|(told, _)| told.len())
}

/// The same of the name of an attachment, which may say once more what it is: "Aftale Holm.pdf (lukket bilag)".
pub fn before_attachment_mark(words: &str) -> Option<usize> {
    let is_attachment = |rest: &str| rest.is_empty() || WORDS.attachments.iter().any(|own| own == rest);
    parted_where(words, &is_attachment).map(|(told, _)| told.len()).or_else(|| before_dash(words))
}

/// "Aftale Holm - lukket bilag", "Bilag 3 Aftale Holm – kun for udvalget": the same behind a dash.
fn before_dash(words: &str) -> Option<usize> {
    let (at, dash) =
        [" - ", " – ", " — "].iter().filter_map(|dash| Some((words.rfind(dash)?, dash))).max()?;
    let mark = small(&words[at + dash.len()..]);
    let mark = mark.trim_matches(|c| is_dress(c) || c == '.');
    let bare = WORDS.attachments.iter().find_map(|own| mark.strip_suffix(own.as_str())).unwrap_or(mark);
    let told = words[..at].trim_end_matches(is_dress);
    let is_named = bare.len() < mark.len() || is_of_attachment(told);
    (is_named && is_of_closed(bare) && says_something(told)).then_some(told.len())
}

/// Does a mark at the end of `words` say that it is an attachment which is closed: "Aftale Holm (lukket bilag)"?
pub fn marks_attachment(words: &str) -> bool {
    before_attachment_mark(words).is_some_and(|told| is_of_attachment(&words[told..]))
}

/// How many bytes stand before the name of an attachment in `words`, which begin with its mark: "Fortroligt bilag 2: Aftale Holm.pdf".
pub fn attachment_behind_mark(words: &str) -> Option<usize> {
    let inner = words.trim_start_matches(|c| is_dress(c) || matches!(c, '(' | '['));
    if let Some((label, name)) = inner.split_once(": ").filter(|(label, _)| labels_attachments(label)) {
        let told = name.trim_start_matches(is_dress);
        return (!label.contains(':') && told.contains(char::is_alphanumeric))
            .then(|| words.len() - told.len());
    }
    let rest = marked(inner)?.trim_start_matches(is_dress);
    let lower = small(rest);
    let word = WORDS.attachments.iter().find(|own| lower.starts_with(own.as_str()))?;
    let number = |c: char| is_dress(c) || c.is_ascii_digit() || matches!(c, '.' | 'n' | 'r' | ')' | ']');
    let told = rest.get(word.len()..)?.trim_start_matches(number).strip_prefix([':', '–', '—', '-'])?;
    let told = told.trim_start_matches(is_dress);
    told.contains(char::is_alphanumeric).then(|| words.len() - told.len())
}

/// "Lukket bilag", "Sagen åben - bilag lukket".
fn labels_attachments(label: &str) -> bool {
    heads_attachments(label) || label.rsplit(" - ").next().is_some_and(heads_attachments)
}

/// `words` before the mark in brackets at their end, and what stands in those.
fn parted(words: &str) -> Option<(&str, &str)> {
    parted_where(words, &str::is_empty)
}

/// The same where behind the word for it may stand what `may_follow`, in small letters.
fn parted_where<'w>(words: &'w str, may_follow: &dyn Fn(&str) -> bool) -> Option<(&'w str, &'w str)> {
    let bare = words.trim_end_matches(|c| is_dress(c) || c == '.');
    let open = bare.strip_suffix([')', ']', '}'])?.rfind(['(', '[', '{'])?;
    let inner = &bare[open + 1..bare.len() - 1];
    let told = words[..open].trim_end_matches(is_dress);
    let is_mark = may_follow(&small(marked(inner)?.trim_matches(is_dress)));
    (is_mark && says_something(told)).then_some((told, inner))
}

/// Does `inner`, which stands in brackets, say that what follows in them is closed: "fortroligt: hun er syg"?
pub fn is_told_in_brackets(inner: &str) -> bool {
    let Some(rest) = marked(inner.trim_start_matches(is_dress)) else { return false };
    let told = rest.trim_start_matches(is_dress).strip_prefix([':', '–', '—', '-', '.', ',', ';']);
    told.is_some_and(|told| says_something(told) && !is_reason(told) && !may_be_shut(inner, told))
}

/// Is `line`, which may stand in a comment, a border of a closed passage?
pub fn border(line: &str) -> Option<Border> {
    let plain = plain(line);
    if words(&plain).nth(FEW_WORDS).is_some() {
        return None;
    }
    let lower = small(&plain);
    let words: Vec<&str> = words(&lower).collect();
    let is_closed = |word: &&str| WORDS.bracketed.iter().any(|mark| mark == word) || *word == "lukkede";
    // "Hallen lukket fra mandag" is none.
    let has_own = |word: &&str| {
        [&WORDS.starting, &WORDS.ending].into_iter().flatten().any(|own| own == word) || is_of_meetings(word)
    };
    if !words.iter().any(is_closed) || !words.iter().all(has_own) {
        return None;
    }
    let has = |list: &[String]| words.iter().any(|word| list.iter().any(|own| own == word));
    let tagged = |sign: &str| lower.contains(sign) && words.len() == 1;
    if has(&WORDS.ending) || tagged("[/") || tagged("</") {
        Some(Border::End)
    } else if has(&WORDS.starting) || words.len() == 1 && !lower.contains('(') {
        Some(Border::Start)
    } else {
        None
    }
}

fn words(line: &str) -> impl Iterator<Item = &str> {
    line.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty())
}

/// What follows the mark that `words` begin with.
fn marked(words: &str) -> Option<&str> {
    let lower = small(&words[..floor_boundary(words, LONGEST_MARK)]);
    let marks = WORDS.bracketed.iter().chain(&WORDS.before_text).chain(&WORDS.confidential);
    let lens = marks.filter(|mark| begins_with(&lower, mark)).map(String::len);
    let rest = words.get(lens.max()?..)?;
    (!rest.starts_with(char::is_alphanumeric)).then_some(rest)
}

/// "Elmehuset (lukket)", "(lukket: Elmehuset, Bøgehuset)": may a house be shut, as `mark` says no more and `told` is no
/// sentence and no sum?
fn may_be_shut(mark: &str, told: &str) -> bool {
    const FINITE: Readings = Readings::VERB.without(Readings::IMPERATIVE);
    let lower = small(mark);
    let behind = lower.trim_start_matches(is_dress).strip_prefix("lukket");
    let is_bare =
        behind.is_some_and(|rest| !rest.trim_start_matches(is_space).starts_with(char::is_alphabetic));
    let is_verb = |word: &str| readings(&small(word)).any(FINITE);
    is_bare && !has_sum(told) && !told.split(|c: char| !c.is_alphabetic()).any(is_verb)
}

/// "jf. § 10", "efter styrelsesloven": why something is closed.
fn is_reason(words: &str) -> bool {
    let lower = small(words);
    let lower = lower.trim_start_matches(is_space);
    lower.starts_with('§') || WORDS.reasons.iter().any(|reason| lower.starts_with(reason.as_str()))
}

/// Is something of a case said, and not only of the meeting: no "Ja", "punkt 3", "jf. § 10"?
fn says_something(words: &str) -> bool {
    words.contains(char::is_alphanumeric) && !is_of_meetings(words)
}

/// Spaces, and what only Markdown reads.
fn is_dress(c: char) -> bool {
    is_space(c) || matches!(c, '*' | '_' | '`' | '>' | '"' | '#')
}

#[cfg(test)]
mod tests {
    use super::{Border, before_mark, behind_mark, border, is_told_in_brackets};

    #[test]
    fn a_mark_at_either_end_leaves_what_is_closed() {
        for line in [
            "Fortroligt: Hun er syg.",
            "**Lukket:** Hun er syg.",
            "(Lukket) Hun er syg.",
            "[Fortroligt]: Hun er syg.",
            "Kun til udvalget: Hun er syg.",
        ] {
            assert_eq!(behind_mark(line).map(|at| &line[at..]), Some("Hun er syg."), "{line}");
        }
        for line in ["Hun er syg. (fortroligt)", "Hun er syg. [Lukket]", "Hun er syg. (ikke offentligt)."] {
            assert_eq!(before_mark(line).map(|at| &line[..at]), Some("Hun er syg."), "{line}");
        }
        for line in [
            "Elmehuset (lukket)",
            "Lukket: Elmehuset og Lunden",
            "Lukket: Ja",
            "(Lukket)",
            "Lukket punkt",
            "Lukket kloakering",
            "(lukket) punkt 3",
        ] {
            assert_eq!((behind_mark(line), before_mark(line)), (None, None), "{line}");
        }
    }

    #[test]
    fn a_reason_in_brackets_is_no_passage() {
        assert!(
            is_told_in_brackets("fortroligt: hun er syg")
                && is_told_in_brackets("Lukket – budet er 3 mio. kr.")
        );
        for inner in [
            "lukket: Elmehuset, Bøgehuset",
            "lukket",
            "lukket, jf. styrelseslovens § 10",
            "fortroligt, § 27",
            "lukket i juli",
        ] {
            assert!(!is_told_in_brackets(inner), "{inner}");
        }
    }

    #[test]
    fn a_passage_may_have_borders() {
        for line in [
            "Lukket start",
            "<!-- lukket start -->",
            "Herfra lukket:",
            "[lukket]",
            "::: lukket",
            "Begynd lukket",
        ] {
            assert_eq!(border(line), Some(Border::Start), "{line}");
        }
        for line in [
            "Lukket slut",
            "<!-- lukket slut -->",
            "[/lukket]",
            "Slut på lukket tekst",
            "</lukket>",
            "<<< LUKKET SLUT",
        ] {
            assert_eq!(border(line), Some(Border::End), "{line}");
        }
        for line in [
            "(Lukket)",
            "Hallen lukket fra mandag",
            "Skolen er slut",
            "Hallen holder lukket til skoleåret starter",
        ] {
            assert_eq!(border(line), None, "{line}");
        }
    }
}
