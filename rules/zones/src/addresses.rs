//! Words that are addresses or names of files: whoever changes a sign in them breaks them.

use std::sync::LazyLock;

use memchr::{memchr2_iter, memchr3_iter};
use serde::Deserialize;

use super::Zone;
use text::needles::{Found, Needles};
use text::{TextRange, is_space, range};

/// A line that ends in the name of a file is that name when it is no longer than this, in bytes.
const LONGEST_NAME: usize = 160;

/// No mark of an address or a file is longer, in bytes; a test holds the list to it.
const LONGEST_MARK: usize = 8;

static SIGNS: LazyLock<Signs> = LazyLock::new(Signs::read);

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Lists {
    addresses: Vec<String>,
    files: Vec<String>,
    before_files: Vec<String>,
}

/// What an address or the name of a file is known by.
struct Signs {
    finder: Needles,
    n_addresses: usize,
    before_files: Vec<String>,
}

impl Signs {
    fn read() -> Self {
        let lists: Lists = data::read("addresses");
        let finder = Needles::caseless(lists.addresses.iter().chain(&lists.files));
        Self { finder, n_addresses: lists.addresses.len(), before_files: lists.before_files }
    }
}

/// Adds the addresses and names of files in `text`.
pub(super) fn find(text: &str, zones: &mut Vec<(Zone, TextRange)>) {
    let mut done = 0;
    for at in memchr2_iter(b'@', b'#', text.as_bytes()) {
        if at >= done && (text.as_bytes()[at] == b'@' || begins_tag(text, at)) {
            let word = word_around(text, at, done);
            done = word.end().into();
            zones.push((Zone::Address, word));
        }
    }
    done = 0;
    for (found, file) in marks(text) {
        let ends = !text[usize::from(found.end())..].starts_with(|c: char| c.is_alphanumeric());
        if usize::from(found.start()) >= done && (!file || ends) {
            let word = word_around(text, found.start().into(), done);
            done = word.end().into();
            let path = !file && &text[found] == ":\\";
            zones.push(match file {
                true => (Zone::FileName, name(text, word)),
                false if path => (Zone::Address, spaced_path(text, word)),
                false => (Zone::Address, word),
            });
        }
    }
}

/// The marks of addresses and of files in `text`, and whether each is a file's. Every mark holds a stop, a colon or a
/// backslash, and most of these stand before white space: only around the others the marks are looked for.
fn marks(text: &str) -> impl Iterator<Item = (TextRange, bool)> {
    let bytes = text.as_bytes();
    let mut next = 0;
    memchr3_iter(b'.', b':', b'\\', bytes).filter_map(move |at| {
        let follows =
            bytes.get(at + 1).is_some_and(|byte| byte.is_ascii_alphanumeric() || b"/\\".contains(byte));
        if at < next
            || !(follows
                || bytes[..at].ends_with(b"www")
                || bytes[..at].ends_with(b"WWW")
                || bytes[at] == b':')
        {
            return None;
        }
        let from = text.ceil_char_boundary(at.saturating_sub(LONGEST_MARK).max(next));
        let to = text.floor_char_boundary((at + LONGEST_MARK).min(text.len()));
        let found = SIGNS.finder.find(&text[from..to])?;
        next = from + found.end;
        Some((range(from + found.start, next), found.which >= SIGNS.n_addresses))
    })
}

/// "O:\\Sager\\kl 17\\referat  nr 2.docx": a path goes on over its spaces as long as another folder or a file follows.
fn spaced_path(text: &str, word: TextRange) -> TextRange {
    let (start, near) =
        (usize::from(word.start()), text.floor_char_boundary(usize::from(word.start()) + LONGEST_NAME));
    let line = &text[start..near];
    let line = &line[..line.find(['\n', '\r']).unwrap_or(line.len())];
    let folder = line.rfind('\\').map_or(0, |at| at + 1);
    let ends = |found: &Found| {
        found.which >= SIGNS.n_addresses && !line[found.end..].starts_with(|c: char| c.is_alphanumeric())
    };
    let file = SIGNS.finder.find_iter(line).find(|found| found.start >= folder && ends(found));
    let last = line[folder..].find(is_space).map_or(line.len(), |at| folder + at);
    range(start, start + file.map_or(last, |found| found.end).max(usize::from(word.len())))
}

