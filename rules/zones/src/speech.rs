//! Somebody else's words without quotation marks: what is said after a dash, and what follows a label that says whose
//! words they are.

use std::sync::LazyLock;

use serde::Deserialize;

use text::needle::Needle;
use text::needles::{Found, Needles};
use text::{TextRange, is_space, range, rest_of_line};

/// Such words in `text`.
pub(super) fn found(text: &str) -> impl Iterator<Item = TextRange> + '_ {
    speech(text)
        .chain(quoted_behind_colon(text))
        .chain(mails(text))
        .chain(emphasised(text))
        .chain(own_words(text))
}

/// `rules/data/lists/speech.toml`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Speech {
    verbs: Vec<String>,
    quoting: Vec<String>,
    quoting_below: Vec<String>,
    of_the_house: Vec<String>,
    first_person: Vec<String>,
    greetings: Vec<String>,
    closings: Vec<String>,
    works: Vec<String>,
    mail: Vec<String>,
}

static SPEECH: LazyLock<Speech> = LazyLock::new(|| data::read("speech"));

static WORKS: LazyLock<Needles> = LazyLock::new(|| Needles::new(&SPEECH.works));

/// "Hans sagde: - Jeg vil hjem." and "- Jeg vil hjem, sagde Hans.": what is said after a dash, to the end of its line.
fn speech(text: &str) -> impl Iterator<Item = TextRange> + '_ {
    memchr::memchr2_iter(b'-', 0xE2, text.as_bytes()).filter_map(|at| {
        let words = text[at..].strip_prefix(['-', '–', '—'])?;
        let said = words.trim_start_matches(is_space);
        let begins = said.len() < words.len() && said.starts_with(char::is_uppercase);
        (begins && (is_told_before(&text[..at]) || is_told_behind(text, at))).then(|| rest_of_line(text, at))
    })
}

/// "Hun skrev i mailen: Jeg vil hjem.": what is said after a colon, to the end of its line, or the lines below it.
fn quoted_behind_colon(text: &str) -> impl Iterator<Item = TextRange> + '_ {
    memchr::memchr_iter(b':', text.as_bytes()).filter_map(|at| {
        let words = &text[at + 1..];
        let said = words.trim_start_matches(is_space);
        let begins = said.len() < words.len() && said.starts_with(char::is_alphabetic);
        let below = said.starts_with(['\n', '\r']);
        if !begins && !below {
            return None;
        }
        let line = rest_of_line(text, at + 1);
        if tells_of_words(&text[..at]) {
            return Some(if below { letter_behind(text, line.end().into()) } else { line });
        }
        let quotes = said.starts_with(char::is_uppercase) || below;
        // "Hun siger:" over the points of a list is dealt with by their dashes.
        let first = said.trim_start().chars().next();
        let quotes = quotes && !(below && first.is_none_or(|c| !c.is_alphabetic()));
        (quotes && (is_quoting(&text[..at]) || below && is_quoting_below(&text[..at])))
            .then(|| if below { letter_behind(text, line.end().into()) } else { line })
    })
}

/// The paragraph behind byte `at`, and where it greets somebody, all up to the end of the letter.
fn letter_behind(text: &str, at: usize) -> TextRange {
    /// A longer letter is cut, in paragraphs.
    const MOST: usize = 12;
    let first = paragraph_behind(text, at);
    let line = text[first].trim_start_matches(is_space).lines().next().unwrap_or_default().to_lowercase();
    if !SPEECH.greetings.iter().any(|greeting| line.starts_with(greeting.as_str())) {
        return first;
    }
    let next = |place: &TextRange| {
        let next = paragraph_behind(text, place.end().into());
        (!next.is_empty()).then_some(next)
    };
    let mut paragraphs = std::iter::successors(Some(first), next).take(MOST);
    let last = paragraphs.find(|place| text[*place].lines().any(ends_letter));
    last.or_else(|| next(&first)).map_or(first, |last| first.cover(last))
}

