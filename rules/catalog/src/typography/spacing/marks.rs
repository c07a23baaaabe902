//! A comma or full stop with a space before it, or none after it.

use danish::abbreviations::abbreviations;
use danish::lexicon::{Readings, readings};
use lint::PartView;
use syntax::Vocabulary;
use text::lines::floor_boundary;
use text::{TextRange, is_space, range};

/// What ends the names of pages and files, in small letters.
const ENDINGS: &[&str] = &[
    "com", "dk", "docx", "eu", "info", "io", "jpg", "js", "msg", "net", "org", "pdf", "png", "pptx", "xlsx",
];

/// Is the space before the mark at byte `at` a slip?
pub(super) fn is_apart(view: &PartView<'_>, at: usize) -> bool {
    let before = view.char_before(at - 1);
    let after = view.char_after(at + 1);
    let joined = before.is_some_and(|c| c.is_alphanumeric() || matches!(c, ')' | '%' | '”' | '"'))
        || view.text.as_bytes()[at] == b',' && ends_abbreviation(view, at - 1);
    let ends = after.is_none_or(|c| is_space(c) || matches!(c, '\n' | '\r' | ')' | '”' | '"'))
        || view.text.as_bytes()[at] == b',' && is_glued_to_word(view, at)
        || begins_sentence_behind(view, at);
    let next = view.text[at + 1..].trim_start_matches(is_space);
    // The pieces of "4 , 5" may be numbers of a list or of one number, and ". . ." leads to a page number.
    let digit = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit());
    let pieces = next.starts_with('.') || digit(before) && digit(next.chars().next());
    // The space keeps the mark out of an address.
    let address = view.is_opaque(range(at.saturating_sub(2), at - 1));
    let found = range(at - 1, at + 1);
    joined && ends && !pieces && (!address && view.is_prose(found) || numbers_attachment(view, found))
}

/// "Bilag 2 . Aktivitetstal": what stands behind it in a list of attachments is the name of a file, and nobody's prose.
fn numbers_attachment(view: &PartView<'_>, found: TextRange) -> bool {
    let before = view.line_of(found).map_or("", |line| &view.text[line.start().into()..found.start().into()]);
    let number = before.trim_start_matches(|c: char| !c.is_alphanumeric()).strip_prefix("Bilag ");
    let numbered =
        number.is_some_and(|number| !number.is_empty() && number.bytes().all(|b| b.is_ascii_digit()));
    numbered && view.is_attachment(found)
}

/// "Det er dyrt ; det må vente", "Vi har tre ting : hal, vej og sti": is the space before the mark at byte `at` a slip? It stands
/// inside a sentence of small words; a label, a formula and a time have their own ways.
pub(super) fn is_apart_inside(view: &PartView<'_>, at: usize) -> bool {
    const SHORTEST: usize = 3;
    const FEWEST_WORDS: usize = 3;
    let found = range(at - 1, at + 1);
    let word = letters_before(view.text, at - 1);
    let behind = view.text[at + 1..].strip_prefix(' ').map_or("", |rest| letters_after(rest, 0));
    let small = |word: &str| word.chars().count() >= SHORTEST && word.chars().all(char::is_lowercase);
    let line = view.line_of(found).map_or("", |line| &view.text[line.start().into()..at]);
    let sentence = line.rsplit(['.', '!', '?']).next().unwrap_or("");
    let words = sentence.split(is_space).filter(|word| word.starts_with(char::is_alphabetic)).count();
    if view.text.as_bytes()[at] == b':' && names_follow(word, behind) {
        return view.is_prose(found);
    }
    // "adskilles med et kolon : til slut", "findes under ; filen": the sign is named, or what it stands behind has gone.
    let named =
        matches!(word, "kolon" | "semikolon" | "tegn" | "tegnet") || readings(word).only(Readings::OTHER);
    small(word)
        && !named
        && small(behind)
        && words >= FEWEST_WORDS
        && !readings(behind).is_none()
        && !sentence.contains([':', ';'])
        && view.is_prose(found)
}

/// "Følgende : Anne og Bo": no label of a template ends in a word that only leads on to what follows.
fn names_follow(word: &str, behind: &str) -> bool {
    matches!(word, "følgende" | "Følgende" | "således" | "nemlig" | "herunder") && behind.chars().count() > 1
}

/// "12.000 kr. , som": is the full stop before the space at byte `space` that of one word?
fn ends_abbreviation(view: &PartView<'_>, space: usize) -> bool {
    view.text[..space].strip_suffix('.').is_some_and(|word| word.ends_with(char::is_alphabetic))
}