/// "#budget", "{#kl.16}" behind a heading, and not "# Budget" or "nr.#3".
fn begins_tag(text: &str, at: usize) -> bool {
    let before = text[..at].chars().next_back();
    before.is_none_or(|c| is_space(c) || matches!(c, '\n' | '\r' | '(' | '{'))
        && text[at + 1..].starts_with(char::is_alphabetic)
}

/// The run without white space around byte `at`, of which nothing before `done` is looked at.
fn word_around(text: &str, at: usize, done: usize) -> TextRange {
    let ends = |c: char| is_space(c) || matches!(c, '\n' | '\r');
    let start = text[done..at]
        .char_indices()
        .rev()
        .find(|(_, c)| ends(*c))
        .map_or(done, |(i, c)| done + i + c.len_utf8());
    let start = behind_words(text, start, at);
    let end = text[at..].find(ends).map_or(text.len(), |i| at + i);
    range(start, end)
}

/// Where the target of a link begins between `start` and `at`, or `start`: "[køreplan](bus.pdf)" has words before it.
fn behind_words(text: &str, start: usize, at: usize) -> usize {
    const TARGET: &str = "](";
    text[start..at].rfind(TARGET).map_or(start, |target| start + target + TARGET.len())
}

/// The whole name of the file that `word` ends: "Bilag 2 - Notat kl 15.pdf" on a line of its own.
fn name(text: &str, word: TextRange) -> TextRange {
    let end = usize::from(word.end());
    let near = text.floor_char_boundary(end.saturating_sub(LONGEST_NAME));
    let line = text[near..usize::from(word.start()).max(near)].rfind(['\n', '\r']).map(|at| near + at + 1);
    let line = if near == 0 { Some(line.unwrap_or(0)) } else { line };
    let last = text[end..].chars().find(|&c| !is_space(c)).is_none_or(|c| matches!(c, '\n' | '\r'));
    match line {
        Some(start) if last => range(behind_words(text, start, word.start().into()), end),
        _ => range(spaced_start(text, word.start().into()), end),
    }
}

/// Where the name begins whose last word begins at byte `start`: "hedder referat_ idag  endelig.docx" has words before it,
/// behind one that says that a name follows, behind a quotation mark, or from one that only a name has.
fn spaced_start(text: &str, start: usize) -> usize {
    const MOST_WORDS: usize = 6;
    let near = text.ceil_char_boundary(start.saturating_sub(LONGEST_NAME));
    let near = text[near..start].rfind(['\n', '\r']).map_or(near, |at| near + at + 1);
    let near = behind_words(text, near, start);
    let mut at = start;
    let mut first = start;
    for _ in 0..MOST_WORDS {
        let before = text[near..at].trim_end_matches(is_space);
        let word = near + before.rfind(is_space).map_or(0, |space| space + 1);
        let own = &text[word..near + before.len()];
        let bare = own.trim_end_matches(':').to_lowercase();
        if own.is_empty() || SIGNS.before_files.contains(&bare) {
            return if own.is_empty() { first } else { at };
        }
        if let Some(quote) = own.rfind(['"', '”', '“', '»', '«']) {
            let inner = quote + own[quote..].chars().next().map_or(1, char::len_utf8);
            return if inner < own.len() { word + inner } else { first };
        }
        at = word;
        if own.contains('_') {
            first = word;
        }
    }
    first
}

#[cfg(test)]
mod tests {
    use super::{Zone, find};

    fn seen(text: &str) -> Vec<(Zone, &str)> {
        let mut zones = Vec::new();
        find(text, &mut zones);
        zones.sort_by_key(|(_, range)| range.start());
        zones.dedup();
        zones.into_iter().map(|(zone, range)| (zone, &text[range])).collect()
    }