/// Does a line end a letter: "Mvh. Bo", "Med venlig hilsen"?
pub fn ends_letter(line: &str) -> bool {
    let line = line.trim_start_matches(is_space).to_lowercase();
    SPEECH.closings.iter().any(|closing| {
        line.strip_prefix(closing.as_str()).is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
    })
}

/// The lines behind byte `at` up to the next blank one.
fn paragraph_behind(text: &str, at: usize) -> TextRange {
    let start = text.len() - text[at..].trim_start().len();
    let (mut end, mut next) = (start, start);
    while next < text.len() {
        let line = rest_of_line(text, next);
        if text::trim(&text[line]).is_empty() {
            break;
        }
        end = line.end().into();
        next = (end + if text[end..].starts_with("\r\n") { 2 } else { 1 }).min(text.len());
    }
    range(start, end)
}

/// Does a word of `quoting` stand in the sentence that `before` breaks off?
fn is_quoting(before: &str) -> bool {
    let sentence = sentence(before).to_lowercase();
    let mut words = sentence.split(|c: char| !c.is_alphanumeric());
    words.any(|word| SPEECH.quoting.iter().any(|quoting| quoting == word))
}

/// "Naboen oplyser", above lines of the neighbour's own; what the house itself tells is its own text.
fn is_quoting_below(before: &str) -> bool {
    let sentence = sentence(before).to_lowercase();
    let words = || sentence.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let last = words().next_back();
    last.is_some_and(|last| SPEECH.quoting_below.iter().any(|verb| verb == last))
        && !words().any(|word| SPEECH.of_the_house.iter().any(|own| word.contains(own.as_str())))
}

/// Somebody's words in running text are no longer, in bytes.
const LONGEST: usize = 600;

/// "*Vi er bange for støjen* skriver naboen.": words set in italics, and who says them.
fn emphasised(text: &str) -> impl Iterator<Item = TextRange> + '_ {
    memchr::memchr2_iter(b'*', b'_', text.as_bytes()).filter_map(|at| {
        let begins = at == 0 || text[..at].ends_with(['\n', '\r', ' ']);
        let near = &text[at + 1..text.floor_char_boundary(at + LONGEST)];
        if !begins || !near.starts_with(char::is_alphabetic) {
            return None;
        }
        let close = near.find(char::from(text.as_bytes()[at])).filter(|close| !has_blank(&near[..*close]))?;
        let behind = at + 1 + close + 1;
        is_said_behind(&text[behind..]).then(|| range(at, behind))
    })
}

/// "Vi er bange for støjen, skriver naboen.": a sentence about oneself, and who says it.
fn own_words(text: &str) -> impl Iterator<Item = TextRange> + '_ {
    memchr::memchr_iter(b',', text.as_bytes()).filter_map(|at| {
        if !is_said_behind(&text[at + 1..]) {
            return None;
        }
        let from = text.ceil_char_boundary(at.saturating_sub(LONGEST));
        let near = &text[from..at];
        let paragraph = blank(near).or((from == 0).then_some(0));
        // The stop of "b.la. " ends no sentence.
        let ends = |(stop, _): &(usize, &str)| {
            let rest = &near[stop + 1..];
            let next = rest.trim_start();
            next.len() < rest.len() && next.starts_with(char::is_uppercase)
        };
        let stop = near.rmatch_indices(['.', '!', '?']).find(ends).map(|(stop, _)| stop + 1);
        let start = stop.max(paragraph)?;
        let own = near[start..].trim_start();
        let first = own.split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
        let is_own = SPEECH.first_person.iter().any(|own| own == first);
        is_own.then(|| range(at - own.len(), at))
    })
}

/// Does `behind` begin with who says what stands before: " skriver naboen", also on the next line of the paragraph?
fn is_said_behind(behind: &str) -> bool {
    let words =
        behind.trim_start_matches(|c: char| is_space(c) || matches!(c, ',' | '*' | '_' | '\n' | '\r'));
    !has_blank(&behind[..behind.len() - words.len()])
        && words.split(|c: char| !c.is_alphanumeric()).next().is_some_and(is_saying)
}

