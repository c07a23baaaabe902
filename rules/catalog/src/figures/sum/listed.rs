//! Parts in a list: "Puljen på 620.000 kr. fordeles således:" and three points of one amount each.

use facts::amounts::Amount;
use facts::quantity::{Quantity, is_digit_slip, is_typing_slip};
use lint::{Findings, PartView};
use text::{TextRange, is_space, range};

use super::super::wording::{holds, wording};
use super::spoken::sum;
use super::{Reckoned, report};

/// A list of fewer parts may be a part itself.
const FEWEST: usize = 2;

pub(super) fn check(view: &PartView<'_>, findings: &mut Findings) {
    let amounts = view.amounts();
    if amounts.len() <= FEWEST {
        return;
    }
    for (at, amount) in amounts.iter().enumerate() {
        let line = view.line_at(amount.range);
        let words = view.text[line].trim_end();
        let alone = at.checked_sub(1).is_none_or(|at| amounts[at].range.end() <= line.start())
            && amounts.get(at + 1).is_none_or(|next| next.range.start() >= line.end());
        let divides = alone && words.ends_with(':') && wording().divides(&words.to_lowercase());
        if divides && view.is_prose(amount.range) {
            tell(view, amount, below(view, &amounts[at + 1..], line), findings);
        }
    }
}

/// The amounts of the points below `line`, one in each, as far as the list goes.
fn below<'a>(view: &PartView<'_>, amounts: &'a [Amount], line: TextRange) -> &'a [Amount] {
    let mut count = 0;
    let mut end = usize::from(line.end());
    while let Some(point) = point_after(view.text, end) {
        let held = amounts[count..].iter().take_while(|amount| point.contains_range(amount.range)).count();
        if held != 1 {
            return &[];
        }
        (count, end) = (count + 1, point.end().into());
    }
    &amounts[..count]
}

/// The line behind byte `end`, past an empty one, where it is a point of a list.
fn point_after(text: &str, end: usize) -> Option<TextRange> {
    let rest = &text[end..];
    let start = end + (rest.len() - rest.trim_start_matches(['\n', '\r']).len());
    let line = text[start..].lines().next()?;
    (start > end && is_point(line)).then(|| range(start, start + line.len()))
}

fn is_point(line: &str) -> bool {
    let words = line.trim_start_matches(is_space);
    let dash = words.starts_with(['-', '•', '–', '*', '·']);
    dash && words.chars().nth(1).is_some_and(char::is_whitespace)
}

fn tell(view: &PartView<'_>, total: &Amount, parts: &[Amount], findings: &mut Findings) {
    let Some(last) = parts.last() else { return };
    let from = view.line_at(total.range).start();
    let words = view.text[TextRange::new(from, last.range.end())].to_lowercase();
    if parts.len() < FEWEST || wording().is_unsure(&words) || holds(&words, &wording().unsure_price) {
        return;
    }
    let added = sum(parts);
    let steps = parts.iter().chain([total]).map(|amount| amount.kroner.step);
    let tolerance = steps.fold(0, i64::saturating_add) / 2;
    let (apart, is) = ((added - total.kroner.value).abs(), total.kroner.value);
    let slip = is_typing_slip(added, is) || is_digit_slip(added, is, Quantity::whole(1).value);
    if apart > tolerance && slip {
        report(total.number, is / total.unit, added / total.unit, Reckoned::Parts, findings);
    }
}

#[cfg(test)]
mod tests {
    use super::super::RULE;
    use document::fixture::check;

    fn item(lines: &str) -> String {
        format!("1. Bro\n\nØkonomi\n\n{lines}\n")
    }

    #[test]
    fn flags_points_that_make_something_else() {
        let points = "- Veje: 400.000 kr.\n- Stier: 100.000 kr.\n- Broer: 100.000 kr.";
        let lead = "Puljen på 620.000 kr. fordeles således:\n          ^^^^^^^ Delene giver 600.000";
        check(&RULE, &item(&format!("{lead}\n\n{points}")));
    }

    #[test]
    fn ignores_points_that_are_not_all_there_is() {
        for lines in [
            "Puljen på 600.000 kr. fordeles således:\n\n- Veje: 400.000 kr.\n- Stier: 100.000 kr.\n- Broer: 100.000 kr.\n\nI alt 600.000 kr.",
            "Puljen på 620.000 kr. fordeles således:\n\n- Veje: 400.000 kr.\n- Stier: 100.000 kr.\n- Broer: 100.000 kr.\n- Resten til skilte",
            "Puljen på 620.000 kr. bruges til:\n\n- Veje: 400.000 kr.\n- Stier: 100.000 kr.\n- Broer: 100.000 kr.",
            "Puljen på 620.000 kr. fordeles således:\n\n- Veje: 400.000 kr., heraf 50.000 kr. til grus\n- Stier: 200.000 kr.",
            "Puljen på 620.000 kr. fordeles således:\n\n- Veje: ca. 400.000 kr.\n- Stier: 200.000 kr.",
            "- Veje: 400.000 kr.\n- Stier: 200.000 kr.\n\nI alt 620.000 kr. er givet i fjor til veje.",
        ] {
            check(&RULE, &item(lines));
        }
    }
}