    #[test]
    fn addresses_and_file_names_are_known_by_their_signs() {
        assert_eq!(
            seen("Se https://a.dk/x..y og post@by.dk eller plan  2020.PDF nu"),
            [
                (Zone::Address, "https://a.dk/x..y"),
                (Zone::Address, "post@by.dk"),
                (Zone::FileName, "2020.PDF"),
            ]
        );
        assert_eq!(seen("Se H:\\Møder\\3.april\\kl.16 nu"), [(Zone::Address, "H:\\Møder\\3.april\\kl.16")]);
    }

    #[test]
    fn a_line_that_ends_in_a_file_is_its_name() {
        assert_eq!(
            seen("Resume\n- Notat fra den 3.april kl 15.docx\nJa"),
            [(Zone::FileName, "- Notat fra den 3.april kl 15.docx")]
        );
    }

    #[test]
    fn a_name_of_several_words_is_known_by_what_stands_before_it() {
        for (text, name) in [
            ("Filen hedder referat_ idag  endelig.docx og er ny", "referat_ idag  endelig.docx"),
            ("Se \"plan  for idag.pdf\" i mappen", "plan  for idag.pdf\""),
            ("Vi læste bilag_2 idag  ny.pdf på mødet", "bilag_2 idag  ny.pdf"),
            ("Udvalget læste planen idag i plan.pdf på mødet", "plan.pdf"),
        ] {
            assert_eq!(seen(text), [(Zone::FileName, name)], "{text}");
        }
    }

    #[test]
    fn the_words_of_a_link_are_no_part_of_its_target() {
        for (text, name) in [
            ("Se [bussen kører kl 15.30](x.pdf).", "x.pdf)."),
            ("Se [bussen kører idag](planer/x ny.pdf)", "planer/x ny.pdf)"),
            ("Se [bussen kører kl 15.30](x.pdf) nu", "x.pdf)"),
        ] {
            assert_eq!(seen(text), [(Zone::FileName, name)], "{text}");
        }
        assert_eq!(seen("[kl 15.30](https://a.dk/kl.16) nu"), [(Zone::Address, "https://a.dk/kl.16)")]);
        assert_eq!(seen("Se plan (idag) i x.pdf"), [(Zone::FileName, "Se plan (idag) i x.pdf")]);
    }

    #[test]
    fn what_names_a_heading_is_an_address() {
        assert_eq!(seen("#### Bus {#kl.16,b}"), [(Zone::Address, "{#kl.16,b}")]);
        assert_eq!(seen("Bus {3.april}"), []);
    }

    #[test]
    fn each_mark_is_short_and_holds_a_sign_that_it_is_looked_for_by() {
        let lists: super::Lists = data::read("addresses");
        for mark in lists.addresses.iter().chain(&lists.files) {
            assert!(mark.len() < super::LONGEST_MARK && mark.contains(['.', ':', '\\']), "{mark}");
            let text = format!("x{mark}");
            assert_eq!(super::marks(&text).count(), 1, "{mark}");
        }
    }

    #[test]
    fn a_path_goes_on_over_its_spaces() {
        assert_eq!(
            seen("Se O:\\Sager\\kl 17\\referat  nr 2.docx på drevet"),
            [(Zone::Address, "O:\\Sager\\kl 17\\referat  nr 2.docx"), (Zone::FileName, "2.docx")]
        );
        assert_eq!(seen("Se C:\\kl.16 og kl 17"), [(Zone::Address, "C:\\kl.16")]);
    }

    #[test]
    fn a_hashtag_is_an_address() {
        assert_eq!(seen("Se #kl.16 i note #3"), [(Zone::Address, "#kl.16")]);
        assert_eq!(seen("# Plan"), []);
    }

    #[test]
    fn words_that_merely_hold_the_letters_are_none() {
        assert_eq!(seen("Byens dk.docent og a.pdfer"), []);
    }
}
