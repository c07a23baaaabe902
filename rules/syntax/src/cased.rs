//! Titles with the number of their case before them: "Sagsnr. 25/1042 Ny havnebus", "25/1042: Ny havnebus".

use std::ops::Range;

use super::case_number::{CaseNumberForm, case_number, is_shaped};
use super::title::{self, begins_title};
use danish::letters::small;
use text::is_space;
use text::lines::floor_boundary;

/// The number of a case and the title behind it; ranges are bytes of the line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cased {
    /// The number as written.
    pub number: Range<usize>,
    /// How such numbers are written.
    pub form: CaseNumberForm,
    /// What is the title.
    pub title: Range<usize>,
}

/// No heading is longer, in bytes.
const LONGEST: usize = 240;

/// Takes apart `words`, a line without marks; `None` where no number of a case stands before a title.
pub fn cased(words: &str) -> Option<Cased> {
    if words.len() > LONGEST {
        return None;
    }
    let first = words.as_bytes().first()?;
    let label = if first.is_ascii_digit() { 0 } else { label(words)? };
    let rest = &words[label..];
    let number =
        rest.split(|c: char| is_space(c) || c == ':').next().unwrap_or("").trim_end_matches([',', '.']);
    let form = form(number, label > 0)?;
    let behind = &rest[number.len()..];
    let title = behind.trim_start_matches(|c: char| is_space(c) || matches!(c, ':' | '-' | '–' | ',' | '.'));
    let start = words.len() - title.len();
    let fits = title.len() < behind.len() && begins_title(title) && !title::is_of_case(title);
    fits.then_some(Cased { number: label..label + number.len(), form, title: start..words.len() })
}

/// "Sag: 18-3304", a line that is a label and the number of a case: the number.
pub fn case_line(words: &str) -> Option<(Range<usize>, CaseNumberForm)> {
    let bare = words.strip_prefix('(').and_then(|words| words.strip_suffix(')')).unwrap_or(words);
    let open = usize::from(bare.len() < words.len());
    let label = open + label(bare).filter(|_| words.len() < 60)?;
    let number = words[label..open + bare.len()].split(',').next().unwrap_or("").trim_end_matches(is_space);
    let digits = number.bytes().filter(u8::is_ascii_digit).count();
    let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '/' | '-');
    let form = form(number, true)
        .or_else(|| (digits >= 4 && number.chars().all(plain)).then_some(CaseNumberForm::Other))?;
    Some((label..label + number.len(), form))
}

/// The bytes of "Sagsnr.:" and the spaces behind it.
fn label(words: &str) -> Option<usize> {
    if !matches!(words.as_bytes().first().map(|byte| byte | 32), Some(b's' | b'j')) {
        return None;
    }
    let folded = small(&words[..floor_boundary(words, 24)]);
    let rest = words.get(title::case_label(&folded)?..)?;
    let number = rest.trim_start_matches(|c| c == ':' || is_space(c));
    (number.len() < rest.len()).then_some(words.len() - number.len())
}

/// The form of `number`. Without a label "12/2024" and "24/12" are a month and a day.
fn form(number: &str, labelled: bool) -> Option<CaseNumberForm> {
    let known = case_number(number).filter(|form| {
        let serial = number.split_once('/').map_or("", |(_, serial)| serial);
        labelled
            || *form != CaseNumberForm::YearSlash
            || serial.len() > 2
                && !(serial.len() == 4 && (serial.starts_with("19") || serial.starts_with("20")))
    });
    known.or_else(|| (labelled && is_shaped(number)).then_some(CaseNumberForm::Other))
}

#[cfg(test)]
mod tests {
    use super::cased;

    fn read(line: &str) -> Option<(&str, &str)> {
        cased(line).map(|found| (&line[found.number], &line[found.title]))
    }

    #[test]
    fn the_number_of_a_case_may_stand_before_its_title() {
        for line in [
            "Sagsnr. 25/1042 Ny havnebus",
            "Sagsnr.: 25/1042 - Ny havnebus",
            "Sag 25/1042: Ny havnebus",
            "J.nr. 25/1042, Ny havnebus",
            "25/1042 Ny havnebus",
        ] {
            assert_eq!(read(line), Some(("25/1042", "Ny havnebus")), "{line}");
        }
        assert_eq!(read("Sagsnr. EMN-2025-0092 Havnen"), Some(("EMN-2025-0092", "Havnen")));
    }

    #[test]
    fn a_line_may_be_a_label_and_a_number() {
        let line = |words: &'static str| super::case_line(words).map(|(number, _)| &words[number]);
        assert_eq!(line("Sag: 18-3304"), Some("18-3304"));
        assert_eq!(line("J.NR. 27.12.16K09"), Some("27.12.16K09"));
        assert_eq!(line("(Sagsnr. 25/118)"), Some("25/118"));
        assert_eq!(line("Sagsnr. 25/118, dok. 7"), Some("25/118"));
        assert_eq!(line("Sagen blev udsat"), None);
    }

    #[test]
    fn what_else_stands_behind_a_number_is_no_title() {
        for line in [
            "Sagsnr.: 20/33839   Dok.nr.: 5",
            "Sagsnr. 20/33839 Sagsbehandler: Bo Berg",
            "Sagsnr. 20/33839",
            "24/12 Juleaften",
            "03/2025 Marts",
            "25/1042 blev sendt i høring",
            "Sagen 25/1042 Havnen",
        ] {
            assert_eq!(read(line), None, "{line}");
        }
    }
}
