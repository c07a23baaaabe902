//! A day as a hand writes it, and the last four digits: "20/9-2010-3344", "5.3.1962-1234", "1962-03-05-1234".

use super::digits::{Chain, LONGEST, Run};
use super::number::{Joint, Number, joined, names_personal, number, without_century};
use super::signs::is_dash;
use lint::people_in;
use text::{TextRange, is_space};

/// Such a number from run `i` of `chain` on, and how many runs it has. Whatever else joins the last four to the day, a
/// word for a birth or for personal numbers must stand in front: "5/3-1962, 1234" may be a day and a count.
pub(super) fn dated(text: &str, chain: &Chain, i: usize) -> Option<(Number, usize)> {
    let runs: &[Run; N_RUNS] = chain.runs.get(i..i + N_RUNS)?.try_into().ok()?;
    let gaps = &chain.gaps[i..i + N_RUNS - 1];
    let lens = runs.map(|run| run.len);
    let signs: Vec<&str> = runs.windows(2).map(|pair| between(text, pair)).collect();
    if lens[3] != 4 || gaps.iter().any(|gap| gap.line_ends > 0) || !is_day(lens, &signs) {
        return None;
    }
    let digits = match lens {
        [4, ..] => joined(&[day(&runs[2]), day(&runs[1]), without_first(&runs[0])?, runs[3]])?,
        _ => {
            let parts = [day(&runs[0]), day(&runs[1]), runs[2], runs[3]];
            joined(&parts).or_else(|| without_century(&parts))?
        }
    };
    let start = runs[0].range.start();
    let number = number(digits, start_to_end(runs), Joint::Sign).filter(|number| number.is_day)?;
    let named = || names_personal(text, start.into()) || follows_name(text, start.into());
    // "1.1.2015-2018" is a span of years, "5.3.2024-1430" a day and an hour.
    let unlikely = (1900..2100).contains(&number.serial) || number.is_moment();
    let is_joined = match joint(signs[2]) {
        Some(Tie::Dash) => !unlikely && !is_like_section(lens, &signs) || named(),
        // "02.05.59/1177"
        Some(Tie::Other) if signs[2] == "/" && lens[..2] == [2, 2] => !unlikely || named(),
        Some(Tie::Other) => named(),
        None => false,
    };
    let goes_on = chain.gaps.get(i + N_RUNS - 1).is_some_and(|gap| gap.signs <= 1 && gap.line_ends == 0);
    (is_joined && !goes_on).then_some((number, N_RUNS))
}

/// Day, month, year and the last four.
const N_RUNS: usize = 4;

/// "Per Lund 17.9.1958-2031": does the name of a person stand right before byte `at`?
fn follows_name(text: &str, at: usize) -> bool {
    /// In bytes.
    const NEAR: usize = 60;
    let before = &text[text.floor_char_boundary(at.saturating_sub(NEAR))..at];
    let line = before.rsplit('\n').next().unwrap_or_default();
    let named = line.trim_end_matches(|c: char| is_space(c) || matches!(c, ',' | '('));
    people_in(named).any(|name| usize::from(name.end()) == named.len())
}

/// What joins the last four digits to the day.
enum Tie {
    Dash,
    /// A comma, a slash, spaces.
    Other,
}

fn joint(sign: &str) -> Option<Tie> {
    let bare = sign.trim_matches(is_space);
    match bare {
        "" | "," | "/" | "." | ":" | ";" => Some(Tie::Other),
        _ if bare.chars().all(is_dash) && bare.chars().count() == 1 => Some(Tie::Dash),
        _ => None,
    }
}

/// "5/3-1962", "5.3.62", "1962-03-05": do lengths and signs have the form of a day?
fn is_day(lens: [usize; N_RUNS], signs: &[&str]) -> bool {
    let sign = |at: usize| signs[at].trim_matches(is_space);
    let is_sign =
        |sign: &str| matches!(sign, "/" | ".") || sign.chars().count() == 1 && sign.chars().all(is_dash);
    // "5/3 1962"
    let slashed = sign(0) == "/" && (is_sign(sign(1)) || sign(1).is_empty());
    let shape = matches!(lens, [1 | 2, 1 | 2, 2 | 4, _]) || matches!(lens, [4, 2, 2, _]) && sign(0) != "/";
    shape && (slashed || sign(0) == sign(1) && is_sign(sign(0)))
}

/// "1.2.03-1234" may be a section, for a year of two digits is little to know a day by.
fn is_like_section(lens: [usize; N_RUNS], signs: &[&str]) -> bool {
    let dotted = signs[..2].iter().any(|sign| sign.trim_matches(is_space) == ".");
    let short = lens[0] == 1 || lens[1] == 1;
    lens[2] == 2 && short && dotted
}

/// `run` with a nil in front where it has one digit.
fn day(run: &Run) -> Run {
    let mut two = Run { len: 2, ..*run };
    if run.len == 1 {
        (two.digits[0], two.digits[1]) = (0, run.digits[0]);
    }
    two
}

/// "62" of "1962".
fn without_first(year: &Run) -> Option<Run> {
    let century = year.digits[0] * 10 + year.digits[1];
    let mut two = Run { len: 2, ..*year };
    two.digits = [0; LONGEST];
    two.digits[..2].copy_from_slice(&year.digits[2..4]);
    (18..=20).contains(&century).then_some(two)
}

fn between<'t>(text: &'t str, pair: &[Run]) -> &'t str {
    &text[TextRange::new(pair[0].range.end(), pair[1].range.start())]
}

fn start_to_end(runs: &[Run; N_RUNS]) -> TextRange {
    runs[0].range.cover(runs[N_RUNS - 1].range)
}

#[cfg(test)]
mod tests {
    use super::super::recogniser::numbers;

    #[test]
    fn a_day_in_any_style_is_read() {
        for text in [
            "20/9-2010-3344",
            "20/10-2012-3388",
            "02.05.59/1177",
            "5.3.1962-1234",
            "5/3-1962-1234",
            "5/3-62-1234",
            "5/3 1962-1234",
            "1962-03-05-1234",
            "05-3-1962 - 1234",
            "65/3-1962-1234",
            "født 5/3-1962, 1234",
            "f. 5.3.62-1234",
            "født 5.3.1962 1234",
            "fødselsdato 1962-03-05 / 1234",
            "personnummer: 5-3-62-1234",
            "Per Lund 17/9-58-2031.",
            "Per Lund, 17.9.1958-2031",
            "Anna Margrethe Holm (17.9.58-2031)",
        ] {
            assert_eq!(numbers(text).count(), 1, "{text}");
        }
    }

    #[test]
    fn a_span_a_time_a_count_and_a_section_are_none() {
        for text in [
            "1.1.2015-2018",
            "perioden 1/1-2019-2024",
            "Per Lund sad fra 1.1.2015-2018",
            "5.3.2024-1430",
            "2024-03-05-1430",
            "5/3-1962, 1234 borgere",
            "den 5.3.1962 1234",
            "afsnit 1.2.03-1234",
            "35/3-1962-1234",
            "5/13-1962-1234",
            "1/2-3/4-1962-1234-1",
            "3062-03-05-1234",
        ] {
            assert_eq!(numbers(text).count(), 0, "{text}");
        }
    }
}
