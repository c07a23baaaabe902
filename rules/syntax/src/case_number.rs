//! Case numbers: KLE and the forms of case systems, recognised by shape alone.

/// The shapes of case numbers in use.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum CaseNumberForm {
    /// KLE: "85.02.02-P35-12-22" (groups, facet, serial, year).
    Kle,
    /// "20/33839".
    YearSlash,
    /// "21-014448".
    YearDash,
    /// "330-2018-3619", "2020-016062".
    Long,
    /// Any other, told by a label or by its place below a heading: "EMN-2025-009242".
    Other,
}

/// The form of `words` when all of it is one case number.
pub fn case_number(words: &str) -> Option<CaseNumberForm> {
    if words.len() > 30 || !words.starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    if kle(words) {
        return Some(CaseNumberForm::Kle);
    }
    if let Some((year, serial)) = words.split_once('/') {
        let whole = (digits(year, 2, 2) || digits(year, 4, 4)) && digits(serial, 2, 7);
        return whole.then_some(CaseNumberForm::YearSlash);
    }
    let parts: Vec<&str> = words.split('-').collect();
    match parts[..] {
        // A letter may follow the serial: "20-055104K".
        [year, serial] if digits(year, 2, 2) && digits(serial.trim_end_matches(char::is_uppercase), 5, 7) => {
            Some(CaseNumberForm::YearDash)
        }
        [year, serial] if digits(year, 4, 4) && digits(serial, 5, 8) => Some(CaseNumberForm::Long),
        [code, year, serial] if digits(code, 3, 3) && digits(year, 4, 4) && digits(serial, 1, 7) => {
            Some(CaseNumberForm::Long)
        }
        _ => None,
    }
}

/// Has all of `words` the shape of a case number of some system: capitals, digits and signs between them, no blank?
/// "EMN-2025-009242", "S2024-12345", "01.02G00 - 2017/27088".
pub(super) fn is_shaped(words: &str) -> bool {
    // Nearly every line is longer, has small letters or hardly a digit.
    if words.len() > 65
        || words.bytes().any(|byte| byte.is_ascii_lowercase())
        || words.bytes().filter(u8::is_ascii_digit).count() < 4
    {
        return false;
    }
    let (first, second) =
        words.split_once(" - ").map_or((words, None), |(first, second)| (first, Some(second)));
    let sign = |c: char| c.is_ascii_digit() || c.is_uppercase() || matches!(c, '.' | '/' | '-');
    let shaped = |part: &str| {
        let digits = part.bytes().filter(u8::is_ascii_digit).count();
        (5..=31).contains(&part.len()) && digits >= 4 && part.chars().all(sign)
    };
    let lettered = || first.contains(char::is_uppercase);
    shaped(first) && lettered() && second.is_none_or(shaped)
}

fn digits(text: &str, least: usize, most: usize) -> bool {
    (least..=most).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_digit())
}

/// The facets that KLE publishes: A, G, I, K, P, S, Ø.
const FACETS: &str = "AGIKPSØ";

/// "85.02.02-P35-12-22", also "00.01.00A04" and "00.01.00P35-0104" as older systems print them.
fn kle(words: &str) -> bool {
    let Some(facet_at) = words.find(|c: char| FACETS.contains(c)) else { return false };
    let groups: Vec<&str> = words[..facet_at].trim_end_matches('-').split('.').collect();
    let facet = words[facet_at..].chars().next().map_or(0, char::len_utf8);
    let rest = &words[facet_at + facet..];
    let mut tail = rest.split('-');
    groups.len() == 3
        && groups.iter().all(|group| digits(group, 2, 2))
        && tail.next().is_some_and(|number| digits(number, 2, 2))
        && tail.clone().count() <= 2
        && tail.all(|part| digits(part, 1, 5))
}

#[cfg(test)]
mod tests {
    use super::{CaseNumberForm, case_number, is_shaped};

    #[test]
    fn the_forms_in_use_are_known() {
        use CaseNumberForm::{Kle, Long, YearDash, YearSlash};
        for (words, form) in [
            ("85.02.02-P35-12-22", Kle),
            ("00.30.10-Ø00-4-16", Kle),
            ("00.01.00P35-0104", Kle),
            ("00.01.00A04", Kle),
            ("20/33839", YearSlash),
            ("21-014448", YearDash),
            ("20-055104K", YearDash),
            ("330-2018-3619", Long),
            ("2020-016062", Long),
        ] {
            assert_eq!(case_number(words), Some(form), "{words}");
        }
    }

    #[test]
    fn unknown_systems_have_numbers_of_a_shape() {
        for words in ["EMN-2025-009242", "S2024-12345", "01.02G00 - 2017/27088", "BR/366-07"] {
            assert!(is_shaped(words), "{words}");
        }
        for words in ["REFERAT", "14-09-2020", "KL-2", "CO2-regnskab", "2022-2025"] {
            assert!(!is_shaped(words), "{words}");
        }
    }

    #[test]
    fn dates_and_amounts_are_none() {
        for words in
            ["14-09-2020", "14.09.2020", "1.283.980", "8/9-2020", "2022-2025", "16", "85.02.02-X35-12-22"]
        {
            assert_eq!(case_number(words), None, "{words}");
        }
    }
}