/// Where the last paragraph of `text` begins, if another stands before it.
fn blank(text: &str) -> Option<usize> {
    let bytes = text.as_bytes();
    let ends = |end: &usize| {
        matches!(bytes[..*end], [.., b'\n', b'\n'] | [.., b'\n', b'\r', b'\n'] | [.., b'\r', b'\r'])
    };
    (2..=bytes.len()).rev().find(ends)
}

fn has_blank(text: &str) -> bool {
    blank(text).is_some()
}

/// Does the sentence that `before` breaks off name somebody's text: "Digtet", "Brevet lyder"?
fn tells_of_words(before: &str) -> bool {
    let sentence = sentence(before).to_lowercase();
    let stands = |at: Found| {
        !sentence[..at.start].ends_with(char::is_alphanumeric)
            && !sentence[at.end..].starts_with(char::is_alphanumeric)
    };
    WORKS.any(&sentence, stands)
}

fn sentence(before: &str) -> &str {
    /// In bytes.
    const NEAR: usize = 120;
    let near = &before[before.floor_char_boundary(before.len().saturating_sub(NEAR))..];
    near.rsplit(['\n', '\r', '.', ':', ';']).next().unwrap_or("")
}

/// "Fra: …", "Emne: …": the head of a mail that was pasted, and the paragraph below it.
fn mails(text: &str) -> impl Iterator<Item = TextRange> + '_ {
    /// Lines of the head.
    const FEWEST: usize = 3;
    static SUBJECT: Needle = Needle::new("Emne:");
    let is_head = |line: &str| {
        line.split_once(':').is_some_and(|(name, _)| SPEECH.mail.iter().any(|mail| mail == name.trim()))
    };
    SUBJECT.find_iter(text).filter_map(move |at| {
        let offset = |line: &str| line.as_ptr() as usize - text.as_ptr() as usize;
        let above = text[..at].lines().rev().take_while(|line| is_head(line));
        let below = text[at..].lines().take_while(|line| is_head(line));
        let mut head: Vec<TextRange> =
            above.chain(below).map(|line| range(offset(line), offset(line) + line.len())).collect();
        head.sort_by_key(|line| line.start());
        let (first, last) = (*head.first()?, *head.last()?);
        let begins = at == 0 || text[..at].ends_with(['\n', '\r']);
        (begins && head.len() >= FEWEST)
            .then(|| first.cover(last).cover(paragraph_behind(text, last.end().into())))
    })
}

/// Does `before` end by saying that somebody speaks: "Hans sagde til os:", "Hans svarede"?
fn is_told_before(before: &str) -> bool {
    /// In bytes.
    const NEAR: usize = 120;
    let near = &before[before.floor_char_boundary(before.len().saturating_sub(NEAR))..];
    let told = near.trim_end();
    let (gap, line) = (&near[told.len()..], told.rsplit(['\n', '\r']).next().unwrap_or(""));
    let mut words = line.split(|c: char| !c.is_alphanumeric()).rev().filter(|word| !word.is_empty());
    // A line of its own may be a point of a list, so the verb must stand right before the colon.
    let same_line = !gap.contains(['\n', '\r']);
    match line.ends_with(':') {
        true if same_line => words.any(is_saying),
        colon => !gap.is_empty() && (colon || same_line) && words.next().is_some_and(is_saying),
    }
}

/// Does the line that begins with the dash at `at` say who spoke: ", sagde Hans"?
fn is_told_behind(text: &str, at: usize) -> bool {
    let before = text[..at].trim_end_matches(is_space);
    let line = &text[rest_of_line(text, at)];
    let told = |(at, sign): (usize, &str)| {
        let rest = line[at + sign.len()..].trim_start_matches(is_space);
        rest.split(|c: char| !c.is_alphanumeric()).next().is_some_and(is_saying)
    };
    (before.is_empty() || before.ends_with(['\n', '\r'])) && line.match_indices([',', '!', '?']).any(told)
}