/// "til ?", "med !!": is the space before the mark at byte `at`, which ends a sentence of several words, a slip? A lonely mark
/// stands for what nobody knows yet: "den ? maj".
pub(super) fn is_apart_from_question(view: &PartView<'_>, at: usize) -> bool {
    const FEWEST_WORDS: usize = 3;
    const MOST_MARKS: usize = 2;
    let rest = view.text[at..].trim_start_matches(['!', '?']);
    // "redningshunde og ????" leaves room for a word.
    if view.text.len() - rest.len() - at > MOST_MARKS {
        return false;
    }
    let next = rest.trim_start_matches(is_space);
    let ends = next.is_empty()
        || next.starts_with(['\n', '\r'])
        || next.len() < rest.len() && next.starts_with(char::is_uppercase);
    let before = letters_before(view.text, at - 1);
    let found = range(at - 1, at + 1);
    let line = view.line_of(found).map_or("", |line| &view.text[line.start().into()..at]);
    let sentence = line.rsplit(['.', '!', '?', ':']).next().unwrap_or("");
    let words = sentence.split(is_space).filter(|word| word.starts_with(char::is_alphabetic)).count();
    ends && before.chars().count() > 1 && words >= FEWEST_WORDS && view.is_prose(found)
}

/// Is the letter after the mark at byte `at` the beginning of another word?
pub(super) fn is_glued(view: &PartView<'_>, at: usize) -> bool {
    let token = token(view.text, at);
    let words = &view.text[token];
    let path = words.contains(['/', '\\', '@', '=', '_']);
    if view.text.as_bytes()[at] == b'.' && is_dotted_name(view.text, at) {
        return false;
    }
    let glued = match view.text.as_bytes()[at] {
        b',' => ends_clause(view.text, at) && words.matches(',').count() < 3,
        _ => ends_sentence(view.text, at) && words.trim_end_matches(MARKS).matches('.').count() == 1,
    };
    glued && !path && view.is_prose(range(at, at + 1))
}

/// "op ,når", "ti stole ,2 borde": the space stands on the wrong side of the comma.
pub(super) fn is_glued_to_word(view: &PartView<'_>, at: usize) -> bool {
    let after = letters_after(view.text, at + 1);
    after.chars().count() > 1 && after.chars().all(char::is_lowercase) || is_glued_to_count(view.text, at)
}

/// A word before, and behind a number and the noun that it counts: a number that has lost its first digit counts a unit.
fn is_glued_to_count(text: &str, comma: usize) -> bool {
    let word = text[..comma].trim_end_matches(' ').ends_with(char::is_alphabetic);
    let rest = &text[comma + 1..];
    let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
    let noun = rest[digits..].strip_prefix(' ').map_or("", |rest| letters_after(rest, 0));
    let read = readings(noun);
    text.as_bytes()[comma] == b','
        && word
        && (1..=3).contains(&digits)
        && noun.chars().count() > 3
        && noun.chars().all(char::is_lowercase)
        && read.any(Readings::PLURAL)
        && !UNITS.contains(&noun)
}

/// What is counted in decimals.
const UNITS: &[&str] = &[
    "procent",
    "procentpoint",
    "kroner",
    "millioner",
    "milliarder",
    "timer",
    "stillinger",
    "meter",
    "kilometer",
    "hektar",
    "liter",
    "grader",
    "årsværk",
    "fuldtidsstillinger",
    "kilo",
    "point",
    "promille",
    "enheder",
];

/// "kl. 21 .Tak for i aften": does a sentence begin right behind the stop at byte `at`? ".Net" is a name, and no sentence is one word.
pub(super) fn begins_sentence_behind(view: &PartView<'_>, at: usize) -> bool {
    let after = letters_after(view.text, at + 1);
    let mut letters = after.chars();
    let capital = letters.next().is_some_and(char::is_uppercase) && letters.all(char::is_lowercase);
    let goes_on = view.text[at + 1 + after.len()..]
        .strip_prefix(' ')
        .is_some_and(|rest| rest.starts_with(char::is_lowercase));
    view.text.as_bytes()[at] == b'.'
        && capital
        && goes_on
        && !ENDINGS.contains(&after.to_lowercase().as_str())
        && !readings(&after.to_lowercase()).is_none()
}

/// Is the rest of the line after `mark` the title of a section, or does a label begin it: "Sagsid.: 17/62791"?
pub(super) fn is_before_heading(view: &PartView<'_>, mark: TextRange) -> bool {
    let rest = &view.text[mark.end().into()..];
    let line = rest.lines().next().unwrap_or_default();
    let label = line.trim_start_matches(char::is_alphabetic).trim_start_matches('.').starts_with(':');
    label || line.len() < 100 && Vocabulary::common().title(line.trim_end_matches(is_space)).is_some()
}

/// Is a word of the language glued to the mark, and no name: "kultur.Fjordby" may be what somebody is called in a system?
pub(super) fn is_before_word(view: &PartView<'_>, mark: TextRange) -> bool {
    /// Shorter words are no names of places.
    const LONG: usize = 5;
    let after = letters_after(view.text, mark.end().into());
    let known = || !readings(&after.to_lowercase()).without(Readings::OTHER).is_none();
    &view.text[mark] == "," || after.chars().count() < LONG || known()
}

/// What may stand after a word.
const MARKS: [char; 7] = ['.', ',', ':', ';', ')', '”', '"'];

/// The run without spaces around byte `at`, as far as it matters.
fn token(text: &str, at: usize) -> TextRange {
    const REACH: usize = 100;
    let ends = |c: char| is_space(c) || c == '\n' || c == '\r';
    let from = floor_boundary(text, at.saturating_sub(REACH));
    let to = floor_boundary(text, at + REACH);
    let start = text[from..at].rfind(ends).map_or(from, |i| from + i);
    let start = start + text[start..at].chars().next().filter(|c| ends(*c)).map_or(0, char::len_utf8);
    let end = text[at..to].find(ends).map_or(to, |i| at + i);
    range(start, end)
}

/// "forår,sommer"; but not "f,eks" and "A,B,C".
fn ends_clause(text: &str, comma: usize) -> bool {
    letters_before(text, comma).chars().count() > 2 && letters_after(text, comma + 1).chars().count() > 1
}

/// "varme.Ta": a word in small letters, a year or a bracket, and then a word that begins with a capital.
fn ends_sentence(text: &str, stop: usize) -> bool {
    let before = letters_before(text, stop);
    let small = before.chars().skip(1).all(char::is_lowercase);
    let word = small && (before.len() > 2 || before.len() == 2 && before.starts_with(char::is_lowercase));
    let closed = text[..stop].ends_with([')', '”']) || ends_in_year(&text[..stop]);

    let after = letters_after(text, stop + 1);
    let mut letters = after.chars();
    let capital = letters.next().is_some_and(char::is_uppercase) && letters.all(char::is_lowercase);
    let begins = capital && (after.chars().count() > 1 || matches!(after, "I" | "Å"));
    let name = ENDINGS.contains(&after.to_lowercase().as_str());
    (word || closed) && begins && !name && abbreviations().before(text, stop + 1).is_none()
}

/// "Brugernavnet er Ida.Holm", "firmaet Bygning.Nu": a capital on both sides of the stop, inside a sentence, makes one name; but
/// "Formand er Ida Holm.Kasserer er Bo".
fn is_dotted_name(text: &str, stop: usize) -> bool {
    let first = letters_before(text, stop);
    let before = &text[..stop - first.len()];
    // The end of a line may stand in the sentence.
    let line = before.trim_end_matches(is_space);
    let lead = line.strip_suffix('\n').unwrap_or(line).trim_end_matches(|c| is_space(c) || c == '\r');
    let word = &lead[lead.trim_end_matches(|c: char| c.is_alphanumeric() || c == '.').len()..];
    let inside = lead.len() < before.len() && lead.ends_with(|c: char| c.is_alphanumeric() || c == ',');
    // "Ida Holm.Kasserer", but "Firmaerne Bygning.Nu".
    let begins = lead[..lead.len() - word.len()].trim_end_matches(is_space).is_empty()
        || lead[..lead.len() - word.len()].trim_end().ends_with(['.', '!', '?', ':']);
    let noun = begins && !readings(&word.to_lowercase()).is_none();
    let named = word.starts_with(char::is_uppercase) && !word.contains('.') && !noun;
    first.starts_with(char::is_uppercase) && inside && !named
}

fn ends_in_year(text: &str) -> bool {
    let before = text.trim_end_matches(|c: char| c.is_ascii_digit());
    let digits = &text[before.len()..];
    let century = digits.starts_with("19") || digits.starts_with("20");
    digits.len() == 4 && century && before.ends_with(is_space)
}

fn letters_before(text: &str, at: usize) -> &str {
    let start = text[..at].trim_end_matches(char::is_alphabetic).len();
    &text[start..at]
}

fn letters_after(text: &str, at: usize) -> &str {
    let rest = &text[at..];
    &rest[..rest.len() - rest.trim_start_matches(char::is_alphabetic).len()]
}