fn is_saying(word: &str) -> bool {
    SPEECH.verbs.iter().any(|verb| verb == word)
}

#[cfg(test)]
mod tests {
    use super::found;

    fn seen(text: &str) -> Vec<&str> {
        let mut found: Vec<_> = found(text).collect();
        found.sort_by_key(|zone| zone.start());
        found.into_iter().map(|zone| &text[zone]).collect()
    }

    #[test]
    fn speech_after_a_dash_is_somebodys_own() {
        assert_eq!(
            seen("Hans sagde: - Jeg vil hjem.\nJa: -3 og siger: - b\nBilag: - Kort"),
            ["- Jeg vil hjem."]
        );
        assert_eq!(seen("Hun svarede – Jeg vil ud."), ["– Jeg vil ud."]);
        assert_eq!(seen("Hans sagde:\n- Jeg vil ud.\n- Bilag"), ["- Jeg vil ud."]);
        assert_eq!(seen("- Jeg vil ud, sagde Hans.\n- Bilag"), ["- Jeg vil ud, sagde Hans."]);
        assert_eq!(seen("Han siger nej om:\n- Ny vej, og mere\nPlanen - Ny vej, siger han"), [""; 0]);
    }

    #[test]
    fn what_a_colon_quotes_may_stand_below_it() {
        assert_eq!(
            seen("Digtet:\n\nJeg elsker elsker byen\nog havet\n\nUdvalget"),
            ["Jeg elsker elsker byen\nog havet"]
        );
        assert_eq!(seen("Brevet lyder: vi har har nok ,ja\nNu"), [" vi har har nok ,ja"]);
        assert_eq!(seen("Hun skriver:\n\nvi vil vil ha ,ja\n\nUdvalget"), ["vi vil vil ha ,ja"]);
        let letter = "Hej alle\n\nvi vil vil ha ,ja\n\nmvh. Bo";
        assert_eq!(seen(&format!("Hun skriver i en mail:\n\n{letter}\n\nUdvalget")), [letter]);
        assert_eq!(seen("Udvalget drøftede:\n\nSkolen"), [""; 0]);
    }

    #[test]
    fn a_mail_that_was_pasted_is_somebodys() {
        let mail = "Fra: Ole Holm\nDato: 4. Marts 2022 kl 17\nEmne: Havnen ,igen\n\nVi vil vil ikke.";
        assert_eq!(seen(&format!("Sagen\n{mail}\n\nUdvalget")), [mail]);
        assert_eq!(seen("Emne: Havnen\n\nVi vil"), [""; 0]);
    }

    #[test]
    fn words_in_italics_and_words_about_oneself_are_the_speakers() {
        assert_eq!(
            seen("*Vi er bange ,og b.la. trætte* skriver naboen."),
            ["*Vi er bange ,og b.la. trætte*"]
        );
        assert_eq!(seen("Sagen er ny. Vi er bange ,og trætte, skriver naboen."), ["Vi er bange ,og trætte"]);
        assert_eq!(seen("Naboen oplyser:\nVi har støj.\n\nGodkendt."), ["Vi har støj."]);
        assert_eq!(seen("Forvaltningen oplyser:\nDer er støj.\n\n*Vigtigt* er det."), [""; 0]);
        assert_eq!(seen("Udvalget er bange, skriver naboen."), [""; 0]);
        assert_eq!(seen("Ja.\nVi er\nbange,\nskriver naboen."), ["Vi er\nbange"]);
        assert_eq!(seen("*Vi er\nbange*\nskriver naboen."), ["*Vi er\nbange*"]);
        assert_eq!(seen("*Vi er\n\nbange* skriver naboen. Vi er\n\nbange, skriver naboen."), [""; 0]);
    }
}
